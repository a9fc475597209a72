"""Which messages of a chat named what is not to be found there later: in Redis, encrypted.

All of it may be lost: those messages then stay in the chat until the person deletes them.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, cast

from redis.asyncio import Redis
from redis.exceptions import RedisError

from handlers.domain.supporters import Person
from storage.vault import Tampered, Vault

MOST = 100
"""Messages remembered of one chat; more than that is no reading."""

Kind = Literal["text", "photo", "theirs"]


@dataclass(frozen=True, slots=True)
class Message:
    """A message as its channel knows it, and when it was sent, in seconds since 1970.

    One of kind `theirs` is the person's own.
    """

    id: str
    kind: Kind
    at: int


class EphemeralMessages:
    """Remembers messages of one bot's chats for as long as a conversation is remembered."""

    def __init__(self, redis: Redis, vault: Vault, bot: str, kept_for: timedelta) -> None:
        self._redis = redis
        self._vault = vault
        self._bot = bot
        self._kept_for = kept_for

    async def note(self, person: Person, messages: Sequence[Message]) -> None:
        """Remember these."""
        if not messages:
            return
        name = self._name(person)
        kept = [self._encrypt(name, each) for each in messages]
        with suppress(RedisError, OSError):
            async with self._redis.pipeline() as pipeline:
                pipeline.rpush(name, *kept)
                pipeline.ltrim(name, -MOST, -1)
                pipeline.expire(name, self._kept_for)
                await pipeline.execute()

    async def of(self, person: Person) -> Sequence[Message]:
        """Those that are remembered, the newest first, each once."""
        name = self._name(person)
        found: dict[str, Message] = {}
        with suppress(RedisError, OSError):
            for stored in cast("list[bytes]", await self._redis.lrange(name, 0, -1)):
                with suppress(Tampered, ValueError):
                    plain = self._vault.decrypt_session(name, stored).decode()
                    at, kind, number = plain.split(" ", 2)
                    known: dict[str, Kind] = {"photo": "photo", "theirs": "theirs"}
                    found[number] = Message(number, known.get(kind, "text"), int(at))
        return sorted(found.values(), key=lambda each: -each.at)

    async def forget(self, person: Person) -> None:
        """They are taken down."""
        with suppress(RedisError, OSError):
            await self._redis.delete(self._name(person))

    def _encrypt(self, name: str, message: Message) -> bytes:
        plain = f"{message.at} {message.kind} {message.id}".encode()
        return self._vault.encrypt_session(name, plain)

    def _name(self, person: Person) -> str:
        """On the same node as the person's session (`storage.redis.sessions`)."""
        name = self._vault.session_name(self._bot, person.channel, person.user_id)
        return f"pv:{{{name}}}:passing"
