"""How many messages one bot may send: a budget in Redis that all of its processes share.

Telegram counts over all chats of a bot, so its processes have to count together. Two purses fill
up by the second, one for free messages and one for paid broadcasts. Broadcasts take permits out
of a purse before they send. Replies to people who are chatting never wait for one: they are
counted afterwards, and what they used is missing for broadcasts, so that replies go first. When
Telegram asks for quiet (429), every process keeps it.

Losing all of this is harmless: purses start anew, with half a second's worth in them, and whoever
was asked for quiet says so again.
"""

import asyncio
import math
import time
from contextlib import suppress
from dataclasses import dataclass

from redis.asyncio import Redis
from redis.exceptions import RedisError

EVERY = 0.2
"""Seconds between two times that a process tells how much it sent, and hears of a quiet."""

PATIENCE = 1.0
"""Seconds in which Redis has to answer: whoever asks for permits has leases to renew."""

SAVED = 0.5
"""Seconds' worth of permits that a purse holds at most. Telegram sees no burst beyond that."""

CROWDED = 0.25
"""The part of its purse below which a broadcast sends about as much as Telegram allows."""

WANTED = 1.0
"""Seconds since a broadcast last asked for permits, for which it is taken to be under way."""

OWED = 2.0
"""Seconds' worth of replies beyond the rate that broadcasts have to make up for at most."""

TAKE = """
local purse, quiet = KEYS[1], KEYS[2]
local rate, wanted, used = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local most, least = rate * tonumber(ARGV[4]), -rate * tonumber(ARGV[5])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local kept = redis.call('HMGET', purse, 'permits', 'at', 'wanted')
local permits = tonumber(kept[1] or most)
local passed = math.max(0, now - tonumber(kept[2] or now))
permits = math.min(most, permits + passed * rate / 1000) - used
permits = math.max(least, math.min(most, permits))
local pause = math.max(0, redis.call('PTTL', quiet))
local given = 0
if pause == 0 then given = math.max(0, math.min(wanted, math.floor(permits))) end
local last = tonumber(kept[3] or 0)
if wanted > 0 then last = now end
redis.call('HSET', purse, 'permits', string.format('%.6f', permits - given),
           'at', string.format('%.0f', now), 'wanted', string.format('%.0f', last))
redis.call('PEXPIRE', purse, 60000)
local left = permits - given
if now - last > tonumber(ARGV[6]) * 1000 then left = most end
return {given, pause, math.floor(left)}
"""
"""KEYS: purse, quiet. ARGV: permits a second, wanted, used without asking, seconds' worth that it
holds and that it may owe, seconds after which nobody wants any more. Gives the permits, the
milliseconds of quiet that are left, and how many permits are left where others want them."""

QUIET = """
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then
  redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
end
return 0
"""
"""KEYS: quiet. ARGV: milliseconds. A quiet that is longer already stays."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second over all chats (Telegram's Bots FAQ, "My bot is hitting limits")."""

    free: int = 30
    paid: int = 1_000
    """With `allow_paid_broadcast` (Bot API, sendMessage)."""


class SendBudget:
    """The budget of one bot, named by its id."""

    def __init__(self, redis: Redis, bot: str, rates: Rates | None = None) -> None:
        self.rates = rates or Rates()
        # The braces keep all keys on one node of a Redis Cluster.
        self._names = {kind: f"pv:{{budget:{bot}}}:{kind}" for kind in ("free", "paid", "quiet")}
        self._take = redis.register_script(TAKE)
        self._hush = redis.register_script(QUIET)
        self._used = {"free": 0, "paid": 0}
        self._left = math.inf
        self._quiet_until = -math.inf
        self._asked_until = -math.inf
        """Until when Telegram has asked this process itself for quiet."""

    @property
    def quiet_for(self) -> float:
        """Seconds for which nothing is to be sent, as far as this process knows; 0 for none."""
        return max(0.0, self._quiet_until - time.monotonic())

    @property
    def crowded(self) -> bool:
        """Whether a broadcast sends so much that Telegram might refuse what is sent besides."""
        return self._left < CROWDED * SAVED * self.rates.free

    def count(self, messages: int = 1) -> None:
        """Count messages that were sent without a permit: replies."""
        self._used["free"] += messages

    def give_back(self, permits: int, *, paid: bool = False) -> None:
        """Give back permits for which there was nobody to write to."""
        self._used["paid" if paid else "free"] -= permits

    async def take(self, wanted: int, *, paid: bool = False) -> int:
        """Up to that many permits, each to send one message now; 0 while it has to be quiet.

        0, too, while Redis does not answer: broadcasts can wait.
        """
        kind, rate = ("paid", self.rates.paid) if paid else ("free", self.rates.free)
        if self.quiet_for:
            wanted = 0  # even if Redis has lost it
        used, self._used[kind] = self._used[kind], 0
        try:
            async with asyncio.timeout(PATIENCE):
                given, pause, left = await self._take(
                    keys=[self._names[kind], self._names["quiet"]],
                    args=[rate, wanted, used, SAVED, OWED, WANTED],
                )
        except (RedisError, OSError):
            self._used[kind] += used
            self._left = math.inf  # nobody knows
            return 0
        if not paid:
            self._left = float(left)
        if pause:
            self._hear(pause / 1000)
        asked = self._asked_until - time.monotonic()
        if asked > pause / 1000 + EVERY:
            await self._tell(asked)
        return int(given)

    async def quiet(self, seconds: float) -> None:
        """Let no process of this bot send anything for that long: Telegram has said so."""
        self._hear(seconds)
        self._asked_until = max(self._asked_until, time.monotonic() + seconds)
        await self._tell(seconds)

    async def keep(self) -> None:
        """Tell the others what was counted, and hear of a quiet, until cancelled."""
        task = asyncio.current_task()
        # redis-py swallows it if it comes while a connection is being made.
        while task is None or not task.cancelling():
            await self.take(0)
            await asyncio.sleep(EVERY)

    async def _tell(self, seconds: float) -> None:
        with suppress(RedisError, OSError):
            async with asyncio.timeout(PATIENCE):
                await self._hush(keys=[self._names["quiet"]], args=[math.ceil(seconds * 1000)])

    def _hear(self, seconds: float) -> None:
        self._quiet_until = max(self._quiet_until, time.monotonic() + seconds)
