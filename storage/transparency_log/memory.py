"""What a log has signed, remembered outside the database.

Whoever puts an old backup of the database back takes its logs back too, and they would sign
again what they have signed otherwise before. So the newest checkpoint of each log is kept in two
more places, of which neither has to be there: what one of them remembers binds the log.

So do the doubts of witnesses, who remember elsewhere what the log has signed.
"""

import asyncio
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from redis.asyncio import Redis


class LogMemory(Protocol):
    """Remembers the newest checkpoint of each log, and who doubts it."""

    async def last(self, origin: str) -> bytes | None:
        """The signed checkpoint, or None."""
        ...

    async def remember(self, origin: str, checkpoint: bytes) -> None:
        """Keep it in the place of the one before."""
        ...

    async def doubts(self, origin: str) -> Mapping[str, str]:
        """Which witnesses hold that the log contradicts what it signed before, and how."""
        ...

    async def doubt(self, origin: str, witness: str, how: str) -> None:
        """A witness holds so."""
        ...

    async def trust(self, origin: str, witness: str) -> None:
        """It does not, or no more."""
        ...


class RedisLogMemory(LogMemory):
    """Kept for as long as Redis keeps it.

    Raises:
        RedisError: each call, where Redis does not answer.
    """

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def last(self, origin: str) -> bytes | None:
        kept = await self._redis.get(self._key(origin))
        return kept.encode() if isinstance(kept, str) else kept

    async def remember(self, origin: str, checkpoint: bytes) -> None:
        await self._redis.set(self._key(origin), checkpoint)

    async def doubts(self, origin: str) -> Mapping[str, str]:
        found: dict[str | bytes, str | bytes] = await self._redis.hgetall(self._doubts(origin))
        return {_text(witness): _text(how) for witness, how in found.items()}

    async def doubt(self, origin: str, witness: str, how: str) -> None:
        await self._redis.hset(self._doubts(origin), witness, how)

    async def trust(self, origin: str, witness: str) -> None:
        await self._redis.hdel(self._doubts(origin), witness)

    def _key(self, origin: str) -> str:
        return f"pv:log:{origin}"

    def _doubts(self, origin: str) -> str:
        return f"pv:log-doubts:{origin}"


class FolderLogMemory(LogMemory):
    """Small files for each log, on a machine's own disk.

    Raises:
        OSError: each call, where a file cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def last(self, origin: str) -> bytes | None:
        return await asyncio.to_thread(self._read, origin)

    async def remember(self, origin: str, checkpoint: bytes) -> None:
        await asyncio.to_thread(self._write, self._path(origin), checkpoint)

    async def doubts(self, origin: str) -> Mapping[str, str]:
        return await asyncio.to_thread(self._read_doubts, origin)

    async def doubt(self, origin: str, witness: str, how: str) -> None:
        content = json.dumps([witness, how]).encode()
        await asyncio.to_thread(self._write, self._doubt(origin, witness), content)

    async def trust(self, origin: str, witness: str) -> None:
        await asyncio.to_thread(self._doubt(origin, witness).unlink, missing_ok=True)

    def _read_doubts(self, origin: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for path in self._folder.glob(f"{_short(origin)}.*.doubt"):
            with suppress(FileNotFoundError):  # another worker has just been told otherwise
                witness, how = json.loads(path.read_bytes())
                found[witness] = how
        return found

    def _read(self, origin: str) -> bytes | None:
        try:
            return self._path(origin).read_bytes()
        except FileNotFoundError:
            return None

    def _write(self, path: Path, content: bytes) -> None:
        """Whole or not at all, and on the disk when this returns."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}")
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)

    def _path(self, origin: str) -> Path:
        return self._folder / f"{_short(origin)}.checkpoint"

    def _doubt(self, origin: str, witness: str) -> Path:
        """A file for each, so that two workers do not take away what the other wrote."""
        return self._folder / f"{_short(origin)}.{_short(witness)}.doubt"


def _short(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:32]


def _text(kept: str | bytes) -> str:
    return kept.decode() if isinstance(kept, bytes) else kept
