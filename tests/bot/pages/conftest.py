"""A public site over a real database, which a browser may look at.

A browser cannot leave the event loop that started it, so all that runs here shares one loop.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.texts.texts import Texts
from handlers.domain.campaigns import Campaign
from storage.container import Storage
from tests.support.site import Site, public_site, readable
from tests.support.storage.petition import VAULT_KEY

ONE_LOOP = pytest.mark.asyncio(loop_scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of this folder in the loop of the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(ONE_LOOP, append=False)


@pytest.fixture(params=["sqlite"])
def backend(request: pytest.FixtureRequest) -> str:
    """What pages read is tested on both databases where it is stored."""
    return str(request.param)


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.load()


@pytest_asyncio.fixture(loop_scope="session")
async def site(migrated_database_url: str, texts: Texts) -> AsyncIterator[Site]:
    """A site without campaigns."""
    storage = await Storage.open(migrated_database_url, VAULT_KEY)
    async with public_site(storage, texts) as built:
        yield built
    await storage.close()


@pytest_asyncio.fixture(loop_scope="session")
async def campaign(site: Site) -> Campaign:
    """An open campaign, `release`, that three people have signed."""
    opened = await site.opens(readable())
    await site.signs(opened, "FR", "1", "2", "3")
    return opened


@pytest.fixture(autouse=True)
def nothing_is_said_by_halves(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A page that lacks an argument of its words shows a gap, and says so in the log only."""
    yield
    faults = [each for each in caplog.get_records("call") if each.name == "bot.texts.texts"]
    assert not faults, [each.getMessage() for each in faults]
