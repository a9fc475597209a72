"""Broadcasts as organizers see them: drafts, who agreed to them, how far they have come.

Who gets one is worked out and written down in `storage.broadcasts.deliveries`, and sent by the
worker.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.broadcasts import (
    Audience,
    Broadcast,
    Letter,
    Progress,
    Reach,
)
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer
from handlers.ports import broadcasts as ports
from storage import models
from storage.broadcasts.audiences import Audiences
from storage.broadcasts.rows import campaign_of, change, kept_audience, progress_of, read, the
from storage.campaigns import pictures
from storage.campaigns.campaigns import Campaigns
from storage.database import Database
from storage.organizers.audit_log import Audit

table, letters, chunks = models.broadcasts, models.broadcast_letters, models.broadcast_chunks
deliveries, watchers = models.deliveries, models.watchers


class Broadcasts(ports.Broadcasts):
    """What organizers do with broadcasts, until they are sent."""

    def __init__(
        self,
        database: Database,
        campaigns: Campaigns,
        audit: Audit,
        audiences: Audiences,
    ) -> None:
        self._database = database
        self._campaigns = campaigns
        self._audit = audit
        self._audiences = audiences

    async def create(self, campaign: Campaign, organizer: Organizer, now: datetime) -> Broadcast:
        async with self._database.write() as connection:
            number = await connection.scalar(
                table.insert()
                .values(
                    campaign_id=campaign.id,
                    status="draft",
                    author_id=organizer.id,
                    audience=kept_audience(Audience()),
                    created_at=now,
                )
                .returning(table.c.id)
            )
            await self._audit.write(
                connection, "broadcast-drafted", organizer, campaign, now, number=number
            )
            return await the(connection, number)

    async def get(self, broadcast_id: int) -> Broadcast | None:
        async with self._database.read() as connection:
            found = await read(connection, table.c.id == broadcast_id)
        return found[0] if found else None

    async def of(self, campaign: Campaign) -> Sequence[Broadcast]:
        async with self._database.read() as connection:
            return await read(connection, table.c.campaign_id == campaign.id)

    async def write(self, broadcast: Broadcast, locale: str, letter: Letter | None) -> None:
        here = (letters.c.broadcast_id == broadcast.id, letters.c.locale == locale)
        async with self._database.write() as connection:
            await self._edit(connection, broadcast)
            await connection.execute(delete(letters).where(*here))
            if letter is not None:
                await connection.execute(
                    letters.insert().values(
                        broadcast_id=broadcast.id, locale=locale, content=asdict(letter)
                    )
                )

    async def illustrate(self, broadcast: Broadcast, picture: bytes | None) -> None:
        if picture is None:
            async with self._database.write() as connection:
                await self._edit(connection, broadcast, picture=None)
            return
        checked = await asyncio.to_thread(pictures.check, picture)
        async with self._database.write() as connection:
            await connection.execute(
                self._database.insert(models.pictures)
                .values(sha256=checked.sha256, media_type=checked.media_type, data=checked.data)
                .on_conflict_do_nothing()
            )
            await self._edit(connection, broadcast, picture=checked.sha256)

    async def aim(self, broadcast: Broadcast, audience: Audience) -> None:
        async with self._database.write() as connection:
            await self._edit(connection, broadcast, audience=kept_audience(audience))

    async def set(
        self, broadcast: Broadcast, *, quiet: bool | None = None, paid: bool | None = None
    ) -> None:
        given = {"quiet": quiet, "paid": paid}
        values = {name: value for name, value in given.items() if value is not None}
        async with self._database.write() as connection:
            await self._edit(connection, broadcast, **values)

    async def drop(self, broadcast: Broadcast) -> None:
        async with self._database.write() as connection:
            await self._edit(connection, broadcast)
            await connection.execute(delete(table).where(table.c.id == broadcast.id))

    async def _edit(
        self, connection: AsyncConnection, broadcast: Broadcast, **values: object
    ) -> None:
        """Change a draft that is still as it was seen."""
        await change(connection, broadcast, ["draft"], seen=True, **values)

    async def reach(self, broadcast: Broadcast) -> Reach:
        campaign = await campaign_of(self._campaigns, broadcast)
        return Reach(await self._audiences.count(campaign, broadcast.audience))

    async def progress(
        self, broadcast: Broadcast, now: datetime, asleep: Collection[str] = ()
    ) -> Progress:
        async with self._database.read() as connection:
            return await progress_of(connection, broadcast.id, now, asleep)

    async def watch(self, broadcast: Broadcast, organizer: Organizer) -> None:
        new = {"message_id": None, "shown": None}
        async with self._database.write() as connection:
            await connection.execute(
                self._database.insert(watchers)
                .values(broadcast_id=broadcast.id, organizer_id=organizer.id)
                .on_conflict_do_update(
                    index_elements=[watchers.c.broadcast_id, watchers.c.organizer_id], set_=new
                )
            )
