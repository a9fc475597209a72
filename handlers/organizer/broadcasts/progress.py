"""How a broadcast stands once it is confirmed: one message that is shown again and again."""

from datetime import datetime

from handlers.dialogue.messages import Bar, Choice, Reply, Value, Words, choices
from handlers.domain.broadcasts import Broadcast, Progress
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, may
from handlers.organizer.about import OfBroadcast
from handlers.organizer.broadcasts.summary import lasting, name, when
from handlers.organizer.navigation import back

MESSAGES = {
    "draft": "broadcast-taken-back",
    "waiting": "broadcast-waits",
    "scheduled": "broadcast-scheduled",
    "preparing": "broadcast-preparing",
    "sending": "broadcast-sending",
    "paused": "broadcast-paused",
    "done": "broadcast-done",
    "cancelled": "broadcast-cancelled",
}
"""What is said of a broadcast in each state."""

OUTCOMES = ("blocked", "unknown", "failed", "unsubscribed")
"""What else became of people than that it was sent to them."""


def progress_reply(
    broadcast: Broadcast,
    progress: Progress,
    organizer: Organizer,
    campaign: Campaign,
    now: datetime,
) -> Reply:
    """How far a broadcast has come, or what came of it, as that organizer may see it.

    Its choices are such that the same message goes on showing the same broadcast: whoever taps
    them sees it there, and the worker may go on editing it.
    """
    status = broadcast.status
    if status == "scheduled" and broadcast.due_at is not None and broadcast.due_at <= now:
        status = "preparing"  # as it will be in a moment
    under_way = status in ("preparing", "sending", "paused")
    args: dict[str, Value] = {
        "name": name(broadcast, organizer.locale, campaign.default_locale),
        "size": progress.size if broadcast.status != "scheduled" else broadcast.expected,
    }
    if status in ("scheduled", "waiting"):
        args["when"] = _due(broadcast, organizer)
    else:
        args["sent"] = progress.sent
        args["lines"] = _lines(progress)
    if under_way:
        done = progress.size - progress.left
        args["bar"] = Bar(done / progress.size if progress.size else 0.0)
    if broadcast.status == "sending":
        args["pace"] = _pace(progress)
    if broadcast.ended_at is not None:
        args["ended"] = when(broadcast.ended_at, organizer, organizer.locale)
        args["left"] = progress.left
    return Reply(
        MESSAGES[status],
        args,
        choices=_choices(broadcast, progress) if may(organizer, campaign, "organizer") else (),
        step="broadcast",
        about=OfBroadcast(broadcast.slug, broadcast.id),
    )


def _due(broadcast: Broadcast, organizer: Organizer) -> Value:
    return when(broadcast.due_at, organizer, organizer.locale) if broadcast.due_at else ""


def _lines(progress: Progress) -> tuple[Words, ...]:
    """What became of those to whom it was not sent, as far as there are any."""
    amounts = {each: int(getattr(progress, each)) for each in OUTCOMES}
    return tuple(
        Words(f"progress-{each}", {"count": amount}) for each, amount in amounts.items() if amount
    )


def _pace(progress: Progress) -> tuple[Words, ...]:
    """How fast it goes, how long it will take, and who is left for the morning."""
    lines: list[Words] = []
    if progress.rate > 0:
        lines.append(Words("progress-rate", {"count": max(1, round(progress.rate))}))
    left = progress.seconds_left
    if left is not None and left > 0:
        lines.append(Words("progress-left", {"time": lasting(left)}))
    if progress.asleep:
        lines.append(Words("progress-asleep", {"count": progress.asleep}))
    return tuple(lines)


CANCEL = Choice("cancel", Words("choice-broadcast-cancel"), alone=True)


def _choices(broadcast: Broadcast, progress: Progress) -> tuple[Choice, ...]:
    match broadcast.status:
        case "draft":
            return (Choice("refresh", Words("choice-look")),)
        case "waiting" | "scheduled":
            return choices("take-back")
        case "preparing" | "sending":
            return (Choice("pause", Words("choice-broadcast-pause"), alone=True), CANCEL)
        case "paused":
            return (Choice("resume", Words("choice-broadcast-resume"), alone=True), CANCEL)
        case "done" if progress.unknown:
            return (*choices("again"), back("broadcasts"))
        case _:
            return (back("broadcasts"),)
