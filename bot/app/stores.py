"""The stores as processes open them, by their settings: over SQL alone, or over Redis as well."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.settings import Settings
from storage.container import LiveStorage, Storage


@asynccontextmanager
async def open_storage(settings: Settings) -> AsyncIterator[Storage]:
    """The stores of a command, open until the block is left; an empty database gets its tables.

    Raises:
        StorageFault: the database does not answer, is older than this program, or was made with
            another vault key.
    """
    storage = await Storage.open(settings.database, settings.vault_key_bytes())
    try:
        yield storage
    finally:
        await storage.close()


@asynccontextmanager
async def open_live_storage(
    settings: Settings, redis_url: str, *, upgrade: bool = False
) -> AsyncIterator[LiveStorage]:
    """The stores of a process that serves people, open until the block is left.

    An empty database gets its tables; one that is behind is brought up to date only where
    `upgrade` says so.

    Raises:
        StorageFault: as for `open_storage`, or Redis does not answer.
    """
    storage = await LiveStorage.connect(
        settings.database,
        redis_url,
        settings.vault_key_bytes(),
        bot=settings.bot_id,
        bot_there=settings.bot_there,
        kept_for=timedelta(days=settings.session_days),
        log_folder=settings.log_folder(),
        alone=settings.broadcast_alone,
        upgrade=upgrade,
    )
    try:
        yield storage
    finally:
        await storage.close()
