"""Where each conversation stands: in Redis, encrypted, for a while.

All of it may be lost: conversations then start anew, and nothing that counts is gone. Neither
names nor values tell whose they are. Each call is one round trip.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from redis.asyncio import BlockingConnectionPool, Redis
from redis.exceptions import RedisError

from handlers.domain.supporters import Person
from storage.errors import RedisUnreachable
from storage.vault import Tampered, Vault

KEPT_FOR = timedelta(days=7)
"""How long an unfinished conversation waits for its person."""

DONE_FOR = timedelta(hours=1)
"""How long a repeated update is recognised: longer than a channel keeps trying to deliver it
while we answer. One that comes later is harmless: nobody can sign twice."""

SAVE = """
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
if ARGV[2] == '' then
  redis.call('DEL', KEYS[1])
else
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
end
redis.call('SET', KEYS[2], '', 'EX', ARGV[4])
return 1
"""
"""KEYS: session, done mark. ARGV: session as it was loaded, new session, seconds, seconds."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A conversation as it stands. `payload` is None where there is none (that can be read).

    `done`: this very update was handled before, here or elsewhere; nothing is left to do.
    `token` goes back to `Sessions.save` as it is.
    """

    payload: dict[str, Any] | None
    done: bool
    token: bytes


class Sessions:
    """Conversations of one bot. `bot` tells it from others in the same Redis (its id, say)."""

    def __init__(
        self,
        redis: Redis,
        vault: Vault,
        bot: str,
        kept_for: timedelta = KEPT_FOR,
        done_for: timedelta = DONE_FOR,
    ) -> None:
        self._redis = redis
        self._vault = vault
        self._bot = bot
        self._kept_for = int(kept_for.total_seconds())
        self._done_for = int(done_for.total_seconds())
        self._save = redis.register_script(SAVE)

    async def load(self, person: Person, update_id: int | str) -> Loaded:
        """The person's conversation, and whether the update was handled before.

        Raises:
            RedisUnreachable: Redis does not answer.
        """
        session, done = self._names(person, update_id)
        with _reached():
            stored, mark = await self._redis.mget([session, done])
        value = cast("bytes", stored or b"")  # str only with `decode_responses`
        return Loaded(self._decrypt(session, value), mark is not None, value)

    async def save(
        self, person: Person, update_id: int | str, payload: dict[str, Any] | None, token: bytes
    ) -> bool:
        """Keep `payload` (None ends the conversation) and mark the update as handled.

        False, and nothing is changed, where the conversation is not as it was loaded (`token`) or
        the update was handled meanwhile: load again, and run the turn again unless `done`.

        Raises:
            RedisUnreachable: Redis does not answer.
        """
        session, done = self._names(person, update_id)
        value = b""
        if payload is not None:
            plain = json.dumps(payload, separators=(",", ":")).encode()
            value = self._vault.encrypt_session(session, plain)
        with _reached():
            saved = await self._save(
                keys=[session, done], args=[token, value, self._kept_for, self._done_for]
            )
        return bool(saved)

    async def forget(self, person: Person) -> None:
        """Erase the person's conversation.

        Raises:
            RedisUnreachable: Redis does not answer.
        """
        session, _ = self._names(person, "")
        with _reached():
            await self._redis.delete(session)

    def _names(self, person: Person, update_id: int | str) -> tuple[str, str]:
        """The session's key and the done mark's.

        The braces keep both on one node of a Redis Cluster (its specification, "Hash tags").
        """
        name = self._vault.session_name(self._bot, person.channel, person.user_id)
        return f"pv:{{{name}}}:session", f"pv:{{{name}}}:done:{update_id}"

    def _decrypt(self, session: str, stored: bytes) -> dict[str, Any] | None:
        """The payload; None for anything that is not ours, changed, or of another person."""
        if not stored:
            return None
        try:
            payload = json.loads(self._vault.decrypt_session(session, stored))
        except (Tampered, ValueError):
            return None
        return payload if isinstance(payload, dict) else None


def connect(url: str, max_connections: int = 200) -> Redis:
    """A client of the Redis at `url`, which waits for a free connection instead of failing.

    Every wait has an end, in seconds: a bot that hangs is worse than one that says it cannot.
    """
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=max_connections,
        timeout=5,
        socket_timeout=5,
        socket_connect_timeout=5,
        health_check_interval=60,
    )
    return Redis.from_pool(pool)


async def check(redis: Redis) -> None:
    """Check that Redis answers.

    Raises:
        RedisUnreachable: it does not.
    """
    try:
        await redis.ping()
    except (RedisError, OSError) as error:
        raise RedisUnreachable(
            f"Redis does not answer ({type(error).__name__}):"
            " start it, or set REDIS_URL to where it is."
        ) from None


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except RedisError as error:
        # Out of memory, a replica after a fail-over, a full disk: all of it passes.
        raise RedisUnreachable(f"Redis does not answer ({type(error).__name__}).") from error
