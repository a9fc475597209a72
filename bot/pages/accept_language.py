"""Which language a browser asks for."""

import re
from collections.abc import Collection

from bot.texts.languages import nearest

LONGEST = 1000
"""Characters of a header; browsers send about forty."""

HEADER = re.compile(r"[A-Za-z0-9*,;=.\-_ \t]*", re.ASCII)
WISH = re.compile(
    r"(?P<tag>[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)(?:\s*;\s*q=(?P<q>[01](?:\.[0-9]{0,3})?))?",
    re.ASCII,
)

REGION = re.compile("[A-Z]{2}", re.ASCII)


class UnreadableHeader(ValueError):
    """An Accept-Language that no browser sends."""


def wishes(header: str) -> list[str]:
    """The language tags in an Accept-Language (RFC 9110, 12.5.4), the most wanted first.

    A part that merely makes no sense is passed over.

    Raises:
        UnreadableHeader: It is longer than LONGEST, or has characters that cannot stand in it.
    """
    if len(header) > LONGEST or not HEADER.fullmatch(header):
        raise UnreadableHeader
    found: list[tuple[float, str]] = []
    for part in header.split(","):
        wish = WISH.fullmatch(part.strip())
        if wish and (quality := float(wish["q"] or 1)) > 0:
            found.append((quality, wish["tag"]))
    return [tag for _, tag in sorted(found, key=lambda each: -each[0])]


def choose(wanted: Collection[str], offered: Collection[str], otherwise: str) -> str:
    """The locale nearest to the first wish that can be met."""
    met = (found for wish in wanted if (found := nearest(wish, offered)))
    return next(met, otherwise)


def region(wanted: Collection[str], locale: str) -> str:
    """The country (ISO 3166-1 alpha-2) in the first wish for that language with one, or ""."""
    language = locale.partition("-")[0]
    for wish in wanted:
        own, *subtags = wish.split("-")
        if own.lower() == language:
            for subtag in subtags:
                if REGION.fullmatch(subtag.upper()):
                    return subtag.upper()
    return ""
