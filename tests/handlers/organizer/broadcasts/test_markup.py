"""What organizers write is checked before anybody gets it."""

import pytest

from handlers.dialogue.messages import Words
from handlers.domain.campaigns import Related
from handlers.organizer.broadcasts.drafting import markup


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain words.",
        "<b>Bold</b> and <i>slanted</i>",
        "<b>one <i>two</i></b>",
        "<b>twice <b>bold</b></b>",
        "I <3 you, and 2 < 3 > 1",
        "a <- b, <= c, x <y",
        "“<” & “>”",
        "مرحبًا <b>بكم</b>",
    ],
)
def test_what_is_whole_is_taken(text: str) -> None:
    """Marks that close, none at all, and signs that are no marks."""
    assert markup.fault(text) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<b>never closed", "markup-open"),
        ("<b><i>one of two</i>", "markup-open"),
        ("closed</b>", "markup-not-open"),
        ("<b>crossed <i>over</b></i>", "markup-crossed"),
        ("<u>underlined</u>", "markup-unknown"),
        ("<B>loud</B>", "markup-unknown"),
        ('<a href="https://example.org">x</a>', "markup-unknown"),
        ("<b class=x>y</b>", "markup-unknown"),
        ("line<br/>break", "markup-unknown"),
        ("</ b>", None),
        ("<b half a mark", "markup-unfinished"),
        ("end of it <i", "markup-unfinished"),
        ("<b<i>x</i>", "markup-unfinished"),
        ("x</b", "markup-unfinished"),
    ],
)
def test_half_a_mark_is_found_before_everybody_sees_it(text: str, message: str | None) -> None:
    found = markup.fault(text)
    assert (found.id if found else None) == message


@pytest.mark.parametrize("text", ["<b>" * 50_000, "<" * 100_000, "<b" * 50_000, "<b " * 30_000])
def test_a_hostile_text_costs_no_time(text: str) -> None:
    """However long: one pass."""
    assert markup.fault(text) is None or markup.fault(text) is not None


def test_a_text_is_tidied_without_losing_a_letter() -> None:
    """Line ends, holes and what no screen shows; marks of direction stay."""
    assert markup.tidy("  One \r\n\r\n\n\n\nTwo\x00\t!  ") == "One\n\nTwo !"
    assert markup.tidy("e\u0301") == "é"
    assert markup.tidy("\u200fعربي ABC\u200f!") == "\u200fعربي ABC\u200f!"


def test_buttons_are_typed_as_a_label_a_stroke_and_an_address() -> None:
    assert markup.links("Read more | https://example.org/a?b=1&c=2#d") == (
        Related("Read more", "https://example.org/a?b=1&c=2#d"),
    )
    assert markup.links("One|https://example.org\n\n  Two ｜ https://пример.рф/x  ") == (
        Related("One", "https://example.org"),
        Related("Two", "https://пример.рф/x"),
    )
    assert markup.links("This | that | https://example.org") == (
        Related("This | that", "https://example.org"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "links-without"),
        ("Read more", "links-without"),
        ("https://example.org", "links-without"),
        ("Read more |", "links-without"),
        ("Read more | ", "links-without"),
        ("| https://example.org", "links-nameless"),
        ("x" * 41 + " | https://example.org", "links-label-long"),
        ("Read | example.org", "links-bad"),
        ("Read | http://example.org", "links-bad"),
        ("Read | https://", "links-bad"),
        ("Read | https://localhost", "links-bad"),
        ("Read | https://exam ple.org", "links-bad"),
        ("Read | https://user:pass@example.org", "links-bad"),
        ("Read | https://example.org:port", "links-bad"),
        ("Read | https://[::1", "links-bad"),
        ("Read | javascript:alert(1)", "links-bad"),
        ("Read | tg://user?id=1", "links-bad"),
        ("Read | https://example.org/" + "x" * 1000, "links-bad"),
        ("Read | https://example..org", "links-bad"),
        ("A | https://a.org\nB | https://b.org\nC | https://c.org", "links-too-many"),
    ],
)
def test_a_button_that_nobody_could_open_is_refused(text: str, message: str) -> None:
    found = markup.links(text)
    assert isinstance(found, Words)
    assert found.id == message
