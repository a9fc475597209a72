"""The stores as processes open them, by their settings: over SQL alone, or over Redis as well."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta

from bot.process.errors import SettingsError
from bot.settings import Settings
from storage.container import LiveStorage, Storage
from storage.errors import SchemaFault


@asynccontextmanager
async def open_storage(settings: Settings) -> AsyncIterator[Storage]:
    """The stores of a command, open until the block is left; an empty database gets its tables.

    Raises:
        SettingsError: the database is older than this program.
        StorageFault: it does not answer, or was made with another vault key.
    """
    with _told_to_migrate():
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
        SettingsError: as for `open_storage`.
        StorageFault: as for `open_storage`, or Redis does not answer.
    """
    with _told_to_migrate():
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


@contextmanager
def _told_to_migrate() -> Iterator[None]:
    """Tables that are behind are a matter of set-up: starting again would not help."""
    try:
        yield
    except SchemaFault as behind:
        raise SettingsError(str(behind)) from None
