"""Erasing what was promised to be erased: signatures, so long after their campaign has closed.

The count stays: what was counted has its number in the log (`leaves`), which keeps nothing about
the person. So it is with broadcasts: who was on a list is erased, how many got it stays.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, exists, select, update

from storage import models
from storage.database import Database

BATCH = 5_000
"""Signatures erased in one transaction, so that nobody waits long for a lock."""

LISTS_KEPT = timedelta(days=30)
"""How long the list of a broadcast that has ended serves to send the unknown ones again."""

ENDED = ("done", "cancelled")

campaigns, signatures = models.campaigns, models.signatures
broadcasts, chunks, deliveries = models.broadcasts, models.broadcast_chunks, models.deliveries
waiting, leaves, invites = models.waiting, models.leaves, models.invites


class Retention:
    """Keeps the promise that the consent makes. Any number of processes may run it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run_once(self, now: datetime | None = None) -> int:
        """Erase up to a batch of deliveries and signatures past their time; how many it was.

        Where it is `BATCH`, more may be due: call again at once. The invites of closed campaigns,
        which serve nobody any more, are erased along the way.
        """
        now = now or datetime.now(UTC)
        await self._erase_invites()
        listed = await self._erase_deliveries(now)
        due = await self._due(now)
        if not due or listed == BATCH:
            return listed
        async with self._database.write(erases=True) as connection:
            rows = await connection.execute(
                select(signatures.c.id)
                .where(
                    signatures.c.campaign_id.in_(due),
                    # What still waits to be counted is counted first.
                    ~exists().where(waiting.c.signature_id == signatures.c.id),
                )
                .limit(BATCH - listed)
                .with_for_update(skip_locked=True)
            )
            ids = list(rows.scalars())
            await connection.execute(
                update(leaves).where(leaves.c.signature_id.in_(ids)).values(signature_id=None)
            )
            await connection.execute(delete(signatures).where(signatures.c.id.in_(ids)))
        return listed + len(ids)

    async def _erase_deliveries(self, now: datetime) -> int:
        """Erase who was on the lists of broadcasts that are over; how many it was."""
        for broadcast_id, entirely in await self._over(now):
            its = select(chunks.c.id).where(chunks.c.broadcast_id == broadcast_id)
            # What is still being sent waits for its outcome, or to become unknown.
            kept = ("sending",) if entirely else ("sending", "unknown")
            listed = (
                select(deliveries.c.id)
                .where(deliveries.c.chunk_id.in_(its), deliveries.c.state.not_in(kept))
                .limit(BATCH)
                .with_for_update(skip_locked=True)
            )
            async with self._database.write(erases=True) as connection:
                # Locked: an organizer may be about to send the unknown ones again.
                ended = await connection.scalar(
                    select(broadcasts.c.id)
                    .where(broadcasts.c.id == broadcast_id, broadcasts.c.status.in_(ENDED))
                    .with_for_update()
                )
                ids = list(await connection.scalars(listed)) if ended else []
                await connection.execute(delete(deliveries).where(deliveries.c.id.in_(ids)))
            if ids:
                return len(ids)
        return 0

    async def _over(self, now: datetime) -> Sequence[tuple[int, bool]]:
        """The broadcasts whose lists are to be erased, and whether the unknown ones go too.

        A list of those who have signed, or have not, says so of each of them: it goes at once, and
        of it only the unknown ones wait for the usual time. When a campaign is closed all go.
        """
        async with self._database.read() as connection:
            rows = await connection.execute(
                select(
                    broadcasts.c.id,
                    broadcasts.c.audience,
                    broadcasts.c.ended_at,
                    campaigns.c.status,
                )
                .join(campaigns, campaigns.c.id == broadcasts.c.campaign_id)
                .where(
                    broadcasts.c.status.in_(ENDED),
                    exists().where(
                        chunks.c.broadcast_id == broadcasts.c.id,
                        deliveries.c.chunk_id == chunks.c.id,
                    ),
                )
                .order_by(broadcasts.c.id)
            )
            over = []
            for row in rows:
                entirely = row.status == "closed" or row.ended_at + LISTS_KEPT <= now
                if entirely or row.audience["signed"] is not None:
                    over.append((row.id, entirely))
            return over

    async def _erase_invites(self) -> None:
        """With them goes who invited whom. What waits is counted first; it may name them."""
        ended = (
            select(invites.c.id)
            .join(campaigns, campaigns.c.id == invites.c.campaign_id)
            .where(
                campaigns.c.status == "closed",
                ~exists().where(waiting.c.campaign_id == campaigns.c.id),
            )
            .order_by(invites.c.id)
            .limit(BATCH)
            .with_for_update(of=invites, skip_locked=True)
        )
        async with self._database.write(erases=True) as connection:
            await connection.execute(delete(invites).where(invites.c.id.in_(ended)))

    async def _due(self, now: datetime) -> Sequence[int]:
        """The closed campaigns whose signatures' time is over and that still hold some."""
        columns = campaigns.c
        async with self._database.read() as connection:
            rows = await connection.execute(
                select(columns.id, columns.closed_at, columns.retention_days).where(
                    columns.status == "closed",
                    exists().where(signatures.c.campaign_id == columns.id),
                )
            )
            return [
                row.id for row in rows if row.closed_at + timedelta(days=row.retention_days) <= now
            ]
