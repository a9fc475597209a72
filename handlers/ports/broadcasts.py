"""What steps ask of the store of broadcasts."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from handlers.domain.broadcasts import Audience, Broadcast, Letter, Progress, Reach
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer


class Broadcasts(Protocol):
    """Broadcasts as organizers see them. Sending is the worker's business.

    What is changed in a draft is written into the audit log by the step that knows who changes it;
    what becomes of one, by `BroadcastLifecycle`.
    """

    async def create(self, campaign: Campaign, organizer: Organizer, now: datetime) -> Broadcast:
        """An empty draft."""
        ...

    async def get(self, broadcast_id: int) -> Broadcast | None:
        """The broadcast of that number, or None."""
        ...

    async def of(self, campaign: Campaign) -> Sequence[Broadcast]:
        """The campaign's broadcasts, the newest first."""
        ...

    async def write(self, broadcast: Broadcast, locale: str, letter: Letter | None) -> None:
        """Put a draft's letter in that language, or take it out.

        Raises:
            BroadcastChanged: it is not the revision or the draft that `broadcast` is.
        """
        ...

    async def illustrate(self, broadcast: Broadcast, picture: bytes | None) -> None:
        """Give a draft that picture, or none.

        Raises:
            BroadcastChanged: it is not the revision or the draft that `broadcast` is.
            PictureRefused: it cannot be shown.
        """
        ...

    async def aim(self, broadcast: Broadcast, audience: Audience) -> None:
        """Choose whom a draft is for.

        Raises:
            BroadcastChanged: it is not the revision or the draft that `broadcast` is.
        """
        ...

    async def set(
        self, broadcast: Broadcast, *, quiet: bool | None = None, paid: bool | None = None
    ) -> None:
        """Set how a draft is sent.

        Raises:
            BroadcastChanged: it is not the revision or the draft that `broadcast` is.
        """
        ...

    async def drop(self, broadcast: Broadcast) -> None:
        """Throw a draft away.

        Raises:
            BroadcastChanged: it is not the revision or the draft that `broadcast` is.
        """
        ...

    async def reach(self, broadcast: Broadcast) -> Reach:
        """How many it would go to now. Nobody is listed.

        Raises:
            AudienceUnknown: it depends on who has signed, and the campaign is neither open nor
                paused.
            BroadcastChanged: its campaign is gone.
        """
        ...

    async def progress(
        self, broadcast: Broadcast, now: datetime, asleep: Collection[str] = ()
    ) -> Progress:
        """How far it has come. `asleep` are the countries where it is night."""
        ...

    async def watch(self, broadcast: Broadcast, organizer: Organizer) -> None:
        """Show the organizer one message that follows it; the worker posts and edits that.

        The second time it is posted anew, where they see it.
        """
        ...


class BroadcastLifecycle(Protocol):
    """What becomes of a broadcast, from a draft to its end. The audit log is told of each call.

    Each returns the broadcast as it is then.
    """

    async def confirm(
        self,
        broadcast: Broadcast,
        organizer: Organizer,
        due_at: datetime,
        expected: int,
        now: datetime,
        *,
        alone: bool,
    ) -> Broadcast:
        """Let a draft go out from `due_at` on; unless `alone`, when a second organizer agrees.

        They become its author: it is somebody else who has to agree.

        Raises:
            BroadcastChanged: it is not the revision or the draft that `broadcast` is.
            ValueError: it has no letter.
        """
        ...

    async def approve(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """A second organizer agrees.

        Raises:
            BroadcastChanged: it is not the revision that `broadcast` is, does not wait for
                that, or the organizer is its author.
        """
        ...

    async def reject(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """Make a draft again of one that waits or is scheduled.

        Raises:
            BroadcastChanged: it neither waits nor is scheduled.
        """
        ...

    async def pause(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """Send nothing more until `resume`; at once.

        Raises:
            BroadcastChanged: it is neither scheduled nor under way.
        """
        ...

    async def resume(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """Go on.

        Raises:
            BroadcastChanged: it is not the revision that `broadcast` is, or is not paused.
        """
        ...

    async def cancel(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        """Send nothing more, for good; at once.

        Raises:
            BroadcastChanged: it is a draft or has ended.
        """
        ...

    async def send_unknown_again(
        self, broadcast: Broadcast, organizer: Organizer, now: datetime
    ) -> Broadcast:
        """Send to those of whom nobody knows whether it arrived; some will get it twice.

        Raises:
            BroadcastChanged: it is not the revision that `broadcast` is, or there are none (any
                more).
        """
        ...
