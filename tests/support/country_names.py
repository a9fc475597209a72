"""Make `handlers/domain/countries.txt` anew from Babel: `python -m tests.support.country_names`."""

from babel import Locale, localedata
from babel.languages import get_official_languages

from handlers.domain.countries import NAMES, fold

NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
"""CLDR territories that are no ISO 3166-1 country (reserved codes, groupings, test locales)."""


def from_babel() -> str:
    """The file's text, as it has to be with the Babel that is installed."""
    territories = (str(code) for code in Locale("en").territories)
    codes = {c for c in territories if len(c) == 2 and c.isalpha()} - NOT_COUNTRIES
    official = {c: get_official_languages(c, regional=True, de_facto=True) for c in codes}
    own: dict[str, set[str]] = {code: set() for code in codes}
    foreign: dict[str, set[str]] = {code: set() for code in codes}
    for tag in localedata.locale_identifiers():
        if any(len(subtag) == 2 for subtag in tag.split("_")[1:]):
            continue  # one country's way to write a language
        for code, name in Locale.parse(tag).territories.items():
            if code in codes and (folded := fold(name)):
                (own if tag in official[code] else foreign)[code].add(folded)
    return "".join(
        f"{code}\t{_column(own[code])}\t{_column(foreign[code] - own[code])}\n"
        for code in sorted(codes)
    )


def _column(names: set[str]) -> str:
    return "".join(f"|{name}" for name in sorted(names)) + "|"


if __name__ == "__main__":
    NAMES.write_text(from_babel(), encoding="utf-8")
