"""What is kept of a conversation between two turns: `{version, step, answers}`, as JSON.

`answers` holds what is lasting, field by field, and each form under the name of its class.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from pydantic import TypeAdapter

from handlers.dialogue.messages import About
from handlers.dialogue.step import Dialogue, Form, Lasting, Turn

Kept = TypeVar("Kept", bound=Form | Lasting)

VERSION = 2
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
        try:
            _read(dialogue, turn, answers)
        except ValueError:
            pass
        else:
            turn.step = saved["step"]
            return
    language = answers.get("language")
    turn.lasting = Lasting(language if isinstance(language, str) else "")
    if saved.get("step"):
        turn.about = About(_campaign(answers))
        turn.note("conversation-renewed")


def saved(turn: Turn) -> dict[str, Any] | None:
    """What to keep of a turn, or None where nothing is worth keeping."""
    answers = kept(turn)
    if not turn.step and not answers:
        return None
    return {"version": VERSION, "step": turn.step, "answers": answers}


def kept(turn: Turn) -> dict[str, Any]:
    """What is lasting and what forms have collected, as JSON; nothing that is empty."""
    forms = {kind.__name__: _json(form) for kind, form in turn.forms.items()}
    return _json(turn.lasting) | {name: form for name, form in forms.items() if form}


def _read(dialogue: Dialogue, turn: Turn, answers: Mapping[str, Any]) -> None:
    """Take up what `kept` wrote.

    Raises:
        ValueError: It is something else; nothing was changed.
    """
    lasting = {name: each for name, each in answers.items() if name not in dialogue.forms}
    forms = {
        kind: _parse(kind, answers[name])
        for name, kind in dialogue.forms.items()
        if name in answers
    }
    turn.lasting, turn.forms = _parse(Lasting, lasting), forms


def _campaign(answers: Mapping[str, Any]) -> str:
    """The campaign of the first form that names one, or empty."""
    named = (each.get("campaign") for each in answers.values() if isinstance(each, dict))
    return next((each for each in named if isinstance(each, str)), "")


def _parse(kind: type[Kept], raw: Any) -> Kept:
    if not isinstance(raw, dict) or not raw.keys() <= {each.name for each in fields(kind)}:
        raise ValueError(kind.__name__)
    parsed: Kept = _adapter(kind).validate_python(raw)
    return parsed


def _json(kept: Form | Lasting) -> dict[str, Any]:
    return dict(_adapter(type(kept)).dump_python(kept, mode="json", exclude_defaults=True))


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}
