"""Showing a message in a chat: a new one, or in the place of the one that was tapped."""

import asyncio
import logging
from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, InputMediaPhoto, Message

from bot.channels.errors import Refused
from bot.channels.telegram.client import Caller
from bot.channels.telegram.keyboard import keyboard
from bot.channels.telegram.render import RenderedMessage
from bot.channels.telegram.uploads import Uploads
from bot.drawing import charts
from bot.texts.texts import Texts
from handlers.dialogue.messages import Chart
from storage.database import OUTAGES

log = logging.getLogger(__name__)


class ReplySender:
    """Puts what a reply shows into a chat."""

    def __init__(self, caller: Caller, uploads: Uploads, texts: Texts) -> None:
        self._caller = caller
        self._uploads = uploads
        self._texts = texts

    async def send(self, chat_id: int, shown: RenderedMessage) -> TelegramMethod[Any] | None:
        """Show it as a new message: the method that does so, or None where it is done."""
        outcome = await self._send(chat_id, shown)
        return outcome if isinstance(outcome, TelegramMethod) else None

    async def show(
        self, chat_id: int, shown: RenderedMessage, tapped: Message | None
    ) -> Message | None:
        """Show it now, in the place of the tapped message or as a new one.

        The message, or None where nobody knows whether it is there.
        """
        outcome = await self._replace(chat_id, shown, tapped)
        if isinstance(outcome, TelegramMethod):
            outcome = await self._caller.call(outcome)
        return outcome if isinstance(outcome, Message) else None

    async def _send(
        self, chat_id: int, shown: RenderedMessage
    ) -> TelegramMethod[Any] | Message | None:
        """The method that shows it as a new message, or the message where one is sent."""
        if shown.file is not None:
            return SendDocument(
                chat_id=chat_id,
                document=BufferedInputFile(shown.file.content, filename=shown.file.name),
                caption=shown.html,
                reply_markup=markup(shown),
            )
        if shown.chart is not None:
            return _photo(chat_id, shown, await self._drawn(shown.chart, shown.locale))
        if not shown.picture:
            return send_text(chat_id, shown)
        if uploaded := await self._uploads.uploaded(shown.picture):
            return _photo(chat_id, shown, uploaded.file_id)
        async with self._uploads.uploading(shown.picture):
            if uploaded := await self._uploads.uploaded(shown.picture):
                return _photo(chat_id, shown, uploaded.file_id)
            file = await self._file(shown.picture)
            if file is None:
                return send_text(chat_id, shown)
            try:
                message = await self._caller.ask(_photo(chat_id, shown, file))
            except Refused:
                return send_text(chat_id, shown)
            await self._learn(shown.picture, message)
        return message

    async def replace(
        self, chat_id: int, shown: RenderedMessage, tapped: Message | None
    ) -> TelegramMethod[Any] | None:
        """Show it in the place of the tapped message, or where that cannot be, as a new one."""
        outcome = await self._replace(chat_id, shown, tapped)
        return outcome if isinstance(outcome, TelegramMethod) else None

    async def _replace(
        self, chat_id: int, shown: RenderedMessage, tapped: Message | None
    ) -> TelegramMethod[Any] | Message | None:
        method = await self._edit(chat_id, shown, tapped) if tapped else None
        if method is None:
            return await self._send(chat_id, shown)
        try:
            message = await self._caller.ask(method)
        except Refused:
            # It is gone or too old, or its picture is: start afresh.
            if shown.picture:
                await self._uploads.forget(shown.picture)
            return await self._send(chat_id, shown)
        if isinstance(method, EditMessageMedia) and shown.picture:
            await self._learn(shown.picture, message)
        return message if isinstance(message, Message) else tapped

    async def _edit(
        self, chat_id: int, shown: RenderedMessage, tapped: Message
    ) -> EditMessageText | EditMessageCaption | EditMessageMedia | None:
        """The method that turns the tapped message into this one; None where none can."""
        where: dict[str, Any] = {"chat_id": chat_id, "message_id": tapped.message_id}
        if shown.file is not None or bool(shown.picture or shown.chart) != bool(tapped.photo):
            return None
        if shown.chart is not None:
            drawn = InputMediaPhoto(
                media=await self._drawn(shown.chart, shown.locale), caption=shown.html
            )
            return EditMessageMedia(media=drawn, reply_markup=markup(shown), **where)
        if not shown.picture:
            if tapped.text is None:
                return None
            return EditMessageText(text=shown.html, reply_markup=markup(shown), **where)
        uploaded = await self._uploads.uploaded(shown.picture)
        if uploaded and any(each.file_unique_id == uploaded.unique for each in tapped.photo or ()):
            return EditMessageCaption(caption=shown.html, reply_markup=markup(shown), **where)
        media = uploaded.file_id if uploaded else await self._file(shown.picture)
        if media is None:
            return None
        photo = InputMediaPhoto(media=media, caption=shown.html)
        return EditMessageMedia(media=photo, reply_markup=markup(shown), **where)

    async def _file(self, sha: str) -> BufferedInputFile | None:
        """The picture to upload, or None where there is none (any more)."""
        try:
            picture = await self._uploads.read(sha)
        except OUTAGES:
            return None  # the words go out without it
        if picture is None:
            return None
        ending = picture.media_type.rpartition("/")[2]
        return BufferedInputFile(picture.data, filename=f"picture.{ending}")

    async def _learn(self, sha: str, message: object) -> None:
        """Remember what Telegram calls the picture of the message it has just taken."""
        if isinstance(message, Message) and message.photo:
            await self._uploads.learn(sha, message.photo[-1])

    async def _drawn(self, chart: Chart, locale: str) -> BufferedInputFile:
        """The chart as a file: of its moment, so it is kept nowhere."""
        sheet = charts.sheet(chart, locale, self._texts)
        return BufferedInputFile(await asyncio.to_thread(charts.draw, sheet), filename="chart.png")


def markup(shown: RenderedMessage) -> InlineKeyboardMarkup | None:
    """The buttons under it, as aiogram sends them."""
    buttons = keyboard(shown)
    return InlineKeyboardMarkup.model_validate(buttons) if buttons else None


def send_text(chat_id: int, shown: RenderedMessage, **more: Any) -> SendMessage:
    """A message of words only."""
    return SendMessage(chat_id=chat_id, text=shown.html, reply_markup=markup(shown), **more)


def _photo(chat_id: int, shown: RenderedMessage, photo: str | BufferedInputFile) -> SendPhoto:
    return SendPhoto(chat_id=chat_id, photo=photo, caption=shown.html, reply_markup=markup(shown))
