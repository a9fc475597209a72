"""Reading what an organizer types for a campaign: one text or setting, checked as files are."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from handlers.dialogue.messages import Value, Words
from handlers.dialogue.step import Turn
from handlers.domain import campaign_rules as rules
from handlers.domain.campaign_rules import LONGEST, Fault
from handlers.domain.campaigns import Alert, Campaign, Section

TEXTS = tuple(LONGEST)
"""The texts of one line, as `campaign_rules` calls them."""

SECTION = ("heading", "body", "more")
"""What is written of a section: its heading, its text, or something to add to that."""

TYPED = ("responsible", "contact", "retention-days", "date", "milestones")
"""The settings that are typed."""

OPTIONAL = ("credit", "picture-text", "milestones")
"""What may be left empty."""

CONSENTED = ("ask", "purpose", "responsible", "contact", "retention-days")
"""What the consent says: changing it changes what people agree to from then on."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is being written: a part of the text in `locale`, or a setting.

    `number` is the section's, from 0; one more than there are adds one.
    """

    part: str = ""
    locale: str = ""
    number: int = 0

    @property
    def is_setting(self) -> bool:
        """Whether it is the same in every language."""
        return self.part in TYPED


Change = Alert | dict[str, Any]
"""The text as it will be, or settings by the names of `Campaign`'s fields."""


def current(campaign: Campaign, place: Place) -> str:
    """What stands there now, as somebody would type it; empty for nothing."""
    if place.is_setting:
        value = getattr(campaign, place.part.replace("-", "_"))
        return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    text = campaign.texts.get(place.locale)
    if text is None:
        return ""
    if place.part in TEXTS:
        return rules.texts_of(text)[place.part]
    if place.part == "link" or place.number >= len(text.sections):
        return ""
    section = text.sections[place.number]
    return section.heading if place.part == "heading" else section.text


def seen(campaign: Campaign, place: Place) -> str:
    """A short fingerprint of what stands there, to notice that somebody else has changed it."""
    text = campaign.texts.get(place.locale)
    there = current(campaign, place)
    if place.part == "link":
        there = repr(text.links if text else ())
    if place.part in SECTION:
        # Sections are named by number: when one comes or goes, another one is meant.
        there += repr([each.heading for each in text.sections] if text else [])
    return sha256(there.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read(campaign: Campaign, place: Place, typed: str) -> Change | list[Fault]:
    """What becomes of the campaign's text or settings, or every fault in what was typed."""
    typed = typed.replace("\r\n", "\n").replace("\r", "\n")
    if place.is_setting:
        return _setting(place.part, one_line(typed))
    text = campaign.texts[place.locale]
    if place.part in TEXTS:
        return _text(text, place.part, one_line(typed))
    if place.part == "link":
        return _link(text, one_line(typed))
    return _section(text, place, typed)


def one_line(typed: str) -> str:
    """A text of one line, as a file would give it back."""
    return re.sub("[ \t\n]+", " ", typed).strip(" ")


def paragraphs(typed: str) -> str:
    """A text of several paragraphs, as a file would give it back."""
    lines = (line.replace("\t", " ").strip(" ") for line in typed.split("\n"))
    return re.sub("\n{2,}", "\n\n", "\n".join(lines)).strip("\n")


def faults_of_text(part: str, value: str) -> Iterator[Fault]:
    """The faults of a text of one line, seen by itself."""
    if fault := rules.check_characters(value):
        yield fault
    if value or part not in OPTIONAL:
        yield from rules.check_text(part, value)


def _text(text: Alert, part: str, value: str) -> Alert | list[Fault]:
    faults = list(faults_of_text(part, value))
    if fault := rules.check_card(rules.texts_of(text) | {part: value}):
        faults.append(fault)
    return faults or _with(text, part, value)


def _with(text: Alert, part: str, value: str) -> Alert:
    changes: dict[str, Any] = {part.replace("-", "_"): value}
    return replace(text, **changes)


def _link(text: Alert, value: str) -> Alert | list[Fault]:
    link = rules.read_link(value)
    if isinstance(link, Fault):
        return [link]
    found = (rules.check_characters(value), *rules.check_link(link),
             rules.check_links(len(text.links) + 1))  # fmt: skip
    faults = [fault for fault in found if fault]
    return faults or replace(text, links=(*text.links, link))


def _section(text: Alert, place: Place, typed: str) -> Alert | list[Fault]:
    """A section with another heading or text; a new one needs both, and comes as `heading`.

    What is typed for a new one is its heading, and behind the first line its text.
    """
    there = place.number < len(text.sections)
    before = text.sections[place.number] if there else Section("", "")
    if place.part == "heading" and there:
        section = replace(before, heading=one_line(typed))
    elif place.part == "heading":
        heading, _, body = typed.strip().partition("\n")
        section = Section(one_line(heading), paragraphs(body))
    elif place.part == "more":
        section = replace(before, text=paragraphs(f"{before.text}\n\n{typed}"))
    else:
        section = replace(before, text=paragraphs(typed))
    sections = (*text.sections[: place.number], section, *text.sections[place.number + 1 :])
    visible = (section.heading, *section.text.split("\n"))
    found = (
        next(filter(None, map(rules.check_characters, visible)), None),
        rules.check_heading(section.heading),
        rules.check_body(section.text),
        rules.check_sections(sections),
    )
    faults = [fault for fault in found if fault]
    return faults or replace(text, sections=sections)


def _setting(part: str, typed: str) -> dict[str, Any] | list[Fault]:
    fault = rules.check_characters(typed)
    value = fault or SETTINGS[part](typed)
    return [value] if isinstance(value, Fault) else {part.replace("-", "_"): value}


def responsible(typed: str) -> str | Fault:
    """Who answers for the campaign."""
    return rules.check_responsible(typed) or typed


def retention_days(typed: str) -> int | Fault:
    """How many days signatures are kept after closing."""
    days = int(typed) if typed.isdecimal() and len(typed) < 6 else 0
    return rules.check_days(days) or days


def day(typed: str) -> date | Fault:
    """A day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return Fault("date")


def milestones(typed: str) -> tuple[int, ...] | Fault:
    """Numbers with blanks or commas between them."""
    words = re.split(r"[\s,;،؛]+", typed) if typed else []
    if not all(word.isdecimal() and len(word) < 20 for word in words):
        return Fault("milestones-form")
    goals = tuple(map(int, words))
    return rules.check_milestones(goals) or goals


SETTINGS: dict[str, Callable[[str], Any]] = {
    "responsible": responsible,
    "contact": rules.read_contact,
    "retention-days": retention_days,
    "date": day,
    "milestones": milestones,
}
"""How each setting is read from what was typed."""


def complain(turn: Turn, faults: list[Fault]) -> None:
    """Say what is wrong, all at once."""
    for fault in faults:
        facts: dict[str, Value] = {
            name: Words(f"part-{value}") if name == "what" else value
            for name, value in fault.facts.items()
        }
        turn.note(f"rule-{fault.rule}", **facts)


def warn(turn: Turn, typed: str) -> None:
    """Say what people will see as it is written, though it may have been meant as markup."""
    if any(True for line in typed.split("\n") for _ in rules.markup(line)):
        turn.note("rule-markup")
