"""How many have signed: what the sequencer has counted, plus what waits to be.

Reading costs a query every few seconds for the whole process, however many ask.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Date, String, case, func, literal, select, union_all

from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures, Totals
from storage import models
from storage.database import Database

COUNTED_FOR = 1.0
"""Seconds until the totals of a campaign are looked at again."""

DRAWN_FOR = 5.0
"""Seconds until the figures of a campaign are looked at again."""

CHANGE = case((models.waiting.c.kind == "add", 1), else_=-1)
"""What a row that waits will do to the count."""


@dataclass(slots=True)
class _Counted:
    at: float
    world: int
    countries: dict[str, int]


class Counts:
    """The totals of campaigns, read through a cache."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._counted: dict[int, _Counted] = {}
        self._drawn: dict[int, tuple[float, Figures]] = {}
        self._counting: dict[int, asyncio.Lock] = {}

    async def totals(self, campaign: Campaign, country: str = "") -> Totals:
        """The signatures up to now; about a second old at most."""
        counted = self._counted.get(campaign.id)
        if counted is None or self._clock() - counted.at >= COUNTED_FOR:
            # One asks the database; those who come meanwhile wait for its answer.
            async with self._lock(campaign):
                counted = self._counted.get(campaign.id)
                if counted is None or self._clock() - counted.at >= COUNTED_FOR:
                    counted = await self._count(campaign.id)
                    self._counted[campaign.id] = counted
        return Totals(world=counted.world, country=counted.countries.get(country, 0))

    async def figures(self, campaign: Campaign) -> Figures:
        """The signatures up to now by country, day, language and source; seconds old at most."""
        drawn = self._drawn.get(campaign.id)
        if drawn is None or self._clock() - drawn[0] >= DRAWN_FOR:
            async with self._lock(campaign):
                drawn = self._drawn.get(campaign.id)
                if drawn is None or self._clock() - drawn[0] >= DRAWN_FOR:
                    drawn = self._clock(), await self._draw(campaign.id)
                    self._drawn[campaign.id] = drawn
        return drawn[1]

    def noticed(self, campaign: Campaign, country: str, change: int) -> None:
        """Count a signature in this process's totals at once, before they are looked at again."""
        counted = self._counted.get(campaign.id)
        if counted is not None:
            counted.world += change
            if country:
                counted.countries[country] = counted.countries.get(country, 0) + change

    def _lock(self, campaign: Campaign) -> asyncio.Lock:
        return self._counting.setdefault(campaign.id, asyncio.Lock())

    async def _count(self, campaign_id: int) -> _Counted:
        """What is counted plus what waits to be: in one statement, so nothing counts twice."""
        now = self._clock()
        totals, waiting = models.totals.c, models.waiting.c
        counted = select(totals.key, totals.amount, (totals.dimension == "world").label("world"))
        change = func.sum(CHANGE)
        uncounted = select(waiting.country, change, literal(False)).group_by(waiting.country)
        async with self._database.read() as connection:
            rows = await connection.execute(
                union_all(
                    counted.where(
                        totals.campaign_id == campaign_id,
                        totals.dimension.in_(["world", "country"]),
                    ),
                    uncounted.where(waiting.campaign_id == campaign_id),
                    select(literal(""), change, literal(True)).where(
                        waiting.campaign_id == campaign_id
                    ),
                )
            )
        result = _Counted(at=now, world=0, countries={})
        for key, amount, world in rows:
            if world:
                result.world += int(amount or 0)
            elif key:
                result.countries[key] = result.countries.get(key, 0) + int(amount)
        return result

    async def _draw(self, campaign_id: int) -> Figures:
        """All figures, in one statement for the same reason."""
        totals, waiting = models.totals.c, models.waiting.c
        nothing = literal(None, String)
        grouped = (
            waiting.country,
            waiting.locale,
            waiting.channel,
            waiting.source,
            waiting.signed_on,
        )
        counted = select(
            totals.dimension,
            totals.key,
            nothing.label("country"),
            nothing.label("locale"),
            nothing.label("channel"),
            nothing.label("source"),
            literal(None, Date).label("signed_on"),
            totals.amount,
        ).where(totals.campaign_id == campaign_id)
        uncounted = (
            select(literal("waiting"), literal(""), *grouped, func.sum(CHANGE))
            .where(waiting.campaign_id == campaign_id)
            .group_by(*grouped)
        )
        amounts: Counter[tuple[str, str]] = Counter()
        async with self._database.read() as connection:
            for row in await connection.execute(union_all(counted, uncounted)):
                amount = int(row.amount)
                if row.dimension != "waiting":
                    amounts[row.dimension, row.key] += amount
                    continue
                amounts["world", ""] += amount
                amounts["language", row.locale] += amount
                amounts["day", row.signed_on.isoformat()] += amount
                amounts["source", f"{row.channel}:{row.source}"] += amount
                if row.country:
                    amounts["country", row.country] += amount

        def by(dimension: str) -> dict[str, int]:
            found = sorted((key, n) for (of, key), n in amounts.items() if of == dimension and n)
            return dict(found)

        return Figures(
            world=amounts["world", ""],
            countries=by("country"),
            days={date.fromisoformat(key): amount for key, amount in by("day").items()},
            languages=by("language"),
            sources=by("source"),
        )
