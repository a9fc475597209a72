"""What an organizer's step may ask of the stores: plain values and small Protocols.

As in `handlers.stores`, all values are immutable and steps see nothing else of the stores.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, Protocol

from handlers.stores import Alert, Campaign, Figures, Person, Related, Source, Stage

Role = Literal["owner", "organizer", "translator", "viewer"]
"""What somebody may do in a campaign; each may do what those after it may, and more."""


@dataclass(frozen=True, slots=True)
class Organizer:
    """A person with a role in some campaign, or in every one."""

    id: int
    name: str
    """As their profile showed it when they joined; empty for one who has left."""
    locale: str
    zone: str
    """The time zone in which they read and write times: an IANA name, `Europe/Paris`."""
    everywhere: Role | None = None
    """Their role in every campaign, those to come included."""
    roles: Mapping[int, Role] = field(default_factory=dict)
    """Their role in single campaigns, by the campaign's id."""


class LinkSpent(Exception):
    """A link for organizers was used before, has expired, or never was one."""


class Organizers(Protocol):
    """Who organizes what. Every call that changes something is written into the audit log."""

    async def find(self, person: Person) -> Organizer | None:
        """The organizer that this person is, or None."""
        ...

    async def get(self, organizer_id: int) -> Organizer | None:
        """The organizer of that number, also one who has left; None where there never was one."""
        ...

    async def of(self, campaign: Campaign | None) -> Sequence[Organizer]:
        """Those with a role in that campaign, or with None, those with a role in every one."""
        ...

    async def link(
        self, campaign: Campaign | None, role: Role, maker: Organizer | None, now: datetime
    ) -> str:
        """A token that makes one person an organizer, once, within a day.

        It is 22 of `A-Za-z0-9_-`; only its hash is kept.
        """
        ...

    async def peek(self, token: str, now: datetime) -> tuple[Campaign | None, Role]:
        """What the token gives, without using it up. Raises LinkSpent."""
        ...

    async def join(self, token: str, person: Person, locale: str, now: datetime) -> Organizer:
        """Use the token up; a role that the person has already is never made smaller by it.

        Raises LinkSpent, and ValueError for a person without a chat.
        """
        ...

    async def remove(
        self, campaign: Campaign | None, organizer: Organizer, by: Organizer | None, now: datetime
    ) -> bool:
        """Take that role away; False where there was none. Without any role left, they are erased.

        What stays is their number in the audit log.
        """
        ...

    async def settle(self, organizer: Organizer, *, locale: str = "", zone: str = "") -> None:
        """Remember the organizer's language or time zone."""
        ...


@dataclass(frozen=True, slots=True)
class Deed:
    """A row of the audit log: who did what, when. It holds nothing about supporters."""

    at: datetime
    who: str
    """The organizer's name; empty for one who has left, and for the command line."""
    organizer_id: int | None
    action: str
    """A message of the locales is called `deed-<action>`."""
    details: Mapping[str, str | int]
    """Arguments of that message."""
    slug: str = ""


class Audit(Protocol):
    """The audit log. Nothing is ever changed in it or taken out."""

    async def note(
        self,
        action: str,
        organizer: Organizer | None,
        campaign: Campaign | None,
        now: datetime,
        **details: str | int,
    ) -> None:
        """Write down what an organizer did."""
        ...

    async def read(
        self, campaign: Campaign | None, *, before: int | None = None, limit: int = 20
    ) -> Sequence[tuple[int, Deed]]:
        """The newest deeds with their numbers; `before` one of these, the older ones.

        With None for the campaign, of all of them and of the house itself.
        """
        ...


class Notices(Protocol):
    """Messages to organizers that nobody has just asked for: something waits for them."""

    async def put(
        self, organizers: Sequence[Organizer], kind: str, now: datetime, **details: str | int
    ) -> None:
        """Tell these organizers soon. `kind` is one of `handlers.organizer.notices.KINDS`."""
        ...


# Campaigns.


class CampaignChanged(Exception):
    """Somebody else was faster: what is to be changed is not what the organizer saw."""


class SlugTaken(Exception):
    """There is a campaign of that name already."""


class PictureRefused(Exception):
    """A picture that cannot be used.

    `why` is `heavy`, `kind`, `bomb`, `damaged`, `place`, `small`, `large` or `shape`.
    """

    def __init__(self, why: str, **facts: int) -> None:
        super().__init__(why)
        self.why = why
        self.facts: Mapping[str, int] = facts


class CampaignEdits(Protocol):
    """What organizers change about a campaign: each call one change, written into the audit log.

    `campaign` is always the campaign as the organizer saw it. Nothing that somebody else has
    changed meanwhile is overwritten: CampaignChanged is raised instead. `organizer` is None for
    the command line.
    """

    async def create(self, campaign: Campaign, organizer: Organizer, now: datetime) -> Campaign:
        """Keep a new draft, whose owner its maker becomes. Raises SlugTaken."""
        ...

    async def write(
        self,
        campaign: Campaign,
        alert: Alert,
        what: str,
        organizer: Organizer | None,
        now: datetime,
    ) -> Campaign:
        """Put a text in the place of the campaign's one in that language, or add it.

        `what` is the part that is changed: a key of `campaign_rules.LONGEST`, `sections`, `links`,
        or `translation` for all of it.
        """
        ...

    async def set(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime, **changes: Any
    ) -> Campaign:
        """Change settings: keywords are the fields of `Campaign` that hold them."""
        ...

    async def illustrate(
        self, campaign: Campaign, picture: bytes | None, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        """Give it that picture, without what its file tells of its maker; or none.

        Raises PictureRefused.
        """
        ...

    async def keys(self) -> Sequence[str]:
        """The fingerprints of the organisation keys that somebody has proven to hold."""
        ...

    async def open(
        self, campaign: Campaign, fingerprint: str, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        """Let people sign, sealed to that proven key. Only a draft can be opened."""
        ...

    async def pause(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        """Let nobody sign for now. Nobody does after this returns."""
        ...

    async def resume(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        """Let people sign again."""
        ...

    async def close(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        """Let nobody sign any more, for good, and destroy what leads from people to signatures."""
        ...


# Broadcasts.


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


# Numbers.


@dataclass(frozen=True, slots=True)
class Origin:
    """A named link, and how many signed who came by it."""

    code: str
    """1 to 24 of `a-z0-9-`; part of the link."""
    label: str
    """What organizers call it."""
    signed: int = 0


@dataclass(frozen=True, slots=True)
class Reached:
    """What became of a broadcast."""

    broadcast_id: int
    at: datetime
    """When it began."""
    progress: Progress


class Statistics(Protocol):
    """A campaign's numbers. They are exact: steps show small ones to nobody."""

    async def figures(self, campaign: Campaign) -> Figures:
        """The signatures by country, day, language and source; seconds old at most."""
        ...

    async def origins(self, campaign: Campaign) -> Sequence[Origin]:
        """The campaign's named links, and how many signed who came by each."""
        ...

    async def stages(self, campaign: Campaign) -> Mapping[Stage, int]:
        """How many came how far."""
        ...

    async def shared(self, campaign: Campaign) -> int:
        """How many signers hold a personal link; none are left of a closed campaign."""
        ...

    async def reached(self, campaign: Campaign, limit: int) -> Sequence[Reached]:
        """The last broadcasts that have a list of people, the newest first."""
        ...


# Signatures that are held for review.

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


class Moderation(Protocol):
    """Holding signatures back, and deciding about them, never about one person's."""

    async def count(self, campaign: Campaign, selection: Selection) -> Found:
        """How many that is, exactly."""
        ...

    async def hold(
        self, campaign: Campaign, selection: Selection, organizer: Organizer, now: datetime
    ) -> int:
        """Hold them; how many that was. Those that are not counted yet are not, until released."""
        ...

    async def decide(
        self,
        campaign: Campaign,
        selection: Selection,
        decision: Decision,
        expected: int,
        organizer: Organizer,
        now: datetime,
    ) -> int:
        """Release or remove held ones; how many. The worker does it, within seconds.

        Raises CountChanged where that would be more than `expected`.
        """
        ...

    async def piles(self, campaign: Campaign) -> Piles:
        """What is held and waits for a decision."""
        ...

    async def named_links(self, campaign: Campaign) -> Mapping[str, str]:
        """The codes of the campaign's named links, and what they are called."""
        ...


# Exports.

ExportState = Literal["asked", "granted", "refused", "used", "expired"]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Somebody who holds the private key asks to decrypt signatures."""

    id: int
    slug: str
    country: str
    """Only from there; empty: from everywhere."""
    locale: str
    held: bool
    """Those too that are held for review."""
    amount: int
    state: ExportState
    asked_at: datetime
    decided_by: int | None = None
    """The organizer's number."""


class ExportDecided(Exception):
    """Somebody else was faster, the export was made, or the request has expired."""


class Exports(Protocol):
    """Requests to decrypt signatures. The decrypting is done where the private key is."""

    async def of(self, campaign: Campaign, now: datetime) -> Sequence[ExportRequest]:
        """The newest of a campaign, the newest first."""
        ...

    async def get(self, campaign: Campaign, request_id: int, now: datetime) -> ExportRequest | None:
        """The campaign's request of that number, or None."""
        ...

    async def decide(
        self,
        campaign: Campaign,
        request_id: int,
        organizer: Organizer,
        now: datetime,
        *,
        grant: bool,
    ) -> None:
        """Grant or refuse; what was granted may be refused until it is used.

        Raises ExportDecided.
        """
        ...


ALONE = 1_000
"""What `Organizing.alone` is unless the operator sets something else."""


class AllCampaigns(Protocol):
    """The campaigns, those too that were never opened."""

    async def all(self) -> Sequence[Campaign]:
        """Every campaign, by name; a few seconds old at most."""
        ...


@dataclass(frozen=True, slots=True)
class Organizing:
    """The stores that organizers' steps use, and a rule of the house."""

    campaigns: AllCampaigns
    organizers: Organizers
    audit: Audit
    notices: Notices
    edits: CampaignEdits
    broadcasts: Broadcasts
    statistics: Statistics
    moderation: Moderation
    exports: Exports
    alone: int = ALONE
    """The most people to whom one organizer may send without a second one."""
