"""A campaign as its campaigners write it: a folder that anybody can edit, check and send.

The folder holds `campaign.toml` (the rules), one text file for each language (`fr.md`), and a
picture. `read` explains everything that is wrong with it at once; `write` makes such a folder.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.campaign_files.faults import Fault, Report, meant, quote, read_text
from bot.campaign_files.picture import (
    check_picture,
    media_type_by_name,
    read_picture,
)
from bot.campaign_files.settings import ASKS, Settings, read_settings
from bot.campaign_files.texts import read_alert, write_alert
from handlers.campaign_rules import tells_less
from handlers.stores import Alert, Campaign
from storage.campaigns import Picture
from storage.pictures import EXTENSIONS

__all__ = ["Fault", "Picture", "Reading", "read", "write"]

SETTINGS = "campaign.toml"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder holds: a campaign, or the faults for which there is none (id 0, a draft)."""

    campaign: Campaign | None
    picture: Picture | None
    faults: tuple[Fault, ...]
    """Every error and warning, file by file and line by line."""


def read(folder: Path, known: Collection[str]) -> Reading:
    """The campaign in `folder`, in some of the `known` locales. Raises nothing."""
    if not folder.is_dir():
        return Reading(None, None, (Fault(str(folder), 0, "there is no such folder"),))
    try:
        return _read(folder, known)
    except OSError as error:
        fault = Fault(str(folder), 0, f"the folder cannot be read: {error.strerror}")
        return Reading(None, None, (fault,))


def _read(folder: Path, known: Collection[str]) -> Reading:
    rules = Report(SETTINGS)
    settings: Settings | None = None
    if not (folder / SETTINGS).is_file():
        rules.error(0, f"there is no {SETTINGS} in this folder: every campaign begins with it")
    elif (text := read_text(folder / SETTINGS, rules)) is not None:
        settings = read_settings(text, rules)
    picture = None
    if settings and settings.picture:
        line = settings.lines.get("picture", 0)
        picture = read_picture(folder, settings.picture, line, rules)
    texts, faults = _texts(folder, known)
    faults += _compare(texts, settings)
    if settings:
        _check_default(folder, settings, texts, known, rules)
        if not settings.picture and (unused := _unused_picture(folder)):
            rules.warning(
                0, f'no picture is named, but there is {unused}: add picture = "{unused}"'
            )
    # The settings first, then file by file; the sort keeps the order of faults in one line.
    faults = sorted([*rules.faults, *faults], key=lambda each: (each.path, each.line))
    faults.sort(key=lambda each: each.path != SETTINGS)
    if settings is None or any(each.severity == "error" for each in faults):
        return Reading(None, None, tuple(faults))
    return Reading(_campaign(settings, texts, picture), picture, tuple(faults))


def _texts(folder: Path, known: Collection[str]) -> tuple[dict[str, Alert], list[Fault]]:
    """The alert in each language, by its canonical tag."""
    texts: dict[str, Alert] = {}
    faults: list[Fault] = []
    tags = {tag.lower(): tag for tag in known}
    for path in sorted(folder.iterdir()):
        name, _, ending = path.name.rpartition(".")
        report = Report(path.name, faults)
        tag = tags.get(name.lower().replace("_", "-"))
        if ending.lower() != "md":
            if tag and ending.lower() in {"txt", "markdown", "text", "docx", "odt", "rtf"}:
                report.warning(0, f"this is not read: texts are plain text files like {tag}.md")
        elif tag is None and re.fullmatch("[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*", name):
            report.error(0, f"the bot does not speak {quote(name)}{meant(name, sorted(known))}")
        elif tag is None:
            report.warning(0, "this is not read: its name is no language")
        elif tag in texts:
            report.error(0, f"there are two files for the language {tag}: keep one")
        elif (text := read_text(path, report)) is not None:
            texts[tag] = read_alert(tag, text, report)
    return texts, faults


def _compare(texts: Mapping[str, Alert], settings: Settings | None) -> list[Fault]:
    """Warnings where a language tells less than another, or nothing about the picture."""
    faults: list[Fault] = []
    for locale, alert in texts.items():
        report = Report(f"{locale}.md", faults)
        for less in tells_less(locale, texts):
            report.warning(
                0, f"has {less.here} {less.what} where {less.fullest}.md has {less.there}"
            )
        if settings and settings.picture:
            if not alert.picture_text:
                report.warning(0, "“picture-text:” is missing: say what the picture shows")
            if not alert.credit:
                report.warning(0, "“credit:” is missing: say who took or drew the picture")
    return faults


def _check_default(
    folder: Path,
    settings: Settings,
    texts: Mapping[str, Alert],
    known: Collection[str],
    rules: Report,
) -> None:
    locale, line = settings.default_locale, settings.lines.get("default_locale", 0)
    if locale and locale not in known:
        rules.error(line, f"the bot does not speak {quote(locale)}{meant(locale, sorted(known))}")
    elif locale and locale not in texts and not (folder / f"{locale}.md").exists():
        rules.error(line, f"default_locale is “{locale}”, but there is no {locale}.md here")


def _unused_picture(folder: Path) -> str:
    return next((p.name for p in sorted(folder.iterdir()) if media_type_by_name(p.name)), "")


def _campaign(settings: Settings, texts: Mapping[str, Alert], picture: Picture | None) -> Campaign:
    return Campaign(
        id=0,
        slug=settings.slug,
        status="draft",
        date=settings.date,
        default_locale=settings.default_locale,
        texts=texts,
        responsible=settings.responsible,
        contact=settings.contact,
        retention_days=settings.retention_days,
        asks=settings.asks,
        urgent=settings.urgent,
        milestones=settings.milestones,
        picture=picture.sha256 if picture else "",
        sample=settings.sample,
    )


def write(folder: Path, campaign: Campaign, picture: bytes | None = None) -> None:
    """Write the campaign and its picture into `folder`, so that `read` gives them back.

    Raises FileExistsError where the folder holds something already, and ValueError for a picture
    that is none.
    """
    import tomli_w

    settings: dict[str, Any] = {
        "slug": campaign.slug,
        "date": campaign.date,
        "default_locale": campaign.default_locale,
        "responsible": campaign.responsible,
        "contact": campaign.contact,
        "retention_days": campaign.retention_days,
        "urgent": campaign.urgent,
        "milestones": list(campaign.milestones),
    }
    if campaign.sample:
        settings["sample"] = True
    if picture is not None:
        report = Report("picture")
        if (checked := check_picture(picture, report)) is None:
            raise ValueError(str(report.faults[0]))
        settings["picture"] = f"picture.{EXTENSIONS[checked.media_type]}"
    settings["ask"] = {key: getattr(campaign.asks, key) for key in ASKS}
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    (folder / SETTINGS).write_bytes(tomli_w.dumps(settings).encode())
    for locale, alert in campaign.texts.items():
        (folder / f"{locale}.md").write_bytes(write_alert(alert).encode())
    if picture is not None:
        (folder / settings["picture"]).write_bytes(picture)
