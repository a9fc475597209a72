"""Small things that processes tell each other, each of which may be forgotten at any time."""

from contextlib import suppress
from datetime import timedelta

from redis.asyncio import Redis
from redis.exceptions import RedisError


class SharedCache:
    """Short texts by name, in Redis, for one `owner` (a bot). Nothing here is about people.

    While Redis does not answer, nothing is known and nothing is kept.
    """

    def __init__(self, redis: Redis, owner: str) -> None:
        self._redis = redis
        self._owner = owner

    async def get(self, name: str) -> str | None:
        """What was kept under that name, or None."""
        with suppress(RedisError, OSError):
            kept = await self._redis.get(self._key(name))
            return kept.decode() if isinstance(kept, bytes) else kept
        return None

    async def put(self, name: str, text: str, kept_for: timedelta) -> None:
        """Keep a text for a while."""
        with suppress(RedisError, OSError):
            await self._redis.set(self._key(name), text, ex=kept_for)

    async def claim(self, name: str, kept_for: timedelta) -> bool:
        """Put a mark under that name unless there is something already; whether it was put.

        Of several processes one has it, for that long or until it is dropped.
        """
        with suppress(RedisError, OSError):
            return bool(await self._redis.set(self._key(name), "", ex=kept_for, nx=True))
        return False

    async def drop(self, name: str) -> None:
        """Forget what was kept under that name."""
        with suppress(RedisError, OSError):
            await self._redis.delete(self._key(name))

    def _key(self, name: str) -> str:
        return f"pv:remembered:{self._owner}:{name}"
