"""`<locale>.md`: a campaign's words in one language.

Header lines (`key: value`), then sections under `# Heading`. Nothing else is markup: what is
written is what people see.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.campaign_files.faults import Report, meant, quote
from handlers.domain import campaign_rules as rules
from handlers.domain.campaign_rules import LONGEST, MOST_LINKS, REQUIRED
from handlers.domain.campaigns import Alert, Related, Section

KEYS = (*LONGEST, "link")

SPACES = " \t"
"""What may be trimmed and joined: no-break spaces are somebody's typography."""

MARKUP = {
    "stars": "the stars or lines around words",
    "brackets": "a link in brackets (use “link: Title | https://…” above)",
    "tag": "an HTML tag",
}

NO_HEADING = "#\N{NO-BREAK SPACE}"
"""How `write_alert` begins a line of text that would be a heading if it began with "#"."""


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
        """Its paragraphs, with one empty line between them."""
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
        report.broken(number, rules.check_characters(line))
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
    for key in LONGEST:
        if key not in found:
            if key in REQUIRED:
                report.error(0, f"“{key}:” is missing: {HOW[key]}")
            continue
        header = found[key]
        for fault in rules.check_text(key, header.value):
            if fault.rule == "empty":
                report.error(header.line, f"{key} is empty: {HOW[key]}")
            else:
                report.broken(header.line, fault)
        _warn_of_markup(header.value, header.line, report)
    values = {key: found[key].value if key in found else "" for key in LONGEST}
    report.broken(found["title"].line if "title" in found else 0, rules.check_card(values))
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


def _sections(parts: Iterable[Part], report: Report) -> tuple[Section, ...]:
    sections = []
    for part in parts:
        report.broken(part.line, rules.check_heading(part.heading))
        report.broken(part.line, rules.check_body(part.text))
        for number, line in part.lines:
            _warn_of_text(line, number, report)
        sections.append(Section(part.heading, part.text))
    report.broken(0, rules.check_sections(sections))
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
    for kind in rules.markup(text):
        report.warning(line, f"texts are shown as they are written: people will see {MARKUP[kind]}")


def _links(headers: list[Header], report: Report) -> tuple[Related, ...]:
    links = []
    for header in headers:
        link = rules.read_link(header.value)
        if isinstance(link, rules.Fault):
            report.broken(header.line, link)
            continue
        for fault in rules.check_link(link):
            report.broken(header.line, fault)
        links.append(link)
    if len(headers) > MOST_LINKS:
        report.broken(headers[MOST_LINKS].line, rules.check_links(len(headers)))
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
