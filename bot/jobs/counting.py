"""Counting what waits to be counted."""

import asyncio
import logging

from bot.jobs.job import Job
from bot.process.metrics import Metrics
from storage.transparency_log.sequencer import BATCH, Sequencer

log = logging.getLogger(__name__)

COUNT_EVERY = 2.0
"""Seconds between two looks of the sequencer."""


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


def job(sequencer: Sequencer) -> Job:
    """The same for a worker."""

    async def run() -> None:
        while await sequencer.run_once() == BATCH:
            pass

    return Job("counting", COUNT_EVERY, run)
