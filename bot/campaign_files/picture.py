"""The pictures in a campaign's folder: the alert's own, and the organisation's mark."""

from dataclasses import dataclass
from pathlib import Path

from bot.campaign_files.faults import Report, meant, quote
from handlers.domain.campaigns import PictureRefused
from storage.campaigns.pictures import EXTENSIONS, MARK, PICTURE, Limits, Picture, check


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the pictures that `campaign.toml` can name, by that setting."""

    setting: str
    limits: Limits
    advice: str
    """The size that looks good."""


KINDS = (
    Kind("picture", PICTURE, "1280 × 720 looks good everywhere"),
    Kind("mark", MARK, "a square of 512 × 512 looks good everywhere"),
)
"""A mark is a picture, too, within limits of its own."""


def read_picture(
    folder: Path, kind: Kind, name: str, line: int, settings: Report
) -> Picture | None:
    """The picture called `name`, or None and faults in the `settings` that name it in `line`."""
    if "/" in name or "\\" in name:
        settings.error(
            line, f"{kind.setting} is {quote(name)}: give the name of a file in this folder"
        )
        return None
    there = {each.name: each for each in sorted(folder.iterdir()) if each.is_file()}
    if name not in there:
        pictures = [each for each in there if media_type_by_name(each)]
        hint = meant(name, pictures) or "; put a PNG or JPEG file there"
        settings.error(line, f"there is no picture {quote(name)} in this folder{hint}")
        return None
    path = there[name]
    report = Report(name, settings.faults)
    try:
        if (size := path.stat().st_size) > kind.limits.bytes:
            report.error(0, _say(kind, "heavy", size=size))
            return None
        data = path.read_bytes()
    except OSError as error:
        report.error(0, f"the picture cannot be read: {error.strerror}")
        return None
    return check_picture(kind, data, report)


SAYS = {
    "heavy": "the {setting} has {megabytes:.1f} MB, {limit:.0f} MB is the most: save it smaller",
    "kind": "this is neither a PNG nor a JPEG picture: save it as one of these",
    "bomb": "the {setting} has far too many pixels: save it smaller",
    "damaged": "the {setting} is damaged or cut short: save it anew",
    "place": "the {setting} says where it was taken (GPS), which can put people in danger: "
    "save it without its metadata",
    "small": "the {setting} has {width} × {height} pixels; each side needs at least {most};"
    " {advice}",
    "large": "the {setting} has {width} × {height} pixels; no side may have more than {most}:"
    " save it smaller",
    "shape": "the {setting} has {width} × {height} pixels; it may be at most {most} times as long"
    " as wide: crop it",
}
"""What is said of each refusal to somebody who writes files."""


def _say(kind: Kind, why: str, **facts: int) -> str:
    return SAYS[why].format(
        setting=kind.setting,
        advice=kind.advice,
        megabytes=facts.get("size", 0) / 1e6,
        limit=kind.limits.bytes / 1e6,
        **facts,
    )


def check_picture(kind: Kind, data: bytes, report: Report) -> Picture | None:
    """The picture as `storage.pictures.check` has it, or None and a fault."""
    try:
        return check(data, kind.limits)
    except PictureRefused as refused:
        report.error(0, _say(kind, refused.why, **refused.facts))
        return None


def media_type_by_name(name: str) -> str:
    """The media type that a file's name promises, or nothing."""
    ending = name.rpartition(".")[2].lower().replace("jpeg", "jpg")
    return next((kind for kind, usual in EXTENSIONS.items() if usual == ending), "")
