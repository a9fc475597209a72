"""Out of a form about a broadcast."""

from handlers.dialogue.step import Turn
from handlers.organizer.access import BROADCAST_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts.navigation import to


@requires("translator", BROADCAST_FORM)
async def to_broadcast(turn: Turn, access: BroadcastAccess) -> str:
    """Back to the broadcast."""
    return to(turn, access.broadcast, leaving=True)


@requires("organizer", BROADCAST_FORM)
async def to_audience(turn: Turn, access: BroadcastAccess) -> str:
    """Back to whom it is for."""
    return to(turn, access.broadcast, "audience", leaving=True)
