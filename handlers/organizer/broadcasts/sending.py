"""What becomes of a broadcast that was confirmed: a second organizer agrees, anybody stops it."""

from collections.abc import Callable, Mapping

from handlers.dialogue.messages import (
    Choice,
    Reply,
    Tap,
    Value,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.organizers import Organizer, may
from handlers.organizer.broadcasts import limits
from handlers.organizer.broadcasts.access import At, at
from handlers.organizer.broadcasts.confirmation import nights, speed, tell
from handlers.organizer.broadcasts.summary import aimed, name, reached, when
from handlers.organizer.campaigns import high_risk
from handlers.organizer.navigation import back
from handlers.organizer.sheet import OfBroadcast

# A second organizer.


async def waiting(turn: Turn, here: At) -> Reply:
    """A broadcast that waits for somebody to agree, with everything on it."""
    found = here.broadcast
    store = turn.stores.organizing
    author = await store.organizers.get(found.author) if found.author is not None else None
    reach = await limits.reach(turn, found)
    decides = may(here.organizer, here.campaign, "organizer")
    own = found.author == here.organizer.id
    late = found.due_at is not None and found.due_at <= turn.now
    offered: list[Choice] = []
    if decides and not own:
        offered = [
            Choice(f"approve_{found.revision}", Words("choice-broadcast-approve"), alone=True),
            Choice("reject", Words("choice-broadcast-reject"), alone=True),
        ]
    elif decides:
        offered = [Choice("take-back")]
    high_risk.warn(turn, here.campaign)
    return Reply(
        "broadcast-waiting-own" if own else "broadcast-waiting",
        {
            "who": (author.name if author else "") or Words("broadcast-somebody"),
            "name": name(found, turn.locale, here.campaign.default_locale),
            "aim": aimed(found.audience, turn.locale),
            "reach": reached(found, here.campaign, reach) if reach else Words("reach-unknown"),
            "total": found.expected,
            "when": Words("look-at-once")
            if late or found.due_at is None
            else when(found.due_at, here.organizer, turn.locale),
            "quiet": await nights(turn, found, max(found.due_at or turn.now, turn.now)),
            "speed": speed(found, found.expected),
        },
        choices=(*offered, *choices("try"), back("broadcasts")),
    )


@at("organizer")
async def approve(turn: Turn, here: At, tap: Tap) -> str | None:
    """Agree to what was seen; the number in the button says which state of it that was."""
    revision = tap.choice.removeprefix("approve_")
    if revision == tap.choice or not revision.isdecimal():
        turn.note("button-unknown")
        return None
    if here.broadcast.status != "waiting" or here.broadcast.revision != int(revision):
        turn.note("broadcast-changed")
        return None
    store = turn.stores.organizing.broadcasts
    approved = await store.approve(here.broadcast, here.organizer, turn.now)
    await store.watch(approved, here.organizer)
    if author := await _author(turn, here):
        await store.watch(approved, author)
        await tell(turn, here, [author], "broadcast-approved")
    turn.note("broadcast-approved")
    return None


@at("organizer")
async def reject(turn: Turn, here: At) -> None:
    """Say no to what somebody else wants to send: it is a draft again, and they are told."""
    if here.broadcast.status != "waiting":
        turn.note("broadcast-changed")
        return
    await turn.stores.organizing.broadcasts.reject(here.broadcast, here.organizer, turn.now)
    if author := await _author(turn, here):
        await tell(turn, here, [author], "broadcast-rejected")
    turn.note("broadcast-rejected")


async def _author(turn: Turn, here: At) -> Organizer | None:
    """Who confirmed it, where that is somebody else who may still organize here."""
    number = here.broadcast.author
    if number is None or number == here.organizer.id:
        return None
    author = await turn.stores.organizing.organizers.get(number)
    return author if author is not None and may(author, here.campaign, "organizer") else None


@at("organizer")
async def take_back(turn: Turn, here: At) -> None:
    """Make a draft again of what has not begun to go out."""
    await turn.stores.organizing.broadcasts.reject(here.broadcast, here.organizer, turn.now)
    turn.note("broadcast-back")


# While it goes out.


@at("organizer")
async def watch(turn: Turn, here: At) -> None:
    await turn.stores.organizing.broadcasts.watch(here.broadcast, here.organizer)
    turn.note("broadcast-watched")


@at("organizer")
async def pause(turn: Turn, here: At) -> None:
    await turn.stores.organizing.broadcasts.pause(here.broadcast, here.organizer, turn.now)


@at("organizer")
async def resume(turn: Turn, here: At) -> None:
    await turn.stores.organizing.broadcasts.resume(here.broadcast, here.organizer, turn.now)


@at("organizer")
async def cancel(turn: Turn, here: At) -> str | None:
    """Stop it for good. The first tap pauses it, at once; of a paused one it is asked again."""
    store = turn.stores.organizing.broadcasts
    if here.broadcast.status in ("preparing", "sending"):
        await store.pause(here.broadcast, here.organizer, turn.now)
        turn.note("cancel-once-more")
        return None
    return "stop"


@at("organizer")
async def stop(turn: Turn, here: At) -> Reply | str:
    """How many will not get it, before that cannot be undone any more."""
    if here.broadcast.status != "paused":
        turn.note("broadcast-changed")
        return "broadcast"
    progress = await turn.stores.organizing.broadcasts.progress(here.broadcast, turn.now)
    return Reply(
        "stop",
        {
            "name": name(here.broadcast, turn.locale, here.campaign.default_locale),
            "sent": progress.sent,
            "left": progress.left,
        },
        choices=(*choices("stop-no"), Choice("stop-yes", alone=True)),
    )


@at("organizer")
async def stop_yes(turn: Turn, here: At) -> str:
    await turn.stores.organizing.broadcasts.cancel(here.broadcast, here.organizer, turn.now)
    return "broadcast"


@at("organizer")
async def again(turn: Turn, here: At) -> Reply | str:
    """What it means to send to those of whom nobody knows, before it is done."""
    progress = await turn.stores.organizing.broadcasts.progress(here.broadcast, turn.now)
    if here.broadcast.status != "done" or not progress.unknown:
        return "broadcast"
    return Reply(
        "again",
        {"count": progress.unknown},
        choices=(*choices("again-no"), Choice("again-yes", alone=True)),
    )


@at("organizer")
async def again_yes(turn: Turn, here: At) -> str:
    store = turn.stores.organizing.broadcasts
    if here.broadcast.status != "done":
        turn.note("broadcast-changed")
        return "broadcast"
    repeated = await store.send_unknown_again(here.broadcast, here.organizer, turn.now)
    await store.watch(repeated, here.organizer)
    return "broadcast"


# What organizers are told without asking.


def _notice(kind: str) -> Callable[[Mapping[str, str | int]], Reply]:
    def say(details: Mapping[str, str | int]) -> Reply:
        args: dict[str, Value] = {"title": details["title"]}
        if "count" in details:
            args["count"] = details["count"]
        return Reply(
            f"notice-{kind}",
            args,
            choices=(Choice("refresh", Words("choice-look")),),
            step="broadcast",
            about=OfBroadcast(str(details["slug"]), int(details["number"])),
        )

    return say


NOTICES = {
    kind: _notice(kind)
    for kind in (
        "broadcast-waits",
        "broadcast-approved",
        "broadcast-rejected",
        "broadcast-grown",
        "broadcast-lost",
    )
}


STEPS = (
    Step("stop", stop, {"stop-yes": stop_yes, "stop-no": "broadcast"}, about=OfBroadcast),
    Step("again", again, {"again-yes": again_yes, "again-no": "broadcast"}, about=OfBroadcast),
)
