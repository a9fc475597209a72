"""Every test has databases of its own, empty or with the current schema."""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.support.databases import Databases


async def tables(url: str) -> set[str]:
    def names(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names())

    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(names)
    finally:
        await engine.dispose()


async def run(url: str, statement: str) -> None:
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()


async def test_a_database_starts_empty(database_url: str, backend: str) -> None:
    """On the backend that was asked for, with no table in it."""
    assert database_url.startswith(backend)
    assert await tables(database_url) == set()


async def test_what_one_test_does_no_other_sees(databases: Databases, backend: str) -> None:
    """Two databases with the current schema differ as soon as one of them is changed."""
    first = await databases.migrated(backend)
    second = await databases.migrated(backend)
    schema = await tables(first)
    assert "alembic_version" in schema

    await run(first, "CREATE TABLE mine (id INTEGER)")

    assert await tables(first) == schema | {"mine"}
    assert await tables(second) == schema
    await databases.drop(first)
    await databases.drop(second)
