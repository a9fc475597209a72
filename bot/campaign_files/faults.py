"""What is wrong with a campaign's files, said so that its writer can put it right."""

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

LARGEST_TEXT = 100_000
"""Bytes of a settings or text file: far more than anybody reads in a chat."""

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Needed to write Persian and Indic languages, and within emoji."""

MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
"""Place punctuation between two directions of text; unlike overrides they turn nothing round."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to mend, in the file `path` of the folder; `line` counts from 1, 0 is the whole.

    A campaign with an error cannot be used; a warning is about something that may be meant.
    """

    path: str
    line: int
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        # A file's name may hold anything: bytes that are no text, or what upsets a terminal.
        return visible(
            f"{place}: {'warning: ' if self.severity == 'warning' else ''}{self.message}"
        )


@dataclass(slots=True)
class Report:
    """The faults of one file, as they are found."""

    path: str
    faults: list[Fault] = field(default_factory=list)

    def error(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.path, line, message))

    def warning(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.path, line, message, "warning"))


def read_text(path: Path, report: Report) -> str | None:
    """The file's text with plain line ends and without a byte order mark, or None and a fault."""
    try:
        if path.stat().st_size > LARGEST_TEXT:
            report.error(0, f"the file is larger than {LARGEST_TEXT // 1000} kB: shorten it")
            return None
        data = path.read_bytes()
    except OSError as error:
        report.error(0, f"the file cannot be read: {error.strerror}")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.error(0, "the file is saved as UTF-16: save it as UTF-8")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.error(line, "this line is not UTF-8, so its letters are unknown: save it as UTF-8")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def hidden(char: str) -> bool:
    """Whether a character is invisible, turns text round, or stands for a lost one."""
    if char in JOINERS or char in MARKS:
        return False
    if char == "\N{REPLACEMENT CHARACTER}":
        return True
    return unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def check_characters(text: str, line: int, report: Report) -> None:
    """A fault for what cannot be seen in `text`, which stands in one line."""
    found = sorted({char for char in text if hidden(char)})
    if found:
        names = [
            f"U+{ord(char):04X} ({unicodedata.name(char, 'a control character').lower()})"
            for char in found
        ]
        many = ", …" if len(names) > 3 else ""
        report.error(
            line,
            f"there is a character here that nobody sees: {', '.join(names[:3])}{many}. "
            "Delete it, or write the words anew instead of pasting them",
        )


def check_length(name: str, text: str, most: int, line: int, report: Report) -> None:
    if (long := length(text)) > most:
        report.error(
            line,
            f"the {name} has {long} characters, {most} fit: shorten it by {long - most}",
        )


def length(text: str) -> int:
    """Characters as Telegram counts them: UTF-16 code units, an emoji being two or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def quote(value: object, most: int = 40) -> str:
    """Something found in a file, short, and harmless in a terminal."""
    text = value if isinstance(value, str) else str(value)
    text = text if len(text) <= most else text[:most] + "…"
    return f"“{visible(text)}”"


def visible(text: str) -> str:
    """The text with what nobody sees, and what cannot be printed, spelt out."""
    return "".join(f"\\u{ord(char):04x}" if hidden(char) else char for char in text)


def meant(word: str, known: Iterable[str]) -> str:
    """`: did you mean “…”?`, or the words there are where none of them is near."""
    known = list(known)
    near = difflib.get_close_matches(word.lower()[:40], known, n=1)
    if near:
        return f": did you mean “{near[0]}”?"
    return f"; there are {', '.join(known)}" if known else ""
