"""In which countries it is night.

Nobody is woken by a broadcast. What we know of somebody is their country and not where in it they
live, so it counts as night in a country while it is night in any of its time zones. Time zones
are those that CLDR lists for each territory.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.core import get_global

EVENING, MORNING = 21, 8
"""Hours of the clock at which the night begins and ends."""

ELSEWHERE = {"XK": ["Europe/Belgrade"]}
"""Time zones of countries for which CLDR lists none; all others go by UTC."""

QUARTERS = tuple(range(0, 24 * 60, 15))
"""Minutes of a day at which clocks can be looked at: zones differ by whole quarters of an hour."""


def asleep(now: datetime) -> frozenset[str]:
    """The countries (ISO 3166-1 alpha-2, XK, and "" for an unknown one) where it is night."""
    return _asleep(now.astimezone(UTC).replace(second=0, microsecond=0))


@lru_cache(maxsize=4)
def _asleep(now: datetime) -> frozenset[str]:
    return frozenset(country for country, zones in _zones().items() if _is_night(zones, now))


def _is_night(zones: tuple[ZoneInfo, ...], now: datetime) -> bool:
    """Whether it is night in any of the zones.

    Where at no hour all of them are awake (Antarctica, whose stations keep the time of all the
    world), nobody would ever be written to: there, the night is when most of them have it.
    """
    minutes = [_minute(now.astimezone(zone)) for zone in zones]
    nights = sum(map(_night, minutes))
    if any(not any(_night(minute + later) for minute in minutes) for later in QUARTERS):
        return nights > 0
    return nights * 2 > len(minutes)


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _night(minute: int) -> bool:
    """Whether a clock that shows that minute of the day, or of one of the next, shows night."""
    hour = minute // 60 % 24
    return hour >= EVENING or hour < MORNING


@cache
def _zones() -> dict[str, tuple[ZoneInfo, ...]]:
    """The time zones of each country; UTC where none is known."""
    listed: dict[str, list[str]] = get_global("territory_zones")  # type: ignore[assignment]  # of lists
    utc = (ZoneInfo("UTC"),)
    found: dict[str, tuple[ZoneInfo, ...]] = {"": utc}
    for territory in map(str, Locale("en").territories):
        if len(territory) == 2 and territory.isalpha():
            names = ELSEWHERE.get(territory) or listed.get(territory, [])
            found[territory] = tuple(_known(names)) or utc
    return found


def _known(names: Iterable[str]) -> Iterable[ZoneInfo]:
    """The zones of these names, without those that the tz database does not have (any more)."""
    for name in names:
        try:
            yield ZoneInfo(name)
        except ZoneInfoNotFoundError:
            continue
