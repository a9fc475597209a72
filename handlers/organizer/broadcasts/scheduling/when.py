"""When a broadcast goes out."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from handlers.dialogue.messages import Choice, Reply, Tap, Text, Words, choices, whole_number
from handlers.dialogue.step import Step, Turn
from handlers.organizer import datetime_parsing, time_zones
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import DRAFT_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts.summary import when
from handlers.organizer.broadcasts.ways_back import to_broadcast
from handlers.organizer.datetime_parsing import (
    EVENING,
    MORNING,
    DayOrMonth,
    Moment,
    Skipped,
    Unclear,
)
from handlers.organizer.forms import BroadcastForm
from handlers.organizer.navigation import back
from handlers.organizer.time_zones import local

NOW: Final = "now"
"""Stands for the moment at which it is confirmed."""


FARTHEST = timedelta(days=366)
"""How far ahead a broadcast may be scheduled: one further off is a slip."""


@dataclass(slots=True)
class ScheduleForm(BroadcastForm):
    """When a broadcast is to go out, and what was shown of it in the last look."""

    due: datetime | Literal["now"] | None = None
    expected: int = 0
    """How many it would go to."""
    alone: bool = False
    """Whether one organizer is enough to send it."""


@requires("organizer", DRAFT_FORM)
async def ask_when(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """When it is to go out, once the time zone is known."""
    if not time_zones.asked(access.organizer):
        return "zone"
    return _when(turn, access)


def _when(turn: Turn, access: BroadcastAccess, instead: datetime | None = None) -> Reply:
    """When it is to go; `instead` is the next time there is for one that there is not."""
    here_now = local(turn.now, access.organizer)
    today = here_now.date()
    usual = {
        "choice-when-evening": datetime.combine(today, EVENING),
        "choice-when-morning": datetime.combine(today + timedelta(days=1), MORNING),
    }
    offered: list[Choice] = []
    if instead is not None:
        offered.append(_moment("choice-when-instead", instead))
    offered.append(Choice(NOW))
    for label, naive in usual.items():
        try:
            moment = datetime_parsing.on_clock(naive, ZoneInfo(access.organizer.zone)).at
        except Skipped as skipped:
            moment = skipped.after
        if moment > turn.now:
            offered.append(_moment(label, moment))
    return Reply(
        "when",
        {"now": when(turn.now, access.organizer, turn.locale), "example": _example(here_now)},
        choices=(*offered, *choices("zone"), back("broadcast")),
    )


def _example(here_now: datetime) -> str:
    """A time as one may write it, that would do today."""
    return f"{(here_now + timedelta(days=2)).date().isoformat()} 18:30"


def _moment(label: str, moment: datetime) -> Choice:
    """A choice for that moment: minutes since 1970, so that an old button says what it said."""
    return Choice.of("m", int(moment.timestamp() // 60), Words(label, {"at": moment}))


@requires("organizer", DRAFT_FORM)
async def pick_when(turn: Turn, access: BroadcastAccess, tap: Tap) -> str | None:
    """One of the times that are offered."""
    minutes = whole_number(tap.value)
    if tap.name != "m" or minutes is None:
        turn.note("button-unknown")
        return None
    return _due(turn, access, datetime.fromtimestamp(minutes * 60, UTC))


@requires("organizer", DRAFT_FORM)
async def pick_now(turn: Turn, _access: BroadcastAccess) -> str:
    """As soon as it is confirmed."""
    turn.form(ScheduleForm).due = NOW
    return "last-look"


@requires("organizer", DRAFT_FORM)
async def hear_when(turn: Turn, access: BroadcastAccess, text: Text) -> Reply | str:
    """A time that was typed."""
    place = ZoneInfo(access.organizer.zone)
    example = _example(local(turn.now, access.organizer))
    try:
        found: Moment = datetime_parsing.moment(text.plain, turn.locale, place, turn.now)
    except Unclear:
        turn.note("when-unclear", example=example)
        return "when"
    except DayOrMonth:
        turn.note("day-or-month", example=example)
        return "when"
    except Skipped as skipped:
        turn.note("when-skipped", after=when(skipped.after, access.organizer, turn.locale))
        return _when(turn, access, skipped.after)
    if found.twice:
        turn.note("when-twice", at=when(found.at, access.organizer, turn.locale))
    return _due(turn, access, found.at)


def _due(turn: Turn, access: BroadcastAccess, moment: datetime) -> str:
    if moment <= turn.now:
        turn.note("when-past", at=when(moment, access.organizer, turn.locale))
        return "when"
    if moment > turn.now + FARTHEST:
        turn.note("when-far", at=when(moment, access.organizer, turn.locale))
        return "when"
    turn.form(ScheduleForm).due = moment.astimezone(UTC)
    return "last-look"


STEPS = (
    Step(
        "when",
        ask_when,
        {NOW: pick_now, "zone": "zone", "broadcast": to_broadcast},
        on_choice=pick_when,
        on_text=hear_when,
        form=ScheduleForm,
        about=OfBroadcast,
    ),
)
