"""The picture in a campaign's folder."""

from pathlib import Path

from bot.campaign_files.faults import Report, meant, quote
from handlers.organizer.stores import PictureRefused
from storage.campaigns import Picture
from storage.pictures import EXTENSIONS, LARGEST, check


def read_picture(folder: Path, name: str, line: int, settings: Report) -> Picture | None:
    """The picture called `name`, or None and faults in the `settings` that name it in `line`."""
    if "/" in name or "\\" in name:
        settings.error(line, f"picture is {quote(name)}: give the name of a file in this folder")
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
        if (size := path.stat().st_size) > LARGEST:
            report.error(0, SAYS["heavy"].format(megabytes=size / 1e6))
            return None
        data = path.read_bytes()
    except OSError as error:
        report.error(0, f"the picture cannot be read: {error.strerror}")
        return None
    return check_picture(data, report)


SAYS = {
    "heavy": "the picture has {megabytes:.1f} MB, 5 MB is the most: save it smaller",
    "kind": "this is neither a PNG nor a JPEG picture: save it as one of these",
    "bomb": "the picture has far too many pixels: save it smaller",
    "damaged": "the picture is damaged or cut short: save it anew",
    "place": "the picture says where it was taken (GPS), which can put people in danger: "
    "save it without its metadata",
    "small": "the picture has {width} × {height} pixels; each side needs at least {most};"
    " 1280 × 720 looks good everywhere",
    "large": "the picture has {width} × {height} pixels; no side may have more than {most}:"
    " save it smaller",
    "shape": "the picture has {width} × {height} pixels; it may be at most {most} times as long"
    " as wide: crop it",
}
"""What is said of each refusal to somebody who writes files."""


def check_picture(data: bytes, report: Report) -> Picture | None:
    """The picture as `storage.pictures.check` has it, or None and a fault."""
    try:
        return check(data)
    except PictureRefused as refused:
        megabytes = int(refused.facts.get("size", 0)) / 1e6
        report.error(0, SAYS[refused.why].format(**refused.facts, megabytes=megabytes))
        return None


def media_type_by_name(name: str) -> str:
    """The media type that a file's name promises, or nothing."""
    ending = name.rpartition(".")[2].lower().replace("jpeg", "jpg")
    return next((kind for kind, usual in EXTENSIONS.items() if usual == ending), "")
