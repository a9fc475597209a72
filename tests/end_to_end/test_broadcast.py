"""Workers are killed while they send, and everybody gets the letter once."""

import asyncio
from pathlib import Path

import pytest
from redis.asyncio import Redis
from sqlalchemy import text

from bot.simulator import Simulator
from storage.database import Database
from tests.support.mailing import mailing, who
from tests.support.process import PATIENCE, command

PEOPLE, BLOCK, STOP = 450, 100, 50

MOST_IN_FLIGHT = 30
"""What both lanes of a worker begin with at a time at thirty a second: half a second's each."""


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_what_the_operator_lets_one_organizer_do_holds_for_the_worker_too(
    tmp_path: Path, redis: Redis, redis_url: str, migrated_database_url: str
) -> None:
    """Three people are one too many for Ida alone: nothing goes out."""
    async with (
        Simulator() as simulator,
        mailing(tmp_path, redis_url, migrated_database_url, simulator) as post,
    ):
        await post.subscribe(simulator.many(3))
        broadcast = await post.confirmed()
        settings = post.environment() | {"BROADCAST_ALONE": "2"}
        async with command("worker", folder=tmp_path, settings=settings) as worker:
            await worker.says("Working")
            async with asyncio.timeout(PATIENCE):
                while (await post.of(broadcast)).status == "scheduled":
                    await asyncio.sleep(0.1)
        assert (await post.of(broadcast)).status == "waiting"
        assert post.letters == 0


@pytest.mark.parametrize("backend", ["postgresql"])
async def test_the_database_hangs_up_again_and_again(
    tmp_path: Path, redis: Redis, redis_url: str, migrated_database_url: str
) -> None:
    """As when it is started anew, in the middle of whatever: nobody is skipped or written twice."""
    async with (
        Simulator() as simulator,
        mailing(tmp_path, redis_url, migrated_database_url, simulator) as post,
    ):
        people = simulator.many(150)
        await post.subscribe(people)
        admin = Database(migrated_database_url)
        hang_up = text(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        async with post.worker():
            broadcast = await post.confirmed()
            for letters in range(10, 110, 20):
                await post.reaches(letters)
                async with admin.read() as connection:
                    assert await connection.scalar(hang_up)
            async with asyncio.timeout(PATIENCE):
                while post.letters < 150:
                    await asyncio.sleep(0.1)
            progress = await post.ended(broadcast)
        await admin.close()
        assert (progress.sent, progress.unknown, progress.failed) == (150, 0, 0)
        assert set(post.got.values()) == {1}


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
async def test_two_kills_a_hundred_blocks_and_fifty_goodbyes(
    tmp_path: Path, redis: Redis, redis_url: str, migrated_database_url: str
) -> None:
    """Nobody is skipped and nobody gets it twice, by the simulator's own record."""
    async with (
        Simulator() as simulator,
        mailing(tmp_path, redis_url, migrated_database_url, simulator) as post,
    ):
        people = simulator.many(PEOPLE)
        await post.subscribe(people)
        broadcast = await post.confirmed()
        settings = post.environment()
        async with command("worker", folder=tmp_path, settings=settings) as first:
            await first.says("Working")
            await post.reaches(60)
            await first.kill()
        # Now there is time for all of them to leave, however slow the machine is.
        got = post.got
        leaving = [each for each in people if each.id not in got][-BLOCK - STOP :]
        for person in leaving[:BLOCK]:
            await person.blocks()
        for person in leaving[BLOCK:]:
            await post.storage.supporters.unsubscribe(post.campaign, who(person))
        async with (
            command("worker", folder=tmp_path, settings=settings) as second,
            command("worker", folder=tmp_path, settings=settings) as third,
        ):
            await second.says("Working")
            await third.says("Working")
            await post.reaches(150)
            await second.kill()
            progress = await post.ended(broadcast)
    assert (progress.size, progress.left, progress.failed) == (PEOPLE, 0, 0)
    assert progress.unknown <= 2 * MOST_IN_FLIGHT
    got = post.got
    assert set(got.values()) == {1}
    # Whoever is unknown may or may not have got it; all others have, and are counted for it.
    assert progress.sent <= len(got) <= progress.sent + progress.unknown
    left = {each.id for each in leaving}
    missing = [each for each in people if each.id not in left and each.id not in got]
    assert len(missing) <= progress.unknown
    # Who was just being written to when they left is one of those in flight.
    assert BLOCK - MOST_IN_FLIGHT <= progress.blocked <= BLOCK
    assert STOP - MOST_IN_FLIGHT <= progress.unsubscribed <= STOP
