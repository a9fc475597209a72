"""Pictures that Telegram has already, by the names it gave them.

Whichever process needs one first uploads it; from then on all call it by its name.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from storage.campaigns.pictures import Picture
from storage.redis.shared_cache import SharedCache

KEPT_FOR = timedelta(days=7)
"""How long Telegram's name of a picture is used before the picture is uploaded again."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A picture as Telegram knows it. `unique` is the same wherever it appears."""

    file_id: str
    unique: str


class PhotoSize(Protocol):
    """Telegram's description of a picture that it has taken, in either library."""

    @property
    def file_id(self) -> str:
        """What the picture is sent again by; valid for this bot only."""
        ...

    @property
    def file_unique_id(self) -> str:
        """The same for every bot and at all times; nothing can be sent by it."""
        ...


class Uploads:
    """The pictures of one bot, each by its SHA-256 in hex."""

    def __init__(
        self, read: Callable[[str], Awaitable[Picture | None]], cache: SharedCache
    ) -> None:
        self.read = read
        """The picture to upload, or None where there is none (any more)."""
        self._cache = cache
        self._known: dict[str, Uploaded] = {}
        self._uploading: dict[str, asyncio.Lock] = {}

    async def uploaded(self, sha: str) -> Uploaded | None:
        """The picture's name at Telegram, if this or another process has uploaded it."""
        if sha not in self._known:
            file_id, _, unique = (await self._cache.get(f"picture:{sha}") or "").partition(" ")
            if not file_id:
                return None
            self._known[sha] = Uploaded(file_id, unique)
        return self._known[sha]

    def uploading(self, sha: str) -> asyncio.Lock:
        """Held by the one that uploads it, while others wait for the name."""
        return self._uploading.setdefault(sha, asyncio.Lock())

    async def learn(self, sha: str, largest: PhotoSize) -> None:
        """Remember what Telegram calls a picture that it has just taken."""
        self._known[sha] = Uploaded(largest.file_id, largest.file_unique_id)
        name = f"{largest.file_id} {largest.file_unique_id}"
        await self._cache.put(f"picture:{sha}", name, KEPT_FOR)

    async def forget(self, sha: str, uploaded: Uploaded | None = None) -> None:
        """The name does not work: upload the picture again the next time.

        Where it is known by another name than `uploaded` by now, that one stays.
        """
        if uploaded is not None and self._known.get(sha) != uploaded:
            return
        self._known.pop(sha, None)
        await self._cache.drop(f"picture:{sha}")
