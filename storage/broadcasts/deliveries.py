"""Who has which broadcast so far: lists are handed out, and what came of it is written down.

A delivery goes `pending -> sending -> sent | unknown | blocked | failed`, or to `unsubscribed`.
`sending` is committed before anybody calls a messenger, so nobody is called twice, whatever is
killed: where a worker has left rows behind in `sending`, they become `unknown` and stay so unless
an organizer has them sent again. Deliveries come in chunks of one channel and one country; a chunk
is leased to one worker at a time that has its channel, and taken over where that worker does not
renew the lease.

Everybody locks in this order: the broadcast, supporters, chunks, deliveries.
"""

import os
import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    exists,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.broadcasts import Broadcast, Letter
from storage import models
from storage.broadcasts.rows import GONE, read
from storage.database import AnyRow, Database
from storage.vault import Tampered, Vault

Outcome = Literal["sent", "unknown", "blocked", "failed"]
"""What came of a delivery: `blocked` by its supporter, `failed` where the messenger refused it."""

LEASE = timedelta(seconds=6)
"""How long a worker may be silent until its chunk is taken over."""

LEASE_BYTES = 16

SETTLED_AT_ONCE = 20
"""Chunks left behind that one call settles."""

broadcasts, chunks, deliveries = models.broadcasts, models.broadcast_chunks, models.deliveries
supporters, subscriptions = models.supporters, models.subscriptions


class LeaseLost(Exception):
    """Another worker has the chunk, or the broadcast was paused or cancelled."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A lease on the deliveries of one broadcast by one channel to people of one country."""

    id: int
    channel: str
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
    locale: str
    """Whose letter they get."""


class Deliveries:
    """Hands out the lists of broadcasts, and writes down what came of them."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def lease(
        self,
        channels: Collection[str],
        asleep: Collection[str],
        now: datetime,
        *,
        lease_for: timedelta = LEASE,
    ) -> Chunk | None:
        """A chunk that nobody holds of a broadcast that is being sent; None where there is none.

        Chunks of other channels wait for a worker that has theirs. Countries `asleep` are left
        out where the broadcast is quiet. Several broadcasts take turns by chance, so that a small
        one does not wait for a large one. Along the way, what workers have left behind is
        settled, and what has come to its end is marked as done.
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
                free = await connection.execute(_free(broadcast, channels, asleep))
                if (found := free.one_or_none()) is not None:
                    lease = os.urandom(LEASE_BYTES)
                    await connection.execute(
                        update(chunks)
                        .where(chunks.c.id == found.id)
                        .values(
                            lease=lease,
                            leased_at=now,
                            leased_until=now + lease_for,
                            gone_before=GONE,
                        )
                    )
                    return Chunk(
                        id=found.id,
                        channel=found.channel,
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

        Raises:
            LeaseLost: another worker has the chunk by now; the outcomes are written down all
                the same.
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
        return Delivery(row.id, chat_id, row.locale)

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


def _free(broadcast: Broadcast, channels: Collection[str], asleep: Collection[str]) -> Select[Any]:
    """A chunk of the broadcast that can be sent by one of the channels and that nobody holds."""
    query = select(chunks.c.id, chunks.c.channel).where(
        chunks.c.broadcast_id == broadcast.id,
        chunks.c.channel.in_(channels),
        ~chunks.c.done,
        chunks.c.lease.is_(None),
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
