"""What the bot tells Telegram about itself at start-up: its webhook, its commands, who it is."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.methods import (
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    SetWebhook,
    TelegramMethod,
)
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.channels.telegram.client import make_bot
from bot.channels.telegram.receive import AT_ONCE, UPDATES
from bot.process.backoff import backoff
from bot.process.errors import SettingsError
from bot.texts.texts import FALLBACK, Texts
from handlers.dialogue.messages import Words
from storage.redis.shared_cache import SharedCache

log = logging.getLogger(__name__)

SHORTEST, LONGEST = 1.0, 60.0
"""Seconds before the next try when Telegram does not answer; they double each time."""

KEPT_FOR = timedelta(days=30)


async def announce(bot: Bot, methods: Iterable[TelegramMethod[Any]]) -> None:
    """Call methods until Telegram has taken each of them.

    Raises:
        SettingsError: Telegram does not know the token.
    """
    for method in methods:
        delays = backoff(SHORTEST, LONGEST)
        while True:
            try:
                await bot(method)
                break
            except TelegramUnauthorizedError:
                raise SettingsError(
                    "BOT_TOKEN is wrong: Telegram does not know it. Copy it from BotFather again."
                ) from None
            except TelegramRetryAfter as flood:
                await asyncio.sleep(flood.retry_after)
            except AiogramError as fault:
                log.warning("%s has to wait (%s)", method.__api_method__, type(fault).__name__)
                await asyncio.sleep(next(delays))


async def ask_username(token: str, api_url: str) -> str:
    """The bot's name, without the @, asked once: a command does not keep its user waiting.

    Raises:
        LookupError: Telegram does not tell; its text says why.
    """
    async with make_bot(token, api_url) as bot:
        try:
            return (await bot.me()).username or ""
        except TelegramUnauthorizedError:
            raise LookupError("Telegram does not know this BOT_TOKEN") from None
        except AiogramError as fault:
            raise LookupError("Telegram does not answer") from fault


def webhook(url: str, secret: str) -> SetWebhook:
    """Ask Telegram to deliver updates to `url`, each with the secret."""
    return SetWebhook(
        url=url,
        secret_token=secret,
        allowed_updates=UPDATES,
        max_connections=AT_ONCE,
    )


def profile(texts: Texts, commands: Iterable[str]) -> list[TelegramMethod[Any]]:
    """The command menu and the descriptions, in every language, and for all other languages."""
    names = list(commands)
    methods: list[TelegramMethod[Any]] = []
    for locale, code in _languages(texts):
        menu = [
            BotCommand(command=name, description=texts.plain(Words(f"command-{name}"), locale))
            for name in names
        ]
        description = texts.plain(Words("bot-description"), locale)
        short = texts.plain(Words("bot-short-description"), locale)
        # In groups there is nothing to command: people sign in private.
        private = BotCommandScopeAllPrivateChats()
        methods += [
            SetMyCommands(commands=menu, scope=private, language_code=code),
            SetMyDescription(description=description[:512], language_code=code),
            SetMyShortDescription(short_description=short[:120], language_code=code),
        ]
    return methods


def _languages(texts: Texts) -> list[tuple[str, str | None]]:
    """Each locale with its ISO 639-1 code; Telegram knows no regions. None is for all others."""
    found: dict[str, str] = {}
    for tag in sorted(texts.known, key=len):
        found.setdefault(tag.partition("-")[0], tag)
    return [(FALLBACK, None), *((tag, code) for code, tag in found.items() if len(code) == 2)]


async def announce_profile(
    bot: Bot, texts: Texts, commands: Iterable[str], cache: SharedCache
) -> None:
    """Tell Telegram the profile if it is another one than the last time.

    These methods are refused for hours to those who call them often.
    """
    methods = profile(texts, commands)
    told = [method.model_dump_json(exclude_none=True, exclude_unset=True) for method in methods]
    digest = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    if await cache.get("profile") == digest:
        return
    await announce(bot, methods)
    await cache.put("profile", digest, KEPT_FOR)
