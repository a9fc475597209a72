"""`<locale>.md`: a campaign's words in one language.

Header lines (`key: value`), then sections under `# Heading`. Nothing else is markup: what is
written is what people see.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.campaign_files.faults import (
    Report,
    check_characters,
    check_length,
    length,
    meant,
    quote,
)
from bot.campaign_files.settings import is_web_address
from handlers.stores import Alert, Related, Section

LONGEST = {
    "rubric": 60,
    "title": 150,
    "summary": 400,
    "ask": 300,
    "purpose": 300,
    "credit": 120,
    "picture-text": 300,
}
"""Characters of each header."""

REQUIRED = ("rubric", "title", "summary", "ask", "purpose")
KEYS = (*LONGEST, "link")

ON_CARD = ("rubric", "title", "summary", "ask", "credit")
CARD = 800
"""Characters on the card: a caption's 1,024 (Bot API, sendPhoto) less the date and the counts."""

LONGEST_HEADING = 80
LONGEST_SECTION = 6_000
MOST_SECTIONS = 30
LONGEST_LINK_TITLE = 80
LONGEST_ADDRESS = 1_000
MOST_LINKS = 10

SPACES = " \t"
"""What may be trimmed and joined: no-break spaces are somebody's typography."""

NO_HEADING = "#\N{NO-BREAK SPACE}"
"""How `write_alert` begins a line of text that would be a heading if it began with "#"."""

MARKUP = (
    (re.compile(r"(\*\*|__)\S.*?\1"), "the stars or lines around words"),
    (
        re.compile(r"\[[^\]]+\]\(https?:"),
        "a link in brackets (use “link: Title | https://…” above)",
    ),
    (re.compile(r"</?(b|i|u|a|p|br|em|strong)\b[^>]*>", re.IGNORECASE), "an HTML tag"),
)


LONGEST_SEARCH = 2_000
"""Characters searched for markup, so that a hostile line costs no time."""


@dataclass(slots=True)
class Header:
    """A header line with the lines that continue it."""

    key: str
    line: int
    value: str


@dataclass(slots=True)
class Part:
    """A section as it stands in the file."""

    heading: str
    line: int
    lines: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        joined = "\n".join(text for _, text in self.lines)
        return re.sub("\n{2,}", "\n\n", joined).strip("\n")


def read_alert(locale: str, text: str, report: Report) -> Alert:
    """The alert in `text`, with every fault in `report`; with one, values may be empty."""
    headers, parts = _parse(text.split("\n"), report)
    values = _headers(headers, report)
    return Alert(
        locale=locale,
        rubric=values["rubric"],
        title=values["title"],
        summary=values["summary"],
        ask=values["ask"],
        purpose=values["purpose"],
        credit=values["credit"],
        picture_text=values["picture-text"],
        sections=_sections(parts, report),
        links=_links([each for each in headers if each.key == "link"], report),
    )


def _parse(lines: list[str], report: Report) -> tuple[list[Header], list[Part]]:
    headers: list[Header] = []
    parts: list[Part] = []
    last: Header | None = None  # what an indented line continues
    for number, raw in enumerate(lines, 1):
        line = raw.replace("\t", " ").strip(SPACES)
        check_characters(line, number, report)
        if re.match("# +", line) or line == "#":
            parts.append(Part(line[1:].strip(SPACES), number))
        elif parts:
            parts[-1].lines.append((number, _text(line)))
        elif not line:
            last = None
        elif line == "---":
            continue  # the fence around a header, as other tools want it
        elif raw[0] in SPACES and last:
            last.value = f"{last.value} {line}".strip(SPACES)
        else:
            last = _header(line, number, report)
            headers.append(last)
    return headers, parts


def _text(line: str) -> str:
    """The line without the mark that `_marked` puts where text looks like a heading."""
    return re.sub(f"^{NO_HEADING}(?=[ \N{NO-BREAK SPACE}]|$)", "#", line)


def _marked(text: str) -> str:
    """The text with a mark in every line that would be read as a heading, or as marked."""
    return re.sub("^#(?=[ \N{NO-BREAK SPACE}]|$)", NO_HEADING, text, flags=re.MULTILINE)


def _header(line: str, number: int, report: Report) -> Header:
    name, colon, value = line.partition(":")
    key = re.sub("[ _-]+", "-", name.strip().lower())
    if key in KEYS and colon:
        return Header(key, number, value.strip(SPACES))
    if colon and re.fullmatch("[a-z-]{1,20}", key):
        report.error(number, f"there is no header {quote(key)}{meant(key, KEYS)}")
    else:
        report.error(
            number,
            "this is text before the first heading: put a line like “# What happened” above it, "
            "or begin it with two spaces if it continues the line above",
        )
    return Header("", number, value)


def _headers(headers: Iterable[Header], report: Report) -> dict[str, str]:
    found: dict[str, Header] = {}
    for header in headers:
        if header.key in found:
            first = found[header.key].line
            report.error(
                header.line, f"{header.key} stands in line {first} already: keep one of the two"
            )
        elif header.key in LONGEST:
            found[header.key] = header
    for key, most in LONGEST.items():
        if key not in found:
            if key in REQUIRED:
                report.error(0, f"“{key}:” is missing: {HOW[key]}")
            continue
        header = found[key]
        if not header.value.strip():
            report.error(header.line, f"{key} is empty: {HOW[key]}")
        check_length(key, header.value, most, header.line, report)
        _warn_of_markup(header.value, header.line, report)
    values = {key: found[key].value if key in found else "" for key in LONGEST}
    _check_card(values, found["title"].line if "title" in found else 0, report)
    return values


HOW = {
    "rubric": "a word or two above the title, like “rubric: Discrimination”",
    "title": "the campaign's name, as it stands on top of the alert",
    "summary": "what happens, in two or three sentences",
    "ask": "what you demand, as it reads after “What we demand:”",
    "purpose": "what the signatures are for, as it reads after “What for:” in the consent",
    "credit": "who took or drew the picture, or delete the line",
    "picture-text": "the picture in words for those who cannot see it, or delete the line",
}


def _check_card(values: dict[str, str], line: int, report: Report) -> None:
    together = sum(length(values[key]) for key in ON_CARD)
    if together > CARD and all(length(values[key]) <= LONGEST[key] for key in ON_CARD):
        report.error(
            line,
            f"{', '.join(ON_CARD)} have {together} characters together, {CARD} fit on the card "
            f"under the picture: shorten them by {together - CARD}",
        )


def _sections(parts: Iterable[Part], report: Report) -> tuple[Section, ...]:
    sections = []
    for part in parts:
        if not part.heading:
            report.error(part.line, "the heading is empty: write some words after #")
        check_length("heading", part.heading, LONGEST_HEADING, part.line, report)
        if not part.text.strip():
            report.error(part.line, "nothing stands under this heading: write a paragraph or two")
        check_length("section", part.text, LONGEST_SECTION, part.line, report)
        for number, line in part.lines:
            _warn_of_text(line, number, report)
        sections.append(Section(part.heading, part.text))
    if len(sections) > MOST_SECTIONS:
        report.error(0, f"there are {len(sections)} sections, {MOST_SECTIONS} at most are read")
    if not sections:
        report.warning(0, "there is nothing to read: add sections under lines like “# The facts”")
    return tuple(sections)


def _warn_of_text(line: str, number: int, report: Report) -> None:
    """Text that is shown as it is, but looks as if something else had been meant."""
    _warn_of_markup(line, number, report)
    if re.match("##+ ", line):
        report.warning(number, "there is one kind of heading, “# …”: this one is shown with its #")
    elif re.match("#[^# \N{NO-BREAK SPACE}]", line) and any(
        not word.startswith("#") for word in line.split()
    ):
        report.warning(number, "a heading needs a space after #: this is shown as text")
    if re.match(f"({'|'.join(KEYS)}):", line):
        report.warning(number, "header lines stand above the first heading: this is shown as text")


def _warn_of_markup(text: str, line: int, report: Report) -> None:
    for pattern, what in MARKUP:
        if pattern.search(text[:LONGEST_SEARCH]):
            report.warning(line, f"texts are shown as they are written: people will see {what}")


def _links(headers: list[Header], report: Report) -> tuple[Related, ...]:
    links = []
    for header in headers:
        title, bar, address = (part.strip(SPACES) for part in header.value.rpartition("|"))
        if not bar or not title or not address:
            report.error(
                header.line, "a link has a title and an address: “link: Title | https://…”"
            )
            continue
        check_length("link's title", title, LONGEST_LINK_TITLE, header.line, report)
        check_length("link's address", address, LONGEST_ADDRESS, header.line, report)
        if not is_web_address(address):
            report.error(
                header.line, f"{quote(address)} is no web address: it must begin with https://"
            )
        links.append(Related(title, address))
    if len(headers) > MOST_LINKS:
        report.error(headers[MOST_LINKS].line, f"there are more than {MOST_LINKS} links")
    return tuple(links)


def write_alert(alert: Alert) -> str:
    """The text file of that alert, which `read_alert` reads back."""
    values = {key: getattr(alert, key.replace("-", "_")) for key in LONGEST}
    lines = [f"{key}: {_one_line(value)}" for key, value in values.items() if value]
    lines += [f"link: {_one_line(each.title)} | {each.url}" for each in alert.links]
    for section in alert.sections:
        lines += ["", f"# {_one_line(section.heading)}", "", _marked(section.text)]
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    return re.sub("[ \t\r\n]+", " ", text).strip(SPACES)
