"""What is wrong with a campaign's files, said so that its writer can put it right."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from handlers.domain import campaign_rules
from handlers.domain.campaign_rules import hidden

LARGEST_TEXT = 100_000
"""Bytes of a settings or text file: far more than anybody reads in a chat."""


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
        """Something that has to be put right; line 0 is the whole file."""
        self.faults.append(Fault(self.path, line, message))

    def broken(self, line: int, fault: campaign_rules.Fault | None) -> None:
        """A rule that is broken in that line, if one is."""
        if fault is not None:
            self.error(line, said(fault))

    def warning(self, line: int, message: str) -> None:
        """Something to look at again, which keeps nobody from importing; line 0 is the file."""
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


SAYS = {
    "hidden": "there is a character here that nobody sees: {names}. "
    "Delete it, or write the words anew instead of pasting them",
    "too-long": "the {what} has {length} characters, {most} fit: shorten it by {over}",
    "card": "{on_card} have {length} characters together, {most} fit on the card under the"
    " picture: shorten them by {over}",
    "heading-empty": "the heading is empty: write some words after #",
    "section-empty": "nothing stands under this heading: write a paragraph or two",
    "too-many-sections": "there are {count} sections, {most} at most are read",
    "too-many-links": "there are more than {most} links",
    "link": "a link has a title and an address: “link: Title | https://…”",
    "address": "{address} is no web address: it must begin with https://",
    "slug": "use 1 to 24 of a-z, 0-9 and -, with no - at either end",
    "contact": "give an e-mail address, or a web address that begins with https://",
    "days": "give a number of days from 1 to {most}",
    "milestone": "each is a number of signatures, so at least 1 and at most 10 000 000 000",
    "milestones-order": "each must be larger than the one before",
    "too-many-milestones": "give at most {most}",
    "asks-high": 'with safety = "high" nothing that people write may be asked:'
    ' write {what} = "no", or leave the line out',
    "country-high": 'with safety = "high" nobody may be made to name their country:'
    ' write country = "optional", or "no" to count only',
}
"""What is said of each broken rule to somebody who writes files."""

NAMES = {"link-title": "link's title", "link-address": "link's address"}
"""What a text is called, where that is not its key."""


def said(fault: campaign_rules.Fault) -> str:
    """A broken rule in words."""
    facts = dict(fault.facts)
    what = str(facts.get("what", ""))
    if "address" in facts:
        facts["address"] = quote(facts["address"])
    named = {"what": NAMES.get(what, what), "on_card": ", ".join(campaign_rules.ON_CARD)}
    return SAYS[fault.rule].format(**(facts | named))


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
