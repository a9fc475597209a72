"""What organizers are to be told that they have not just asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.organizers import Organizer
from handlers.ports import organizers as ports
from storage import models
from storage.database import Database
from storage.organizers.organizers import Organizers

table, roles, notices = models.organizers, models.organizer_roles, models.notices


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell an organizer."""

    organizer: Organizer
    channel: str
    chat_id: str
    kind: str
    details: dict[str, Any]


async def owners_of(connection: AsyncConnection, campaign_id: int) -> Sequence[int]:
    """The numbers of a campaign's owners; what has no vault key may ask, too."""
    here = exists().where(
        roles.c.organizer_id == table.c.id,
        roles.c.campaign_id == campaign_id,
        roles.c.role == "owner",
    )
    query = select(table.c.id).where(
        table.c.tag.is_not(None), or_(table.c.everywhere == "owner", here)
    )
    return list(await connection.scalars(query.order_by(table.c.id)))


async def tell_owners(
    connection: AsyncConnection, kind: str, campaign_id: int, now: datetime, **details: str | int
) -> None:
    """Let the campaign's owners be told soon. Its slug and its title are added to the details.

    The title is in the campaign's own language: those who are told may read different ones.
    """
    texts, campaigns = models.campaign_texts, models.campaigns
    query = (
        select(campaigns.c.slug, texts.c.content)
        .outerjoin(
            texts,
            (texts.c.campaign_id == campaigns.c.id)
            & (texts.c.locale == campaigns.c.default_locale),
        )
        .where(campaigns.c.id == campaign_id)
    )
    campaign = (await connection.execute(query)).one()
    told = {"slug": campaign.slug, "title": str((campaign.content or {}).get("title", ""))}
    rows = [
        {"organizer_id": each, "kind": kind, "details": told | details, "created_at": now}
        for each in await owners_of(connection, campaign_id)
    ]
    if rows:
        await connection.execute(notices.insert(), rows)


class Notices(ports.Notices):
    """Keeps notices until a worker hands them out."""

    def __init__(self, database: Database, organizers: Organizers) -> None:
        self._database = database
        self._organizers = organizers

    async def put(
        self, organizers: Sequence[Organizer], kind: str, now: datetime, **details: str | int
    ) -> None:
        if organizers:
            async with self._database.write() as connection:
                await self.tell(connection, organizers, kind, now, **details)

    async def tell(
        self,
        connection: AsyncConnection,
        organizers: Sequence[Organizer],
        kind: str,
        now: datetime,
        **details: str | int,
    ) -> None:
        """The same, in the transaction that gives the reason for it."""
        rows = [
            {"organizer_id": each.id, "kind": kind, "details": details, "created_at": now}
            for each in organizers
        ]
        if rows:
            await connection.execute(notices.insert(), rows)

    async def take(self, channels: Collection[str], limit: int = 50) -> Sequence[Notice]:
        """What is to be told now by one of these channels.

        It is handed out once: what cannot be sent is not kept. What is for organizers of another
        channel waits for a worker that has theirs.
        """
        theirs = (
            select(notices.c.id)
            .join(table, table.c.id == notices.c.organizer_id)
            .where(table.c.channel.in_(channels))
        )
        oldest = (
            theirs.order_by(notices.c.id).limit(limit).with_for_update(of=notices, skip_locked=True)
        )
        taken: list[Notice] = []
        async with self._database.read() as connection:
            # Nobody who signs waits for a look that finds nothing.
            if not await connection.scalar(select(exists(theirs))):
                return taken
        async with self._database.write() as connection:
            rows = await connection.execute(
                delete(notices).where(notices.c.id.in_(oldest)).returning(notices)
            )
            for row in sorted(rows.all(), key=lambda each: int(each.id)):
                reached = await self._organizers.reached(connection, row.organizer_id)
                if reached is not None:
                    taken.append(Notice(*reached, kind=row.kind, details=row.details))
        return taken
