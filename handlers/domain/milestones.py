"""Milestones: the round numbers that a count passes on its way up."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count


def next_milestone(reached: int, milestones: Iterable[int]) -> int:
    """The first of these that is beyond `reached`."""
    return next(each for each in milestones if each > reached)


def of_campaign(own: Sequence[int] = ()) -> Iterator[int]:
    """A campaign's own milestones, and after those 100, 250, 500, 1,000 and so on."""
    return chain(own, _round_numbers(2))


def of_invite() -> Iterator[int]:
    """What the owner of a personal link is told of: 1, 5, 10, 25, 50, 100 and so on."""
    return chain((1, 5), _round_numbers(1))


def _round_numbers(power: int) -> Iterator[int]:
    for each in count(power):
        yield from (10**each, 10**each * 5 // 2, 10**each * 5)
