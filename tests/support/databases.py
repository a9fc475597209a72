"""Databases that are a test's own, without making one for each test.

Creating a PostgreSQL database, connecting to it and dropping it costs more than what most tests
do with it. So a database that was given back is emptied and lent again; only one whose tables a
test has changed is dropped. In the same way `EngineCache` keeps SQLAlchemy's engines, which know
each statement that they have compiled, from one test to the next.
"""

import asyncio
import itertools
import os
import shutil
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4
from weakref import WeakKeyDictionary

import asyncpg
import pytest
from sqlalchemy import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import database, migrations, models
from tests.support import servers

T = TypeVar("T")

TABLES = [table.name for table in reversed(models.metadata.sorted_tables)]
"""Every table, before those that it refers to."""

EMPTY = f"""
DO $$
DECLARE
    name text;
    size bigint;
BEGIN
    FOREACH name IN ARRAY ARRAY{TABLES} LOOP
        size := pg_relation_size(name::regclass);
        -- Emptying a large file leaves it large, and a new file costs more than a few rows.
        IF size > 262144 THEN
            EXECUTE format('TRUNCATE %I CASCADE', name);
        ELSIF size > 0 THEN
            EXECUTE format('DELETE FROM %I', name);
        END IF;
    END LOOP;
    FOR name IN SELECT sequencename FROM pg_sequences
        WHERE schemaname = 'public' AND last_value IS NOT NULL
    LOOP
        PERFORM setval(name::regclass, 1, false);
    END LOOP;
END $$
"""
"""Removes all rows, and numbers the next ones from 1."""

SHAPE = """
SELECT (SELECT version_num FROM alembic_version), sum(hashtext(
    concat(relname, ' ', relkind, ' ', attname, ' ', atttypid, ' ', attnotnull)
)::bigint) FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relnamespace = 'public'::regnamespace AND attnum > 0
"""
"""What the tables of a database are like, in short."""

OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
"""Ends what processes that were killed have left connected."""


PREFIX = "porte_voix_test_"
"""How the names of the databases begin that are lent."""


class Databases:
    """Hands out empty and migrated databases of SQLite and of a PostgreSQL server.

    `folder` is for SQLite's. The server is started once it is needed. Migrations run once per
    backend; after that a migrated database is a copy, or one that another test has given back.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = (f"{PREFIX}{uuid4().hex[:12]}_{n}" for n in itertools.count())
        self._templates: dict[str, str] = {}
        self._idle: defaultdict[str, list[str]] = defaultdict(list)
        self._lent: set[str] = set()
        self._shape: object = None
        self._ending = ExitStack()
        self._server: Server | None = None

    @property
    def server(self) -> "Server":
        """The PostgreSQL server that they are on."""
        if self._server is None:
            url = self._ending.enter_context(servers.postgres_server())
            self._server = self._ending.enter_context(Server(url))
        return self._server

    async def fresh(self, backend: str) -> str:
        """The URL of a new, empty database."""
        return await self._create(backend, template=None)

    async def migrated(self, backend: str) -> str:
        """The URL of a database with the current schema and no rows."""
        if backend not in self._templates:
            template = await self.fresh(backend)
            await migrations.upgrade(template)
            if backend == "postgresql":
                self._shape = await self.server.shape(template)
                await self.server.leave(template)  # nobody may be connected to what is copied
            self._templates[backend] = template
        template = self._templates[backend]
        if not self._idle[backend]:
            url = await self._create(backend, template=template)
        else:
            url = self._idle[backend].pop()
            if backend == "sqlite":
                shutil.copyfile(_file(template), _file(url))
        self._lent.add(url)
        return url

    async def drop(self, url: str) -> None:
        """Take back what `fresh` or `migrated` gave, whoever is still connected."""
        backend = make_url(url).get_backend_name()
        if backend == "sqlite":
            for path in self._folder.glob(f"{_file(url).name}*"):
                path.unlink()
        if url not in self._lent:
            if backend == "postgresql":
                await self.server.drop(url)
            return
        self._lent.remove(url)
        if backend == "postgresql" and not await self.server.empty(url, self._shape):
            await self.server.drop(url)
        else:
            self._idle[backend].append(url)

    async def close(self) -> None:
        """Remove all of them, and end the server."""
        if os.environ.get("TEST_DATABASE_URL"):  # what is not ours is left as it was
            every = itertools.chain(self._templates.values(), *self._idle.values())
            for url in [each for each in every if each.startswith("postgresql")]:
                await self.server.drop(url)
        self._ending.close()

    async def _create(self, backend: str, *, template: str | None) -> str:
        name = next(self._names)
        if backend == "sqlite":
            url = f"sqlite+aiosqlite:///{self._folder / name}.db"
            if template:
                shutil.copyfile(_file(template), _file(url))
            return url
        return await self.server.create(name, template)


def _file(url: str) -> Path:
    found = make_url(url).database
    assert found
    return Path(found)


class Server:
    """A PostgreSQL server as its administrator sees it, who stays connected between tests."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._connections: dict[str, asyncpg.Connection] = {}
        # Each test has a loop of its own, and a connection belongs to one loop.
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> "Server":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._leave_all(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def create(self, name: str, template: str | None = None) -> str:
        """A new database, a copy of another one's URL or else empty; its URL."""
        source = make_url(template).database if template else "template0"
        # Copying files is four times as fast as the default, which logs every page.
        await self._execute(
            self._url, f'CREATE DATABASE "{name}" TEMPLATE "{source}" STRATEGY FILE_COPY'
        )
        return self._url.set(database=name).render_as_string(hide_password=False)

    async def drop(self, url: str) -> None:
        """Remove a database."""
        await self.leave(url)
        name = make_url(url).database
        await self._execute(self._url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    async def shape(self, url: str) -> object:
        """What its tables are like: of two databases that differ in that, these differ."""
        return await self._there(self._shape(make_url(url)))

    async def empty(self, url: str, shape: object) -> bool:
        """Whether its tables were like that; then all their rows are removed."""

        async def work() -> bool:
            target = make_url(url)
            connection = await self._connection(target)
            await connection.execute(OTHERS)
            if await self._shape(target) != shape:
                return False
            await connection.execute(EMPTY)
            return True

        return await self._there(work())

    async def leave(self, url: str) -> None:
        """Be connected to it no longer."""

        async def work() -> None:
            if connection := self._connections.pop(_key(make_url(url)), None):
                await connection.close()

        await self._there(work())

    async def _shape(self, url: URL) -> object:
        return tuple(await (await self._connection(url)).fetchrow(SHAPE))

    async def _execute(self, url: URL, statement: str) -> None:
        async def work() -> None:
            await (await self._connection(url)).execute(statement)

        await self._there(work())

    async def _connection(self, url: URL) -> asyncpg.Connection:
        known = self._connections.get(_key(url))
        if known is None or known.is_closed():  # a test may have ended everybody's
            dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
            self._connections[_key(url)] = await asyncpg.connect(dsn)
        return self._connections[_key(url)]

    async def _leave_all(self) -> None:
        for connection in self._connections.values():
            await connection.close()

    async def _there(self, work: Coroutine[Any, Any, T]) -> T:
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))


def _key(url: URL) -> str:
    return url.database or ""


MOST_IDLE = 16
"""How many engines are kept: those of databases that are lent again, and no more."""


class EngineCache:
    """Has `Database` take an engine that another one with the same address has closed."""

    def __init__(self) -> None:
        self._idle: deque[AsyncEngine] = deque(maxlen=MOST_IDLE)
        self._made: WeakKeyDictionary[AsyncEngine, tuple[object, ...]] = WeakKeyDictionary()

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """Do so until `patch` is undone."""
        for name in ("_sqlite_engine", "_postgresql_engine"):
            patch.setattr(database, name, self._instead_of(getattr(database, name)))
        close = database.Database.close

        async def close_and_keep(closed: database.Database) -> None:
            await close(closed)
            for engine in {closed._reader, closed._writer}:
                if engine in self._made and engine not in self._idle:
                    self._idle.append(engine)

        patch.setattr(database.Database, "close", close_and_keep)

    def _instead_of(self, make: Callable[..., AsyncEngine]) -> Callable[..., AsyncEngine]:
        def engine(*arguments: object) -> AsyncEngine:
            # Another file may soon have the same address, if that is relative.
            if PREFIX not in str(arguments[0]):
                return make(*arguments)
            for idle in self._idle:
                if self._made[idle] == arguments:
                    self._idle.remove(idle)
                    return idle
            made = make(*arguments)
            self._made[made] = arguments
            return made

        return engine
