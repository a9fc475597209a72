"""Putting the parts together: what `web`, `run` and `demo` have in common."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from aiogram import Bot

from bot.app.schema_check import ensure_tables
from bot.channels.conversation import OUTAGES, Conversation
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
from storage.container import Storage
from storage.redis.ephemeral_messages import EphemeralMessages
from storage.redis.send_budget import SendBudget
from storage.redis.sessions import Sessions
from storage.redis.shared_cache import SharedCache
from storage.supporters.group_cards import GroupCards

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Assembly:
    """The parts of a process that talks to people."""

    settings: Settings
    storage: Storage
    texts: Texts
    metrics: Metrics
    cache: SharedCache
    budget: SendBudget
    bot: Bot
    telegram: Telegram


@asynccontextmanager
async def assemble(
    settings: Settings, redis_url: str, *, upgrade: bool = False
) -> AsyncIterator[Assembly]:
    """All parts, open until the block is left.

    An empty database gets its tables; one that is behind is brought up to date only where
    `upgrade` says so. Raises SettingsError, or StorageFault where something does not answer.
    """
    await ensure_tables(settings.database, upgrade=upgrade)
    storage = await Storage.open(
        settings.database,
        redis_url,
        settings.vault_key_bytes(),
        bot=settings.bot_id,
        alone=settings.broadcast_alone,
        log_folder=settings.log_folder(),
    )
    bot = make_bot(settings.token, settings.bot_api_url)
    try:
        assert storage.redis is not None  # noqa: S101 - it was opened with Redis
        texts = Texts.load()
        metrics = Metrics()
        cache = SharedCache(storage.redis, settings.bot_there)
        sessions = Sessions(
            storage.redis,
            storage.vault,
            settings.bot_id,
            kept_for=timedelta(days=settings.session_days),
        )
        budget = SendBudget(storage.redis, settings.bot_id)
        caller = Caller(bot, metrics, budget)
        conversation = Conversation(
            DIALOGUE,
            storage.stores,
            sessions,
            texts,
            overlong=lambda reply, locale: overlong(reply, locale, texts),
            reached=storage.funnel.reached,
        )
        uploads = Uploads(storage.campaigns.picture, cache)
        sender = ReplySender(caller, uploads, texts)
        ephemeral = EphemeralMessages(
            storage.redis,
            storage.vault,
            settings.bot_id,
            kept_for=timedelta(days=settings.session_days),
        )
        cards = LiveCards(GroupCards(storage.database, storage.vault, NAME), storage.campaigns)
        telegram = Telegram(
            bot,
            conversation,
            sender,
            EphemeralReplies(caller, sender, ephemeral),
            Inline(conversation, storage.stores, uploads, texts),
            Groups(caller, cards, texts),
            caller,
            texts,
            metrics,
        )
        yield Assembly(settings, storage, texts, metrics, cache, budget, bot, telegram)
    finally:
        await bot.session.close()
        try:
            await storage.funnel.flush()
        except OUTAGES:
            log.warning("It could not be written down how far people came lately")
        finally:
            await storage.close()
