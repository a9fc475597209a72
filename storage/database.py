"""The way to the SQL database: SQLite for one machine, PostgreSQL for many.

Stores say `async with database.read()` or `database.write()` and speak SQLAlchemy Core; which
of the two databases answers is settled here.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    DateTime,
    ExceptionContext,
    Row,
    Table,
    event,
    make_url,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import ArgumentError, DisconnectionError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.types import TypeDecorator
from sqlalchemy.util.concurrency import await_

from storage.errors import DatabaseFault, StorageFault

OUTAGES = (StorageFault, OperationalError, InterfaceError, PoolTimeout, OSError)
"""What stores raise while SQL or Redis does not answer; it passes, so trying again helps.

(`OSError` is also the base of `TimeoutError` and `ConnectionError`.)"""

AnyRow = Row[*tuple[Any, ...]]
"""A row of a query whose columns mypy does not follow."""

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}
"""The schemes that hosts and manuals write, and the driver that serves each."""

SETTINGS = {"ssl", "host", "port", "user", "password", "database", "passfile", "service"} | {
    "statement_cache_size",
    "prepared_statement_cache_size",
    "target_session_attrs",
}
"""What may stand behind the `?` of PostgreSQL's address (asyncpg, `connect`)."""

BUSY_MILLISECONDS = 15_000
"""How long a SQLite writer waits for a writer in another process before it gives up."""

WAL_MILLISECONDS = 10
"""How long until a file that others are just putting in WAL mode is tried again."""

EMPTYING_MILLISECONDS = 500
"""How long emptying SQLite's log waits for readers: new ones have to wait meanwhile."""

PATIENCE = 30.0
"""Seconds PostgreSQL has for one statement: on a dead network nobody says that it is dead."""

PASSING = {"08", "40", "53", "55", "57", "58"}
"""Classes of SQLSTATE that tell of the server and not of our statement: connection lost,
transaction rolled back (deadlock), out of resources, not in the right state, operator
intervention, system error (PostgreSQL, appendix A). 25006 is a standby after a fail-over."""


class Database:
    """A pool of connections to one database.

    `url` is an address as hosts give it (`postgres://…`, `postgresql://…?sslmode=require`) or
    `sqlite:///path`. `patience` is how many seconds PostgreSQL has for one statement, None for as
    many as it takes. Errors show no values, for they end up in logs.

    Raises:
        DatabaseFault: `url` is none of these.
    """

    def __init__(self, url: str, patience: float | None = PATIENCE) -> None:
        parsed = _driver_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        # Without what stands behind `?`, where a password may be as well.
        plain = parsed.set(query={}, drivername=parsed.get_backend_name())
        self.where = plain.render_as_string(hide_password=True)
        if self.is_sqlite:
            engine = _sqlite_engine(parsed)
            self._reader = engine
            self._writer = engine.execution_options(porte_voix_writes=True)
        else:
            engine = _postgresql_engine(parsed, patience)
            # A lone SELECT needs no BEGIN and ROLLBACK around it: one round trip, not three.
            self._reader = engine.execution_options(isolation_level="AUTOCOMMIT")
            self._writer = engine
        # SQLite lets one writer in at a time, and those who wait poll, unfairly. Within this
        # process they queue here instead.
        self._turnstile = asyncio.Semaphore(1) if self.is_sqlite else None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for reading. Each statement sees what was committed when it began."""
        async with self._reader.connect() as connection:
            yield connection

    @asynccontextmanager
    async def write(self, *, erases: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction, durable once this block is left; an exception undoes all of it.

        On SQLite it holds the write lock from the start (`BEGIN IMMEDIATE`), so that it never
        finds the database locked half-way. On PostgreSQL it is READ COMMITTED: take the row
        locks that you rely on.

        `erases` says that something about people is erased, which must not live on in SQLite's
        write-ahead log.
        """
        if self._turnstile is None:
            async with self._writer.begin() as connection:
                yield connection
        else:
            async with self._turnstile:
                async with self._writer.begin() as connection:
                    yield connection
                if erases:
                    await self._empty_log()

    def insert(self, table: Table) -> "postgresql.Insert | sqlite.Insert":
        """An INSERT that knows ON CONFLICT."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    async def _empty_log(self) -> None:
        """Move SQLite's write-ahead log into the file, and empty it.

        Else old pages stay in it for as long as the process runs (sqlite.org, "PRAGMA
        wal_checkpoint"). Where other processes keep it in use, it is left to the next time.
        """
        with suppress(OperationalError):
            async with self._reader.connect() as connection:
                await connection.execution_options(porte_voix_begins=False)
                await connection.execute(text(f"PRAGMA busy_timeout = {EMPTYING_MILLISECONDS}"))
                try:
                    await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
                finally:
                    await connection.execute(text(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}"))

    async def close(self) -> None:
        """Close all connections."""
        await self._writer.dispose()


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database (SQLite keeps no time zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC, as the database keeps it; None stays None.

        Raises:
            ValueError: it has no time zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _driver_url(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        # The text itself may hold a password: it is not repeated.
        raise DatabaseFault(
            "The database's address is not understood: it should look like"
            " postgresql://user:password@host/name or sqlite:///folder/file.db."
        ) from None
    driver = DRIVERS.get(parsed.drivername)
    if driver is None:
        raise DatabaseFault(
            f"The database's address starts with {parsed.drivername}://, which is not supported:"
            " use postgresql:// or sqlite:///."
        )
    parsed = parsed.set(drivername=driver)
    if driver == "sqlite+aiosqlite":
        if not parsed.database or parsed.database == ":memory:":
            raise DatabaseFault(
                "A SQLite database needs a file that all processes share: sqlite:///folder/file.db."
            )
        return parsed
    # libpq's words, which hosts put in the addresses they give, in asyncpg's words.
    query: dict[str, Any] = dict(parsed.query)
    if "sslmode" in query:
        query["ssl"] = query.pop("sslmode")
    query.pop("channel_binding", None)
    for name in query:
        if name not in SETTINGS:
            raise DatabaseFault(f"The database's address has a setting that is not known: {name}.")
    return parsed.set(query=query)


def _sqlite_engine(url: URL) -> AsyncEngine:
    try:
        # Only this user may read the file; SQLite gives its journal the same rights.
        Path(url.database or "").touch(mode=0o600)
    except OSError as error:
        raise DatabaseFault(
            f"The SQLite file {url.database} cannot be opened ({error.strerror}): create its"
            " folder, or choose another."
        ) from None
    engine = create_async_engine(url, hide_parameters=True)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # sqlite3's own transactions begin too late and not for SELECT: we begin them ourselves
        # (SQLAlchemy, SQLite dialect, "Enabling Non-Legacy SQLite Transactional Modes").
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        _switch_to_wal(cursor)
        # FULL: a webhook's 200 promises that the signature survives a power cut
        # (sqlite.org, "PRAGMA synchronous": in WAL mode NORMAL may lose the last commits).
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        # What is erased, a pepper above all, is overwritten in the file, too.
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("porte_voix_begins", True):
            writes = options.get("porte_voix_writes", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _switch_to_wal(cursor: Any) -> None:
    """Put the file in WAL mode, in which it stays.

    SQLite does not wait where several programs do so to a new file at once: it fails at once
    (sqlite.org, "sqlite3_busy_handler": no handler is called where two might block each other).
    """
    tries = BUSY_MILLISECONDS // WAL_MILLISECONDS
    for left in reversed(range(tries)):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if not left:
                raise
            await_(asyncio.sleep(WAL_MILLISECONDS / 1000))
        else:
            return


def _postgresql_engine(url: URL, patience: float | None) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_size=10,
        max_overflow=10,
        pool_recycle=1800,
        hide_parameters=True,
        connect_args={"timeout": 10, "command_timeout": patience},
    )

    @event.listens_for(engine.sync_engine, "handle_error")
    def tell_outages(context: ExceptionContext) -> OperationalError | None:
        # The driver makes a plain DBAPIError of most of them, as of faults that are our own. An
        # outage has to be recognised, for then an update is delivered again and not given up.
        fault = context.original_exception
        state = getattr(fault, "sqlstate", None) or ""
        if state == "25006" or state[:2] in PASSING or (state and context.connection is None):
            return OperationalError(context.statement, None, fault, hide_parameters=True)
        return None

    @event.listens_for(engine.sync_engine, "checkout")
    def replace_if_closed(connection: Any, _record: object, _proxy: object) -> None:
        # asyncpg has already seen that the server hung up: no need to ping before each use.
        if connection.driver_connection.is_closed():
            raise DisconnectionError

    return engine
