"""What travels in a button and what is kept of a form: the two places where types become text."""

from dataclasses import dataclass

import pytest

from handlers.dialogue.messages import ABOUT, About, Choice, OpenedFrom, Tap, Words
from handlers.dialogue.session import VERSION
from tests.support.talk import Talk


@dataclass(frozen=True, slots=True)
class OfSeat(About):
    """A seat in a row of a hall."""

    row: str = ""
    seat: int = 1


@pytest.mark.parametrize(
    ("about", "text"),
    [
        (OfSeat(), ""),
        (OfSeat("hall"), "hall"),
        (OfSeat("hall", "b"), "hall.b"),
        (OfSeat("hall", "b", 12), "hall.b.12"),
        (OfSeat("hall", "", 0), "hall..0"),
        (OfSeat("", "b"), ".b"),
        (OpenedFrom(), ""),
        (OpenedFrom(step="help"), "help"),
        (OpenedFrom(step="read", rest="hall.2"), "read.hall.2"),
    ],
)
def test_what_a_button_is_about_travels_in_it(about: About, text: str) -> None:
    """It is short, it may stand in a button's data, and it comes back as it was."""
    assert about.encode() == text
    assert ABOUT.fullmatch(text)
    assert type(about).decode(text) == about


@pytest.mark.parametrize("number", ["", "x", "-1", "1.5", "²", "9999999999", " 3"])
def test_a_number_that_cannot_be_read_is_the_default(number: str) -> None:
    assert OfSeat.decode(f"hall.b.{number}") == OfSeat("hall", "b", 1)


def test_a_step_is_about_no_more_than_it_has_room_for() -> None:
    """From a seat to its hall, and back without knowing which seat."""
    assert About.of(OfSeat("hall", "b", 12)) == About("hall")
    assert OfSeat.of(About("hall")) == OfSeat("hall")
    assert About.decode("hall.b.12") == About("hall")


def test_a_choice_carries_a_value() -> None:
    """Its name stands in a step's code, and the value is whatever it was made with."""
    tap = Tap("seats", "hall", Choice.of("seat", "b_12", Words("seat")).id)
    assert (tap.name, tap.value) == ("seat", "b_12")
    plain = Tap("seats", "hall", "leave")
    assert (plain.name, plain.value) == ("leave", "")


@pytest.mark.parametrize(
    "signing",
    [
        {"campaign": 5},
        {"campaign": "chechnya", "surname": "K."},
        {"campaign": "chechnya", "answers": {"shoes": "43"}},
        {"campaign": "chechnya", "agreed": {"wording": "0"}},
        ["chechnya"],
    ],
)
async def test_a_form_that_the_code_does_not_know_any_more_is_dropped_politely(
    signing: object,
) -> None:
    """The person is told, keeps their language, and nothing is signed with half an answer."""
    talk = Talk()
    talk.saved = {
        "version": VERSION,
        "step": "review",
        "answers": {"language": "fr", "Signing": signing},
    }
    assert await talk.says("hello") == "alert"
    assert talk.notes == ["conversation-renewed"]
    assert talk.answers["language"] == "fr"
    assert not talk.form


async def test_what_is_lasting_is_read_as_strictly() -> None:
    """An answer of no form stands for an older version."""
    talk = Talk()
    talk.saved = {"version": VERSION, "step": "review", "answers": {"language": "fr", "Gone": {}}}
    assert await talk.says("hello") == "alert"
    assert talk.notes == ["conversation-renewed"]


async def test_an_empty_form_is_not_kept() -> None:
    """Looking at a form that nobody is in leaves no trace."""
    talk = Talk()
    await talk.commands("help")
    assert talk.saved is None
