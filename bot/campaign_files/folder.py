"""A campaign as its campaigners write it: a folder that anybody can edit, check and send.

The folder holds `campaign.toml` (the rules), one text file for each language (`fr.md`), a picture
and the organisation's mark. `read` explains everything that is wrong with it at once; `write`
makes such a folder.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.campaign_files.faults import Fault, Report, meant, quote, read_text
from bot.campaign_files.picture import (
    KINDS,
    check_picture,
    media_type_by_name,
    read_picture,
)
from bot.campaign_files.settings import ASKS, Settings, read_settings
from bot.campaign_files.texts import read_alert, write_alert
from handlers.domain.campaign_rules import tells_less
from handlers.domain.campaigns import Alert, Campaign
from storage.campaigns.pictures import EXTENSIONS, Picture

__all__ = ["Fault", "Picture", "Reading", "read", "write"]

SETTINGS = "campaign.toml"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder holds: a campaign, or the faults for which there is none (id 0, a draft)."""

    campaign: Campaign | None
    pictures: tuple[Picture, ...]
    """Those that the campaign names."""
    faults: tuple[Fault, ...]
    """Every error and warning, file by file and line by line."""


def read(folder: Path, known: Collection[str]) -> Reading:
    """The campaign in `folder`, in some of the `known` locales, with all its faults.

    Whatever is in the folder, or keeps it from being read, is a fault and no exception.
    """
    if not folder.is_dir():
        return Reading(None, (), (Fault(str(folder), 0, "there is no such folder"),))
    try:
        return _read(folder, known)
    except OSError as error:
        fault = Fault(str(folder), 0, f"the folder cannot be read: {error.strerror}")
        return Reading(None, (), (fault,))


def _read(folder: Path, known: Collection[str]) -> Reading:
    rules = Report(SETTINGS)
    settings: Settings | None = None
    if not (folder / SETTINGS).is_file():
        rules.error(0, f"there is no {SETTINGS} in this folder: every campaign begins with it")
    elif (text := read_text(folder / SETTINGS, rules)) is not None:
        settings = read_settings(text, rules)
    pictures: dict[str, Picture] = {}
    for kind in KINDS:
        if settings and (name := getattr(settings, kind.setting)):
            line = settings.lines.get(kind.setting, 0)
            if found := read_picture(folder, kind, name, line, rules):
                pictures[kind.setting] = found
    texts, faults = _texts(folder, known)
    faults += _compare(texts, settings)
    if settings:
        _check_default(folder, settings, texts, known, rules)
        # A picture beside a mark that is not there is more likely that mark.
        found_mark = not settings.mark or "mark" in pictures
        if not settings.picture and found_mark and (unused := _unused(folder, settings.mark)):
            rules.warning(
                0, f'no picture is named, but there is {unused}: add picture = "{unused}"'
            )
    # The settings first, then file by file; the sort keeps the order of faults in one line.
    faults = sorted([*rules.faults, *faults], key=lambda each: (each.path, each.line))
    faults.sort(key=lambda each: each.path != SETTINGS)
    if settings is None or any(each.severity == "error" for each in faults):
        return Reading(None, (), tuple(faults))
    campaign = _campaign(settings, texts, pictures)
    return Reading(campaign, tuple(pictures.values()), tuple(faults))


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


def _unused(folder: Path, mark: str) -> str:
    names = (each.name for each in sorted(folder.iterdir()))
    return next((name for name in names if name != mark and media_type_by_name(name)), "")


def _campaign(
    settings: Settings, texts: Mapping[str, Alert], pictures: Mapping[str, Picture]
) -> Campaign:
    names = {setting: picture.sha256 for setting, picture in pictures.items()}
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
        picture=names.get("picture", ""),
        mark=names.get("mark", ""),
        sample=settings.sample,
        safety=settings.safety,
    )


def write(
    folder: Path, campaign: Campaign, picture: bytes | None = None, mark: bytes | None = None
) -> None:
    """Write the campaign, its picture and its mark into `folder`, so that `read` gives them back.

    `picture` and `mark` are the bytes of a PNG or JPEG file.

    Raises:
        FileExistsError: The folder holds something already.
        ValueError: The picture or the mark is none.
        OSError: The folder cannot be written.
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
    if campaign.safety != "normal":
        settings["safety"] = campaign.safety
    if campaign.sample:
        settings["sample"] = True
    files: dict[str, bytes] = {}
    for kind, data in zip(KINDS, (picture, mark), strict=True):
        if data is not None:
            report = Report(kind.setting)
            if (checked := check_picture(kind, data, report)) is None:
                raise ValueError(str(report.faults[0]))
            name = f"{kind.setting}.{EXTENSIONS[checked.media_type]}"
            settings[kind.setting] = name
            files[name] = data
    settings["ask"] = {key: getattr(campaign.asks, key) for key in ASKS}
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    (folder / SETTINGS).write_bytes(tomli_w.dumps(settings).encode())
    for locale, alert in campaign.texts.items():
        (folder / f"{locale}.md").write_bytes(write_alert(alert).encode())
    for name, data in files.items():
        (folder / name).write_bytes(data)
