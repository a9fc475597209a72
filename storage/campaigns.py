"""The campaigns: what they say, and whether one may sign them."""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.stores import Alert, Asks, Campaign, Figures, Related, Section, Totals
from storage import models
from storage.counts import Counts
from storage.database import AnyRow, Database
from storage.faults import CampaignFault
from storage.organisation_key import PublicKey
from storage.vault import Vault, person_tag

LISTED_FOR = 2.0
"""Seconds until the list of campaigns is looked at again."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An alert's picture as a file holds it."""

    media_type: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Its name."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class OpenCampaign:
    """A campaign while it is open, with its secrets."""

    campaign: Campaign
    pepper: bytes
    organisation_key_id: int
    organisation_key: PublicKey

    def tag(self, channel: str, user_id: str) -> bytes:
        """What a person is known by under this campaign: the same for nobody and nowhere else."""
        return person_tag(self.pepper, channel, user_id)


@dataclass(frozen=True, slots=True)
class _Entry:
    revision: int
    campaign: Campaign
    opened: OpenCampaign | None


class Campaigns:
    """Implements `handlers.stores.Campaigns`, and what organizers do with a campaign.

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
        """The open campaigns, urgent ones first, then the newest."""
        return [opened.campaign for opened in await self.opened()]

    async def get(self, slug: str) -> Campaign | None:
        """The campaign of that name if it was ever opened, or None."""
        entry = (await self._fresh()).get(slug)
        return entry.campaign if entry and entry.campaign.status != "draft" else None

    async def all(self) -> Sequence[Campaign]:
        """Every campaign, drafts too, by name."""
        entries = await self._fresh()
        return [entries[slug].campaign for slug in sorted(entries)]

    async def totals(self, campaign: Campaign, country: str = "") -> Totals:
        """The signatures up to now; about a second old at most."""
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

    # What organizers do.

    async def save(self, campaign: Campaign, pictures: Iterable[Picture] = ()) -> Campaign:
        """Keep a campaign as a draft, or change the one of that slug; the campaign as kept.

        `id` and `status` are not taken from `campaign`, nor is `sample` for one that is there
        already: opening and closing have their own calls, and a real campaign never becomes
        a sample. Raises CampaignFault where its picture is neither given nor kept.
        """
        columns = models.campaigns.c
        async with self._database.write() as connection:
            for picture in pictures:
                await connection.execute(
                    self._database.insert(models.pictures)
                    .values(sha256=picture.sha256, media_type=picture.media_type, data=picture.data)
                    .on_conflict_do_nothing()
                )
            if campaign.picture and not await connection.scalar(
                select(exists().where(models.pictures.c.sha256 == campaign.picture))
            ):
                raise CampaignFault(f"The picture of campaign {campaign.slug} is missing.")
            values = _columns(campaign)
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
        self._changed()
        return (await self._fresh())[campaign.slug].campaign

    async def open_campaign(self, slug: str, fingerprint: str, now: datetime | None = None) -> None:
        """Let people sign, sealing what they write to the organisation key of that fingerprint.

        Nothing changes where it is open already. Raises CampaignFault where there is no such
        campaign, it is closed for good or open with another key, or the key is not there or not
        proven.
        """
        keys, columns = models.organisation_keys.c, models.campaigns.c
        async with self._database.write() as connection:
            known = (
                await connection.execute(
                    select(columns.status, columns.organisation_key_id)
                    .where(columns.slug == slug)
                    .with_for_update()
                )
            ).one_or_none()
            if known is None:
                raise CampaignFault(f"There is no campaign {slug}: import it first.")
            if known.status == "closed":
                # Its pepper is gone, so those who signed could sign again.
                raise CampaignFault(f"Campaign {slug} is closed; a closed campaign stays closed.")
            key = (
                await connection.execute(
                    select(keys.id, keys.proven_at).where(keys.fingerprint == fingerprint)
                )
            ).one_or_none()
            if key is None:
                raise CampaignFault(f"There is no organisation key {fingerprint}: add it first.")
            if known.status == "open":
                if key.id == known.organisation_key_id:
                    return
                # Whoever believed that this key opens them might throw away the right one.
                raise CampaignFault(
                    f"Campaign {slug} is open already, with another key: keep that."
                )
            if key.proven_at is None:
                raise CampaignFault(
                    f"Nobody has proven to hold the private half of key {fingerprint[:16]}:"
                    " answer its challenge first, or the signatures might be lost for ever."
                )
            await connection.execute(
                update(models.campaigns)
                .where(columns.slug == slug)
                .values(
                    status="open",
                    organisation_key_id=key.id,
                    pepper=self._vault.new_pepper(slug),
                    opened_at=now or datetime.now(UTC),
                    revision=columns.revision + 1,
                )
            )
        self._changed()

    async def close(self, slug: str, now: datetime | None = None) -> None:
        """Let nobody sign any more, and destroy the pepper, so that no tag leads to a person.

        Whoever was let in before is counted; nobody is after this returns. Those who wished to
        hear how many joined through them hear nothing more. Nothing changes where it is closed
        already. Raises CampaignFault where it was never open.
        """
        columns = models.campaigns.c
        async with self._database.write(erases=True) as connection:
            # This lock, unlike UPDATE's own, waits for those who are just signing (`sign` holds
            # FOR KEY SHARE) and makes the next ones wait to see that it is closed.
            status = await connection.scalar(
                select(columns.status).where(columns.slug == slug).with_for_update()
            )
            if status is None:
                raise CampaignFault(f"There is no campaign {slug}.")
            if status == "draft":
                raise CampaignFault(f"Campaign {slug} was never opened.")
            if status == "open":
                await connection.execute(
                    update(models.campaigns)
                    .where(columns.slug == slug)
                    .values(
                        status="closed",
                        pepper=None,
                        closed_at=now or datetime.now(UTC),
                        revision=columns.revision + 1,
                    )
                )
                await _stop_telling(connection, slug)
        self._changed()

    # What other stores ask.

    async def opened(self) -> Sequence[OpenCampaign]:
        """The open campaigns with their secrets, urgent ones first, then the newest."""
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
        """A campaign with its secrets, or None where it is not open."""
        entry = (await self._fresh()).get(campaign.slug)
        return entry.opened if entry else None

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

    def _changed(self) -> None:
        """Look again at once; so must whoever is looking just now, for it may be too early."""
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
        keys, texts = models.organisation_keys, models.campaign_texts
        samples = models.sample_campaigns
        rows = await connection.execute(
            select(
                models.campaigns,
                keys.c.public,
                samples.c.campaign_id.is_not(None).label("sample"),
            )
            .outerjoin(keys, keys.c.id == models.campaigns.c.organisation_key_id)
            .outerjoin(samples, samples.c.campaign_id == models.campaigns.c.id)
            .where(models.campaigns.c.id.in_(ids))
        )
        alerts: dict[int, dict[str, Alert]] = {}
        for text in await connection.execute(select(texts).where(texts.c.campaign_id.in_(ids))):
            alerts.setdefault(text.campaign_id, {})[text.locale] = _alert(text.locale, text.content)
        return {row.slug: self._entry(row, alerts.get(row.id, {})) for row in rows}

    def _entry(self, row: AnyRow, texts: dict[str, Alert]) -> _Entry:
        campaign = Campaign(
            id=row.id,
            slug=row.slug,
            status=row.status,
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
            sample=row.sample,
        )
        opened = None
        if row.status == "open":
            opened = OpenCampaign(
                campaign,
                pepper=self._vault.unwrap_pepper(row.slug, row.pepper),
                organisation_key_id=row.organisation_key_id,
                organisation_key=PublicKey.from_raw(row.public),
            )
        return _Entry(row.revision, campaign, opened)


async def _stop_telling(connection: AsyncConnection, slug: str) -> None:
    """Erase the addresses and consents of those who wished to hear how many joined by them."""
    table = models.invites
    told = (
        select(table.c.id)
        .join(models.campaigns, models.campaigns.c.id == table.c.campaign_id)
        .where(models.campaigns.c.slug == slug, table.c.chat.is_not(None))
        .order_by(table.c.id)
        .with_for_update(of=table)
    )
    await connection.execute(update(table).where(table.c.id.in_(told)).values(models.UNTOLD))


def _columns(campaign: Campaign) -> dict[str, Any]:
    return {
        "date": campaign.date,
        "default_locale": campaign.default_locale,
        "responsible": campaign.responsible,
        "contact": campaign.contact,
        "retention_days": campaign.retention_days,
        "asks": asdict(campaign.asks),
        "urgent": campaign.urgent,
        "milestones": list(campaign.milestones),
        "picture": campaign.picture or None,
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


def _alert(locale: str, content: dict[str, Any]) -> Alert:
    sections = tuple(Section(**section) for section in content.pop("sections", ()))
    links = tuple(Related(**link) for link in content.pop("links", ()))
    return replace(Alert(**content), locale=locale, sections=sections, links=links)
