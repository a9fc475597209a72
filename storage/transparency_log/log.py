"""The public log of each campaign: what everybody can check the count by.

The sequencer numbers the leaves; here they become entries of an RFC 6962 tree, and from time to
time the log signs a checkpoint: so many leaves, this root, so many signatures. It signs only
where that number is the public total, and only what follows from all that it signed before.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign
from storage import models
from storage.database import Database
from storage.errors import LogFault
from storage.transparency_log.formats import checkpoints, tree
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.entries import COUNT
from storage.transparency_log.formats.notes import SignerKey, VerifierKey
from storage.transparency_log.formats.refusals import Refused
from storage.transparency_log.formats.tiles import (
    edge_tiles,
)
from storage.transparency_log.memory import LogMemory
from storage.transparency_log.rows import (
    KeptLog,
    SignedCheckpoint,
    entry_of,
    fetched,
    last_checkpoint,
    leaves_between,
    log_of,
)
from storage.transparency_log.sequencer import LOCK
from storage.transparency_log.witnessing import doubts_of
from storage.vault import Vault

BATCH = 20_000
"""Leaves that are put in the tree in one transaction: on SQLite nobody can sign meanwhile."""

logs, log_tiles = models.logs, models.log_tiles
table, campaigns, totals = models.checkpoints, models.campaigns, models.totals


def origin_of(public_url: str, slug: str, key: bytes) -> str:
    """A log's name: its address without the scheme (C2SP tlog-checkpoint, "Note text").

    Where nothing is served to the public it is a name that no other log has.
    """
    host = public_url.partition("://")[2].strip("/")
    if not host:
        host = f"{VerifierKey('log', key).id.hex()}.porte-voix.invalid"
    return f"{host}/c/{slug}/log"


class PublicLogs:
    """Lets the logs of all campaigns that were ever opened grow, and signs them, in the worker.

    `memories` remember outside the database what was signed (`storage.transparency_log.memory`).
    """

    def __init__(
        self, database: Database, vault: Vault, memories: Sequence[LogMemory] = ()
    ) -> None:
        self._database = database
        self._vault = vault
        self._memories = memories

    async def begin(self, campaign: Campaign, public_url: str) -> None:
        """Make the campaign's log, with a key of its own, unless there is one."""
        found = select(logs.c.campaign_id).where(logs.c.campaign_id == campaign.id)
        async with self._database.read() as connection:
            if await connection.scalar(found):
                return
        key = SignerKey.generate("log")
        row = self._database.insert(logs).values(
            campaign_id=campaign.id,
            origin=origin_of(public_url, campaign.slug, key.verifier.raw),
            key=self._vault.wrap_log_key(campaign.slug, key.seed),
        )
        async with self._database.write() as connection:
            await connection.execute(row.on_conflict_do_nothing())

    async def due(self, campaign: Campaign, now: datetime, every: timedelta) -> bool:
        """Whether there is something new and `every` has passed."""
        async with self._database.read() as connection:
            until = await _leaf_count(connection, campaign)
            return _due(await last_checkpoint(connection, campaign), until, _cut(now, every))

    async def publish(
        self, campaign: Campaign, now: datetime, every: timedelta, witnesses: Collection[str] = ()
    ) -> SignedCheckpoint | None:
        """Sign a checkpoint, if there is something new and `every` has passed.

        Any number of workers may call this.

        Raises:
            LogFault: the log must not sign, because it would contradict the public total or
                what it has signed before, as far as it is known here or one of the `witnesses`
                says.
        """
        while True:
            async with self._database.write() as connection:
                if not await self._alone(connection):
                    return None
                log = await log_of(connection, self._vault, campaign, lock=True)
                if log is None:
                    return None
                until = await _leaf_count(connection, campaign)
                last = await last_checkpoint(connection, campaign)
                seen = await self._seen(log, last)
                for each in seen:
                    if each.size > until:
                        raise _contradicts(log, f"it had {each.size} leaves, and has {until}")
                for witness, how in (await doubts_of(self._memories, log.row.origin)).items():
                    if witness in witnesses:
                        raise _contradicts(log, f"the witness {witness}: {how}")
                at = _cut(now, every)
                if not _due(last, until, at):
                    return None
                grown = await self._grow(connection, log, until)
                if grown is not None:
                    for each in seen:
                        await _follows(connection, log, each)
                    return await self._sign(connection, log, grown, at)
            # That was one batch of several: others get their turn in between.

    async def _alone(self, connection: AsyncConnection) -> bool:
        """Whether neither a sequencer nor another worker is at it. SQLite has one writer anyway."""
        return self._database.is_sqlite or bool(
            await connection.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": LOCK})
        )

    async def _seen(self, log: KeptLog, last: SignedCheckpoint | None) -> Sequence[Checkpoint]:
        """What is known to have been signed before. Raises LogFault where that was changed."""
        remembered = [await each.last(log.row.origin) for each in self._memories]
        contents = {each for each in (*remembered, last and last.content) if each}
        try:
            return [checkpoints.check(each, log.key.verifier).checkpoint for each in contents]
        except Refused as refused:
            raise _contradicts(log, str(refused)) from refused

    async def _grow(self, connection: AsyncConnection, log: KeptLog, until: int) -> "_Grown | None":
        """Put a batch of leaves in the tree; what it is now, or None where more wait."""
        size, campaign_id = log.row.size, log.row.campaign_id
        end = min(until, size + BATCH)
        rows = await leaves_between(connection, campaign_id, size, end)
        entries = [entry_of(row) for row in rows]
        read = await fetched(connection, campaign_id, edge_tiles(size))
        grown = tree.append(read, size, (tree.leaf_hash(each.line) for each in entries))
        signatures = log.row.signatures + sum(each.change for each in entries)
        await self._store(connection, campaign_id, grown.tiles)
        await connection.execute(
            update(logs)
            .where(logs.c.campaign_id == campaign_id)
            .values(size=grown.size, signatures=signatures)
        )
        return _Grown(grown.size, grown.root, signatures) if end == until else None

    async def _store(
        self, connection: AsyncConnection, campaign_id: int, tiles: Iterable[tree.Stored]
    ) -> None:
        rows = [
            {
                "campaign_id": campaign_id,
                "level": tile.level,
                "number": tile.index,
                "hashes": hashes,
            }
            for tile, hashes in tiles
            if tile.level
        ]
        if not rows:
            return
        insert = self._database.insert(log_tiles)
        await connection.execute(
            insert.on_conflict_do_update(
                index_elements=[log_tiles.c.campaign_id, log_tiles.c.level, log_tiles.c.number],
                set_={"hashes": insert.excluded.hashes},
            ),
            rows,
        )

    async def _sign(
        self, connection: AsyncConnection, log: KeptLog, grown: "_Grown", at: datetime
    ) -> SignedCheckpoint:
        """Sign what the tree is now. Nobody sees it before it is remembered."""
        total = await connection.scalar(
            select(func.coalesce(func.sum(totals.c.amount), 0)).where(
                totals.c.campaign_id == log.row.campaign_id, totals.c.dimension == "world"
            )
        )
        if total != grown.signatures:
            raise LogFault(
                f"The log {log.row.origin} has {grown.signatures} signatures and the public total"
                f" is {total}: it signs nothing until that is put right."
            )
        extension = f"{COUNT}{grown.signatures}"
        state = Checkpoint(log.row.origin, grown.size, grown.root, (extension,))
        content = checkpoints.sign(state, log.key).content
        for memory in self._memories:
            await memory.remember(log.row.origin, content)
        await connection.execute(
            table.insert().values(
                campaign_id=log.row.campaign_id,
                size=grown.size,
                signatures=grown.signatures,
                note=content.decode(),
                signed_at=at,
            )
        )
        return SignedCheckpoint(grown.size, grown.signatures, content, at)


@dataclass(frozen=True, slots=True)
class _Grown:
    size: int
    root: bytes
    signatures: int


def _contradicts(log: KeptLog, how: str) -> LogFault:
    return LogFault(
        f"The log {log.row.origin} does not follow from what it signed before ({how}). Was an"
        " older backup put back? It signs nothing until that is put right."
    )


async def _follows(connection: AsyncConnection, log: KeptLog, seen: Checkpoint) -> None:
    """Check that the tree began as it was signed then. Raises LogFault."""
    read = await fetched(connection, log.row.campaign_id, edge_tiles(seen.size))
    if tree.stored_root(read, seen.size) != seen.root:
        raise _contradicts(log, f"its first {seen.size} leaves were others")


async def _leaf_count(connection: AsyncConnection, campaign: Campaign) -> int:
    columns = campaigns.c
    count = await connection.scalar(select(columns.next_leaf).where(columns.id == campaign.id))
    return count or 0


def _due(last: SignedCheckpoint | None, until: int, at: datetime) -> bool:
    return last is None or (last.signed_at < at and last.size != until)


def _cut(now: datetime, every: timedelta) -> datetime:
    """The beginning of the interval: a checkpoint tells no more of when people signed."""
    since = now.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return datetime(1970, 1, 1, tzinfo=UTC) + since // every * every
