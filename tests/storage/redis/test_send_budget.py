"""What all processes of a bot may send together."""

import asyncio
import time

import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from storage.redis.send_budget import OWED, SAVED, Rates, SendBudget

SLOW = Rates(free=20, paid=200)


async def taken(budget: SendBudget, seconds: float, *, paid: bool = False) -> int:
    """How many permits somebody gets who always wants more."""
    deadline = time.monotonic() + seconds
    permits = 0
    while time.monotonic() < deadline:
        permits += await budget.take(100, paid=paid)
        await asyncio.sleep(0.02)
    return permits


async def test_two_workers_together_get_what_one_bot_may_send(redis: Redis) -> None:
    """However many ask, Telegram sees one bot, and no burst beyond half a second's worth."""
    workers = [SendBudget(redis, "1", SLOW) for _ in range(2)]
    started = time.monotonic()
    permits = sum(await asyncio.gather(*(taken(each, 1.0) for each in workers)))
    took = time.monotonic() - started
    assert 0.9 * SLOW.free <= permits <= SLOW.free * (took + SAVED)


async def test_another_bot_has_a_budget_of_its_own(redis: Redis) -> None:
    one, other = SendBudget(redis, "1", SLOW), SendBudget(redis, "2", SLOW)
    assert await one.take(100) == SLOW.free * SAVED
    assert await one.take(100) == 0
    assert await other.take(100) == SLOW.free * SAVED


async def test_paid_broadcasts_have_a_budget_of_their_own(redis: Redis) -> None:
    budget = SendBudget(redis, "1", SLOW)
    assert await budget.take(1_000, paid=True) == SLOW.paid * SAVED
    assert await budget.take(1_000) == SLOW.free * SAVED


async def test_replies_go_first(redis: Redis) -> None:
    """A web process answers thirty people at once: the broadcast makes room for them."""
    web, worker = SendBudget(redis, "1", SLOW), SendBudget(redis, "1", SLOW)
    web.count(30)
    keeping = asyncio.create_task(web.keep())
    await asyncio.sleep(0.1)
    assert await worker.take(100) == 0
    keeping.cancel()
    # 30 were used of 10 that were saved: one second later the purse is even.
    await asyncio.sleep(1.3)
    assert 1 <= await worker.take(100) <= SLOW.free * SAVED


async def test_a_rush_of_replies_does_not_stop_broadcasts_for_ever(redis: Redis) -> None:
    """After an hour of replies beyond the rate, broadcasts go on seconds later."""
    budget = SendBudget(redis, "1", Rates(free=1_000))
    budget.count(10_000_000)
    assert await budget.take(100) == 0
    await asyncio.sleep(OWED + 0.2)
    assert await budget.take(100) > 0


async def test_every_process_keeps_the_quiet_that_telegram_asked_one_for(redis: Redis) -> None:
    worker, web, other = (SendBudget(redis, bot, SLOW) for bot in ("1", "1", "2"))
    await worker.quiet(1.2)
    assert worker.quiet_for > 0.9
    keeping = asyncio.create_task(web.keep())
    await asyncio.sleep(0.1)
    assert 0.1 < web.quiet_for < 1.2
    assert await web.take(5, paid=True) == await worker.take(5) == 0
    assert await other.take(5) == 5
    await worker.quiet(0.01)  # a shorter one does not end it
    assert await web.take(5) == 0
    await asyncio.sleep(1.2)
    assert web.quiet_for == worker.quiet_for == 0
    assert await web.take(5) == 5
    keeping.cancel()


async def test_a_quiet_that_redis_has_lost_is_kept_and_told_again(redis: Redis) -> None:
    """Redis starts anew in the middle of it: nobody sends, also who had not heard of it before."""
    worker, web = SendBudget(redis, "1", SLOW), SendBudget(redis, "1", SLOW)
    await worker.quiet(2)
    assert await web.take(5) == 0
    await redis.flushall()
    assert await web.take(5) == 0
    assert await worker.take(5) == 0
    late = SendBudget(redis, "1", SLOW)
    assert await late.take(5) == 0
    assert 1 < late.quiet_for <= 2
    await asyncio.sleep(2.1)
    assert await late.take(5) == 5


async def test_without_redis_replies_go_on_and_broadcasts_wait() -> None:
    nobody = Redis(host="127.0.0.1", port=1, retry=Retry(NoBackoff(), 0))
    budget = SendBudget(nobody, "1")
    budget.count()
    assert await budget.take(5) == 0
    await budget.quiet(30)
    assert budget.quiet_for > 29
    await nobody.aclose()


@pytest.mark.parametrize("paid", [False, True])
async def test_permits_that_nobody_needs_go_back(redis: Redis, paid: bool) -> None:
    """The last of a chunk are fewer than there were permits for; a full purse takes no more."""
    budget = SendBudget(redis, "1", Rates(free=20, paid=20))
    assert await budget.take(10, paid=paid) == 10
    budget.give_back(6, paid=paid)
    assert 6 <= await budget.take(10, paid=paid) < 10
    budget.give_back(1_000, paid=paid)
    assert await budget.take(1_000, paid=paid) == 10


@pytest.mark.parametrize("paid", [False, True])
async def test_who_wants_little_gets_little(redis: Redis, paid: bool) -> None:
    budget = SendBudget(redis, "1", SLOW)
    assert await budget.take(3, paid=paid) == 3
    assert await budget.take(0, paid=paid) == 0


async def test_a_process_that_ends_at_once_ends(redis: object, redis_url: str) -> None:
    """Also while its first connection is being made."""
    for steps in range(12):
        async with Redis.from_url(redis_url) as fresh:
            keeping = asyncio.create_task(SendBudget(fresh, "1").keep())
            for _ in range(steps):
                await asyncio.sleep(0)
            keeping.cancel()
            done, _ = await asyncio.wait([keeping], timeout=5)
            assert done == {keeping}


async def test_a_broadcast_leaves_the_purse_empty_and_every_process_knows(redis: Redis) -> None:
    """While a worker sends as fast as it may, web calls its replies instead of only answering."""
    worker, web = SendBudget(redis, "1", Rates(free=20)), SendBudget(redis, "1", Rates(free=20))

    async def crowded() -> bool:
        await web.take(0)
        return web.crowded

    assert not await crowded()
    await worker.take(20)
    assert await crowded()
    await asyncio.sleep(0.5)
    assert not await crowded()


async def test_a_rush_of_replies_alone_is_no_crowd(redis: Redis) -> None:
    """Half a million people arrive and nothing is broadcast: answering is the fastest way."""
    web = SendBudget(redis, "1", Rates(free=20))
    web.count(1_000)
    await web.take(0)
    assert not web.crowded


async def test_nobody_thinks_it_crowded_without_redis() -> None:
    nobody = Redis(host="127.0.0.1", port=1, retry=Retry(NoBackoff(), 0))
    budget = SendBudget(nobody, "1")
    await budget.take(0)
    assert not budget.crowded
    await nobody.aclose()
