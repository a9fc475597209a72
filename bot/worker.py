"""`python -m bot worker`: timed jobs, in a python-telegram-bot Application without an updater.

Any number of workers may run: each job sees to it that its work is done once.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, CallbackContext, ExtBot, JobQueue

from bot import processes
from bot.processes import COUNT_EVERY
from bot.settings import Settings, SettingsError
from bot.tables import ensure_tables
from storage import retention, sequencer
from storage.opening import Storage

log = logging.getLogger(__name__)

ERASE_EVERY = 3600.0
"""Seconds between two looks for signatures whose promised days are over."""

SHORTEST, LONGEST = 1.0, 60.0
"""Seconds before the next try when Telegram does not answer; they double each time."""

Context = CallbackContext[
    ExtBot[None], dict[object, object], dict[object, object], dict[object, object]
]
Worker = Application[
    ExtBot[None],
    Context,
    dict[object, object],
    dict[object, object],
    dict[object, object],
    JobQueue[Context],
]


def build(settings: Settings, storage: Storage) -> "Worker":
    """The application with its jobs; nothing runs yet."""
    application = (
        ApplicationBuilder()
        .token(settings.token)
        .base_url(f"{settings.bot_api_url}/bot")
        .base_file_url(f"{settings.bot_api_url}/file/bot")
        .updater(None)
        .build()
    )

    async def count(context: Context) -> None:
        try:
            while await storage.sequencer.run_once() == sequencer.BATCH:
                pass
        except Exception as fault:
            # Whatever it is, signatures wait safely; the next look may find it passed.
            log.warning("Counting has to wait", exc_info=fault)

    async def erase(context: Context) -> None:
        try:
            while await storage.retention.run_once() == retention.BATCH:
                pass
        except Exception as fault:
            log.warning("Erasing has to wait", exc_info=fault)

    jobs = application.job_queue
    assert jobs is not None  # noqa: S101 - it was not switched off
    jobs.run_repeating(count, COUNT_EVERY, first=0, name="count")
    jobs.run_repeating(erase, ERASE_EVERY, first=COUNT_EVERY, name="erase")
    return application


@asynccontextmanager
async def working(settings: Settings, storage: Storage, stop: asyncio.Event) -> AsyncIterator[None]:
    """The timed jobs run while the block lasts.

    Waits until Telegram answers, or `stop` is set. Raises SettingsError where it refuses the
    token.
    """
    application = build(settings, storage)
    if not await _initialise(application, stop):
        yield
        return
    try:
        await application.start()
        try:
            yield
        finally:
            await application.stop()
    finally:
        await application.shutdown()


async def work(settings: Settings) -> None:
    """Do what is to be done until Ctrl-C or SIGTERM.

    Raises SettingsError or StorageFault where it cannot start, or Telegram refuses the token.
    """
    stop = processes.stop_on_signals()
    await ensure_tables(settings.database, upgrade=False)
    storage = await Storage.open(
        settings.database, settings.redis_url, settings.vault_key_bytes(), bot=settings.bot_id
    )
    try:
        async with working(settings, storage, stop):
            processes.settle()
            log.info("Working")
            await stop.wait()
    finally:
        await storage.close()
    log.info("Stopped")


async def _initialise(application: "Worker", stop: asyncio.Event) -> bool:
    """Ask Telegram who we are, until it answers; False where `stop` is set before."""
    delay = SHORTEST
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken:
            raise SettingsError(
                "BOT_TOKEN is wrong: Telegram does not know it. Copy it from BotFather again."
            ) from None
        except TelegramError as fault:
            log.warning("Telegram does not answer (%s)", type(fault).__name__)
            await processes.pause(delay, stop)
            delay = min(delay * 2, LONGEST)
        else:
            return True
    return False
