"""Telegram without its network: what the conversation hears, and what would be sent."""

import json
from collections.abc import AsyncGenerator, Sequence
from types import TracebackType
from typing import Any, Self

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import GetMe, TelegramMethod
from aiogram.types import User
from redis.asyncio import Redis
from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

from bot.channels.conversation import Conversation
from bot.channels.telegram.background.limiter import Limiter
from bot.channels.telegram.background.sender import TelegramSender
from bot.channels.telegram.client import Caller, as_json, make_bot
from bot.channels.telegram.receive import Telegram
from bot.channels.telegram.render import render
from bot.channels.telegram.send import ReplySender
from bot.channels.telegram.uploads import Uploads
from bot.process.metrics import Metrics
from bot.texts.texts import Texts
from handlers.dialogue.messages import Incoming, Reply
from handlers.domain.supporters import Person
from storage.campaigns.pictures import Picture
from storage.redis.send_budget import SendBudget
from storage.redis.shared_cache import SharedCache

TEXTS = Texts.load()
TOKEN = "42:unplugged"
NAME = "porte_voix_bot"
CHAT = 7


class Listening(Conversation):
    """It hears everything, and answers nothing."""

    def __init__(self) -> None:
        self.heard: list[Incoming] = []

    async def answer(self, person: Person, incoming: Incoming, update_id: int | str) -> None:
        self.heard.append(incoming)


class Unplugged(BaseSession):
    """aiogram's way to nowhere: it knows who the bot is."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None
    ) -> Any:
        assert isinstance(method, GetMe), method
        return User(id=42, is_bot=True, first_name="Bot", username=NAME)

    async def stream_content(self, *args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        assert not args, "nothing is fetched"
        yield b""

    async def close(self) -> None:
        """Nothing to close."""


class Recording(BaseRequest):
    """python-telegram-bot's way to nowhere: it keeps what was sent."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        called = url.rpartition("/")[2]
        if called == "getMe":
            result: dict[str, Any] = {"id": 42, "is_bot": True, "first_name": "Bot"}
            return 200, json.dumps({"ok": True, "result": result | {"username": NAME}}).encode()
        assert request_data is not None
        self.sent.append({"method": called, **request_data.parameters})
        result = {"message_id": 9, "date": 1, "chat": {"id": CHAT, "type": "private"}}
        return 200, json.dumps({"ok": True, "result": result}).encode()


class UnpluggedTelegram:
    """Implements `tests.bot.channels.cases.ChannelUnderTest`, by both libraries."""

    async def __aenter__(self) -> Self:
        self._bot = make_bot(TOKEN, "https://api.example")
        self._bot.session = Unplugged()
        redis = Redis()  # never asked
        metrics = Metrics()
        budget = SendBudget(redis, "42")
        caller = Caller(self._bot, metrics, budget)
        uploads = Uploads(_no_picture, SharedCache(redis, "42"))
        self._display = ReplySender(caller, uploads, TEXTS)
        self._conversation = Listening()
        unused: Any = None  # what sweeps, inline mode and groups: no case comes there
        self._telegram = Telegram(
            self._bot,
            self._conversation,
            self._display,
            unused,
            unused,
            unused,
            caller,
            TEXTS,
            metrics,
        )
        self._request = Recording()
        bot = ExtBot[str](
            TOKEN,
            request=self._request,
            get_updates_request=Recording(),
            rate_limiter=Limiter(budget),
        )
        await bot.initialize()
        self._sender = TelegramSender(bot, TEXTS, uploads)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._bot.session.close()

    async def hears(self, raw: Any) -> Sequence[Incoming]:
        await self._telegram.process(raw)
        return self._conversation.heard

    async def sends(self, reply: Reply) -> Any:
        """The answer to a webhook; the worker sends the same, only without a sound."""
        shown = render(reply, "en", TEXTS, NAME)
        method = await self._display.send(CHAT, shown)
        assert method is not None
        answered = as_json(self._bot, method)
        assert answered is not None
        assert await self._sender.send(str(CHAT), self._sender.render(reply, "en")) == "9"
        [sent] = self._request.sent
        assert sent == {**answered, "chat_id": str(CHAT), "disable_notification": True}
        return answered


async def _no_picture(_sha: str) -> Picture | None:
    return None
