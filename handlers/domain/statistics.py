"""Figures of a campaign, and how small parts of a total stay unsaid."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from handlers.domain.campaigns import FEWEST


@dataclass(frozen=True, slots=True)
class Origin:
    """A named link, and how many signed who came by it."""

    code: str
    """1 to 24 of `a-z0-9-`; part of the link."""
    label: str
    """What organizers call it."""
    signed: int = 0


def largest(
    total: int, parts: Mapping[str, int], rows: int, fewest: int = FEWEST["normal"]
) -> tuple[list[tuple[str, int]], int]:
    """The largest parts of a total, at most so many, and how many all the others are together.

    A part smaller than `fewest` is among the others. So is the smallest that could be shown, as
    long as the others would be few without it: what is left after a subtraction must not point at
    people either. All are in whole steps of that, so that two looks seldom tell where somebody was
    added between them: only of whoever makes a step full. Who looks at figures of once a day
    (`bot.pages.figures`) cannot tell that one from the others of the day.
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


Stage = Literal["seen", "read", "consented"]
"""How far somebody came on the way to a signature; kept as totals only."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many have signed, all over the world and in one country."""

    world: int
    country: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """A campaign's signatures by each of its public dimensions; what is zero is left out."""

    world: int
    countries: Mapping[str, int]
    """By ISO 3166-1 alpha-2 code; those who gave no country are in `world` alone."""
    days: Mapping[date, int]
    """By day in UTC, in order."""
    languages: Mapping[str, int]
    sources: Mapping[str, int]
    """By channel and where in it the link was (`Source`): `telegram:invite`."""
