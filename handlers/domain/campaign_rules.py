"""What a campaign's words and settings have to keep to, wherever they are written.

The folder of text files and the organizers' chat ask the same functions. A fault names its rule and
holds the facts; the words are those of whoever tells it: a file's line, or a message of the locales
called `rule-<rule>`.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from handlers.domain.campaigns import Alert, Asks, Related, Safety, Section
from handlers.domain.text import length

LONGEST = {
    "rubric": 60,
    "title": 150,
    "summary": 400,
    "ask": 300,
    "purpose": 300,
    "credit": 120,
    "picture-text": 300,
}
"""Characters of each text of one line."""

REQUIRED = ("rubric", "title", "summary", "ask", "purpose")

ON_CARD = ("rubric", "title", "summary", "ask", "credit")
CARD = 800
"""Characters on the card: a caption's 1,024 (Bot API, sendPhoto) less the date and the counts."""

LONGEST_HEADING = 80
LONGEST_SECTION = 6_000
MOST_SECTIONS = 30
LONGEST_LINK_TITLE = 80
LONGEST_ADDRESS = 1_000
MOST_LINKS = 10

LONGEST_RESPONSIBLE = 120
LONGEST_RETENTION = 3650
MOST_MILESTONES = 50
LARGEST_MILESTONE = 10**10

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Needed to write Persian and Indic languages, and within emoji."""

MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
"""Place punctuation between two directions of text; unlike overrides they turn nothing round."""

MARKUP = {
    "stars": re.compile(r"(\*\*|__)\S.*?\1"),
    "brackets": re.compile(r"\[[^\]]+\]\(https?:"),
    "tag": re.compile(r"</?(b|i|u|a|p|br|em|strong)\b[^>]*>", re.IGNORECASE),
}
"""What looks as if it were meant as markup; texts are shown as they are written."""

LONGEST_SEARCH = 2_000
"""Characters searched for markup, so that a hostile line costs no time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that is broken, and the facts to tell it with."""

    rule: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


# Texts.


def check_characters(text: str) -> Fault | None:
    """Whether nobody would see some character of the text."""
    found = sorted({char for char in text if hidden(char)})
    if not found:
        return None
    names = [
        f"U+{ord(char):04X} ({unicodedata.name(char, 'a control character').lower()})"
        for char in found
    ]
    many = ", …" if len(names) > 3 else ""
    return Fault("hidden", {"names": ", ".join(names[:3]) + many})


def hidden(char: str) -> bool:
    """Whether a character is invisible, turns text round, or stands for a lost one."""
    if char in JOINERS or char in MARKS:
        return False
    if char == "\N{REPLACEMENT CHARACTER}":
        return True
    return unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def check_length(what: str, text: str, most: int) -> Fault | None:
    """Whether a text has more characters than fit."""
    if (long := length(text)) <= most:
        return None
    return Fault("too-long", {"what": what, "length": long, "most": most, "over": long - most})


def check_text(key: str, text: str) -> Iterator[Fault]:
    """The faults of one of the texts of LONGEST; an optional one is left out, not empty."""
    if not text.strip():
        yield Fault("empty", {"what": key})
    if fault := check_length(key, text, LONGEST[key]):
        yield fault


def check_card(texts: Mapping[str, str]) -> Fault | None:
    """Whether what stands on the card is too long together; texts by the keys of LONGEST.

    Where one of them is too long by itself, that is said instead.
    """
    lengths = {key: length(texts[key]) for key in ON_CARD}
    together = sum(lengths.values())
    if together <= CARD or any(lengths[key] > LONGEST[key] for key in ON_CARD):
        return None
    return Fault("card", {"length": together, "most": CARD, "over": together - CARD})


def texts_of(alert: Alert) -> dict[str, str]:
    """An alert's texts by the keys of LONGEST."""
    return {key: getattr(alert, key.replace("-", "_")) for key in LONGEST}


def check_heading(heading: str) -> Fault | None:
    """Whether a section's heading is empty or too long."""
    if not heading.strip():
        return Fault("heading-empty")
    return check_length("heading", heading, LONGEST_HEADING)


def check_body(text: str) -> Fault | None:
    """Whether a section's text is empty or too long."""
    if not text.strip():
        return Fault("section-empty")
    return check_length("section", text, LONGEST_SECTION)


def check_sections(sections: Sequence[Section]) -> Fault | None:
    """Whether there are too many sections."""
    if len(sections) <= MOST_SECTIONS:
        return None
    return Fault("too-many-sections", {"count": len(sections), "most": MOST_SECTIONS})


def check_link(link: Related) -> Iterator[Fault]:
    """The faults of a link."""
    for what, text, most in (
        ("link-title", link.title, LONGEST_LINK_TITLE),
        ("link-address", link.url, LONGEST_ADDRESS),
    ):
        if fault := check_length(what, text, most):
            yield fault
    if not is_web_address(link.url):
        yield Fault("address", {"address": link.url})


def check_links(amount: int) -> Fault | None:
    """Whether there are too many links."""
    return Fault("too-many-links", {"most": MOST_LINKS}) if amount > MOST_LINKS else None


def read_link(line: str) -> Related | Fault:
    """`Title | https://…` as a link."""
    title, bar, address = (part.strip(" \t") for part in line.rpartition("|"))
    if not bar or not title or not address:
        return Fault("link")
    return Related(title, address)


def markup(text: str) -> Iterator[str]:
    """The kinds of markup (keys of MARKUP) that people would see as it is written."""
    for kind, pattern in MARKUP.items():
        if pattern.search(text[:LONGEST_SEARCH]):
            yield kind


def is_web_address(text: str) -> bool:
    """Whether `text` is an http or https address that any messenger takes for a button."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - raises on a port that is none
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and "@" not in parts.netloc
        and re.fullmatch(r"[\w-]+(\.[\w-]+)+", parts.hostname or "") is not None
        and re.search(r"[\s\x00-\x20<>\"\\^`{|}]", text) is None
    )


# Settings.


def check_slug(slug: str) -> Fault | None:
    """Whether a campaign can be called that in links."""
    return None if re.fullmatch("(?!-)[a-z0-9-]{1,24}(?<!-)", slug) else Fault("slug")


def check_responsible(name: str) -> Fault | None:
    """Whether an organisation's name fits into the consent."""
    if not name.strip():
        return Fault("empty", {"what": "responsible"})
    return check_length("responsible", name, LONGEST_RESPONSIBLE)


def read_contact(text: str) -> str | Fault:
    """An e-mail address in its normal form, or an https address."""
    from email_validator import EmailNotValidError, validate_email

    if is_web_address(text) and text.lower().startswith("https:"):
        return text
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        return Fault("contact")


def check_days(days: int) -> Fault | None:
    """Whether signatures can be kept for so many days after closing."""
    return None if 1 <= days <= LONGEST_RETENTION else Fault("days", {"most": LONGEST_RETENTION})


def check_milestones(goals: Sequence[int]) -> Fault | None:
    """Whether those are numbers of signatures to aim at, rising."""
    if any(not 0 < each <= LARGEST_MILESTONE for each in goals):
        return Fault("milestone", {"most": LARGEST_MILESTONE})
    if list(goals) != sorted(set(goals)):
        return Fault("milestones-order")
    if len(goals) > MOST_MILESTONES:
        return Fault("too-many-milestones", {"most": MOST_MILESTONES})
    return None


def check_asks(safety: Safety, asks: Asks) -> Iterator[Fault]:
    """What must not be asked at high risk: whatever is written, and a country by force.

    A signature is anonymous then, or with no country asked either, it only counts.
    """
    if safety != "high":
        return
    for what in ("name", "email", "comment"):
        if getattr(asks, what) != "no":
            yield Fault("asks-high", {"what": what})
    if asks.country == "required":
        yield Fault("country-high", {"what": "country"})


# Translations.


@dataclass(frozen=True, slots=True)
class Less:
    """What one language tells less than another: `what` is `sections` or `links`."""

    what: str
    here: int
    there: int
    fullest: str
    """The locale that tells most."""


def tells_less(locale: str, texts: Mapping[str, Alert]) -> Iterator[Less]:
    """Where that language has fewer sections or links than another one of the campaign."""
    for what in ("sections", "links"):
        amounts = {each: len(getattr(text, what)) for each, text in texts.items()}
        fullest = max(amounts, key=amounts.__getitem__)
        if amounts[locale] < amounts[fullest]:
            yield Less(what, amounts[locale], amounts[fullest], fullest)
