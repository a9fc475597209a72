"""Who is to get which broadcast: its list, made once, page by page, by whichever worker is there.

A page and how far it reaches are one transaction. Nobody is looked at here: people go from one
table into the other, into chunks of one channel and one country each, which
`storage.broadcasts.deliveries` hands out.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Insert,
    Integer,
    String,
    and_,
    case,
    column,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
    values,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.broadcasts import AudienceUnknown, Broadcast
from handlers.domain.campaigns import Campaign
from storage import models
from storage.broadcasts.audiences import MEMBERS, PAGE, Audiences, fits, page_after
from storage.broadcasts.rows import read
from storage.broadcasts.safeguards import Safeguards
from storage.campaigns.campaigns import Campaigns, OpenCampaign
from storage.database import AnyRow, Database

CHUNK = 200
"""The most deliveries in a chunk."""

BEYOND = 2**31 - 1
"""More people than fit into any page."""

broadcasts, chunks, deliveries = models.broadcasts, models.broadcast_chunks, models.deliveries
supporters, subscriptions = models.supporters, models.subscriptions


class RecipientLists:
    """Makes the lists of broadcasts that are due."""

    def __init__(
        self,
        database: Database,
        campaigns: Campaigns,
        audiences: Audiences,
        safeguards: Safeguards,
    ) -> None:
        self._database = database
        self._campaigns = campaigns
        self._audiences = audiences
        self._safeguards = safeguards

    async def prepare(self, now: datetime) -> bool:
        """Put the next few thousand people of a due broadcast on its list.

        True where there may be more to do: call again at once. A page and how far it reaches are
        one transaction: wherever a worker is killed, the next one goes on from there.
        """
        due = or_(
            broadcasts.c.status == "preparing",
            and_(broadcasts.c.status == "scheduled", broadcasts.c.due_at <= now),
        )
        in_turn = (broadcasts.c.due_at, broadcasts.c.id)
        async with self._database.read() as connection:
            first = select(broadcasts.c.id).where(due).order_by(*in_turn).limit(1)
            found = await read(connection, broadcasts.c.id.in_(first))
        if not found:
            return False
        campaigns = {each.slug: each for each in await self._campaigns.all()}
        (seen,) = found
        if await self._safeguards.hold_up(seen, campaigns.get(seen.slug), now):
            return True
        # Nothing is begun but what was looked at, as it was looked at.
        seen_so = (broadcasts.c.id == seen.id) & (broadcasts.c.revision == seen.revision)
        begun = or_(broadcasts.c.status == "preparing", seen_so)
        async with self._database.write() as connection:
            row = (
                await connection.execute(
                    select(broadcasts.c.id, broadcasts.c.prepared_up_to)
                    .where(due, begun)
                    .order_by(*in_turn)
                    .limit(1)
                    .with_for_update(skip_locked=True)
                )
            ).one_or_none()
            if row is None:
                return False  # somebody else is at it
            (broadcast,) = await read(connection, broadcasts.c.id == row.id)
            campaign = campaigns.get(broadcast.slug)
            if campaign is None:
                return False  # it is younger than our list of campaigns
            changes: dict[str, Any] = {"status": "preparing"}
            if broadcast.started_at is None:
                changes["started_at"] = now
            try:
                opened = await self._audiences.secrets(campaign, broadcast.audience)
            except AudienceUnknown:
                changes |= {"status": "cancelled", "ended_at": now}
                await self._safeguards.lost(connection, broadcast, campaign, now)
                after = None
            else:
                after = await self._list(
                    connection, broadcast, campaign, opened, row.prepared_up_to
                )
                if after is None:
                    changes |= await self._listed(connection, broadcast, now)
                else:
                    changes["prepared_up_to"] = after
            await connection.execute(
                update(broadcasts).where(broadcasts.c.id == broadcast.id).values(changes)
            )
        return True

    async def _listed(
        self, connection: AsyncConnection, broadcast: Broadcast, now: datetime
    ) -> dict[str, Any]:
        """What changes with the whole list: it goes out, unless nobody is on it."""
        anybody = exists().where(chunks.c.broadcast_id == broadcast.id)
        if await connection.scalar(select(anybody)):
            return {"prepared": True, "status": "sending"}
        return {"prepared": True, "status": "done", "ended_at": now}

    async def _list(
        self,
        connection: AsyncConnection,
        broadcast: Broadcast,
        campaign: Campaign,
        opened: OpenCampaign | None,
        after: int,
    ) -> int | None:
        """List a page of people behind the supporter `after`; where to go on, or None."""
        end: int | None
        these = fits(campaign.id, broadcast.audience)
        if opened is not None:
            rows, end = await self._audiences.page(connection, opened, broadcast.audience, after)
            # No more people than a statement may have parameters: see `PAGE`.
            these.append(subscriptions.c.supporter_id.in_([row.supporter_id for row in rows]))
        else:
            end = await connection.scalar(page_after(campaign.id, after, PAGE))
            these.append(subscriptions.c.supporter_id > after)
            if end is not None:
                these.append(subscriptions.c.supporter_id <= end)
        await self._write_down(connection, broadcast, campaign, these)
        return end

    async def _write_down(
        self,
        connection: AsyncConnection,
        broadcast: Broadcast,
        campaign: Campaign,
        who: list[ColumnElement[bool]],
    ) -> None:
        """Make chunks for these people and put them in, without looking at anybody here."""
        # Locked, so that nobody is forgotten between here and the row that names them.
        locked = (
            select(supporters.c.channel, subscriptions.c.country)
            .select_from(MEMBERS)
            .where(*who)
            .order_by(subscriptions.c.supporter_id)
            .with_for_update(read=True, key_share=True, of=supporters)
            .subquery()
        )
        amounts = await connection.execute(
            select(*locked.c, func.count().label("amount")).group_by(*locked.c).order_by(*locked.c)
        )
        wanted = {(row.channel, row.country): row.amount for row in amounts}
        # The last page has left a chunk of most countries that is not full.
        room = and_(chunks.c.broadcast_id == broadcast.id, chunks.c.size < CHUNK)
        kind = (chunks.c.channel, chunks.c.country)
        places = select(chunks.c.id, *kind, chunks.c.size).where(room)
        for row in (await connection.execute(places)).all():
            if (row.channel, row.country) in wanted:
                wanted[row.channel, row.country] -= CHUNK - row.size
        new = [
            {"broadcast_id": broadcast.id, "channel": channel, "country": country, "size": 0}
            for (channel, country), amount in wanted.items()
            for _ in range(0, amount, CHUNK)
        ]
        if new:
            await connection.execute(chunks.insert(), new)
        found = (await connection.execute(places.order_by(*kind, chunks.c.id))).all()
        if wanted:
            await connection.execute(_filling(broadcast, campaign, who, found))
        # Somebody may have come or gone since they were counted: what is there is what counts.
        size = (
            select(func.count())
            .where(deliveries.c.chunk_id == chunks.c.id)
            .correlate(chunks)
            .scalar_subquery()
        )
        await connection.execute(update(chunks).where(room).values(size=size))
        await connection.execute(delete(chunks).where(room, chunks.c.size == 0))


def _filling(
    broadcast: Broadcast,
    campaign: Campaign,
    who: list[ColumnElement[bool]],
    places: Sequence[AnyRow],
) -> Insert:
    """Puts these people into the chunks of their channel and country that have room, in turn."""
    nth = func.row_number().over(
        partition_by=(supporters.c.channel, subscriptions.c.country),
        order_by=subscriptions.c.supporter_id,
    )
    members = (
        select(
            subscriptions.c.supporter_id,
            supporters.c.channel,
            subscriptions.c.country,
            supporters.c.locale,
            nth.label("nth"),
        )
        .select_from(MEMBERS)
        .where(*who)
        .subquery()
    )
    # Which of these people, counted from 1, go into a chunk: behind `first`, up to `last`.
    ranges: list[tuple[int, str, str, int, int]] = []
    for (channel, country), alike in groupby(places, key=lambda row: (row.channel, row.country)):
        first = 0
        for row in alike:
            ranges.append((row.id, channel, country, first, first + CHUNK - row.size))
            first = ranges[-1][-1]
        # Whoever came after the chunks were counted out goes into the last one.
        ranges[-1] = (*ranges[-1][:-1], BEYOND)
    into = (
        values(
            column("id", models.BigId),
            column("channel", String),
            column("country", String),
            column("first", Integer),
            column("last", Integer),
        )
        .data(ranges)
        .cte("places")
    )
    locale = case(
        (members.c.locale.in_(list(broadcast.letters)), members.c.locale),
        else_=broadcast.read_by("", campaign.default_locale),
    )
    return insert(deliveries).from_select(
        ["broadcast_id", "chunk_id", "supporter_id", "locale"],
        select(literal(broadcast.id), into.c.id, members.c.supporter_id, locale)
        .select_from(
            members.join(
                into,
                and_(into.c.channel == members.c.channel, into.c.country == members.c.country),
            )
        )
        .where(members.c.nth > into.c.first, members.c.nth <= into.c.last),
    )
