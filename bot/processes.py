"""What every long-running process does: count, settle down, and stop when it is asked to."""

import asyncio
import gc
import logging
import signal
from contextlib import suppress
from typing import Any

from bot.metrics import Metrics
from storage.signatures.funnel import Funnel
from storage.transparency_log.sequencer import BATCH, Sequencer

log = logging.getLogger(__name__)

COUNT_EVERY = 2.0
"""Seconds between two looks of the sequencer."""


FLUSH_EVERY = 5.0
"""Seconds between two times that it is written down how far people came."""


async def count(sequencer: Sequencer, metrics: Metrics) -> None:
    """Count what waits, every few seconds, until cancelled. Many processes may do so."""
    while True:
        try:
            counted = await sequencer.run_once()
        except Exception as fault:
            # Whatever it is, signatures wait safely; the next look may find it passed.
            counted = 0
            metrics.error("counting")
            log.warning("Counting has to wait", exc_info=fault)
        metrics.counted(counted)
        if counted < BATCH:
            await asyncio.sleep(COUNT_EVERY)


async def keep_funnel(funnel: Funnel, metrics: Metrics) -> None:
    """Write down how far people came, every few seconds, until cancelled."""
    while True:
        await asyncio.sleep(FLUSH_EVERY)
        try:
            await funnel.flush()
        except Exception as fault:
            metrics.error("funnel")
            log.warning("Writing down how far people came has to wait", exc_info=fault)


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
