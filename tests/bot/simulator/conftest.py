"""A running simulator, a bot that speaks raw HTTP, and a webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.simulator import Simulator
from tests.support.raw import Hook, RawBot, start


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    """A simulator whose failed webhook deliveries are tried again at once."""
    async with Simulator(webhook_pause=0.01) as simulator:
        yield simulator


@pytest.fixture
async def raw(sim: Simulator) -> AsyncIterator[RawBot]:
    """A bot without a library."""
    async with aiohttp.ClientSession() as session:
        yield RawBot(session, sim.url, sim.token)


@pytest.fixture
async def amira(sim: Simulator) -> int:
    """The chat of somebody who has started the bot."""
    return await start(sim)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    """A webhook that listens."""
    listening = Hook()
    runner = await listening.start()
    yield listening
    await runner.cleanup()
