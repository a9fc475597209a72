"""Putting the parts together: what `web`, `run` and `demo` have in common."""

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from aiogram import Bot

from bot.app.stores import open_live_storage
from bot.channels.conversation import Conversation
from bot.channels.group_cards import LiveCards
from bot.channels.telegram.client import Caller, make_bot
from bot.channels.telegram.ephemeral import EphemeralReplies
from bot.channels.telegram.group_cards.inline import Inline
from bot.channels.telegram.group_cards.membership import Groups
from bot.channels.telegram.receive import Telegram
from bot.channels.telegram.render import NAME, overlong
from bot.channels.telegram.send import ReplySender
from bot.channels.telegram.uploads import Uploads
from bot.process.metrics import Metrics
from bot.settings import Settings
from bot.texts.texts import Texts
from handlers.steps import DIALOGUE
from storage.container import LiveStorage
from storage.database import OUTAGES
from storage.supporters.group_cards import GroupCards

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Assembly:
    """The parts of a process that talks to people."""

    settings: Settings
    storage: LiveStorage
    texts: Texts
    metrics: Metrics
    bot: Bot
    telegram: Telegram


@asynccontextmanager
async def assemble(
    settings: Settings, redis_url: str, *, upgrade: bool = False
) -> AsyncIterator[Assembly]:
    """All parts, open until the block is left.

    An empty database gets its tables; one that is behind is brought up to date only where
    `upgrade` says so.

    Raises:
        StorageFault: the database or Redis does not answer or is not ours, or it is behind.
    """
    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(
            open_live_storage(settings, redis_url, upgrade=upgrade)
        )
        stack.push_async_callback(_keep_funnel, storage)
        bot = make_bot(settings.token, settings.bot_api_url)
        stack.push_async_callback(bot.session.close)
        texts = Texts.load()
        metrics = Metrics()
        caller = Caller(bot, metrics, storage.send_budget)
        conversation = Conversation(
            DIALOGUE,
            storage.stores,
            storage.sessions,
            texts,
            overlong=lambda reply, locale: overlong(reply, locale, texts),
            reached=storage.funnel.reached,
        )
        uploads = Uploads(storage.campaigns.picture, storage.shared_cache)
        display = ReplySender(caller, uploads, texts)
        cards = LiveCards(GroupCards(storage.database, storage.vault, NAME), storage.campaigns)
        telegram = Telegram(
            bot,
            conversation,
            display,
            EphemeralReplies(caller, display, storage.ephemeral_messages),
            Inline(conversation, storage.stores, uploads, texts),
            Groups(caller, cards, texts),
            caller,
            texts,
            metrics,
        )
        yield Assembly(settings, storage, texts, metrics, bot, telegram)


async def _keep_funnel(storage: LiveStorage) -> None:
    """Write down how far people came lately, as the last thing."""
    try:
        await storage.funnel.flush()
    except OUTAGES:
        log.warning("It could not be written down how far people came lately")
