"""Stores in memory, and the real ones on each kind of database."""

from collections.abc import AsyncIterator

import pytest

from handlers.domain.campaigns import Campaign
from storage.container import Storage
from tests.support.databases import Databases
from tests.support.fakes.world import FakeWorld
from tests.support.real import RealWorld
from tests.support.storage.petition import VAULT_KEY
from tests.support.world import World


@pytest.fixture(
    params=[
        "memory",
        pytest.param("sqlite", marks=pytest.mark.real),
        pytest.param("postgresql", marks=pytest.mark.real),
    ]
)
def stores(request: pytest.FixtureRequest) -> str:
    """Each kind of stores in turn."""
    return str(request.param)


@pytest.fixture
def databases_of(stores: str, request: pytest.FixtureRequest) -> Databases | None:
    """Where databases come from; none, and no server, for what is in memory."""
    found: Databases | None = None
    if stores != "memory":
        found = request.getfixturevalue("databases")
    return found


@pytest.fixture
async def world(stores: str, databases_of: Databases | None) -> AsyncIterator[World]:
    """Stores in which nothing has happened yet."""
    if databases_of is None:
        yield FakeWorld()
        return
    url = await databases_of.migrated(stores)
    storage = await Storage.open(url, VAULT_KEY)
    yield RealWorld(storage)
    await storage.close()
    await databases_of.drop(url)


@pytest.fixture
async def petition(world: World) -> Campaign:
    """An open campaign, `release`."""
    return await world.petition()
