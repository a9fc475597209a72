"""How the numbers that organizers are told are rounded."""

from handlers.dialogue.messages import Words
from handlers.domain.campaigns import Campaign


def in_steps(campaign: Campaign) -> Words:
    """That parts of a total come in whole tens only; at high risk, in hundreds."""
    return Words("stats-tens", {"fewest": campaign.fewest})
