"""Letting a broadcast go: what it lacks, what speed costs, when it goes, and a last look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final, Literal
from zoneinfo import ZoneInfo

from handlers.dialogue.messages import (
    Choice,
    Language,
    Reply,
    Tap,
    Text,
    Words,
    choices,
    whole_number,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.broadcasts import Reach
from handlers.organizer import datetime_parsing, time_zones
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import BROADCAST_FORM, DRAFT, DRAFT_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts import drafting, limits
from handlers.organizer.broadcasts.navigation import to
from handlers.organizer.broadcasts.summary import lasting, reached, unwritten, when
from handlers.organizer.datetime_parsing import (
    EVENING,
    MORNING,
    DayOrMonth,
    Moment,
    Skipped,
    Unclear,
)
from handlers.organizer.forms import RESUME, BroadcastForm, enter
from handlers.organizer.navigation import back
from handlers.organizer.time_zones import local
from handlers.supporter import country

FREE, PAID = 30, 1_000
"""Messages a second without Stars and with them (Bot API, `allow_paid_broadcast`)."""

STARS_EACH = 10
"""Messages for one Star beyond the free ones: 0.1 Star each (Bot API, `allow_paid_broadcast`)."""

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


def _ask_when(turn: Turn, access: BroadcastAccess) -> str:
    return enter(turn, ScheduleForm(access.campaign.slug, access.broadcast.id), "when")


def price(count: int) -> int:
    """The most Stars that so many messages cost, in whole Stars."""
    return -(-count // STARS_EACH)


# Whether it can go at all.


async def hindrance_of(
    turn: Turn, access: BroadcastAccess, reach: Reach | None
) -> tuple[Words, str] | None:
    """What keeps a draft from being sent, and the aside where that is put right."""
    if not access.broadcast.letters:
        return Words("broadcast-unwritten"), "letters"
    if long := limits.overlong(turn, access.broadcast, access.campaign):
        return limits.too_long(access.broadcast, *long), "letters"
    if reach is None:
        return Words("audience-unknown"), "audience"
    if not reach.total:
        return Words("broadcast-nobody"), "audience"
    return None


@requires("organizer", DRAFT)
async def schedule(turn: Turn, access: BroadcastAccess) -> str:
    """From the draft to the time at which it goes, past what is missing."""
    reach = await limits.reach(turn, access.broadcast)
    hindrance = await hindrance_of(turn, access, reach)
    if hindrance is not None or reach is None:
        words, step = hindrance or (Words("audience-unknown"), "audience")
        turn.notes.append(words)
        return to(turn, access.broadcast, step)
    if unwritten(access.broadcast, reach):
        return to(turn, access.broadcast, "gaps")
    return _ask_when(turn, access)


@requires("organizer", DRAFT)
async def gaps(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """Who reads a language that nothing was written in, and what they would get instead."""
    reach = await limits.reach(turn, access.broadcast)
    missing = unwritten(access.broadcast, reach) if reach else []
    if reach is None or not missing or not access.broadcast.letters:
        return "broadcast"
    only = Reach({each: reach.locales[each] for each in missing})
    return Reply(
        "gaps",
        {"lines": reached(access.broadcast, access.campaign, only)},
        choices=(
            *(
                Choice.of("w", each, Words("choice-write", {"language": Language(each)}))
                for each in missing
                if each in turn.languages.known
            ),
            Choice("gaps-fine", alone=True),
            back("broadcast"),
        ),
    )


@requires("organizer", DRAFT)
async def gaps_fine(turn: Turn, access: BroadcastAccess) -> str:
    return _ask_when(turn, access)


# Paying for speed.


@requires("organizer", DRAFT)
async def paid(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """What sending faster would cost, before anybody chooses it."""
    reach = await limits.reach(turn, access.broadcast)
    if reach is None:
        turn.note("audience-unknown")
        return "audience"
    return Reply(
        "paid",
        {
            "count": reach.total,
            "stars": price(reach.total),
            "free": lasting(reach.total / FREE),
            "fast": lasting(reach.total / PAID),
        },
        choices=(
            *choices("paid-no" if access.broadcast.paid else "paid-yes"),
            back("broadcast"),
        ),
    )


@requires("organizer", DRAFT)
async def set_paid(turn: Turn, access: BroadcastAccess, *, wish: bool) -> str:
    """Pay for speed, or do not."""
    await turn.stores.organizing.broadcasts.set(access.broadcast, paid=wish)
    await access.note(turn, "broadcast-paid" if wish else "broadcast-unpaid")
    turn.note("paid-is-on" if wish else "paid-is-off")
    return "broadcast"


# The time zone.


@requires("organizer", BROADCAST_FORM)
async def zone(turn: Turn, access: BroadcastAccess) -> Reply:
    return _zones(turn, access, time_zones.offered(country.likely(turn)), "zone-ask")


def _zones(turn: Turn, access: BroadcastAccess, offered: Sequence[str], message: str) -> Reply:
    known = choices("when") if time_zones.asked(access.organizer) else ()
    return Reply(
        message,
        choices=(
            *(time_zones.choice(each, turn.locale, turn.now) for each in offered),
            *(
                ()
                if message == "zone-which"
                else (time_zones.choice(time_zones.UTC, turn.locale, turn.now),)
            ),
            *known,
            back("broadcast"),
        ),
    )


@requires("organizer", BROADCAST_FORM)
async def hear_zone(turn: Turn, access: BroadcastAccess, text: Text) -> Reply | str:
    found = time_zones.find(text.plain, tuple(turn.languages.known))
    if len(found) == 1:
        return await _settle(turn, access, found[0])
    if found:
        return _zones(turn, access, found[: time_zones.MOST], "zone-which")
    turn.note("zone-unknown", text=text.plain.strip()[:40])
    return "zone"


@requires("organizer", BROADCAST_FORM)
async def pick_zone(turn: Turn, access: BroadcastAccess, tap: Tap) -> str | None:
    found = time_zones.chosen(tap.choice)
    if found is None:
        turn.note("button-unknown")
        return None
    return await _settle(turn, access, found)


async def _settle(turn: Turn, access: BroadcastAccess, chosen: str) -> str:
    await turn.stores.organizing.organizers.settle(access.organizer, zone=chosen)
    turn.note("zone-settled", zone=time_zones.shown(turn.now, chosen, turn.locale))
    return "when"


# The time.


@requires("organizer", DRAFT_FORM)
async def ask_when(turn: Turn, access: BroadcastAccess) -> Reply | str:
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
    minutes = whole_number(tap.value)
    if tap.name != "m" or minutes is None:
        turn.note("button-unknown")
        return None
    return _due(turn, access, datetime.fromtimestamp(minutes * 60, UTC))


@requires("organizer", DRAFT_FORM)
async def pick_now(turn: Turn, _access: BroadcastAccess) -> str:
    turn.form(ScheduleForm).due = NOW
    return "last-look"


@requires("organizer", DRAFT_FORM)
async def hear_when(turn: Turn, access: BroadcastAccess, text: Text) -> Reply | str:
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
        "gaps",
        gaps,
        {"gaps-fine": gaps_fine, "broadcast": "broadcast"},
        on_choice=drafting.pick_language,
        about=OfBroadcast,
    ),
    Step(
        "paid",
        paid,
        {
            "paid-yes": partial(set_paid, wish=True),
            "paid-no": partial(set_paid, wish=False),
            "broadcast": "broadcast",
        },
        about=OfBroadcast,
    ),
    Step(
        "zone",
        zone,
        {"when": "when", "broadcast": drafting.to_broadcast},
        on_choice=pick_zone,
        on_text=hear_zone,
        form=ScheduleForm,
        about=OfBroadcast,
        resume=RESUME,
    ),
    Step(
        "when",
        ask_when,
        {NOW: pick_now, "zone": "zone", "broadcast": drafting.to_broadcast},
        on_choice=pick_when,
        on_text=hear_when,
        form=ScheduleForm,
        about=OfBroadcast,
        resume=RESUME,
    ),
)
