"""Who of the team was active when: days only, for hours would be a time sheet."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from handlers.dialogue.messages import About, Reply, Words
from handlers.dialogue.step import Step, Turn
from handlers.organizer.access import HOUSE, HouseAccess, requires
from handlers.organizer.navigation import back

DAYS = 14
"""How far back the screen looks."""

NAMES = 8
"""The most names of one day; how many more there are is said."""


@requires("viewer", HOUSE)
async def activity(turn: Turn, access: HouseAccess) -> Reply:
    """The days on which somebody did something that the audit log tells, the newest first."""
    found = await turn.stores.organizing.audit.active_days(
        access.campaign,
        since=turn.now - timedelta(days=DAYS),
        zone=ZoneInfo(access.organizer.zone),
    )
    turn.about = About(access.slug)
    return Reply(
        "activity" if found else "activity-none",
        {
            "where": access.where(turn.locale),
            "days": DAYS,
            "lines": tuple(line for each in found.items() for line in _lines(*each)),
        },
        choices=(back("audit"),),
    )


def _lines(day: date, active: Sequence[tuple[int, str]]) -> Iterator[Words]:
    """The day, below it the names; whoever left or gave none is known by a number."""
    yield Words("audit-day", {"day": day})
    for number, name in active[:NAMES]:
        who = name or Words("organizer-nameless", {"number": number})
        yield Words("activity-who", {"who": who})
    if len(active) > NAMES:
        yield Words("activity-more", {"count": len(active) - NAMES})


STEPS = (Step("activity", activity, {"audit": "audit"}),)
