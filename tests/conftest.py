"""Fixtures that every test may use: real servers, and databases that are the test's own."""

import gc
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.support import servers
from tests.support.quick import Quick

if TYPE_CHECKING:
    from playwright.async_api import Browser
    from redis.asyncio import Redis

    from tests.support.databases import Databases


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--quick`."""
    parser.addoption(
        "--quick",
        action="store_true",
        help="run what needs no database, server, process or browser, and see to it",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Be quick if that is wanted."""
    # What tests load is large and stays: to look through it for cycles after every 700 new objects,
    # as Python does, takes a tenth of their time and more.
    gc.set_threshold(10_000)
    if config.getoption("--quick"):
        config.pluginmanager.register(Quick())


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The URL of a Redis database that belongs to this test process (`redis` empties it)."""
    with servers.redis_server() as url:
        yield url


@pytest.fixture
async def redis(redis_url: str) -> "AsyncIterator[Redis]":
    """A client of an empty Redis database, which is emptied again afterwards."""
    from redis.asyncio import Redis

    async with Redis.from_url(redis_url) as client:
        await client.flushdb()
        yield client
        await client.flushdb()


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Databases]":
    """Where `database_url` and `migrated_database_url` come from."""
    from tests.support.databases import Databases, EngineCache

    handed_out = Databases(tmp_path_factory.mktemp("databases"))
    with pytest.MonkeyPatch.context() as patch:
        EngineCache().install(patch)
        yield handed_out
    servers.run(handed_out.close())


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn; parametrize it to run a test on one only."""
    return str(request.param)


@pytest.fixture
async def database_url(databases: "Databases", backend: str) -> AsyncIterator[str]:
    """The SQLAlchemy URL of an empty database, once for SQLite and once for PostgreSQL."""
    url = await databases.fresh(backend)
    yield url
    await databases.drop(url)


@pytest.fixture
async def migrated_database_url(databases: "Databases", backend: str) -> AsyncIterator[str]:
    """The SQLAlchemy URL of a database with the current schema, once for each backend."""
    url = await databases.migrated(backend)
    yield url
    await databases.drop(url)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def one_browser() -> "AsyncIterator[Browser]":
    """The browser of all tests of this process: starting one costs more than most of them."""
    from tests.support.browsing import running_browser

    async with running_browser() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def browser(one_browser: "Browser") -> "AsyncIterator[Browser]":
    """A browser that remembers nothing: what is opened in it is closed after the test."""
    yield one_browser
    for context in one_browser.contexts:
        await context.close()
