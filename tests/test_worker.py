"""The worker does timed jobs, and only those."""

import asyncio
import signal
from pathlib import Path

import pytest

from bot.simulator import TOKEN, Simulator
from tests.end_to_end.process import command, done

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


async def test_a_worker_starts_counts_and_stops(
    tmp_path: Path, redis: object, redis_url: str, database_url: str
) -> None:
    """It knows who it is, asks for no updates, and ends at once when it is told to."""
    async with Simulator() as simulator:
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
        }
        async with command("worker", folder=tmp_path, settings=settings) as worker:
            await worker.says("Working")
            assert {each.method for each in simulator.calls} == {"getMe"}
            assert await worker.ends(signal.SIGTERM) == 0
            assert TOKEN not in worker.log


async def test_a_wrong_token_is_said_in_one_line(
    tmp_path: Path, redis: object, redis_url: str, database_url: str
) -> None:
    """It is not tried for ever."""
    async with Simulator() as simulator:
        settings = {
            "BOT_TOKEN": "1:wrong",
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
        }
        async with asyncio.timeout(60):
            status, said = await done("worker", folder=tmp_path, settings=settings)
    assert status == 2
    assert said.count("\n") == 1
    assert "BOT_TOKEN is wrong" in said
