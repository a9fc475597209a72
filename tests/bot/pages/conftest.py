"""A public site over a real database."""

from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser

from bot.texts.texts import Texts
from handlers.domain.campaigns import Campaign
from storage.container import Storage
from tests.support.browsing import running_browser
from tests.support.site import Site, public_site, readable
from tests.support.storage.petition import VAULT_KEY


@pytest.fixture(params=["sqlite"])
def backend(request: pytest.FixtureRequest) -> str:
    """What pages read is tested on both databases where it is stored."""
    return str(request.param)


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.load()


@pytest.fixture
async def site(migrated_database_url: str, texts: Texts) -> AsyncIterator[Site]:
    """A site without campaigns."""
    storage = await Storage.open(migrated_database_url, None, VAULT_KEY)
    async with public_site(storage, texts) as built:
        yield built
    await storage.close()


@pytest.fixture
async def campaign(site: Site) -> Campaign:
    """An open campaign, `release`, that three people have signed."""
    opened = await site.opens(readable())
    await site.signs(opened, "FR", "1", "2", "3")
    return opened


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with running_browser() as running:
        yield running


@pytest.fixture(autouse=True)
def nothing_is_said_by_halves(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A page that lacks an argument of its words shows a gap, and says so in the log only."""
    yield
    faults = [each for each in caplog.get_records("call") if each.name == "bot.texts.texts"]
    assert not faults, [each.getMessage() for each in faults]
