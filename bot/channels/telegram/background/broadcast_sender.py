"""Delivers letters: one message to one person, by python-telegram-bot, and what came of it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.channels.telegram.background.http_request import Flood, Unreached
from bot.channels.telegram.background.limiter import PERMITTED
from bot.channels.telegram.render import Shown
from storage.broadcasts.deliveries import Outcome
from storage.campaigns.pictures import Picture
from storage.database import OUTAGES
from storage.redis.shared_cache import Remembered

log = logging.getLogger(__name__)

KEPT_FOR = timedelta(days=7)
"""How long Telegram's name of a picture is used before the picture is uploaded again."""

NOBODY = (
    "chat not found",
    "user is deactivated",
    "peer_id_invalid",
    "user not found",
    "bot was blocked",
)
"""Refusals (400) that say that nobody is there any more."""

NO_SUCH_FILE = ("wrong file identifier", "wrong remote file", "file_reference")
"""Refusals (400) of a picture's name."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Flooded(Exception):
    """Telegram did not take it and wants quiet, which is kept already."""


class Unreachable(Exception):
    """Telegram is out of reach, or does not know us, or we lack the picture: nothing was sent."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as Telegram takes it, the same for all who read that language."""

    html: str
    keyboard: InlineKeyboardMarkup | None
    picture: str
    """Its SHA-256 in hex, or empty."""
    paid: bool


class Postman:
    """Sends letters for which there is a permit of the budget."""

    def __init__(
        self,
        bot: ExtBot[str],
        read: Callable[[str], Awaitable[Picture | None]],
        remembered: Remembered,
    ) -> None:
        self._bot = bot
        self._read = read
        self._remembered = remembered
        self._named: dict[str, str] = {}
        self._uploading: dict[str, asyncio.Lock] = {}

    @property
    def username(self) -> str:
        """The bot's own name, for links."""
        return self._bot.username

    @staticmethod
    def letter(shown: Shown, *, paid: bool) -> Letter:
        """A rendered letter, ready to be sent to many."""
        return Letter(shown.html, keyboard(shown), shown.picture, paid)

    async def reaches(self) -> bool:
        """Whether Telegram answers."""
        try:
            await self._bot.get_me()
        except TelegramError:
            return False
        return True

    async def deliver(self, chat_id: str, letter: Letter) -> Outcome:
        """Send the letter. Raises Flooded or Unreachable where it was not sent."""
        try:
            if letter.picture:
                await self._picture(chat_id, letter)
            else:
                await self._words(chat_id, letter)
        except Flood as flood:
            log.info("Telegram wants quiet for %s seconds", flood.seconds)
            raise Flooded from flood
        except (Unreached, InvalidToken) as fault:
            raise Unreachable(type(fault).__name__) from fault
        except Forbidden:
            return "blocked"
        except BadRequest as refusal:
            message = refusal.message.lower()
            if any(each in message for each in NOBODY):
                return "blocked"
            log.warning("Telegram refused a letter: %s", refusal.message)
            return "failed"
        except ChatMigrated:
            return "failed"  # no private chat does so
        except TelegramError as fault:
            # It may have arrived: sending it again might be once too often.
            log.warning("Nobody knows whether a letter arrived (%s)", type(fault).__name__)
            return "unknown"
        return "sent"

    async def _words(self, chat_id: str, letter: Letter) -> None:
        await self._bot.send_message(
            chat_id,
            letter.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=letter.keyboard,
            allow_paid_broadcast=letter.paid or None,
            rate_limit_args=PERMITTED,
        )

    async def _photo(self, chat_id: str, letter: Letter, photo: str | bytes) -> Message:
        return await self._bot.send_photo(
            chat_id,
            photo,
            caption=letter.html,
            parse_mode=ParseMode.HTML,
            reply_markup=letter.keyboard,
            allow_paid_broadcast=letter.paid or None,
            rate_limit_args=PERMITTED,
        )

    # The picture: uploaded once, then called by Telegram's own name for it.

    async def _picture(self, chat_id: str, letter: Letter, *, again: bool = False) -> None:
        sha = letter.picture
        if not (name := await self._name(sha)):
            async with self._uploading.setdefault(sha, asyncio.Lock()):
                # One uploads it; the others wait for the name.
                if not (name := await self._name(sha)):
                    await self._upload(chat_id, letter)
                    return
        try:
            await self._photo(chat_id, letter, name)
        except BadRequest as refusal:
            if again or not any(each in refusal.message.lower() for each in NO_SUCH_FILE):
                raise
            if self._named.pop(sha, "") == name:
                await self._remembered.drop(f"picture:{sha}")
            await self._picture(chat_id, letter, again=True)

    async def _upload(self, chat_id: str, letter: Letter) -> None:
        """Send the letter with the picture itself; without it where it is gone."""
        try:
            picture = await self._read(letter.picture)
        except OUTAGES as outage:
            raise Unreachable(type(outage).__name__) from outage
        if picture is None:
            await self._words(chat_id, letter)
            return
        message = await self._photo(chat_id, letter, picture.data)
        if message.photo:
            largest = message.photo[-1]
            self._named[letter.picture] = largest.file_id
            kept = f"{largest.file_id} {largest.file_unique_id}"
            await self._remembered.put(f"picture:{letter.picture}", kept, KEPT_FOR)

    async def _name(self, sha: str) -> str:
        """The picture's name at Telegram, if this or another process has uploaded it; or empty."""
        if sha not in self._named:
            kept = await self._remembered.get(f"picture:{sha}") or ""
            if not kept:
                return ""
            self._named[sha] = kept.partition(" ")[0]
        return self._named[sha]


def keyboard(shown: Shown) -> InlineKeyboardMarkup | None:
    """The buttons under it."""
    rows = [
        [
            InlineKeyboardButton(
                each.text,
                callback_data=each.data or None,
                url=each.url or None,
                copy_text=CopyTextButton(each.copied) if each.copied else None,
            )
            for each in row
        ]
        for row in shown.rows
    ]
    return InlineKeyboardMarkup(rows) if rows else None
