"""Telling people who asked for it how many have joined through their link."""

import logging

from bot.channels.errors import Gone, Later, Moved, Refused
from bot.channels.outgoing import Outgoing
from bot.channels.telegram.render import render
from bot.texts.texts import Texts
from handlers.ports.campaigns import Campaigns
from handlers.supporter.sharing import milestones
from storage.supporters.invites import Invites, Milestone

log = logging.getLogger(__name__)


async def tell_milestones(
    invites: Invites, campaigns: Campaigns, texts: Texts, outgoing: Outgoing
) -> None:
    """Tell everybody who is to be told now. What cannot be sent is not tried again."""
    while due := await invites.due():
        for milestone in due:
            try:
                await _tell(milestone, campaigns, texts, outgoing)
            except Gone:
                await invites.unreachable(milestone)


async def _tell(
    milestone: Milestone, campaigns: Campaigns, texts: Texts, outgoing: Outgoing
) -> None:
    campaign = await campaigns.get(milestone.slug)
    if campaign is None or campaign.high_risk:  # it was raised to high risk in this very moment
        return
    reply = milestones.reached(campaign, milestone.locale, milestone.joined)
    shown = render(reply, milestone.locale, texts, outgoing.username)
    try:
        await outgoing.send(milestone.chat_id, shown)
    except (Later, Moved, Refused):
        log.warning("Somebody was not told of a milestone")
