"""How somebody came to each campaign, and how far they got: kept in the session until counted."""

from handlers.dialogue.step import Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.invites import DIRECT, Arrival, read
from handlers.domain.statistics import Stage


def remember(turn: Turn, campaign: Campaign, payload: str) -> None:
    """Keep the link that the person followed, until they sign; the last one counts.

    A link that credits nobody changes nothing.
    """
    if read(payload) != DIRECT:
        link = f"{campaign.handle}_{payload.partition('_')[2]}"
        turn.lasting.arrivals[campaign.handle] = link


def recall(turn: Turn, campaign: Campaign) -> Arrival:
    """How the person came to that campaign; the link is forgotten with it."""
    return read(turn.lasting.arrivals.pop(campaign.handle, ""))


def reach(turn: Turn, campaign: Campaign, stage: Stage) -> None:
    """Count the person at that stage of an open campaign, unless they were counted there."""
    if campaign.status == "open" and stage not in turn.lasting.reached.get(campaign.handle, []):
        turn.lasting.reached.setdefault(campaign.handle, []).append(stage)
        turn.reached.append((campaign, stage))


def settle(turn: Turn, campaign: Campaign) -> None:
    """Forget that somebody consented who is about to sign: their session is to look as before."""
    stages = turn.lasting.reached.get(campaign.handle, [])
    if "consented" in stages:
        stages.remove("consented")
