"""Signatures held for review: what an organizer picked out, or what looked wrong when it was made.

A held signature that was not counted yet is not counted until it is released; one that was counted
stays so until it is removed. Deciding only marks them, in one statement, so that what was shown
is what is decided. The worker does it then in batches, wherever one is killed.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    delete,
    exists,
    func,
    literal,
    select,
    update,
)

from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import (
    CountChanged,
    Decision,
    Found,
    HeldReason,
    Pile,
    Piles,
    Selection,
)
from handlers.domain.organizers import Organizer
from handlers.ports import moderation as ports
from storage import models
from storage.database import Database
from storage.organizers.audit_log import Audit
from storage.signatures.erasure import erase, release

BATCH = 1_000
"""Signatures released or removed in one transaction, so that nobody waits long for a lock."""

table, held = models.signatures, models.held
waiting, leaves, origins = models.waiting, models.leaves, models.origins


class Moderation(ports.Moderation):
    """Holds signatures back and, in the worker, does what was decided."""

    def __init__(self, database: Database, audit_log: Audit) -> None:
        self._database = database
        self._audit = audit_log

    async def count(self, campaign: Campaign, selection: Selection) -> Found:
        counted = exists().where(leaves.c.signature_id == table.c.id)
        query = (
            select(
                func.count().label("amount"),
                func.count().filter(counted).label("counted"),
                func.max(held.c.id).label("newest"),
            )
            .select_from(_joined(selection))
            .where(*_fits(campaign, selection))
        )
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one()
        return Found(row.amount, row.counted, row.newest or 0)

    async def hold(
        self, campaign: Campaign, selection: Selection, organizer: Organizer, now: datetime
    ) -> int:
        reason: HeldReason = "picked"
        # Whoever withdraws in this moment is passed over. Two who hold do so in the same order.
        chosen: Select[Any] = (
            select(literal(campaign.id), table.c.id, literal(reason), literal(now.date()))
            .select_from(_joined(selection))
            .where(*_fits(campaign, selection))
            .order_by(table.c.id)
            .with_for_update(read=True, key_share=True, of=table, skip_locked=True)
        )
        insert = (
            self._database.insert(held)
            .from_select(["campaign_id", "signature_id", "reason", "held_on"], chosen)
            .on_conflict_do_nothing(index_elements=[held.c.signature_id])
        )
        here = select(held.c.signature_id).where(held.c.campaign_id == campaign.id)
        async with self._database.write() as connection:
            amount = (await connection.execute(insert)).rowcount
            if amount:
                # The sequencer may be counting some of them right now: then they are counted.
                await connection.execute(delete(waiting).where(waiting.c.signature_id.in_(here)))
                told = selection.told(campaign, amount)
                await self._audit.write(connection, "held", organizer, campaign, now, count=told)
        return amount

    async def decide(
        self,
        campaign: Campaign,
        selection: Selection,
        decision: Decision,
        expected: int,
        organizer: Organizer,
        now: datetime,
    ) -> int:
        if not selection.held:
            raise ValueError("only what is held can be decided about")
        chosen = (
            select(held.c.id)
            .select_from(_joined(selection))
            .where(*_fits(campaign, selection))
            .order_by(held.c.id)
            .with_for_update(of=held)
        )
        async with self._database.write() as connection:
            decided = await connection.execute(
                update(held).where(held.c.id.in_(chosen)).values(decision=decision)
            )
            amount = decided.rowcount
            if amount > expected:
                raise CountChanged
            if amount:
                why = {} if decision == "release" else {"reason": decision}
                await self._audit.write(
                    connection,
                    "invalidated" if why else "released",
                    organizer,
                    campaign,
                    now,
                    count=selection.told(campaign, amount),
                    **why,
                )
        return amount

    async def piles(self, campaign: Campaign) -> Piles:
        decided = held.c.decision.is_not(None)
        query = (
            select(
                held.c.reason,
                table.c.country,
                table.c.signed_on,
                decided.label("decided"),
                func.count().label("amount"),
            )
            .join(table, table.c.id == held.c.signature_id)
            .where(held.c.campaign_id == campaign.id)
            .group_by(held.c.reason, table.c.country, table.c.signed_on, decided)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        open_ones = [row for row in rows if not row.decided]
        amounts: Counter[HeldReason] = Counter()
        for row in open_ones:
            amounts[row.reason] += row.amount
        largest = [
            Pile(row.reason, row.country, row.signed_on, row.amount)
            for row in open_ones
            if row.amount >= campaign.fewest
        ]
        return Piles(
            {reason: n if n >= campaign.fewest else 0 for reason, n in amounts.items()},
            sorted(largest, key=lambda pile: (-pile.amount, pile.day, pile.country)),
            len(open_ones) - len(largest),
            deciding=len(open_ones) < len(rows),
        )

    async def named_links(self, campaign: Campaign) -> Mapping[str, str]:
        query = select(origins.c.code, origins.c.label).where(origins.c.campaign_id == campaign.id)
        async with self._database.read() as connection:
            rows = await connection.execute(query.order_by(origins.c.code))
            return {row.code: row.label for row in rows}

    # What the worker does.

    async def run_once(self, limit: int = BATCH) -> int:
        """Do a batch of what was decided; how many signatures it was.

        Where it is `limit`, more may wait: call again at once. Any number of workers may.
        """
        decided = held.c.decision.is_not(None)
        async with self._database.read() as connection:
            if not await connection.scalar(select(exists(select(held.c.id).where(decided)))):
                return 0
        chosen = (
            select(table, held.c.decision)
            .join(held, held.c.signature_id == table.c.id)
            .where(decided)
            .order_by(table.c.id)
            .limit(limit)
            # Those that are just being withdrawn go by themselves.
            .with_for_update(of=table, skip_locked=True)
        )
        async with self._database.write(erases=True) as connection:
            rows = (await connection.execute(chosen)).all()
            released = [row for row in rows if row.decision == "release"]
            removed = [row for row in rows if row.decision != "release"]
            if released:
                await release(connection, released)
            await erase(connection, removed, removals={row.id: row.decision for row in removed})
        return len(rows)


def _joined(selection: Selection) -> FromClause:
    """Signatures, with what they are held for."""
    return table.join(held, held.c.signature_id == table.c.id, isouter=not selection.held)


def _fits(campaign: Campaign, selection: Selection) -> list[ColumnElement[bool]]:
    """The conditions that signatures of the selection meet."""
    conditions: list[ColumnElement[bool]] = [table.c.campaign_id == campaign.id]
    if selection.held:
        conditions += [held.c.reason == selection.held, held.c.decision.is_(None)]
    else:
        conditions.append(held.c.id.is_(None))
    if selection.newest is not None:
        conditions.append(held.c.id <= selection.newest)
    for column, value in (
        (table.c.country, selection.country),
        (table.c.locale, selection.locale),
        (table.c.source, selection.source),
        (table.c.partner, selection.partner),
    ):
        if value:
            conditions.append(column == value)
    if selection.since is not None:
        conditions.append(table.c.signed_on >= selection.since)
    if selection.until is not None:
        conditions.append(table.c.signed_on <= selection.until)
    return conditions
