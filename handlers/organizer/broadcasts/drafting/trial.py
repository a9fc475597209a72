"""A broadcast in the organizer's own chat, as its readers will get it."""

from dataclasses import replace

from handlers.dialogue.messages import Choice, Language, Reply, Tap, Words
from handlers.dialogue.step import Step, Turn
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import BROADCAST, BroadcastAccess, requires
from handlers.organizer.broadcasts.summary import preview
from handlers.organizer.navigation import back
from handlers.supporter.updates import STOP


@requires("translator", BROADCAST)
async def try_out(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """In which language to see it in one's own chat."""
    if not access.broadcast.letters:
        turn.note("broadcast-unwritten")
        return "broadcast"
    return Reply(
        "try",
        choices=(
            *(
                Choice.of("t", each, Words("choice-try-language", {"language": Language(each)}))
                for each in access.broadcast.letters
            ),
            back("broadcast"),
        ),
    )


@requires("translator", BROADCAST)
async def try_in(turn: Turn, access: BroadcastAccess, tap: Tap) -> Reply | None:
    """The letter itself, with its picture and its buttons."""
    locale = tap.value
    if tap.name != "t" or locale not in access.broadcast.letters:
        turn.note("button-unknown")
        return None
    await access.note(turn, "broadcast-tried", language=locale)
    shown = preview(access.broadcast, access.campaign, locale)
    return replace(
        shown,
        choices=(*shown.choices, Choice("write-done", Words("choice-back"), placement="last")),
    )


@requires("translator", BROADCAST)
async def try_stop(turn: Turn, _access: BroadcastAccess) -> None:
    """In a trial nobody's messages are stopped."""
    turn.note("preview-stop")


STEPS = (
    Step(
        "try",
        try_out,
        {STOP: try_stop, "write-done": "try", "broadcast": "broadcast"},
        on_choice=try_in,
        about=OfBroadcast,
    ),
)
