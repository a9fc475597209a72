"""How many came how far, as totals and nothing else.

Everybody who reads an alert would move the same three rows, so each process adds up what it sees
and writes the sums every few seconds: no query per message, and no row that all wait for.
"""

from collections import Counter

from sqlalchemy import select

from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Stage
from storage import models
from storage.database import Database

table, campaigns = models.funnel, models.campaigns


class Funnel:
    """Counts in memory, and writes the sums down when it is told to."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: Counter[tuple[int, Stage]] = Counter()

    def reached(self, campaign: Campaign, stage: Stage, people: int = 1) -> None:
        """Count somebody, or so many, who have just come that far."""
        self._waiting[campaign.id, stage] += people

    async def flush(self) -> None:
        """Add what was counted to the totals; where that fails, it waits for the next time."""
        taken, self._waiting = self._waiting, Counter()
        if not taken:
            return
        try:
            await self._add(taken)
        except BaseException:
            self._waiting.update(taken)
            raise

    async def _add(self, taken: Counter[tuple[int, Stage]]) -> None:
        adding = self._database.insert(table)
        async with self._database.write() as connection:
            there = set(
                await connection.scalars(
                    select(campaigns.c.id).where(campaigns.c.id.in_({key[0] for key in taken}))
                )
            )
            rows = [
                {"campaign_id": campaign_id, "stage": stage, "amount": amount}
                # Always in this order, so that two processes never wait for each other.
                for (campaign_id, stage), amount in sorted(taken.items())
                if campaign_id in there
            ]
            if rows:
                await connection.execute(
                    adding.on_conflict_do_update(
                        index_elements=[table.c.campaign_id, table.c.stage],
                        set_={"amount": table.c.amount + adding.excluded.amount},
                    ),
                    rows,
                )
