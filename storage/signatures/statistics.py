"""The numbers that organizers look at: totals only, and nobody in particular."""

from collections.abc import Mapping, Sequence
from typing import get_args

from sqlalchemy import func, select

from handlers.domain.broadcasts import Progress, Reached
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures, Origin, Stage
from handlers.ports import statistics as ports
from storage import models
from storage.campaigns.campaigns import Campaigns
from storage.database import Database
from storage.signatures.origins import Origins

broadcasts, chunks = models.broadcasts, models.broadcast_chunks


class Statistics(ports.Statistics):
    """Numbers of a campaign, as its desk shows them."""

    def __init__(self, database: Database, campaigns: Campaigns, origins: Origins) -> None:
        self._database = database
        self._campaigns = campaigns
        self._origins = origins

    async def figures(self, campaign: Campaign) -> Figures:
        return await self._campaigns.figures(campaign)

    async def origins(self, campaign: Campaign) -> Sequence[Origin]:
        return await self._origins.of(campaign)

    async def stages(self, campaign: Campaign) -> Mapping[Stage, int]:
        table = models.funnel.c
        async with self._database.read() as connection:
            rows = await connection.execute(
                select(table.stage, table.amount).where(table.campaign_id == campaign.id)
            )
            amounts = {row.stage: int(row.amount) for row in rows}
        return {stage: amounts.get(stage, 0) for stage in get_args(Stage)}

    async def shared(self, campaign: Campaign) -> int:
        query = select(func.count()).where(models.invites.c.campaign_id == campaign.id)
        async with self._database.read() as connection:
            return int(await connection.scalar(query) or 0)

    async def reached(self, campaign: Campaign, limit: int) -> Sequence[Reached]:
        sums = [
            func.sum(column).label(column.name)
            for column in (
                chunks.c.size,
                chunks.c.sent,
                chunks.c.blocked,
                chunks.c.unknown,
                chunks.c.failed,
                chunks.c.unsubscribed,
            )
        ]
        async with self._database.read() as connection:
            rows = await connection.execute(
                select(broadcasts.c.id, broadcasts.c.started_at, broadcasts.c.created_at, *sums)
                .join(chunks, chunks.c.broadcast_id == broadcasts.c.id)
                .where(broadcasts.c.campaign_id == campaign.id)
                .group_by(broadcasts.c.id, broadcasts.c.started_at, broadcasts.c.created_at)
                .order_by(broadcasts.c.id.desc())
                .limit(limit)
            )
            return [
                Reached(
                    row.id,
                    row.started_at or row.created_at,
                    Progress(
                        **{each.name: int(getattr(row, each.name) or 0) for each in sums},
                    ),
                )
                for row in rows
            ]
