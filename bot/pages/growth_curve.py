"""How the page shows that a total grew: a curve, and the same as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

WIDTH, HEIGHT = 640, 200
"""The curve's own units."""

POINTS = 120
"""The most corners of the curve."""

ROWS = 12
"""The most rows of a table."""


@dataclass(frozen=True, slots=True)
class Curve:
    """How a total grew: SVG paths, and the same for those who read numbers."""

    line: str
    area: str
    first: date
    last: date
    total: int
    rows: tuple[tuple[date, int], ...]


def curve(days: Mapping[date, int], today: date, *, mirrored: bool = False) -> Curve | None:
    """The growth from the first day to `today`; None where it is too short to be seen.

    `days` are signatures by day (UTC); a day without any may be missing. `mirrored` runs from
    right to left.
    """
    if not days:
        return None
    first = min(days)
    last = max(today, *days)
    length = (last - first).days
    if length < 1:
        return None
    each = [first + timedelta(days=number) for number in range(length + 1)]
    grown = list(accumulate(days.get(day, 0) for day in each))
    top = max(grown)
    if top <= 0:
        return None
    corners = _spread(length, POINTS)
    places = [
        (WIDTH * (1 - at / length if mirrored else at / length), HEIGHT * (1 - grown[at] / top))
        for at in corners
    ]
    line = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    area = f"{line}L{places[-1][0]:.1f} {HEIGHT}L{places[0][0]:.1f} {HEIGHT}Z"
    rows = tuple((each[at], grown[at]) for at in _spread(length, ROWS))
    return Curve(line, area, first, last, grown[-1], rows)


def last_day(days: Mapping[date, int], now: date, *, running: bool) -> date:
    """Where a curve ends: now, or with the last signature of a campaign that is closed."""
    return now if running else max(days, default=now)


def _spread(length: int, most: int) -> list[int]:
    """At most so many numbers from 0 to `length`, both included, evenly apart."""
    count = min(length + 1, most)
    return sorted({round(number * length / (count - 1)) for number in range(count)})
