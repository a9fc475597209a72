"""Broadcasts: what is sent, to whom, and what became of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from handlers.organizer.stores.people import Organizer
from handlers.stores import Campaign, Related


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


class Broadcasts(Protocol):
    """Broadcasts as organizers see them. Sending is the worker's business.

    What becomes of one is written into the audit log here; what is changed in a draft, by the step
    that knows who changes it.
    """

    async def create(self, campaign: Campaign, organizer: Organizer, now: datetime) -> Broadcast:
        """An empty draft."""
        ...

    async def get(self, broadcast_id: int) -> Broadcast | None:
        """The broadcast of that number, or None."""
        ...

    async def of(self, campaign: Campaign) -> Sequence[Broadcast]:
        """The campaign's broadcasts, the newest first."""
        ...

    async def write(self, broadcast: Broadcast, locale: str, letter: Letter | None) -> None:
        """Put a draft's letter in that language, or take it out. Raises BroadcastChanged."""
        ...

    async def illustrate(self, broadcast: Broadcast, picture: bytes | None) -> None:
        """Give a draft that picture, or none. Raises BroadcastChanged and PictureRefused."""
        ...

    async def aim(self, broadcast: Broadcast, audience: Audience) -> None:
        """Choose whom a draft is for. Raises BroadcastChanged."""
        ...

    async def set(
        self, broadcast: Broadcast, *, quiet: bool | None = None, paid: bool | None = None
    ) -> None:
        """Set how a draft is sent. Raises BroadcastChanged."""
        ...

    async def drop(self, broadcast: Broadcast) -> None:
        """Throw a draft away. Raises BroadcastChanged."""
        ...

    async def reach(self, broadcast: Broadcast) -> Reach:
        """How many it would go to now. Nobody is listed. Raises AudienceUnknown."""
        ...

    async def confirm(
        self,
        broadcast: Broadcast,
        organizer: Organizer,
        due_at: datetime,
        expected: int,
        now: datetime,
        *,
        alone: bool,
    ) -> Broadcast:
        """Let a draft go out from `due_at` on; unless `alone`, when a second organizer agrees.

        They become its author. Raises BroadcastChanged where it is not the revision or the draft
        that `broadcast` is, and ValueError where it has no letter.
        """
        ...

    async def approve(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """A second organizer agrees. Raises BroadcastChanged, also for the author's own."""
        ...

    async def reject(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """Make a draft again of one that waits or is scheduled. Raises BroadcastChanged."""
        ...

    async def pause(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """Send nothing more until `resume`; at once.

        Raises BroadcastChanged unless it is scheduled or under way.
        """
        ...

    async def resume(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """Go on. Raises BroadcastChanged."""
        ...

    async def cancel(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """Send nothing more, for good; at once.

        Raises BroadcastChanged where it is a draft or has ended.
        """
        ...

    async def send_unknown_again(
        self, broadcast: Broadcast, organizer: Organizer, now: datetime
    ) -> Broadcast:
        """Send to those of whom nobody knows whether it arrived; some will get it twice.

        Raises BroadcastChanged, also where there are none (any more).
        """
        ...

    async def progress(
        self, broadcast: Broadcast, now: datetime, asleep: Collection[str] = ()
    ) -> Progress:
        """How far it has come. `asleep` are the countries where it is night."""
        ...

    async def watch(self, broadcast: Broadcast, organizer: Organizer) -> None:
        """Show the organizer one message that follows it; the worker posts and edits that."""
        ...
