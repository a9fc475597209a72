"""What becomes of a broadcast, from a draft to its end: who agreed to it, who stopped it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, select, update

from handlers.domain.broadcasts import Broadcast, BroadcastChanged, BroadcastStatus
from handlers.domain.organizers import Organizer
from handlers.ports import broadcasts as ports
from storage import models
from storage.broadcasts.rows import campaign_of, change, the
from storage.campaigns.campaigns import Campaigns
from storage.database import Database
from storage.organizers.audit_log import Audit

UNDER_WAY: tuple[BroadcastStatus, ...] = ("scheduled", "preparing", "sending")
"""What can be paused."""

AGREED: tuple[BroadcastStatus, ...] = ("waiting", *UNDER_WAY, "paused")
"""What can be cancelled."""

table, chunks, deliveries = models.broadcasts, models.broadcast_chunks, models.deliveries


class BroadcastLifecycle(ports.BroadcastLifecycle):
    """Moves broadcasts on, and writes down who did."""

    def __init__(self, database: Database, campaigns: Campaigns, audit: Audit) -> None:
        self._database = database
        self._campaigns = campaigns
        self._audit = audit

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
        campaign = await campaign_of(self._campaigns, broadcast)
        async with self._database.write() as connection:
            await change(
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
        campaign = await campaign_of(self._campaigns, broadcast)
        again: ColumnElement[Any] = case(
            (table.c.status == "done", "sending"), else_=table.c.status
        )
        async with self._database.write() as connection:
            await change(
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
        campaign = await campaign_of(self._campaigns, broadcast)
        async with self._database.write() as connection:
            await change(connection, broadcast, before, *where, seen=seen, **values)
            await self._audit.write(
                connection, f"broadcast-{deed}", organizer, campaign, now, number=broadcast.id
            )
            return await the(connection, broadcast.id)
