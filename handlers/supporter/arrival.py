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
        turn.answers["arrivals"] = {**_kept_links(turn), campaign.handle: link}


def recall(turn: Turn, campaign: Campaign) -> Arrival:
    """How the person came to that campaign; the link is forgotten with it."""
    kept = _kept_links(turn)
    payload = kept.pop(campaign.handle, "")
    if kept:
        turn.answers["arrivals"] = kept
    else:
        turn.answers.pop("arrivals", None)
    return read(payload)


def _kept_links(turn: Turn) -> dict[str, str]:
    return dict(turn.answers.get("arrivals", {}))


def reach(turn: Turn, campaign: Campaign, stage: Stage) -> None:
    """Count the person at that stage of an open campaign, unless they were counted there."""
    stages = _kept_stages(turn).get(campaign.handle, [])
    if campaign.status == "open" and stage not in stages:
        turn.answers["reached"] = {**_kept_stages(turn), campaign.handle: [*stages, stage]}
        turn.reached.append((campaign, stage))


def settle(turn: Turn, campaign: Campaign) -> None:
    """Forget that somebody consented who is about to sign: their session is to look as before."""
    kept = _kept_stages(turn)
    if campaign.handle in kept:
        stages = [each for each in kept[campaign.handle] if each != "consented"]
        turn.answers["reached"] = {**kept, campaign.handle: stages}


def _kept_stages(turn: Turn) -> dict[str, list[str]]:
    return dict(turn.answers.get("reached", {}))
