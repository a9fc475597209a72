"""Opening everything that is kept, and refusing to start on the wrong ground."""

import pytest
from redis.asyncio import Redis
from sqlalchemy import text

from handlers.ports.campaigns import Campaigns
from handlers.ports.signatures import Signatures
from handlers.ports.stores import Stores
from handlers.ports.supporters import Invites, Supporters
from storage.container import LiveStorage, Storage
from storage.database import Database
from storage.errors import DatabaseFault, RedisUnreachable, SchemaFault
from storage.migrations.check import check
from tests.support.petition import person
from tests.support.storage.petition import VAULT_KEY


async def test_all_stores_of_a_process_that_serves_people(
    migrated_database_url: str, redis: Redis, redis_url: str
) -> None:
    """One call opens what a turn needs, sessions included; one call closes it."""
    storage = await LiveStorage.connect(migrated_database_url, redis_url, VAULT_KEY, bot="bot")
    stores: Stores = storage.stores
    campaigns: Campaigns = stores.campaigns
    signatures: Signatures = stores.signatures
    supporters: Supporters = stores.supporters
    invites: Invites = stores.invites
    assert invites is storage.invites
    assert await campaigns.open() == []
    assert await signatures.of(person("1")) == []
    assert await supporters.subscriptions(person("1")) == []
    assert (await storage.sessions.load(person("1"), 1)).payload is None
    assert await storage.sequencer.run_once() == 0
    await storage.close()


async def test_a_command_gives_an_empty_database_its_tables(database_url: str) -> None:
    """The first command on a new server works; what only looks says that there is nothing yet."""
    database = Database(database_url)
    with pytest.raises(SchemaFault, match="no tables yet"):
        await check(database)
    storage = await Storage.open(database_url, VAULT_KEY)
    await check(database)
    assert await storage.campaigns.all() == []
    await storage.close()
    await database.close()


async def test_tables_that_are_old(database_url: str) -> None:
    """The operator forgot the release step: one sentence says so."""
    database = Database(database_url)
    async with database.write() as connection:
        await connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        await connection.execute(text("INSERT INTO alembic_version VALUES ('0000')"))
    with pytest.raises(SchemaFault, match="older"):
        await check(database)
    await database.close()
    with pytest.raises(SchemaFault, match="older"):
        await Storage.open(database_url, VAULT_KEY)


async def test_a_database_that_does_not_answer() -> None:
    """The operator is told which address; the password in it is not shown."""
    with pytest.raises(DatabaseFault, match="DATABASE_URL") as caught:
        await Storage.open("postgresql://ida:secret@127.0.0.1:1/name", VAULT_KEY)
    assert "127.0.0.1" in str(caught.value)
    assert "secret" not in str(caught.value)


async def test_a_redis_that_does_not_answer(migrated_database_url: str) -> None:
    """The operator is told what to set, and no connection stays open."""
    with pytest.raises(RedisUnreachable, match="REDIS_URL"):
        await LiveStorage.connect(
            migrated_database_url, "redis://127.0.0.1:1/0", VAULT_KEY, bot="bot"
        )
