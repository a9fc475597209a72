"""Telegram as a channel of the worker: sending what nobody has just asked for."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.channels.base import Channel, Permit
from bot.channels.errors import Busy, Gone, Moved, Refused, Uncertain, Unreachable
from bot.channels.telegram import refusals
from bot.channels.telegram.background.http_request import Flood, Unreached
from bot.channels.telegram.background.limiter import PERMITTED
from bot.channels.telegram.keyboard import keyboard
from bot.channels.telegram.links import deep_link
from bot.channels.telegram.render import CAPABILITIES, NAME, RenderedMessage, overlong, render
from bot.channels.telegram.uploads import Uploads
from bot.texts.texts import Texts
from handlers.dialogue.messages import Reply
from storage.database import OUTAGES

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds of a flood wait that a message without a permit sits out, once."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramSender(Channel[RenderedMessage]):
    """Sends to Telegram by python-telegram-bot.

    It sends words, and pictures that are kept. Files and charts answer somebody who is there.
    """

    name = NAME
    capabilities = CAPABILITIES

    def __init__(self, bot: ExtBot[str], texts: Texts, uploads: Uploads) -> None:
        self._bot = bot
        self._texts = texts
        self._uploads = uploads

    def overlong(self, reply: Reply, locale: str) -> int:
        return overlong(reply, locale, self._texts)

    def link(self, payload: str = "") -> str:
        return deep_link(self._bot.username, payload)

    def render(self, reply: Reply, locale: str) -> RenderedMessage:
        return render(reply, locale, self._texts, self._bot.username)

    async def reachable(self) -> bool:
        try:
            await self._bot.get_me()
        except TelegramError:
            return False
        return True

    async def send(
        self, address: str, message: RenderedMessage, permit: Permit | None = None
    ) -> str:
        options: dict[str, Any] = {
            "parse_mode": ParseMode.HTML,
            "reply_markup": _markup(message),
            "disable_notification": permit is None or None,
            "allow_paid_broadcast": permit == "paid" or None,
            "rate_limit_args": PERMITTED if permit else None,
        }

        async def words() -> Message:
            return await self._bot.send_message(
                address, message.html, link_preview_options=NO_PREVIEW, **options
            )

        async def photo(file: str | bytes) -> Message:
            return await self._bot.send_photo(address, file, caption=message.html, **options)

        async def call() -> Message:
            if not message.picture:
                return await words()
            return await self._send_picture(message.picture, photo, words)

        sent = await _called(call, patient=permit is None)
        return str(sent.message_id)

    async def edit(self, address: str, number: str, message: RenderedMessage) -> None:
        async def call() -> None:
            try:
                await self._bot.edit_message_text(
                    message.html,
                    address,
                    int(number),
                    parse_mode=ParseMode.HTML,
                    link_preview_options=NO_PREVIEW,
                    reply_markup=_markup(message),
                )
            except BadRequest as refusal:
                if refusals.meaning(refusal.message) != "unmodified":
                    raise

        await _called(call, patient=True)

    async def delete(self, address: str, number: str) -> None:
        await _called(lambda: self._bot.delete_message(address, int(number)), patient=True)

    async def _send_picture(
        self,
        sha: str,
        photo: Callable[[str | bytes], Awaitable[Message]],
        words: Callable[[], Awaitable[Message]],
    ) -> Message:
        """Send a picture by its name, or the picture itself; without it where it is gone."""
        for last in (False, True):
            uploaded = await self._uploads.uploaded(sha)
            if uploaded is None:
                async with self._uploads.uploading(sha):
                    # One uploads it; the others wait for the name.
                    uploaded = await self._uploads.uploaded(sha)
                    if uploaded is None:
                        return await self._upload(sha, photo, words)
            try:
                return await photo(uploaded.file_id)
            except BadRequest as refusal:
                if last or refusals.meaning(refusal.message) != "file":
                    raise
                await self._uploads.forget(sha, uploaded)
        raise AssertionError("not reached")

    async def _upload(
        self,
        sha: str,
        photo: Callable[[str | bytes], Awaitable[Message]],
        words: Callable[[], Awaitable[Message]],
    ) -> Message:
        try:
            picture = await self._uploads.read(sha)
        except OUTAGES as outage:
            raise Unreachable(type(outage).__name__) from outage
        if picture is None:
            return await words()
        message = await photo(picture.data)
        if message.photo:
            await self._uploads.learn(sha, message.photo[-1])
        return message


def _markup(message: RenderedMessage) -> InlineKeyboardMarkup | None:
    buttons: dict[str, Any] | None = keyboard(message)
    return InlineKeyboardMarkup.de_json(buttons, None) if buttons else None


async def _called(call: Callable[[], Awaitable[T]], *, patient: bool) -> T:
    """What the call returns; its refusals in the words of `bot.channels.errors`.

    One that is patient sits out a short flood wait: it was not done, so doing it again is safe.
    """
    for last in (not patient, True):
        try:
            return await call()
        except Flood as flood:
            if last or flood.seconds > PATIENCE:
                raise Busy(f"Telegram wants quiet for {flood.seconds} seconds") from flood
            await asyncio.sleep(flood.seconds)
        except ChatMigrated as migrated:
            raise Moved(str(migrated.new_chat_id)) from migrated
        except Forbidden as refusal:
            raise Gone from refusal
        except BadRequest as refusal:
            if refusals.meaning(refusal.message) == "gone":
                raise Gone from refusal
            raise Refused(refusals.known(refusal.message)) from refusal
        except (Unreached, InvalidToken) as fault:
            raise Unreachable(type(fault).__name__) from fault
        except TelegramError as fault:
            raise Uncertain(type(fault).__name__) from fault
    raise AssertionError("not reached")
