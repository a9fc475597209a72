"""Words to pass on are as long as each app takes them, in every language."""

from urllib.parse import parse_qs, urlsplit

import pytest

from bot.channels.telegram.render import COPIED
from bot.texts.share_texts import write
from bot.texts.texts import Texts
from handlers.dialogue.messages import Link, Share
from handlers.domain import invites
from handlers.domain.text import length
from handlers.supporter.sharing import share
from handlers.supporter.sharing.apps import APPS, fits_sms, fits_x
from tests.support.fakes.campaigns import alert, campaign

TEXTS = Texts.load()
LINK = f"https://t.me/{'b' * 32}?start={invites.invite('s' * 24, 'x' * 16)}"
"""As long as a link can be."""

LONGEST_TITLE = 150


def shares(title: str, locale: str) -> dict[str, Share]:
    """What is passed on in each app."""
    petition = campaign(texts={locale: alert(locale, title)}, default_locale=locale)
    links = share.links(petition, locale, "unused", "")
    return {each.url.app: each.url for each in links if isinstance(each.url, Share)}


def test_each_app_is_opened_with_its_words_and_the_link_once() -> None:
    """In the app's own parameters, blanks as %20; where there is no address, words to copy."""
    for app, each in shares("Free them & all?", "en").items():
        written = write(each, "en", TEXTS, LINK)
        assert "+" not in written.address
        query = {k: v[0] for k, v in parse_qs(urlsplit(written.address).query).items()}
        told = query.get("text", "") + query.get("body", "") if written.address else written.text
        if app not in {"facebook", "messenger"}:
            assert "Free them & all?" in told
        carried = [*query.values()] if written.address else [written.text]
        assert sum(each.count(LINK) for each in carried) == 1, app
    assert write(shares("T", "en")["signal"], "en", TEXTS, LINK).address == ""
    mail = write(shares("T", "en")["email"], "en", TEXTS, LINK).address
    assert mail.startswith("mailto:?subject=Will%20you")


@pytest.mark.parametrize("locale", TEXTS.known)
@pytest.mark.parametrize("letter", ["x", "й", "ج", "é", "^", "🕊", "字"])
def test_a_long_title_is_cut_to_what_the_app_takes(locale: str, letter: str) -> None:
    """A post on X is never too long, and a button never copies more than Telegram lets it."""
    for app, each in shares((letter * 9 + " ") * (LONGEST_TITLE // 10), locale).items():
        written = write(each, locale, TEXTS, LINK)
        assert APPS[app].fits(written.text) or app == "sms"
        copied = write(each, locale, TEXTS, LINK, COPIED).text
        assert 0 < length(copied) <= COPIED
        assert app in {"telegram", "x"} or LINK in copied


def test_a_text_message_is_a_single_one_where_the_alphabet_allows_it() -> None:
    """Typewriter quotes instead of fine ones, which would halve its length."""
    short = "https://t.me/petition_bot?start=free_v0123456789abcdef"
    each = shares("Free the prisoners of the northern provinces before it is too late " * 2, "en")
    text = write(each["sms"], "en", TEXTS, short).text
    assert fits_sms(text)
    assert '"' in text
    assert "..." in text
    assert length(text) > 120


def test_a_short_title_stays_whole() -> None:
    """Nothing is cut that fits."""
    assert "“Short”" in write(shares("Short", "en")["viber"], "en", TEXTS, LINK).text


def test_what_counts_twice() -> None:
    """Against the published examples: wide letters on X, brackets in a text message."""
    assert fits_x("x" * 256)
    assert not fits_x("x" * 257)
    assert fits_x("字" * 128)
    assert not fits_x("字" * 129)
    assert fits_sms("x" * 160)
    assert not fits_sms("x" * 159 + "€")
    assert fits_sms("ж" * 70)
    assert not fits_sms("ж" * 71)


def test_markup_in_a_title_is_passed_on_literally() -> None:
    """No entities, no tags, nothing that ends an address."""
    written = write(shares('<script>"&#', "en")["whatsapp"], "en", TEXTS, LINK)
    assert '<script>"&#' in written.text
    assert parse_qs(urlsplit(written.address).query)["text"] == [written.text]


def test_brands_are_called_by_their_names() -> None:
    """In every language alike."""
    labels = [each.label for each in share.links(campaign(), "ar", "x", "") if _plain(each)]
    assert "WhatsApp" in labels
    assert len(labels) == 7


def _plain(link: Link) -> bool:
    return isinstance(link.label, str)
