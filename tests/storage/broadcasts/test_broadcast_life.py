"""Any life of a broadcast: workers killed and stalled, people who leave, organizers who act."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    rule,
)
from sqlalchemy import select

from storage import models
from storage.broadcasts import recipient_lists as module
from storage.broadcasts.deliveries import LEASE, Chunk, Delivery, LeaseLost, Outcome
from storage.container import Storage
from tests.support.databases import Databases
from tests.support.storage.lives import Life, live
from tests.support.storage.mailing import (
    NOW,
    again,
    organizer,
    reader,
    scheduled,
    send_all,
    states,
    subscribe,
)
from tests.support.storage.petition import VAULT_KEY, open_petition

PEOPLE = range(1, 16)

ENDS = ("sent", "blocked", "unknown", "failed", "unsubscribed")

workers = st.integers(0, 1)
outcomes: st.SearchStrategy[Outcome] = st.sampled_from(["sent", "blocked", "failed", "unknown"])


@dataclass
class Worker:
    """A worker between two calls: what it holds, and what it has in flight."""

    storage: Storage
    chunk: Chunk | None = None
    flying: dict[int, Delivery] = field(default_factory=dict)


class Sending(Life):
    """One broadcast to fifteen people by two workers, against a record of who was written to."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.handed: Counter[str] = Counter()
        """How often each chat was written to."""
        self.chats: dict[int, str] = {}
        """Whose each delivery is that was ever handed out."""
        self.allowed: Counter[str] = Counter()
        """How often an organizer has had somebody written to once more."""
        self.unsure: set[int] = set()
        """Deliveries of which no worker has said for sure what came of them."""
        self.left: set[int] = set()
        """People who have stopped updates at any time."""
        self.gone: set[int] = set()
        """People of whom a worker has said that they blocked the bot, or who are out of reach."""
        self.run(self.start())

    async def start(self) -> None:
        await self.fresh()
        self.storage = await Storage.open(self.url, VAULT_KEY)
        self.workers = [Worker(await Storage.open(self.url, VAULT_KEY)) for _ in range(2)]
        self.petition = await open_petition(self.storage, "release")
        for number in PEOPLE:
            await subscribe(self.storage, self.petition, [number], "FR" if number % 3 else "BE")
        self.broadcast = await scheduled(self.storage, self.petition)
        self.ida = await organizer(self.storage)

    # The workers.

    @initialize(pages=st.integers(0, 3))
    def prepare(self, pages: int) -> None:
        """Most lives begin with the list."""
        for _ in range(pages):
            self.run(self.storage.recipient_lists.prepare(self.now))

    @rule(who=workers)
    def look_for_work(self, who: int) -> None:
        worker = self.workers[who]
        self.run(worker.storage.recipient_lists.prepare(self.now))
        if worker.chunk is None:
            worker.chunk = self.run(worker.storage.deliveries.lease(["telegram"], (), self.now))

    @rule(who=workers, want=st.integers(0, 4), finished=st.lists(outcomes, max_size=4))
    def advance(self, who: int, want: int, finished: list[Outcome]) -> None:
        """Some of what is in flight has arrived, or not; some more is sent."""
        worker = self.workers[who]
        if worker.chunk is None:
            worker.chunk = self.run(worker.storage.deliveries.lease(["telegram"], (), self.now))
        if worker.chunk is None:
            return
        said = self.finish(worker, finished)
        try:
            given = self.run(worker.storage.deliveries.advance(worker.chunk, said, want, self.now))
        except LeaseLost:
            self.let_go(worker)
            return
        assert len(given) <= want
        for each in given:
            worker.flying[each.id] = each
            self.chats[each.id] = each.chat_id
            self.handed[each.chat_id] += 1
            self.unsure.add(each.id)
        if want and not given and not worker.flying:
            worker.chunk = None

    @rule(who=workers, finished=st.lists(outcomes, max_size=4), begun=st.integers(0, 4))
    def stop(self, who: int, finished: list[Outcome], begun: int) -> None:
        """The worker is told to end: of what has no outcome, some was never begun."""
        worker = self.workers[who]
        if worker.chunk is None:
            return
        said = self.finish(worker, finished)
        unsent = list(worker.flying)[begun:]
        said |= dict.fromkeys(list(worker.flying)[:begun], "unknown")
        self.run(worker.storage.deliveries.release(worker.chunk, said, self.now))
        for number in unsent:
            self.handed[worker.flying[number].chat_id] -= 1
        self.let_go(worker)

    @rule(who=workers, noticed=st.booleans())
    def kill(self, who: int, noticed: bool) -> None:
        """Nobody hears of it again, nor of what it had in flight."""
        self.let_go(self.workers[who])
        if noticed:
            self.time_passes()

    def finish(self, worker: Worker, finished: list[Outcome]) -> dict[int, Outcome]:
        """What the worker says of the first of those in flight."""
        said = dict(zip(list(worker.flying), finished, strict=False))
        for number, outcome in said.items():
            delivery = worker.flying.pop(number)
            if outcome != "unknown":
                self.unsure.discard(number)
            if outcome == "blocked":
                self.gone.add(int(delivery.chat_id))
        return said

    def let_go(self, worker: Worker) -> None:
        worker.chunk = None
        worker.flying = {}

    @rule()
    def time_passes(self) -> None:
        """So long that every lease runs out, whoever holds it."""
        self.now += LEASE + timedelta(seconds=1)

    # People, and organizers.

    @rule(number=st.sampled_from(PEOPLE), forget=st.booleans())
    def leave(self, number: int, forget: bool) -> None:
        if forget:
            self.run(self.storage.supporters.forget(reader(number)))
        else:
            self.run(self.storage.supporters.unsubscribe(self.petition, reader(number)))
        self.left.add(number)

    @rule(number=st.sampled_from(PEOPLE))
    def come_back(self, number: int) -> None:
        if number in self.left:
            self.run(subscribe(self.storage, self.petition, [number]))

    @rule()
    def pause_or_go_on(self) -> None:
        broadcast = self.run(again(self.storage, self.broadcast))
        if broadcast.status == "paused":
            self.run(self.storage.broadcast_lifecycle.resume(broadcast, self.ida, self.now))
        elif broadcast.status != "done":
            self.run(self.storage.broadcast_lifecycle.pause(broadcast, self.ida, self.now))

    @rule()
    def send_unknown_again(self) -> None:
        """Only where there are some; what a worker still holds is not sure to be one of them."""
        unknown = self.run(self.unknown())
        broadcast = self.run(again(self.storage, self.broadcast))
        if unknown and broadcast.status in ("sending", "paused", "done"):
            self.run(
                self.storage.broadcast_lifecycle.send_unknown_again(broadcast, self.ida, self.now)
            )
            self.allowed.update(self.chats[number] for number in unknown)

    async def unknown(self) -> list[int]:
        """The deliveries of which the ledger says that nobody knows."""
        table = models.deliveries
        async with self.storage.database.read() as connection:
            return list(
                await connection.scalars(select(table.c.id).where(table.c.state == "unknown"))
            )

    @invariant()
    def nobody_twice(self) -> None:
        """Unless an organizer has asked for it."""
        assert all(times <= 1 + self.allowed[chat] for chat, times in self.handed.items())

    @invariant()
    def unknown_is_only_what_was_in_flight(self) -> None:
        assert set(self.run(self.unknown())) <= self.unsure

    async def close(self) -> None:
        await self.nobody_was_skipped()
        for worker in self.workers:
            await worker.storage.close()
        await super().close()

    async def nobody_was_skipped(self) -> None:
        """All workers are killed, and a last one brings it to its end: everybody was written to."""
        self.now += LEASE + timedelta(seconds=1)
        broadcast = await again(self.storage, self.broadcast)
        if broadcast.status == "paused":
            await self.storage.broadcast_lifecycle.resume(broadcast, self.ida, self.now)
        while await self.storage.recipient_lists.prepare(self.now):
            pass
        self.handed.update(await send_all(self.storage, self.now))
        self.nobody_twice()
        assert (await again(self.storage, self.broadcast)).status == "done"
        progress = await self.storage.broadcasts.progress(self.broadcast, self.now)
        assert progress.left == 0
        assert progress.unknown == len(await self.unknown()) <= len(self.unsure)
        told = {name: getattr(progress, name) for name in ENDS if getattr(progress, name)}
        assert told == await states(self.storage), "the numbers are those of the ledger"
        reached = {int(chat) for chat, times in self.handed.items() if times}
        # A worker that is told to end when its lease has run out cannot say what it never began.
        not_known = {int(self.chats[number]) for number in await self.unknown()}
        assert set(PEOPLE) - self.left - self.gone - not_known <= reached


def test_nobody_twice_and_nobody_skipped(
    databases: Databases, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No order of events writes to anybody twice, or to somebody not at all."""
    monkeypatch.setattr(module, "PAGE", 6)
    monkeypatch.setattr(module, "CHUNK", 4)

    live(Sending, databases, backend, examples=10, steps=40)
