"""Who gets which broadcast: the list, made once, and who has it so far.

A delivery goes `pending -> sending -> sent | unknown | blocked | failed`, or to `unsubscribed`.
`sending` is committed before anybody calls a messenger, so nobody is called twice, whatever is
killed: where a worker has left rows behind in `sending`, they become `unknown` and stay so unless
an organizer has them sent again. Deliveries come in chunks of one country; a chunk is leased to
one worker at a time, and taken over where that worker does not renew the lease.

Everybody locks in this order: the broadcast, supporters, chunks, deliveries.
"""

import os
import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Insert,
    Integer,
    Select,
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

from handlers.organizer.stores import AudienceUnknown, Broadcast, Letter
from handlers.stores import Campaign
from storage import models
from storage.audiences import MEMBERS, PAGE, Audiences, fits, page_after
from storage.broadcasts import GONE, read
from storage.campaigns import Campaigns, OpenCampaign
from storage.database import AnyRow, Database
from storage.organizers import Audit
from storage.vault import Tampered, Vault

Outcome = Literal["sent", "unknown", "blocked", "failed"]
"""What came of a delivery: `blocked` by its supporter, `failed` where the messenger refused it."""

CHUNK = 200
"""The most deliveries in a chunk."""

LEASE = timedelta(seconds=6)
"""How long a worker may be silent until its chunk is taken over."""

LEASE_BYTES = 16

BEYOND = 2**31 - 1
"""More people than fit into any page."""

SETTLED_AT_ONCE = 20
"""Chunks left behind that one call settles."""

broadcasts, chunks, deliveries = models.broadcasts, models.broadcast_chunks, models.deliveries
supporters, subscriptions = models.supporters, models.subscriptions


class LeaseLost(Exception):
    """Another worker has the chunk, or the broadcast was paused or cancelled."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A lease on the deliveries of one broadcast to people of one country."""

    id: int
    broadcast_id: int
    lease: bytes
    lease_for: timedelta
    paid: bool
    picture: str
    """Its SHA-256 in hex, or empty."""
    slug: str
    letters: Mapping[str, Letter]


@dataclass(frozen=True, slots=True)
class Delivery:
    """Somebody to send to, now."""

    id: int
    chat_id: str
    channel: str
    locale: str
    """Whose letter they get."""


class Deliveries:
    """Makes the lists of broadcasts, hands them out, and writes down what came of them."""

    def __init__(
        self,
        database: Database,
        campaigns: Campaigns,
        audiences: Audiences,
        audit: Audit,
        vault: Vault,
    ) -> None:
        self._database = database
        self._campaigns = campaigns
        self._audiences = audiences
        self._audit = audit
        self._vault = vault

    # The list.

    async def prepare(self, now: datetime) -> bool:
        """Put the next few thousand people of a due broadcast on its list.

        True where there may be more to do: call again at once. A page and how far it reaches are
        one transaction: wherever a worker is killed, the next one goes on from there.
        """
        due = or_(
            broadcasts.c.status == "preparing",
            and_(broadcasts.c.status == "scheduled", broadcasts.c.due_at <= now),
        )
        async with self._database.read() as connection:
            if await connection.scalar(select(broadcasts.c.id).where(due).limit(1)) is None:
                return False
        campaigns = {each.slug: each for each in await self._campaigns.all()}
        async with self._database.write() as connection:
            row = (
                await connection.execute(
                    select(broadcasts.c.id, broadcasts.c.prepared_up_to)
                    .where(due)
                    .order_by(broadcasts.c.due_at, broadcasts.c.id)
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
                await self._audit.write(
                    connection, "broadcast-lost", None, campaign, now, number=broadcast.id
                )
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
            select(subscriptions.c.country)
            .select_from(MEMBERS)
            .where(*who)
            .order_by(subscriptions.c.supporter_id)
            .with_for_update(read=True, key_share=True, of=supporters)
            .subquery()
        )
        amounts = await connection.execute(
            select(locked.c.country, func.count().label("amount"))
            .group_by(locked.c.country)
            .order_by(locked.c.country)
        )
        wanted = {row.country: row.amount for row in amounts}
        # The last page has left a chunk of most countries that is not full.
        room = and_(chunks.c.broadcast_id == broadcast.id, chunks.c.size < CHUNK)
        places = select(chunks.c.id, chunks.c.country, chunks.c.size).where(room)
        for row in (await connection.execute(places)).all():
            if row.country in wanted:
                wanted[row.country] -= CHUNK - row.size
        new = [
            {"broadcast_id": broadcast.id, "country": country, "size": 0}
            for country, amount in wanted.items()
            for _ in range(0, amount, CHUNK)
        ]
        if new:
            await connection.execute(chunks.insert(), new)
        found = (await connection.execute(places.order_by(chunks.c.country, chunks.c.id))).all()
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

    # Sending.

    async def lease(
        self, asleep: Collection[str], now: datetime, *, lease_for: timedelta = LEASE
    ) -> Chunk | None:
        """A chunk that nobody holds of a broadcast that is being sent; None where there is none.

        Countries `asleep` are left out where the broadcast is quiet. Several broadcasts take
        turns by chance, so that a small one does not wait for a large one. Along the way, what
        workers have left behind is settled, and what has come to its end is marked as done.
        """
        left_behind = and_(chunks.c.lease.is_not(None), chunks.c.leased_until <= now)
        async with self._database.read() as connection:
            idle = await connection.scalar(
                select(
                    ~exists().where(broadcasts.c.status == "sending") & ~exists().where(left_behind)
                )
            )
        if idle:
            return None
        async with self._database.write() as connection:
            await self._settle(connection, left_behind, now)
            await self._finish(connection, now)
            sending = list(await read(connection, broadcasts.c.status == "sending"))
            random.shuffle(sending)
            for broadcast in sending:
                found = await connection.scalar(_free(broadcast, asleep))
                if found is not None:
                    lease = os.urandom(LEASE_BYTES)
                    await connection.execute(
                        update(chunks)
                        .where(chunks.c.id == found)
                        .values(
                            lease=lease,
                            leased_at=now,
                            leased_until=now + lease_for,
                            gone_before=GONE,
                        )
                    )
                    return Chunk(
                        id=found,
                        broadcast_id=broadcast.id,
                        lease=lease,
                        lease_for=lease_for,
                        paid=broadcast.paid,
                        picture=broadcast.picture,
                        slug=broadcast.slug,
                        letters=broadcast.letters,
                    )
        return None

    async def advance(
        self,
        chunk: Chunk,
        outcomes: Mapping[int, Outcome],
        want: int,
        now: datetime,
        *,
        unsent: Collection[int] = (),
    ) -> Sequence[Delivery]:
        """Write down what came of deliveries, renew the lease, and take up to `want` more.

        They are marked as `sending` and are to be sent now. Whoever has stopped updates meanwhile
        is passed over, and whoever is out of reach. `unsent` are deliveries that the messenger has
        certainly not got: they wait again, and may be among those given. None although some were
        wanted: there are no more; the chunk is done once the outcome of each is written down.
        Raises LeaseLost, where the outcomes are written down all the same.
        """
        given: Sequence[Delivery] = []
        async with self._database.write() as connection:
            await _mark_unreachable(connection, outcomes, now)
            held = await self._hold(connection, chunk)
            counts = await _note(connection, chunk, outcomes)
            if unsent:
                await _put_back(connection, chunk, deliveries.c.id.in_(unsent))
            if held and want > 0:
                given = await self._give(connection, chunk, want, counts)
            await _tally(connection, chunk, counts, now, keep=held)
        if not held:
            raise LeaseLost
        return given

    async def release(self, chunk: Chunk, outcomes: Mapping[int, Outcome], now: datetime) -> None:
        """Give the rest of the chunk back, at once, instead of letting the lease run out.

        To be called when nothing is under way any more: whoever has no outcome was written to by
        nobody, and will be given to somebody again. There may be some that were never heard of,
        where the answer to `advance` was lost.
        """
        async with self._database.write() as connection:
            await _mark_unreachable(connection, outcomes, now)
            await self._hold(connection, chunk)
            counts = await _note(connection, chunk, outcomes)
            await _put_back(connection, chunk)
            await _tally(connection, chunk, counts, now, keep=False)

    async def _hold(self, connection: AsyncConnection, chunk: Chunk) -> bool:
        """Lock the chunk; whether it is still to be sent by this worker."""
        await connection.execute(
            select(chunks.c.id).where(chunks.c.id == chunk.id).with_for_update()
        )
        sending = (
            select(chunks.c.id)
            .join(broadcasts, broadcasts.c.id == chunks.c.broadcast_id)
            .where(*_held_by(chunk), broadcasts.c.status == "sending")
        )
        return await connection.scalar(sending) is not None

    async def _give(
        self, connection: AsyncConnection, chunk: Chunk, want: int, counts: "Counter[str]"
    ) -> Sequence[Delivery]:
        """Mark the next deliveries as `sending`, passing over who is not to get one any more."""
        given: list[Delivery] = []
        while len(given) < want:
            ids = list(
                await connection.scalars(
                    select(deliveries.c.id)
                    .where(deliveries.c.chunk_id == chunk.id, deliveries.c.state == "pending")
                    .order_by(deliveries.c.id)
                    .limit(want - len(given))
                    .with_for_update()
                )
            )
            if not ids:
                break
            states: dict[str, list[int]] = {}
            # Only now, so that it is seen if somebody has been waited for who was just leaving.
            for row in (await connection.execute(_consenting(ids))).all():
                delivery = None
                state = _passed_over(row)
                if not state:
                    delivery = self._delivery(row)
                    state = "sending" if delivery else "failed"
                if delivery:
                    given.append(delivery)
                else:
                    counts[state] += 1
                states.setdefault(state, []).append(row.id)
            await _set_states(connection, states)
        return given

    def _delivery(self, row: AnyRow) -> Delivery | None:
        """The delivery with its address, or None where that was changed behind our back."""
        try:
            chat_id = self._vault.decrypt_chat(row.channel, row.tag, row.chat)
        except Tampered:
            return None
        return Delivery(row.id, chat_id, row.channel, row.locale)

    async def _settle(
        self, connection: AsyncConnection, left_behind: ColumnElement[bool], now: datetime
    ) -> None:
        """What somebody was sending who is gone becomes `unknown`, and the chunk is free again."""
        found = await connection.scalars(
            select(chunks.c.id)
            .where(left_behind)
            .order_by(chunks.c.id)
            .limit(SETTLED_AT_ONCE)
            .with_for_update(skip_locked=True)
        )
        for chunk_id in list(found):
            lost = await connection.execute(
                update(deliveries)
                .where(deliveries.c.chunk_id == chunk_id, deliveries.c.state == "sending")
                .values(state="unknown")
            )
            await connection.execute(
                update(chunks)
                .where(chunks.c.id == chunk_id)
                .values(
                    lease=None,
                    unknown=chunks.c.unknown + lost.rowcount,
                    done=~_any(chunk_id, "pending"),
                )
            )

    async def _finish(self, connection: AsyncConnection, now: datetime) -> None:
        """Broadcasts of which every chunk is done are done."""
        at_the_end = and_(
            broadcasts.c.status == "sending",
            ~exists().where(chunks.c.broadcast_id == broadcasts.c.id, ~chunks.c.done),
        )
        ended = list(await connection.scalars(select(broadcasts.c.id).where(at_the_end)))
        if not ended:
            return
        # Locked, and looked at once more: an organizer may be sending the unknown ones again.
        await connection.execute(
            select(broadcasts.c.id)
            .where(broadcasts.c.id.in_(ended))
            .order_by(broadcasts.c.id)
            .with_for_update()
        )
        await connection.execute(
            update(broadcasts)
            .where(broadcasts.c.id.in_(ended), at_the_end)
            .values(status="done", ended_at=now)
        )


def _filling(
    broadcast: Broadcast,
    campaign: Campaign,
    who: list[ColumnElement[bool]],
    places: Sequence[AnyRow],
) -> Insert:
    """Puts these people into the chunks of their country that have room, one after the other."""
    nth = func.row_number().over(
        partition_by=subscriptions.c.country, order_by=subscriptions.c.supporter_id
    )
    members = (
        select(
            subscriptions.c.supporter_id,
            subscriptions.c.country,
            supporters.c.locale,
            nth.label("nth"),
        )
        .select_from(MEMBERS)
        .where(*who)
        .subquery()
    )
    # Which of a country's people, counted from 1, go into a chunk: behind `first`, up to `last`.
    ranges: list[tuple[int, str, int, int]] = []
    for country, of_country in groupby(places, key=lambda row: str(row.country)):
        first = 0
        for row in of_country:
            ranges.append((row.id, country, first, first + CHUNK - row.size))
            first = ranges[-1][-1]
        # Whoever came after the chunks were counted out goes into the last one.
        ranges[-1] = (*ranges[-1][:-1], BEYOND)
    into = (
        values(
            column("id", models.BigId),
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
        .select_from(members.join(into, into.c.country == members.c.country))
        .where(members.c.nth > into.c.first, members.c.nth <= into.c.last),
    )


def _free(broadcast: Broadcast, asleep: Collection[str]) -> Select[int]:
    """A chunk of the broadcast that can be sent and that nobody holds."""
    query = select(chunks.c.id).where(
        chunks.c.broadcast_id == broadcast.id, ~chunks.c.done, chunks.c.lease.is_(None)
    )
    if broadcast.quiet and asleep:
        query = query.where(chunks.c.country.not_in(asleep))
    return query.order_by(chunks.c.id).limit(1).with_for_update(skip_locked=True)


def _consenting(ids: Collection[int]) -> Select[Any]:
    """These deliveries, and what is known of their supporters now."""
    return (
        select(
            deliveries.c.id,
            deliveries.c.locale,
            supporters.c.channel,
            supporters.c.tag,
            supporters.c.chat,
            supporters.c.unreachable_at,
            subscriptions.c.supporter_id.label("subscribed"),
        )
        .select_from(deliveries)
        .join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
        .outerjoin(supporters, supporters.c.id == deliveries.c.supporter_id)
        .outerjoin(
            subscriptions,
            and_(
                subscriptions.c.supporter_id == supporters.c.id,
                subscriptions.c.campaign_id == broadcasts.c.campaign_id,
            ),
        )
        .where(deliveries.c.id.in_(ids))
        .order_by(deliveries.c.id)
    )


def _passed_over(row: AnyRow) -> str:
    """The state of a delivery that is not to be sent, or nothing."""
    if row.subscribed is None:
        return "unsubscribed"
    return "blocked" if row.unreachable_at is not None else ""


def _held_by(chunk: Chunk) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return chunks.c.id == chunk.id, chunks.c.lease == chunk.lease


def _any(chunk_id: int, *states: str) -> ColumnElement[bool]:
    """Whether a chunk has deliveries in one of those states."""
    return exists().where(deliveries.c.chunk_id == chunk_id, deliveries.c.state.in_(states))


async def _mark_unreachable(
    connection: AsyncConnection, outcomes: Mapping[int, Outcome], now: datetime
) -> None:
    """Whoever has blocked the bot is sent nothing more, by any broadcast, until they come back."""
    blocked = [each for each, outcome in outcomes.items() if outcome == "blocked"]
    if blocked:
        theirs = select(deliveries.c.supporter_id).where(deliveries.c.id.in_(blocked))
        in_order = (
            select(supporters.c.id)
            .where(supporters.c.id.in_(theirs))
            .order_by(supporters.c.id)
            .with_for_update(key_share=True)
        )
        await connection.execute(
            update(supporters).where(supporters.c.id.in_(in_order)).values(unreachable_at=now)
        )


async def _note(
    connection: AsyncConnection, chunk: Chunk, outcomes: Mapping[int, Outcome]
) -> "Counter[str]":
    """Write down the outcomes of what is being sent, or of what was given up for unknown.

    By how much the chunk's numbers change.
    """
    counts: Counter[str] = Counter()
    if not outcomes:
        return counts
    rows = await connection.execute(
        select(deliveries.c.id, deliveries.c.state)
        .where(
            deliveries.c.id.in_(outcomes),
            deliveries.c.chunk_id == chunk.id,
            deliveries.c.state.in_(("sending", "unknown")),
        )
        .order_by(deliveries.c.id)
        .with_for_update()
    )
    states: dict[str, list[int]] = {}
    for row in rows.all():
        outcome = outcomes[row.id]
        if row.state == "unknown":
            counts["unknown"] -= 1
        counts[outcome] += 1
        states.setdefault(outcome, []).append(row.id)
    await _set_states(connection, states)
    return counts


async def _put_back(connection: AsyncConnection, chunk: Chunk, *which: ColumnElement[bool]) -> None:
    """What was marked as being sent, and was not, waits again, unless somebody has the chunk."""
    ours = exists().where(*_held_by(chunk))
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.chunk_id == chunk.id, deliveries.c.state == "sending", ours, *which)
        .values(state="pending")
    )


async def _set_states(connection: AsyncConnection, states: Mapping[str, Collection[int]]) -> None:
    for state, ids in states.items():
        await connection.execute(
            update(deliveries).where(deliveries.c.id.in_(ids)).values(state=state)
        )


async def _tally(
    connection: AsyncConnection, chunk: Chunk, counts: "Counter[str]", now: datetime, *, keep: bool
) -> None:
    """Add to the chunk's numbers, and renew its lease or give it up.

    What is still being sent keeps the lease until it runs out: its outcome may yet come, or else
    it has to become `unknown`.
    """
    moved = {name: chunks.c[name] + amount for name, amount in counts.items() if amount}
    if moved:
        await connection.execute(update(chunks).where(chunks.c.id == chunk.id).values(moved))
    if keep:
        renewed = {"leased_until": now + chunk.lease_for}
        await connection.execute(update(chunks).where(*_held_by(chunk)).values(renewed))
    going_on = ("pending", "sending") if keep else ("sending",)
    await connection.execute(
        update(chunks)
        .where(*_held_by(chunk), ~_any(chunk.id, *going_on))
        .values(lease=None, leased_until=now, done=~_any(chunk.id, "pending"))
    )
