"""Telling people who asked for it how many have joined through their link."""

import logging

from bot.channels.errors import Gone, Later, Moved, Refused
from bot.channels.registry import Registry
from bot.jobs.job import Job
from handlers.ports.campaigns import Campaigns
from handlers.supporter.sharing import milestones
from storage.container import Storage
from storage.supporters.milestones import Milestone, Milestones

log = logging.getLogger(__name__)

TELL_EVERY = 30.0
"""Seconds between two looks at who is to be told of a milestone."""


def job(storage: Storage, registry: Registry) -> Job:
    """The job for every channel of this process."""
    return Job(
        "milestones",
        TELL_EVERY,
        lambda: tell_milestones(storage.milestones, storage.campaigns, registry),
    )


async def tell_milestones(waiting: Milestones, campaigns: Campaigns, registry: Registry) -> None:
    """Tell everybody who is to be told now. What cannot be sent is not tried again."""
    while due := await waiting.due(registry.names):
        for milestone in due:
            try:
                await _tell(milestone, campaigns, registry)
            except Gone:
                await waiting.unreachable(milestone)


async def _tell(milestone: Milestone, campaigns: Campaigns, registry: Registry) -> None:
    campaign = await campaigns.get(milestone.slug)
    if campaign is None or campaign.high_risk:  # it was raised to high risk in this very moment
        return
    reply = milestones.reached(campaign, milestone.locale, milestone.joined)
    channel = registry[milestone.channel]
    try:
        await channel.send(milestone.chat_id, channel.render(reply, milestone.locale))
    except (Later, Moved, Refused):
        log.warning("Somebody was not told of a milestone")
