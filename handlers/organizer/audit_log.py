"""The audit log: what organizers did."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from handlers.dialogue.messages import Language, Reply, Value, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Deed, Organizer
from handlers.organizer import time_zones
from handlers.organizer.about import OfList
from handlers.organizer.access import HOUSE_COMMAND, HouseAccess, requires
from handlers.organizer.navigation import back
from handlers.organizer.team import NAMED
from handlers.organizer.time_zones import local

IN_A_ROW = ("broadcast-aimed", "broadcast-illustrated", "broadcast-written", "text", "setting")
"""What people try out again and again until it is as they wish."""

DEEDS = 10
"""Rows of the audit log on one page."""


@requires("viewer", HOUSE_COMMAND)
async def audit(turn: Turn, access: HouseAccess) -> Reply:
    """What was done, the newest first. `about` holds the campaign, and where the page begins."""
    organizer, campaign = access.organizer, access.campaign
    before = OfList.of(turn.about).before or None
    deeds = await turn.stores.organizing.audit.read(campaign, before=before, limit=DEEDS + 1)
    shown, older = deeds[:DEEDS], deeds[DEEDS:]
    turn.about = OfList(access.slug, shown[-1][0] if older else 0)
    return Reply(
        "audit" if shown else "audit-empty",
        {
            "where": access.where(turn.locale),
            "lines": tuple(_told(shown, organizer, campaign)),
            "clock": time_zones.shown(turn.now, organizer.zone, turn.locale),
        },
        choices=(
            *choices(*(["older"] if older else []), "activity"),
            back("desk" if campaign else "organize"),
        ),
    )


def _told(
    deeds: Sequence[tuple[int, Deed]], reader: Organizer, campaign: Campaign | None
) -> Iterator[Words]:
    """Day by day. Of changes to a text that somebody makes in a row, the last and how many."""

    def alike(row: tuple[int, Deed]) -> tuple[object, ...]:
        number, deed = row
        own = 0 if deed.action in IN_A_ROW else number
        day = local(deed.at, reader).date()
        return day, deed.slug, deed.organizer_id, deed.action, deed.details, own

    day: date | None = None
    for _, group in groupby(deeds, key=alike):
        (_, first), *others = group
        at = local(first.at, reader)
        if at.date() != day:
            day = at.date()
            yield Words("audit-day", {"day": day})
        told = _deed(first, reader, where=campaign is None)
        yield Words("deed-times", {"deed": told, "count": 1 + len(others)}) if others else told


def _deed(deed: Deed, reader: Organizer, *, where: bool) -> Words:
    """One deed; `where` it was done too, if that was in a campaign."""
    details = {name: _detail(name, value) for name, value in deed.details.items()}
    who: Value = deed.who
    if not deed.who:
        who = (
            Words("deed-by-command")
            if deed.organizer_id is None
            else Words("organizer-nameless", {"number": deed.organizer_id})
        )
    args: dict[str, Value] = {
        "at": local(deed.at, reader),
        "who": who,
        "what": Words(f"deed-{deed.action}", details),
    }
    if not (where and deed.slug):
        return Words("deed", args)
    return Words("deed-in", {**args, "where": deed.slug})


def _detail(name: str, value: str | int) -> Value:
    """A detail as people read it: what was changed, in which language, which role."""
    if name in NAMED:
        return Words(f"{NAMED[name]}-{value}")
    return Language(str(value)) if name == "language" else value


STEPS = (
    Step(
        "audit",
        audit,
        {"older": "audit", "activity": "activity", "desk": "desk", "organize": "organize"},
        about=OfList,
    ),
)
