"""Reaching the database, whatever form its address has."""

import asyncio
import sqlite3
import stat
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from storage import models
from storage.database import OUTAGES, Database
from storage.errors import DatabaseFault

on_sqlite = pytest.mark.parametrize("backend", ["sqlite"])
on_postgresql = pytest.mark.parametrize("backend", ["postgresql"])


@pytest.mark.parametrize(
    "url",
    [
        "postgres://ida:secret@db.example/name",
        "postgresql://ida:secret@db.example/name?sslmode=require&channel_binding=require",
        "postgresql+asyncpg://ida:secret@db.example/name",
    ],
)
async def test_addresses_as_hosts_give_them(url: str) -> None:
    """An operator pastes what the host shows; the password is never shown again."""
    database = Database(url)
    assert not database.is_sqlite
    assert database.where.startswith("postgresql://ida:***@db.example/name")
    assert "sslmode" not in database.where
    await database.close()


async def test_a_password_behind_the_question_mark_is_not_shown() -> None:
    """Some hosts write it there; what is printed of an address ends up in logs."""
    database = Database("postgresql:///name?host=db.example&user=ida&password=secret")
    assert "secret" not in database.where
    await database.close()


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("nonsense with a secret", "postgresql://"),
        ("mysql://ida:secret@db.example/name", "not supported"),
        ("postgresql://ida:secret@db.example/name?colour=secret", "colour"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("sqlite:////nowhere/at/all/file.db", "create its folder"),
    ],
)
def test_a_wrong_address_is_one_clear_sentence(url: str, advice: str) -> None:
    """The operator is told what to write; what they wrote may hold a password."""
    with pytest.raises(DatabaseFault, match=advice) as caught:
        Database(url)
    assert "secret" not in str(caught.value)


def test_only_the_owner_can_read_a_sqlite_file(tmp_path: Path) -> None:
    """Another user of the machine cannot look into the file."""
    path = tmp_path / "new.db"
    Database(f"sqlite:///{path}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@on_sqlite
async def test_sqlite_is_durable_and_checks_foreign_keys(database_url: str) -> None:
    """What SQLite leaves off unless it is asked."""
    database = Database(database_url)
    async with database.read() as connection:
        found = {
            name: await connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    await database.close()


async def test_a_new_file_that_another_program_has_just_begun(tmp_path: Path) -> None:
    """Web and worker start at once on an empty folder: the second one waits until it may come in.

    SQLite itself does not wait here, for one of them is about to change how the file is kept.
    """
    file = tmp_path / "new.db"
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asyncio.get_running_loop().call_later(0.1, other.rollback)
    database = Database(f"sqlite:///{file}")
    async with database.read() as connection:
        assert await connection.scalar(text("PRAGMA journal_mode")) == "wal"
    await database.close()
    other.close()


async def test_writers_in_two_processes_wait_for_each_other(migrated_database_url: str) -> None:
    """Two processes read and then write, over and over: no lost update, no "database is locked"."""
    processes = [Database(migrated_database_url) for _ in range(2)]
    async with processes[0].write() as connection:
        await connection.execute(text("CREATE TABLE counter (value INTEGER)"))
        await connection.execute(text("INSERT INTO counter VALUES (0)"))

    async def add(database: Database) -> None:
        lock = "" if database.is_sqlite else " FOR UPDATE"
        async with database.write() as connection:
            value = await connection.scalar(text(f"SELECT value FROM counter{lock}"))
            await asyncio.sleep(0)
            await connection.execute(text("UPDATE counter SET value = :v"), {"v": (value or 0) + 1})

    await asyncio.gather(*(add(processes[n % 2]) for n in range(30)))
    async with processes[0].read() as connection:
        assert await connection.scalar(text("SELECT value FROM counter")) == 30
    for database in processes:
        await database.close()


async def test_a_transaction_that_fails_changes_nothing(migrated_database_url: str) -> None:
    """All or nothing, even for what was already written."""
    database = Database(migrated_database_url)
    row = {"media_type": "image/png", "data": b""}

    async def save_twice() -> None:
        async with database.write() as connection:
            for _ in range(2):
                await connection.execute(models.pictures.insert().values(sha256="a", **row))

    with pytest.raises(IntegrityError) as caught:
        await save_twice()
    assert "image/png" not in str(caught.value), "values do not end up in a log"
    async with database.read() as connection:
        assert (await connection.execute(models.pictures.select())).all() == []
    await database.close()


@on_postgresql
async def test_connections_that_the_server_dropped_are_replaced(
    migrated_database_url: str,
) -> None:
    """PostgreSQL restarts overnight; in the morning the first person notices nothing."""
    database, administrator = Database(migrated_database_url), Database(migrated_database_url)
    async with database.read() as connection:
        victim = await connection.scalar(text("SELECT pg_backend_pid()"))
        raw = (await connection.get_raw_connection()).driver_connection
    assert raw is not None
    async with administrator.read() as connection:
        await connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": victim})
    async with asyncio.timeout(10):
        while not raw.is_closed():
            await asyncio.sleep(0.01)
    async with database.read() as connection:
        assert await connection.scalar(text("SELECT 1")) == 1
    await database.close()
    await administrator.close()


@on_postgresql
@pytest.mark.parametrize(
    "what_happens",
    [
        "SELECT pg_terminate_backend(pg_backend_pid())",
        "SET LOCAL statement_timeout = 1; SELECT pg_sleep(30)",
        "SET TRANSACTION READ ONLY; CREATE TABLE t (i INTEGER)",
        "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'deadlock_detected'; END $$",
        "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full'; END $$",
    ],
    ids=["restart", "too slow", "fail-over", "deadlock", "full disk"],
)
async def test_what_passes_is_told_from_what_is_wrong(
    what_happens: str, migrated_database_url: str
) -> None:
    """PostgreSQL fails in the middle of a signature: it is an outage, so the update comes again."""

    async def fail() -> None:
        async with database.write() as connection:
            for statement in (
                what_happens.split("; ") if "DO" not in what_happens else [what_happens]
            ):
                await connection.execute(text(statement))

    database = Database(migrated_database_url)
    with pytest.raises(OUTAGES):
        await fail()
    async with database.read() as connection:
        assert await connection.scalar(text("SELECT 1")) == 1
    await database.close()


@on_postgresql
async def test_a_database_that_went_away_is_an_outage(migrated_database_url: str) -> None:
    """Whatever keeps us from connecting, it is not the person's fault."""
    database = Database(f"{migrated_database_url}".replace("porte_voix", "nowhere"))
    with pytest.raises(OUTAGES):
        async with database.read():
            pass
    await database.close()


@on_postgresql
async def test_a_database_that_falls_silent_is_an_outage(migrated_database_url: str) -> None:
    """The network is dead and nobody says so: people wait for a while and not for ever."""
    database = Database(migrated_database_url, patience=0.2)
    with pytest.raises(OUTAGES):
        async with database.write() as connection:
            await connection.execute(text("SELECT pg_sleep(60)"))
    async with database.read() as connection:
        assert await connection.scalar(text("SELECT 1")) == 1
    await database.close()


@on_postgresql
async def test_a_wrong_statement_is_no_outage(migrated_database_url: str) -> None:
    """It would be as wrong the next time."""
    database = Database(migrated_database_url)
    with pytest.raises(DBAPIError) as caught:
        async with database.read() as connection:
            await connection.execute(text("SELECT * FROM nowhere"))
    assert not isinstance(caught.value, OUTAGES)
    await database.close()


async def test_moments_come_back_in_utc(migrated_database_url: str) -> None:
    """A moment given in another zone is the same moment afterwards, and aware."""
    database = Database(migrated_database_url)
    table = models.organisation_keys
    given = datetime(2026, 3, 4, 15, 16, tzinfo=timezone(timedelta(hours=3)))
    async with database.write() as connection:
        await connection.execute(
            table.insert().values(fingerprint="a", public=b"", proven_at=given)
        )
        kept = await connection.scalar(table.select().with_only_columns(table.c.proven_at))
        assert kept == given
        assert kept is not None
        assert kept.tzinfo is UTC
        with pytest.raises(StatementError, match="time zone"):
            await connection.execute(
                update(table).values(proven_at=datetime(2026, 3, 4))  # noqa: DTZ001 - the mistake
            )
    await database.close()
