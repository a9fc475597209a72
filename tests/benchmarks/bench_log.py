"""How the public log bears many signatures, for `make bench`."""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import text, update

from handlers.domain.campaigns import Campaign
from storage import models
from storage.container import Storage
from storage.transparency_log.formats import tree
from storage.transparency_log.formats.tiles import HASH_BYTES
from storage.transparency_log.rows import SignedCheckpoint

Note = Callable[[str, float, str], float]

HOUR = timedelta(hours=1)

TEN_MILLION = 10_000_000

FILL = {
    "sqlite": """
        WITH RECURSIVE number(n) AS
            (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < :many)
        INSERT INTO leaves (campaign_id, number, kind, commitment)
        SELECT :campaign, n, 'add', randomblob(32) FROM number
    """,
    "postgresql": """
        INSERT INTO leaves (campaign_id, number, kind, commitment)
        SELECT :campaign, n, 'add', sha256(n::text::bytea) FROM generate_series(0, :many - 1) AS n
    """,
}
"""Leaves out of nothing, in the database's own words: nobody waits for Python here."""


async def publishing(
    note: Note, backend: str, storage: Storage, campaign: Campaign, many: int
) -> None:
    """Put that many leaves into the tree and sign it; then prove some of them."""
    async with storage.database.write() as connection:
        await connection.execute(text(FILL[backend]), {"campaign": campaign.id, "many": many})
        await connection.execute(
            update(models.campaigns)
            .where(models.campaigns.c.id == campaign.id)
            .values(next_leaf=many)
        )
        await connection.execute(
            storage.database.insert(models.totals)
            .values(campaign_id=campaign.id, dimension="world", key="", amount=many)
            .on_conflict_do_update(
                index_elements=["campaign_id", "dimension", "key"], set_={"amount": many}
            )
        )
    await storage.logs.begin(campaign, "https://bench.example")
    started = time.perf_counter()
    stamped: SignedCheckpoint | None = await storage.logs.publish(campaign, datetime.now(UTC), HOUR)
    note(f"putting {many:,} in the log, {backend}", time.perf_counter() - started, "s")
    if stamped is None or stamped.size != many:
        raise RuntimeError("not everything is in the log")
    chance = random.Random(many)
    chosen = [chance.randrange(many) for _ in range(100)]
    started = time.perf_counter()
    for number in chosen:
        await storage.log_reader.inclusion(campaign, number, many)
    took = (time.perf_counter() - started) / len(chosen)
    note(f"a proof among {many:,}, {backend}", took * 1000, "ms")


def reading(note: Note) -> None:
    """What a proof among ten million reads, at most, of a thousand."""
    chance = random.Random(1)
    most = max(
        sum(tile.width for tile in tree.inclusion_tiles(number, TEN_MILLION))
        for number in (chance.randrange(TEN_MILLION) for _ in range(1_000))
    )
    note(f"a proof among {TEN_MILLION:,} reads at most", most * HASH_BYTES / 1024, "KiB")
