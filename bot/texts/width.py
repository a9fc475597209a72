"""How much room a text takes on a screen."""

import unicodedata


def width(text: str) -> int:
    """How wide a text is shown, in letters: wide characters and emoji count twice."""
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) == "Cf" else _columns(c)
        for c in text
    )


def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
