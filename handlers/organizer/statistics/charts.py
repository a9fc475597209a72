"""What the views of a campaign's numbers have in common.

What could point at a few people is shown to nobody: parts of a total come in whole tens, and
those below ten not at all; at high risk, in hundreds. The total itself is public and exact.
"""

from dataclasses import dataclass

from handlers.dialogue.messages import Chart, Words
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures


@dataclass(frozen=True, slots=True)
class View:
    """One view: its chart, and the same in words."""

    chart: Chart
    lines: tuple[Words, ...]


def few(campaign: Campaign) -> Words:
    """That they are too few to be told."""
    return Words("stats-few", {"fewest": campaign.fewest})


def line(campaign: Campaign, label: Words, amount: int) -> Words:
    """A number as it is told: in whole steps, and of few only that they are few."""
    rounded = campaign.rounded(amount)
    told = Words("stats-about", {"amount": rounded}) if rounded else few(campaign)
    return Words("stats-line", {"label": label, "amount": told})


def total(figures: Figures) -> Words:
    """The total, exact as it is public."""
    return Words("stats-total", {"total": figures.world})


def empty(campaign: Campaign, figures: Figures) -> Words:
    """Why there is no chart."""
    return Words("stats-too-few" if figures.world else "stats-nothing", {"fewest": campaign.fewest})
