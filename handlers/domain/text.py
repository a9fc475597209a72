"""Texts that people write: cleaning, measuring and cutting them."""

import re
import unicodedata


def length(text: str) -> int:
    """How long messengers find a text: UTF-16 code units, of which an emoji has two or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int, *, between_words: bool = False) -> str:
    """The text, or where it is longer than `most` characters its beginning and an ellipsis.

    A word is not cut in two where `between_words` says so.
    """
    if len(text) <= most:
        return text
    beginning = text[: most - 1]
    if between_words:
        beginning = beginning.rpartition(" ")[0] or beginning
    return f"{beginning.rstrip()}…"


UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Characters that show nothing and can make a text read as another one (Unicode TR 36)."""

STACKED = re.compile(r"([\u0300-\u036f]{3})[\u0300-\u036f]+")


def clean(text: str, lines: bool = False) -> str:
    """What is seen of a text: normalised (NFC), without control and direction characters.

    Blanks are single ones; line breaks stay where `lines` says so.
    """
    text = UNSEEN.sub("", unicodedata.normalize("NFC", text))
    text = STACKED.sub(r"\1", text)
    kept = "".join(
        c if unicodedata.category(c)[0] != "C" or c in "\n\u200c\u200d" else " " for c in text
    )
    rows = (" ".join(row.split()) for row in kept.split("\n"))
    return re.sub("\n{3,}", "\n\n", "\n".join(rows)).strip() if lines else " ".join(kept.split())


def has_letters(text: str) -> bool:
    """Whether there is a letter of any script in the text (Unicode general category L)."""
    return any(unicodedata.category(c).startswith("L") for c in text)
