"""A campaign's picture: what messengers and old phones can show, and nothing that tells tales."""

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from bot.campaign_files.faults import Report, meant, quote
from handlers.organizer.stores import PictureFault, PictureRefused
from storage.campaigns import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 5_000_000
"""Bytes: Telegram's limit for a picture sent by its address."""

SMALLEST_SIDE, LARGEST_SIDE = 200, 5_000
"""Pixels. Telegram refuses photos whose sides come to more than 10,000 together."""

LONGEST_SHAPE = 4
"""How many times longer than wide, or wider than long. Telegram cuts anything near 20."""

EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg"}

GPS = 0x8825
"""The tag of the EXIF block that says where a photo was taken (EXIF 3.0, 4.6.3)."""


TALES = frozenset(
    ["exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "Raw profile type exif"]
)
"""What Pillow calls the parts of a file that tell of its making."""


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
            report.error(0, _too_large(size))
            return None
        data = path.read_bytes()
    except OSError as error:
        report.error(0, f"the picture cannot be read: {error.strerror}")
        return None
    return check_picture(data, report)


def check_picture(data: bytes, report: Report) -> Picture | None:
    """The picture if it is whole, of a kind and size that can be shown, and tells no place."""
    try:
        return checked(data)
    except PictureRefused as refusal:
        report.error(0, str(refusal))
        return None


def checked(data: bytes) -> Picture:
    """The picture, without what its file tells beside it. Raises PictureRefused."""
    from PIL import Image, UnidentifiedImageError

    if len(data) > LARGEST:
        raise PictureRefused("large", _too_large(len(data)))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a huge picture is refused below, before it is opened
            with Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as image:
                _check_size(*image.size)
                image.load()
                media_type = "image/png" if image.format == "PNG" else "image/jpeg"
                tells_place = bool(image.getexif().get_ifd(GPS))
                data = _without_tales(image, data)
    except PictureRefused:
        raise
    except UnidentifiedImageError:
        raise PictureRefused(
            "kind", "this is neither a PNG nor a JPEG picture: save it as one of these"
        ) from None
    except Image.DecompressionBombError:
        raise PictureRefused(
            "large-side", "the picture has far too many pixels: save it smaller"
        ) from None
    except Exception:  # damaged files make the decoders raise a good dozen different errors
        raise PictureRefused(
            "damaged", "the picture is damaged or cut short: save it anew"
        ) from None
    if tells_place:
        raise PictureRefused(
            "place",
            "the picture says where it was taken (GPS), which can put people in danger: "
            "save it without its metadata",
        )
    return Picture(media_type, data)


def _too_large(size: int) -> str:
    return f"the picture has {size / 1e6:.1f} MB, 5 MB is the most: save it smaller"


def _without_tales(image: "Image", data: bytes) -> bytes:
    """The picture without what its file tells beside it: camera, author, time, program.

    Most have nothing of that and stay as they are, byte by byte.
    """
    from PIL import ImageOps

    text = getattr(image, "text", None)
    if not text and TALES.isdisjoint(image.info):
        return data
    kind, profile = image.format, image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    bare = upright.copy()
    bare.info.clear()
    file = io.BytesIO()
    bare.save(file, kind, icc_profile=profile, **({"quality": 92} if kind == "JPEG" else {}))
    return file.getvalue()


def _check_size(width: int, height: int) -> None:
    shape = max(width, height) / max(1, min(width, height))
    fault: PictureFault
    if min(width, height) < SMALLEST_SIDE:
        fault = "small-side"
        problem = f"each side needs at least {SMALLEST_SIDE}; 1280 × 720 looks good everywhere"
    elif max(width, height) > LARGEST_SIDE:
        fault = "large-side"
        problem = f"no side may have more than {LARGEST_SIDE}: save it smaller"
    elif shape > LONGEST_SHAPE:
        fault = "shape"
        problem = f"it may be at most {LONGEST_SHAPE} times as long as wide: crop it"
    else:
        return
    raise PictureRefused(fault, f"the picture has {width} × {height} pixels; {problem}")


def media_type_by_name(name: str) -> str:
    """The media type that a file's name promises, or nothing."""
    ending = name.rpartition(".")[2].lower().replace("jpeg", "jpg")
    return next((kind for kind, usual in EXTENSIONS.items() if usual == ending), "")
