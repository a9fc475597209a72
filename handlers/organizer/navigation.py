"""The ways back from a room at the desk."""

from handlers.dialogue.messages import Choice, Words

POINTING = frozenset(["back", "broadcast", "desk", "letter", "organize", "texts"])
"""Choices that are ways back wherever they stand, so that their own labels point there."""


def back(room: str) -> Choice:
    """The way back to a room: what it is called where one enters it, behind an arrow."""
    label = None if room in POINTING else Words("choice-back-to", {"room": Words(f"choice-{room}")})
    return Choice(room, label, alone=True)
