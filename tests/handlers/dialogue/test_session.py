"""What is kept of a form between two turns, and what becomes of one that cannot be read."""

import pytest

from handlers.dialogue.session import VERSION
from tests.support.talk import Talk


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
