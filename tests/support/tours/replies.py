"""All replies of the tours, for tests that look at each of them in every language."""

from collections.abc import Iterable, Sequence

import pytest
from _pytest.mark import ParameterSet

from handlers.dialogue.messages import Reply
from handlers.dialogue.step import Languages
from tests.support.tours.organizer_tour import tour_the_desk
from tests.support.tours.supporter_tour import tour_the_dialogue


def each_locale(locales: Iterable[str]) -> list[ParameterSet]:
    """Parameters for tests that look at the replies in each of these locales.

    The tests of one locale run in one process, so that they share the tours (`--dist loadgroup`).
    """
    return [pytest.param(each, marks=pytest.mark.xdist_group(f"tour-{each}")) for each in locales]


async def every_reply(languages: Languages, locale: str) -> Sequence[Reply]:
    """Every different reply once, as supporters and organizers of that locale get it.

    They are kept for the next test that asks with the same languages.
    """
    if (languages, locale) not in _replies:
        seen = [
            *await tour_the_dialogue(languages, locale),
            *await tour_the_desk(languages, locale),
        ]
        _replies[languages, locale] = list({repr(each): each for each in seen}.values())
    return _replies[languages, locale]


_replies: dict[tuple[Languages, str], Sequence[Reply]] = {}
