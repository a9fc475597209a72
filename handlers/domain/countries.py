"""Countries by the names people call them, in any language that CLDR knows for them."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping, Set
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

SHOWN = 6
"""How many likely countries are offered at once."""

NAMES = Path(__file__).with_suffix(".txt")
"""What each country is called in every language that CLDR has, folded and between bars.

A line holds its code, its names in its official languages, and those in others, parted by tabs. To
ask Babel instead would take each process a second and 150 MB. `python -m
tests.support.country_names` makes it, and a test holds it to Babel.
"""

EVERYDAY = {
    "usa": "US",
    "united states of america": "US",
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "britain": "GB",
    "great britain": "GB",
    "holland": "NL",
    "czech republic": "CZ",
    "ivory coast": "CI",
    "swaziland": "SZ",
    "drc": "CD",
    "uae": "AE",
    "рф": "RU",
    "russian federation": "RU",
    "российская федерация": "RU",
    "сша": "US",
    "америка": "US",
    "eeuu": "US",
    "ee uu": "US",
    "états unis d amérique": "US",
    "république tchèque": "CZ",
    "angleterre": "GB",
    "inglaterra": "GB",
    "англия": "GB",
    "голландия": "NL",
    "белоруссия": "BY",
    "молдавия": "MD",
    "северная корея": "KP",
    "южная корея": "KR",
    "إنجلترا": "GB",
    "بريطانيا": "GB",
    "أمريكا": "US",
    "america": "US",
    "palestine": "PS",
    "فلسطين": "PS",
    "السعودية": "SA",
    "한국": "KR",
    "congo": "CD CG",
    "конго": "CD CG",
    "الكونغو": "CD CG",
}
"""What people say and CLDR does not list; with several codes, what they have to be asked about."""


def fold(name: str) -> str:
    """A name without case, accents, punctuation, for comparing."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
    ).casefold()
    words = "".join(c if c.isalnum() else " " for c in plain.replace(".", ""))
    return " ".join(words.split())


@cache
def _names() -> Mapping[str, tuple[str, str]]:
    """The file's three columns: code -> names in the country's own languages, and in others."""
    rows = (line.split("\t") for line in NAMES.read_text(encoding="utf-8").splitlines())
    return {code: (own, foreign) for code, own, foreign in rows}


def codes() -> Set[str]:
    """Every country's ISO 3166-1 alpha-2 code, and XK for Kosovo."""
    return _names().keys()


def _parts(name: str) -> Iterable[str]:
    """Both names of "Myanmar (Burma)"."""
    return name.replace(")", "").split("(") if "(" in name else ()


def _gather(names: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Folded name -> the codes of all that are called so, from pairs of code and name."""
    found: dict[str, set[str]] = {}
    for code, name in names:
        if folded := fold(name):
            found.setdefault(folded, set()).add(code)
    return {name: tuple(sorted(called)) for name, called in found.items()}


@cache
def _familiar(tags: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Folded name -> codes: what people say, then names in the locales, then parts of them."""
    everyday = {fold(name): tuple(said.split()) for name, said in EVERYDAY.items()}
    ours = [
        (code, name)
        for tag in tags
        for code, name in Locale.parse(tag, sep="-").territories.items()
        if code in codes()
    ]
    theirs = [(code, name) for code, (own, _) in _names().items() for name in own.split("|")]
    # A whole name goes before the part of another one: Britain is no Virgin Island.
    parts = [(code, part) for code, name in ours for part in _parts(name)]
    return {**_gather(parts), **_gather(theirs), **_gather(ours), **everyday}


def _called(text: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of all countries that are called exactly so, or have that code or that flag."""
    name = "".join(
        chr(ord(c) - 0x1F1E6 + ord("a")) if "\U0001f1e6" <= c <= "\U0001f1ff" else c
        for c in text[:80]
    )
    wanted = fold(name)
    if (code := wanted.upper()) in codes():
        return (code,)
    if found := _familiar(tags).get(wanted):
        return found
    # ISO 3166-1 alpha-3; a country that is no more has several heirs, and is not among them.
    if len(wanted) == 3 and len(heirs := get_global("territory_aliases").get(code, ())) == 1:
        return tuple(heirs)
    return tuple(code for code, names in _names().items() if f"|{wanted}|" in "\t".join(names))


def find(text: str, tags: tuple[str, ...]) -> str | None:
    """The code of the country called `text`, or None where none or several are.

    By its name in one of the locales `tags`, in any other language or in everyday words, by its
    code or by its flag.
    """
    called = _called(text, tags)
    return called[0] if len(called) == 1 else None


def near(text: str, tags: tuple[str, ...]) -> list[str]:
    """The codes that an ambiguous name, one with a slip, or a part of one may mean; best first."""
    if called := _called(text, tags):
        return list(called[:SHOWN])
    wanted = fold(text[:80])
    if len(wanted) < 3:
        return []
    index = _familiar(tags)
    close = difflib.get_close_matches(wanted, index, SHOWN, cutoff=0.75)
    # "kazak", "Korea"; and the other way round "Republic of Ireland", "I live in France".
    partly = [name for name in index if f" {wanted}" in f" {name}"]
    within = [name for name in index if len(name) > 3 and f" {name} " in f" {wanted} "]
    found = (code for name in close + within + partly for code in index[name])
    return list(dict.fromkeys(found))[:SHOWN]
