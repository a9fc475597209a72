"""Counting: the one place where totals move.

Whoever signs or withdraws leaves a row in `waiting`. The sequencer takes them in batches, gives
them their numbers in the campaign's log in a random order, and moves the totals and the invites'
numbers of joined, all in one transaction. So nobody increments a hot row, nothing drifts, and
the log does not tell who signed before whom within a batch. What is counted keeps no country or
day of its own.
"""

import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from sqlalchemy import bindparam, delete, exists, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import models
from storage.database import AnyRow, Database
from storage.transparency_log.rows import committed_of

BATCH = 5_000
"""Rows counted in one transaction: on SQLite nobody can sign meanwhile."""

LOCK = 0x70_76_73_65_71
"""PostgreSQL advisory lock ("pvseq"): one sequencer works at a time, wherever it runs."""

waiting, leaves, totals = models.waiting, models.leaves, models.totals
invites = models.invites


class Sequencer:
    """Counts what waits. Any number of processes may run one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run_once(self, limit: int = BATCH) -> int:
        """Count up to `limit` waiting rows; how many it was.

        0 where nothing waits, or another sequencer is at work. Where it is `limit`, more may
        wait: call again at once.
        """
        async with self._database.read() as connection:
            if not await connection.scalar(select(exists(select(waiting.c.id)))):
                return 0
        async with self._database.write() as connection:
            if not self._database.is_sqlite and not await connection.scalar(
                text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": LOCK}
            ):
                return 0
            taken = await _take(connection, limit)
            by_campaign = attrgetter("campaign_id")
            for campaign_id, rows in groupby(sorted(taken, key=by_campaign), key=by_campaign):
                await self._count(connection, campaign_id, list(rows))
            await _credit(connection, taken)
        return len(taken)

    async def _count(
        self, connection: AsyncConnection, campaign_id: int, rows: list[AnyRow]
    ) -> None:
        # A withdrawal waits only for a signature that is counted already (`signatures.erase`),
        # so no order within the batch puts it before what it takes back.
        secrets.SystemRandom().shuffle(rows)
        late = await _late_commitments(connection, rows)
        campaigns = models.campaigns
        following = await connection.scalar(
            update(campaigns)
            .where(campaigns.c.id == campaign_id)
            .values(next_leaf=campaigns.c.next_leaf + len(rows))
            .returning(campaigns.c.next_leaf)
        )
        first = int(following or 0) - len(rows)
        await connection.execute(
            leaves.insert(),
            [
                {
                    "campaign_id": campaign_id,
                    "number": number,
                    "kind": row.kind,
                    "signature_id": row.signature_id if row.kind == "add" else None,
                    "reason": row.reason,
                    "commitment": late.get(row.signature_id, row.commitment),
                }
                for number, row in enumerate(rows, start=first)
            ],
        )
        changes = sorted(_changes(rows).items())
        if changes:
            # One statement cannot do both: it would check that a fall alone is not below zero.
            await connection.execute(
                self._database.insert(totals).on_conflict_do_nothing(),
                [
                    {"campaign_id": campaign_id, "dimension": dimension, "key": key, "amount": 0}
                    for (dimension, key), _ in changes
                ],
            )
            await connection.execute(
                update(totals)
                .where(
                    totals.c.campaign_id == campaign_id,
                    totals.c.dimension == bindparam("moved_dimension"),
                    totals.c.key == bindparam("moved_key"),
                )
                .values(amount=totals.c.amount + bindparam("change")),
                [
                    {"moved_dimension": dimension, "moved_key": key, "change": change}
                    for (dimension, key), change in changes
                ],
            )


async def _take(connection: AsyncConnection, limit: int) -> Sequence[AnyRow]:
    """Take up to `limit` rows out of the queue, but for those that are just being withdrawn."""
    oldest = (
        select(waiting.c.id).order_by(waiting.c.id).limit(limit).with_for_update(skip_locked=True)
    )
    taken = await connection.execute(
        delete(waiting).where(waiting.c.id.in_(oldest)).returning(waiting)
    )
    return taken.all()


async def _late_commitments(
    connection: AsyncConnection, rows: Iterable[AnyRow]
) -> dict[bytes, bytes]:
    """The commitments of those that an older program queued without one, during a deployment."""
    ids = [row.signature_id for row in rows if row.kind == "add" and row.commitment is None]
    if not ids:
        return {}
    signatures, campaigns = models.signatures, models.campaigns
    query = (
        select(signatures, campaigns.c.slug)
        .join(campaigns, campaigns.c.id == signatures.c.campaign_id)
        .where(signatures.c.id.in_(ids))
    )
    found = await connection.execute(query)
    return {row.id: committed_of(row.slug, row).under(row.salt) for row in found}


async def _credit(connection: AsyncConnection, rows: Iterable[AnyRow]) -> None:
    """Move the numbers of the invites by which those came; some of these may be gone."""
    changes: Counter[int] = Counter()
    for row in rows:
        if row.invite_id is not None:
            changes[row.invite_id] += 1 if row.kind == "add" else -1
    # Last, and in the order in which people who erase theirs lock them.
    moved = [
        {"invite_id": invite_id, "change": change}
        for invite_id, change in sorted(changes.items())
        if change
    ]
    if moved:
        await connection.execute(
            update(invites)
            .where(invites.c.id == bindparam("invite_id"))
            .values(joined=invites.c.joined + bindparam("change")),
            moved,
        )


def _changes(rows: Iterable[AnyRow]) -> Counter[tuple[str, str]]:
    """How much each total rises or falls; those that stay as they are are left out."""
    changes: Counter[tuple[str, str]] = Counter()
    for row in rows:
        change = 1 if row.kind == "add" else -1
        changes["world", ""] += change
        changes["language", row.locale] += change
        changes["channel", row.channel] += change
        changes["source", f"{row.channel}:{row.source}"] += change
        changes["day", row.signed_on.isoformat()] += change
        if row.country:
            changes["country", row.country] += change
        if row.partner:
            changes["partner", row.partner] += change
    return Counter({key: amount for key, amount in changes.items() if amount})
