"""`campaign.toml`: a campaign's rules, the same in every language."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar, get_args

from bot.campaign_files.faults import Report, meant, quote, said
from handlers.domain import campaign_rules as rules
from handlers.domain.campaigns import Asked, Asks, Safety

T = TypeVar("T")

REQUIRED = ("slug", "date", "default_locale", "responsible", "contact", "retention_days")
OPTIONAL = ("urgent", "safety", "milestones", "picture", "mark", "sample", "ask")
ASKS = ("name", "country", "email", "comment")

MOST_SYNTAX_FAULTS = 5
"""After these the rest of a file is more likely misread than wrong."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `campaign.toml` says. With a fault, a value may be empty; `lines` says where each is."""

    slug: str
    date: date
    default_locale: str
    responsible: str
    contact: str
    retention_days: int
    urgent: bool
    milestones: tuple[int, ...]
    picture: str
    mark: str
    sample: bool
    safety: Safety
    asks: Asks
    lines: Mapping[str, int]


def read_settings(text: str, report: Report) -> Settings:
    """The settings in `text`, with every fault in `report`."""
    lines = key_lines(text)
    data = _parse(text, report)
    _refuse_unknown(data, lines, report)

    def take(key: str, check: Callable[[Any], T], default: T) -> T:
        value: Any = data
        for part in key.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        line = lines.get(key, lines.get(key.partition(".")[0], 0))
        if value is None:
            if key in REQUIRED and not {key, f"ask.{key}"} & lines.keys():
                report.error(0, f"“{key}” is missing: {HOW[key]}")
            return default
        if isinstance(value, str):
            report.broken(line, rules.check_characters(value.strip()))
        try:
            return check(value)
        except ValueError as wrong:
            report.error(line, f"{key} is {_shown(value)}: {wrong}")
            return default

    take("ask", _table, None)
    normal: Safety = "normal"
    safety = take("safety", _safety, normal)
    no = Asks().at_high_risk() if safety == "high" else Asks()
    asks = Asks(**{key: take(f"ask.{key}", _asked, getattr(no, key)) for key in ASKS})
    for fault in rules.check_asks(safety, asks):
        report.broken(lines.get(f"ask.{fault.facts['what']}", lines.get("ask", 0)), fault)
    return Settings(
        slug=take("slug", _slug, ""),
        date=take("date", _date, date.min),
        default_locale=take("default_locale", _words, ""),
        responsible=take("responsible", _responsible, ""),
        contact=take("contact", _contact, ""),
        retention_days=take("retention_days", _days, 1),
        urgent=take("urgent", _yes_or_no, False),
        milestones=take("milestones", _milestones, ()),
        picture=take("picture", _words, ""),
        mark=take("mark", _words, ""),
        sample=take("sample", _yes_or_no, False),
        safety=safety,
        asks=asks,
        lines=lines,
    )


HOW = {
    "slug": 'the campaign\'s short name for links, like slug = "clean-rivers"',
    "date": "the day of the alert, like date = 2017-06-02",
    "default_locale": 'the language for those whose own is not there, like default_locale = "en"',
    "responsible": "the organisation that answers for people's data, as the consent names it",
    "contact": "where people write to about their data, an e-mail address or https://…",
    "retention_days": "days from closing until the signatures are erased, like retention_days = 90",
}


def _parse(text: str, report: Report) -> dict[str, Any]:
    """The TOML in `text`. A line that cannot be read is left out, to find what else is wrong."""
    lines = text.split("\n")
    for _ in range(MOST_SYNTAX_FAULTS):
        try:
            return tomllib.loads("\n".join(lines))
        except (ValueError, RecursionError) as error:
            place = re.search(r" \(at line (\d+), column \d+\)$", str(error))
            line = int(place[1]) if place else 0
            what = str(error)[: place.start()] if place else str(error)
            _explain(line, what, lines[line - 1] if line else "", error, report)
            if not line or not lines[line - 1] or "Unclosed" in what:
                break
            lines[line - 1] = ""
    return {}


DATELIKE = re.compile(r"[^=#]*=\s*[0-9]{1,4}([-./])[0-9]{1,4}\1[0-9]{1,4}\s*(?:#|$)")
"""A date as people write it, which TOML may take for something else."""


def _explain(line: int, what: str, content: str, error: Exception, report: Report) -> None:
    if isinstance(error, RecursionError) or "Exceeds the limit" in what:
        report.error(line, "a value here is absurdly large: delete it")
    elif "(at end of document)" in what:
        report.error(line, 'a text or list is opened and never closed: look for the missing " or ]')
    elif "Unclosed" in what:
        report.error(line, "a list is opened above and not closed: put ] before this line")
    elif "Illegal character '\\n'" in what:
        report.error(line, "the closing quote is missing")
    elif re.match(r'[^#"]*=[^"]*[“”„«»]', content):
        report.error(line, 'curly quotes: texts stand in straight double quotes, like "this"')
    elif "Cannot overwrite" in what or "twice" in what:
        report.error(line, "this stands here a second time: keep one of the two")
    elif "date" in what or DATELIKE.match(content):
        report.error(line, "there is no such day: write dates as year-month-day, like 2017-06-02")
    elif "Expected '='" in what:
        report.error(line, "this is not a setting: write key = value, or # before a remark")
    else:
        report.error(
            line,
            "this value cannot be read: texts stand in double quotes, "
            "yes and no are true and false, numbers have no spaces or commas",
        )


KEY = re.compile(r"""\s*(?:\[\s*(?P<table>[^\]]*?)\s*\]|(?P<key>[\w."'-]+)\s*=)""")


def key_lines(text: str) -> dict[str, int]:
    """Where each setting stands, which `tomllib` does not tell; one of a table as `table.key`."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not (match := KEY.match(line[:200])):
            continue
        if match["key"] is None:
            lines.setdefault(match["table"], number)
            table = match["table"] + "."
        else:
            key = re.sub("[\"']", "", match["key"])
            lines.setdefault(table + key, number)
    return lines


def _refuse_unknown(data: Mapping[str, Any], lines: Mapping[str, int], report: Report) -> None:
    for key in data:
        if key not in REQUIRED and key not in OPTIONAL:
            hint = meant(key, [*REQUIRED, *OPTIONAL])
            report.error(lines.get(key, 0), f"there is no setting {quote(key)}{hint}")
    asked = data.get("ask")
    for key in asked if isinstance(asked, dict) else ():
        line = lines.get(f"ask.{key}", lines.get("ask", 0))
        if key in REQUIRED or key in OPTIONAL:
            report.error(line, f"“{key}” stands below [ask] and so belongs to it: move it above")
        elif key not in ASKS:
            report.error(line, f"nobody can be asked for {quote(key)}{meant(key, ASKS)}")


def _shown(value: object) -> str:
    """A value as its file would have it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    return quote(value) if isinstance(value, str) else quote(value)[1:-1]


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("write a text in double quotes")
    if not value.strip():
        raise ValueError("it is empty")
    return value.strip(" \t\n")


def _refuse(fault: rules.Fault | None) -> None:
    """Raise ValueError for a rule that is broken."""
    if fault is not None:
        raise ValueError(said(fault))


def _responsible(value: object) -> str:
    _refuse(rules.check_responsible(name := _words(value)))
    return name


def _slug(value: object) -> str:
    _refuse(rules.check_slug(slug := _words(value)))
    return slug


def _date(value: object) -> date:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            raise ValueError("write it as year-month-day, like 2017-06-02") from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("write a day without an hour, like 2017-06-02")
    return value


def _contact(value: object) -> str:
    contact = rules.read_contact(_words(value))
    if isinstance(contact, rules.Fault):
        raise ValueError(said(contact))
    return contact


def _days(value: object) -> int:
    days = value if type(value) is int else 0
    _refuse(rules.check_days(days))
    return days


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("write true or false, without quotes")
    return value


def _safety(value: object) -> Safety:
    for known in get_args(Safety):
        if value == known:
            return known  # type: ignore[no-any-return]  # get_args is untyped
    raise ValueError('write "normal" or "high"')


def _milestones(value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or any(type(each) is not int for each in value):
        raise ValueError("write numbers between brackets, like [1000, 5000]")
    _refuse(rules.check_milestones(value))
    return tuple(value)


def _table(value: object) -> None:
    if not isinstance(value, dict):
        raise ValueError(
            'write [ask] on a line of its own, and below it lines like name = "optional"'
        )


def _asked(value: object) -> Asked:
    for known in get_args(Asked):
        if value == known:
            return known  # type: ignore[no-any-return]  # get_args is untyped
    raise ValueError('write "no", "optional" or "required"')
