"""Where a conversation stands, kept in Redis for a while."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from redis.asyncio import Redis

from storage.errors import RedisUnreachable
from storage.redis.sessions import Sessions, check, connect
from storage.vault import Vault
from tests.support.petition import person
from tests.support.storage.petition import VAULT_KEY

PAYLOAD = {"version": 1, "step": "sign", "answers": {"name": "Ida"}}
IDA, BO = person("1"), person("2")


@pytest.fixture
def sessions(redis: Redis) -> Sessions:
    """Sessions of one bot in an empty Redis."""
    return Sessions(redis, Vault(VAULT_KEY), "bot")


async def save(sessions: Sessions, update: int, payload: dict[str, Any] | None) -> bool:
    """Ida's next turn, from loading to saving."""
    loaded = await sessions.load(IDA, update)
    return await sessions.save(IDA, update, payload, loaded.token)


async def test_coming_back_to_the_same_step(sessions: Sessions) -> None:
    """Ida answers, goes away, and is asked the next question when she is back."""
    first = await sessions.load(IDA, 1)
    assert (first.payload, first.done) == (None, False)
    assert await sessions.save(IDA, 1, PAYLOAD, first.token)
    later = await sessions.load(IDA, 2)
    assert (later.payload, later.done) == (PAYLOAD, False)
    assert (await sessions.load(BO, 2)).payload is None


async def test_the_end_of_a_conversation(sessions: Sessions, redis: Redis) -> None:
    """When it is over, or Ida asks to be forgotten, nothing of it is kept."""
    await save(sessions, 1, PAYLOAD)
    await save(sessions, 2, None)
    assert (await sessions.load(IDA, 3)).payload is None
    await save(sessions, 3, PAYLOAD)
    await sessions.forget(IDA)
    assert (await sessions.load(IDA, 4)).payload is None
    assert not [key async for key in redis.scan_iter("*:session")]


async def test_the_same_update_twice(sessions: Sessions) -> None:
    """The channel delivers an update again: it is known as done, even when the session is gone."""
    await save(sessions, 1, None)
    assert (await sessions.load(IDA, 1)).done
    assert not (await sessions.load(BO, 1)).done
    assert not await save(sessions, 1, PAYLOAD), "and changes nothing any more"
    assert (await sessions.load(IDA, 2)).payload is None


async def test_two_turns_at_once(sessions: Sessions) -> None:
    """Ida taps twice: the second turn notices that it ran on old answers, and runs again."""
    one, two = await asyncio.gather(sessions.load(IDA, 1), sessions.load(IDA, 2))
    assert await sessions.save(IDA, 1, PAYLOAD, one.token)
    assert not await sessions.save(IDA, 2, {"step": "late"}, two.token)
    again = await sessions.load(IDA, 2)
    assert (again.payload, again.done) == (PAYLOAD, False)
    assert await sessions.save(IDA, 2, None, again.token)
    assert (await sessions.load(IDA, 3)).payload is None


async def test_one_update_in_two_processes(sessions: Sessions) -> None:
    """Delivered twice at once, it takes effect once; the slower one learns that it is done."""
    one, two = await asyncio.gather(sessions.load(IDA, 1), sessions.load(IDA, 1))
    assert await sessions.save(IDA, 1, None, one.token)
    assert not await sessions.save(IDA, 1, PAYLOAD, two.token)
    assert (await sessions.load(IDA, 1)).done


@pytest.mark.parametrize("garbage", [b"", b"x", b"\0" * 200, b'{"step": "sign"}'])
async def test_a_session_that_is_not_ours(sessions: Sessions, redis: Redis, garbage: bytes) -> None:
    """Whatever somebody wrote into Redis: it counts as no session, and is written over."""
    await save(sessions, 1, PAYLOAD)
    (key,) = [key async for key in redis.scan_iter("*:session")]
    await redis.set(key, garbage)
    loaded = await sessions.load(IDA, 2)
    assert loaded.payload is None
    assert await sessions.save(IDA, 2, PAYLOAD, loaded.token)
    assert (await sessions.load(IDA, 3)).payload == PAYLOAD


async def test_a_session_cannot_be_given_to_somebody_else(sessions: Sessions, redis: Redis) -> None:
    """Copied under Bo's name, Ida's session does not open."""
    await save(sessions, 1, PAYLOAD)
    (ida,) = [key async for key in redis.scan_iter("*:session")]
    other = await sessions.load(BO, 1)
    await sessions.save(BO, 1, {"step": "start"}, other.token)
    (bo,) = [key async for key in redis.scan_iter("*:session") if key != ida]
    await redis.copy(ida, bo, replace=True)
    assert (await sessions.load(BO, 2)).payload is None


async def test_two_bots_share_a_redis(sessions: Sessions, redis: Redis) -> None:
    """Another bot's conversation with the same person is another one, update numbers too."""
    await save(sessions, 1, PAYLOAD)
    other = await Sessions(redis, Vault(VAULT_KEY), "other bot").load(IDA, 1)
    assert (other.payload, other.done) == (None, False)


async def test_nothing_stays_for_ever(redis: Redis) -> None:
    """Every key has an end."""
    sessions = Sessions(
        redis, Vault(VAULT_KEY), "bot", kept_for=timedelta(days=2), done_for=timedelta(minutes=5)
    )
    await save(sessions, 1, PAYLOAD)
    lives = {key.rpartition(b":")[2]: await redis.ttl(key) async for key in redis.scan_iter()}
    assert 0 < lives.pop(b"1") <= 300
    assert 300 < lives.pop(b"session") <= 2 * 86400
    assert lives == {}


async def test_redis_is_full(sessions: Sessions, redis: Redis) -> None:
    """Redis takes nothing more: that passes, so the update has to come again."""
    await redis.config_set("maxmemory", "1")
    try:
        with pytest.raises(RedisUnreachable):
            await save(sessions, 1, PAYLOAD)
    finally:
        await redis.config_set("maxmemory", "0")
    assert await save(sessions, 1, PAYLOAD)


@pytest.fixture
async def nowhere() -> AsyncIterator[Redis]:
    """A client of a Redis that is not there."""
    client = connect("redis://127.0.0.1:1/0")
    yield client
    await client.aclose()


async def test_redis_is_not_there(nowhere: Redis) -> None:
    """The operator is told what to set; a conversation gets an error it can answer to."""
    with pytest.raises(RedisUnreachable, match="REDIS_URL"):
        await check(nowhere)
    with pytest.raises(RedisUnreachable):
        await Sessions(nowhere, Vault(VAULT_KEY), "bot").load(IDA, 1)
