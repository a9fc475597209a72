"""Since when those whom a broadcast is for have wished for updates."""

from dataclasses import replace
from datetime import date, timedelta

from handlers.dialogue.messages import Choice, Reply, Tap, Text, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import DRAFT_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts.drafting.audience import aim_at
from handlers.organizer.broadcasts.ways_back import to_audience
from handlers.organizer.datetime_parsing import DayOrMonth, Unclear, day
from handlers.organizer.forms import BroadcastForm
from handlers.organizer.navigation import back
from handlers.organizer.time_zones import local


@requires("organizer", DRAFT_FORM)
async def since(turn: Turn, access: BroadcastAccess) -> Reply:
    """Since when, and what is usual."""
    chosen = access.broadcast.audience.since
    latest = await _latest(turn, access)
    return Reply(
        "aim-since" if chosen is None else "aim-since-chosen",
        {"since": chosen} if chosen else {},
        choices=(
            *choices("since-week", "since-month"),
            *(
                (Choice("since-latest", Words("choice-since-latest", {"since": latest})),)
                if latest
                else ()
            ),
            *(choices("since-ever") if chosen else ()),
            back("audience"),
        ),
    )


async def _latest(turn: Turn, access: BroadcastAccess) -> date | None:
    """The day on which the campaign's last broadcast went out."""
    every = await turn.stores.organizing.broadcasts.of(access.campaign)
    started = [local(each.started_at, access.organizer).date() for each in every if each.started_at]
    return max(started, default=None)


@requires("organizer", DRAFT_FORM)
async def pick_since(turn: Turn, access: BroadcastAccess, tap: Tap) -> str | None:
    """One of what is offered."""
    today = local(turn.now, access.organizer).date()
    wishes: dict[str, date | None] = {
        "since-week": today - timedelta(days=7),
        "since-month": today - timedelta(days=30),
        "since-latest": await _latest(turn, access),
        "since-ever": None,
    }
    if tap.choice not in wishes:
        turn.note("button-unknown")
        return None
    await aim_at(turn, access, replace(access.broadcast.audience, since=wishes[tap.choice]))
    return access.show(turn, "audience")


@requires("organizer", DRAFT_FORM)
async def hear_since(turn: Turn, access: BroadcastAccess, text: Text) -> str:
    """A day that was typed."""
    today = local(turn.now, access.organizer).date()
    try:
        found = day(text.plain, turn.locale, today)
    except DayOrMonth:
        turn.note("day-or-month", example=today.isoformat())
        return "aim-since"
    except Unclear:
        turn.note("day-unclear", example=today.isoformat())
        return "aim-since"
    if found > today:
        turn.note("since-ahead", since=found)
        return "aim-since"
    await aim_at(turn, access, replace(access.broadcast.audience, since=found))
    return access.show(turn, "audience")


STEPS = (
    Step(
        "aim-since",
        since,
        {"audience": to_audience},
        on_choice=pick_since,
        on_text=hear_since,
        form=BroadcastForm,
        about=OfBroadcast,
    ),
)
