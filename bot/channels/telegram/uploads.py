"""Pictures that Telegram has already, by the names it gave them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from aiogram.types import BufferedInputFile, Message

from storage.campaigns.pictures import Picture
from storage.database import OUTAGES
from storage.redis.shared_cache import Remembered

KEPT_FOR = timedelta(days=7)
"""How long Telegram's name of a picture is used before the picture is uploaded again."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A picture as Telegram knows it. `unique` is the same wherever it appears."""

    file_id: str
    unique: str


class Pictures:
    """The pictures of alerts: uploaded once, then called by Telegram's own name for them."""

    def __init__(
        self, read: Callable[[str], Awaitable[Picture | None]], remembered: Remembered
    ) -> None:
        self._read = read
        self._remembered = remembered
        self._known: dict[str, Uploaded] = {}
        self._uploading: dict[str, asyncio.Lock] = {}

    async def uploaded(self, sha: str) -> Uploaded | None:
        """The picture's name at Telegram, if this or another process has uploaded it."""
        if sha not in self._known:
            file_id, _, unique = (await self._remembered.get(f"picture:{sha}") or "").partition(" ")
            if not file_id:
                return None
            self._known[sha] = Uploaded(file_id, unique)
        return self._known[sha]

    def uploading(self, sha: str) -> asyncio.Lock:
        """Held by the one that uploads it, while others wait for the name."""
        return self._uploading.setdefault(sha, asyncio.Lock())

    async def file(self, sha: str) -> BufferedInputFile | None:
        """The picture to upload, or None where there is none (any more)."""
        try:
            picture = await self._read(sha)
        except OUTAGES:
            return None  # the words go out without it
        if picture is None:
            return None
        ending = picture.media_type.rpartition("/")[2]
        return BufferedInputFile(picture.data, filename=f"picture.{ending}")

    async def learn(self, sha: str, message: object) -> None:
        """Remember what Telegram calls the picture of the message it has just taken."""
        if not isinstance(message, Message) or not message.photo:
            return
        largest = message.photo[-1]
        self._known[sha] = Uploaded(largest.file_id, largest.file_unique_id)
        name = f"{largest.file_id} {largest.file_unique_id}"
        await self._remembered.put(f"picture:{sha}", name, KEPT_FOR)

    async def forget(self, sha: str) -> None:
        """The name does not work: upload the picture again the next time."""
        self._known.pop(sha, None)
        await self._remembered.drop(f"picture:{sha}")
