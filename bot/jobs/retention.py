"""Erasing what was promised to be erased by now."""

from datetime import UTC, datetime

from bot.jobs.job import Job
from storage.broadcasts.safeguards import Safeguards
from storage.signatures.retention import BATCH, Retention

ERASE_EVERY = 3600.0
"""Seconds between two looks for what is over."""


def job(safeguards: Safeguards, retention: Retention) -> Job:
    """The job for any worker."""

    async def run() -> None:
        await safeguards.stop_lost(datetime.now(UTC))
        while await retention.run_once() == BATCH:
            pass

    return Job("retention", ERASE_EVERY, run)
