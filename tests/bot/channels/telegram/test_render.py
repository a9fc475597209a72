"""What replies look like in Telegram, and that Telegram would take every one of them."""

import re
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.links import deep_link
from bot.channels.telegram.render import (
    CALLBACK_BYTES,
    CAPABILITIES,
    COPIED,
    Button,
    cut,
    data_of,
    length,
    marked,
    render,
    tap_of,
)
from bot.texts.texts import Texts
from bot.texts.width import width
from handlers.dialogue.messages import Choice, File, Invite, Link, Reply, Tap, Words, choices
from handlers.supporter.sharing.group_cards import group_card
from tests.support.fakes.campaigns import alert, campaign
from tests.support.tours.replies import each_locale, every_reply

TEXTS = Texts.load()
BOT = "porte_voix_demo_bot"


class Balanced(HTMLParser):
    """Complains about a tag that Telegram does not know, or that is not closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in {"b", "i"}
        assert not attrs
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


def check_html(text: str) -> None:
    parser = Balanced()
    parser.feed(text)
    parser.close()
    assert parser.opened == []


@pytest.mark.parametrize("locale", each_locale(TEXTS.known))
async def test_telegram_takes_every_reply_in_every_language(locale: str) -> None:
    """Nothing is too long, empty, unescaped or wrongly addressed, wherever the tour leads."""
    for reply in await every_reply(TEXTS, locale):
        shown = render(reply, locale, TEXTS, BOT)
        check_html(shown.html)
        assert (
            0
            < length(shown.html)
            <= (CAPABILITIES.caption if shown.picture or shown.file else CAPABILITIES.text)
        )
        assert "…" not in shown.html or "…" in "".join(
            TEXTS.html(words, locale) for words in (*reply.notes, reply.words)
        ), f"{reply.id} was cut"
        for button in (each for row in shown.rows for each in row):
            assert button.text.strip()
            assert sum(map(bool, (button.data, button.url, button.copied))) == 1
            assert len(button.copied) <= COPIED
            if button.data:
                assert len(button.data.encode()) <= CALLBACK_BYTES
                tap = tap_of(button.data)
                assert tap is not None
                assert tap.step == reply.step
                assert tap.about == reply.about.encode()
            elif button.url:
                assert urlsplit(button.url).scheme == "https"
        for row in shown.rows:
            assert len(row) <= 3


def test_what_is_alone_has_a_row_of_its_own_where_it_stands() -> None:
    """No slip of the finger sends a broadcast that was to be looked at again."""
    grave = Choice("drop-yes", alone=True)
    reply = Reply(
        "desk", step="s", choices=(*choices("sign", "read"), grave, *choices("card", "read"))
    )
    assert rows(reply) == [["sign"], ["read"], ["drop-yes"], ["card", "read"]]


def rows(reply: Reply) -> list[list[str]]:
    shown = render(reply, "en", TEXTS, BOT)
    return [[each.data.rpartition(":")[2] or "link" for each in row] for row in shown.rows]


def test_what_most_people_want_comes_first_and_the_language_last() -> None:
    """The first choice has a row of its own; links follow it; the engine's choices end it."""
    reply = Reply(
        "alert-closed",
        step="alert",
        choices=(
            *choices("sign", "read", "card"),
            *choices("continue", "language", placement="last"),
        ),
        links=(Link(Words("choice-share"), Invite("chechnya")),),
    )
    assert rows(reply) == [["sign"], ["link"], ["read", "card"], ["continue", "language"]]


def test_under_a_preview_its_own_buttons_come_first() -> None:
    """What its readers will get stands together; what the organizer may do stands under it."""
    reply = Reply(
        "broadcast-letter",
        step="letter-text",
        choices=(
            *choices("updates-stop", placement="apart"),
            *choices("write-done", "write-anew", "language", placement="last"),
        ),
        links=(Link("Read more", "https://example.org"),),
    )
    assert rows(reply) == [
        ["link"], ["updates-stop"], ["write-done", "write-anew"], ["language"],
    ]  # fmt: skip


def test_equals_stand_beside_each_other_as_their_labels_allow() -> None:
    """Three short ones in a row, two middling ones, one long one; nobody is left over alone."""

    def choice(of: str, label: str) -> Choice:
        return Choice(of, Words("choice-locale", {"name": label}))

    short = tuple(choice(f"s{n}", "short") for n in range(4))
    long = choice("l1", "a label that is rather long")
    reply = Reply("language", step="language", choices=(*short, long))
    assert rows(reply) == [["s0", "s1"], ["s2", "s3"], ["l1"]]
    reply = Reply("language", step="language", choices=short[:3])
    assert rows(reply) == [["s0", "s1", "s2"]]


def test_wide_letters_and_emoji_count_twice() -> None:
    """What decides is how wide a label is shown, not how many characters it has."""
    assert width("abc") == 3
    assert width("请愿书") == 6
    assert width("🌐") == 2
    assert width("e\u0301") == 1


def test_a_label_is_cut_to_what_fits_on_a_button() -> None:
    """One line, an ellipsis at its end."""
    name = "word " * 40
    reply = Reply(
        "language", step="s", choices=(Choice("a", Words("choice-locale", {"name": name})),)
    )
    label = render(reply, "en", TEXTS, BOT).rows[0][0].text
    assert width(label) <= 60
    assert label.endswith("…")


def test_words_come_before_the_picture() -> None:
    """Where a caption would be too short for them, the picture is left out, not the words."""
    fits = Reply("mydata", {"lines": "x" * 900}, picture="ab")
    assert render(fits, "en", TEXTS, BOT).picture == "ab"
    long = Reply("mydata", {"lines": "x" * 1100}, picture="ab")
    assert render(long, "en", TEXTS, BOT).picture == ""
    assert "…" not in render(long, "en", TEXTS, BOT).html


def test_a_file_keeps_its_caption_short() -> None:
    """Its words are cut, for the file is what matters."""
    reply = Reply("mydata", {"lines": "word " * 500}, file=File("a.json", b"{}"))
    assert length(render(reply, "en", TEXTS, BOT).html) <= CAPABILITIES.caption


def test_a_text_is_cut_at_a_word_and_its_tags_are_closed() -> None:
    """The last resort: an ellipsis after a whole word, within the limit."""
    text = "<b>one &lt;two&gt; three</b> <i>four</i>"
    assert cut(text, 100) == text
    assert cut(text, 14) == "<b>one &lt;two&gt;…</b>"
    assert cut("x" * 50, 10) == "x" * 9 + "…"
    emoji = "🕊" * 30
    assert length(emoji) == 60
    assert cut(emoji, 11) == "🕊" * 5 + "…"
    for most in range(1, 30):
        check_html(cut(text, most))
        assert length(cut(text, most)) <= most


def test_a_button_says_where_it_belongs() -> None:
    """Its data ends in the choice's plain id, and reads back as what was tapped."""
    data = data_of("read", "chechnya.2", "next")
    assert data == "read.chechnya.2:next"
    assert tap_of(data) == Tap("read", "chechnya.2", "next")
    assert tap_of("review:confirm") == Tap("review", "", "confirm")


@pytest.mark.parametrize(
    "data",
    [
        "",
        ":",
        "review",
        "review:",
        ":confirm",
        "Review:confirm",
        "review:con firm",
        "review:confirm\n",
        "review.a:b:c",
        "review.<b>:confirm",
        "review:" + "x" * 60,
        "rëview:confirm",
        "review:\u202econfirm",
        "review.\x00:confirm",
        "x" * 1000,
    ],
)
def test_data_that_no_button_ever_had_is_no_tap(data: str) -> None:
    """Forged and oversized data is told apart strictly."""
    assert tap_of(data) is None


def test_a_step_that_asks_for_too_much_is_found_out() -> None:
    """More than Telegram takes in a button is a fault of ours, and does not go out."""
    with pytest.raises(ValueError, match="cannot be sent"):
        data_of("read", "a" * 40, "x" * 30)


def test_what_people_wrote_is_shown_literally() -> None:
    """Markup in a name stays a name."""
    reply = Reply("mydata", {"lines": (Words("review-name", {"name": "<b>&<i>"}),)})
    assert "&lt;b&gt;&amp;&lt;i&gt;" in render(reply, "en", TEXTS, BOT).html
    label = Choice("profile", Words("choice-profile", {"name": "<b>&"}))
    [[button]] = render(Reply("help", step="s", choices=(label,)), "en", TEXTS, BOT).rows
    assert isinstance(button, Button)
    assert re.search("<b>&", button.text)


@pytest.mark.parametrize("locale", TEXTS.known)
@pytest.mark.parametrize("status", ["open", "paused", "closed"])
def test_a_groups_card_is_of_links_only_and_shows_titles_literally(
    locale: str, status: Literal["open", "paused", "closed"]
) -> None:
    """Open or closed: nothing to press that would tell the bot who pressed it."""
    hostile = alert(locale, "<script>alert(1)</script> & “more”")
    petition = campaign(status=status, texts={locale: hostile}, default_locale=locale)
    reply = group_card(petition, 650_000, [campaign("water")] * 20, locale)
    shown = render(reply, locale, TEXTS, BOT)
    check_html(shown.html)
    assert "&lt;script&gt;" in shown.html
    assert 0 < length(shown.html) <= CAPABILITIES.caption
    buttons = [each for row in shown.rows for each in row]
    assert buttons[0].url == deep_link(BOT, "chechnya_g")
    assert {each.url for each in buttons[1:]} == {deep_link(BOT, "water_g")}
    assert not any(each.data or each.copied for each in buttons)


# What organizers typed in bold or italics.


class Reading(HTMLParser):
    """Reads marked text: each letter, and the marks that are open over it."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.letters: list[tuple[str, set[str]]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag not in self.opened
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        self.letters += [(letter, set(self.opened)) for letter in data]


LETTERS = "ab \n\u0301éжجक字🕊👍🏽\u200d"
"""One, two and three code units wide, and such that join."""


@st.composite
def entities(draw: st.DrawFn) -> tuple[str, list[tuple[str, int, int]], list[set[str]]]:
    """A text, entities of any kind that begin and end between letters, and what covers each."""
    text = draw(st.text(LETTERS, max_size=12))
    offsets = [len(text[:at].encode("utf-16-le")) // 2 for at in range(len(text) + 1)]
    places = st.integers(0, len(text))
    kinds = st.sampled_from(["bold", "italic", "underline", "text_link", "code"])
    found, covers = [], [set[str]() for _ in text]
    for kind, one, other in draw(st.lists(st.tuples(kinds, places, places), max_size=6)):
        start, end = sorted((one, other))
        found.append((kind, offsets[start], offsets[end] - offsets[start]))
        if kind in {"bold", "italic"}:
            for each in covers[start:end]:
                each.add(kind[0])
    return text, found, covers


@given(entities())
def test_marks_cover_just_the_letters_that_were_marked(
    drawn: tuple[str, list[tuple[str, int, int]], list[set[str]]],
) -> None:
    """However they overlap, in Telegram's own counting; each closes before the one around it."""
    text, found, covers = drawn
    written = marked(text, found)
    check_html(written)
    reading = Reading()
    reading.feed(written)
    reading.close()
    assert reading.letters == list(zip(text, covers, strict=True))
    assert not re.search(r"<(\w)></\1>", written), "nothing is marked that is not there"


@given(st.text(), st.lists(st.tuples(st.sampled_from(["url", "code"]), st.just(0), st.just(3))))
def test_a_text_without_marks_stays_as_it_is(text: str, others: list[tuple[str, int, int]]) -> None:
    """Whatever is in it, and whatever else Telegram found in it."""
    assert marked(text, others) == text


def test_marks_that_cross_are_closed_and_opened_anew() -> None:
    """Bold from the first word to the second, italics from the second to the third."""
    crossed = [("bold", 0, 7), ("italic", 4, 9)]
    assert marked("one two three", crossed) == "<b>one <i>two</i></b><i> three</i>"
    assert marked("🕊 free", [("bold", 3, 4)]) == "🕊 <b>free</b>"
