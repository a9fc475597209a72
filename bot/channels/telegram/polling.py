"""Long polling: for one process that nobody can reach from outside.

An update is confirmed only when what it did is durable: the next `getUpdates` asks for what comes
after it. Updates of one person are taken up in their order, those of different people together.
"""

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from aiogram.exceptions import AiogramError, TelegramUnauthorizedError
from aiogram.methods import DeleteWebhook, GetUpdates
from aiogram.types import Update

from bot.channels.errors import Unavailable
from bot.channels.telegram.receive import UPDATES, Telegram
from bot.process.backoff import backoff
from bot.process.errors import SettingsError
from bot.process.lifecycle import pause

log = logging.getLogger(__name__)

T = TypeVar("T")

WAIT = 25
"""Seconds that Telegram holds the line while nothing comes in."""

SHORTEST, LONGEST = 0.5, 30.0
"""Seconds before the next try when something does not answer; they double each time."""


async def poll(telegram: Telegram, stop: asyncio.Event) -> None:
    """Answer updates until `stop` is set; what is being worked on then is finished first.

    Raises:
        SettingsError: Telegram does not know the token.
    """
    # Telegram sends updates one way only.
    if await _ask(telegram, DeleteWebhook(), stop) is None:
        return
    offset: int | None = None
    while not stop.is_set():
        asked = GetUpdates(offset=offset, timeout=WAIT, allowed_updates=UPDATES)
        updates = await _ask(telegram, asked, stop)
        if not updates:
            continue
        if await _handle(telegram, updates, stop):
            offset = updates[-1].update_id + 1
    if offset is not None:
        # Confirm the last ones, or they would come once more the next time.
        with suppress(AiogramError):
            await telegram.bot(GetUpdates(offset=offset, limit=1, timeout=0), request_timeout=5)


async def _ask(telegram: Telegram, method: Any, stop: asyncio.Event) -> Any:
    """What Telegram answers, however long it takes; None once `stop` is set."""
    delays = backoff(SHORTEST, LONGEST)
    while not stop.is_set():
        try:
            return await _unless(stop, telegram.bot(method, request_timeout=WAIT + 10))
        except TelegramUnauthorizedError:
            raise SettingsError(
                "BOT_TOKEN is wrong: Telegram does not know it. Copy it from BotFather again."
            ) from None
        except AiogramError as fault:
            log.warning("Telegram does not answer (%s)", type(fault).__name__)
            await pause(next(delays), stop)
    return None


async def _handle(telegram: Telegram, updates: list[Update], stop: asyncio.Event) -> bool:
    """Take up all updates; False where some could not be finished before `stop`."""
    lanes: dict[int, list[Update]] = {}
    for update in updates:
        lanes.setdefault(_person(update), []).append(update)
    done = await asyncio.gather(*(_in_order(telegram, lane, stop) for lane in lanes.values()))
    return all(done)


async def _in_order(telegram: Telegram, updates: list[Update], stop: asyncio.Event) -> bool:
    for update in updates:
        delays = backoff(SHORTEST, LONGEST)
        while not await _finished(telegram, update):
            await pause(next(delays), stop)
            if stop.is_set():
                return False
    return True


async def _finished(telegram: Telegram, update: Update) -> bool:
    """Take up one update; False where it has to be tried again."""
    try:
        method = await telegram.process(update)
    except Unavailable:
        return False
    if method is not None:
        await telegram.caller.call(method)
    return True


def _person(update: Update) -> int:
    """Whose update it is: the order of a person's own updates matters, and no other."""
    person = getattr(update.event, "from_user", None)
    return int(person.id) if person else 0


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """What `work` comes to, or None if `stop` is set first."""
    working = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        if not working.done():
            working.cancel()
    if working.done():
        return working.result()
    with suppress(asyncio.CancelledError):
        await working
    return None
