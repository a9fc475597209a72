"""Sending and editing outside the broadcasts, by python-telegram-bot."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.channels.errors import Gone, Later, Moved, Refused
from bot.channels.telegram.background.broadcast_sender import keyboard
from bot.channels.telegram.background.http_request import Flood
from bot.channels.telegram.render import Shown

T = TypeVar("T")

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
