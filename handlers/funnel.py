"""How far people come: who was shown an alert, read it, consented. Totals, and nobody's name.

Each person counts once at each stage while their session lasts. That somebody signed is not kept
there: the signatures tell how many did, and with signing even the consent is forgotten.
"""

from handlers.dialogue import Turn
from handlers.stores import Campaign, Stage


def reach(turn: Turn, campaign: Campaign, stage: Stage) -> None:
    """Count the person at that stage of an open campaign, unless they were counted there."""
    stages = _kept(turn).get(campaign.handle, [])
    if campaign.status == "open" and stage not in stages:
        turn.answers["reached"] = {**_kept(turn), campaign.handle: [*stages, stage]}
        turn.reached.append((campaign, stage))


def settle(turn: Turn, campaign: Campaign) -> None:
    """Forget that somebody consented who is about to sign: their session is to look as before."""
    kept = _kept(turn)
    if campaign.handle in kept:
        stages = [each for each in kept[campaign.handle] if each != "consented"]
        turn.answers["reached"] = {**kept, campaign.handle: stages}


def _kept(turn: Turn) -> dict[str, list[str]]:
    return dict(turn.answers.get("reached", {}))
