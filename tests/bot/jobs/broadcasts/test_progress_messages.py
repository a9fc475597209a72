"""An organizer watches one message while a broadcast goes out."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.jobs.broadcasts.progress_messages import SETTLED, TURN, ProgressMessages
from bot.simulator import Person, Simulator
from bot.worker import Work
from tests.support.mailing import Mailing, mailing

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


@pytest.fixture
async def post(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> AsyncIterator[Mailing]:
    """A campaign whose organizer is about to send."""
    async with (
        Simulator() as simulator,
        mailing(tmp_path, redis_url, migrated_database_url, simulator) as post,
    ):
        yield post
        assert simulator.complaints == []


def following(post: Mailing, work: Work) -> ProgressMessages:
    """One worker's."""
    storage = post.storage
    return ProgressMessages(
        work.registry["telegram"], storage.watchers, storage.campaigns, storage.shared_cache
    )


def turn(post: Mailing) -> str:
    """What says in Redis that a worker has its turn."""
    return f"pv:remembered:{post.settings.bot_there}:following:telegram"


async def rested(post: Mailing) -> None:
    """The three seconds between two edits are over."""
    await post.storage.redis.delete(turn(post))


def ida(post: Mailing) -> Person:
    return post.simulator.person("Person 1")


async def test_one_message_follows_a_broadcast_to_its_report(post: Mailing) -> None:
    await post.subscribe(post.simulator.many(20))
    async with post.worker() as work:
        one, other = following(post, work), following(post, work)
        broadcast = await post.confirmed()
        await post.storage.broadcasts.watch(broadcast, post.ida)
        now = datetime.now(UTC)
        await one.refresh(now)
        await other.refresh(now)  # another worker leaves it to the first
        assert len(ida(post).screen) == 1
        await post.ended(broadcast)
        await rested(post)
        await other.refresh(datetime.now(UTC))
        report = ida(post).last
        assert "20" in report.text
        calls = len(post.simulator.calls)
        await rested(post)
        await one.refresh(datetime.now(UTC) + SETTLED)
        assert len(post.simulator.calls) == calls  # nothing is new
    assert len(ida(post).screen) == 1
    assert await post.storage.watchers.watched("telegram", datetime.now(UTC)) == []


async def test_what_is_taken_back_is_followed_no_more(post: Mailing) -> None:
    """The message says so once; what was not posted yet is not posted any more."""
    store, now = post.storage.broadcasts, datetime.now(UTC)
    async with post.worker() as work:
        one = following(post, work)
        broadcast = await post.confirmed(now=now + timedelta(hours=1))
        unseen = await post.confirmed(now=now + timedelta(hours=1))
        await store.watch(broadcast, post.ida)
        await one.refresh(now)
        await store.watch(unseen, post.ida)
        for each in (broadcast, unseen):
            await post.storage.broadcast_lifecycle.reject(await post.of(each), post.ida, now)
        await rested(post)
        await one.refresh(now)
        (told,) = ida(post).screen
        assert "nothing goes out" in told.text
        assert [each.target for each in told.buttons] == [
            f"broadcast.release.{broadcast.id}:refresh"
        ]
        assert await post.storage.watchers.watched("telegram", now) == []


async def test_a_message_is_edited_every_three_seconds_at_most(post: Mailing) -> None:
    await post.subscribe(post.simulator.many(30))
    async with post.worker() as work:
        one = following(post, work)
        broadcast = await post.confirmed()
        await post.storage.broadcasts.watch(broadcast, post.ida)
        await one.refresh(datetime.now(UTC))
        assert post.storage.redis is not None
        # They are not over before the test says so, however slow the machine.
        assert await post.storage.redis.persist(turn(post))
        for many in (5, 10, 15):
            await post.reaches(many)
            await one.refresh(datetime.now(UTC))
        assert len(post.simulator.calls_of("editMessageText")) == 0
        await rested(post)
        await one.refresh(datetime.now(UTC))
        assert len(post.simulator.calls_of("editMessageText")) == 1


async def test_whoever_deletes_the_message_follows_no_more(post: Mailing) -> None:
    await post.subscribe(post.simulator.many(3))
    async with post.worker() as work:
        one = following(post, work)
        broadcast = await post.confirmed()
        await post.storage.broadcasts.watch(broadcast, post.ida)
        await one.refresh(datetime.now(UTC))
        post.simulator.world.chats[ida(post).id].messages.clear()
        await post.ended(broadcast)
        await rested(post)
        await one.refresh(datetime.now(UTC) + timedelta(seconds=1))
    assert ida(post).screen == []
    assert await post.storage.watchers.watched("telegram", datetime.now(UTC)) == []


async def test_a_worker_that_is_killed_as_it_edits_leaves_its_turn_within_seconds(
    post: Mailing,
) -> None:
    """One that only waits for Telegram keeps it, for it says so again and again."""
    redis = post.storage.redis
    await post.subscribe(post.simulator.many(3))
    async with post.worker() as work:
        one, other = following(post, work), following(post, work)
        broadcast = await post.confirmed()
        await post.ended(broadcast)
        await post.storage.broadcasts.watch(broadcast, post.ida)
        post.simulator.mischief.delay(60.0, method="sendMessage")
        waiting = asyncio.create_task(one.refresh(datetime.now(UTC)))
        chat = str(ida(post).id)
        await post.simulator.until(lambda: post.simulator.api.in_flight[chat] > 0, 10, "not sent")
        assert 0 < await redis.pttl(turn(post)) < 10_000
        await redis.set(turn(post), "as it was", ex=TURN)
        async with asyncio.timeout(10):
            while await redis.get(turn(post)) == b"as it was":
                await asyncio.sleep(0.02)
        await other.refresh(datetime.now(UTC))
        assert post.simulator.api.in_flight[chat] == 1
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
