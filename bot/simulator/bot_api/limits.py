"""Flood control at the rates of the Bot API's FAQ, "My bot is hitting limits".

About 30 messages a second over all chats (1,000 for paid broadcasts), one a second in one
private chat with short bursts tolerated, 20 a minute in one group. A call that goes over is
refused with a whole number of seconds to wait, and so is every call until they are over. Of a
paid broadcast, what goes beyond the free 30 a second is paid for ("How can I message all of my
bot's subscribers at once?").
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.errors import too_many_requests


@dataclass(frozen=True)
class Rates:
    """How much is allowed; the defaults are Telegram's."""

    per_second: int = 30
    paid_per_second: int = 1000
    private_per_second: float = 1.0
    private_burst: int = 20
    group_per_minute: int = 20


class _Bucket:
    """Tokens that come back at `rate` a second, up to `size`."""

    def __init__(self, size: float, rate: float, now: float) -> None:
        self.size, self.rate = size, rate
        self.tokens, self.at = size, now
        self.quiet_until = -math.inf

    def wait(self, now: float) -> float:
        """Seconds until one token is there; 0 if it is there now."""
        if now < self.quiet_until:
            return self.quiet_until - now
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.rate


class _Window:
    """At most `limit` in any `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self.limit, self.seconds = limit, seconds
        self.times: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until the oldest of a full window is forgotten."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return self.times[0] + self.seconds - now if len(self.times) >= self.limit else 0.0


class FloodControl:
    """Counts messages; `spend` raises ApiError 429 for one too many."""

    def __init__(
        self, rates: Rates | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.rates = rates or Rates()
        self._clock = clock
        now = clock()
        self._total = _Bucket(self.rates.per_second, self.rates.per_second, now)
        self._paid = _Bucket(self.rates.paid_per_second, self.rates.paid_per_second, now)
        self._included = _Bucket(self.rates.per_second, self.rates.per_second, now)
        """What of paid broadcasts is free."""
        self._private: dict[int, _Bucket] = {}
        self._groups: dict[int, _Window] = {}

    def spend(self, chat_id: int, *, group: bool, paid: bool) -> bool:
        """Count one message to a chat; True where it has to be paid for.

        Raises:
            ApiError: 429 where there are too many, with `retry_after`.
        """
        now = self._clock()
        total = self._paid if paid else self._total
        wait = total.wait(now)
        if wait:
            self._refuse(total, now, wait)
        if group:
            window = self._groups.setdefault(chat_id, _Window(self.rates.group_per_minute, 60.0))
            if wait := window.wait(now):
                raise too_many_requests(math.ceil(wait))
            window.times.append(now)
        else:
            bucket = self._private.get(chat_id)
            if bucket is None:
                bucket = _Bucket(self.rates.private_burst, self.rates.private_per_second, now)
                self._private[chat_id] = bucket
            if wait := bucket.wait(now):
                self._refuse(bucket, now, wait)
            bucket.tokens -= 1
        total.tokens -= 1
        if not paid:
            return False
        if self._included.wait(now):
            return True
        self._included.tokens -= 1
        return False

    @staticmethod
    def _refuse(bucket: _Bucket, now: float, wait: float) -> None:
        seconds = math.ceil(wait)
        bucket.quiet_until = max(bucket.quiet_until, now + wait)
        raise too_many_requests(seconds)
