"""Results that are kept for a while."""

import asyncio

import pytest

from bot.pages.single_flight_cache import SingleFlightCache
from tests.support.storage.petition import Clock


async def test_what_many_ask_for_at_once_is_done_once() -> None:
    """And for as long as it is fresh."""
    clock = Clock()
    cache: SingleFlightCache[str, int] = SingleFlightCache(2, seconds=10, clock=clock)
    done = 0
    go = asyncio.Event()

    async def work() -> int:
        nonlocal done
        done += 1
        await go.wait()
        return done

    asking = [asyncio.create_task(cache.get_or_make("a", work)) for _ in range(10)]
    await asyncio.sleep(0)
    asking.pop().cancel()
    go.set()
    assert await asyncio.gather(*asking) == [1] * 9
    clock.now = 9.9
    assert await cache.get_or_make("a", work) == 1
    clock.now = 10
    assert await cache.get_or_make("a", work) == 2


async def test_only_the_newest_are_kept() -> None:
    """However many different things are asked for."""
    cache: SingleFlightCache[int, int] = SingleFlightCache(2)
    for number in range(5):

        async def work(number: int = number) -> int:
            return number

        assert await cache.get_or_make(number, work) == number
    assert [cache.get(number) for number in range(5)] == [None, None, None, 3, 4]


async def test_a_failure_is_not_kept() -> None:
    """The next one tries again."""
    cache: SingleFlightCache[str, int] = SingleFlightCache(2)

    async def fail() -> int:
        raise ConnectionError

    async def work() -> int:
        return 1

    with pytest.raises(ConnectionError):
        await cache.get_or_make("a", fail)
    assert await cache.get_or_make("a", work) == 1
