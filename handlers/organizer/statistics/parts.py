"""The parts of a campaign's total: languages, countries, and where links were."""

from collections import Counter
from collections.abc import Callable, Mapping

from handlers.dialogue.messages import Chart, Country, Language, Mark, Words
from handlers.dialogue.step import Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures, largest
from handlers.organizer.access import CampaignAccess
from handlers.organizer.rounding import in_steps
from handlers.organizer.statistics.charts import View, empty, line, total

ROWS = 7
"""The most bars that a phone shows in letters large enough, but for that of all others."""


def _parts(
    turn: Turn,
    campaign: Campaign,
    figures: Figures,
    title: str,
    parts: Mapping[str, int],
    label: Callable[[str], Words],
    others: str = "stats-others",
) -> View:
    """The largest parts of a total as bars, and all others as one."""
    shown, rest = largest(figures.world, parts, ROWS, campaign.fewest)
    marks = [Mark(label(key), amount) for key, amount in shown]
    if marks and rest:
        marks.append(Mark(Words(others), rest))
    return View(
        Chart(
            "bars",
            campaign.alert(turn.locale).title,
            Words(title),
            empty(campaign, figures),
            total(figures),
            tuple(marks),
            in_steps(campaign),
        ),
        tuple(line(campaign, mark.label, mark.amount) for mark in marks),
    )


async def languages(turn: Turn, access: CampaignAccess) -> View:
    """In which languages people signed."""
    figures = await turn.stores.organizing.statistics.figures(access.campaign)
    return _parts(
        turn,
        access.campaign,
        figures,
        "stats-languages",
        figures.languages,
        lambda tag: Words("stats-language", {"language": Language(tag)}),
    )


async def countries(turn: Turn, access: CampaignAccess) -> View:
    """From where people signed."""
    figures = await turn.stores.organizing.statistics.figures(access.campaign)
    return _parts(
        turn,
        access.campaign,
        figures,
        "stats-countries",
        figures.countries,
        lambda code: Words("stats-country", {"country": Country(code)}),
        "page-elsewhere",
    )


async def sources(turn: Turn, access: CampaignAccess) -> View:
    """Where the links were that signers followed; each named link by itself."""
    statistics = turn.stores.organizing.statistics
    figures = await statistics.figures(access.campaign)
    parts: Counter[str] = Counter()
    for key, amount in figures.sources.items():
        parts[key.partition(":")[2]] += amount
    labels = {each: Words(f"stats-source-{each}") for each in parts}
    for origin in await statistics.origins(access.campaign):
        # What was counted between the two looks is left to the others.
        part = min(origin.signed, parts["origin"])
        parts["origin"] -= part
        parts[f".{origin.code}"] = part
        labels[f".{origin.code}"] = Words("stats-origin", {"label": origin.label})
    return _parts(turn, access.campaign, figures, "stats-sources", parts, lambda key: labels[key])
