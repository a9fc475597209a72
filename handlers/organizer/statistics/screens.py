"""The screens of a campaign's statistics."""

from collections.abc import Awaitable, Callable

from handlers.dialogue.messages import (
    About,
    Choice,
    Reply,
    Tap,
    Value,
    Words,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.organizers import role_in
from handlers.organizer.access import Acting, asks, whoever
from handlers.organizer.navigation import back
from handlers.organizer.sheet import OfView
from handlers.organizer.statistics.charts import (
    Seen,
    countries,
    funnel,
    growth,
    languages,
    pace,
    reach,
    sources,
)


async def stats(turn: Turn) -> Reply | str:
    """The view that `about` names behind the campaign, or of several campaigns which one."""
    if turn.about.campaign:
        return await show(turn)
    organizer = await whoever(turn)
    if organizer is None:
        turn.note("command-unknown")
        return turn.step or "home"
    every = await turn.stores.organizing.campaigns.all()
    found = [each for each in every if role_in(organizer, each) is not None]
    if len(found) == 1:
        turn.about = About(found[0].slug)
        return await show(turn)
    return "stats-which" if found else "organize"


async def which(turn: Turn) -> Reply | str:
    organizer = await whoever(turn)
    if organizer is None:
        turn.note("command-unknown")
        return turn.step or "home"
    turn.about = About()
    return Reply(
        "stats-which",
        choices=tuple(
            Choice(
                each.slug,
                Words(f"organize-{each.status}", {"title": each.alert(turn.locale).title}),
            )
            for each in await turn.stores.organizing.campaigns.all()
            if role_in(organizer, each) is not None
        ),
    )


async def pick_campaign(turn: Turn, tap: Tap) -> str:
    turn.about = About(tap.choice)
    return "stats"


@asks("viewer")
async def show(turn: Turn, acting: Acting) -> Reply:
    """One view of a campaign's numbers, and buttons to the others."""
    campaign = acting.campaign
    name = OfView.of(turn.about).view
    if name not in VIEWS:
        name = "growth"
    turn.about = OfView(campaign.slug, name)
    seen = await VIEWS[name](turn, acting)
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


async def turn_to(turn: Turn, tap: Tap) -> str | None:
    if tap.choice not in VIEWS:
        return None
    turn.about = OfView(turn.about.campaign, tap.choice)
    return "stats"


async def to_desk(turn: Turn) -> str:
    turn.about = About(turn.about.campaign)
    return "desk"


VIEWS: dict[str, Callable[[Turn, Acting], Awaitable[Seen]]] = {
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
    Step("stats", stats, {"desk": to_desk}, on_choice=turn_to, about=OfView),
    Step("stats-which", which, on_choice=pick_campaign),
)
