"""`python -m bot run`: everything in one process, against Telegram by long polling."""

import asyncio
import logging
from contextlib import AsyncExitStack

from bot import worker
from bot.app import container
from bot.app.embedded_redis import EmbeddedRedis
from bot.channels.telegram.polling import poll
from bot.channels.telegram.profile import announce_profile
from bot.jobs import funnel
from bot.process import lifecycle
from bot.settings import Settings
from handlers.steps import COMMANDS

log = logging.getLogger(__name__)


async def run(settings: Settings) -> None:
    """Talk to people until Ctrl-C or SIGTERM, then finish what is in flight.

    Without REDIS_URL it brings a server of its own, kept in the data folder. Raises
    SettingsError, StorageFault or EmbeddedRedisError where it cannot start.
    """
    stop = lifecycle.stop_on_signals()
    async with AsyncExitStack() as stack:
        redis_url = settings.redis_url
        if not redis_url:
            embedded = EmbeddedRedis(settings.data_folder() / "redis")
            redis_url = (await stack.enter_async_context(embedded)).url
        parts = await stack.enter_async_context(
            container.assemble(settings, redis_url, upgrade=True)
        )
        await talk(parts, stop)


async def talk(parts: container.Assembly, stop: asyncio.Event) -> None:
    """Poll, do a worker's jobs and keep the profile, until `stop`."""
    jobs = worker.build(parts.settings, parts.storage, parts.texts, parts.storage.send_budget)
    profile = announce_profile(parts.bot, parts.texts, COMMANDS, parts.storage.shared_cache)
    others = [
        asyncio.create_task(profile),
        asyncio.create_task(parts.storage.send_budget.keep()),
        asyncio.create_task(funnel.keep_funnel(parts.storage.funnel, parts.metrics)),
    ]
    polling = asyncio.create_task(poll(parts.telegram, stop))
    working = asyncio.create_task(worker.attend(jobs, stop))
    lifecycle.settle()
    log.info("Talking to Telegram")
    try:
        await lifecycle.until(stop, polling, working, *others)
    finally:
        await lifecycle.end(*others)
        stop.set()
        # They end by themselves, when what they have in hand is done.
        await asyncio.gather(polling, working)
