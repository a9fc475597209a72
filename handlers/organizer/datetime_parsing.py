"""Days and times as organizers write them, on the clock of their time zone."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale

from handlers.domain.countries import fold

TIME = re.compile(r"(?<![\d:.])(?P<hour>\d{1,2})\s*(?:[:h]\s*(?P<minute>\d{2})?)(?![\d:])", re.I)
TWELVE = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s*(?P<half>[ap])\.?m\b\.?", re.I
)
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
NUMBERS = re.compile(
    r"(?<![\d./-])(?P<one>\d{1,2})\s*(?P<mark>[./-])\s*(?P<two>\d{1,2})"
    r"(?:\s*(?P=mark)\s*(?P<year>\d{4}|\d{2})?)?(?!\d)"
)
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")

EVENING, MORNING = time(19), time(9)
"""What "this evening" and "tomorrow morning" mean."""

MINUTE = timedelta(minutes=1)


class Unclear(Exception):
    """That is no day and no time."""


class DayOrMonth(Exception):
    """3/4 is the third of April to some and the fourth of March to others."""


class Skipped(Exception):
    """The clock jumps over that time: the hour is missing when clocks go forward."""

    def __init__(self, after: datetime) -> None:
        super().__init__()
        self.after = after
        """The next time that there is."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time on the clock of a zone."""

    at: datetime
    """Aware, in that zone."""
    twice: bool = False
    """The clock shows this time twice, as when clocks go back; `at` is the first."""


def moment(text: str, locale: str, zone: ZoneInfo, now: datetime) -> Moment:
    """The moment that somebody meant; one without a date is the next at that time.

    It may lie in the past where a date was given.

    Raises:
        Unclear: There is no time in it, or no day beside the time.
        DayOrMonth: It may be two days.
        Skipped: Clocks of the zone never show that time.
    """
    text = _western(text)
    clock, rest = _time(text)
    today = now.astimezone(zone).date()
    if not re.search(r"\w", rest):
        try:
            found = on_clock(datetime.combine(today, clock), zone)
        except Skipped as skipped:
            if skipped.after > now:
                raise
        else:
            for each in (found, Moment(found.at.replace(fold=1))):
                if each.at > now:
                    return each
        return on_clock(datetime.combine(today + timedelta(days=1), clock), zone)
    return on_clock(datetime.combine(_date(rest, locale, today, ahead=True), clock), zone)


def day(text: str, locale: str, today: date) -> date:
    """The day that somebody meant; one without a year is the last.

    Raises:
        Unclear: There is no day in it.
        DayOrMonth: It may be two days.
    """
    return _date(_western(text), locale, today, ahead=False)


def on_clock(naive: datetime, zone: ZoneInfo) -> Moment:
    """The moment at which the clocks of the zone show that.

    Raises:
        Skipped: They never do.
    """
    if not _shown(naive, zone):
        after = naive.replace(second=0, microsecond=0)
        while not _shown(after, zone):
            after += MINUTE
        raise Skipped(after.replace(tzinfo=zone))
    first, second = (naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    return Moment(first, first.utcoffset() != second.utcoffset())


def _shown(naive: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks of the zone ever show that (PEP 495)."""
    utc = naive.replace(tzinfo=zone).astimezone(ZoneInfo("UTC"))
    return utc.astimezone(zone).replace(tzinfo=None, fold=0) == naive


def _western(text: str) -> str:
    """The text with its digits as 0 to 9."""
    return "".join(
        str(unicodedata.decimal(c)) if unicodedata.category(c) == "Nd" else c for c in text[:80]
    )


def _time(text: str) -> tuple[time, str]:
    """The time in a text, and the text without it."""
    found = TWELVE.search(text)
    if found is not None:
        hour = int(found["hour"])
        if not 1 <= hour <= 12:
            raise Unclear
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    else:
        found = TIME.search(text)
        if found is None:
            raise Unclear
        hour = int(found["hour"])
    minute = int(found["minute"] or 0)
    if hour > 23 or minute > 59:
        raise Unclear
    return time(hour, minute), f"{text[: found.start()]} {text[found.end() :]}"


def _date(text: str, locale: str, today: date, *, ahead: bool) -> date:
    if found := ISO.search(text):
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if found := NUMBERS.search(text):
        one, two = int(found["one"]), int(found["two"])
        if locale.partition("-")[0] == "en" and found["mark"] != ".":
            if one <= 12 and two <= 12 and one != two:
                raise DayOrMonth
            if two > 12:
                one, two = two, one
        year = int(found["year"]) if found["year"] else None
        if year is not None and year < 100:
            year += 2000
        return _near(year, two, one, today, ahead=ahead)
    names = _months(locale)
    month = next((names[word] for word in fold(text).split() if word in names), None)
    if month is None:
        raise Unclear
    written = YEAR.search(text)
    number = DAY.search(YEAR.sub(" ", text))
    if number is None:
        raise Unclear
    year = int(written[0]) if written else None
    return _near(year, month, int(number[0]), today, ahead=ahead)


def _near(year: int | None, month: int, number: int, today: date, *, ahead: bool) -> date:
    """That day; without a year the next one, or the last."""
    if year is not None:
        return _day(year, month, number)
    found = _day(today.year, month, number)
    if ahead and found < today:
        return _day(today.year + 1, month, number)
    if not ahead and found > today:
        return _day(today.year - 1, month, number)
    return found


def _day(year: int, month: int, number: int) -> date:
    try:
        found = date(year, month, number)
    except ValueError:
        raise Unclear from None
    if not 2000 <= year <= 2999:
        raise Unclear
    return found


@cache
def _months(locale: str) -> dict[str, int]:
    """Folded names of the months in a language, long and short."""
    months = Locale.parse(locale, sep="-").months
    return {
        fold(name): number
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in months[form][width].items()
    }


def offset(at: datetime) -> str:
    """How far the clock there is from UTC, as people write it: `UTC+2`, `UTC-3:30`."""
    minutes = int((at.utcoffset() or timedelta()).total_seconds() // 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}"
