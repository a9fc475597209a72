"""From words to text: escaping, numbers, dates, directions."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.texts.texts import MissingWords, Texts
from handlers.dialogue.messages import Bar, Country, Invite, Language, Words


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load()


@pytest.fixture
def small(tmp_path: Path) -> Texts:
    """A locale folder with one message of each kind, in English, French and Arabic."""
    words = """
likely-countries = FR
text = “{ $it }”
bold = <b>{ $it }</b>
signs =
    2. 🙋 <b>«{ $it }»</b>
    With { $it }
number = { $it } in all
day = on { DATETIME($it, dateStyle: "long") }
agreed = You agree: { $it }
    .version = 3
"""
    for tag in ("en", "fr", "ar"):
        (tmp_path / tag).mkdir()
        (tmp_path / tag / "all.ftl").write_text(words, encoding="utf-8")
    return Texts.load(tmp_path)


@pytest.mark.parametrize("name", ["<b>&amp;", "<script>alert(1)</script>", "a & b", "{ $it }"])
def test_what_somebody_wrote_is_shown_literally(small: Texts, name: str) -> None:
    assert small.plain(Words("text", {"it": name}), "en") == f"“{name}”"
    shown = small.html(Words("text", {"it": name}), "en")
    assert "<" not in shown
    assert "&amp;" in shown or "&" not in name


def test_a_text_as_long_as_a_message_may_be_comes_out_whole(small: Texts) -> None:
    """Fluent itself gives up at 2,500 characters, and says "{???}" instead."""
    news = "Good news! " * 372
    assert len(news) > 4_000
    assert small.plain(Words("text", {"it": news}), "en") == f"“{news}”"
    nested = Words("text", {"it": Words("text", {"it": news})})
    assert small.plain(nested, "en") == f"““{news}””"


def test_names_of_the_other_direction_are_kept_apart(small: Texts) -> None:
    """An Arabic name in an English sentence stands in an isolate (Unicode TR 9)."""
    assert small.html(Words("text", {"it": "أمينة"}), "en") == "“\u2068أمينة\u2069”"
    assert small.html(Words("text", {"it": "أمينة"}), "ar") == "“أمينة”"
    assert small.html(Words("text", {"it": "Amina"}), "en") == "“Amina”"
    assert small.html(Words("text", {"it": "Amina"}), "ar") == "\u200f“\u2068Amina\u2069”"


def test_numbers_are_written_as_the_language_writes_them(small: Texts) -> None:
    words = Words("number", {"it": 650_000})
    assert "650,000" in small.html(words, "en")
    assert "650\u202f000" in small.html(words, "fr")


def test_dates_are_written_as_the_language_writes_them(small: Texts) -> None:
    words = Words("day", {"it": date(2017, 6, 2)})
    assert "June 2, 2017" in small.html(words, "en")
    assert "2 juin 2017" in small.html(words, "fr")
    assert "1er mai 2017" in small.html(Words("day", {"it": date(2017, 5, 1)}), "fr")
    assert "يونيو" in small.html(words, "ar")


def test_the_first_of_a_month_is_an_ordinal_in_french_after_a_weekday_too(texts: Texts) -> None:
    first = Words("broadcast-when", {"at": datetime(2026, 3, 1, 13, tzinfo=UTC), "zone": "Paris"})
    assert texts.plain(first, "fr").startswith("dimanche 1er mars 2026")
    last = Words("broadcast-when", {"at": datetime(2026, 3, 31, 13, tzinfo=UTC), "zone": "Paris"})
    assert texts.plain(last, "fr").startswith("mardi 31 mars 2026")


def test_a_day_without_its_year_and_a_month_without_its_day(texts: Texts) -> None:
    """Below a chart there is no room for more; each language has its own order."""
    day = {"day": date(2026, 3, 1)}
    assert texts.plain(Words("stats-day-short", day), "en") == "Mar 1"
    assert texts.plain(Words("stats-day-short", day), "fr") == "1er mars"
    assert texts.plain(Words("stats-month", day), "es") == "marzo de 2026"
    assert texts.plain(Words("stats-month", day), "ru") == "март 2026\u202fг."


def test_countries_and_languages_by_their_names(small: Texts) -> None:
    assert "Allemagne" in small.html(Words("text", {"it": Country("DE")}), "fr")
    assert "russe" in small.html(Words("text", {"it": Language("ru")}), "fr")


def test_a_bar_grows_in_the_direction_of_reading(small: Texts) -> None:
    bar = Words("text", {"it": Bar(0.437)})
    assert "▰▰▰▰▱▱▱▱▱▱ 43%" in small.html(bar, "en")
    assert "\u200f▰▰▰▰▱▱▱▱▱▱" in small.html(bar, "ar")
    assert "▰" * 10 in small.html(Words("text", {"it": Bar(7)}), "en")
    assert "▱" * 10 in small.html(Words("text", {"it": Bar(-1)}), "en")


def test_a_line_that_begins_with_a_name_still_reads_from_the_right(small: Texts) -> None:
    """Without a mark an isolated Latin name would set the direction of an Arabic line."""
    words = Words("bold", {"it": "Porte-voix"})
    assert small.html(words, "en") == "<b>Porte-voix</b>"
    assert small.html(words, "ar") == "\u200f<b>\u2068Porte-voix\u2069</b>"


def test_so_does_a_line_with_only_signs_before_the_name(small: Texts) -> None:
    """Emoji, quotation marks and bullets have no direction of their own, either."""
    assert small.html(Words("signs", {"it": "Ida"}), "en") == "2. 🙋 <b>«Ida»</b>\nWith Ida"
    assert small.html(Words("signs", {"it": "Ida"}), "ar") == (
        "\u200f2. 🙋 <b>«\u2068Ida\u2069»</b>\nWith \u2068Ida\u2069"
    )
    assert small.html(Words("signs", {"it": "إيدا"}), "ar") == "2. 🙋 <b>«إيدا»</b>\nWith إيدا"


def test_words_in_words_and_lines_of_words(small: Texts) -> None:
    inner = Words("bold", {"it": "<"})
    assert small.html(Words("text", {"it": inner}), "en") == "“<b>&lt;</b>”"
    assert small.html(Words("text", {"it": (inner, inner)}), "en") == ("“<b>&lt;</b>\n<b>&lt;</b>”")


def test_an_invite_becomes_a_link_of_the_channel(small: Texts) -> None:
    shown = small.html(
        Words("text", {"it": Invite("a")}),
        "en",
        lambda invite: f"https://example.org/?x&{invite.payload}",
    )
    assert "https://example.org/?x&amp;a" in shown


@pytest.mark.parametrize(
    ("client", "locale"),
    [
        ("fr", "fr"), ("FR-ca", "fr"), ("fr_CA", "fr"), ("ar-EG", "ar"), ("zh-Hant-TW", "en"),
        ("", "en"), ("x" * 5000, "en"), ("<b>", "en"), ("-", "en"), ("../..", "en"),
    ],
)  # fmt: skip
def test_the_nearest_locale_of_a_client(texts: Texts, client: str, locale: str) -> None:
    assert texts.best(client) == locale


def test_a_wording_is_hashed_as_it_is_seen(small: Texts) -> None:
    """The same words, whoever formats them; another argument, another hash."""
    first = small.wording(Words("agreed", {"it": "x"}), "en")
    assert (first.text, first.version, first.locale) == ("You agree: x", "3", "en")
    assert first == small.wording(Words("agreed", {"it": "x"}), "en")
    assert first.hash != small.wording(Words("agreed", {"it": "y"}), "en").hash


def test_words_may_be_said_in_another_language_than_the_readers() -> None:
    """An organizer who reads French looks at what readers of Arabic will tap."""
    texts = Texts.load()
    stop = Words("choice-updates-stop", locale="ar")
    assert texts.plain(stop, "fr") == texts.plain(Words("choice-updates-stop"), "ar")
    assert texts.html(Words("broadcast-letter", {"text": stop}), "fr") == texts.plain(stop, "fr")


def test_nobody_consents_to_words_without_a_version(small: Texts) -> None:
    with pytest.raises(MissingWords):
        small.wording(Words("text", {"it": "x"}), "en")


def test_unknown_words_are_a_fault_of_the_program(small: Texts) -> None:
    with pytest.raises(MissingWords):
        small.html(Words("no-such-words"), "en")


def test_a_folder_that_is_no_language_says_so(tmp_path: Path) -> None:
    (tmp_path / "xx-nothing").mkdir()
    (tmp_path / "xx-nothing" / "a.ftl").write_text("a = b")
    with pytest.raises(ValueError, match="CLDR knows no language"):
        Texts.load(tmp_path)


def test_a_file_with_a_slip_says_where(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.ftl").write_text("good = yes\n\nbad slip\n")
    with pytest.raises(ValueError, match=r"a\.ftl:3: "):
        Texts.load(tmp_path)
