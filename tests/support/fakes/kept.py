"""Everything that the fake stores hold."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from handlers.domain.broadcasts import Broadcast
from handlers.domain.campaigns import Campaign
from handlers.domain.exports import ExportRequest
from handlers.domain.invites import Arrival, Invite, Source
from handlers.domain.moderation import Decision, HeldReason
from handlers.domain.organizers import Deed, Organizer, Role
from handlers.domain.signatures import Draft, Signature
from handlers.domain.statistics import Stage
from handlers.domain.supporters import Person, Subscription

TODAY = date(2026, 3, 1)

Key = tuple[str, str]
"""A campaign's slug and a person (`key_of`)."""

Outcome = Literal["sent", "unknown", "blocked", "failed"]
"""What came of sending to somebody."""

State = Literal["pending", "unsubscribed"] | Outcome


def key_of(campaign: Campaign, person: Person) -> Key:
    """Whose is what, in a campaign. Most tests have one channel, which is left out."""
    return campaign.slug, known_as(person)


def known_as(person: Person) -> str:
    """What a person is known by: the user id, and the channel where it is not the usual one."""
    usual = person.channel == "telegram"
    return person.user_id if usual else f"{person.channel}:{person.user_id}"


@dataclass
class Mark:
    """What is kept beside a signature, and told to nobody."""

    channel: str = "telegram"
    source: Source = "direct"
    partner: str = ""
    """The code of the named link that it came by."""
    inviter: Key | None = None
    held: HeldReason | Literal[""] = ""
    number: int = 0
    """Rises with every signature that is held."""
    decision: Decision | None = None
    counted: bool = False
    """Whether it is in the public log."""

    @property
    def counts(self) -> bool:
        """Whether it is in the total: what is held stays there only where it was already."""
        return self.counted or not self.held


@dataclass
class Member:
    """An organizer; without a person, one who has left."""

    id: int
    person: Person | None
    locale: str
    zone: str = "UTC"
    everywhere: Role | None = None
    roles: dict[int, Role] = field(default_factory=dict)

    @property
    def organizer(self) -> Organizer:
        """As others see them."""
        name = self.person.name if self.person else ""
        return Organizer(self.id, name, self.locale, self.zone, self.everywhere, dict(self.roles))


@dataclass(frozen=True)
class Link:
    """What a one-time link gives."""

    campaign_id: int | None
    role: Role
    maker: int | None
    expires_at: datetime


@dataclass(frozen=True)
class Done:
    """A row of the audit log."""

    campaign_id: int | None
    deed: Deed


@dataclass(frozen=True)
class Notice:
    """Something to tell an organizer."""

    organizer: Organizer
    kind: str
    details: dict[str, str | int]


@dataclass
class Delivery:
    """Somebody on the list of a broadcast."""

    reader: str
    country: str
    state: State = "pending"
    amount: int = 1
    """How many these are: of past broadcasts only numbers are kept."""


@dataclass
class Kept:
    """Everything the fake stores hold: each of them is a view of this."""

    campaigns: dict[str, Campaign] = field(default_factory=dict)
    keys: dict[str, bool] = field(default_factory=dict)
    """The fingerprints of organisation keys, and whether somebody has proven to hold them."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    signatures: dict[Key, Signature] = field(default_factory=dict)
    marks: dict[Key, Mark] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    consents: list[tuple[str, str, str]] = field(default_factory=list)
    subscriptions: dict[Key, Subscription] = field(default_factory=dict)
    unreachable: set[str] = field(default_factory=set)
    """Those who have blocked the bot."""
    forgotten: list[str] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    """How those came who signed, in order."""
    invites: dict[Key, Invite] = field(default_factory=dict)
    """Each with how many joined who are kept no more."""
    told_in: dict[Key, str] = field(default_factory=dict)
    """The language of those who wish to hear who joined."""
    logged: bool = True
    """Whether the public logs are there."""
    checkpointed: bool = False
    """Whether a checkpoint shows everybody who signed: receipts are proofs then."""
    base: int = 0
    """How many had signed before the test began."""
    earlier: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    """The same by campaign, and by dimension and key, as the sequencer would have counted them."""
    origins: dict[str, dict[str, str]] = field(default_factory=dict)
    """By campaign, the codes of named links and what they are called."""
    stages: Counter[tuple[str, Stage]] = field(default_factory=Counter)
    organizers: dict[int, Member] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    audit: list[Done] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    broadcasts: dict[int, Broadcast] = field(default_factory=dict)
    begun: int = 0
    """How many broadcasts there ever were: no number is given twice."""
    lists: dict[int, list[Delivery]] = field(default_factory=dict)
    """By broadcast, once its list is made."""
    watchers: set[tuple[int, int]] = field(default_factory=set)
    """Broadcasts, and the organizers who follow them."""
    requests: dict[int, ExportRequest] = field(default_factory=dict)
    decided_at: dict[int, datetime] = field(default_factory=dict)

    @property
    def slugs_signed(self) -> list[str]:
        return [slug for slug, _ in self.signatures]

    def mark(self, key: Key) -> Mark:
        """What is kept beside that signature."""
        return self.marks.setdefault(key, Mark())

    def total(self, slug: str) -> int:
        """How many signatures count, those still waiting for the sequencer included."""
        mine = sum(self.mark(key).counts for key in self.signatures if key[0] == slug)
        return self.base + self.earlier.get(slug, Counter())["world", ""] + mine

    def invite(self, key: Key) -> Invite | None:
        """Somebody's link, with the number of those who came by it and count."""
        invite = self.invites.get(key)
        if invite is None:
            return None
        came = sum(each.counts for each in self.marks.values() if each.inviter == key)
        return replace(invite, joined=invite.joined + came)

    def erase(self, key: Key, *, uncredit: bool = True) -> bool:
        """Erase a signature and its invite; `uncredit` lowers the number of who invited them."""
        mark = self.mark(key)
        if not uncredit and mark.counts and mark.inviter in self.invites:
            inviter = self.invites[mark.inviter]
            self.invites[mark.inviter] = replace(inviter, joined=inviter.joined + 1)
        for each in self.marks.values():
            each.inviter = None if each.inviter == key else each.inviter
        del self.marks[key]
        self.invites.pop(key, None)
        self.told_in.pop(key, None)
        return self.signatures.pop(key, None) is not None

    def write_down(
        self,
        action: str,
        organizer: Organizer | None,
        campaign: Campaign | None,
        now: datetime,
        **details: str | int,
    ) -> None:
        """Add to the audit log. Names and slugs are looked up when it is read."""
        who = organizer.id if organizer else None
        deed = Deed(now, "", who, action, details)
        self.audit.append(Done(campaign.id if campaign else None, deed))

    def team(self, campaign: Campaign | None) -> list[Organizer]:
        """Those with a role in that campaign, or with None, with a role in every one."""
        return [
            each.organizer
            for each in self.organizers.values()
            if each.everywhere or (campaign is not None and campaign.id in each.roles)
        ]

    def tell_owners(self, kind: str, slug: str, **details: str | int) -> None:
        """Let the campaign's owners be told, in its own language."""
        campaign = self.campaigns[slug]
        about: dict[str, str | int] = {
            "slug": slug,
            "title": campaign.texts[campaign.default_locale].title,
        }
        for each in self.team(campaign):
            if "owner" in (each.everywhere, each.roles.get(campaign.id)):
                self.notices.append(Notice(each, kind, about | details))
