"""The real stores, and what happens to them beside conversations."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import select

from handlers.domain.broadcasts import Progress
from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.moderation import HeldReason
from handlers.domain.signatures import Draft
from handlers.domain.statistics import Stage
from handlers.domain.supporters import Person
from storage import models
from storage.campaigns import pictures
from storage.container import Storage
from storage.errors import ExportFault
from storage.exports import claims
from storage.exports.reader import Narrowed
from storage.organisation_keys.key_pair import PrivateKey, prove
from tests.support import numbers
from tests.support.petition import consent
from tests.support.storage.petition import PRIVATE, count, open_petition
from tests.support.world import Amounts, Notice, Outcome, World


class RealWorld(World):
    """Stores over a database."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.stores = storage.stores

    async def save(self, campaign: Campaign, files: Iterable[bytes] = ()) -> Campaign:
        return await self.storage.campaigns.save(campaign, map(pictures.check, files))

    async def petition(self, slug: str = "release", **changes: Any) -> Campaign:
        return await open_petition(self.storage, slug, **changes)

    async def add_key(self, whose: str = "ours", *, proven: bool = True) -> str:
        keys = self.storage.organisation_keys
        own = PrivateKey.from_raw(whose.encode().ljust(96, b"!"))
        private = PRIVATE if whose == "ours" else own
        fingerprint = (await keys.add(private.public)).fingerprint
        if proven:
            challenge = await keys.challenge(fingerprint)
            assert await keys.answer(fingerprint, prove(private, challenge))
        return fingerprint

    async def seal_to(
        self, campaign: Campaign, fingerprints: Sequence[str], now: datetime
    ) -> Campaign:
        return await self.storage.edits.seal_to(campaign, fingerprints, None, now)

    async def add_origin(self, campaign: Campaign, code: str, label: str) -> None:
        await self.storage.origins.add(campaign, code, label)

    async def picture(self, sha: str) -> bytes | None:
        found = await self.storage.campaigns.picture(sha)
        return found.data if found else None

    async def sign_held(
        self, campaign: Campaign, person: Person, draft: Draft, arrival: Arrival, held: HeldReason
    ) -> None:
        signatures = self.storage.signatures
        await signatures.sign(campaign, person, draft, consent(), arrival, held)

    async def work(self) -> None:
        storage = self.storage
        while await storage.moderation.run_once() or await storage.sequencer.run_once():
            pass
        # So early that no signature's time is over: only links that serve nobody are erased.
        await storage.retention.run_once(datetime(2026, 1, 1, tzinfo=UTC))

    async def keep_log(self, campaign: Campaign) -> None:
        await self.storage.logs.begin(campaign, "https://petition.example")

    async def checkpoint(self, campaign: Campaign) -> None:
        hour = timedelta(hours=1)
        await self.storage.logs.publish(campaign, datetime.now(UTC), hour)

    async def counted(self, campaign: Campaign, amounts: Amounts) -> None:
        await numbers.counted(
            self.storage,
            campaign,
            amounts.world,
            days=amounts.days,
            languages=amounts.languages,
            countries=amounts.countries,
            sources=amounts.sources,
            partners=amounts.partners,
        )

    async def came(self, campaign: Campaign, stages: Mapping[Stage, int]) -> None:
        by_name = {str(stage): amount for stage, amount in stages.items()}
        await numbers.came(self.storage, campaign, **by_name)

    async def prepare(self, now: datetime) -> None:
        while await self.storage.recipient_lists.prepare(now):
            pass

    async def deliver(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        to_come = list(outcomes)
        deliveries = self.storage.deliveries
        while chunk := await deliveries.lease(["telegram"], (), now):
            done: dict[int, Outcome] = {}
            while batch := await deliveries.advance(chunk, done, 5, now):
                done = {each.id: to_come.pop(0) if to_come else "sent" for each in batch}

    async def past_broadcast(self, campaign: Campaign, at: datetime, in_each: Progress) -> int:
        kept = ("size", "sent", "blocked", "unknown", "failed", "unsubscribed")
        outcomes = {name: getattr(in_each, name) for name in kept}
        return await numbers.broadcast(self.storage, campaign, at, **outcomes)

    async def watchers(self, now: datetime) -> Sequence[str]:
        return [
            each.organizer.name for each in await self.storage.watchers.watched("telegram", now)
        ]

    async def notices(self) -> Sequence[Notice]:
        return await self.storage.notices.take(["telegram"])

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
        narrowed = Narrowed(country, locale, held)
        return await claims.ask(self.storage.database, campaign.slug, narrowed, amount, now)

    async def use_export(self, number: int, now: datetime) -> bool:
        try:
            await claims.use(self.storage.database, number, PRIVATE, now)
        except ExportFault:
            return False
        return True

    async def rows(self, table: Literal["signatures", "held", "invites"]) -> int:
        return await count(self.storage, models.metadata.tables[table])

    async def everything(self) -> object:
        async with self.storage.database.read() as connection:
            return {
                table.name: sorted(map(repr, await connection.execute(select(table))))
                for table in models.metadata.sorted_tables
            }
