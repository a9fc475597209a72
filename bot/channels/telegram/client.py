"""Calling the Bot API, with patience where it helps and an end to it.

A call that Telegram refuses ends in a count, not in an exception: what the person did is durable
by then, and the next thing they do gets its answer.
"""

import asyncio
import io
import logging
import random
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    GetFile,
    Response,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import LinkPreviewOptions
from aiohttp import ClientConnectorError, ClientError

from bot.channels.errors import Refused
from bot.channels.telegram import refusals
from bot.channels.telegram.methods import is_message
from bot.process.backoff import backoff
from bot.process.metrics import Metrics
from storage.redis.send_budget import SendBudget

log = logging.getLogger(__name__)

T = TypeVar("T")

TRIES = 4
"""How often one call is tried."""

SHORTEST = 0.5
"""Seconds before the next try where Telegram failed; they double each time."""

LONGEST_WAIT = 20
"""Seconds: a longer flood wait would outlast Telegram's patience with a webhook (60 s)."""

TIMEOUT = 20.0
"""Seconds in which Telegram has to answer."""

LARGEST_FILE = 5_000_000
"""Bytes of a picture that is fetched: as many as a campaign's picture may have."""

RUSH, RUSH_SECONDS = 5, 5.0
"""So many messages to one chat in so many seconds are the chat's own rush."""

CHATS = 10_000
"""Chats in which a rush would be noticed."""

CONNECTIONS = 100
"""Connections to the Bot API that one process holds at most."""

# aiogram builds these anew with pydantic whenever nobody holds them, at a quarter of its time.
RESPONSES = [
    Response[method.__returning__]  # type: ignore[name-defined]  # a type known only here and now
    for method in (
        AnswerCallbackQuery,
        EditMessageCaption,
        EditMessageMedia,
        EditMessageText,
        SendDocument,
        SendMessage,
        SendPhoto,
    )
]


def make_bot(token: str, api_url: str) -> Bot:
    """A bot of aiogram at that address of the Bot API: HTML, and no previews of links."""
    session = AiohttpSession(
        api=TelegramAPIServer.from_base(api_url), timeout=TIMEOUT, limit=CONNECTIONS
    )
    # Not `link_preview_is_disabled`: aiogram would send that under its old name as well.
    defaults = DefaultBotProperties(
        parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True)
    )
    return Bot(token, session=session, default=defaults)


class BusyChats:
    """Which chats get many messages in a short time.

    Telegram limits what goes into one chat, too, and does not say which of its limits was
    reached. One person who taps without end must not make the bot keep quiet for everybody.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._chats: OrderedDict[int, tuple[float, int]] = OrderedDict()

    def note(self, chat_id: int) -> None:
        """A message goes to that chat."""
        now = self._clock()
        since, many = self._chats.pop(chat_id, (now, 0))
        self._chats[chat_id] = (since, many + 1) if now - since < RUSH_SECONDS else (now, 1)
        while len(self._chats) > CHATS:
            self._chats.popitem(last=False)

    def __contains__(self, chat_id: int) -> bool:
        """Whether Telegram's wish for quiet is about this chat: a group's (20 a minute), too."""
        return chat_id < 0 or self._chats.get(chat_id, (0.0, 0))[1] >= RUSH


class Caller:
    """Calls methods of the Bot API for replies.

    Replies wait for no permit of the bot's budget, but they are counted against it, and they keep
    quiet for as long as Telegram asked any process of the bot to.
    """

    def __init__(
        self,
        bot: Bot,
        metrics: Metrics,
        budget: SendBudget,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._metrics = metrics
        self._budget = budget
        self._sleep = sleep
        self._rushes = BusyChats()

    @property
    def unsure(self) -> bool:
        """Whether Telegram might refuse what is said now: then it has to be called, and again.

        It wants quiet, or a broadcast sends about as much as it allows.
        """
        return self._budget.quiet_for > 0 or self._budget.crowded

    def count(self, method: TelegramMethod[Any]) -> None:
        """Count a method that is called by the webhook's answer, or by `ask`."""
        if is_message(_name(method)):
            self._budget.count()
            if (chat_id := _chat(method)) is not None:
                self._rushes.note(chat_id)

    async def _waited(self, method: TelegramMethod[Any]) -> bool:
        """Wait until quiet is over; False where that is too long."""
        if not is_message(_name(method)):
            return True
        waited = 0.0
        while quiet := self._budget.quiet_for:
            waited += quiet
            if waited > LONGEST_WAIT:
                return False
            # Not all at once when it is over.
            await self._sleep(quiet + random.random())
        return True

    async def call(self, method: TelegramMethod[T]) -> T | None:
        """What the method returns, or None where it was refused or nobody answers."""
        try:
            return await self.ask(method)
        except Refused:
            return None

    async def ask(self, method: TelegramMethod[T]) -> T | None:
        """What the method returns; None where nobody answers, has left, or sees it so already.

        Raises:
            Refused: Telegram finds something wrong with the request (400).
        """
        delays = backoff(SHORTEST, LONGEST_WAIT)
        for attempt in range(1, TRIES + 1):
            if not await self._waited(method):
                break
            self.count(method)
            try:
                return await self._bot(method)
            except TelegramRetryAfter as flood:
                self._metrics.error("flood")
                rush = (chat_id := _chat(method)) is not None and chat_id in self._rushes
                if not rush:
                    await self._budget.quiet(flood.retry_after)
                if flood.retry_after > LONGEST_WAIT or attempt == TRIES:
                    break
                if rush:
                    await self._sleep(flood.retry_after)
            except TelegramForbiddenError:
                self._metrics.error("blocked")  # they left, or blocked the bot: so be it
                return None
            except TelegramBadRequest as refusal:
                if refusals.meaning(refusal.message) == "unmodified":
                    return None
                self._metrics.error("refused")
                log.warning(
                    "Telegram refused %s: %s", _name(method), refusals.known(refusal.message)
                )
                raise Refused(refusals.known(refusal.message)) from refusal
            except (TelegramServerError, TelegramNetworkError) as fault:
                self._metrics.error("network")
                # After a time-out nobody knows whether it was done: not again.
                reached = not isinstance(fault.__cause__, ClientConnectorError)
                if attempt == TRIES or (isinstance(fault, TelegramNetworkError) and reached):
                    break
                await self._sleep(next(delays))
            except AiogramError:
                self._metrics.error("api")
                break
        log.warning("%s was given up", _name(method))
        return None

    async def fetch(self, file_id: str, largest: int | None = None) -> bytes | None:
        """A file that somebody sent, or None where it is too large or cannot be had.

        `largest` is in bytes; where it is not given, a picture is what is wanted.
        """
        file = await self.call(GetFile(file_id=file_id))
        most = LARGEST_FILE if largest is None else largest
        if file is None or not file.file_path or (file.file_size or 0) > most:
            return None
        received = io.BytesIO()
        try:
            await self._bot.download_file(file.file_path, received, timeout=int(TIMEOUT))
        except (AiogramError, ClientError, TimeoutError):
            self._metrics.error("network")
            return None
        return received.getvalue()


def as_json(bot: Bot, method: TelegramMethod[Any]) -> dict[str, Any] | None:
    """The method as a webhook's answer (Bot API, "Making requests when getting updates").

    None where it carries a file: that has to be called. aiogram's own answer is multipart, which
    costs more than the call it saves.
    """
    files: dict[str, Any] = {}
    fields = bot.session.prepare_value(
        method.model_dump(warnings=False), bot=bot, files=files, _dumps_json=False
    )
    return None if files else {"method": _name(method), **fields}


def _chat(method: TelegramMethod[Any]) -> int | None:
    """The chat in which the method shows something, where it says so by number."""
    chat_id = getattr(method, "chat_id", None)
    return chat_id if isinstance(chat_id, int) else None


def _name(method: TelegramMethod[Any]) -> str:
    return method.__api_method__
