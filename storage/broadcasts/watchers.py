"""The messages by which organizers follow a broadcast: what the worker shows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update

from handlers.domain.broadcasts import Broadcast, Progress
from handlers.domain.organizers import Organizer
from storage import models
from storage.broadcasts.rows import progress_of, the
from storage.database import Database
from storage.organizers.organizers import Organizers

table, watchers, organizers = models.broadcasts, models.watchers, models.organizers


@dataclass(frozen=True, slots=True)
class Watcher:
    """An organizer's message that follows a broadcast."""

    broadcast: Broadcast
    progress: Progress
    organizer: Organizer
    chat_id: str
    message_id: str | None
    """None until it is posted."""
    shown: bytes | None
    """SHA-256 of what it shows."""


class Watchers:
    """The messages of those who follow a broadcast (`Broadcasts.watch`)."""

    def __init__(self, database: Database, organizers: Organizers) -> None:
        self._database = database
        self._organizers = organizers

    async def watched(
        self, channel: str, now: datetime, asleep: Collection[str] = ()
    ) -> Sequence[Watcher]:
        """What is to be shown to whom by that channel.

        Who has no role in the campaign any more is left out.
        """
        found: list[Watcher] = []
        async with self._database.read() as connection:
            rows = (
                await connection.execute(
                    select(watchers, table.c.campaign_id)
                    .join(table, table.c.id == watchers.c.broadcast_id)
                    .join(organizers, organizers.c.id == watchers.c.organizer_id)
                    .where(organizers.c.channel == channel)
                    .order_by(watchers.c.broadcast_id, watchers.c.organizer_id)
                )
            ).all()
            broadcast: Broadcast | None = None
            progress = Progress()
            for row in rows:
                if broadcast is None or broadcast.id != row.broadcast_id:
                    broadcast = await the(connection, row.broadcast_id)
                    progress = await progress_of(connection, broadcast.id, now, asleep)
                reached = await self._organizers.reached(connection, row.organizer_id)
                if reached is None:
                    continue
                organizer, _, chat_id = reached
                if organizer.everywhere is not None or row.campaign_id in organizer.roles:
                    found.append(
                        Watcher(
                            broadcast,
                            progress,
                            organizer,
                            chat_id,
                            row.message_id,
                            row.shown,
                        )
                    )
        return found

    async def posted(
        self, broadcast_id: int, organizer_id: int, message_id: str, shown: bytes
    ) -> None:
        """The organizer's message stands there, and shows that (SHA-256)."""
        async with self._database.write() as connection:
            await connection.execute(
                update(watchers)
                .where(*_watching(broadcast_id, organizer_id))
                .values(message_id=message_id, shown=shown)
            )

    async def unwatch(self, broadcast_id: int, organizer_id: int) -> None:
        """Change the organizer's message no more."""
        async with self._database.write() as connection:
            await connection.execute(delete(watchers).where(*_watching(broadcast_id, organizer_id)))


def _watching(
    broadcast_id: int, organizer_id: int
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return watchers.c.broadcast_id == broadcast_id, watchers.c.organizer_id == organizer_id
