"""What everybody may see of a public log: its checkpoints, tiles and proofs."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select

from handlers.domain.campaigns import Campaign
from storage import models
from storage.database import Database
from storage.transparency_log.formats import notes, tree
from storage.transparency_log.formats.notes import VerifierKey
from storage.transparency_log.formats.receipts import PROMISE
from storage.transparency_log.formats.refusals import Refused
from storage.transparency_log.formats.tiles import WIDTH, Bundle, Tile, hashes_of, pack, tile_in
from storage.transparency_log.rows import (
    SignedCheckpoint,
    entry_of,
    fetched,
    last_checkpoint,
    leaves_between,
    log_of,
)
from storage.vault import Vault

logs, leaves, campaigns = models.logs, models.leaves, models.campaigns


class LogReader:
    """Reads the logs of all campaigns that were ever opened, and promises to signers."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def key(self, campaign: Campaign) -> VerifierKey | None:
        """What the log's signatures are checked by; None where there is no log yet."""
        async with self._database.read() as connection:
            log = await log_of(connection, self._vault, campaign)
        return log.key.verifier if log else None

    async def slug_of(self, origin: str) -> str | None:
        """The campaign whose log has that name; None where no log has."""
        query = select(campaigns.c.slug).join(logs, logs.c.campaign_id == campaigns.c.id)
        async with self._database.read() as connection:
            slug: str | None = await connection.scalar(query.where(logs.c.origin == origin))
        return slug

    async def checkpoint(self, campaign: Campaign) -> SignedCheckpoint | None:
        """The newest that was signed."""
        async with self._database.read() as connection:
            return await last_checkpoint(connection, campaign)

    async def tile(self, campaign: Campaign, tile: Tile) -> bytes | None:
        """A tile's hashes, one after the other; None where no checkpoint shows them yet."""
        async with self._database.read() as connection:
            last = await last_checkpoint(connection, campaign)
            if last is None or not _within(tile, last.size):
                return None
            read = await fetched(connection, campaign.id, [tile])
        return hashes_of(tile, read(tile))

    async def bundle(self, campaign: Campaign, bundle: Bundle) -> bytes | None:
        """A bundle of entries; None where no checkpoint shows them yet."""
        async with self._database.read() as connection:
            last = await last_checkpoint(connection, campaign)
            if last is None or not _within(Tile(0, bundle.index, bundle.width), last.size):
                return None
            first = bundle.index * WIDTH
            rows = await leaves_between(connection, campaign.id, first, first + bundle.width)
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

        Raises:
            Refused: it never had these sizes.
        """
        async with self._database.read() as connection:
            read = await fetched(connection, campaign.id, tree.consistency_tiles(first, second))
        return tree.prove_consistency(read, first, second)

    async def inclusion(self, campaign: Campaign, number: int, size: int) -> Sequence[bytes]:
        """What shows that a leaf is in the log of `size` entries.

        Raises:
            Refused: the log of that size has no such leaf.
        """
        async with self._database.read() as connection:
            read = await fetched(connection, campaign.id, tree.inclusion_tiles(number, size))
        return tree.prove_inclusion(read, number, size)

    async def promise(self, campaign: Campaign, lines: str) -> bytes | None:
        """The log's word, signed, that what those lines say will be in it; None without a log.

        Its first line keeps it from ever being read as a checkpoint.
        """
        async with self._database.read() as connection:
            log = await log_of(connection, self._vault, campaign)
        if log is None:
            return None
        return notes.sign(f"{PROMISE}\n{log.row.origin}\n{lines}", log.key).content


def _within(tile: Tile, size: int) -> bool:
    """Whether a log of that size has so wide a tile."""
    try:
        return tile_in(tile.level, tile.index, size).width >= tile.width
    except Refused:
        return False
