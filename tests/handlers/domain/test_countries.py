"""Countries as people call them."""

import pytest

from handlers.dialogue.messages import Country
from handlers.domain import countries
from tests.support.country_names import from_babel
from tests.support.talk import Talk

LOCALES = ("en", "fr", "es", "ru", "ar")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("fr", "FR"),
        ("FRANCE", "FR"),
        ("  francia ", "FR"),
        ("Франция", "FR"),
        ("فرنسا", "FR"),
        ("Deutschland", "DE"),
        ("日本", "JP"),
        ("한국", "KR"),
        ("대한민국", "KR"),
        ("Côte d'Ivoire", "CI"),
        ("cote d’ivoire", "CI"),
        ("Burma", "MM"),
        ("Taiwan", "TW"),
        ("台灣", "TW"),
        ("Kosovo", "XK"),
        ("USA", "US"),
        ("U.K.", "GB"),
        ("England", "GB"),
        ("Россия", "RU"),
        ("Palestine", "PS"),
        ("España", "ES"),
        ("Ελλάδα", "GR"),
        ("ישראל", "IL"),
        ("Frankreich", "FR"),
        ("Alemanha", "DE"),
        ("法国", "FR"),
        ("Великобритания", "GB"),
        ("Северная Корея", "KP"),
        ("فلسطين", "PS"),
        ("FRA", "FR"),
        ("🇧🇷", "BR"),
    ],
)
def test_a_country_is_found_by_what_people_call_it(typed: str, code: str) -> None:
    """In any language, by code or flag, in any case and without accents."""
    assert countries.find(typed, LOCALES) == code


@pytest.mark.parametrize(
    "typed", ["", " ", "<b>", "🇫🇷🇫", "Atlantis", "x" * 4096, "\x00", "zz", "EU"]
)
def test_what_is_no_country_is_not_found(typed: str) -> None:
    assert countries.find(typed, LOCALES) is None


@pytest.mark.parametrize(
    ("typed", "code"), [("Germny", "DE"), ("Frnace", "FR"), ("Росия", "RU"), ("kazak", "KZ")]
)
def test_a_slip_leads_to_a_question_back(typed: str, code: str) -> None:
    assert countries.find(typed, LOCALES) is None
    assert code in countries.near(typed, LOCALES)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Korea", {"KR", "KP"}),
        ("Congo", {"CD", "CG"}),
        ("Конго", {"CD", "CG"}),
        ("Republic of Ireland", {"IE"}),
        ("the Netherlands", {"NL"}),
        ("I live in France", {"FR"}),
    ],
)
def test_what_may_mean_several_or_says_more_leads_to_a_question_back(
    typed: str, codes: set[str]
) -> None:
    """Nobody is put into a country that they may not have meant."""
    assert countries.find(typed, LOCALES) is None
    assert codes <= set(countries.near(typed, LOCALES))


def test_the_names_are_those_that_babel_knows() -> None:
    """After an upgrade of Babel, `python -m tests.support.country_names` makes them anew."""
    assert countries.NAMES.read_text(encoding="utf-8") == from_babel()


def test_there_are_as_many_countries_as_iso_has_and_kosovo() -> None:
    """ISO 3166-1 has 249 entries."""
    assert len(countries.codes()) == 250


@pytest.mark.parametrize(("language", "code"), [("de", "DE"), ("pt-pt", "PT"), ("uk", "UA")])
async def test_a_phone_in_a_language_that_we_do_not_speak_still_has_a_country(
    language: str, code: str
) -> None:
    """A German reads in English, and is offered Germany before the United States."""
    talk = Talk(locale=language)
    await talk.opens("chechnya")
    assert talk.last.args["country"] == Country(code)
    await talk.taps("sign")
    await talk.taps("agree")
    await talk.taps("anonymous")
    assert talk.offered()[0] == code


async def test_an_unknown_language_points_at_no_country() -> None:
    talk = Talk(locale="qqq")
    await talk.opens("chechnya")
    assert talk.last.id == "alert"
