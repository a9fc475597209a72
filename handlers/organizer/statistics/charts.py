"""The numbers of a campaign, as charts and in words: one message, whose picture changes in place.

What could point at a few people is shown to nobody: parts of a total come in whole tens, and
those below ten not at all; at high risk, in hundreds. The total itself is public and exact.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from handlers.dialogue.messages import Chart, Country, Language, Mark, Words
from handlers.dialogue.step import Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures, largest
from handlers.organizer.access import CampaignAccess
from handlers.organizer.time_zones import local

ROWS = 7
"""The most bars that a phone shows in letters large enough, but for that of all others."""

SHOWN = 7
"""The last days, weeks or months that are told in words."""

BROADCASTS = 4
"""How many of the last broadcasts are shown; their words have to fit below a picture."""

Period = Literal["day", "week", "month"]

DAYS, WEEKS = 62, 62
"""How many days, or weeks, a run may have to be shown by them: more columns could not be told
apart."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One view: its chart, and the same in words."""

    chart: Chart
    lines: tuple[Words, ...]


# Through time.


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


def _steps(campaign: Campaign) -> Words:
    return Words("stats-tens", {"fewest": campaign.fewest})


def _few(campaign: Campaign) -> Words:
    return Words("stats-few", {"fewest": campaign.fewest})


def _line(campaign: Campaign, label: Words, amount: int) -> Words:
    """A number as it is told: in whole steps, and of few only that they are few."""
    rounded = campaign.rounded(amount)
    told = Words("stats-about", {"amount": rounded}) if rounded else _few(campaign)
    return Words("stats-line", {"label": label, "amount": told})


def _on_axis(begin: date, period: Period) -> Words:
    return Words("stats-month-short" if period == "month" else "stats-day-short", {"day": begin})


def _total(figures: Figures) -> Words:
    return Words("stats-total", {"total": figures.world})


def _empty(campaign: Campaign, figures: Figures) -> Words:
    return Words("stats-too-few" if figures.world else "stats-nothing", {"fewest": campaign.fewest})


async def growth(turn: Turn, access: CampaignAccess) -> Seen:
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
        _line(
            campaign,
            Words("stats-last-days", {"days": many}),
            sum(n for day, n in figures.days.items() if day > last - timedelta(days=many)),
        )
        for many in (7, 30)
    ]
    best = max(figures.days, key=lambda day: figures.days[day], default=None)
    if best is not None and figures.days[best] >= campaign.fewest:
        lately.append(_line(campaign, Words("stats-best-day", {"day": best}), figures.days[best]))
    return Seen(
        Chart(
            "line",
            campaign.alert(turn.locale).title,
            Words("stats-growth"),
            _empty(campaign, figures),
            _total(figures),
            marks if enough else (),
            _steps(campaign),
        ),
        tuple(lately),
    )


def _by_period(days: Mapping[date, int], period: Period) -> Counter[date]:
    amounts: Counter[date] = Counter()
    for day, amount in days.items():
        amounts[_begin(day, period)] += amount
    return amounts


async def pace(turn: Turn, access: CampaignAccess) -> Seen:
    """How many signed each day; in a long run each week, or each month."""
    campaign = access.campaign
    figures = await turn.stores.organizing.statistics.figures(campaign)
    period, begins = _periods(*_run(turn, campaign, figures.days))
    by_period = _by_period(figures.days, period)
    shown = begins[-max(DAYS, WEEKS) :]
    marks = tuple(
        Mark(_on_axis(begin, period), campaign.rounded(by_period[begin])) for begin in shown
    )
    return Seen(
        Chart(
            "columns",
            campaign.alert(turn.locale).title,
            Words(f"stats-each-{period}"),
            _empty(campaign, figures),
            _total(figures),
            marks if any(mark.amount for mark in marks) else (),
            _steps(campaign),
        ),
        tuple(
            _line(campaign, Words(f"stats-{period}", {"day": begin}), by_period[begin])
            for begin in reversed(shown[-SHOWN:])
        ),
    )


# Parts of the total.


def _parts(
    turn: Turn,
    campaign: Campaign,
    figures: Figures,
    title: str,
    parts: Mapping[str, int],
    label: Callable[[str], Words],
    others: str = "stats-others",
) -> Seen:
    """The largest parts of a total as bars, and all others as one."""
    shown, rest = largest(figures.world, parts, ROWS, campaign.fewest)
    marks = [Mark(label(key), amount) for key, amount in shown]
    if marks and rest:
        marks.append(Mark(Words(others), rest))
    return Seen(
        Chart(
            "bars",
            campaign.alert(turn.locale).title,
            Words(title),
            _empty(campaign, figures),
            _total(figures),
            tuple(marks),
            _steps(campaign),
        ),
        tuple(_line(campaign, mark.label, mark.amount) for mark in marks),
    )


async def languages(turn: Turn, access: CampaignAccess) -> Seen:
    figures = await turn.stores.organizing.statistics.figures(access.campaign)
    return _parts(
        turn,
        access.campaign,
        figures,
        "stats-languages",
        figures.languages,
        lambda tag: Words("stats-language", {"language": Language(tag)}),
    )


async def countries(turn: Turn, access: CampaignAccess) -> Seen:
    figures = await turn.stores.organizing.statistics.figures(access.campaign)
    return _parts(
        turn,
        access.campaign,
        figures,
        "stats-countries",
        figures.countries,
        lambda code: Words("stats-country", {"country": Country(code)}),
        "page-elsewhere",
    )


async def sources(turn: Turn, access: CampaignAccess) -> Seen:
    """Where the links were that signers followed; each named link by itself."""
    statistics = turn.stores.organizing.statistics
    figures = await statistics.figures(access.campaign)
    parts: Counter[str] = Counter()
    for key, amount in figures.sources.items():
        parts[key.partition(":")[2]] += amount
    labels = {each: Words(f"stats-source-{each}") for each in parts}
    for origin in await statistics.origins(access.campaign):
        # What was counted between the two looks is left to the others.
        part = min(origin.signed, parts["origin"])
        parts["origin"] -= part
        parts[f".{origin.code}"] = part
        labels[f".{origin.code}"] = Words("stats-origin", {"label": origin.label})
    return _parts(turn, access.campaign, figures, "stats-sources", parts, lambda key: labels[key])


# From start to signature.


async def funnel(turn: Turn, access: CampaignAccess) -> Seen:
    """How many were shown the alert, read it, consented, signed, and passed it on."""
    campaign = access.campaign
    statistics = turn.stores.organizing.statistics
    figures = await statistics.figures(campaign)
    came = await statistics.stages(campaign)
    stages: list[tuple[str, int]] = [*came.items(), ("signed", figures.world)]
    if campaign.status != "closed":
        # Personal links are erased when a campaign ends.
        stages.append(("shared", await statistics.shared(campaign)))
    first = campaign.rounded(came["seen"])
    marks = tuple(
        Mark(
            Words(f"stats-stage-{stage}"),
            campaign.rounded(amount),
            _part(campaign, campaign.rounded(amount), first),
        )
        for stage, amount in stages
    )
    return Seen(
        Chart(
            "funnel",
            campaign.alert(turn.locale).title,
            Words("stats-funnel"),
            _empty(campaign, figures),
            _total(figures),
            marks if any(mark.amount for mark in marks) else (),
            Words("stats-funnel-note", {"fewest": campaign.fewest}),
        ),
        tuple(
            Words("stats-line", {"label": mark.label, "amount": mark.said or _few(campaign)})
            for mark in marks
        ),
    )


def _part(campaign: Campaign, amount: int, first: int) -> Words:
    """A stage's number, and what part of those it is who were shown the alert."""
    if not amount:
        return _few(campaign)
    if amount > first:
        # They were counted before the others were.
        return Words("stats-about", {"amount": amount})
    return Words("stats-part", {"amount": amount, "part": amount / first})


# Broadcasts.


async def reach(turn: Turn, access: CampaignAccess) -> Seen:
    """What became of the last broadcasts. Their reports tell the same numbers."""
    campaign = access.campaign
    last = await turn.stores.organizing.statistics.reached(campaign, BROADCASTS)
    labels = {
        each.broadcast_id: Words(
            "stats-broadcast",
            {"number": each.broadcast_id, "day": local(each.at, access.organizer).date()},
        )
        for each in last
    }
    marks = tuple(
        Mark(
            labels[each.broadcast_id],
            each.progress.sent,
            Words("stats-of", {"sent": each.progress.sent, "size": each.progress.size}),
            each.progress.size,
        )
        for each in last
    )
    return Seen(
        Chart(
            "bars",
            campaign.alert(turn.locale).title,
            Words("stats-reach"),
            Words("stats-reach-nothing"),
            None,
            marks,
            Words("stats-reach-note"),
        ),
        tuple(
            Words(
                "stats-reach-line",
                {
                    "broadcast": labels[each.broadcast_id],
                    "size": each.progress.size,
                    "sent": each.progress.sent,
                    "blocked": each.progress.blocked,
                    "unsubscribed": each.progress.unsubscribed,
                    "unknown": each.progress.unknown,
                    "failed": each.progress.failed,
                },
            )
            for each in last
        ),
    )
