"""A petition in a database, and what is counted of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, func, select

from handlers.domain.campaigns import Campaign
from storage import models
from storage.campaigns import lifecycle
from storage.container import Storage
from storage.organisation_keys.key_pair import PrivateKey, prove
from tests.support.petition import AGREED_AT, consent, draft_campaign, person

__all__ = (
    "AGREED_AT",
    "PRIVATE",
    "VAULT_KEY",
    "Clock",
    "close",
    "consent",
    "count",
    "counted",
    "draft_campaign",
    "open_campaign",
    "open_petition",
    "pause",
    "person",
    "prove_key",
    "resume",
)

VAULT_KEY = bytes(range(32))
PRIVATE = PrivateKey.from_raw(bytes(range(96)))


async def prove_key(storage: Storage) -> str:
    """Add the organisation's key as its holder would; its fingerprint."""
    keys = storage.organisation_keys
    fingerprint = (await keys.add(PRIVATE.public)).fingerprint
    assert await keys.answer(fingerprint, prove(PRIVATE, await keys.challenge(fingerprint)))
    return fingerprint


async def open_petition(storage: Storage, slug: str, **changes: Any) -> Campaign:
    """A campaign that people can sign."""
    await storage.campaigns.save(draft_campaign(slug, **changes))
    await open_campaign(storage, slug, await prove_key(storage))
    campaign = await storage.campaigns.get(slug)
    assert campaign is not None
    return campaign


async def open_campaign(storage: Storage, slug: str, *fingerprints: str) -> None:
    """Let people sign it, sealed to those keys; nothing is written into the audit log."""
    async with storage.database.write() as connection:
        await lifecycle.open_in(connection, storage.vault, slug, fingerprints, datetime.now(UTC))
    storage.campaigns.outdated()


async def pause(storage: Storage, slug: str, now: datetime | None = None) -> None:
    """Let nobody sign it for now."""
    async with storage.database.write() as connection:
        await lifecycle.pause_in(connection, slug, now or datetime.now(UTC))
    storage.campaigns.outdated()


async def resume(storage: Storage, slug: str) -> None:
    """Let people sign it again."""
    async with storage.database.write() as connection:
        await lifecycle.resume_in(connection, slug)
    storage.campaigns.outdated()


async def close(storage: Storage, slug: str, now: datetime | None = None) -> None:
    """Let nobody sign it any more, and forget what led from people to signatures."""
    async with storage.database.write(erases=True) as connection:
        await lifecycle.close_in(connection, slug, now or datetime.now(UTC))
    storage.campaigns.outdated()


async def count(storage: Storage, table: Table) -> int:
    """How many rows a table has."""
    async with storage.database.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(table)) or 0)


async def counted(storage: Storage, campaign: Campaign) -> dict[tuple[str, str], int]:
    """The campaign's totals that are not zero, as the sequencer left them."""
    table = models.totals
    query = select(table.c.dimension, table.c.key, table.c.amount)
    async with storage.database.read() as connection:
        rows = await connection.execute(query.where(table.c.campaign_id == campaign.id))
    return {(row.dimension, row.key): row.amount for row in rows if row.amount}


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now
