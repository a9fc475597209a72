"""Which of several languages is nearest to one that somebody asks for."""

from collections.abc import Iterable
from functools import lru_cache

from babel.core import get_global


def nearest(wanted: str, offered: Iterable[str]) -> str | None:
    """The one of the `offered` BCP 47 tags to show to whoever wants `wanted`, or None.

    What is written in the same language and script comes first (CLDR, likely subtags): `pt-PT` is
    served by `pt-BR`, `zh-TW` by `zh-Hant`. Of several it is the one that shares most subtags from
    the left (RFC 4647, 3.4), or else the first. Where there is none, the plain language serves.
    """
    tag = wanted.strip().replace("_", "-").lower()
    known = list(offered)
    alike = [each for each in known if _written(each.lower()) == _written(tag)]
    return _lookup(tag, alike) or next(iter(alike), None) or _lookup(tag, known)


def _lookup(tag: str, offered: Iterable[str]) -> str | None:
    by_tag = {each.lower(): each for each in offered}
    while tag and tag not in by_tag:
        tag = tag.rpartition("-")[0]
    return by_tag.get(tag)


@lru_cache(maxsize=1024)
def _written(tag: str) -> tuple[str, str]:
    """The language of a tag in small letters and its script, said or likely."""
    language, *subtags = tag.partition("-x-")[0].split("-")
    for subtag in subtags:
        if len(subtag) == 4 and subtag.isalpha():
            return language, subtag.title()
    likely = get_global("likely_subtags")
    regions = (f"{language}_{subtag.upper()}" for subtag in subtags if len(subtag) == 2)
    found = next((likely[each] for each in (*regions, language) if each in likely), "")
    return language, "".join(found.split("_")[1:2])
