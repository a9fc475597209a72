"""How a campaign's total grew, and how many signed in each stretch of time."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from handlers.dialogue.messages import Chart, Mark, Words
from handlers.dialogue.step import Turn
from handlers.domain.campaigns import Campaign
from handlers.organizer.access import CampaignAccess
from handlers.organizer.rounding import in_steps
from handlers.organizer.statistics.charts import View, empty, line, total

SHOWN = 7
"""The last days, weeks or months that are told in words."""


Period = Literal["day", "week", "month"]


DAYS, WEEKS = 62, 62
"""How many days, or weeks, a run may have to be shown by them: more columns could not be told
apart."""


def _begin(day: date, period: Period) -> date:
    """The first day of the period in which a day is; weeks begin on Monday (ISO 8601)."""
    if period == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if period == "month" else day


def _next(begin: date, period: Period) -> date:
    if period == "month":
        return _begin(begin + timedelta(days=31), "month")
    return begin + timedelta(days=7 if period == "week" else 1)


def _periods(first: date, last: date) -> tuple[Period, list[date]]:
    """What a run is divided into, and the first day of each part."""
    length = (last - first).days + 1
    period: Period = "day" if length <= DAYS else "week" if length <= 7 * WEEKS else "month"
    begins = [_begin(first, period)]
    while (following := _next(begins[-1], period)) <= last:
        begins.append(following)
    return period, begins


def _run(turn: Turn, campaign: Campaign, days: Mapping[date, int]) -> tuple[date, date]:
    """The first and the last day: today, or that of the last signature of one that is closed."""
    today = turn.now.date()
    last = max(days, default=today) if campaign.status == "closed" else max(today, *days, today)
    return min(days, default=last), last


def _on_axis(begin: date, period: Period) -> Words:
    return Words("stats-month-short" if period == "month" else "stats-day-short", {"day": begin})


async def growth(turn: Turn, access: CampaignAccess) -> View:
    """How the total grew."""
    campaign = access.campaign
    figures = await turn.stores.organizing.statistics.figures(campaign)
    first, last = _run(turn, campaign, figures.days)
    period, begins = _periods(first, last)
    by_period = _by_period(figures.days, period)
    grown = list(accumulate(by_period[begin] for begin in begins))
    before = _begin(begins[0] - timedelta(days=1), period)
    marks = (
        Mark(_on_axis(before, period), 0),
        *(
            Mark(_on_axis(begin, period), campaign.rounded(amount))
            for begin, amount in zip(begins, grown, strict=True)
        ),
    )
    enough = figures.world >= campaign.fewest
    lately = [
        line(
            campaign,
            Words("stats-last-days", {"days": many}),
            sum(n for day, n in figures.days.items() if day > last - timedelta(days=many)),
        )
        for many in (7, 30)
    ]
    best = max(figures.days, key=lambda day: figures.days[day], default=None)
    if best is not None and figures.days[best] >= campaign.fewest:
        lately.append(line(campaign, Words("stats-best-day", {"day": best}), figures.days[best]))
    return View(
        Chart(
            "line",
            campaign.alert(turn.locale).title,
            Words("stats-growth"),
            empty(campaign, figures),
            total(figures),
            marks if enough else (),
            in_steps(campaign),
        ),
        tuple(lately),
    )


def _by_period(days: Mapping[date, int], period: Period) -> Counter[date]:
    amounts: Counter[date] = Counter()
    for day, amount in days.items():
        amounts[_begin(day, period)] += amount
    return amounts


async def pace(turn: Turn, access: CampaignAccess) -> View:
    """How many signed each day; in a long run each week, or each month."""
    campaign = access.campaign
    figures = await turn.stores.organizing.statistics.figures(campaign)
    period, begins = _periods(*_run(turn, campaign, figures.days))
    by_period = _by_period(figures.days, period)
    shown = begins[-max(DAYS, WEEKS) :]
    marks = tuple(
        Mark(_on_axis(begin, period), campaign.rounded(by_period[begin])) for begin in shown
    )
    return View(
        Chart(
            "columns",
            campaign.alert(turn.locale).title,
            Words(f"stats-each-{period}"),
            empty(campaign, figures),
            total(figures),
            marks if any(mark.amount for mark in marks) else (),
            in_steps(campaign),
        ),
        tuple(
            line(campaign, Words(f"stats-{period}", {"day": begin}), by_period[begin])
            for begin in reversed(shown[-SHOWN:])
        ),
    )
