"""Charts as a step asks for them: numbers and words. How they are drawn is a channel's business."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from handlers.dialogue import Words
from handlers.stores import FEWEST

Kind = Literal["line", "columns", "bars", "funnel"]
"""`line` and `columns` run through time, `bars` compare, a `funnel` tells what is left of many."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of a chart. `said` is how it is put where that is more than the number.

    In `bars`, `whole` is what the value is a part of; 0 where it stands for itself.
    """

    label: Words
    amount: int
    said: Words | None = None
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers. Without marks it says `empty`."""

    kind: Kind
    heading: str
    """Whose numbers these are, as it is: a campaign's title."""
    title: Words
    empty: Words
    headline: Words | None = None
    """The number that matters most."""
    marks: tuple[Mark, ...] = ()
    note: Words | None = None
    """What a reader has to know, in small letters."""

    @property
    def words(self) -> Iterator[Words]:
        """All that may be said in it."""
        yield from (self.title, self.empty)
        yield from (each for each in (self.headline, self.note) if each)
        for mark in self.marks:
            yield mark.label
            if mark.said:
                yield mark.said


def largest(
    total: int, parts: Mapping[str, int], rows: int, fewest: int = FEWEST["normal"]
) -> tuple[list[tuple[str, int]], int]:
    """The largest parts of a total, at most so many, and how many all the others are together.

    A part smaller than `fewest` is among the others. So is the smallest that could be shown, as
    long as the others would be few without it: what is left after a subtraction must not point at
    people either. All are in whole steps of that, so that two looks seldom tell where somebody was
    added between them: only of whoever makes a step full. Who looks at figures of once a day
    (`bot.pages.daily`) cannot tell that one from the others of the day.
    """
    shown = sorted(
        ((key, amount) for key, amount in parts.items() if amount >= fewest),
        key=lambda each: (-each[1], each[0]),
    )[:rows]
    others = total - sum(amount for _, amount in shown)
    while shown and 0 < others < fewest:
        others += shown.pop()[1]
    return [(key, amount // fewest * fewest) for key, amount in shown], max(
        others, 0
    ) // fewest * fewest
