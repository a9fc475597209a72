"""What stops a broadcast that was let go, and should not go out any more without a second look."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.broadcasts import AudienceUnknown, Broadcast
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer
from storage import models
from storage.broadcasts.audiences import Audiences
from storage.broadcasts.rows import read
from storage.campaigns.campaigns import Campaigns
from storage.database import Database
from storage.organizers.audit_log import Audit
from storage.organizers.notices import Notices
from storage.organizers.organizers import Organizers

broadcasts = models.broadcasts


class Safeguards:
    """Stops broadcasts whose audience is lost, or to which too few organizers have agreed."""

    def __init__(
        self,
        database: Database,
        campaigns: Campaigns,
        audiences: Audiences,
        organizers: Organizers,
        notices: Notices,
        audit: Audit,
        alone: int,
    ) -> None:
        """`alone` is the most people to whom one organizer may send without a second one."""
        self._database = database
        self._campaigns = campaigns
        self._audiences = audiences
        self._organizers = organizers
        self._notices = notices
        self._audit = audit
        self._alone = alone

    async def stop_lost(self, now: datetime) -> None:
        """Stop what is paused and has a list that says who signed a campaign closed by now.

        Such a list does not outlive its campaign for long: what is under way ends by itself, but
        nobody knows when somebody resumes this one.
        """
        every = await self._campaigns.all()
        closed = {each.slug: each for each in every if each.status == "closed"}
        async with self._database.read() as connection:
            paused = await read(connection, broadcasts.c.status == "paused")
        for each in paused:
            if each.slug not in closed or each.audience.signed is None:
                continue
            async with self._database.write() as connection:
                stopped = await connection.execute(
                    update(broadcasts)
                    .where(broadcasts.c.id == each.id, broadcasts.c.status == "paused")
                    .values(status="cancelled", ended_at=now, revision=broadcasts.c.revision + 1)
                )
                if stopped.rowcount:
                    await self.lost(connection, each, closed[each.slug], now)

    async def hold_up(self, broadcast: Broadcast, campaign: Campaign | None, now: datetime) -> bool:
        """Let it wait for a second organizer where that is needed by now.

        So many may have joined since one organizer let it go that it takes two; or nobody who let
        it go may do so any more.
        """
        if campaign is None or broadcast.status != "scheduled":
            return False
        size = broadcast.expected
        if broadcast.approver is None:
            try:
                size = sum((await self._audiences.count(campaign, broadcast.audience)).values())
            except AudienceUnknown:
                return False
        team = await self._organizers.of(campaign)
        able = [
            each
            for each in team
            if {each.everywhere, each.roles.get(campaign.id)} & {"owner", "organizer"}
        ]
        if not any(each.id in (broadcast.author, broadcast.approver) for each in able):
            deed = "broadcast-orphaned"
        elif broadcast.approver is None and size > self._alone:
            deed = "broadcast-grown"
        else:
            return False
        async with self._database.write() as connection:
            changed = await connection.execute(
                update(broadcasts)
                .where(
                    broadcasts.c.id == broadcast.id,
                    broadcasts.c.revision == broadcast.revision,
                    broadcasts.c.status == "scheduled",
                )
                .values(
                    status="waiting",
                    approver_id=None,
                    expected=size,
                    revision=broadcasts.c.revision + 1,
                )
            )
            if changed.rowcount:
                facts = {"number": broadcast.id, "size": size}
                await self._audit.write(connection, deed, None, campaign, now, **facts)
                others = [each for each in able if each.id != broadcast.author]
                author = [each for each in able if each.id == broadcast.author]
                about = (broadcast, campaign, now)
                await self._tell(connection, author, "broadcast-grown", *about, count=size)
                await self._tell(connection, others, "broadcast-waits", *about, count=size)
        return True

    async def lost(
        self, connection: AsyncConnection, broadcast: Broadcast, campaign: Campaign, now: datetime
    ) -> None:
        """Write down that nobody can tell any more whom it is for, and tell who let it go."""
        await self._audit.write(
            connection, "broadcast-lost", None, campaign, now, number=broadcast.id
        )
        team = await self._organizers.of(campaign)
        theirs = [each for each in team if each.id in (broadcast.author, broadcast.approver)]
        await self._tell(connection, theirs, "broadcast-lost", broadcast, campaign, now)

    async def _tell(
        self,
        connection: AsyncConnection,
        organizers: Sequence[Organizer],
        kind: str,
        broadcast: Broadcast,
        campaign: Campaign,
        now: datetime,
        **details: int,
    ) -> None:
        """Tell these organizers, each in their language."""
        for each in organizers:
            await self._notices.tell(
                connection,
                [each],
                kind,
                now,
                slug=campaign.slug,
                number=broadcast.id,
                title=campaign.alert(each.locale).title,
                **details,
            )
