"""Results that are worth keeping for a while."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class SingleFlightCache(Generic[K, V]):
    """The newest few results of some work. What many ask for at once is done once."""

    def __init__(
        self,
        most: int,
        seconds: float = float("inf"),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep at most `most` results, and each for at most `seconds` of `clock`."""
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._results: OrderedDict[K, tuple[float, V]] = OrderedDict()
        self._running: dict[K, asyncio.Task[V]] = {}

    def get(self, key: K) -> V | None:
        """The result for `key` if it is there and fresh."""
        found = self._results.get(key)
        if found is None or self._clock() - found[0] >= self._seconds:
            return None
        return found[1]

    async def get_or_make(self, key: K, make: Callable[[], Awaitable[V]]) -> V:
        """The result for `key`, made now if need be. What `make` raises is not kept."""
        if (kept := self.get(key)) is not None:
            return kept
        running = self._running.get(key)
        if running is None:
            running = asyncio.create_task(self._make(key, make))
            self._running[key] = running
        # Whoever gives up waiting does not take it away from the others.
        return await asyncio.shield(running)

    async def _make(self, key: K, make: Callable[[], Awaitable[V]]) -> V:
        try:
            # Timed from before the work: a result is as old as what it was made from.
            started = self._clock()
            result = await make()
            self._results[key] = started, result
            self._results.move_to_end(key)
            while len(self._results) > self._most:
                self._results.popitem(last=False)
            return result
        finally:
            del self._running[key]
