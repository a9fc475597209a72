"""Figures of once a day, whoever asks how often and however clocks go."""

import asyncio
from datetime import date

from bot.pages.figures.daily_figures import DailyFigures
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures
from tests.support.site import Calendar, readable


class Growing:
    """A petition that somebody signs between any two looks at it."""

    def __init__(self) -> None:
        self.signed = 0

    async def figures(self, campaign: Campaign) -> Figures:
        self.signed += 1
        seen = self.signed
        await asyncio.sleep(0)
        return Figures(seen, {"FR": seen}, {}, {}, {})


async def test_a_day_has_one_look() -> None:
    """Also for many who ask at once, and for a clock that is put back over midnight."""
    growing, calendar = Growing(), Calendar(date(2026, 3, 1))
    daily, release = DailyFigures(growing.figures, calendar.today), readable()
    first, *others = await asyncio.gather(*(daily.snapshot(release) for _ in range(20)))
    assert all(each is first for each in others)
    calendar.tomorrow()
    second = await daily.snapshot(release)
    assert second.day == date(2026, 3, 2)
    assert second.figures.world > first.figures.world
    calendar.day = date(2026, 3, 1)
    assert await daily.snapshot(release) is second
