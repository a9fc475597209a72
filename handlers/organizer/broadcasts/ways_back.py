"""Out of a form about a broadcast."""

from handlers.dialogue.step import Turn
from handlers.organizer.access import BROADCAST_FORM, BroadcastAccess, requires


@requires("translator", BROADCAST_FORM)
async def to_broadcast(turn: Turn, access: BroadcastAccess) -> str:
    """Back to the broadcast."""
    return access.show(turn)


@requires("organizer", BROADCAST_FORM)
async def to_audience(turn: Turn, access: BroadcastAccess) -> str:
    """Back to whom it is for."""
    return access.show(turn, "audience")
