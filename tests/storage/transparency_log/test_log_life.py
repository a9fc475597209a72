"""Any life of a log: signing, withdrawing, removing, forgetting, crashes and restored backups.

Whatever happens, in whatever order: the number that a checkpoint shows is what its log adds up to
and what SQL holds, and everything the log ever signed grew out of what it signed before.
"""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import delete, func, select

from handlers.domain.moderation import Selection
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.errors import LogFault
from storage.transparency_log.formats import checkpoints, tree
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.entries import parse, signatures, signatures_in
from storage.transparency_log.formats.tiles import Bundle, bundle_in, unpack
from storage.transparency_log.log import PublicLogs
from storage.vault import Vault
from tests.support.databases import Databases
from tests.support.petition import consent, person
from tests.support.storage.lives import Life, live
from tests.support.storage.petition import VAULT_KEY, open_petition

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)

people = st.integers(0, 4).map(lambda number: person(str(number)))


class Killed(Exception):
    """The worker was killed here."""


class Paper:
    """A memory outside the database. `dies` says where the worker is killed, if it is."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.signed: list[bytes] = []
        self.doubted: dict[str, str] = {}
        self.dies = ""

    async def last(self, origin: str) -> bytes | None:
        return self.kept.get(origin)

    async def doubts(self, origin: str) -> dict[str, str]:
        return self.doubted

    async def doubt(self, origin: str, witness: str, how: str) -> None:
        self.doubted[witness] = how

    async def trust(self, origin: str, witness: str) -> None:
        self.doubted.pop(witness, None)

    async def remember(self, origin: str, checkpoint: bytes) -> None:
        if self.dies == "before":
            raise Killed
        self.kept[origin] = checkpoint
        self.signed.append(checkpoint)
        if self.dies == "after":
            raise Killed


class Log(Life):
    """One campaign, five people, one worker, and somebody who puts backups back."""

    def __init__(self) -> None:
        super().__init__()
        self.paper = Paper()
        self.now = NOW
        self.run(self.start())
        self.backup = self.run(self.rows())

    async def start(self) -> None:
        await self.fresh()
        await self.open()
        self.petition = await open_petition(self.storage, "release")
        await self.logs.begin(self.petition, "https://petition.example")
        token = await self.storage.organizers.link(None, "owner", None, NOW)
        self.owner = await self.storage.organizers.join(token, person("owner"), "en", NOW)

    async def open(self) -> None:
        self.storage = await Storage.open(self.url, VAULT_KEY)
        self.logs = PublicLogs(self.storage.database, Vault(VAULT_KEY), [self.paper])

    @rule(who=people)
    def sign(self, who: Any) -> None:
        self.run(self.storage.signatures.sign(self.petition, who, Draft(), consent()))

    @rule(who=people)
    def withdraw(self, who: Any) -> None:
        self.run(self.storage.signatures.withdraw(self.petition, who))

    @rule(who=people)
    def forget(self, who: Any) -> None:
        self.run(self.storage.supporters.forget(who))

    @rule()
    def invalidate(self) -> None:
        async def remove() -> None:
            moderation, now = self.storage.moderation, self.now
            await moderation.hold(self.petition, Selection(), self.owner, now)
            held = Selection(held="picked")
            await moderation.decide(self.petition, held, "duplicate", 99, self.owner, now)
            await moderation.run_once()

        self.run(remove())

    @rule(limit=st.integers(1, 5))
    def sequence(self, limit: int) -> None:
        self.run(self.storage.sequencer.run_once(limit))

    @rule(dies=st.sampled_from(["", "", "", "before", "after"]))
    def work(self, dies: str) -> None:
        """An hour of a worker, which may be killed at its end."""
        self.now += HOUR
        self.paper.dies = dies
        while self.run(self.storage.sequencer.run_once()):
            pass
        with suppress(Killed, LogFault):
            self.run(self.logs.publish(self.petition, self.now, HOUR))

    @rule()
    def back_up(self) -> None:
        self.backup = self.run(self.rows())

    @rule()
    def restore(self) -> None:
        self.run(self.put_back(self.backup))

    async def rows(self) -> dict[str, Any]:
        async with self.storage.database.read() as connection:
            return {
                table.name: (await connection.execute(select(table))).mappings().all()
                for table in models.metadata.sorted_tables
            }

    async def put_back(self, backup: dict[str, Any]) -> None:
        async with self.storage.database.write() as connection:
            for table in models.metadata.sorted_tables[::-1]:
                await connection.execute(delete(table))
            for table in models.metadata.sorted_tables:
                if rows := backup[table.name]:
                    await connection.execute(table.insert(), [dict(row) for row in rows])
        # Whoever puts a backup back starts the program anew.
        await self.storage.close()
        await self.open()

    @invariant()
    def the_count_is_the_log(self) -> None:
        self.run(self.check())

    async def check(self) -> None:
        key = await self.storage.log_reader.key(self.petition)
        shown = await self.storage.log_reader.checkpoint(self.petition)
        if shown is None or key is None:
            return
        state = checkpoints.check(shown.content, key).checkpoint
        entries = await self.entries(state)
        assert signatures_in(state) == shown.signatures == signatures(entries)
        assert tree.merkle_root(tree.leaf_hash(each.line) for each in entries) == state.root
        signed = [checkpoints.check(each, key).checkpoint for each in self.paper.signed]
        assert signed == sorted(signed, key=lambda each: each.size), "none is smaller than before"
        for old in signed:
            if old.size <= state.size:
                path = await self.storage.log_reader.consistency(
                    self.petition, old.size, state.size
                )
                tree.verify_consistency(old.size, state.size, path, old.root, state.root)
        if await self.settled(state):
            assert signatures_in(state) == await self.in_sql()

    async def entries(self, state: Checkpoint) -> list[Any]:
        if not state.size:
            return []
        bundle: Bundle = bundle_in(0, state.size)
        packed = await self.storage.log_reader.bundle(self.petition, bundle)
        assert packed is not None
        return [parse(line) for line in unpack(bundle, packed)]

    async def settled(self, state: Checkpoint) -> bool:
        """Whether nothing waits, and the checkpoint shows all that was counted."""
        async with self.storage.database.read() as connection:
            waiting = await connection.scalar(select(func.count()).select_from(models.waiting))
            leaves = await connection.scalar(select(func.count()).select_from(models.leaves))
        return waiting == 0 and leaves == state.size

    async def in_sql(self) -> int:
        """Signatures that count: those that were held before they were counted do not."""
        counted = select(func.count()).where(models.leaves.c.signature_id.is_not(None))
        async with self.storage.database.read() as connection:
            return int(await connection.scalar(counted) or 0)


def test_whatever_happens_the_count_is_the_log(databases: Databases, backend: str) -> None:
    """No order of events makes a checkpoint that contradicts the signatures, or an earlier one."""
    live(Log, databases, backend, examples=10 if backend == "sqlite" else 5, steps=25)
