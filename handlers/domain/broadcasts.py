"""Broadcasts: values and errors."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from handlers.domain.campaigns import Related


@dataclass(frozen=True, slots=True)
class Letter:
    """What a broadcast says in one language. `<b>` and `<i>` in the text mark words."""

    text: str
    buttons: tuple[Related, ...] = ()
    """Links under it: two at most."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Which of a campaign's supporters a broadcast is for. Empty means: all."""

    locales: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    signed: bool | None = None
    """Only those who have signed, or only those who have not; tells apart only while it is open."""
    since: date | None = None
    """Only those who asked for updates on that day or later."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many a broadcast would go to, by the language each of them reads."""

    locales: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.locales.values())


BroadcastStatus = Literal[
    "draft", "waiting", "scheduled", "preparing", "sending", "paused", "done", "cancelled"
]
"""`waiting` for a second organizer; `scheduled` until it is due; `preparing` its list."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a broadcast has come, in people."""

    size: int = 0
    sent: int = 0
    blocked: int = 0
    unknown: int = 0
    """Where a process ended or the line broke in the middle: nobody knows whether it arrived."""
    failed: int = 0
    unsubscribed: int = 0
    """Those who stopped updates after the list was made."""
    asleep: int = 0
    """Of those left, the ones where it is night."""
    rate: float = 0.0
    """Messages a second, lately."""

    @property
    def left(self) -> int:
        """Those still to come."""
        gone = self.sent + self.blocked + self.unknown + self.failed + self.unsubscribed
        return self.size - gone

    @property
    def seconds_left(self) -> float | None:
        """Seconds until all who are awake have it, or None where nothing moves."""
        return (self.left - self.asleep) / self.rate if self.rate > 0 else None


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One message to many opted-in supporters of a campaign."""

    id: int
    slug: str
    status: BroadcastStatus
    letters: Mapping[str, Letter]
    """By locale; who reads another language gets the campaign's own, or the first of these."""
    audience: Audience
    author: int | None
    """The organizer's number."""
    picture: str = ""
    """Its SHA-256 in hex, or empty."""
    quiet: bool = True
    """Whether nobody is written to at night (21 to 8 o'clock where they live)."""
    paid: bool = False
    """Whether Stars are paid for sending faster (Bot API, `allow_paid_broadcast`)."""
    due_at: datetime | None = None
    expected: int = 0
    """How many it was to go to when it was confirmed."""
    approver: int | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    revision: int = 1
    """Rises with every change by an organizer: who confirms names the one that they saw."""

    def read_by(self, locale: str, default: str) -> str:
        """The locale of the letter for somebody who reads `locale`; `default` is the campaign's."""
        for each in (locale, default):
            if each in self.letters:
                return each
        return next(iter(self.letters))


class BroadcastChanged(Exception):
    """Somebody else was faster: the broadcast is not (any more) what the organizer saw."""


class AudienceUnknown(Exception):
    """Who has signed can be told no more: the campaign is not open."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What became of a broadcast."""

    broadcast_id: int
    at: datetime
    """When it began."""
    progress: Progress
