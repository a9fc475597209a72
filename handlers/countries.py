"""Countries by the names people call them, in any language that CLDR knows for them."""

import difflib
import unicodedata
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from handlers.dialogue import Country, Turn, Words
from handlers.stores import Campaign

SHOWN = 6
"""How many likely countries are offered at once."""

NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
"""CLDR territories that are no ISO 3166-1 country (reserved codes, groupings, test locales)."""

EVERYDAY = {
    "usa": "US",
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "britain": "GB",
    "great britain": "GB",
    "holland": "NL",
    "drc": "CD",
    "uae": "AE",
    "рф": "RU",
    "сша": "US",
    "eeuu": "US",
    "ee uu": "US",
    "états unis d amérique": "US",
    "angleterre": "GB",
    "inglaterra": "GB",
    "англия": "GB",
    "إنجلترا": "GB",
    "أمريكا": "US",
    "america": "US",
    "palestine": "PS",
    "한국": "KR",
}
"""What people say and CLDR does not list."""


@cache
def codes() -> frozenset[str]:
    """Every country's ISO 3166-1 alpha-2 code, and XK for Kosovo."""
    territories = (str(code) for code in Locale("en").territories)
    return frozenset(c for c in territories if len(c) == 2 and c.isalpha()) - NOT_COUNTRIES


def fold(name: str) -> str:
    """A name without case, accents, punctuation, for comparing."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
    ).casefold()
    words = "".join(c if c.isalnum() else " " for c in plain.replace(".", ""))
    return " ".join(words.split())


@cache
def _own_languages() -> dict[str, tuple[str, ...]]:
    """The official languages of each country."""
    spoken = get_global("territory_languages")
    return {
        territory: tuple(tag for tag, info in languages.items() if info.get("official_status"))
        for territory, languages in spoken.items()
    }


@cache
def _index(tags: tuple[str, ...]) -> dict[str, str]:
    """Folded name -> code, in the given locales and in each country's own languages."""
    index = {fold(name): code for name, code in EVERYDAY.items()}

    def learn(tag: str, only: str = "") -> None:
        try:
            territories = Locale.parse(tag, sep="_").territories
        except (UnknownLocaleError, ValueError):
            return
        for code in {only} if only else codes():
            if name := territories.get(code):
                index.setdefault(fold(name), code)
                # "Myanmar (Burma)" is known by both of its names.
                for part in name.replace(")", "").split("("):
                    if fold(part):
                        index.setdefault(fold(part), code)

    for tag in tags:
        learn(tag.replace("-", "_"))
    for code, languages in _own_languages().items():
        if code in codes():
            for tag in languages:
                learn(tag, code)
    return index


def find(text: str, tags: tuple[str, ...]) -> str | None:
    """The code of the country called `text`, or None.

    By its name in one of the locales `tags`, in a language of its own or in everyday words, or
    by its code.
    """
    wanted = fold(text[:80])
    if (code := wanted.upper()) in codes():
        return code
    return _index(tags).get(wanted)


def near(text: str, tags: tuple[str, ...]) -> list[str]:
    """The codes that a name with a slip, or the beginning of a name, may mean; best first."""
    wanted = fold(text[:80])
    if len(wanted) < 3:
        return []
    index = _index(tags)
    close = difflib.get_close_matches(wanted, index, SHOWN, cutoff=0.75)
    starting = [name for name in index if name.startswith(wanted)]
    return list(dict.fromkeys(index[name] for name in close + starting))[:SHOWN]


def label(code: str) -> Words:
    """A country on a button: its flag (Unicode regional indicators) and its name."""
    flag = "".join(chr(ord(letter) - ord("A") + 0x1F1E6) for letter in code)
    return Words("choice-country", {"flag": flag, "country": Country(code)})


def _home_of(language: str) -> str:
    """The country where a language is most likely spoken (CLDR, likely subtags), or nothing."""
    subtags = get_global("likely_subtags")
    return str(subtags.get(language, "")).rpartition("_")[2]


def likely(turn: Turn) -> list[str]:
    """The countries to offer first.

    The one given before, that of the client's language tag, then those where the languages of
    the client (one that we do not speak, too) and of the conversation are spoken.
    """
    client = turn.person.language.replace("_", "-")
    region = client.split("-")[-1].upper() if "-" in client else ""
    language = client.split("-")[0].lower()
    nearest = turn.languages.known[turn.languages.best(client)]
    known = nearest.tag.split("-")[0] == language
    spoken = nearest.countries if known else (_home_of(language),)
    return list(
        dict.fromkeys(
            code
            for code in (
                str(turn.answers.get("country", "")),
                region,
                *spoken,
                *turn.languages.known[turn.locale].countries,
            )
            if code in codes()
        )
    )[:SHOWN]


async def of(turn: Turn, campaign: Campaign) -> str:
    """Where the person is: as they signed that campaign, else the likeliest; empty for nowhere."""
    signature = await turn.stores.signatures.find(campaign, turn.person)
    if signature and signature.country:
        return signature.country
    return next(iter(likely(turn)), "")
