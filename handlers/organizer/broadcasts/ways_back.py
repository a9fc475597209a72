"""Out of a form about a broadcast."""

from handlers.dialogue.step import Turn
from handlers.organizer.access import (
    BROADCAST_FORM,
    BroadcastAccess,
    requires,
)
from handlers.organizer.broadcasts.navigation import to


@requires("translator", BROADCAST_FORM)
async def to_broadcast(turn: Turn, access: BroadcastAccess) -> str:
    return to(turn, access.broadcast, leaving=True)


@requires("organizer", BROADCAST_FORM)
async def to_audience(turn: Turn, access: BroadcastAccess) -> str:
    return to(turn, access.broadcast, "audience", leaving=True)
