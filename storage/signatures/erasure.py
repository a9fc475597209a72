"""Erasing signatures, and what else goes with one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.supporters import Person
from storage import models
from storage.campaigns.campaigns import OpenCampaign
from storage.database import AnyRow
from storage.signatures import consents
from storage.transparency_log.rows import committed_of

table, waiting, leaves = models.signatures, models.waiting, models.leaves
invites, joinings = models.invites, models.joinings


@dataclass(frozen=True, slots=True)
class Erased:
    """A signature that is no more."""

    campaign_id: int
    country: str
    counted: bool
    """Whether it was in the total; one that was held may not have been."""


async def erase_of(
    connection: AsyncConnection, person: Person, opened: Sequence[OpenCampaign], *, uncredit: bool
) -> Sequence[Erased]:
    """Erase the person's signatures under those campaigns.

    Their invites go with them. `uncredit` lowers the number of those who invited them.
    """
    rows = await connection.execute(
        select(table).where(*theirs(person, opened)).order_by(table.c.campaign_id).with_for_update()
    )
    return await erase(connection, rows.all(), uncredit=uncredit)


async def erase(
    connection: AsyncConnection,
    rows: Sequence[AnyRow],
    *,
    uncredit: bool = True,
    removals: Mapping[bytes, str] | None = None,
) -> Sequence[Erased]:
    """Erase signatures, whose rows are locked in this transaction, and their invites.

    The log says that they were withdrawn, or for those in `removals`, that they were invalidated
    for that reason.

    Everybody takes locks in the same order, so that no two can wait for each other: the
    signatures, the queue, their own invites, then credit given and taken.
    """
    if not rows:
        return []
    ids = [row.id for row in rows]
    credited = await _credited(connection, ids) if uncredit else {}
    counted = await _take_out(connection, rows, credited, removals or {})
    owned = select(invites.c.id).where(invites.c.signature_id.in_(ids))
    own = list(await connection.scalars(owned.order_by(invites.c.id).with_for_update()))
    edges = select(joinings.c.signature_id).where(
        or_(joinings.c.signature_id.in_(ids), joinings.c.invite_id.in_(own))
    )
    await connection.execute(
        delete(joinings).where(
            joinings.c.signature_id.in_(edges.order_by(joinings.c.signature_id).with_for_update())
        )
    )
    await connection.execute(delete(table).where(table.c.id.in_(ids)))
    return [Erased(row.campaign_id, row.country, row.id in counted) for row in rows]


async def _credited(connection: AsyncConnection, ids: Sequence[bytes]) -> dict[bytes, int]:
    """The invites that those signatures came by: signature id -> invite id."""
    query = select(joinings.c.signature_id, joinings.c.invite_id)
    rows = await connection.execute(query.where(joinings.c.signature_id.in_(ids)))
    return {row.signature_id: row.invite_id for row in rows}


async def _take_out(
    connection: AsyncConnection,
    rows: Sequence[AnyRow],
    credited: Mapping[bytes, int],
    removals: Mapping[bytes, str],
) -> set[bytes]:
    """Take signatures (rows locked in this transaction) out of the count; those that were in it.

    One that still waits to be counted just leaves the queue. The sequencer may be counting it
    right now: then this DELETE waits until it is done and finds nothing, and the signature is
    taken back as any counted one. One that is held may be neither waiting nor counted.
    """
    ids = [row.id for row in rows]
    dequeued = await connection.execute(
        delete(waiting).where(waiting.c.signature_id.in_(ids)).returning(waiting.c.signature_id)
    )
    queued = set(dequeued.scalars())
    # `RETURNING` cannot tell the old value: it is NULL by then.
    found = await connection.execute(
        select(leaves.c.signature_id).where(leaves.c.signature_id.in_(ids))
    )
    counted = set(found.scalars())
    await connection.execute(
        update(leaves).where(leaves.c.signature_id.in_(ids)).values(signature_id=None)
    )
    taken_back = [
        {
            "kind": "invalidate" if row.id in removals else "withdraw",
            "reason": removals.get(row.id),
            "invite_id": credited.get(row.id),
            **counted_by(row),
        }
        for row in rows
        if row.id in counted
    ]
    if taken_back:
        await connection.execute(waiting.insert(), taken_back)
    return queued | counted


async def release(connection: AsyncConnection, rows: Sequence[AnyRow]) -> None:
    """Let signatures that were held, whose rows are locked, be counted if they are not already."""
    ids = [row.id for row in rows]
    await connection.execute(delete(models.held).where(models.held.c.signature_id.in_(ids)))
    there = await connection.execute(
        union_all(
            select(leaves.c.signature_id).where(leaves.c.signature_id.in_(ids)),
            select(waiting.c.signature_id).where(waiting.c.signature_id.in_(ids)),
        )
    )
    counted = set(there.scalars())
    credited = await _credited(connection, ids)
    slugs = await _slugs(connection, {row.campaign_id for row in rows})
    queued = [
        {
            "kind": "add",
            "signature_id": row.id,
            "invite_id": credited.get(row.id),
            "commitment": committed_of(slugs[row.campaign_id], row).under(row.salt),
            **counted_by(row),
        }
        for row in rows
        if row.id not in counted
    ]
    if queued:
        await connection.execute(waiting.insert(), queued)


async def _slugs(connection: AsyncConnection, ids: Collection[int]) -> dict[int, str]:
    campaigns = models.campaigns.c
    rows = await connection.execute(
        select(campaigns.id, campaigns.slug).where(campaigns.id.in_(ids))
    )
    return {row.id: row.slug for row in rows}


def counted_by(row: AnyRow) -> dict[str, Any]:
    """What the sequencer counts a signature by."""
    return {
        "campaign_id": row.campaign_id,
        "country": row.country,
        "locale": row.locale,
        "channel": row.channel,
        "source": row.source,
        "partner": row.partner,
        "signed_on": row.signed_on,
    }


SIGNATURE = select(
    table.c.campaign_id,
    table.c.signed_on,
    table.c.country,
    table.c.locale,
    table.c.consented_at,
    *consents.COLUMNS,
).join(models.wordings, models.wordings.c.hash == table.c.wording)


def theirs(
    person: Person, opened: Sequence[OpenCampaign]
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Which signatures are the person's. No two campaigns have a tag in common."""
    return (
        table.c.campaign_id.in_([each.campaign.id for each in opened]),
        table.c.tag.in_([each.tag(person.channel, person.user_id) for each in opened]),
    )
