"""What browsers say about languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pages.accept_language import UnreadableHeader, choose, region, wishes


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", []),
        ("fr", ["fr"]),
        ("fr-CA, fr;q=0.8, en;q=0.9", ["fr-CA", "en", "fr"]),
        ("en;q=0, ru", ["ru"]),
        ("*, de;q=0.5", ["de"]),
        ("zh-Hant-TW;q=0.7,,;;,es; q=0.8", ["es", "zh-Hant-TW"]),
    ],
)
def test_the_most_wanted_comes_first(header: str, wanted: list[str]) -> None:
    """By its weight, then by its place; what makes no sense is passed over."""
    assert wishes(header) == wanted


@pytest.mark.parametrize("header", ["<script>", "fr\x00", "é", "fr," * 1000])
def test_what_no_browser_sends_is_refused(header: str) -> None:
    with pytest.raises(UnreadableHeader):
        wishes(header)


@given(st.text(max_size=200))
def test_nothing_else_goes_wrong(header: str) -> None:
    """Whatever stands in it, it is read or refused."""
    try:
        found = wishes(header)
    except UnreadableHeader:
        return
    assert choose(found, ["en", "fr"], "en") in {"en", "fr"}


def test_a_plain_language_serves_for_its_variants() -> None:
    """And the first wish that can be met counts, not the first language that is there."""
    assert choose(["pt-BR", "fr-CA", "en"], ["en", "fr"], "en") == "fr"
    assert choose(["zh-Hant-TW"], ["en", "zh-Hant", "zh"], "en") == "zh-Hant"
    assert choose(["ja"], ["en", "fr"], "fr") == "fr"


def test_a_browser_may_tell_the_country() -> None:
    """That of the language in which the page is read; scripts are no countries."""
    assert region(["en-US", "fr-CA", "fr-FR"], "fr") == "CA"
    assert region(["zh-Hant-TW"], "zh") == "TW"
    assert region(["fr"], "fr") == ""
