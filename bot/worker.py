"""`python -m bot worker`: timed jobs, in a python-telegram-bot Application without an updater.

Any number of workers may run: each job sees to it that its work is done once.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    TelegramError,
)
from telegram.ext import Application, ApplicationBuilder, CallbackContext, ExtBot, JobQueue

from bot import processes
from bot.aiohttp_request import AiohttpRequest, Flood
from bot.broadcast import Broadcaster
from bot.channels.telegram_render import Shown
from bot.following import Following
from bot.group_cards import live_cards
from bot.limiter import Limiter
from bot.milestones import tell_milestones
from bot.notices import tell_organizers
from bot.outgoing import Gone, Later, Moved, Refused
from bot.postman import Postman, keyboard
from bot.processes import COUNT_EVERY
from bot.settings import Settings, SettingsError
from bot.tables import ensure_tables
from bot.text import Texts
from bot.witnesses import Witnesses, read_witnesses
from storage.container import Storage
from storage.errors import LogFault
from storage.redis.send_budget import SendBudget
from storage.redis.shared_cache import Remembered
from storage.signatures import moderation, retention
from storage.transparency_log import sequencer

log = logging.getLogger(__name__)

T = TypeVar("T")

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

PATIENCE = 30.0
"""Seconds of a flood wait that a job sits out."""

GONE = (
    "chat not found",
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "not enough rights",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_admin_required",
    "channel_private",
    "peer_id_invalid",
    "user is deactivated",
)
"""Refusals (400) after which it is of no use to try again."""

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


class Sender:
    """Sends and edits by python-telegram-bot; implements `bot.outgoing.Outgoing`."""

    def __init__(self, bot: "ExtBot[str]") -> None:
        self._bot = bot

    @property
    def username(self) -> str:
        """The bot's own name, for links."""
        return self._bot.username

    async def send(self, chat_id: str, shown: Shown) -> int:
        """Send a message; its number. Raises Gone, Moved, Refused or Later."""

        async def call() -> int:
            sent = await self._bot.send_message(
                chat_id,
                shown.html,
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                reply_markup=keyboard(shown),
                disable_notification=True,
            )
            return sent.message_id

        return await _called(call)

    async def edit(self, chat_id: str, message_id: int, shown: Shown) -> None:
        """Change a message of words only. Raises Gone, Moved, Refused or Later."""

        async def call() -> None:
            try:
                await self._bot.edit_message_text(
                    shown.html,
                    chat_id,
                    message_id,
                    parse_mode=ParseMode.HTML,
                    link_preview_options=LinkPreviewOptions(is_disabled=True),
                    reply_markup=keyboard(shown),
                )
            except BadRequest as refusal:
                if "message is not modified" not in refusal.message.lower():
                    raise

        await _called(call)


async def _called(call: Callable[[], Awaitable[T]]) -> T:
    """What the call returns; its refusals in our own words."""
    for last in (False, True):
        try:
            return await call()
        except Flood as flood:
            # It was not done, so doing it again is safe.
            if last or flood.seconds > PATIENCE:
                raise Later from flood
            await asyncio.sleep(flood.seconds)
        except ChatMigrated as migrated:
            raise Moved(str(migrated.new_chat_id)) from migrated
        except Forbidden as refusal:
            raise Gone from refusal
        except BadRequest as refusal:
            if any(each in refusal.message.lower() for each in GONE):
                raise Gone from refusal
            raise Refused from refusal
        except TelegramError as fault:
            raise Later from fault
    raise AssertionError("not reached")


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker does: timed jobs, and broadcasts."""

    application: Worker
    broadcaster: Broadcaster
    requests: tuple[AiohttpRequest, AiohttpRequest]
    """Closed by whoever opens the application, however far it comes."""


def build(settings: Settings, storage: Storage, texts: Texts, budget: SendBudget) -> Work:
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

    witnesses = Witnesses(storage.logs, read_witnesses(settings.witnesses))

    async def publish() -> None:
        every = timedelta(minutes=settings.checkpoint_minutes)
        await publish_logs(storage, settings.public, every, witnesses, datetime.now(UTC))

    async def refresh_cards() -> None:
        await cards.refresh(sender)

    async def tell_the_organizers() -> None:
        await tell_organizers(storage.organizers, texts, sender)

    async def tell() -> None:
        await tell_milestones(storage.invites, storage.campaigns, texts, sender)

    assert storage.redis is not None  # noqa: S101 - a worker opens it with Redis
    remembered = Remembered(storage.redis, settings.bot_there)
    following = Following(storage.broadcasts, storage.campaigns, texts, remembered)

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
    postman = Postman(bot, storage.campaigns.picture, remembered)
    return Work(
        application,
        Broadcaster(storage.lists, storage.deliveries, storage.campaigns, budget, postman, texts),
        requests,
    )


async def publish_logs(
    storage: Storage, public_url: str, every: timedelta, witnesses: Witnesses, now: datetime
) -> None:
    """Let each public log sign what is new. One that must not does not hinder the others.

    Witnesses are asked before as well: what they saw last tells whether the log may go on.
    """
    for campaign in await storage.campaigns.all():
        if campaign.status == "draft":
            continue
        try:
            await storage.logs.begin(campaign, public_url)
            if await storage.logs.due(campaign, now, every):
                await witnesses.ask(campaign, again=True)
            try:
                await storage.logs.publish(campaign, now, every, witnesses.names)
            finally:
                await witnesses.ask(campaign)
        except LogFault as fault:
            log.error("%s", fault)


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
    stop = processes.stop_on_signals()
    await ensure_tables(settings.database, upgrade=False)
    storage = await Storage.open(
        settings.database,
        settings.redis_url,
        settings.vault_key_bytes(),
        bot=settings.bot_id,
        alone=settings.broadcast_alone,
        log_folder=settings.log_folder(),
    )
    try:
        assert storage.redis is not None  # noqa: S101 - it was opened with Redis
        budget = SendBudget(storage.redis, settings.bot_id)
        keeping = asyncio.create_task(budget.keep())
        try:
            await attend(build(settings, storage, Texts.load(), budget), stop)
        finally:
            await processes.end(keeping)
    finally:
        await storage.close()
    log.info("Stopped")


async def attend(work: Work, stop: asyncio.Event) -> None:
    """Do the work until `stop` is set. Raises SettingsError where Telegram refuses the token."""
    application = work.application
    try:
        if not await _initialise(application, stop):
            return
        await application.start()
        processes.settle()
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
            await processes.pause(delay, stop)
            delay = min(delay * 2, LONGEST)
        else:
            return True
    return False
