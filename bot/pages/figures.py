"""What the page shows of the figures: a curve, and countries that are not too few."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from handlers.alert import FEWEST, in_tens

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

    `mirrored` runs from right to left.
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


def _spread(length: int, most: int) -> list[int]:
    """At most so many numbers from 0 to `length`, both included, evenly apart."""
    count = min(length + 1, most)
    return sorted({round(number * length / (count - 1)) for number in range(count)})


def places(world: int, countries: Mapping[str, int]) -> tuple[list[tuple[str, int]], int]:
    """The countries with most signatures, and how many all the others are together.

    A country with fewer than FEWEST is among the others. So is the smallest that could be
    shown, as long as the others would be few without it: what is left after a subtraction must
    not point at people either. All are in whole tens, so that two looks seldom tell from where
    somebody signed between them: only of whoever makes a ten full. Who looks at figures of once a
    day (`bot.pages.daily`) cannot tell that one from the others of the day.
    """
    shown = sorted(
        ((code, amount) for code, amount in countries.items() if amount >= FEWEST),
        key=lambda each: (-each[1], each[0]),
    )[:ROWS]
    others = world - sum(amount for _, amount in shown)
    while shown and 0 < others < FEWEST:
        others += shown.pop()[1]
    return [(code, in_tens(amount)) for code, amount in shown], in_tens(max(others, 0))
