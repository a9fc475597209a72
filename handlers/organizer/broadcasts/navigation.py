"""The ways to the steps of one broadcast: its asides, and the forms that are about it."""

from handlers.dialogue.step import Turn
from handlers.domain.broadcasts import Broadcast

RESUME = "choice-continue-organizing"


def about(broadcast: Broadcast) -> str:
    """What the buttons under a broadcast are about."""
    return f"{broadcast.slug}.{broadcast.id}"


def to(turn: Turn, broadcast: Broadcast, step: str = "broadcast", *, leaving: bool = False) -> str:
    """To an aside about that broadcast, out of the form where somebody stands in one."""
    if leaving:
        turn.leave()
    turn.about = about(broadcast)
    return step


def stand(turn: Turn, broadcast: Broadcast, step: str, **answers: str) -> str:
    """Into a form about that broadcast. Answers of any other form are dropped."""
    turn.leave()
    turn.answers |= {"organizing": broadcast.slug, "broadcast": broadcast.id, **answers}
    return step


def standing(turn: Turn) -> str:
    """What the buttons of a form are about."""
    return f"{turn.answers.get('organizing', '')}.{turn.answers.get('broadcast', '')}"
