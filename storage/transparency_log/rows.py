"""How a log is kept, and what its rows say in the terms of the log's formats."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign
from storage import models
from storage.database import AnyRow
from storage.errors import LogFault
from storage.transparency_log.formats import tree
from storage.transparency_log.formats.commitments import Committed
from storage.transparency_log.formats.entries import Entry
from storage.transparency_log.formats.notes import SignerKey
from storage.transparency_log.formats.tiles import WIDTH, Read, Tile
from storage.vault import Vault

logs, log_tiles, leaves = models.logs, models.log_tiles, models.leaves
table = models.checkpoints


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A checkpoint that a log has signed."""

    size: int
    signatures: int
    """How many count at that size."""
    content: bytes
    """The note, with its signature and those of witnesses."""
    signed_at: datetime
    """Cut to the interval in which checkpoints are signed."""


def entry_of(row: AnyRow) -> Entry:
    """The entry of a counted leaf."""
    return Entry(row.kind, row.commitment or b"", row.reason or "")


def committed_of(slug: str, row: AnyRow) -> Committed:
    """What the signature of that row commits to, under the campaign of that slug."""
    sealed = sha256(row.sealed).digest()
    return Committed(slug, row.id, sealed, row.country, row.locale, row.wording)


@dataclass(frozen=True, slots=True)
class KeptLog:
    """A log's row, and what it signs with."""

    row: AnyRow
    key: SignerKey


async def log_of(
    connection: AsyncConnection, vault: Vault, campaign: Campaign, *, lock: bool = False
) -> KeptLog | None:
    """The campaign's log, its row locked where `lock` says so; None where it has not begun."""
    query = select(logs).where(logs.c.campaign_id == campaign.id)
    row = (await connection.execute(query.with_for_update() if lock else query)).one_or_none()
    if row is None:
        return None
    seed = vault.unwrap_log_key(campaign.slug, row.key)
    return KeptLog(row, SignerKey(row.origin, seed))


async def last_checkpoint(
    connection: AsyncConnection, campaign: Campaign
) -> SignedCheckpoint | None:
    """The newest checkpoint that the campaign's log has signed, with its witnesses' lines."""
    query = select(table).where(table.c.campaign_id == campaign.id)
    row = (await connection.execute(query.order_by(table.c.size.desc()).limit(1))).one_or_none()
    if row is None:
        return None
    content = f"{row.note}{row.cosignatures}".encode()
    return SignedCheckpoint(row.size, row.signatures, content, row.signed_at)


async def leaves_between(
    connection: AsyncConnection, campaign_id: int, start: int, end: int
) -> Sequence[AnyRow]:
    """The leaves from one number to before another.

    Raises:
        LogFault: one is missing.
    """
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


async def fetched(connection: AsyncConnection, campaign_id: int, tiles: Sequence[Tile]) -> Read:
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
            rows_of = await leaves_between(connection, campaign_id, first, first + tile.width)
            hashes = (tree.leaf_hash(entry_of(row).line) for row in rows_of)
            found[0, tile.index] = b"".join(hashes)
    return lambda tile: found.get((tile.level, tile.index), b"")
