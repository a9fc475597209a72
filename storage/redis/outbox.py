"""What waits for somebody who is not looking: messages of a channel that cannot push.

In Redis, encrypted, for a while. All of it may be lost.
"""

from datetime import timedelta
from typing import cast

from redis.asyncio import Redis
from redis.exceptions import RedisError

from storage.errors import RedisUnreachable
from storage.vault import Tampered, Vault

MOST = 100
"""Messages that wait for one address; the oldest make room."""

KEPT_FOR = timedelta(days=7)
"""How long they wait after the last one came."""


class Outbox:
    """The messages of one bot. `bot` tells it from others in the same Redis."""

    def __init__(self, redis: Redis, vault: Vault, bot: str) -> None:
        self._redis = redis
        self._vault = vault
        self._bot = bot

    async def put(self, channel: str, address: str, message: bytes) -> None:
        """Let a message wait for that address.

        Raises:
            RedisUnreachable: Redis does not answer.
        """
        name = self._name(channel, address)
        try:
            async with self._redis.pipeline() as pipeline:
                pipeline.rpush(name, self._vault.encrypt_session(name, message))
                pipeline.ltrim(name, -MOST, -1)
                pipeline.expire(name, KEPT_FOR)
                await pipeline.execute()
        except (RedisError, OSError) as error:
            raise RedisUnreachable(f"Redis does not answer ({type(error).__name__}).") from error

    async def take(self, channel: str, address: str) -> list[bytes]:
        """All that waits for that address, the oldest first; it waits no more.

        Raises:
            RedisUnreachable: Redis does not answer.
        """
        name = self._name(channel, address)
        try:
            found = await self._redis.lpop(name, MOST)
        except (RedisError, OSError) as error:
            raise RedisUnreachable(f"Redis does not answer ({type(error).__name__}).") from error
        messages = []
        for stored in cast("list[bytes]", found or []):
            try:
                messages.append(self._vault.decrypt_session(name, stored))
            except Tampered:
                continue
        return messages

    def _name(self, channel: str, address: str) -> str:
        name = self._vault.session_name(self._bot, channel, address)
        return f"pv:{{{name}}}:outbox"
