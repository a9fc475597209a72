"""The way to what is about one broadcast."""

from handlers.dialogue.step import Turn
from handlers.domain.broadcasts import Broadcast
from handlers.organizer.about import OfBroadcast


def about(broadcast: Broadcast) -> OfBroadcast:
    """What the buttons under a broadcast are about."""
    return OfBroadcast(broadcast.slug, broadcast.id)


def to(turn: Turn, broadcast: Broadcast, step: str = "broadcast", *, leaving: bool = False) -> str:
    """To an aside about that broadcast, out of the form where somebody stands in one."""
    if leaving:
        turn.leave()
    turn.about = about(broadcast)
    return step
