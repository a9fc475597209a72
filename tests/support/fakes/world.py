"""Fake stores, and what happens to them beside conversations."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

from handlers.domain.broadcasts import Audience, AudienceUnknown, Broadcast, Progress
from handlers.domain.campaigns import Campaign, CampaignChanged
from handlers.domain.exports import ExportRequest
from handlers.domain.invites import Arrival
from handlers.domain.moderation import HeldReason
from handlers.domain.signatures import Draft
from handlers.domain.statistics import Stage
from handlers.domain.supporters import Person
from handlers.ports.stores import ALONE
from tests.support.fakes.broadcasts import readers_of
from tests.support.fakes.campaigns import add, chosen, keep_picture, short
from tests.support.fakes.exports import as_of
from tests.support.fakes.kept import Delivery, Kept, Notice, State, key_of
from tests.support.fakes.moderation import hold
from tests.support.fakes.opening import open_stores
from tests.support.petition import consent, draft_campaign
from tests.support.world import Amounts, Outcome, World


class FakeWorld(World):
    """Stores in memory."""

    def __init__(self, alone: int = ALONE) -> None:
        self.kept = Kept(logged=False)
        self.stores = open_stores(self.kept, alone)

    async def save(self, campaign: Campaign, pictures: Iterable[bytes] = ()) -> Campaign:
        kept = self.kept
        for each in pictures:
            keep_picture(kept, each)
        there = kept.campaigns.get(campaign.slug)
        if there is None:
            return add(kept, campaign)
        if there.status != "draft" and there.high_risk and not campaign.high_risk:
            raise CampaignChanged(campaign.slug)
        changed = replace(
            campaign,
            id=there.id,
            status=there.status,
            keys=there.keys,
            sample=there.sample,
            closed_at=there.closed_at,
        )
        kept.campaigns[campaign.slug] = changed
        return changed

    async def petition(self, slug: str = "release", **changes: Any) -> Campaign:
        key = await self.add_key()
        made = add(self.kept, draft_campaign(slug, **changes))
        self.kept.campaigns[slug] = opened = replace(made, status="open", keys=(key,))
        return opened

    async def add_key(self, whose: str = "ours", *, proven: bool = True) -> str:
        fingerprint = sha256(whose.encode()).hexdigest()
        self.kept.keys[fingerprint] = proven or self.kept.keys.get(fingerprint, False)
        return fingerprint

    async def seal_to(
        self, campaign: Campaign, fingerprints: Sequence[str], now: datetime
    ) -> Campaign:
        there = self.kept.campaigns[campaign.slug]
        keys = chosen(self.kept, fingerprints)
        if keys == there.keys:
            return there
        before, after = short(there.keys), short(keys)
        if before:
            self.kept.write_down("keys-changed", None, there, now, before=before, after=after)
        else:
            self.kept.write_down("keys", None, there, now, after=after)
        self.kept.tell_owners("keys", there.slug, before=before, after=after)
        self.kept.campaigns[there.slug] = changed = replace(there, keys=keys)
        return changed

    async def add_origin(self, campaign: Campaign, code: str, label: str) -> None:
        self.kept.origins.setdefault(campaign.slug, {})[code] = label

    async def picture(self, sha: str) -> bytes | None:
        return self.kept.pictures.get(sha)

    async def sign_held(
        self, campaign: Campaign, person: Person, draft: Draft, arrival: Arrival, held: HeldReason
    ) -> None:
        await self.stores.signatures.sign(campaign, person, draft, consent(), arrival)
        hold(self.kept, key_of(campaign, person), held)

    async def work(self) -> None:
        for key in list(self.kept.signatures):
            mark = self.kept.mark(key)
            if mark.decision == "release":
                mark.held, mark.decision = "", None
            elif mark.decision is not None:
                self.kept.erase(key)
                continue
            mark.counted = mark.counts
        for key in [key for key in self.kept.invites if not self.kept.campaigns[key[0]].running]:
            del self.kept.invites[key]

    async def keep_log(self, campaign: Campaign) -> None:
        self.kept.logged = True

    async def checkpoint(self, campaign: Campaign) -> None:
        self.kept.checkpointed = True

    async def counted(self, campaign: Campaign, amounts: Amounts) -> None:
        self.kept.earlier.setdefault(campaign.slug, Counter()).update(amounts.rows)

    async def came(self, campaign: Campaign, stages: Mapping[Stage, int]) -> None:
        for stage, amount in stages.items():
            self.kept.stages[campaign.slug, stage] += amount

    async def prepare(self, now: datetime) -> None:
        for each in list(self.kept.broadcasts.values()):
            if each.status == "scheduled" and each.due_at is not None and each.due_at <= now:
                self._prepare(each, now)

    def _prepare(self, broadcast: Broadcast, now: datetime) -> None:
        kept = self.kept
        try:
            readers = readers_of(kept, broadcast)
        except AudienceUnknown:
            changed = replace(broadcast, status="cancelled", started_at=now, ended_at=now)
        else:
            kept.lists[broadcast.id] = [
                Delivery(who, each.country) for who, each in readers.items()
            ]
            changed = replace(broadcast, status="sending", started_at=now)
            if not readers:
                changed = replace(changed, status="done", ended_at=now)
        kept.broadcasts[broadcast.id] = changed

    async def deliver(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        to_come = list(outcomes)
        for broadcast in list(self.kept.broadcasts.values()):
            if broadcast.status != "sending":
                continue
            for each in self.kept.lists[broadcast.id]:
                if each.state != "pending":
                    continue
                if (broadcast.slug, each.reader) not in self.kept.subscriptions:
                    each.state = "unsubscribed"
                    continue
                each.state = to_come.pop(0) if to_come else "sent"
                if each.state == "blocked":
                    self.kept.unreachable.add(each.reader)
            self.kept.broadcasts[broadcast.id] = replace(broadcast, status="done", ended_at=now)

    async def past_broadcast(self, campaign: Campaign, at: datetime, in_each: Progress) -> int:
        self.kept.begun += 1
        number = self.kept.begun
        self.kept.broadcasts[number] = Broadcast(
            number, campaign.slug, "done", {}, Audience(), None, started_at=at, ended_at=at
        )
        amounts: dict[State, int] = {
            "pending": in_each.left,
            "sent": in_each.sent,
            "blocked": in_each.blocked,
            "unknown": in_each.unknown,
            "failed": in_each.failed,
            "unsubscribed": in_each.unsubscribed,
        }
        self.kept.lists[number] = [
            Delivery("", country, state, amount)
            for country in ("FR", "DE")
            for state, amount in amounts.items()
        ]
        return number

    async def watchers(self, now: datetime) -> Sequence[str]:
        found = []
        for broadcast_id, organizer_id in sorted(self.kept.watchers):
            campaign = self.kept.campaigns[self.kept.broadcasts[broadcast_id].slug]
            team = {each.id: each.name for each in self.kept.team(campaign)}
            found += [team[organizer_id]] if organizer_id in team else []
        return found

    async def notices(self) -> Sequence[Notice]:
        taken, self.kept.notices = self.kept.notices, []
        return taken

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
        number = len(self.kept.requests) + 1
        self.kept.requests[number] = ExportRequest(
            number, campaign.slug, country, locale, held, amount, "asked", now
        )
        self.kept.tell_owners(
            "export",
            campaign.slug,
            number=number,
            amount=amount,
            country=country,
            locale=locale,
            held=int(held),
        )
        facts = {"number": number, "count": amount}
        self.kept.write_down("export-asked", None, campaign, now, **facts)
        return number

    async def use_export(self, number: int, now: datetime) -> bool:
        found = as_of(self.kept, self.kept.requests[number], now)
        if found.state != "granted":
            return False
        self.kept.requests[number] = replace(found, state="used")
        read = sum(
            key[0] == found.slug
            and found.country in ("", each.country)
            and found.locale in ("", each.locale)
            and (found.held or not self.kept.mark(key).held)
            for key, each in self.kept.signatures.items()
        )
        self.kept.write_down("exported", None, self.kept.campaigns[found.slug], now, count=read)
        return True

    async def rows(self, table: Literal["signatures", "held", "invites"]) -> int:
        if table == "held":
            return sum(bool(self.kept.mark(key).held) for key in self.kept.signatures)
        return len(self.kept.signatures if table == "signatures" else self.kept.invites)

    async def everything(self) -> object:
        return deepcopy(self.kept)
