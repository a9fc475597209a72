"""The screens of a campaign's statistics."""

from collections.abc import Awaitable, Callable

from handlers.dialogue.messages import About, Choice, Reply, Tap, Value, Words
from handlers.dialogue.step import Step, Turn
from handlers.domain.organizers import Organizer, role_in
from handlers.organizer.about import OfView
from handlers.organizer.access import ANYWHERE, CAMPAIGN, CampaignAccess, requires
from handlers.organizer.navigation import back
from handlers.organizer.statistics.charts import View
from handlers.organizer.statistics.parts import countries, languages, sources
from handlers.organizer.statistics.stages import funnel, reach
from handlers.organizer.statistics.through_time import growth, pace


@requires("viewer", ANYWHERE)
async def which(turn: Turn, organizer: Organizer) -> Reply | str:
    """`/stats`: the numbers of a campaign, and of several campaigns first which one."""
    every = await turn.stores.organizing.campaigns.all()
    found = [each for each in every if role_in(organizer, each) is not None]
    if not found:
        return "organize"
    if len(found) == 1:
        turn.about = About(found[0].slug)
        return "stats"
    turn.about = About()
    return Reply(
        "stats-which",
        choices=tuple(
            Choice.of(
                "campaign",
                each.slug,
                Words(f"organize-{each.status}", {"title": each.alert(turn.locale).title}),
            )
            for each in found
        ),
    )


async def pick_campaign(turn: Turn, tap: Tap) -> str:
    """To the numbers of the campaign that was tapped."""
    turn.about = About(tap.value)
    return "stats"


@requires("viewer", CAMPAIGN)
async def stats(turn: Turn, access: CampaignAccess) -> Reply:
    """One view of a campaign's numbers, named in `about`, and buttons to the others."""
    campaign = access.campaign
    name = OfView.of(turn.about).view
    if name not in VIEWS:
        name = "growth"
    turn.about = OfView(campaign.slug, name)
    seen = await VIEWS[name](turn, access)
    chart = seen.chart
    args: dict[str, Value] = {
        "sample": Words("sample-mark") if campaign.sample else "",
        "title": campaign.alert(turn.locale).title,
        "what": chart.title,
        "headline": chart.headline or "",
        "lines": seen.lines if chart.marks else chart.empty,
        "note": chart.note or "",
    }
    others = [Choice(each, Words(f"stats-view-{each}")) for each in VIEWS if each != name]
    return Reply("stats", args, choices=(*others, back("desk")), picture=chart)


@requires("viewer", CAMPAIGN)
async def turn_to(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """To the view that was tapped."""
    if tap.choice not in VIEWS:
        return None
    turn.about = OfView(access.campaign.slug, tap.choice)
    return "stats"


VIEWS: dict[str, Callable[[Turn, CampaignAccess], Awaitable[View]]] = {
    "growth": growth,
    "pace": pace,
    "languages": languages,
    "countries": countries,
    "sources": sources,
    "funnel": funnel,
    "reach": reach,
}
"""The views by the choices that lead to them. `about` holds the campaign and one of these."""

STEPS = (
    Step("stats", stats, {"desk": "desk"}, on_choice=turn_to, about=OfView),
    Step("stats-which", which, on_choice=pick_campaign),
)
