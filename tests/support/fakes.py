"""In-memory stand-ins for the stores, for tests of the conversation alone.

The real stores have tests of their own, on both databases; these keep just enough to let a
conversation be followed. They record what was asked of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any, get_args

from handlers.domain.campaigns import Alert, Asks, Campaign, Related, Section
from handlers.domain.invites import Arrival, Invite
from handlers.domain.organizers import LinkSpent, Organizer, Role
from handlers.domain.signatures import (
    CampaignClosed,
    CheckedReceipt,
    Draft,
    NotAReceipt,
    Receipt,
    Signature,
    Signed,
    Unfit,
)
from handlers.domain.statistics import Totals
from handlers.domain.supporters import Consent, Person, Subscription
from handlers.ports.stores import Organizing

TODAY = date(2026, 3, 1)

NOWHERE = Arrival()


def alert(locale: str, title: str) -> Alert:
    return Alert(
        locale=locale,
        rubric="Discriminations",
        title=title,
        summary="What happened, in two sentences.",
        ask="An investigation.",
        purpose="To ask for an investigation.",
        credit="A photographer",
        picture_text="People in front of an embassy",
        sections=(Section("First", "One.\n\nTwo."), Section("Second", "Three.")),
        links=(Related("Earlier", "https://example.org/earlier"),),
    )


def campaign(slug: str = "chechnya", **other: object) -> Campaign:
    """An open campaign in English, French and Arabic that asks for a name and a country."""
    made = Campaign(
        id=sum(map(ord, slug)),
        slug=slug,
        status="open",
        date=date(2017, 6, 2),
        default_locale="en",
        texts={
            "en": alert("en", f"{slug} in English"),
            "fr": alert("fr", f"{slug} en français"),
            "ar": alert("ar", f"{slug} بالعربية"),
        },
        responsible="A made-up organisation",
        contact="data@example.org",
        retention_days=90,
        asks=Asks(name="optional", country="required"),
        picture="ab" * 32,
        keys=("cd" * 32,),
    )
    return replace(made, **other)  # type: ignore[arg-type]  # keywords are the dataclass's own


def discreet(slug: str = "quiet", **other: object) -> Campaign:
    """An open campaign at high risk, that asks for a country if one likes."""
    asks = Asks(name="no", country="optional")
    return campaign(slug, **{"safety": "high", "asks": asks, **other})


@dataclass
class Kept:
    """Everything the fake stores hold; all Protocols in one, by way of three views."""

    campaigns: dict[str, Campaign] = field(default_factory=dict)
    signatures: dict[tuple[str, str], Signature] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    consents: list[tuple[str, str, str]] = field(default_factory=list)
    subscriptions: dict[tuple[str, str], Subscription] = field(default_factory=dict)
    forgotten: list[str] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    """How those came who signed, in order."""
    invites: dict[tuple[str, str], Invite] = field(default_factory=dict)
    told_in: dict[tuple[str, str], str] = field(default_factory=dict)
    """The language of those who wish to hear who joined."""
    logged: bool = True
    """Whether the public logs are there."""
    checkpointed: bool = False
    """Whether a checkpoint shows everybody who signed: receipts are proofs then."""
    base: int = 0
    """How many had signed before the test began."""

    @property
    def slugs_signed(self) -> list[str]:
        return [slug for slug, _ in self.signatures]


@dataclass
class FakeCampaigns:
    kept: Kept

    async def open(self) -> Sequence[Campaign]:
        found = [each for each in self.kept.campaigns.values() if each.status == "open"]
        return sorted(found, key=lambda each: not each.urgent)

    async def running(self) -> Sequence[Campaign]:
        return [each for each in self.kept.campaigns.values() if each.running]

    async def get(self, slug: str) -> Campaign | None:
        every = self.kept.campaigns
        return {**every, **{each.handle: each for each in every.values()}}.get(slug)

    async def all(self) -> Sequence[Campaign]:
        return list(self.kept.campaigns.values())

    async def totals(self, campaign: Campaign, country: str = "") -> Totals:
        mine = [s for (slug, _), s in self.kept.signatures.items() if slug == campaign.slug]
        there = sum(1 for each in mine if each.country == country)
        return Totals(self.kept.base + len(mine), there)


@dataclass
class FakeSignatures:
    kept: Kept

    async def sign(
        self,
        campaign: Campaign,
        person: Person,
        draft: Draft,
        consent: Consent,
        arrival: Arrival = NOWHERE,
    ) -> Signed:
        if self.kept.campaigns[campaign.slug].status != "open":
            raise CampaignClosed
        key = (campaign.slug, person.user_id)
        if key in self.kept.signatures:
            return Signed(False, self.kept.signatures[key])
        wording = consent.wording
        signature = Signature(TODAY, draft.country, wording.locale, consent)
        self.kept.signatures[key] = signature
        self.kept.drafts.append(draft)
        self.kept.arrivals.append(arrival)
        for (slug, user), invite in self.kept.invites.items():
            if (slug, invite.token) == (campaign.slug, arrival.code):
                self.kept.invites[slug, user] = replace(invite, joined=invite.joined + 1)
        self.kept.consents.append((consent.purpose, wording.text.partition(" ")[0], wording.locale))
        return Signed(True, signature)

    async def total(self, campaign: Campaign) -> int:
        return self.kept.base + self.kept.slugs_signed.count(campaign.slug)

    async def find(self, campaign: Campaign, person: Person) -> Signature | None:
        return self.kept.signatures.get((campaign.slug, person.user_id))

    async def of(self, person: Person) -> Sequence[tuple[Campaign, Signature]]:
        return [
            (self.kept.campaigns[slug], signature)
            for (slug, user), signature in self.kept.signatures.items()
            if user == person.user_id and self.kept.campaigns[slug].running
        ]

    async def withdraw(self, campaign: Campaign, person: Person) -> bool:
        key = (campaign.slug, person.user_id)
        self.kept.invites.pop(key, None)
        self.kept.told_in.pop(key, None)
        return self.kept.signatures.pop(key, None) is not None


@dataclass
class FakeSupporters:
    kept: Kept

    async def subscribe(
        self, campaign: Campaign, person: Person, locale: str, country: str, consent: Consent
    ) -> None:
        self.kept.subscriptions[campaign.slug, person.user_id] = Subscription(
            campaign, TODAY, locale, country, consent
        )
        wording = consent.wording
        self.kept.consents.append((consent.purpose, wording.text.partition(" ")[0], wording.locale))

    async def unsubscribe(self, campaign: Campaign, person: Person) -> bool:
        return self.kept.subscriptions.pop((campaign.slug, person.user_id), None) is not None

    async def subscriptions(self, person: Person) -> Sequence[Subscription]:
        return [
            each for (_, user), each in self.kept.subscriptions.items() if user == person.user_id
        ]

    async def speaks(self, person: Person, locale: str) -> None:
        for key, each in self.kept.subscriptions.items():
            if key[1] == person.user_id:
                self.kept.subscriptions[key] = replace(each, locale=locale)

    async def returned(self, person: Person) -> None:
        """Nobody here is out of reach."""

    async def forget(self, person: Person) -> None:
        self.kept.forgotten.append(person.user_id)
        kept = self.kept
        for table in (kept.signatures, kept.subscriptions, kept.invites, kept.told_in):
            for key in [key for key in table if key[1] == person.user_id]:
                del table[key]


@dataclass
class FakeInvites:
    kept: Kept

    async def find(self, campaign: Campaign, person: Person) -> Invite | None:
        if not campaign.running or campaign.discreet:
            return None
        return self.kept.invites.get((campaign.slug, person.user_id))

    async def of(self, campaign: Campaign, person: Person) -> Invite | None:
        key = (campaign.slug, person.user_id)
        if not campaign.running or campaign.discreet or key not in self.kept.signatures:
            return None
        # Readable in a failing test, and different for everybody.
        token = f"{campaign.slug}-{person.user_id}".ljust(16, "_")[:16]
        return self.kept.invites.setdefault(key, Invite(token, joined=0))

    async def tell(self, campaign: Campaign, person: Person, locale: str, consent: Consent) -> None:
        invite = await self.of(campaign, person)
        if invite is None:
            return
        key = (campaign.slug, person.user_id)
        self.kept.invites[key] = replace(invite, consent=consent)
        self.kept.told_in[key] = locale
        wording = consent.wording
        self.kept.consents.append((consent.purpose, wording.text.partition(" ")[0], wording.locale))

    async def untell(self, campaign: Campaign, person: Person) -> None:
        key = (campaign.slug, person.user_id)
        if invite := self.kept.invites.get(key):
            self.kept.invites[key] = replace(invite, consent=None)
        self.kept.told_in.pop(key, None)


@dataclass
class FakeReceipts:
    """A receipt here is a line: what it is, the campaign, the user, the country, the language."""

    kept: Kept

    async def of(self, campaign: Campaign, person: Person) -> Receipt | None:
        signature = self.kept.signatures.get((campaign.slug, person.user_id))
        if signature is None or not campaign.running or not self.kept.logged:
            return None
        kind = "proof" if self.kept.checkpointed else "promise"
        parts = (kind, campaign.slug, person.user_id, signature.country, signature.locale)
        return Receipt(f"{','.join(parts)}\n".encode(), self.kept.checkpointed)

    async def check(self, content: bytes) -> CheckedReceipt:
        kind, _, rest = content.decode().removesuffix("\n").partition(",")
        if kind not in ("proof", "promise"):
            known: dict[str, Unfit] = {each: each for each in get_args(Unfit)}
            raise NotAReceipt(known.get(kind, "strange"))
        slug, user, country, locale = rest.split(",")
        signatures = self.kept.slugs_signed.count(slug) if kind == "proof" else None
        campaign = self.kept.campaigns[slug]
        return CheckedReceipt(campaign, country, locale, signatures, user)

    async def take_back(self, campaign: Campaign, key: str) -> bool:
        return self.kept.signatures.pop((campaign.slug, key), None) is not None


class NoOrganizers:
    """A house in which nobody organizes anything; organizers' talks use the real stores."""

    async def find(self, person: Person) -> Organizer | None:
        return None

    async def peek(self, token: str, now: datetime) -> tuple[Campaign | None, Role]:
        raise LinkSpent


def nobody_organizes(kept: Kept) -> Organizing:
    """The organizers' stores as a supporter meets them."""
    nobody: Any = NoOrganizers()
    nobodys = [nobody] * (len(fields(Organizing)) - 2)
    return Organizing(FakeCampaigns(kept), *nobodys)
