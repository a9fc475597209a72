"""Broadcasts as organizers see them: drafts, who agreed to them, how far they have come.

Who gets one is worked out and written down in `storage.broadcasts.deliveries`, and sent by the
worker.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.broadcasts import (
    Audience,
    Broadcast,
    BroadcastChanged,
    BroadcastStatus,
    Letter,
    Progress,
    Reach,
)
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer
from handlers.ports import broadcasts as ports
from storage import models
from storage.broadcasts.audiences import Audiences
from storage.broadcasts.rows import kept_audience, progress_of, read, the
from storage.campaigns import pictures
from storage.campaigns.campaigns import Campaigns
from storage.database import Database
from storage.organizers.audit_log import Audit
from storage.organizers.organizers import Organizers

UNDER_WAY: tuple[BroadcastStatus, ...] = ("scheduled", "preparing", "sending")
"""What can be paused."""

AGREED: tuple[BroadcastStatus, ...] = ("waiting", *UNDER_WAY, "paused")
"""What can be cancelled."""

table, letters, chunks = models.broadcasts, models.broadcast_letters, models.broadcast_chunks
deliveries, watchers = models.deliveries, models.watchers


@dataclass(frozen=True, slots=True)
class Watcher:
    """An organizer's message that follows a broadcast."""

    broadcast: Broadcast
    progress: Progress
    organizer: Organizer
    channel: str
    chat_id: str
    message_id: int | None
    """None until it is posted."""
    shown: bytes | None
    """SHA-256 of what it shows."""


class Broadcasts(ports.Broadcasts):
    """What organizers do with broadcasts, and what the worker shows of it."""

    def __init__(
        self,
        database: Database,
        campaigns: Campaigns,
        organizers: Organizers,
        audit: Audit,
        audiences: Audiences,
    ) -> None:
        self._database = database
        self._campaigns = campaigns
        self._organizers = organizers
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

    # Drafts.

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
        await _change(connection, broadcast, ["draft"], seen=True, **values)

    async def reach(self, broadcast: Broadcast) -> Reach:
        campaign = await self._campaign(broadcast)
        return Reach(await self._audiences.count(campaign, broadcast.audience))

    # From a draft to the end.

    async def confirm(
        self,
        broadcast: Broadcast,
        organizer: Organizer,
        due_at: datetime,
        expected: int,
        now: datetime,
        *,
        alone: bool,
    ) -> Broadcast:
        if not broadcast.letters:
            raise ValueError("a broadcast needs a letter")
        campaign = await self._campaign(broadcast)
        async with self._database.write() as connection:
            await _change(
                connection,
                broadcast,
                ["draft"],
                seen=True,
                status="scheduled" if alone else "waiting",
                author_id=organizer.id,
                approver_id=None,
                due_at=due_at,
                expected=expected,
            )
            await self._audit.write(
                connection,
                "broadcast-confirmed",
                organizer,
                campaign,
                now,
                number=broadcast.id,
                size=expected,
            )
            return await the(connection, broadcast.id)

    async def approve(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        return await self._move(
            broadcast,
            ["waiting"],
            organizer,
            now,
            "approved",
            table.c.author_id != organizer.id,
            seen=True,
            status="scheduled",
            approver_id=organizer.id,
        )

    async def reject(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        return await self._move(
            broadcast,
            ["waiting", "scheduled"],
            organizer,
            now,
            "rejected",
            status="draft",
            approver_id=None,
            due_at=None,
            expected=0,
        )

    async def pause(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        return await self._move(broadcast, UNDER_WAY, organizer, now, "paused", status="paused")

    async def resume(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        where_it_was = case(
            (table.c.prepared, "sending"),
            (table.c.started_at.is_not(None), "preparing"),
            else_="scheduled",
        )
        return await self._move(
            broadcast, ["paused"], organizer, now, "resumed", seen=True, status=where_it_was
        )

    async def cancel(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        return await self._move(
            broadcast, AGREED, organizer, now, "cancelled", status="cancelled", ended_at=now
        )

    async def send_unknown_again(
        self, broadcast: Broadcast, organizer: Organizer, now: datetime
    ) -> Broadcast:
        campaign = await self._campaign(broadcast)
        again: ColumnElement[Any] = case(
            (table.c.status == "done", "sending"), else_=table.c.status
        )
        async with self._database.write() as connection:
            await _change(
                connection,
                broadcast,
                ["sending", "paused", "done"],
                seen=True,
                status=again,
                ended_at=None,
            )
            # Chunks first and then their deliveries, as whoever sends does.
            unsure = (chunks.c.broadcast_id == broadcast.id, chunks.c.unknown > 0)
            concerned = list(
                await connection.scalars(
                    select(chunks.c.id).where(*unsure).order_by(chunks.c.id).with_for_update()
                )
            )
            size = 0
            for chunk_id in concerned:
                reset = await connection.execute(
                    update(deliveries)
                    .where(deliveries.c.chunk_id == chunk_id, deliveries.c.state == "unknown")
                    .values(state="pending")
                )
                await connection.execute(
                    update(chunks)
                    .where(chunks.c.id == chunk_id)
                    .values(unknown=chunks.c.unknown - reset.rowcount, done=False)
                )
                size += reset.rowcount
            if not size:
                raise BroadcastChanged
            await self._audit.write(
                connection,
                "broadcast-repeated",
                organizer,
                campaign,
                now,
                number=broadcast.id,
                size=size,
            )
            return await the(connection, broadcast.id)

    async def _move(
        self,
        broadcast: Broadcast,
        before: Collection[BroadcastStatus],
        organizer: Organizer,
        now: datetime,
        deed: str,
        *where: ColumnElement[bool],
        seen: bool = False,
        **values: object,
    ) -> Broadcast:
        """Change what becomes of a broadcast, and write down who did."""
        campaign = await self._campaign(broadcast)
        async with self._database.write() as connection:
            await _change(connection, broadcast, before, *where, seen=seen, **values)
            await self._audit.write(
                connection, f"broadcast-{deed}", organizer, campaign, now, number=broadcast.id
            )
            return await the(connection, broadcast.id)

    async def _campaign(self, broadcast: Broadcast) -> Campaign:
        for campaign in await self._campaigns.all():
            if campaign.slug == broadcast.slug:
                return campaign
        raise BroadcastChanged

    # Progress.

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

    async def watched(self, now: datetime, asleep: Collection[str] = ()) -> Sequence[Watcher]:
        """What is to be shown to whom. Who has no role in the campaign any more is left out."""
        found: list[Watcher] = []
        async with self._database.read() as connection:
            rows = (
                await connection.execute(
                    select(watchers, table.c.campaign_id)
                    .join(table, table.c.id == watchers.c.broadcast_id)
                    .order_by(watchers.c.broadcast_id, watchers.c.organizer_id)
                )
            ).all()
            broadcast: Broadcast | None = None
            progress = Progress()
            for row in rows:
                if broadcast is None or broadcast.id != row.broadcast_id:
                    broadcast = await the(connection, row.broadcast_id)
                    progress = await progress_of(connection, broadcast.id, now, asleep)
                reached = await self._organizers.reached(connection, row.organizer_id)
                if reached is None:
                    continue
                organizer, channel, chat_id = reached
                if organizer.everywhere is not None or row.campaign_id in organizer.roles:
                    found.append(
                        Watcher(
                            broadcast,
                            progress,
                            organizer,
                            channel,
                            chat_id,
                            row.message_id,
                            row.shown,
                        )
                    )
        return found

    async def posted(
        self, broadcast_id: int, organizer_id: int, message_id: int, shown: bytes
    ) -> None:
        """The organizer's message stands there, and shows that (SHA-256)."""
        async with self._database.write() as connection:
            await connection.execute(
                update(watchers)
                .where(*_watching(broadcast_id, organizer_id))
                .values(message_id=message_id, shown=shown)
            )

    async def unwatch(self, broadcast_id: int, organizer_id: int) -> None:
        """Change the organizer's message no more."""
        async with self._database.write() as connection:
            await connection.execute(delete(watchers).where(*_watching(broadcast_id, organizer_id)))


def _watching(
    broadcast_id: int, organizer_id: int
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return watchers.c.broadcast_id == broadcast_id, watchers.c.organizer_id == organizer_id


async def _change(
    connection: AsyncConnection,
    broadcast: Broadcast,
    before: Collection[BroadcastStatus],
    *where: ColumnElement[bool],
    seen: bool,
    **values: object,
) -> None:
    """Change a broadcast that is in one of those states, and with `seen`, as it was seen.

    To stop one is always right, whoever has changed it meanwhile; to let it go is not. Raises
    BroadcastChanged.
    """
    query = update(table).where(table.c.id == broadcast.id, table.c.status.in_(before), *where)
    if seen:
        query = query.where(table.c.revision == broadcast.revision)
    changed = await connection.execute(query.values(revision=table.c.revision + 1, **values))
    if not changed.rowcount:
        raise BroadcastChanged
