"""How a broadcast stands: one message that is shown again and again."""

from handlers.dialogue import Bar, Reply
from handlers.organizer.stores import Broadcast, Organizer, Progress
from handlers.stores import Campaign


def progress_reply(
    broadcast: Broadcast, progress: Progress, organizer: Organizer, campaign: Campaign
) -> Reply:
    """How far a broadcast has come, as that organizer may see it."""
    done = progress.size - progress.left
    return Reply(
        "broadcast-progress",
        {
            "title": campaign.alert(organizer.locale).title,
            "bar": Bar(done / progress.size if progress.size else 0.0),
            "sent": progress.sent,
            "size": progress.size,
        },
    )
