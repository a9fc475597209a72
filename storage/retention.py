"""Erasing what was promised to be erased: signatures, so long after their campaign has closed.

The count stays: what was counted has its number in the log (`leaves`), which keeps nothing about
the person.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, exists, select, update

from storage import models
from storage.database import Database

BATCH = 5_000
"""Signatures erased in one transaction, so that nobody waits long for a lock."""

campaigns, signatures = models.campaigns, models.signatures
waiting, leaves, invites = models.waiting, models.leaves, models.invites


class Retention:
    """Keeps the promise that the consent makes. Any number of processes may run it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run_once(self, now: datetime | None = None) -> int:
        """Erase up to a batch of signatures that are past their time; how many it was.

        Where it is `BATCH`, more may be due: call again at once. The invites of closed campaigns,
        which serve nobody any more, are erased along the way.
        """
        await self._erase_invites()
        due = await self._due(now or datetime.now(UTC))
        if not due:
            return 0
        async with self._database.write(erases=True) as connection:
            rows = await connection.execute(
                select(signatures.c.id)
                .where(
                    signatures.c.campaign_id.in_(due),
                    # What still waits to be counted is counted first.
                    ~exists().where(waiting.c.signature_id == signatures.c.id),
                )
                .limit(BATCH)
                .with_for_update(skip_locked=True)
            )
            ids = list(rows.scalars())
            await connection.execute(
                update(leaves).where(leaves.c.signature_id.in_(ids)).values(signature_id=None)
            )
            await connection.execute(delete(signatures).where(signatures.c.id.in_(ids)))
        return len(ids)

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
