"""Releasing and removing signatures as organizers decided."""

from bot.jobs.job import Job
from storage.signatures.moderation import BATCH, Moderation

MODERATE_EVERY = 2.0
"""Seconds between two looks for signatures to be released or removed."""


def job(moderation: Moderation) -> Job:
    """The job for any worker."""

    async def run() -> None:
        while await moderation.run_once() == BATCH:
            pass

    return Job("moderation", MODERATE_EVERY, run)
