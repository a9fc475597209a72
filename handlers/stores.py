"""What a step may ask of the stores: plain values, and small Protocols that name the calls.

The rooms that keep things (`storage/`) implement these Protocols; steps see nothing else of
them. All values are immutable, so that a store may hand the same one to many conversations.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from handlers.organizer.stores import Organizing

Asked = Literal["no", "optional", "required"]
"""Whether a campaign asks for something of its signers."""

Safety = Literal["normal", "high"]
"""How careful a campaign has to be: where it is `high`, to be known as a signer is a danger."""

Status = Literal["draft", "open", "paused", "closed"]
"""A `paused` one cannot be signed for a while; who signed can still withdraw."""

Source = Literal["direct", "invite", "inline", "origin", "group", "page"]
"""Where a link was that somebody followed; kept as totals only."""


FEWEST: Mapping[Safety, int] = {"normal": 10, "high": 100}
"""A part of a total, such as a country, is shown from here on, and in whole multiples of it.

A smaller number could point at people."""


Stage = Literal["seen", "read", "consented"]
"""How far somebody came on the way to a signature; kept as totals only."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever is at the other end of a chat. Known only as (channel, user id) until they consent.

    `name` is what their profile shows and `language` their client's BCP 47 tag; each is empty
    where the channel does not tell.
    """

    channel: str
    user_id: str
    name: str = ""
    language: str = ""
    chat_id: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One headed part of an alert; `text` holds paragraphs separated by a blank line."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """A link to something else to read."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Alert:
    """What a supporter reads of a campaign, in one language."""

    locale: str
    rubric: str
    title: str
    summary: str
    ask: str
    purpose: str
    """What the signatures are for, as the consent says it behind "What for:"."""
    credit: str = ""
    picture_text: str = ""
    """The picture in words, for those who cannot see it."""
    sections: tuple[Section, ...] = ()
    links: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Asks:
    """What a campaign asks of a signer. With `name` not required one may stay anonymous."""

    name: Asked = "optional"
    country: Asked = "required"
    email: Asked = "no"
    comment: Asked = "no"

    def guarded(self) -> "Asks":
        """What is left of it at high risk: nothing that is written, and no country by force."""
        return Asks("no", "no" if self.country == "no" else "optional", "no", "no")


@dataclass(frozen=True, slots=True)
class Campaign:
    """One petition: its alert, its texts per language, its ask, its rules."""

    id: int
    slug: str
    """1 to 24 of `a-z0-9-`; part of links and button data."""
    status: Status
    date: date
    default_locale: str
    texts: Mapping[str, Alert]
    responsible: str
    """The organisation that answers for the data, as the consent names it."""
    contact: str
    """Where to write to it about one's data: an e-mail address or a web address."""
    retention_days: int
    """Days after closing until the sealed signatures are erased."""
    asks: Asks = field(default_factory=Asks)
    urgent: bool = False
    milestones: tuple[int, ...] = ()
    """Totals to aim at, rising; empty for the usual ones."""
    picture: str = ""
    """The picture's SHA-256 in hex, or empty."""
    mark: str = ""
    """That of the organisation's mark, or empty."""
    sample: bool = False
    """Made up for a demo: the only kind of campaign that may hold generated signatures."""
    safety: Safety = "normal"
    """Once it was opened it can be raised, and never lowered."""
    keys: tuple[str, ...] = ()
    """Fingerprints of the organisation keys that signatures are sealed to; none before it opens,
    unless they were chosen."""
    closed_at: datetime | None = None

    @property
    def erased_at(self) -> datetime | None:
        """From when on its signatures are erased; None until it is closed."""
        return self.closed_at and self.closed_at + timedelta(days=self.retention_days)

    @property
    def discreet(self) -> bool:
        """Whether nothing that stays in a chat may name it."""
        return self.safety == "high"

    @property
    def handle(self) -> str:
        """What it is called in links and button data that stay in a chat: its slug would name it.

        No slug begins with a hyphen.
        """
        return f"-{self.id}" if self.discreet else self.slug

    @property
    def fewest(self) -> int:
        """The smallest part of its total that is shown, and the step of all parts."""
        return FEWEST[self.safety]

    def rounded(self, amount: int) -> int:
        """A part of the total as it is shown: in whole steps, and 0 below the first.

        An exact one would tell whoever keeps looking when somebody signed, and from where.
        """
        return amount // self.fewest * self.fewest

    @property
    def running(self) -> bool:
        """Whether it was opened and not closed: who has signed can act on it, paused or not."""
        return self.status in ("open", "paused")

    def alert(self, locale: str) -> Alert:
        """The alert in `locale`, or in the campaign's own language where it has no such text."""
        return self.texts.get(locale) or self.texts[self.default_locale]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many have signed, all over the world and in one country."""

    world: int
    country: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """A campaign's signatures by each of its public dimensions; what is zero is left out."""

    world: int
    countries: Mapping[str, int]
    """By ISO 3166-1 alpha-2 code; those who gave no country are in `world` alone."""
    days: Mapping[date, int]
    """By day in UTC, in order."""
    languages: Mapping[str, int]
    sources: Mapping[str, int]
    """By channel and where in it the link was (`Source`): `telegram:invite`."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The very words a person was shown when they consented.

    `hash` is the SHA-256, in hex, of `text` as shown; `version` the wording's own number.
    """

    hash: str
    version: str
    locale: str
    text: str


Purpose = Literal["sign", "updates", "milestones"]
"""What a consent is for; each is asked for by itself."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What was agreed to, and when."""

    purpose: Purpose
    wording: Wording
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A signature before it is confirmed. An empty name signs anonymously."""

    name: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2 (and XK), or empty where it was not asked."""
    email: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """What the server itself can tell of a stored signature: the rest is sealed."""

    since: date
    country: str
    locale: str
    consent: Consent


@dataclass(frozen=True, slots=True)
class Arrival:
    """How somebody came: `code` is an invite's token or an origin's code, or empty.

    A code that nobody gave out, or of another campaign, is worth nothing and harms nothing.
    """

    source: Source = "direct"
    code: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """The outcome of signing: `new` is False for somebody who had signed before."""

    new: bool
    signature: Signature


@dataclass(frozen=True, slots=True)
class Subscription:
    """That a person asked to hear what comes of a campaign."""

    campaign: Campaign
    since: date
    locale: str
    country: str
    consent: Consent


class Campaigns(Protocol):
    """The campaigns, read through a cache."""

    async def open(self) -> Sequence[Campaign]:
        """The open campaigns, urgent ones first, then the newest."""
        ...

    async def running(self) -> Sequence[Campaign]:
        """The campaigns that are open or paused, in the order of `open`."""
        ...

    async def get(self, slug: str) -> Campaign | None:
        """The campaign of that slug or handle if it was ever opened (it may be closed), or None."""
        ...

    async def totals(self, campaign: Campaign, country: str = "") -> Totals:
        """The counted signatures; a few seconds old at most."""
        ...


class Signatures(Protocol):
    """The signatures. Every call is for one person and touches only theirs."""

    async def sign(
        self,
        campaign: Campaign,
        person: Person,
        draft: Draft,
        consent: Consent,
        arrival: Arrival = Arrival(),
    ) -> Signed:
        """Store a signature durably, at most one per person and campaign.

        `arrival` credits who passed it on.

        Raises CampaignClosed where the campaign is not open (any more).
        """
        ...

    async def total(self, campaign: Campaign) -> int:
        """How many have signed up to this moment, those still waiting to be counted included."""
        ...

    async def find(self, campaign: Campaign, person: Person) -> Signature | None:
        """The person's signature under that campaign, or None."""
        ...

    async def of(self, person: Person) -> Sequence[tuple[Campaign, Signature]]:
        """Every signature of that person under the campaigns that are open or paused."""
        ...

    async def withdraw(self, campaign: Campaign, person: Person) -> bool:
        """Take the signature back and erase it; False where there was none."""
        ...


class Supporters(Protocol):
    """Those who asked for updates, and all that is kept about a person."""

    async def subscribe(
        self, campaign: Campaign, person: Person, locale: str, country: str, consent: Consent
    ) -> None:
        """Remember that the person wants updates; a second time changes nothing."""
        ...

    async def unsubscribe(self, campaign: Campaign, person: Person) -> bool:
        """Stop updates and erase the chat's address if nothing else needs it."""
        ...

    async def subscriptions(self, person: Person) -> Sequence[Subscription]:
        """What the person hears about, the newest first."""
        ...

    async def speaks(self, person: Person, locale: str) -> None:
        """Send the person's updates in that language from now on; nothing if they get none."""
        ...

    async def returned(self, person: Person) -> None:
        """Write to the person again, who had blocked the bot; nothing if they get no updates."""
        ...

    async def forget(self, person: Person) -> None:
        """Erase everything about the person: signatures, consents, subscriptions."""
        ...


@dataclass(frozen=True, slots=True)
class Invite:
    """A signer's personal link, seen by that signer alone."""

    token: str
    """16 of `A-Za-z0-9_-`."""
    joined: int
    """How many signatures it brought that stand confirmed."""
    consent: Consent | None = None
    """To be told of milestones, while the signer wishes that."""

    @property
    def told(self) -> bool:
        """Whether the signer asked to be told of milestones."""
        return self.consent is not None


class Invites(Protocol):
    """Personal links. There is no list of them, and nobody is compared with anybody."""

    async def find(self, campaign: Campaign, person: Person) -> Invite | None:
        """The person's invite, or None where none was made."""
        ...

    async def of(self, campaign: Campaign, person: Person) -> Invite | None:
        """The person's invite, made at the first time; None for somebody who has not signed."""
        ...

    async def tell(self, campaign: Campaign, person: Person, locale: str, consent: Consent) -> None:
        """Tell the person, in that language, when so many have joined."""
        ...

    async def untell(self, campaign: Campaign, person: Person) -> None:
        """Tell the person no more, and erase the chat's address and the consent."""
        ...


@dataclass(frozen=True, slots=True)
class Receipt:
    """What proves to a signer that they are counted, as a file."""

    content: bytes
    proven: bool
    """False for a promise: ask again after the next checkpoint."""


@dataclass(frozen=True, slots=True)
class CheckedReceipt:
    """A receipt that holds, whoever showed it."""

    campaign: Campaign
    country: str
    locale: str
    signatures: int | None
    """How many the log counts at the receipt's checkpoint; None for a promise, which has none."""
    key: str
    """What takes the signature back: as secret as the receipt itself."""


Unfit = Literal["strange", "damaged", "forged", "elsewhere", "long"]
"""Why something is no receipt that holds: it never was one; it was one once; it is not what our
log signed; it is of a log that is not kept here; it is too long."""


class NotAReceipt(Exception):
    """Somebody showed something as a receipt that is none, or does not hold."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(why)
        self.why = why


class Receipts(Protocol):
    """Receipts, of which none is kept: one is written whenever its owner asks."""

    async def of(self, campaign: Campaign, person: Person) -> Receipt | None:
        """The person's receipt; None where no signature is found, or there is no log yet."""
        ...

    async def check(self, content: bytes) -> CheckedReceipt:
        """What a receipt says that anybody shows. Raises NotAReceipt."""
        ...

    async def take_back(self, campaign: Campaign, key: str) -> bool:
        """Take back the signature of a receipt that was checked; False where it is no more.

        This works when the campaign has closed, too.
        """
        ...


class CampaignClosed(Exception):
    """Somebody tried to sign a campaign that is not open, or paused."""


@dataclass(frozen=True, slots=True)
class Stores:
    """The stores that a turn carries."""

    campaigns: Campaigns
    signatures: Signatures
    supporters: Supporters
    invites: Invites
    receipts: Receipts
    organizing: "Organizing"
