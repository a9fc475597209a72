"""`python -m bot worker`: timed jobs, in a python-telegram-bot Application without an updater.

Any number of workers may run: each job sees to it that its work is done once.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, CallbackContext, ExtBot, JobQueue

from bot.app.stores import open_live_storage
from bot.channels.base import Channel
from bot.channels.registry import Registry
from bot.channels.telegram.background.http_request import AiohttpRequest
from bot.channels.telegram.background.limiter import Limiter
from bot.channels.telegram.background.sender import TelegramSender
from bot.channels.telegram.render import NAME
from bot.channels.telegram.uploads import Uploads
from bot.jobs import counting, group_cards, milestones, moderation, notices, retention
from bot.jobs.broadcasts import progress_messages
from bot.jobs.broadcasts.broadcaster import Broadcaster
from bot.jobs.job import Job
from bot.jobs.transparency_log import publishing
from bot.jobs.transparency_log.witnesses import Witnesses, read_witnesses
from bot.process import lifecycle
from bot.process.backoff import backoff
from bot.process.errors import SettingsError
from bot.settings import Settings
from bot.texts.texts import Texts
from storage.container import LiveStorage
from storage.redis.send_budget import SendBudget

log = logging.getLogger(__name__)

SHORTEST, LONGEST = 1.0, 60.0
"""Seconds before the next try when Telegram does not answer; they double each time."""

Context = CallbackContext[
    ExtBot[None], dict[object, object], dict[object, object], dict[object, object]
]
Worker = Application[
    ExtBot[str],
    Context,
    dict[object, object],
    dict[object, object],
    dict[object, object],
    JobQueue[Context],
]


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker does: timed jobs, and broadcasts."""

    application: Worker
    registry: Registry
    broadcaster: Broadcaster
    requests: tuple[AiohttpRequest, AiohttpRequest]
    """Closed by whoever opens the application, however far it comes."""


def build(
    settings: Settings,
    storage: LiveStorage,
    texts: Texts,
    budget: SendBudget,
    also: Sequence[Channel[Any]] = (),
) -> Work:
    """The application with its jobs, and the broadcaster; nothing runs yet.

    `budget` is Telegram's. What is sent goes to the channels `also`, too, each of which has a
    budget of its own.

    Raises:
        SettingsError: the witnesses' file is none.
    """
    requests = AiohttpRequest(), AiohttpRequest(connections=1)
    bot = ExtBot[str](
        settings.token,
        base_url=f"{settings.bot_api_url}/bot",
        base_file_url=f"{settings.bot_api_url}/file/bot",
        request=requests[0],
        get_updates_request=requests[1],  # never used: a worker asks for no updates
        rate_limiter=Limiter(budget),
    )
    application = ApplicationBuilder().bot(bot).updater(None).build()
    uploads = Uploads(storage.campaigns.picture, storage.shared_cache)
    registry = Registry(TelegramSender(bot, texts, uploads), *also)
    witnesses = Witnesses(
        storage.log_reader, storage.witnessing, read_witnesses(settings.witnesses)
    )
    every = timedelta(minutes=settings.checkpoint_minutes)
    jobs = application.job_queue
    assert jobs is not None  # noqa: S101 - it was not switched off
    for job in (
        counting.job(storage.sequencer),
        moderation.job(storage.moderation),
        publishing.job(storage, settings.public, every, witnesses),
        group_cards.job(storage, registry),
        milestones.job(storage, registry),
        notices.job(storage, registry),
        progress_messages.job(storage, registry, storage.shared_cache),
        retention.job(storage.safeguards, storage.retention),
    ):
        # APScheduler would count the first time from here; Telegram may be long in answering, and
        # then the first time would be over and the next one an hour away.
        at_once = {"next_run_time": datetime.now(UTC), "misfire_grace_time": None}
        jobs.run_repeating(_patient(job), job.every, name=job.name, job_kwargs=at_once)
    budgets = {
        each.name: SendBudget(storage.redis, f"{settings.bot_id}-{each.name}") for each in also
    }
    broadcaster = Broadcaster(
        storage.recipient_lists,
        storage.deliveries,
        storage.campaigns,
        registry,
        {NAME: budget, **budgets},
    )
    return Work(application, registry, broadcaster, requests)


def _patient(job: Job) -> Callable[[Context], Coroutine[None, None, None]]:
    """The job as the queue calls it. What fails waits safely; the next look may find it passed."""

    async def run(context: Context) -> None:
        try:
            await job.run()
        except Exception as fault:
            log.warning("A job has to wait: %s", job.name, exc_info=fault)

    return run


async def work(settings: Settings) -> None:
    """Do what is to be done until Ctrl-C or SIGTERM.

    Raises SettingsError or StorageFault where it cannot start, or Telegram refuses the token.
    """
    stop = lifecycle.stop_on_signals()
    async with open_live_storage(settings, settings.redis_url) as storage:
        keeping = asyncio.create_task(storage.send_budget.keep())
        try:
            await attend(build(settings, storage, Texts.load(), storage.send_budget), stop)
        finally:
            await lifecycle.end(keeping)
    log.info("Stopped")


async def attend(work: Work, stop: asyncio.Event) -> None:
    """Do the work until `stop` is set. Raises SettingsError where Telegram refuses the token."""
    application = work.application
    try:
        if not await _initialise(application, stop):
            return
        await application.start()
        lifecycle.settle()
        log.info("Working")
        await work.broadcaster.run(stop)
    finally:
        if application.running:
            await application.stop()
        await application.shutdown()
        for request in work.requests:
            await request.shutdown()


async def _initialise(application: "Worker", stop: asyncio.Event) -> bool:
    """Ask Telegram who we are, until it answers; False where `stop` is set before."""
    delays = backoff(SHORTEST, LONGEST)
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken:
            raise SettingsError(
                "BOT_TOKEN is wrong: Telegram does not know it. Copy it from BotFather again."
            ) from None
        except TelegramError as fault:
            log.warning("Telegram does not answer (%s)", type(fault).__name__)
            await lifecycle.pause(next(delays), stop)
        else:
            return True
    return False
