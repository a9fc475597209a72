"""Stores, and what happens to them beside conversations: imports, the worker, the command line.

`tests.support.fakes.world` has one in memory, `tests.support.real` one over a database. Tests that
are written against `World` can be run on each.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal, Protocol

from handlers.domain.broadcasts import Progress
from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.moderation import HeldReason
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from handlers.domain.statistics import Stage
from handlers.domain.supporters import Person
from handlers.ports.stores import Organizing, Stores
from tests.support.petition import consent

Outcome = Literal["sent", "unknown", "blocked", "failed"]
"""What came of sending to somebody."""

DIRECT = Arrival()


class Notice(Protocol):
    """Something to tell an organizer."""

    @property
    def organizer(self) -> Organizer: ...
    @property
    def kind(self) -> str: ...
    @property
    def details(self) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Amounts:
    """Signatures as the sequencer has counted them, by each dimension."""

    world: int
    days: Mapping[date, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    countries: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    """Of Telegram."""
    partners: Mapping[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> dict[tuple[str, str], int]:
        """By dimension and key."""
        return {
            ("world", ""): self.world,
            **{("day", day.isoformat()): n for day, n in self.days.items()},
            **{("source", f"telegram:{source}"): n for source, n in self.sources.items()},
            **{("language", locale): n for locale, n in self.languages.items()},
            **{("country", country): n for country, n in self.countries.items()},
            **{("partner", code): n for code, n in self.partners.items()},
        }


def every_day(first: date, amounts: Sequence[int]) -> dict[date, int]:
    """So many on each day from the first one on."""
    return {first + timedelta(days=number): amount for number, amount in enumerate(amounts)}


class World(ABC):
    """Stores, and what happens to them beside conversations."""

    stores: Stores

    @property
    def organizing(self) -> Organizing:
        """The stores that organizers use."""
        return self.stores.organizing

    async def campaign(self, slug: str) -> Campaign:
        """The campaign as it is now."""
        every = await self.organizing.campaigns.all()
        return next(each for each in every if each.slug == slug)

    # Campaigns, as the command line leaves them.

    @abstractmethod
    async def save(self, campaign: Campaign, pictures: Iterable[bytes] = ()) -> Campaign:
        """Import a campaign, as a draft where it is new."""

    @abstractmethod
    async def petition(self, slug: str = "release", **changes: Any) -> Campaign:
        """An open campaign, sealed to our key."""

    @abstractmethod
    async def add_key(self, whose: str = "ours", *, proven: bool = True) -> str:
        """Add somebody's organisation key; its fingerprint."""

    @abstractmethod
    async def seal_to(
        self, campaign: Campaign, fingerprints: Sequence[str], now: datetime
    ) -> Campaign:
        """Seal to those keys from now on."""

    @abstractmethod
    async def add_origin(self, campaign: Campaign, code: str, label: str) -> None:
        """Make a named link."""

    @abstractmethod
    async def picture(self, sha: str) -> bytes | None:
        """The picture of that SHA-256 (hex), or None."""

    # Signatures.

    async def sign(
        self,
        campaign: Campaign,
        person: Person,
        draft: Draft,
        arrival: Arrival = DIRECT,
        held: HeldReason | None = None,
    ) -> None:
        """Let somebody sign; one that is `held` looked wrong when it was made."""
        if held is None:
            await self.stores.signatures.sign(campaign, person, draft, consent(), arrival)
        else:
            await self.sign_held(campaign, person, draft, arrival, held)

    @abstractmethod
    async def sign_held(
        self, campaign: Campaign, person: Person, draft: Draft, arrival: Arrival, held: HeldReason
    ) -> None:
        """Let somebody sign whose signature is held from the beginning."""

    @abstractmethod
    async def work(self) -> None:
        """The worker does what was decided about held signatures, counts, and erases links."""

    @abstractmethod
    async def keep_log(self, campaign: Campaign) -> None:
        """Begin the campaign's public log."""

    @abstractmethod
    async def checkpoint(self, campaign: Campaign) -> None:
        """Sign the log with everybody who was counted."""

    @abstractmethod
    async def counted(self, campaign: Campaign, amounts: Amounts) -> None:
        """So many have signed, and were counted, before the test began."""

    @abstractmethod
    async def came(self, campaign: Campaign, stages: Mapping[Stage, int]) -> None:
        """So many came that far."""

    # Broadcasts.

    @abstractmethod
    async def prepare(self, now: datetime) -> None:
        """The worker makes the lists of the broadcasts that are due."""

    @abstractmethod
    async def deliver(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """The worker sends whatever is to be sent, with these outcomes, and then `sent`."""

    @abstractmethod
    async def past_broadcast(self, campaign: Campaign, at: datetime, in_each: Progress) -> int:
        """One that was sent at that time, of two countries with these numbers in each."""

    @abstractmethod
    async def watchers(self, now: datetime) -> Sequence[str]:
        """The names of the organizers whose message follows a broadcast."""

    # Organizers.

    @abstractmethod
    async def notices(self) -> Sequence[Notice]:
        """What organizers are to be told; it is handed out once."""

    @abstractmethod
    async def ask_export(
        self,
        campaign: Campaign,
        amount: int,
        now: datetime,
        *,
        country: str = "",
        locale: str = "",
        held: bool = False,
    ) -> int:
        """Somebody who holds the private key asks to decrypt signatures; the request's number."""

    @abstractmethod
    async def use_export(self, number: int, now: datetime) -> bool:
        """They decrypt; False where they may not (any more)."""

    # Looking at all of it.

    @abstractmethod
    async def rows(self, table: Literal["signatures", "held", "invites"]) -> int:
        """How many there are."""

    @abstractmethod
    async def everything(self) -> object:
        """All that is kept, to be compared with a later look."""
