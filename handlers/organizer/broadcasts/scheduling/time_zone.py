"""The time zone in which an organizer reads and writes times."""

from collections.abc import Sequence

from handlers.dialogue.messages import Reply, Tap, Text, choices
from handlers.dialogue.step import Step, Turn
from handlers.organizer import time_zones
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import BROADCAST_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts.scheduling.when import ScheduleForm
from handlers.organizer.broadcasts.ways_back import to_broadcast
from handlers.organizer.navigation import back
from handlers.supporter import country


@requires("organizer", BROADCAST_FORM)
async def zone(turn: Turn, access: BroadcastAccess) -> Reply:
    """Which time zone is theirs."""
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
    """A city, a country or a zone that was typed."""
    found = time_zones.find(text.plain, tuple(turn.languages.known))
    if len(found) == 1:
        return await _settle(turn, access, found[0])
    if found:
        return _zones(turn, access, found[: time_zones.MOST], "zone-which")
    turn.note("zone-unknown", text=text.plain.strip()[:40])
    return "zone"


@requires("organizer", BROADCAST_FORM)
async def pick_zone(turn: Turn, access: BroadcastAccess, tap: Tap) -> str | None:
    """A zone that was tapped."""
    found = time_zones.chosen(tap.choice)
    if found is None:
        turn.note("button-unknown")
        return None
    return await _settle(turn, access, found)


async def _settle(turn: Turn, access: BroadcastAccess, chosen: str) -> str:
    await turn.stores.organizing.organizers.settle(access.organizer, zone=chosen)
    turn.note("zone-settled", zone=time_zones.shown(turn.now, chosen, turn.locale))
    return "when"


STEPS = (
    Step(
        "zone",
        zone,
        {"when": "when", "broadcast": to_broadcast},
        on_choice=pick_zone,
        on_text=hear_zone,
        form=ScheduleForm,
        about=OfBroadcast,
    ),
)
