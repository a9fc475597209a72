"""Campaigns that are made up, and the store that holds them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from handlers.domain.campaigns import (
    Alert,
    Asks,
    Campaign,
    CampaignChanged,
    Related,
    Section,
    SlugTaken,
    Status,
)
from handlers.domain.organizers import Organizer
from handlers.domain.statistics import Totals
from handlers.ports.campaigns import AllCampaigns, CampaignEdits, Campaigns
from storage.campaigns import pictures
from tests.support.fakes.kept import Kept


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


def high_risk(slug: str = "quiet", **other: object) -> Campaign:
    """An open campaign at high risk, that asks for a country if one likes."""
    asks = Asks(name="no", country="optional")
    return campaign(slug, **{"safety": "high", "asks": asks, **other})


@dataclass
class FakeCampaigns(Campaigns, AllCampaigns):
    kept: Kept

    async def open(self) -> Sequence[Campaign]:
        return [each for each in await self.running() if each.status == "open"]

    async def running(self) -> Sequence[Campaign]:
        found = [each for each in self.kept.campaigns.values() if each.running]
        # Of the same day, in the order in which a test has listed them.
        return sorted(found, key=lambda each: (not each.urgent, -each.date.toordinal()))

    async def get(self, slug: str) -> Campaign | None:
        every = {
            name: each for each in self.kept.campaigns.values() for name in (each.slug, each.handle)
        }
        found = every.get(slug)
        return found if found and found.status != "draft" else None

    async def all(self) -> Sequence[Campaign]:
        return sorted(self.kept.campaigns.values(), key=lambda each: each.slug)

    async def totals(self, campaign: Campaign, country: str = "") -> Totals:
        kept = self.kept
        there = sum(
            each.country == country and kept.mark(key).counts
            for key, each in kept.signatures.items()
            if key[0] == campaign.slug
        )
        earlier = kept.earlier.get(campaign.slug, Counter())["country", country]
        return Totals(kept.total(campaign.slug), (there + earlier) if country else 0)


@dataclass
class FakeCampaignEdits(CampaignEdits):
    kept: Kept

    async def create(self, campaign: Campaign, organizer: Organizer, now: datetime) -> Campaign:
        kept = self.kept
        if campaign.slug in kept.campaigns:
            raise SlugTaken(campaign.slug)
        made = add(kept, campaign)
        kept.organizers[organizer.id].roles[made.id] = "owner"
        kept.write_down("created", organizer, made, now)
        return made

    async def write(
        self,
        campaign: Campaign,
        alert: Alert,
        what: str,
        organizer: Organizer | None,
        now: datetime,
    ) -> Campaign:
        there = self._there(campaign)
        if there.texts.get(alert.locale) != campaign.texts.get(alert.locale):
            raise CampaignChanged(campaign.slug)
        self.kept.write_down("text", organizer, there, now, what=what, language=alert.locale)
        return self._change(there, texts={**there.texts, alert.locale: alert})

    async def set(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime, **changes: Any
    ) -> Campaign:
        there = self._there(campaign)
        safety = changes.get("safety", there.safety)
        if safety == "high" and campaign.asks != (asks := campaign.asks.at_high_risk()):
            changes["asks"] = asks
        elif safety == "normal" and there.high_risk and there.status != "draft":
            raise CampaignChanged(campaign.slug)
        if any(getattr(there, name) != getattr(campaign, name) for name in changes):
            raise CampaignChanged(campaign.slug)
        if safety != there.safety:
            for key in [key for key in self.kept.invites if key[0] == there.slug]:
                del self.kept.invites[key]
        for name in changes:
            self.kept.write_down("setting", organizer, there, now, what=name.replace("_", "-"))
        return self._change(there, **changes)

    async def illustrate(
        self, campaign: Campaign, picture: bytes | None, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        sha = keep_picture(self.kept, picture)
        there = self._there(campaign)
        if there.picture != campaign.picture:
            raise CampaignChanged(campaign.slug)
        self.kept.write_down("setting", organizer, there, now, what="picture")
        return self._change(there, picture=sha)

    async def keys(self) -> Sequence[str]:
        return [fingerprint for fingerprint, proven in self.kept.keys.items() if proven]

    async def open(
        self,
        campaign: Campaign,
        fingerprints: Collection[str],
        organizer: Organizer | None,
        now: datetime,
    ) -> Campaign:
        there = self._there(campaign)
        if there.status == "closed" or (there.keys and set(there.keys) != set(fingerprints)):
            raise CampaignChanged(campaign.slug)
        if there.status != "draft":
            return there
        keys = chosen(self.kept, fingerprints)
        self.kept.write_down("opened", organizer, there, now)
        if not there.keys:
            self.kept.write_down("keys", organizer, there, now, after=short(keys))
            if organizer is None:
                self.kept.tell_owners("keys", there.slug, before="", after=short(keys))
        return self._change(there, status="open", keys=keys)

    async def pause(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        return self._become(campaign, "paused", "paused", organizer, now, "open")

    async def resume(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        return self._become(campaign, "open", "resumed", organizer, now, "paused")

    async def close(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        closed = self._become(campaign, "closed", "closed", organizer, now, "open", "paused")
        for key in [key for key in self.kept.told_in if key[0] == closed.slug]:
            del self.kept.told_in[key]
        return closed

    def _become(
        self,
        campaign: Campaign,
        status: Status,
        deed: str,
        organizer: Organizer | None,
        now: datetime,
        *before: Status,
    ) -> Campaign:
        """Change the status; nothing happens where it is that already."""
        there = self._there(campaign)
        if there.status == status:
            return there
        if there.status not in before:
            raise CampaignChanged(campaign.slug)
        self.kept.write_down(deed, organizer, there, now)
        return self._change(there, status=status, closed_at=now if status == "closed" else None)

    def _there(self, campaign: Campaign) -> Campaign:
        there = self.kept.campaigns.get(campaign.slug)
        if there is None:
            raise CampaignChanged(campaign.slug)
        return there

    def _change(self, there: Campaign, **changes: Any) -> Campaign:
        self.kept.campaigns[there.slug] = changed = replace(there, **changes)
        return changed


def add(kept: Kept, campaign: Campaign) -> Campaign:
    """Keep a new draft, with a number of its own."""
    number = max((each.id for each in kept.campaigns.values()), default=0) + 1
    asks = campaign.asks.at_high_risk() if campaign.high_risk else campaign.asks
    made = replace(campaign, id=number, status="draft", keys=(), asks=asks)
    kept.campaigns[made.slug] = made
    return made


def chosen(kept: Kept, fingerprints: Collection[str]) -> tuple[str, ...]:
    """Those keys, the oldest first. Raises CampaignChanged where one is not proven."""
    proven = [each for each, proven in kept.keys.items() if proven and each in fingerprints]
    if not proven or set(proven) != set(fingerprints):
        raise CampaignChanged
    return tuple(proven)


def short(fingerprints: Collection[str]) -> str:
    """Keys as people name them."""
    return ", ".join(each[:16] for each in fingerprints)


def keep_picture(kept: Kept, picture: bytes | None) -> str:
    """The SHA-256 (hex) of the picture as it is kept, or nothing. Raises PictureRefused."""
    if picture is None:
        return ""
    checked = pictures.check(picture)
    kept.pictures[checked.sha256] = checked.data
    return checked.sha256
