"""The public log of each campaign: what everybody can check the count by.

The sequencer numbers the leaves; here they become entries of an RFC 6962 tree, and from time to
time the log signs a checkpoint: so many leaves, this root, so many signatures. It signs only
where that number is the public total, and only what follows from all that it signed before.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign
from storage import models
from storage.database import AnyRow, Database
from storage.errors import LogFault
from storage.transparency_log.formats import checkpoints, notes, tree
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.entries import COUNT
from storage.transparency_log.formats.notes import SignerKey, VerifierKey
from storage.transparency_log.formats.receipts import PROMISE
from storage.transparency_log.formats.refusals import Refused
from storage.transparency_log.formats.tiles import (
    WIDTH,
    Bundle,
    Read,
    Tile,
    edge_tiles,
    hashes_of,
    pack,
    tile_in,
)
from storage.transparency_log.memory import Memory
from storage.transparency_log.rows import entry_of
from storage.transparency_log.sequencer import LOCK
from storage.vault import Vault

BATCH = 20_000
"""Leaves that are put in the tree in one transaction: on SQLite nobody can sign meanwhile."""

logs, log_tiles, leaves = models.logs, models.log_tiles, models.leaves
table, campaigns, totals = models.checkpoints, models.campaigns, models.totals


@dataclass(frozen=True, slots=True)
class Stamped:
    """A checkpoint that a log has signed."""

    size: int
    signatures: int
    """How many count at that size."""
    content: bytes
    """The note, with its signature and those of witnesses."""
    signed_at: datetime
    """Cut to the interval in which checkpoints are signed."""


def origin_of(public_url: str, slug: str, key: bytes) -> str:
    """A log's name: its address without the scheme (C2SP tlog-checkpoint, "Note text").

    Where nothing is served to the public it is a name that no other log has.
    """
    host = public_url.partition("://")[2].strip("/")
    if not host:
        host = f"{VerifierKey('log', key).id.hex()}.porte-voix.invalid"
    return f"{host}/c/{slug}/log"


class PublicLogs:
    """The logs of all campaigns that were ever opened.

    `memories` remember outside the database what was signed (`storage.transparency_log.memory`);
    who only reads needs none.
    """

    def __init__(self, database: Database, vault: Vault, memories: Sequence[Memory] = ()) -> None:
        self._database = database
        self._vault = vault
        self._memories = memories

    # What the worker does.

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
            return _due(await _last(connection, campaign), until, _cut(now, every))

    async def publish(
        self, campaign: Campaign, now: datetime, every: timedelta, witnesses: Collection[str] = ()
    ) -> Stamped | None:
        """Sign a checkpoint, if there is something new and `every` has passed.

        Raises LogFault where the log must not sign, because it would contradict the public total
        or what it has signed before, as far as it is known here or one of the `witnesses` says.
        Any number of workers may call this.
        """
        while True:
            async with self._database.write() as connection:
                if not await self._alone(connection):
                    return None
                log = await self._log(connection, campaign, lock=True)
                if log is None:
                    return None
                until = await _leaf_count(connection, campaign)
                last = await _last(connection, campaign)
                seen = await self._seen(log, last)
                for each in seen:
                    if each.size > until:
                        raise _contradicts(log, f"it had {each.size} leaves, and has {until}")
                for witness, how in (await self._doubts(log.row.origin)).items():
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

    async def cosign(self, campaign: Campaign, size: int, lines: str) -> None:
        """Keep a witness's lines under the checkpoint of that size, beside those of others.

        Raises Refused for what are no signature lines.
        """
        new = notes.parse_signatures(lines)
        where = (table.c.campaign_id == campaign.id) & (table.c.size == size)
        async with self._database.write() as connection:
            query = select(table.c.note, table.c.cosignatures).where(where).with_for_update()
            row = (await connection.execute(query)).one_or_none()
            if row is None:
                return
            own = len(notes.parse(row.note.encode()).signatures)
            note = notes.parse(f"{row.note}{row.cosignatures}".encode()).signed(new)
            kept = "".join(each.line for each in note.signatures[own:])
            await connection.execute(update(table).where(where).values(cosignatures=kept))

    async def doubts(self, campaign: Campaign) -> Mapping[str, str]:
        """Which witnesses hold that the log contradicts what it signed before, and how."""
        return await self._doubts(await self._origin(campaign))

    async def doubt(self, campaign: Campaign, witness: str, how: str) -> None:
        """Remember that a witness holds so, as `publish` will."""
        origin = await self._origin(campaign)
        for memory in self._memories:
            await memory.doubt(origin, witness, how)

    async def trust(self, campaign: Campaign, witness: str) -> None:
        """The witness has accepted what the log says."""
        origin = await self._origin(campaign)
        for memory in self._memories:
            await memory.trust(origin, witness)

    # What everybody may see.

    async def key(self, campaign: Campaign) -> VerifierKey | None:
        """What the log's signatures are checked by; None where there is no log yet."""
        async with self._database.read() as connection:
            log = await self._log(connection, campaign)
        return log.key.verifier if log else None

    async def slug_of(self, origin: str) -> str | None:
        """The campaign whose log has that name; None where no log has."""
        query = select(campaigns.c.slug).join(logs, logs.c.campaign_id == campaigns.c.id)
        async with self._database.read() as connection:
            slug: str | None = await connection.scalar(query.where(logs.c.origin == origin))
        return slug

    async def checkpoint(self, campaign: Campaign) -> Stamped | None:
        """The newest that was signed."""
        async with self._database.read() as connection:
            return await _last(connection, campaign)

    async def tile(self, campaign: Campaign, tile: Tile) -> bytes | None:
        """A tile's hashes, one after the other; None where no checkpoint shows them yet."""
        async with self._database.read() as connection:
            last = await _last(connection, campaign)
            if last is None or not _within(tile, last.size):
                return None
            read = await _fetched(connection, campaign.id, [tile])
        return hashes_of(tile, read(tile))

    async def bundle(self, campaign: Campaign, bundle: Bundle) -> bytes | None:
        """A bundle of entries; None where no checkpoint shows them yet."""
        async with self._database.read() as connection:
            last = await _last(connection, campaign)
            if last is None or not _within(Tile(0, bundle.index, bundle.width), last.size):
                return None
            first = bundle.index * WIDTH
            rows = await _leaves(connection, campaign.id, first, first + bundle.width)
        return pack([entry_of(row).line for row in rows])

    async def tally(self, campaign: Campaign, start: int, end: int) -> Mapping[str, int]:
        """How many entries there are of each kind, from one number to before another.

        By what they say without a commitment: `add`, `withdraw`, `invalidate legal`.
        """
        columns = leaves.c
        query = (
            select(columns.kind, columns.reason, func.count())
            .where(columns.campaign_id == campaign.id, columns.number >= start)
            .where(columns.number < end)
            .group_by(columns.kind, columns.reason)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return {f"{kind} {reason or ''}".strip(): amount for kind, reason, amount in rows}

    async def consistency(self, campaign: Campaign, first: int, second: int) -> Sequence[bytes]:
        """What shows that the log of `second` entries grew out of that of `first`.

        Raises Refused for sizes that it never had.
        """
        async with self._database.read() as connection:
            read = await _fetched(connection, campaign.id, tree.consistency_tiles(first, second))
        return tree.prove_consistency(read, first, second)

    async def inclusion(self, campaign: Campaign, number: int, size: int) -> Sequence[bytes]:
        """What shows that a leaf is in the log of `size` entries. Raises Refused."""
        async with self._database.read() as connection:
            read = await _fetched(connection, campaign.id, tree.inclusion_tiles(number, size))
        return tree.prove_inclusion(read, number, size)

    async def promise(self, campaign: Campaign, lines: str) -> bytes | None:
        """The log's word, signed, that what those lines say will be in it; None without a log.

        Its first line keeps it from ever being read as a checkpoint.
        """
        async with self._database.read() as connection:
            log = await self._log(connection, campaign)
        if log is None:
            return None
        return notes.sign(f"{PROMISE}\n{log.row.origin}\n{lines}", log.key).content

    # How it grows.

    async def _alone(self, connection: AsyncConnection) -> bool:
        """Whether neither a sequencer nor another worker is at it. SQLite has one writer anyway."""
        return self._database.is_sqlite or bool(
            await connection.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": LOCK})
        )

    async def _log(
        self, connection: AsyncConnection, campaign: Campaign, *, lock: bool = False
    ) -> "_Log | None":
        query = select(logs).where(logs.c.campaign_id == campaign.id)
        row = (await connection.execute(query.with_for_update() if lock else query)).one_or_none()
        if row is None:
            return None
        seed = self._vault.unwrap_log_key(campaign.slug, row.key)
        return _Log(row, SignerKey(row.origin, seed))

    async def _origin(self, campaign: Campaign) -> str:
        query = select(logs.c.origin).where(logs.c.campaign_id == campaign.id)
        async with self._database.read() as connection:
            return await connection.scalar(query) or ""

    async def _doubts(self, origin: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for memory in self._memories:
            found.update(await memory.doubts(origin))
        return found

    async def _seen(self, log: "_Log", last: Stamped | None) -> Sequence[Checkpoint]:
        """What is known to have been signed before. Raises LogFault where that was changed."""
        remembered = [await each.last(log.row.origin) for each in self._memories]
        contents = {each for each in (*remembered, last and last.content) if each}
        try:
            return [checkpoints.check(each, log.key.verifier).checkpoint for each in contents]
        except Refused as refused:
            raise _contradicts(log, str(refused)) from refused

    async def _grow(self, connection: AsyncConnection, log: "_Log", until: int) -> "_Grown | None":
        """Put a batch of leaves in the tree; what it is now, or None where more wait."""
        size, campaign_id = log.row.size, log.row.campaign_id
        end = min(until, size + BATCH)
        rows = await _leaves(connection, campaign_id, size, end)
        entries = [entry_of(row) for row in rows]
        read = await _fetched(connection, campaign_id, edge_tiles(size))
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
        self, connection: AsyncConnection, log: "_Log", grown: "_Grown", at: datetime
    ) -> Stamped:
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
        return Stamped(grown.size, grown.signatures, content, at)


@dataclass(frozen=True, slots=True)
class _Log:
    row: AnyRow
    key: SignerKey


@dataclass(frozen=True, slots=True)
class _Grown:
    size: int
    root: bytes
    signatures: int


def _contradicts(log: "_Log", how: str) -> LogFault:
    return LogFault(
        f"The log {log.row.origin} does not follow from what it signed before ({how}). Was an"
        " older backup put back? It signs nothing until that is put right."
    )


async def _follows(connection: AsyncConnection, log: "_Log", seen: Checkpoint) -> None:
    """Check that the tree began as it was signed then. Raises LogFault."""
    read = await _fetched(connection, log.row.campaign_id, edge_tiles(seen.size))
    if tree.stored_root(read, seen.size) != seen.root:
        raise _contradicts(log, f"its first {seen.size} leaves were others")


async def _leaf_count(connection: AsyncConnection, campaign: Campaign) -> int:
    columns = campaigns.c
    count = await connection.scalar(select(columns.next_leaf).where(columns.id == campaign.id))
    return count or 0


def _due(last: Stamped | None, until: int, at: datetime) -> bool:
    return last is None or (last.signed_at < at and last.size != until)


def _cut(now: datetime, every: timedelta) -> datetime:
    """The beginning of the interval: a checkpoint tells no more of when people signed."""
    since = now.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return datetime(1970, 1, 1, tzinfo=UTC) + since // every * every


async def _last(connection: AsyncConnection, campaign: Campaign) -> Stamped | None:
    query = select(table).where(table.c.campaign_id == campaign.id)
    row = (await connection.execute(query.order_by(table.c.size.desc()).limit(1))).one_or_none()
    if row is None:
        return None
    content = f"{row.note}{row.cosignatures}".encode()
    return Stamped(row.size, row.signatures, content, row.signed_at)


async def _leaves(
    connection: AsyncConnection, campaign_id: int, start: int, end: int
) -> Sequence[AnyRow]:
    """The leaves from one number to before another. Raises LogFault where one is missing."""
    columns = leaves.c
    rows = await connection.execute(
        select(columns.kind, columns.commitment, columns.reason)
        .where(columns.campaign_id == campaign_id, columns.number >= start, columns.number < end)
        .order_by(columns.number)
    )
    found = rows.all()
    if len(found) != end - start:
        raise LogFault(
            f"Of the leaves {start} to {end - 1} of campaign {campaign_id} only {len(found)} are"
            " there: the database is damaged, or somebody took them out."
        )
    return found


async def _fetched(connection: AsyncConnection, campaign_id: int, tiles: Sequence[Tile]) -> Read:
    """Those tiles, to be read by the functions of `storage.transparency_log.formats.tree`."""
    found: dict[tuple[int, int], bytes] = {}
    above = [tile for tile in tiles if tile.level]
    if above:
        columns = log_tiles.c
        rows = await connection.execute(
            select(columns.level, columns.number, columns.hashes).where(
                columns.campaign_id == campaign_id,
                or_(
                    *(
                        (columns.level == tile.level) & (columns.number == tile.index)
                        for tile in above
                    )
                ),
            )
        )
        found = {(row.level, row.number): row.hashes for row in rows}
    for tile in tiles:
        if not tile.level:
            first = tile.index * WIDTH
            rows_of = await _leaves(connection, campaign_id, first, first + tile.width)
            hashes = (tree.leaf_hash(entry_of(row).line) for row in rows_of)
            found[0, tile.index] = b"".join(hashes)
    return lambda tile: found.get((tile.level, tile.index), b"")


def _within(tile: Tile, size: int) -> bool:
    """Whether a log of that size has so wide a tile."""
    try:
        return tile_in(tile.level, tile.index, size).width >= tile.width
    except Refused:
        return False
