"""Campaigns as organizers change them: one change at a time, each in the audit log.

They are the same rows that an import writes. Whoever changes something names what they saw: what
somebody else has changed meanwhile is never overwritten.
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Alert, Campaign, CampaignChanged, SlugTaken
from handlers.domain.organizers import Organizer
from handlers.ports import campaigns as ports
from storage import models
from storage.campaigns.campaigns import Campaigns, alert_of, columns_of
from storage.campaigns.lifecycle import (
    close_in,
    guard,
    named,
    open_in,
    pause_in,
    resume_in,
    seal_to_in,
)
from storage.campaigns.pictures import check
from storage.database import Database
from storage.errors import CampaignFault
from storage.organisation_keys.proven_keys import OrganisationKeys
from storage.organizers.audit_log import Audit
from storage.organizers.notices import tell_owners
from storage.organizers.organizers import Organizers
from storage.vault import Vault

table, texts = models.campaigns, models.campaign_texts


class CampaignEdits(ports.CampaignEdits):
    """The changes that organizers and the command line make.

    What raises CampaignChanged in `set`, `open`, `pause`, `resume` and `close` is a CampaignFault,
    which tells an operator the reason.
    """

    def __init__(
        self,
        database: Database,
        campaigns: Campaigns,
        organizers: Organizers,
        audit: Audit,
        keys: OrganisationKeys,
        vault: Vault,
    ) -> None:
        self._database = database
        self._campaigns = campaigns
        self._organizers = organizers
        self._audit = audit
        self._keys = keys
        self._vault = vault

    async def create(self, campaign: Campaign, organizer: Organizer, now: datetime) -> Campaign:
        async with self._changing() as connection:
            made = await connection.scalar(
                self._database.insert(table)
                .values(slug=campaign.slug, status="draft", **columns_of(campaign))
                .on_conflict_do_nothing(index_elements=[table.c.slug])
                .returning(table.c.id)
            )
            if made is None:
                raise SlugTaken(campaign.slug)
            for alert in campaign.texts.values():
                await connection.execute(
                    texts.insert().values(
                        campaign_id=made, locale=alert.locale, content=asdict(alert)
                    )
                )
            await self._organizers.own(connection, organizer, made)
            there = replace(campaign, id=made)
            await self._audit.write(connection, "created", organizer, there, now)
        return await self._kept(campaign.slug)

    async def write(
        self,
        campaign: Campaign,
        alert: Alert,
        what: str,
        organizer: Organizer | None,
        now: datetime,
    ) -> Campaign:
        mine = (texts.c.campaign_id == campaign.id) & (texts.c.locale == alert.locale)
        async with self._changing() as connection:
            await self._lock(connection, campaign)
            content = await connection.scalar(select(texts.c.content).where(mine))
            seen = campaign.texts.get(alert.locale)
            if (alert_of(alert.locale, content) if content else None) != seen:
                raise CampaignChanged(campaign.slug)
            values = {"content": asdict(alert)}
            await connection.execute(
                update(texts).where(mine).values(values)
                if seen
                else texts.insert().values(campaign_id=campaign.id, locale=alert.locale, **values)
            )
            await self._touch(connection, campaign)
            await self._audit.write(
                connection, "text", organizer, campaign, now, what=what, language=alert.locale
            )
        return await self._kept(campaign.slug)

    async def set(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime, **changes: Any
    ) -> Campaign:
        if changes.get("safety") == "high" and campaign.asks != (
            asks := campaign.asks.at_high_risk()
        ):
            changes["asks"] = asks
        async with self._changing(erases="safety" in changes) as connection:
            await self._set(connection, campaign, changes)
            for name in changes:
                await self._audit.write(
                    connection, "setting", organizer, campaign, now, what=name.replace("_", "-")
                )
        return await self._kept(campaign.slug)

    async def illustrate(
        self, campaign: Campaign, picture: bytes | None, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        # Decoding takes long enough to keep others waiting.
        checked = await asyncio.to_thread(check, picture) if picture is not None else None
        async with self._changing() as connection:
            if checked is not None:
                await self._campaigns.keep(connection, checked)
            sha = checked.sha256 if checked is not None else ""
            await self._set(connection, campaign, {"picture": sha})
            await self._audit.write(connection, "setting", organizer, campaign, now, what="picture")
        return await self._kept(campaign.slug)

    async def keys(self) -> Sequence[str]:
        return [each.fingerprint for each in await self._keys.all() if each.proven_at]

    async def open(
        self,
        campaign: Campaign,
        fingerprints: Collection[str],
        organizer: Organizer | None,
        now: datetime,
    ) -> Campaign:
        async with self._changing() as connection:
            changed = await open_in(connection, self._vault, campaign.slug, fingerprints, now)
            await self._log(connection, changed, "opened", campaign, organizer, now)
            if changed and not campaign.keys:
                await self._tell(connection, campaign, "", named(fingerprints), organizer, now)
        return await self._kept(campaign.slug)

    async def seal_to(
        self,
        campaign: Campaign,
        fingerprints: Collection[str],
        organizer: Organizer | None,
        now: datetime,
    ) -> Campaign:
        """Seal what is signed from now on to those proven keys; the owners are told of it.

        Raises:
            CampaignFault: a key is not proven, or the campaign is closed.
        """
        async with self._changing() as connection:
            changed = await seal_to_in(connection, campaign.slug, fingerprints)
            if changed is not None:
                before, after = named(changed.before), named(changed.after)
                await self._tell(connection, campaign, before, after, organizer, now)
        return await self._kept(campaign.slug)

    async def _tell(
        self,
        connection: AsyncConnection,
        campaign: Campaign,
        before: str,
        after: str,
        organizer: Organizer | None,
        now: datetime,
    ) -> None:
        """Whoever has stolen the server may seal to a key of their own: owners have to see it."""
        if before:
            await self._audit.write(
                connection, "keys-changed", organizer, campaign, now, before=before, after=after
            )
        else:
            await self._audit.write(connection, "keys", organizer, campaign, now, after=after)
        if organizer is None:
            await tell_owners(connection, "keys", campaign.id, now, before=before, after=after)

    async def pause(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        async with self._changing() as connection:
            changed = await pause_in(connection, campaign.slug, now)
            await self._log(connection, changed, "paused", campaign, organizer, now)
        return await self._kept(campaign.slug)

    async def resume(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        async with self._changing() as connection:
            changed = await resume_in(connection, campaign.slug)
            await self._log(connection, changed, "resumed", campaign, organizer, now)
        return await self._kept(campaign.slug)

    async def close(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        async with self._changing(erases=True) as connection:
            changed = await close_in(connection, campaign.slug, now)
            await self._log(connection, changed, "closed", campaign, organizer, now)
        return await self._kept(campaign.slug)

    @asynccontextmanager
    async def _changing(self, *, erases: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction after which the campaigns are looked at again, also where it failed.

        For then it is likely that somebody else has changed them.
        """
        try:
            async with self._database.write(erases=erases) as connection:
                yield connection
        finally:
            self._campaigns.outdated()

    async def _log(
        self,
        connection: AsyncConnection,
        changed: bool,
        action: str,
        campaign: Campaign,
        organizer: Organizer | None,
        now: datetime,
    ) -> None:
        """Write down a step that was taken; where somebody was faster, nothing was done."""
        if changed:
            await self._audit.write(connection, action, organizer, campaign, now)

    async def _set(
        self, connection: AsyncConnection, campaign: Campaign, changes: dict[str, Any]
    ) -> None:
        await self._lock(connection, campaign)
        if "safety" in changes:
            try:
                await guard(connection, replace(campaign, **changes))
            except CampaignFault:
                if campaign.status != "draft":
                    raise
                # It was opened meanwhile.
                raise CampaignChanged(campaign.slug) from None
        seen, wanted = columns_of(campaign), columns_of(replace(campaign, **changes))
        columns = [table.c[name] for name in changes]
        row = (await connection.execute(select(*columns).where(table.c.id == campaign.id))).one()
        if any(row._mapping[name] != seen[name] for name in changes):
            raise CampaignChanged(campaign.slug)
        await connection.execute(
            update(table)
            .where(table.c.id == campaign.id)
            .values({name: wanted[name] for name in changes})
        )
        await self._touch(connection, campaign)

    async def _lock(self, connection: AsyncConnection, campaign: Campaign) -> None:
        """One edits after the other. Signers, who hold FOR KEY SHARE, do not wait for it."""
        query = select(table.c.id).where(table.c.id == campaign.id)
        if await connection.scalar(query.with_for_update(key_share=True)) is None:
            raise CampaignChanged(campaign.slug)

    async def _touch(self, connection: AsyncConnection, campaign: Campaign) -> None:
        await connection.execute(
            update(table).where(table.c.id == campaign.id).values(revision=table.c.revision + 1)
        )

    async def _kept(self, slug: str) -> Campaign:
        return next(each for each in await self._campaigns.all() if each.slug == slug)
