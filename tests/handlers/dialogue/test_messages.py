"""What travels in the data of a button, and comes back as it was."""

from dataclasses import dataclass

import pytest

from handlers.dialogue.messages import ABOUT, About, Choice, OpenedFrom, Tap, Words


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
