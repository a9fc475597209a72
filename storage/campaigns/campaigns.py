"""The campaigns: what they say, and whether one may sign them."""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Alert, Asks, Campaign, Related, Section
from handlers.domain.statistics import Figures, Totals
from handlers.ports import campaigns as ports
from storage import models
from storage.campaigns.counts import Counts
from storage.campaigns.lifecycle import guard, status_of
from storage.campaigns.pictures import Picture
from storage.database import AnyRow, Database
from storage.errors import CampaignFault
from storage.organisation_keys.key_pair import PublicKey
from storage.vault import Vault, person_tag

LISTED_FOR = 2.0
"""Seconds until the list of campaigns is looked at again."""


@dataclass(frozen=True, slots=True)
class OpenCampaign:
    """A campaign while it is open or paused, with its secrets."""

    campaign: Campaign
    pepper: bytes
    organisation_key_id: int
    key_set: int
    keys: tuple[PublicKey, ...]
    """What signers write is sealed to these."""

    def tag(self, channel: str, user_id: str) -> bytes:
        """What a person is known by under this campaign: the same for nobody and nowhere else."""
        return person_tag(self.pepper, channel, user_id)


@dataclass(frozen=True, slots=True)
class _Entry:
    revision: int
    campaign: Campaign
    opened: OpenCampaign | None


class Campaigns(ports.Campaigns, ports.AllCampaigns):
    """The campaigns, what an import does with them, and what other stores ask of them.

    Reading costs a query every few seconds for the whole process, however many ask.
    """

    def __init__(
        self, database: Database, vault: Vault, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock
        self._entries: Mapping[str, _Entry] = {}
        self._listed_at = float("-inf")
        self._changes = 0
        self._listing = asyncio.Lock()
        self._counts = Counts(database, clock)

    async def open(self) -> Sequence[Campaign]:
        running = [opened.campaign for opened in await self.opened()]
        return [each for each in running if each.status == "open"]

    async def running(self) -> Sequence[Campaign]:
        return [opened.campaign for opened in await self.opened()]

    async def get(self, slug: str) -> Campaign | None:
        entries = await self._fresh()
        entry = entries.get(slug)
        if slug.startswith("-"):
            entry = next((each for each in entries.values() if each.campaign.handle == slug), None)
        return entry.campaign if entry and entry.campaign.status != "draft" else None

    async def all(self) -> Sequence[Campaign]:
        entries = await self._fresh()
        return [entries[slug].campaign for slug in sorted(entries)]

    async def totals(self, campaign: Campaign, country: str = "") -> Totals:
        return await self._counts.totals(campaign, country)

    async def figures(self, campaign: Campaign) -> Figures:
        """The signatures up to now by country, day, language and source; seconds old at most."""
        return await self._counts.figures(campaign)

    async def picture(self, sha: str) -> Picture | None:
        """The picture of that SHA-256 (hex), or None."""
        columns = models.pictures.c
        async with self._database.read() as connection:
            query = select(columns.media_type, columns.data).where(columns.sha256 == sha)
            row = (await connection.execute(query)).one_or_none()
        return Picture(row.media_type, row.data) if row else None

    # What an import does.

    async def save(self, campaign: Campaign, pictures: Iterable[Picture] = ()) -> Campaign:
        """Keep a campaign as a draft, or change the one of that slug; the campaign as kept.

        `id` and `status` are not taken from `campaign`, nor is `sample` for one that is there
        already: opening and closing have their own calls, and a real campaign never becomes a
        sample.

        Raises:
            CampaignFault: its picture or mark is neither given nor kept, or it would be less
                safe for those who have signed it.
        """
        columns = models.campaigns.c
        async with self._database.write(erases=True) as connection:
            await guard(connection, campaign)
            for picture in pictures:
                await self.keep(connection, picture)
            for what, sha in (("picture", campaign.picture), ("mark", campaign.mark)):
                if sha and not await connection.scalar(
                    select(exists().where(models.pictures.c.sha256 == sha))
                ):
                    raise CampaignFault(f"The {what} of campaign {campaign.slug} is missing.")
            values = columns_of(campaign)
            insert = self._database.insert(models.campaigns).values(
                slug=campaign.slug, status="draft", **values
            )
            row = (
                await connection.execute(
                    insert.on_conflict_do_update(
                        index_elements=[columns.slug],
                        set_={**values, "revision": columns.revision + 1},
                    ).returning(columns.id, columns.revision)
                )
            ).one()
            if row.revision == 1 and campaign.sample:
                await connection.execute(
                    models.sample_campaigns.insert().values(campaign_id=row.id)
                )
            await _replace_texts(connection, row.id, campaign.texts)
        self.outdated()
        return (await self._fresh())[campaign.slug].campaign

    async def keep(self, connection: AsyncConnection, picture: Picture) -> None:
        """Keep a picture, in the transaction that gives it to somebody."""
        await connection.execute(
            self._database.insert(models.pictures)
            .values(sha256=picture.sha256, media_type=picture.media_type, data=picture.data)
            .on_conflict_do_nothing()
        )

    # What other stores ask.

    async def opened(self) -> Sequence[OpenCampaign]:
        """The campaigns that are open or paused, with their secrets, in the order of `open`."""
        entries = (await self._fresh()).values()
        return sorted(
            (entry.opened for entry in entries if entry.opened is not None),
            key=lambda opened: (
                not opened.campaign.urgent,
                -opened.campaign.date.toordinal(),
                -opened.campaign.id,
            ),
        )

    async def secrets(self, campaign: Campaign) -> OpenCampaign | None:
        """A campaign with its secrets, or None where it is neither open nor paused."""
        entry = (await self._fresh()).get(campaign.slug)
        return entry.opened if entry else None

    async def numbered(self, campaign_id: int) -> Campaign | None:
        """The campaign of that number, be it a draft, or None."""
        campaigns = (entry.campaign for entry in (await self._fresh()).values())
        return next((each for each in campaigns if each.id == campaign_id), None)

    async def by_id(self) -> Mapping[int, Campaign]:
        """Every campaign that was ever opened."""
        return {
            entry.campaign.id: entry.campaign
            for entry in (await self._fresh()).values()
            if entry.campaign.status != "draft"
        }

    def noticed(self, campaign: Campaign, country: str, change: int) -> None:
        """Count a signature in this process's totals at once, before they are looked at again."""
        self._counts.noticed(campaign, country, change)

    # The caches.

    def outdated(self) -> None:
        """Something was changed: look again at once.

        So must whoever is looking just now, for it may be too early.
        """
        self._changes += 1
        self._listed_at = float("-inf")

    async def _fresh(self) -> Mapping[str, _Entry]:
        if self._clock() - self._listed_at >= LISTED_FOR:
            async with self._listing:
                if self._clock() - self._listed_at >= LISTED_FOR:
                    now, changes = self._clock(), self._changes
                    self._entries = await self._list(self._entries)
                    if changes == self._changes:
                        self._listed_at = now
        return self._entries

    async def _list(self, known: Mapping[str, _Entry]) -> Mapping[str, _Entry]:
        """The campaigns, reading in full only those whose revision has moved on."""
        columns = models.campaigns.c
        async with self._database.read() as connection:
            revisions = (
                await connection.execute(select(columns.id, columns.slug, columns.revision))
            ).all()
            kept = {
                row.slug: known[row.slug]
                for row in revisions
                if row.slug in known and known[row.slug].revision == row.revision
            }
            changed = [row.id for row in revisions if row.slug not in kept]
            return {**kept, **await self._read(connection, changed)} if changed else kept

    async def _read(self, connection: AsyncConnection, ids: Sequence[int]) -> dict[str, _Entry]:
        texts, samples = models.campaign_texts, models.sample_campaigns
        rows = (
            await connection.execute(
                select(models.campaigns, samples.c.campaign_id.is_not(None).label("sample"))
                .outerjoin(samples, samples.c.campaign_id == models.campaigns.c.id)
                .where(models.campaigns.c.id.in_(ids))
            )
        ).all()
        keys = await _keys_in_use(connection, {row.id: row.key_set for row in rows})
        alerts: dict[int, dict[str, Alert]] = {}
        for text in await connection.execute(select(texts).where(texts.c.campaign_id.in_(ids))):
            alerts.setdefault(text.campaign_id, {})[text.locale] = alert_of(
                text.locale, text.content
            )
        return {
            row.slug: self._entry(row, alerts.get(row.id, {}), keys.get(row.id, ())) for row in rows
        }

    def _entry(self, row: AnyRow, texts: dict[str, Alert], keys: tuple[PublicKey, ...]) -> _Entry:
        campaign = Campaign(
            id=row.id,
            slug=row.slug,
            status=status_of(row),
            date=row.date,
            default_locale=row.default_locale,
            texts=texts,
            responsible=row.responsible,
            contact=row.contact,
            retention_days=row.retention_days,
            asks=Asks(**row.asks),
            urgent=row.urgent,
            milestones=tuple(row.milestones),
            picture=row.picture or "",
            mark=row.mark or "",
            sample=row.sample,
            safety=row.safety,
            keys=tuple(key.fingerprint for key in keys),
            closed_at=row.closed_at,
        )
        opened = None
        if row.status == "open":
            opened = OpenCampaign(
                campaign,
                pepper=self._vault.unwrap_pepper(row.slug, row.pepper),
                organisation_key_id=row.organisation_key_id,
                key_set=row.key_set,
                keys=keys,
            )
        return _Entry(row.revision, campaign, opened)


async def _keys_in_use(
    connection: AsyncConnection, in_use: Mapping[int, int]
) -> dict[int, tuple[PublicKey, ...]]:
    """The keys that each campaign seals to, the oldest key first.

    `in_use` is the number of each campaign's set. A set never changes once it is in use, so that
    it does not matter that this is another look than the one at the campaigns.
    """
    sets, table = models.key_sets.c, models.organisation_keys.c
    rows = await connection.execute(
        select(sets.campaign_id, sets.number, table.public)
        .join(models.organisation_keys, table.id == sets.organisation_key_id)
        .where(sets.campaign_id.in_(in_use))
        .order_by(table.id)
    )
    found: dict[int, tuple[PublicKey, ...]] = {}
    for row in rows:
        if row.number == in_use[row.campaign_id]:
            key = PublicKey.from_raw(row.public)
            found[row.campaign_id] = (*found.get(row.campaign_id, ()), key)
    return found


def columns_of(campaign: Campaign) -> dict[str, Any]:
    """A campaign's settings as their columns hold them."""
    return {
        "date": campaign.date,
        "default_locale": campaign.default_locale,
        "responsible": campaign.responsible,
        "contact": campaign.contact,
        "retention_days": campaign.retention_days,
        "asks": asdict(campaign.asks.at_high_risk() if campaign.high_risk else campaign.asks),
        "safety": campaign.safety,
        "urgent": campaign.urgent,
        "milestones": list(campaign.milestones),
        "picture": campaign.picture or None,
        "mark": campaign.mark or None,
    }


async def _replace_texts(
    connection: AsyncConnection, campaign_id: int, texts: Mapping[str, Alert]
) -> None:
    table = models.campaign_texts
    await connection.execute(delete(table).where(table.c.campaign_id == campaign_id))
    rows = [
        {"campaign_id": campaign_id, "locale": locale, "content": asdict(alert)}
        for locale, alert in texts.items()
    ]
    if rows:
        await connection.execute(table.insert(), rows)


def alert_of(locale: str, content: dict[str, Any]) -> Alert:
    """A text as its column holds it."""
    sections = tuple(Section(**section) for section in content.pop("sections", ()))
    links = tuple(Related(**link) for link in content.pop("links", ()))
    return replace(Alert(**content), locale=locale, sections=sections, links=links)
