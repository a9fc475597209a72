"""What organizers are told without having asked: that something waits for them."""

from collections.abc import Callable, Mapping

from handlers.dialogue.messages import Reply
from handlers.organizer import exports
from handlers.organizer.broadcasts import sending
from handlers.organizer.campaigns import lifecycle

KINDS: dict[str, Callable[[Mapping[str, str | int]], Reply]] = {
    **sending.NOTICES,
    **exports.NOTICES,
    **lifecycle.NOTICES,
}
"""Each kind of notice, and the reply that says it; its buttons are those of the step it names."""


def reply(kind: str, details: Mapping[str, str | int]) -> Reply | None:
    """What to say, or None for a kind that this version does not know."""
    say = KINDS.get(kind)
    return say(details) if say else None
