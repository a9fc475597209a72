"""Letting the public logs sign what is new."""

import logging
from datetime import UTC, datetime, timedelta

from bot.jobs.job import Job
from bot.jobs.transparency_log.witnesses import Witnesses
from storage.container import Storage
from storage.errors import LogFault

log = logging.getLogger(__name__)

PUBLISH_EVERY = 20.0
"""Seconds between two looks whether the public logs have something to sign."""


def job(storage: Storage, public_url: str, every: timedelta, witnesses: Witnesses) -> Job:
    """The job for any worker."""
    return Job(
        "publishing",
        PUBLISH_EVERY,
        lambda: publish_logs(storage, public_url, every, witnesses, datetime.now(UTC)),
    )


async def publish_logs(
    storage: Storage, public_url: str, every: timedelta, witnesses: Witnesses, now: datetime
) -> None:
    """Let each public log sign what is new. One that must not does not hinder the others.

    Witnesses are asked before as well: what they saw last tells whether the log may go on.
    """
    for campaign in await storage.campaigns.all():
        if campaign.status == "draft":
            continue
        try:
            await storage.logs.begin(campaign, public_url)
            if await storage.logs.due(campaign, now, every):
                await witnesses.ask(campaign, again=True)
            try:
                await storage.logs.publish(campaign, now, every, witnesses.names)
            finally:
                await witnesses.ask(campaign)
        except LogFault as fault:
            log.error("%s", fault)
