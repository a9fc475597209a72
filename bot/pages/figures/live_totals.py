"""Totals that move before one's eyes: server-sent events (HTML Standard, 9.2)."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import suppress

log = logging.getLogger(__name__)

LOOKED_EVERY = 1.0
"""Seconds between two looks at a total that somebody watches."""

HEARTBEAT = 15.0
"""Seconds after which something is sent anyway, so that nobody between hangs up."""

LONGEST = 600.0
"""Seconds of one connection; browsers come again by themselves, to whichever process."""

MOST = 2_000
"""Connections of one process; who comes after them asks now and then instead."""

STILL_HERE = b": still here\n\n"

ReadState = Callable[[str, str], Awaitable[bytes]]
"""(slug, locale) -> what there is to say, one line."""


class TooManyWatchers(Exception):
    """As many are watching as this process can bear."""


class _Watch:
    """One total in one language, and the wish to know when it changes."""

    def __init__(self, said: bytes) -> None:
        self.said = said
        self.watching = 0
        self.changed = asyncio.Event()
        self.task: asyncio.Task[None] | None = None


class LiveTotals:
    """Reads a total once for all who watch it in the same language."""

    def __init__(self, read: ReadState, every: float = LOOKED_EVERY, most: int = MOST) -> None:
        self._read = read
        self._every = every
        self._most = most
        self._watches: dict[tuple[str, str], _Watch] = {}
        self._watching = 0
        self._closed = asyncio.Event()

    async def follow(self, slug: str, locale: str) -> AsyncGenerator[bytes, None]:
        """Server-sent events: the state at once, then each change, until `close` or LONGEST.

        Raises:
            TooManyWatchers: At the first step: as many as this process can bear are watching.
        """
        if self._watching >= self._most:
            raise TooManyWatchers
        self._watching += 1
        key = slug, locale
        try:
            watch = self._watches.get(key)
            if watch is None:
                said = await self._read(slug, locale)
                watch = self._watches.setdefault(key, _Watch(said))
            watch.watching += 1
            try:
                if watch.task is None:
                    watch.task = asyncio.create_task(self._keep_reading(key, watch))
                async for event in self._events(watch):
                    yield event
            finally:
                watch.watching -= 1
                if not watch.watching:
                    if watch.task is not None:
                        watch.task.cancel()
                    if self._watches.get(key) is watch:
                        del self._watches[key]
        finally:
            self._watching -= 1

    def close(self) -> None:
        """End every connection, as the process does when it stops."""
        self._closed.set()
        for watch in self._watches.values():
            watch.changed.set()

    async def _events(self, watch: _Watch) -> AsyncIterator[bytes]:
        loop = asyncio.get_running_loop()
        end = loop.time() + LONGEST
        said = watch.said
        yield b"retry: 3000\ndata: " + said + b"\n\n"
        while loop.time() < end and not self._closed.is_set():
            changed = watch.changed
            if watch.said == said:
                with suppress(TimeoutError):
                    async with asyncio.timeout(HEARTBEAT):
                        await changed.wait()
            if self._closed.is_set():
                return
            if watch.said == said:
                yield STILL_HERE
            else:
                said = watch.said
                yield b"data: " + said + b"\n\n"

    async def _keep_reading(self, key: tuple[str, str], watch: _Watch) -> None:
        while True:
            await asyncio.sleep(self._every)
            try:
                said = await self._read(*key)
            except Exception as fault:
                # Whatever it is, the page has shown something true; the next look may succeed.
                log.warning("A total cannot be read (%s)", type(fault).__name__)
                continue
            if said != watch.said:
                watch.said = said
                changed, watch.changed = watch.changed, asyncio.Event()
                changed.set()
