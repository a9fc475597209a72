"""Signatures that are held for review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Source

HeldReason = Literal["picked", "suspicious"]
"""Why signatures are held: an organizer picked them out, or they looked so when they were made."""

Decision = Literal["release", "duplicate", "automated", "false-details", "legal"]
"""What becomes of them: let them count, or remove them, and why."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Some of a campaign's signatures, never a person's. What is empty does not matter.

    `held` empty selects among those that are not held, otherwise among those held for that reason
    that nobody has decided about; `newest` leaves out those held after the one of that number.
    """

    held: HeldReason | Literal[""] = ""
    country: str = ""
    locale: str = ""
    source: Source | Literal[""] = ""
    partner: str = ""
    """The code of a named link."""
    since: date | None = None
    until: date | None = None
    """The last day, in UTC as all days of signing."""
    newest: int | None = None

    @property
    def narrowed(self) -> bool:
        """Whether it is only a part of those that are held for a reason, or that are not."""
        return bool(self.country or self.locale or self.source or self.since)

    def told(self, campaign: Campaign, amount: int) -> int:
        """How many of them organizers are told of: two parts must not tell one person apart.

        A part is told in whole steps, and never as none where there are some.
        """
        if not self.narrowed or not amount:
            return amount
        return max(campaign.rounded(amount), campaign.fewest)


@dataclass(frozen=True, slots=True)
class Found:
    """How many signatures a selection has."""

    amount: int
    counted: int
    """Those that count already, and go on counting while they are held."""
    newest: int
    """The number of the one held last; 0 where none is."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Signatures that are held, from one country and one day."""

    held: HeldReason
    country: str
    day: date
    amount: int


@dataclass(frozen=True, slots=True)
class Piles:
    """What is held of a campaign. Small numbers, which could point at people, are left out."""

    amounts: Mapping[HeldReason, int]
    """How many, by reason; 0 below ten."""
    largest: Sequence[Pile]
    """Those of ten and more, the largest first."""
    smaller: int
    """How many smaller ones there are beside them."""
    deciding: bool
    """Whether something was decided that is not done yet."""


class CountChanged(Exception):
    """There are more signatures now than the organizer was shown."""
