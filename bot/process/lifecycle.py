"""What every long-running process does: count, settle down, and stop when it is asked to."""

import asyncio
import gc
import logging
import signal
from contextlib import suppress
from typing import Any

log = logging.getLogger(__name__)


def settle() -> None:
    """Take what was made at start-up out of the garbage collector's rounds."""
    gc.collect()
    gc.freeze()


def stop_on_signals() -> asyncio.Event:
    """An event that Ctrl-C and SIGTERM set; a second signal ends the process at once."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def ask() -> None:
        stop.set()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ask)
    return stop


async def until(stop: asyncio.Event, *tasks: "asyncio.Task[None]") -> None:
    """Wait for `stop`, or for a task that fails, whose exception is raised."""
    stopping = asyncio.create_task(stop.wait())
    waiting: set[asyncio.Task[Any]] = {stopping, *tasks}
    try:
        while not stop.is_set():
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        stopping.cancel()


async def end(*tasks: "asyncio.Task[None]") -> None:
    """Cancel tasks and wait until they are gone."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def pause(seconds: float, stop: asyncio.Event) -> None:
    """Wait, but not longer than until `stop` is set."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
