"""What replies look like in a terminal: some of them to the letter, and every one of the tours."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.terminal.render import Numbered, RenderedMessage, lines, render, wrapped
from bot.texts.texts import Texts
from bot.texts.width import width
from handlers.dialogue.messages import (
    Chart,
    Choice,
    Invite,
    Link,
    Mark,
    Marked,
    Reply,
    Share,
    Tap,
    Words,
    choices,
)
from tests.support.tours.replies import each_locale, every_reply

TEXTS = Texts.load()

LRM, RLM, FSI, PDI = "\u200e", "\u200f", "\u2068", "\u2069"

WORDS = {
    "en": """
likely-countries = US FR GB
hello = <b>Hello</b> { $name }
note = A note.
pass = Sign { $title }: { $link }
pass-beside = Sign { $title }!
votes = Votes
none = None yet
choice-yes = Yes
choice-no = <i>No</i>
choice-drop = Drop it
choice-named = { $name }
""",
    "ar": """
likely-countries = EG MA TN
hello = <b>أهلًا</b> { $name }
note = ملاحظة.
pass = وقّع { $title }: { $link }
pass-beside = وقّع { $title }!
votes = أصوات
none = لا شيء
choice-yes = نعم
choice-no = <i>لا</i>
choice-drop = حذف
choice-named = { $name }
""",
}
"""A few words, so that what becomes of them can be told to the letter."""


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    folder: Path = tmp_path_factory.mktemp("locales")
    for locale, words in WORDS.items():
        (folder / locale).mkdir()
        (folder / locale / "words.ftl").write_text(words, encoding="utf-8")
    return Texts.load(folder)


def link(invite: Invite) -> str:
    return f"talk --start={invite.payload}"


def hello(name: str) -> dict[str, str | Marked]:
    return {"name": name}


def share(app: str, words: str = "pass") -> Share:
    return Share(app, Words(words, {"title": "Stop", "link": Invite("x")}), Invite("x"))


def chart(kind: str, *marks: Mark) -> Chart:
    return Chart(
        kind,  # type: ignore[arg-type]  # a kind's name
        "Stop",
        Words("votes"),
        Words("none"),
        headline=Words("note"),
        marks=marks,
        note=Words("note"),
    )


YES, NO = Mark(Words("choice-yes"), 1234), Mark(Words("choice-no"), 5, Words("note"))

EN = [
    (Reply("hello", hello("Ana & <b>Bo</b>")), "Hello Ana & <b>Bo</b>"),
    (Reply("hello", {"name": Marked("<b>Ana</b> <u>Bo</u>")}), "Hello Ana <u>Bo</u>"),
    (Reply("hello", hello("\x1b]0;owned\x07\x9b2J\rBo")), "Hello ]0;owned2JBo"),
    (Reply("hello", hello("a\nb\n\n\n\nc")), "Hello a\nb\n\nc"),
    (Reply("hello", hello("Ana"), notes=(Words("note"), Words("none"))),
     "A note.\n\nNone yet\n\nHello Ana"),
    (Reply("note", choices=choices("yes", "no")), "A note.\n\n1. Yes\n2. No"),
    (Reply("note", choices=(*choices("drop", placement="apart"),
                            *choices("no", placement="last"), *choices("yes"))),
     "A note.\n\n1. Yes\n2. Drop it\n3. No"),
    (Reply("note", choices=(Choice("x", Words("choice-named", {"name": "a\n\x1b[2J b"})),)),
     "A note.\n\n1. a [2J b"),
    (Reply("note", choices=(Choice("x", Words("choice-yes", locale="ar")),)),
     f"A note.\n\n1. {FSI}نعم{PDI}"),
    (Reply("note", picture="ab" * 32, picture_text="People at\nan embassy"),
     "A note.\n\n🖼 People at an embassy"),
    (Reply("note", picture="ab" * 32), "A note."),
    (Reply("note", links=(Link("More", "https://example.org/?a=1&b"),
                          Link(Words("choice-yes"), Invite("x")))),
     "A note.\n\n→ More: https://example.org/?a=1&b\n→ Yes: talk --start=x"),
    (Reply("note", links=(Link("WhatsApp", share("whatsapp")), Link("X", share("x", "pass-beside")),
                          Link("Viber", share("viber")))),
     "A note.\n\n→ WhatsApp, Viber\nSign Stop: talk --start=x\n\n→ X\nSign Stop!\ntalk --start=x"),
    (Reply("note", picture=chart("bars", YES, NO)),
     "A note.\n\n📊 Stop\nVotes\nA note.\nYes: 1,234\nNo: A note.\nA note."),
    (Reply("note", picture=chart("line", YES, NO)),
     "A note.\n\n📊 Stop\nVotes\nA note.\nYes: 1,234 · No: A note.\nA note."),
    (Reply("note", picture=chart("funnel")),
     "A note.\n\n📊 Stop\nVotes\nA note.\nNone yet\nA note."),
    (Reply("note", locale="ar", choices=choices("yes")), "ملاحظة.\n\n1. Yes"),
]  # fmt: skip

AR = [
    (Reply("hello", hello("Ana")), f"أهلًا {FSI}Ana{PDI}"),
    (Reply("note", choices=choices("yes", "no")), "ملاحظة.\n\n1. نعم\n2. لا"),
    (Reply("note", choices=(Choice("x", Words("choice-named", {"name": "Ana"})),)),
     f"ملاحظة.\n\n1. {RLM}{FSI}Ana{PDI}"),
    (Reply("note", choices=(Choice("x", Words("choice-yes", locale="en")),)),
     f"ملاحظة.\n\n{RLM}1. {FSI}Yes{PDI}"),
    (Reply("note", picture="ab" * 32, picture_text="People"), f"ملاحظة.\n\n{RLM}🖼 People"),
    (Reply("note", links=(Link("More", "https://example.org"),)),
     f"ملاحظة.\n\n{RLM}→ {FSI}More{PDI}: {FSI}https://example.org{PDI}"),
    (Reply("note", picture=chart("bars", YES)),
     f"ملاحظة.\n\n{RLM}📊 {FSI}Stop{PDI}\nأصوات\nملاحظة.\nنعم: 1,234\nملاحظة."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "reply", "text"), [*(("en", *each) for each in EN), *(("ar", *each) for each in AR)]
)
def test_a_reply_is_text(locale: str, reply: Reply, text: str, few: Texts) -> None:
    """What is written for it, to the letter, with every mark of direction."""
    assert "\n".join(lines(render(reply, locale, few, link))) == text


@pytest.mark.parametrize("locale", each_locale(TEXTS.known))
async def test_every_reply_is_plain_in_every_language(locale: str) -> None:
    """No markup, nothing empty, and each choice under one number, wherever the tours lead."""
    for reply in await every_reply(TEXTS, locale):
        shown = render(reply, locale, TEXTS, link)
        assert shown.text.strip(), reply.id
        marked = "".join(TEXTS.html(each, locale, link) for each in (reply.words, *reply.notes))
        # Only what somebody has typed looks like markup, for it is shown as it is.
        assert shown.text.count("<b>") == marked.count("&lt;b&gt;"), reply.id
        assert shown.text.count("<i>") == marked.count("&lt;i&gt;"), reply.id
        assert not re.search("&(?:lt|gt|amp|quot|#x?[0-9a-f]+);", shown.text), reply.id
        written = list(lines(shown))
        numbered = written[len(written) - len(reply.choices) :]
        tapped = {each.tapped for each in shown.choices}
        assert tapped == {Tap(reply.step, reply.about.encode(), each.id) for each in reply.choices}
        for number, (line, choice) in enumerate(zip(numbered, shown.choices, strict=True), 1):
            assert choice.label.strip(f"{LRM}{RLM}{FSI}{PDI} "), reply.id
            assert line.lstrip(f"{LRM}{RLM}").startswith(f"{number}. "), line
            assert choice.label in line
        for line in written:
            assert line.count(FSI) == line.count(PDI), line


def test_choices_are_numbered_from_where_they_are_to_begin() -> None:
    """What comes unasked counts on where the question that stands has ended."""
    shown = RenderedMessage("A letter.", (Numbered("Stop", Tap("a", "", "b")),))
    assert list(lines(shown, 5)) == ["A letter.", "", "5. Stop"]


def test_a_line_is_wrapped_between_words() -> None:
    """As many words as fit; a word that is wider than the terminal stays whole."""
    line = "One two three https://example.org/a-long-address four"
    assert list(wrapped(line, 10)) == [
        "One two",
        "three",
        "https://example.org/a-long-address",
        "four",
    ]
    assert list(wrapped("请愿书 请愿书", 8)) == ["请愿书", "请愿书"]
    assert list(wrapped("", 8)) == [""]


def test_a_wrapped_line_keeps_its_direction() -> None:
    """Each piece runs as the whole does, and what was isolated is isolated in every piece."""
    assert list(wrapped("مرحبا hello world مرحبا", 8)) == [
        "مرحبا",
        f"{RLM}hello",
        f"{RLM}world",
        "مرحبا",
    ]
    assert list(wrapped(f"مرحبا {FSI}one two{PDI} مرحبا", 9)) == [
        f"مرحبا {FSI}one{PDI}",
        f"{RLM}{FSI}two{PDI} مرحبا",
    ]
    assert list(wrapped("hello مرحبا مرحبا", 6)) == ["hello", f"{LRM}مرحبا", f"{LRM}مرحبا"]


@given(st.text("ab م\u2068\u2069-", max_size=60), st.integers(1, 30))
def test_wrapping_loses_nothing(line: str, columns: int) -> None:
    """Whatever is written, all of it is there, and no piece is too wide but a single word."""
    pieces = list(wrapped(line, columns))
    marks = dict.fromkeys(map(ord, f"{LRM}{RLM}{FSI}{PDI}"))
    assert " ".join(pieces).translate(marks).split() == line.translate(marks).split()
    for piece in pieces:
        assert width(piece) <= columns or " " not in piece.strip()
