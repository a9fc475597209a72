"""A campaign's pictures: what messengers and old phones can show, and nothing that tells tales."""

import io
import warnings
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from handlers.domain.campaigns import PictureRefused

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Limits:
    """What a picture has to keep to."""

    bytes: int
    smallest_side: int
    """Pixels."""
    largest_side: int
    shape: int
    """How many times longer than wide it may be, or wider than long."""


PICTURE = Limits(bytes=5_000_000, smallest_side=200, largest_side=5_000, shape=4)
"""Telegram takes 5 MB of a picture sent by its address, refuses photos whose sides come to more
than 10,000 together, and cuts anything near 20 times as long as wide."""

MARK = Limits(bytes=1_000_000, smallest_side=96, largest_side=5_000, shape=2)
"""A mark stands beside a name, on the card and on the page: small, and not a banner."""

EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg"}

GPS = 0x8825
"""The tag of the EXIF block that says where a photo was taken (EXIF 3.0, 4.6.3)."""


TALES = frozenset(
    ["exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "Raw profile type exif"]
)
"""What Pillow calls the parts of a file that tell of its making."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An alert's picture, or an organisation's mark, as a file holds it."""

    media_type: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Its name."""
        return sha256(self.data).hexdigest()


def check(data: bytes, limits: Limits = PICTURE) -> Picture:
    """The picture if it is whole, of a kind and size that can be shown, and tells no place.

    What its file tells beside it is left out. It takes some time: call it in a thread.

    Raises:
        PictureRefused: it is not; its `why` says what is wrong with it.
    """
    from PIL import Image, UnidentifiedImageError

    if len(data) > limits.bytes:
        raise PictureRefused("heavy", size=len(data))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a huge picture is refused below, before it is opened
            with Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as image:
                _check_size(*image.size, limits)
                image.load()
                media_type = "image/png" if image.format == "PNG" else "image/jpeg"
                tells_place = bool(image.getexif().get_ifd(GPS))
                data = _without_tales(image, data)
    except PictureRefused:
        raise
    except UnidentifiedImageError:
        raise PictureRefused("kind") from None
    except Image.DecompressionBombError:
        raise PictureRefused("bomb") from None
    except Exception:
        raise PictureRefused("damaged") from None
    if tells_place:
        raise PictureRefused("place")
    return Picture(media_type, data)


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
    # What is see-through belongs to the picture.
    seen = {key: bare.info[key] for key in ("transparency",) if key in bare.info}
    bare.info.clear()
    bare.info.update(seen)
    file = io.BytesIO()
    bare.save(file, kind, icc_profile=profile, **({"quality": 92} if kind == "JPEG" else {}))
    return file.getvalue()


def _check_size(width: int, height: int, limits: Limits) -> None:
    shape = max(width, height) / max(1, min(width, height))
    if min(width, height) < limits.smallest_side:
        wrong, most = "small", limits.smallest_side
    elif max(width, height) > limits.largest_side:
        wrong, most = "large", limits.largest_side
    elif shape > limits.shape:
        wrong, most = "shape", limits.shape
    else:
        return
    raise PictureRefused(wrong, width=width, height=height, most=most)
