"""What becomes of a broadcast that was confirmed: a second organizer agrees, anybody stops it."""

from collections.abc import Callable, Mapping

from handlers.dialogue.messages import Choice, Reply, Tap, Value, Words, choices, whole_number
from handlers.dialogue.step import Step, Turn
from handlers.domain.organizers import Organizer, may
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import BROADCAST, BroadcastAccess, requires
from handlers.organizer.broadcasts import limits
from handlers.organizer.broadcasts.scheduling.confirmation import nights, tell
from handlers.organizer.broadcasts.scheduling.speed import speed
from handlers.organizer.broadcasts.summary import aimed, name, reached, when
from handlers.organizer.campaigns import high_risk
from handlers.organizer.navigation import back

# A second organizer.


async def waiting(turn: Turn, access: BroadcastAccess) -> Reply:
    """A broadcast that waits for somebody to agree, with everything on it."""
    found = access.broadcast
    store = turn.stores.organizing
    author = await store.organizers.get(found.author) if found.author is not None else None
    reach = await limits.reach(turn, found)
    decides = may(access.organizer, access.campaign, "organizer")
    own = found.author == access.organizer.id
    late = found.due_at is not None and found.due_at <= turn.now
    offered: list[Choice] = []
    if decides and not own:
        offered = [
            Choice.of("approve", found.revision, Words("choice-broadcast-approve"), alone=True),
            Choice("reject", Words("choice-broadcast-reject"), alone=True),
        ]
    elif decides:
        offered = [Choice("take-back")]
    high_risk.warn(turn, access.campaign)
    return Reply(
        "broadcast-waiting-own" if own else "broadcast-waiting",
        {
            "who": (author.name if author else "") or Words("broadcast-somebody"),
            "name": name(found, turn.locale, access.campaign.default_locale),
            "aim": aimed(found.audience, turn.locale),
            "reach": reached(found, access.campaign, reach) if reach else Words("reach-unknown"),
            "total": found.expected,
            "when": Words("look-at-once")
            if late or found.due_at is None
            else when(found.due_at, access.organizer, turn.locale),
            "quiet": await nights(turn, found, max(found.due_at or turn.now, turn.now)),
            "speed": speed(found, found.expected),
        },
        choices=(*offered, *choices("try"), back("broadcasts")),
    )


@requires("organizer", BROADCAST)
async def approve(turn: Turn, access: BroadcastAccess, tap: Tap) -> str | None:
    """Agree to what was seen; the number in the button says which state of it that was."""
    revision = whole_number(tap.value)
    if tap.name != "approve" or revision is None:
        turn.note("button-unknown")
        return None
    if access.broadcast.status != "waiting" or access.broadcast.revision != revision:
        turn.note("broadcast-changed")
        return None
    organizing = turn.stores.organizing
    approved = await organizing.broadcast_lifecycle.approve(
        access.broadcast, access.organizer, turn.now
    )
    await organizing.broadcasts.watch(approved, access.organizer)
    if author := await _author(turn, access):
        await organizing.broadcasts.watch(approved, author)
        await tell(turn, access, [author], "broadcast-approved")
    turn.note("broadcast-approved")
    return None


@requires("organizer", BROADCAST)
async def reject(turn: Turn, access: BroadcastAccess) -> None:
    """Say no to what somebody else wants to send: it is a draft again, and they are told."""
    if access.broadcast.status != "waiting":
        turn.note("broadcast-changed")
        return
    await turn.stores.organizing.broadcast_lifecycle.reject(
        access.broadcast, access.organizer, turn.now
    )
    if author := await _author(turn, access):
        await tell(turn, access, [author], "broadcast-rejected")
    turn.note("broadcast-rejected")


async def _author(turn: Turn, access: BroadcastAccess) -> Organizer | None:
    """Who confirmed it, where that is somebody else who may still organize here."""
    number = access.broadcast.author
    if number is None or number == access.organizer.id:
        return None
    author = await turn.stores.organizing.organizers.get(number)
    return author if author is not None and may(author, access.campaign, "organizer") else None


@requires("organizer", BROADCAST)
async def take_back(turn: Turn, access: BroadcastAccess) -> None:
    """Make a draft again of what has not begun to go out."""
    await turn.stores.organizing.broadcast_lifecycle.reject(
        access.broadcast, access.organizer, turn.now
    )
    turn.note("broadcast-back")


# While it goes out.


@requires("organizer", BROADCAST)
async def watch(turn: Turn, access: BroadcastAccess) -> None:
    """Follow how it goes."""
    await turn.stores.organizing.broadcasts.watch(access.broadcast, access.organizer)
    turn.note("broadcast-watched")


@requires("organizer", BROADCAST)
async def pause(turn: Turn, access: BroadcastAccess) -> None:
    """Stop it for now."""
    await turn.stores.organizing.broadcast_lifecycle.pause(
        access.broadcast, access.organizer, turn.now
    )


@requires("organizer", BROADCAST)
async def resume(turn: Turn, access: BroadcastAccess) -> None:
    """Let it go on."""
    await turn.stores.organizing.broadcast_lifecycle.resume(
        access.broadcast, access.organizer, turn.now
    )


@requires("organizer", BROADCAST)
async def cancel(turn: Turn, access: BroadcastAccess) -> str | None:
    """Stop it for good. The first tap pauses it, at once; of a paused one it is asked again."""
    organizing = turn.stores.organizing
    if access.broadcast.status in ("preparing", "sending"):
        await organizing.broadcast_lifecycle.pause(access.broadcast, access.organizer, turn.now)
        turn.note("cancel-once-more")
        return None
    return "stop"


@requires("organizer", BROADCAST)
async def stop(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """How many will not get it, before that cannot be undone any more."""
    if access.broadcast.status != "paused":
        turn.note("broadcast-changed")
        return "broadcast"
    progress = await turn.stores.organizing.broadcasts.progress(access.broadcast, turn.now)
    return Reply(
        "stop",
        {
            "name": name(access.broadcast, turn.locale, access.campaign.default_locale),
            "sent": progress.sent,
            "left": progress.left,
        },
        choices=(*choices("stop-no"), Choice("stop-yes", alone=True)),
    )


@requires("organizer", BROADCAST)
async def stop_yes(turn: Turn, access: BroadcastAccess) -> str:
    """Stop it for good."""
    await turn.stores.organizing.broadcast_lifecycle.cancel(
        access.broadcast, access.organizer, turn.now
    )
    return "broadcast"


@requires("organizer", BROADCAST)
async def again(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """What it means to send to those of whom nobody knows, before it is done."""
    progress = await turn.stores.organizing.broadcasts.progress(access.broadcast, turn.now)
    if access.broadcast.status != "done" or not progress.unknown:
        return "broadcast"
    return Reply(
        "again",
        {"count": progress.unknown},
        choices=(*choices("again-no"), Choice("again-yes", alone=True)),
    )


@requires("organizer", BROADCAST)
async def again_yes(turn: Turn, access: BroadcastAccess) -> str:
    """Send it again to those of whom nobody knows whether they got it."""
    organizing = turn.stores.organizing
    if access.broadcast.status != "done":
        turn.note("broadcast-changed")
        return "broadcast"
    repeated = await organizing.broadcast_lifecycle.send_unknown_again(
        access.broadcast, access.organizer, turn.now
    )
    await organizing.broadcasts.watch(repeated, access.organizer)
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
