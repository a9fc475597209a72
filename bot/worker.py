"""`python -m bot worker`: timed jobs, in a python-telegram-bot Application without an updater.

Any number of workers may run: each job sees to it that its work is done once.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, CallbackContext, ExtBot, JobQueue

from bot.app.stores import open_live_storage
from bot.channels.telegram.background.broadcast_sender import Postman
from bot.channels.telegram.background.http_request import AiohttpRequest
from bot.channels.telegram.background.limiter import Limiter
from bot.channels.telegram.background.sender import Sender
from bot.channels.telegram.group_cards.live_cards import live_cards
from bot.jobs.broadcasts.broadcaster import Broadcaster
from bot.jobs.broadcasts.progress_messages import Following
from bot.jobs.counting import COUNT_EVERY
from bot.jobs.milestones import tell_milestones
from bot.jobs.notices import tell_organizers
from bot.jobs.transparency_log.publishing import publish_logs
from bot.jobs.transparency_log.witnesses import Witnesses, read_witnesses
from bot.process import lifecycle
from bot.process.errors import SettingsError
from bot.settings import Settings
from bot.texts.texts import Texts
from storage.container import LiveStorage
from storage.redis.send_budget import SendBudget
from storage.signatures import moderation, retention
from storage.transparency_log import sequencer

log = logging.getLogger(__name__)

SHORTEST, LONGEST = 1.0, 60.0
"""Seconds before the next try when Telegram does not answer; they double each time."""

CARDS_EVERY = 20.0
"""Seconds between two looks at the cards in groups; each is edited at most once a minute."""

MODERATE_EVERY = 2.0
"""Seconds between two looks for signatures to be released or removed."""

PUBLISH_EVERY = 20.0
"""Seconds between two looks whether the public logs have something to sign."""

NOTICES_EVERY = 2.0
"""Seconds between two looks at what organizers are to be told."""

FOLLOWED_EVERY = 1.0
"""Seconds between two looks at what organizers follow; each message is edited less often."""

TELL_EVERY = 30.0
"""Seconds between two looks at who is to be told of a milestone."""

ERASE_EVERY = 3600.0
"""Seconds between two looks for signatures whose promised days are over."""

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
    broadcaster: Broadcaster
    requests: tuple[AiohttpRequest, AiohttpRequest]
    """Closed by whoever opens the application, however far it comes."""


def build(settings: Settings, storage: LiveStorage, texts: Texts, budget: SendBudget) -> Work:
    """The application with its jobs, and the broadcaster; nothing runs yet.

    Raises SettingsError where the witnesses' file is none.
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
    sender = Sender(application.bot)
    cards = live_cards(storage, texts)

    async def count() -> None:
        while await storage.sequencer.run_once() == sequencer.BATCH:
            pass

    async def erase() -> None:
        await storage.lists.stop_lost(datetime.now(UTC))
        while await storage.retention.run_once() == retention.BATCH:
            pass

    async def moderate() -> None:
        while await storage.moderation.run_once() == moderation.BATCH:
            pass

    witnesses = Witnesses(
        storage.log_reader, storage.witnessing, read_witnesses(settings.witnesses)
    )

    async def publish() -> None:
        every = timedelta(minutes=settings.checkpoint_minutes)
        await publish_logs(storage, settings.public, every, witnesses, datetime.now(UTC))

    async def refresh_cards() -> None:
        await cards.refresh(sender)

    async def tell_the_organizers() -> None:
        await tell_organizers(storage.organizers, texts, sender)

    async def tell() -> None:
        await tell_milestones(storage.invites, storage.campaigns, texts, sender)

    following = Following(storage.broadcasts, storage.campaigns, texts, storage.shared_cache)

    async def follow_broadcasts() -> None:
        await following.refresh(sender, datetime.now(UTC))

    jobs = application.job_queue
    assert jobs is not None  # noqa: S101 - it was not switched off
    for job, every in (
        (count, COUNT_EVERY),
        (moderate, MODERATE_EVERY),
        (publish, PUBLISH_EVERY),
        (refresh_cards, CARDS_EVERY),
        (tell, TELL_EVERY),
        (tell_the_organizers, NOTICES_EVERY),
        (follow_broadcasts, FOLLOWED_EVERY),
        (erase, ERASE_EVERY),
    ):
        # APScheduler would count the first time from here; Telegram may be long in answering, and
        # then the first time would be over and the next one an hour away.
        at_once = {"next_run_time": datetime.now(UTC), "misfire_grace_time": None}
        jobs.run_repeating(_patient(job), every, name=job.__name__, job_kwargs=at_once)
    postman = Postman(bot, storage.campaigns.picture, storage.shared_cache)
    return Work(
        application,
        Broadcaster(
            storage.lists,
            storage.deliveries,
            storage.campaigns,
            budget,
            postman,
            texts,
        ),
        requests,
    )


def _patient(
    job: Callable[[], Awaitable[None]],
) -> Callable[[Context], Coroutine[None, None, None]]:
    """The job as the queue calls it. What fails waits safely; the next look may find it passed."""

    async def run(context: Context) -> None:
        try:
            await job()
        except Exception as fault:
            log.warning("A job has to wait", exc_info=fault)

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
            await lifecycle.pause(delay, stop)
            delay = min(delay * 2, LONGEST)
        else:
            return True
    return False
