"""What is kept of a conversation between two turns."""

from collections.abc import Mapping
from typing import Any

from handlers.dialogue.step import Dialogue, Turn

VERSION = 1
"""Raised whenever saved answers would no longer be understood."""


def restore(dialogue: Dialogue, turn: Turn, saved: Mapping[str, Any] | None) -> None:
    """Take up a saved session.

    One that this version does not understand is dropped politely: its language and its campaign
    are kept, and the person is told.
    """
    if saved is None:
        return
    answers = saved.get("answers")
    if not isinstance(answers, dict):
        return
    if saved.get("version") == VERSION and saved.get("step", "") in ["", *dialogue.steps]:
        turn.step, turn.answers = saved["step"], dict(answers)
        return
    turn.answers = {k: answers[k] for k in ("language",) if isinstance(answers.get(k), str)}
    if saved.get("step"):
        turn.about = str(answers.get("campaign", ""))
        turn.note("conversation-renewed")


def saved(turn: Turn) -> dict[str, Any] | None:
    """What to keep of a turn, or None where nothing is worth keeping."""
    if not turn.step and not turn.answers:
        return None
    return {"version": VERSION, "step": turn.step, "answers": turn.answers}
