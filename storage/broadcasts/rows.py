"""How broadcasts are kept, and how far each has come, for whoever writes and whoever sends."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.broadcasts import (
    Audience,
    Broadcast,
    BroadcastChanged,
    BroadcastStatus,
    Letter,
    Progress,
)
from handlers.domain.campaigns import Campaign, Related
from storage import models
from storage.campaigns.campaigns import Campaigns
from storage.database import AnyRow

table, letters, chunks = models.broadcasts, models.broadcast_letters, models.broadcast_chunks

LATELY = timedelta(seconds=20)
"""How far back the rate looks."""

GONE: ColumnElement[int] = (
    chunks.c.sent + chunks.c.blocked + chunks.c.unknown + chunks.c.failed + chunks.c.unsubscribed
)
"""How many of a chunk are done with."""


async def read(connection: AsyncConnection, *where: ColumnElement[bool]) -> Sequence[Broadcast]:
    """The broadcasts for which that holds, the newest first."""
    campaigns = models.campaigns
    rows = (
        await connection.execute(
            select(table, campaigns.c.slug)
            .join(campaigns, campaigns.c.id == table.c.campaign_id)
            .where(*where)
            .order_by(table.c.id.desc())
        )
    ).all()
    found: dict[int, dict[str, Letter]] = {row.id: {} for row in rows}
    query = select(letters).where(letters.c.broadcast_id.in_(found)).order_by(letters.c.locale)
    for each in await connection.execute(query):
        found[each.broadcast_id][each.locale] = _letter(each.content)
    return [_broadcast(row, found[row.id]) for row in rows]


async def the(connection: AsyncConnection, broadcast_id: int) -> Broadcast:
    """The broadcast of that number; there has to be one."""
    (found,) = await read(connection, table.c.id == broadcast_id)
    return found


def _broadcast(row: AnyRow, of_it: Mapping[str, Letter]) -> Broadcast:
    return Broadcast(
        id=row.id,
        slug=row.slug,
        status=row.status,
        letters=of_it,
        audience=_audience(row.audience),
        author=row.author_id,
        picture=row.picture or "",
        quiet=row.quiet,
        paid=row.paid,
        due_at=row.due_at,
        expected=row.expected,
        approver=row.approver_id,
        started_at=row.started_at,
        ended_at=row.ended_at,
        revision=row.revision,
    )


def _letter(content: dict[str, Any]) -> Letter:
    return Letter(content["text"], tuple(Related(**each) for each in content["buttons"]))


def kept_audience(audience: Audience) -> dict[str, Any]:
    """An audience as JSON."""
    kept = asdict(audience)
    kept["since"] = audience.since.isoformat() if audience.since else None
    return kept


def _audience(kept: dict[str, Any]) -> Audience:
    since = kept["since"]
    return Audience(
        locales=tuple(kept["locales"]),
        countries=tuple(kept["countries"]),
        signed=kept["signed"],
        since=date.fromisoformat(since) if since else None,
    )


async def progress_of(
    connection: AsyncConnection, broadcast_id: int, now: datetime, asleep: Collection[str]
) -> Progress:
    """How far it has come. `asleep` are the countries where it is night."""
    columns = chunks.c
    sleeping = ~columns.done & columns.country.in_(asleep) & table.c.quiet
    lately = columns.leased_until > now - LATELY
    row = (
        await connection.execute(
            select(
                table.c.status,
                table.c.prepared,
                table.c.expected,
                *(
                    func.coalesce(func.sum(column), 0).label(column.name)
                    for column in (
                        columns.size,
                        columns.sent,
                        columns.blocked,
                        columns.unknown,
                        columns.failed,
                        columns.unsubscribed,
                    )
                ),
                func.coalesce(func.sum(case((sleeping, columns.size - GONE), else_=0)), 0).label(
                    "asleep"
                ),
                func.sum(case((lately, GONE - columns.gone_before), else_=0)).label("moved"),
                func.min(case((lately, columns.leased_at))).label("since"),
            )
            .select_from(table)
            .outerjoin(chunks, columns.broadcast_id == table.c.id)
            .where(table.c.id == broadcast_id)
            .group_by(table.c.id, table.c.status, table.c.prepared, table.c.expected)
        )
    ).one()
    rate = 0.0
    if row.since is not None and row.status == "sending":
        rate = max(row.moved, 0) / max((now - row.since).total_seconds(), 1.0)
    return Progress(
        # While the list is being made, what the organizer was told.
        size=row.size if row.prepared else max(row.expected, row.size),
        sent=row.sent,
        blocked=row.blocked,
        unknown=row.unknown,
        failed=row.failed,
        unsubscribed=row.unsubscribed,
        asleep=row.asleep,
        rate=rate,
    )


async def campaign_of(campaigns: Campaigns, broadcast: Broadcast) -> Campaign:
    """The campaign that a broadcast is about.

    Raises:
        BroadcastChanged: there is none any more.
    """
    for campaign in await campaigns.all():
        if campaign.slug == broadcast.slug:
            return campaign
    raise BroadcastChanged


async def change(
    connection: AsyncConnection,
    broadcast: Broadcast,
    before: Collection[BroadcastStatus],
    *where: ColumnElement[bool],
    seen: bool,
    **values: object,
) -> None:
    """Change a broadcast that is in one of those states, and with `seen`, as it was seen.

    To stop one is always right, whoever has changed it meanwhile; to let it go is not.

    Raises:
        BroadcastChanged: it is in another state, or (with `seen`) another revision.
    """
    query = update(table).where(table.c.id == broadcast.id, table.c.status.in_(before), *where)
    if seen:
        query = query.where(table.c.revision == broadcast.revision)
    changed = await connection.execute(query.values(revision=table.c.revision + 1, **values))
    if not changed.rowcount:
        raise BroadcastChanged
