"""The tables come from migrations, and are what the program thinks they are."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage import migrations
from storage.database import Database
from storage.models import metadata


async def test_migrations_make_the_very_tables_of_the_models(migrated_database_url: str) -> None:
    """Nobody forgot to write a migration."""

    def compare(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    database = Database(migrated_database_url)
    async with database.read() as connection:
        assert await connection.run_sync(compare) == []
    await database.close()


async def test_release_from_any_folder(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty database is brought to the newest revision, whatever the current folder."""
    monkeypatch.chdir(tmp_path)
    database = Database(database_url)
    assert await migrations.ready(database) == "empty"
    assert await migrations.current(database_url) is None
    await migrations.upgrade(database_url)
    assert await migrations.ready(database) == "ready"
    assert await migrations.current(database_url) == migrations.HEAD
    await migrations.upgrade(database_url)
    await database.close()


async def test_several_releases_at_once(database_url: str) -> None:
    """Three machines start at once: they take turns, and none of them fails."""
    await asyncio.gather(*(migrations.upgrade(database_url) for _ in range(3)))
    assert await migrations.current(database_url) == migrations.HEAD


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


def test_the_newest_revision_is_known_without_alembic() -> None:
    """HEAD, which spares a web process loading Alembic, is what Alembic finds."""
    script = ScriptDirectory.from_config(migrations.config())
    assert script.get_current_head() == migrations.HEAD
