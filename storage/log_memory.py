"""What a log has signed, remembered outside the database.

Whoever puts an old backup of the database back takes its logs back too, and they would sign
again what they have signed otherwise before. So the newest checkpoint of each log is kept in two
more places, of which neither has to be there: what one of them remembers binds the log.
"""

import asyncio
import os
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from redis.asyncio import Redis


class Memory(Protocol):
    """Remembers the newest checkpoint of each log."""

    async def last(self, origin: str) -> bytes | None:
        """The signed checkpoint, or None."""
        ...

    async def remember(self, origin: str, checkpoint: bytes) -> None:
        """Keep it in the place of the one before."""
        ...


class InRedis:
    """Kept for as long as Redis keeps it. Raises what Redis raises."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def last(self, origin: str) -> bytes | None:
        kept = await self._redis.get(self._key(origin))
        return kept.encode() if isinstance(kept, str) else kept

    async def remember(self, origin: str, checkpoint: bytes) -> None:
        await self._redis.set(self._key(origin), checkpoint)

    def _key(self, origin: str) -> str:
        return f"pv:log:{origin}"


class InFolder:
    """A small file for each log, on a machine's own disk. Raises OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def last(self, origin: str) -> bytes | None:
        return await asyncio.to_thread(self._read, origin)

    async def remember(self, origin: str, checkpoint: bytes) -> None:
        await asyncio.to_thread(self._write, origin, checkpoint)

    def _read(self, origin: str) -> bytes | None:
        try:
            return self._path(origin).read_bytes()
        except FileNotFoundError:
            return None

    def _write(self, origin: str, checkpoint: bytes) -> None:
        """Whole or not at all, and on the disk when this returns."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._path(origin)
        new = path.with_suffix(f".{os.getpid()}")
        with new.open("wb") as file:
            file.write(checkpoint)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)

    def _path(self, origin: str) -> Path:
        return self._folder / f"{sha256(origin.encode()).hexdigest()[:32]}.checkpoint"
