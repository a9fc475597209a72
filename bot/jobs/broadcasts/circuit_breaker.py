"""Stopping to send while nothing arrives."""

import asyncio
import time
from collections.abc import Callable, Coroutine

from bot.process.backoff import backoff

TROUBLES = 5
"""So many messages in a row whose outcome nobody knows are one outage."""

SHORTEST, LONGEST = 1.0, 60.0
"""Seconds between two looks whether the channel answers again; they double each time."""

CAUTION = 60.0
"""Seconds in which a paid broadcast keeps to the free rate after a faster one was refused."""


class CircuitBreaker:
    """Whether to send by a channel now. In an outage, nobody's letter is spent on finding out."""

    def __init__(self, reachable: Callable[[], Coroutine[None, None, bool]]) -> None:
        """`reachable` asks the channel whether it answers."""
        self._reachable = reachable
        self._troubles = 0
        self._delays = backoff(SHORTEST, LONGEST)
        self._until = 0.0
        self._careful_until = 0.0
        self._looking: asyncio.Task[bool] | None = None

    def success(self) -> None:
        """A message arrived, or was refused for a reason of its own."""
        self._troubles, self._delays = 0, backoff(SHORTEST, LONGEST)

    def failure(self) -> None:
        """Nobody knows of a message, or the channel could not be reached."""
        self._troubles += 1
        if self._troubles >= TROUBLES and time.monotonic() >= self._until:
            self._until = time.monotonic() + next(self._delays)

    def slow_down(self) -> None:
        """The channel refused what was sent at the paid rate: keep to the free one for a while."""
        self._careful_until = time.monotonic() + CAUTION

    @property
    def careful(self) -> bool:
        """Whether to keep to the free rate."""
        return time.monotonic() < self._careful_until

    async def closed(self) -> bool:
        """Whether to send now."""
        if self._troubles < TROUBLES:
            return True
        if time.monotonic() < self._until:
            return False
        if self._looking is None:
            self._looking = asyncio.create_task(self._reachable())
        if not self._looking.done():
            return False
        answers, self._looking = self._looking.result(), None
        if not answers:
            self.failure()
            return False
        self._troubles = TROUBLES - 1  # one more, and it is still the same outage
        return True
