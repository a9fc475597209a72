"""A campaign's picture and mark in the sizes that screens want."""

import asyncio
import io
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageOps

from bot.pages.single_flight_cache import SingleFlightCache
from storage.campaigns.pictures import Picture

log = logging.getLogger(__name__)

WIDTHS = (640, 1280)
"""Pixels: a phone, and a desktop or a phone with a sharp screen."""

MARK = 80, 40
"""Pixels, as style sheets count them, that a mark may be wide and high on a page."""

SHARP = 3
"""Pixels of a sharp phone's screen to each of those."""

QUALITY = 78
"""Of WebP, from 0 to 100: no difference can be seen, and half the bytes of JPEG."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A campaign's picture as pages show it; in pixels."""

    width: int
    height: int
    widths: tuple[int, ...]
    """In which it can be had."""


class Pictures:
    """Reads pictures and scales them in a thread."""

    def __init__(self, read: Callable[[str], Awaitable[Picture | None]]) -> None:
        """`read` finds a picture by its name, which is its SHA-256 in hex."""
        self._read = read
        self._sizes: SingleFlightCache[str, tuple[int, int]] = SingleFlightCache(256)
        # Few, for one may have 5 MB.
        self._originals: SingleFlightCache[str, Picture] = SingleFlightCache(4)

    async def photo(self, sha: str) -> Photo | None:
        """How a page shows the picture of that name (its SHA-256, hex); None if there is none."""
        try:
            wide, high = await self._sizes.get_or_make(sha, lambda: self._size(sha))
        except LookupError:
            return None
        widths = tuple(each for each in WIDTHS if each <= wide) or WIDTHS[:1]
        shown = min(wide, widths[-1])
        return Photo(shown, max(1, round(high * shown / wide)), widths)

    async def mark(self, sha: str) -> tuple[int, int] | None:
        """How many pixels wide and high a page shows that mark; None where there is none."""
        try:
            wide, high = await self._sizes.get_or_make(sha, lambda: self._size(sha))
        except LookupError:
            return None
        shrink = min(MARK[0] / wide, MARK[1] / high)
        return max(1, round(wide * shrink)), max(1, round(high * shrink))

    async def original(self, sha: str) -> Picture:
        """The picture as it was imported.

        Raises:
            LookupError: There is none.
        """
        return await self._originals.get_or_make(sha, lambda: self._find(sha))

    async def scaled(self, sha: str, width: int) -> bytes:
        """The picture as WebP, at most `width` pixels wide.

        Raises:
            LookupError: There is none, or it cannot be read.
        """
        data = (await self.original(sha)).data
        with _whole(sha):
            return await asyncio.to_thread(_scale, data, width)

    async def small(self, sha: str) -> bytes:
        """A mark as WebP, for a page: within MARK, SHARP pixels to each of those.

        Raises:
            LookupError: There is none, or it cannot be read.
        """
        image = await self.drawable(sha)
        with _whole(sha):
            return await asyncio.to_thread(_save, image)

    async def drawable(self, sha: str) -> Image.Image:
        """A mark in RGBA, to be drawn on a card: within MARK, SHARP pixels to each of those.

        Raises:
            LookupError: There is none, or it cannot be read.
        """
        data = (await self.original(sha)).data
        with _whole(sha):
            return await asyncio.to_thread(_open, data, (MARK[0] * SHARP, MARK[1] * SHARP))

    async def _find(self, sha: str) -> Picture:
        picture = await self._read(sha) if sha else None
        if picture is None:
            raise LookupError(sha)
        return picture

    async def _size(self, sha: str) -> tuple[int, int]:
        data = (await self.original(sha)).data
        with _whole(sha):
            return await asyncio.to_thread(_size, data)


@contextmanager
def _whole(sha: str) -> Iterator[None]:
    """A picture that cannot be read is as good as none: the words matter more."""
    try:
        yield
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        log.warning("The picture %s cannot be shown (%s)", sha[:8], type(fault).__name__)
        raise LookupError(sha) from fault


def _size(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as image:
        turned = image.getexif().get(0x0112, 1) >= 5  # EXIF 3.0, 4.6.5: Orientation
        return (image.height, image.width) if turned else image.size


def _scale(data: bytes, width: int) -> bytes:
    with Image.open(io.BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened)
        if image.mode not in {"RGB", "RGBA"}:
            image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        image.thumbnail((width, image.height))
        # Saved anew, so nothing of the camera's notes is passed on.
        return _save(image)


def _open(data: bytes, size: tuple[int, int]) -> Image.Image:
    with Image.open(io.BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGBA")
        image.thumbnail(size)
        return image


def _save(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "WEBP", quality=QUALITY)
    return file.getvalue()
