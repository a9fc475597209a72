"""A petition to sign, on each kind of database."""

from collections.abc import AsyncIterator

import pytest

from handlers.domain.campaigns import Campaign
from storage.container import Storage
from tests.support.storage.petition import VAULT_KEY, open_petition


@pytest.fixture
async def storage(migrated_database_url: str) -> AsyncIterator[Storage]:
    """Open stores over an empty database (without Redis)."""
    opened = await Storage.open(migrated_database_url, VAULT_KEY)
    yield opened
    await opened.close()


@pytest.fixture
async def petition(storage: Storage) -> Campaign:
    """An open campaign, `release`."""
    return await open_petition(storage, "release")
