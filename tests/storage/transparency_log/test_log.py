"""The public log of a petition: anybody can check the count, and nobody can take it back."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, select, update

from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import Selection
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.errors import LogFault
from storage.transparency_log import log
from storage.transparency_log.formats import checkpoints, tiles, tree
from storage.transparency_log.formats import entries as public_logs
from storage.transparency_log.formats.entries import Entry, parse, signatures
from storage.transparency_log.formats.refusals import Reason, Refused
from storage.transparency_log.formats.tiles import WIDTH, Tile
from storage.transparency_log.log import PublicLogs
from storage.transparency_log.memory import FolderLogMemory, LogMemory, RedisLogMemory
from storage.transparency_log.reader import LogReader
from storage.transparency_log.rows import SignedCheckpoint
from storage.transparency_log.witnessing import Witnessing
from storage.vault import Vault
from tests.support.petition import consent, person
from tests.support.storage.petition import VAULT_KEY

if TYPE_CHECKING:
    from redis.asyncio import Redis

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)
HOME = "https://petition.example"


@pytest.fixture
async def ida(storage: Storage) -> Organizer:
    """Ida, an owner."""
    token = await storage.organizers.link(None, "owner", None, NOW)
    return await storage.organizers.join(token, person("ida"), "en", NOW)


async def sign(storage: Storage, petition: Campaign, *names: str) -> None:
    """People sign, and are counted."""
    for name in names:
        await storage.signatures.sign(petition, person(name), Draft(country="FR"), consent())
    while await storage.sequencer.run_once():
        pass


async def publish(
    logs: PublicLogs, petition: Campaign, later: timedelta = timedelta()
) -> SignedCheckpoint | None:
    """What a worker does every hour."""
    await logs.begin(petition, HOME)
    return await logs.publish(petition, NOW + later, HOUR)


async def copied(logs: LogReader, petition: Campaign) -> Sequence[Entry]:
    """All entries, as somebody finds them who checks everything with nothing but the log's key."""
    key, stamped = await logs.key(petition), await logs.checkpoint(petition)
    assert key is not None
    assert stamped is not None
    state = checkpoints.check(stamped.content, key).checkpoint
    kept: dict[Tile, bytes] = {}
    entries: list[Entry] = []
    level = 0
    while state.size >> (tiles.HEIGHT * level):
        for index in range(-(-(state.size >> (tiles.HEIGHT * level)) // WIDTH)):
            tile = tiles.tile_in(level, index, state.size)
            hashes = await logs.tile(petition, tile)
            assert hashes is not None
            kept[tile] = hashes
            if level == 0:
                bundle = tiles.bundle_in(index, state.size)
                packed = await logs.bundle(petition, bundle)
                assert packed is not None
                entries += map(parse, tree.check_bundle(bundle, packed, hashes))
        level += 1
    tree.check_tiles(kept.__getitem__, state.size, state.root)
    assert public_logs.signatures_in(state) == stamped.signatures == signatures(entries)
    return entries


async def test_anybody_can_check_the_count(storage: Storage, petition: Campaign) -> None:
    """Three sign and one takes it back: the log's copy adds up to two, and names nobody."""
    await sign(storage, petition, "Ida", "Bo", "Cy")
    assert await storage.signatures.withdraw(petition, person("Bo"))
    await storage.sequencer.run_once()
    stamped = await publish(storage.logs, petition)
    assert stamped is not None
    assert (stamped.size, stamped.signatures) == (4, 2)
    entries = await copied(storage.log_reader, petition)
    assert [entry.kind for entry in entries] == ["add", "add", "add", "withdraw"]
    assert entries[-1].line == b"withdraw\n"


async def test_the_log_is_called_by_its_address(storage: Storage, petition: Campaign) -> None:
    """Whoever reads a checkpoint knows where the log is; without a public address it has a name."""
    await publish(storage.logs, petition)
    key = await storage.log_reader.key(petition)
    assert key is not None
    assert key.name == "petition.example/c/release/log"
    assert log.origin_of("", "release", bytes(32)).endswith(".porte-voix.invalid/c/release/log")


async def test_a_log_begins_empty(storage: Storage, petition: Campaign) -> None:
    """Before anybody has signed there is a checkpoint already: nothing can be slipped in before."""
    assert await storage.log_reader.checkpoint(petition) is None
    assert await publish(storage.logs, petition) is not None
    assert await copied(storage.log_reader, petition) == []


async def test_a_checkpoint_an_hour(storage: Storage, petition: Campaign) -> None:
    """Who signs at a quarter past shows at the full hour, and not before, nor does the time."""
    await publish(storage.logs, petition)
    await sign(storage, petition, "Ida")
    assert await publish(storage.logs, petition, timedelta(minutes=43)) is None
    assert await storage.log_reader.tile(petition, Tile(0, 0, 1)) is None
    assert await storage.log_reader.bundle(petition, tiles.Bundle(0, 1)) is None
    stamped = await publish(storage.logs, petition, timedelta(minutes=44))
    assert stamped is not None
    assert stamped.signed_at == datetime(2026, 3, 4, 16, tzinfo=UTC)
    assert await publish(storage.logs, petition, timedelta(hours=5)) is None, "nothing is new"


async def test_a_removal_says_why(storage: Storage, petition: Campaign, ida: Organizer) -> None:
    """Organizers remove what a program signed: everybody sees that they did, and their reason."""
    await sign(storage, petition, "Ida")
    picked = Selection()
    await storage.moderation.hold(petition, picked, ida, NOW)
    await storage.moderation.decide(petition, Selection(held="picked"), "automated", 1, ida, NOW)
    await storage.moderation.run_once()
    await storage.sequencer.run_once()
    await publish(storage.logs, petition)
    entries = await copied(storage.log_reader, petition)
    assert [entry.line for entry in entries[1:]] == [b"invalidate automated\n"]


async def test_what_was_held_is_committed_to_when_it_is_released(
    storage: Storage, petition: Campaign, ida: Organizer
) -> None:
    """It is in the log from then on, and its signer can get a receipt."""
    await storage.signatures.sign(petition, person("Ida"), Draft(), consent(), held="suspicious")
    held = Selection(held="suspicious")
    await storage.moderation.decide(petition, held, "release", 1, ida, NOW)
    await storage.moderation.run_once()
    await storage.sequencer.run_once()
    await publish(storage.logs, petition)
    receipt = await storage.receipts.of(petition, person("Ida"))
    assert receipt is not None
    assert receipt.proven


async def test_a_log_of_many_batches(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rush between two checkpoints goes into the tree in several transactions."""
    monkeypatch.setattr(log, "BATCH", 100)
    rows = [
        {"campaign_id": petition.id, "number": number, "kind": "add", "commitment": bytes(32)}
        for number in range(700)
    ]
    world = {"campaign_id": petition.id, "dimension": "world", "key": "", "amount": 700}
    async with storage.database.write() as connection:
        await connection.execute(models.leaves.insert(), rows)
        await connection.execute(models.totals.insert(), world)
        await connection.execute(update(models.campaigns).values(next_leaf=700))
    await publish(storage.logs, petition)
    assert len(await copied(storage.log_reader, petition)) == 700


async def test_every_checkpoint_grew_out_of_the_ones_before(
    storage: Storage, petition: Campaign
) -> None:
    """A journalist who kept old checkpoints sees that nothing was changed since."""
    key = None
    states = []
    for hour in range(5):
        await sign(storage, petition, *(f"{hour}-{number}" for number in range(hour)))
        stamped = await publish(storage.logs, petition, hour * HOUR)
        key = await storage.log_reader.key(petition)
        if stamped:
            assert key is not None
            states.append(checkpoints.check(stamped.content, key).checkpoint)
    assert [state.size for state in states] == [0, 1, 3, 6, 10]
    for old in states:
        for new in states[states.index(old) :]:
            path = await storage.log_reader.consistency(petition, old.size, new.size)
            tree.verify_consistency(old.size, new.size, path, old.root, new.root)


async def test_several_workers_sign_one_checkpoint(storage: Storage, petition: Campaign) -> None:
    """Three workers find the hour full at once."""
    await sign(storage, petition, "Ida")
    await storage.logs.begin(petition, HOME)
    signed = await asyncio.gather(*(storage.logs.publish(petition, NOW, HOUR) for _ in range(3)))
    assert len([each for each in signed if each]) == 1


async def test_a_total_that_was_moved_by_hand_is_not_signed(
    storage: Storage, petition: Campaign
) -> None:
    """Somebody with access to the database makes the number larger: the log does not go along."""
    await sign(storage, petition, "Ida")
    async with storage.database.write() as connection:
        await connection.execute(update(models.totals).values(amount=5_000))
    with pytest.raises(LogFault, match="1 signatures and the public total is 5000"):
        await publish(storage.logs, petition)


async def test_a_leaf_that_was_taken_out_is_missed(storage: Storage, petition: Campaign) -> None:
    """Somebody deletes a counted signature's leaf before it is in the tree."""
    await sign(storage, petition, "Ida", "Bo")
    async with storage.database.write() as connection:
        await connection.execute(delete(models.leaves).where(models.leaves.c.number == 0))
    with pytest.raises(LogFault, match="only 1"):
        await publish(storage.logs, petition)


TAKEN_BACK = (
    models.leaves, models.totals, models.logs, models.log_tiles, models.checkpoints,
)  # fmt: skip
"""What an old backup brings back, of what matters to a log."""


async def backup(storage: Storage) -> dict[str, Sequence[Any]]:
    """The rows as they are now."""
    async with storage.database.read() as connection:
        kept: dict[str, Sequence[Any]] = {
            table.name: (await connection.execute(select(table))).mappings().all()
            for table in TAKEN_BACK
        }
        kept["next_leaf"] = list(await connection.scalars(select(models.campaigns.c.next_leaf)))
    return kept


async def restore(storage: Storage, kept: dict[str, Sequence[Any]]) -> None:
    """Put the rows of the backup back."""
    async with storage.database.write() as connection:
        for table in TAKEN_BACK[::-1]:
            await connection.execute(delete(table))
        for table in TAKEN_BACK:
            if kept[table.name]:
                await connection.execute(table.insert(), [dict(row) for row in kept[table.name]])
        await connection.execute(update(models.campaigns).values(next_leaf=kept["next_leaf"][0]))


@pytest.fixture(params=["redis", "folder"])
def memory(request: pytest.FixtureRequest, redis: "Redis", tmp_path: Path) -> LogMemory:
    """Each place outside the database, alone."""
    return RedisLogMemory(redis) if request.param == "redis" else FolderLogMemory(tmp_path / "log")


async def test_an_older_backup_is_noticed(
    storage: Storage, petition: Campaign, memory: LogMemory
) -> None:
    """The disk broke and yesterday's backup is put back: the log is smaller than it was."""
    logs = PublicLogs(storage.database, Vault(VAULT_KEY), [memory])
    await sign(storage, petition, "Ida")
    await publish(logs, petition)
    yesterday = await backup(storage)
    await sign(storage, petition, "Bo")
    await publish(logs, petition, HOUR)
    await restore(storage, yesterday)
    with pytest.raises(LogFault, match="it had 2 leaves, and has 1"):
        await publish(logs, petition, 2 * HOUR)


async def test_a_fork_is_not_signed(
    storage: Storage, petition: Campaign, memory: LogMemory
) -> None:
    """After the backup others sign, so that the log is as long again: it is another one."""
    logs = PublicLogs(storage.database, Vault(VAULT_KEY), [memory])
    await sign(storage, petition, "Ida")
    await publish(logs, petition)
    yesterday = await backup(storage)
    await sign(storage, petition, "Bo")
    await publish(logs, petition, HOUR)
    await restore(storage, yesterday)
    await sign(storage, petition, "Cy", "Di", "Eve")
    with pytest.raises(LogFault, match="its first 2 leaves were others"):
        await publish(logs, petition, 2 * HOUR)
    last = await storage.log_reader.checkpoint(petition)
    assert last is not None
    assert last.size == 1, "what was not signed is not shown"


async def test_a_backup_of_this_very_state_does_no_harm(
    storage: Storage, petition: Campaign, memory: LogMemory
) -> None:
    """Nobody signed since the backup: the log goes on."""
    logs = PublicLogs(storage.database, Vault(VAULT_KEY), [memory])
    await sign(storage, petition, "Ida")
    await publish(logs, petition)
    await restore(storage, await backup(storage))
    await sign(storage, petition, "Bo")
    stamped = await publish(logs, petition, HOUR)
    assert stamped is not None
    assert stamped.signatures == 2


async def test_a_worker_that_dies_between_remembering_and_showing(
    storage: Storage, petition: Campaign, memory: LogMemory
) -> None:
    """What was remembered and never shown does not stop the log: the leaves are the same."""

    class Dying:
        def __init__(self, kept: LogMemory) -> None:
            self.last, self.doubts = kept.last, kept.doubts
            self.doubt, self.trust = kept.doubt, kept.trust
            self._kept = kept

        async def remember(self, origin: str, checkpoint: bytes) -> None:
            await self._kept.remember(origin, checkpoint)
            raise ConnectionError("killed")

    vault = Vault(VAULT_KEY)
    await sign(storage, petition, "Ida")
    with pytest.raises(ConnectionError):
        await publish(PublicLogs(storage.database, vault, [Dying(memory)]), petition)
    assert await storage.log_reader.checkpoint(petition) is None
    await sign(storage, petition, "Bo")
    stamped = await publish(PublicLogs(storage.database, vault, [memory]), petition, HOUR)
    assert stamped is not None
    assert stamped.size == 2


async def test_what_a_witness_doubts_stops_the_log(
    storage: Storage, petition: Campaign, memory: LogMemory
) -> None:
    """As long as the operator lists that witness, and until it has no doubts any more."""
    logs = PublicLogs(storage.database, Vault(VAULT_KEY), [memory])
    witnessing = Witnessing(storage.database, [memory])
    await sign(storage, petition, "Ida")
    await publish(logs, petition)
    await witnessing.doubt(petition, "north.example", "it has seen 9 leaves")
    await witnessing.doubt(petition, "south.example", "it has seen more")
    await witnessing.trust(petition, "south.example")
    await witnessing.trust(petition, "west.example")
    assert await witnessing.doubts(petition) == {"north.example": "it has seen 9 leaves"}
    await sign(storage, petition, "Bo")
    later = NOW + HOUR
    assert await logs.due(petition, later, HOUR)
    with pytest.raises(LogFault, match=r"north\.example: it has seen 9 leaves"):
        await logs.publish(petition, later, HOUR, ["north.example", "south.example"])
    stamped = await logs.publish(petition, later, HOUR, ["south.example"])
    assert stamped is not None
    assert not await logs.due(petition, later + HOUR, HOUR), "nothing is new"
    await witnessing.trust(petition, "north.example")
    assert await witnessing.doubts(petition) == {}


async def test_a_memory_that_was_changed_stops_the_log(
    storage: Storage, petition: Campaign, memory: LogMemory
) -> None:
    """Somebody writes a smaller checkpoint into it: its signature does not fit."""
    logs = PublicLogs(storage.database, Vault(VAULT_KEY), [memory])
    await sign(storage, petition, "Ida")
    await publish(logs, petition)
    key = await storage.log_reader.key(petition)
    assert key is not None
    content = await memory.last(key.name)
    assert content is not None
    await memory.remember(key.name, content.replace(b"\n1\n", b"\n0\n"))
    with pytest.raises(LogFault, match="does not fit"):
        await publish(logs, petition, HOUR)


async def test_tiles_that_the_log_never_had(storage: Storage, petition: Campaign) -> None:
    """A curious visitor asks for anything."""
    await sign(storage, petition, "Ida")
    await publish(storage.logs, petition)
    for tile in (Tile(0, 0), Tile(0, 1, 1), Tile(1, 0, 1), Tile(63, 0)):
        assert await storage.log_reader.tile(petition, tile) is None
    assert await storage.log_reader.tile(petition, Tile(0, 0, 1)) is not None
    with pytest.raises(Refused) as caught:
        await storage.log_reader.consistency(petition, 2, 1)
    assert caught.value.reason == Reason.SIZES
