"""What processes tell each other in Redis, and may forget."""

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.redis.shared_cache import SharedCache

if TYPE_CHECKING:
    from redis.asyncio import Redis

DAY = timedelta(days=1)


async def test_one_of_several_processes_has_a_claim(redis: "Redis") -> None:
    one, other = SharedCache(redis, "1"), SharedCache(redis, "1")
    minute = timedelta(minutes=1)
    assert await one.claim("following", minute)
    assert not await other.claim("following", minute)
    await one.drop("following")
    assert await other.claim("following", minute)


async def test_what_one_process_keeps_another_knows(redis: "Redis") -> None:
    """By its name, for a while, until it is dropped."""
    here, there = SharedCache(redis, "1@a"), SharedCache(redis, "1@a")
    assert await there.get("picture:ab") is None
    await here.put("picture:ab", "file-id", DAY)
    assert await there.get("picture:ab") == "file-id"
    [key] = await redis.keys("pv:remembered:*")
    assert 0 < await redis.ttl(key) <= DAY.total_seconds()
    await there.drop("picture:ab")
    assert await here.get("picture:ab") is None


async def test_bots_do_not_share(redis: "Redis") -> None:
    """A file's name at Telegram is good for one bot only."""
    await SharedCache(redis, "1@a").put("picture:ab", "file-id", DAY)
    assert await SharedCache(redis, "2@a").get("picture:ab") is None


async def test_without_redis_nothing_is_known_and_nothing_fails() -> None:
    """It may all be forgotten, so an outage is only forgetfulness."""
    from redis.asyncio import Redis

    async with Redis(host="127.0.0.1", port=1) as nowhere:
        remembered = SharedCache(nowhere, "1@a")
        await remembered.put("profile", "hash", DAY)
        assert await remembered.get("profile") is None
        await remembered.drop("profile")
