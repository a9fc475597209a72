"""How fast broadcasts go out, for `make bench`: ratios to what Telegram allows."""

import asyncio
import base64
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.app.embedded_redis import EmbeddedRedis
from bot.simulator import TOKEN
from handlers.domain.campaigns import Campaign
from storage.container import Storage
from storage.redis.send_budget import Rates
from tests.support.petition import consent, person
from tests.support.simulated import Arrived, Simulated, simulated
from tests.support.storage.load import due_broadcast, subscribe_many
from tests.support.storage.petition import VAULT_KEY, open_petition

ROOT = Path(__file__).resolve().parents[2]

Note = Callable[[str, float, str], float]

FREE, PAID = 450, 15_000
"""People who get a letter: what takes fifteen seconds."""

ONE_CHUNK = 190


async def broadcasting(note: Note, backend: str, url: str, *, paid: bool) -> None:
    """Send to many by one worker, and note the rate from a tenth to nine tenths of them."""
    allowed, people = (Rates().paid, PAID) if paid else (Rates().free, FREE)
    kind = f"{'paid ' if paid else ''}broadcast at {allowed:,}/s, {backend}"
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(simulated(people, 50_000))
        redis = await stack.enter_async_context(EmbeddedRedis())
        storage = await Storage.open(url, VAULT_KEY)
        campaign = await open_petition(storage, "rush")
        await subscribe_many(storage, campaign, people)
        await due_broadcast(storage, campaign, people, paid=paid)
        await storage.close()
        await stack.enter_async_context(_worker(telegram, url, redis.url))
        first = await _reached(telegram, people // 10)
        last = await _reached(telegram, people * 9 // 10)
        everybody = await _reached(telegram, people)
        rate = (last.messages - first.messages) / (last.at - first.at)
        if everybody.messages != people or everybody.twice:
            raise RuntimeError("not everybody got it once")
    note(f"{kind}", rate, "messages/s")
    note(f"{kind}, to allowed", rate / allowed, "ratio")
    note(f"{kind}, refused (429)", everybody.refused, "messages")


async def resuming(note: Note, backend: str, url: str) -> None:
    """How long nobody gets a letter after the worker that sends them was killed.

    Another one runs; it has nothing to do until the lease of the only chunk has run out.
    """
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(simulated(ONE_CHUNK))
        redis = await stack.enter_async_context(EmbeddedRedis())
        storage = await Storage.open(url, VAULT_KEY)
        campaign = await open_petition(storage, "killed")
        await _subscribe_in_one_country(storage, campaign)
        await due_broadcast(storage, campaign, ONE_CHUNK)
        await storage.close()
        sending = await stack.enter_async_context(_worker(telegram, url, redis.url))
        await _reached(telegram, 30)
        await stack.enter_async_context(_worker(telegram, url, redis.url))
        await asyncio.sleep(1)
        sending.kill()
        await sending.wait()
        killed = (await telegram.arrived()).messages
        started = time.perf_counter()
        await _reached(telegram, killed + 1)
        note(f"resumed after a kill, {backend}", time.perf_counter() - started, "s")


async def _subscribe_in_one_country(storage: Storage, campaign: Campaign) -> None:
    for number in range(1, ONE_CHUNK + 1):
        who = replace(person(str(number)), chat_id=str(number))
        await storage.supporters.subscribe(campaign, who, "fr", "FR", consent("updates"))


async def _reached(telegram: Simulated, messages: int) -> Arrived:
    deadline = time.monotonic() + 120
    while True:
        arrived = await telegram.arrived()
        if arrived.messages >= messages:
            return arrived
        if time.monotonic() > deadline:
            raise RuntimeError(f"{arrived.messages} of {messages} messages arrived")
        await asyncio.sleep(0.25)


@asynccontextmanager
async def _worker(
    telegram: Simulated, database: str, redis: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m bot worker`, working."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": telegram.url,
        "DATABASE_URL": database,
        "REDIS_URL": redis,
        "VAULT_KEY": base64.b64encode(VAULT_KEY).decode(),
        "LOG_LEVEL": "ERROR",
    }
    with tempfile.TemporaryDirectory() as folder:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "worker"),
            env={**environment, "DATA_DIR": folder, "PYTHONPATH": str(ROOT)},
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
