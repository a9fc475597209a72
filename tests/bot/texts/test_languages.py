"""The language that is nearest to the one somebody asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.languages import nearest

OFFERED = ["en", "fr", "ar", "ru", "pt-BR", "zh-Hans", "zh-Hant"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("fr", "fr"), ("FR-ca", "fr"), ("fr_CA", "fr"), ("ar-EG", "ar"), ("en-x-zh", "en"),
        ("pt", "pt-BR"), ("pt-PT", "pt-BR"), ("pt-BR", "pt-BR"),
        ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-SG", "zh-Hans"),
        ("zh-TW", "zh-Hant"), ("zh_HK", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-TW", "zh-Hans"), ("ru-Latn", "ru"),
    ],
)  # fmt: skip
def test_somebody_reads_in_a_form_of_their_own_language(wanted: str, found: str) -> None:
    assert nearest(wanted, OFFERED) == found


@pytest.mark.parametrize("wanted", ["uk", "be", "de", "qqq", "", "-", "../..", "<b>", "x" * 5000])
def test_nobody_is_given_a_language_that_is_not_theirs(wanted: str) -> None:
    """A Ukrainian is not spoken to in Russian, however near it is."""
    assert nearest(wanted, OFFERED) is None


def test_the_script_goes_before_the_plain_language_and_the_region_decides_among_equals() -> None:
    assert nearest("zh-TW", ["zh", "zh-Hant"]) == "zh-Hant"
    assert nearest("sr-Latn", ["sr", "sr-Latn"]) == "sr-Latn"
    assert nearest("pt-PT", ["pt-BR", "pt-PT"]) == "pt-PT"
    assert nearest("pt-AO", ["pt-BR", "pt"]) == "pt"
    assert nearest("zh-TW", ["zh-Hans"]) is None


@given(st.text(max_size=40), st.sampled_from(OFFERED))
def test_whatever_a_client_says_it_gets_one_of_those_or_none(said: str, tag: str) -> None:
    """And whatever stands behind a tag that is offered, it is found."""
    assert nearest(said, OFFERED) in {None, *OFFERED}
    assert nearest(f"{tag}-x-{said}", OFFERED) == tag
