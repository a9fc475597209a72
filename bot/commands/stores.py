"""The stores, as commands open them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app.schema_check import ensure_tables
from bot.settings import Settings
from storage.container import Storage


@asynccontextmanager
async def open_storage(settings: Settings) -> AsyncIterator[Storage]:
    """The stores without Redis; an empty database gets its tables.

    Raises:
        StorageFault: The database does not answer.
        SettingsError: Its tables are behind, and `migrate` has to be run first.
    """
    await ensure_tables(settings.database, upgrade=False)
    storage = await Storage.open(settings.database, None, settings.vault_key_bytes())
    try:
        yield storage
    finally:
        await storage.close()
