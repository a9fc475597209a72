"""The tables come from migrations, and are what the program thinks they are."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage import migrations
from storage.database import Database
from storage.errors import SchemaFault
from storage.migrations import check
from storage.models import metadata


async def test_migrations_make_the_very_tables_of_the_models(migrated_database_url: str) -> None:
    """Nobody forgot to write a migration."""

    def compare(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    database = Database(migrated_database_url)
    async with database.read() as connection:
        assert await connection.run_sync(compare) == []
    await database.close()


async def test_migrations_make_all_that_the_models_say(
    migrated_database_url: str, database_url: str
) -> None:
    """Constraints, defaults, partial indexes and comments, too, which Alembic does not compare."""
    found = []
    for url in (migrated_database_url, database_url):
        database = Database(url)
        async with database.write() as connection:
            if url == database_url:
                await connection.run_sync(metadata.create_all)
            found.append(await connection.run_sync(schema))
        await database.close()
    migrated, modelled = found
    assert migrated.keys() == modelled.keys() == metadata.tables.keys()
    for name, table in modelled.items():
        assert migrated[name] == table, name


def schema(connection: Connection) -> dict[str, dict[str, Any]]:
    """All that a database knows of its tables but for the migrations' own, by their names."""
    inspector = inspect(connection)
    autoincrement: set[str] = set()
    if connection.dialect.name == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
        autoincrement = set(connection.scalars(text(query)))
    return {
        name: {
            "columns": {
                each["name"]: {**each, "type": repr(each["type"])}
                for each in inspector.get_columns(name)
            },
            "primary key": inspector.get_pk_constraint(name),
            "foreign keys": by_name(inspector.get_foreign_keys(name)),
            "unique": by_name(inspector.get_unique_constraints(name)),
            "checks": by_name(inspector.get_check_constraints(name)),
            "indexes": {
                each["name"]: {
                    **each,
                    "dialect_options": {
                        option: str(value) for option, value in each["dialect_options"].items()
                    },
                }
                for each in inspector.get_indexes(name)
            },
            "comment": (
                inspector.get_table_comment(name) if connection.dialect.supports_comments else None
            ),
            "never given again": name in autoincrement,
        }
        for name in inspector.get_table_names()
        if name != "alembic_version"
    }


def by_name(constraints: Iterable[Any]) -> dict[str, Any]:
    """Constraints by their names."""
    return {each["name"]: each for each in constraints}


async def test_release_from_any_folder(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty database is brought to the newest revision, whatever the current folder."""
    monkeypatch.chdir(tmp_path)
    database = Database(database_url)
    assert await migrations.ready(database) == "empty"
    assert await check.current(database_url) is None
    await migrations.upgrade(database_url)
    assert await migrations.ready(database) == "ready"
    assert await check.current(database_url) == migrations.HEAD
    await migrations.upgrade(database_url)
    await database.close()


async def test_several_releases_at_once(database_url: str) -> None:
    """Three machines start at once: they take turns, and none of them fails."""
    await asyncio.gather(*(migrations.upgrade(database_url) for _ in range(3)))
    assert await check.current(database_url) == migrations.HEAD


@pytest.mark.parametrize(("revision", "state"), [("0000", "behind"), ("9999", "ahead")])
async def test_an_older_and_a_newer_database(
    migrated_database_url: str, revision: str, state: str
) -> None:
    """A program knows a database that is older or newer than itself."""
    database = Database(migrated_database_url)
    async with database.write() as connection:
        await connection.execute(
            text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision}
        )
    assert await migrations.ready(database) == state
    await database.close()


@pytest.mark.parametrize("revision", ["0000", "9999"])
async def test_tables_of_another_program_are_left_alone(
    migrated_database_url: str, revision: str
) -> None:
    """Whoever would bring them up to date is told why that cannot be."""
    database = Database(migrated_database_url)
    async with database.write() as connection:
        await connection.execute(
            text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision}
        )
    await database.close()
    with pytest.raises(SchemaFault, match=rf"revision {revision}, which .* does not know"):
        await migrations.upgrade(migrated_database_url)
    assert await check.current(migrated_database_url) == revision


def test_the_newest_revision_is_known_without_alembic() -> None:
    """HEAD, which spares a web process loading Alembic, is what Alembic finds."""
    script = ScriptDirectory.from_config(migrations.config())
    assert script.get_current_head() == migrations.HEAD
