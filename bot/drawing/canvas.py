"""Drawing with words: pages of pixels whose letters are shaped, and run from the right side.

What cards and charts have in common: the paper and its colours, the fonts, the care for languages
that are written from right to left.
"""

import io
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from PIL import Image, ImageChops, ImageDraw, ImageFont, features

LEADING = 1.22
"""A line's height in heights of its letters; Arabic needs that much."""

PAPER, INK, FAINT, ACCENT, TRACK = "#fffaf4", "#241c17", "#6d6058", "#a83c14", "#ecdccd"

Weight = Literal["regular", "bold"]

Align = Literal["start", "middle", "end"]
"""In the direction of reading."""

LETTERS, PICTURES = 64, 256
"""Colours: few are enough for letters on paper, and make half of the file; pictures need more."""

WEIGHTS: dict[Weight, int] = {"regular": 400, "bold": 700}

RIGHT_TO_LEFT = {"R", "AL"}
"""Bidirectional classes (UAX 9, 3.2)."""


UNDRAWN = {"So", "Cc", "Cs", "Co", "Cn"}
"""Unicode's categories of symbols, of what commands and of what is no character."""

ISOLATES = re.compile("[\u2066-\u2069]")

LRM, RLM = "\u200e", "\u200f"
"""Unseen marks that have a direction (UAX 9, 2.6)."""


def width(text: str, size: int) -> float:
    """How many pixels wide a line of plain text is, in letters of that size."""
    return _Line(text, _rtl(text), "").width(_font(_family(text), "regular", size))


class Page:
    """Draws in pixels: `x` counts from the side where reading begins, `y` from the top."""

    def __init__(self, size: tuple[int, int], direction: str, locale: str) -> None:
        """An empty page of so many pixels, in a language of that direction: `ltr` or `rtl`."""
        self.width, self.height = size
        self.mirrored = direction == "rtl"
        self._image = Image.new("RGB", size, PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self._locale = locale

    def png(self, colours: int = LETTERS) -> bytes:
        """The page as a PNG file, in at most so many colours (1 to 256)."""
        file = io.BytesIO()
        few = self._image.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(file, "PNG")
        return file.getvalue()

    def box(
        self, x: float, y: float, wide: float, high: float, fill: str, *, square: bool = False
    ) -> None:
        """A bar in the colour `fill` (#rrggbb), its ends round unless it is upright or `square`."""
        left = self.width - x - wide if self.mirrored else x
        corners = (left, y, left + wide - 1, y + high - 1)
        self._draw.rounded_rectangle(corners, 0 if square or high > wide else high / 2, fill)

    def bar(self, x: float, y: float, wide: float, high: float, part: float) -> None:
        """A bar of progress that is filled to `part`, from 0 to 1; more fills it just as well."""
        self.box(x, y, wide, high, TRACK)
        if part > 0:
            self.box(x, y, max(high, wide * min(part, 1.0)), high, ACCENT)

    def mark(self, x: int, middle: int, mark: Image.Image, room: tuple[int, int]) -> int:
        """Somebody's mark (RGBA) with round corners, in its own proportions and not mirrored.

        As large as `room`, its most pixels in width and height, lets it be, and centred on the
        row `middle`. What it returns is how many pixels wide it came out.
        """
        shrink = min(room[0] / mark.width, room[1] / mark.height)
        wide, high = size = round(mark.width * shrink), round(mark.height * shrink)
        shown = mark.resize(size, Image.Resampling.LANCZOS)
        # Corners are drawn large and made small, which smooths them.
        corners = Image.new("L", (4 * wide, 4 * high), 0)
        ImageDraw.Draw(corners).rounded_rectangle((0, 0, 4 * wide - 1, 4 * high - 1), 48, 255)
        seen = ImageChops.multiply(
            shown.getchannel("A"), corners.resize(size, Image.Resampling.LANCZOS)
        )
        left = self.width - x - wide if self.mirrored else x
        self._image.paste(shown.convert("RGB"), (left, middle - high // 2), seen)
        return wide

    def megaphone(self, x: float, y: float) -> None:
        """The product's mark: a horn that is open towards the name."""
        for outline in (
            ((0, 16), (12, 16), (12, 32), (0, 32)),
            ((12, 16), (46, 0), (46, 48), (12, 32)),
            ((4, 32), (14, 32), (18, 48), (8, 48)),
        ):
            self._draw.polygon(
                [(self.width - x - a if self.mirrored else x + a, y + b) for a, b in outline],
                ACCENT,
            )

    def line(
        self,
        x: float,
        y: float,
        text: str,
        size: int,
        weight: Weight,
        fill: str,
        room: float,
        *,
        align: Align = "start",
        smallest: int = 12,
    ) -> None:
        """One line on the base line `y`, in smaller letters where it does not fit in `room`.

        It begins at `x`, has its middle there, or, counted from the other side, ends there. What
        does not fit in the smallest letters either is cut.
        """
        while size > smallest and self.measure(text, size, weight) > room:
            size -= 2
        shown = text
        while text and self.measure(shown, size, weight) > room:
            text = text[:-1].rstrip()
            # The mark keeps the dots behind their text where it runs against the page.
            shown = f"{text}…{RLM if _rtl(text) else LRM}"
        line = self._laid_out(shown)
        from_right = self.mirrored != (align == "end")
        self._draw.text(
            (self.width - x if from_right else x, y),
            line.text,
            fill,
            _font(_family(shown), weight, size),
            anchor="ms" if align == "middle" else "rs" if from_right else "ls",
            **line.options,
        )

    def measure(self, text: str, size: int, weight: Weight) -> float:
        """How many pixels wide a line is, in letters of that size."""
        return self._laid_out(text).width(_font(_family(text), weight, size))

    def hill(self, places: Sequence[tuple[float, float]], bottom: float) -> None:
        """A line through those places, the ground below it down to `bottom`, and a dot at its end.

        It is drawn larger and then made smaller, for Pillow draws slanting lines with steps.
        """
        (wide, high), times = self._image.size, 3
        corners = [((wide - x if self.mirrored else x) * times, y * times) for x, y in places]
        ground = [*corners, (corners[-1][0], bottom * times), (corners[0][0], bottom * times)]
        for outline, fill in ((ground, TRACK), (corners, ACCENT)):
            mask = Image.new("L", (wide * times, high * times))
            pen = ImageDraw.Draw(mask)
            if fill == TRACK:
                pen.polygon(outline, 255)
            else:
                pen.line(outline, 255, 7 * times, joint="curve")
                x, y = outline[-1]
                pen.circle((x, y), 14 * times, 255)
            self._image.paste(fill, mask=mask.reduce(times))

    def wrapped(self, text: str, size: int, room: float, weight: Weight = "bold") -> list[str]:
        """The text in lines of at most `room` pixels, broken between words if that is possible."""
        font = _font(_family(text), weight, size)
        lines: list[str] = []
        line = ""
        for word in _drawable(text).split():
            longer = f"{line} {word}" if line else word
            if self._laid_out(longer).width(font) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            line = ""
            for letter in word:
                if line and self._laid_out(line + letter).width(font) > room:
                    lines.append(line)
                    line = ""
                line += letter
        return [*lines, line]

    def _laid_out(self, text: str) -> "_Line":
        return _Line(_drawable(text), self.mirrored, self._locale)


class _Line:
    """A line as Pillow has to be given it, so that it is shaped and runs in its direction."""

    def __init__(self, text: str, rtl: bool, locale: str) -> None:
        self.text = text
        self.options: dict[str, Any] = {}
        if _raqm():
            # The language picks a letter's local form.
            self.options = {"direction": "rtl" if rtl else "ltr", "language": locale or None}
        elif rtl or any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text):
            self.text = _visual(text, "R" if rtl else "L")

    def width(self, font: ImageFont.FreeTypeFont) -> float:
        return font.getlength(self.text, **self.options)


def _visual(text: str, direction: str) -> str:
    """The letters joined, and from left to right as they are seen: for machines without FriBiDi.

    Pillow brings Raqm, but the FriBiDi that Raqm needs comes with the system, or not at all.
    """
    from arabic_reshaper import reshape

    # Not the one of `bidi` itself, which leaves brackets and quotation marks unturned; this one is
    # older than isolates (UAX 9, L4 and X5).
    from bidi.algorithm import get_display

    return str(get_display(reshape(ISOLATES.sub("", text)), base_dir=direction))


@cache
def _raqm() -> bool:
    return bool(features.check_feature("raqm"))


def _drawable(text: str) -> str:
    """The text without what the fonts have no picture of: emoji, and marks that are not seen."""
    seen = "".join(
        " " if unicodedata.category(letter) in UNDRAWN and letter not in "№™©®°" else letter
        for letter in text
        if letter not in "\ufe0e\ufe0f"
    )
    return " ".join(seen.split())


def _rtl(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (UAX 9, P2, P3)."""
    classes = (unicodedata.bidirectional(letter) for letter in text)
    return next((each in RIGHT_TO_LEFT for each in classes if each in {"L", "R", "AL"}), False)


def _family(text: str) -> str:
    """The font for a text: each has Latin letters besides its own, and one is used at a time."""
    arabic = any(unicodedata.bidirectional(letter) == "AL" for letter in text)
    return "noto_sans_arabic" if arabic else "noto_sans"


FILES = {
    "noto_sans": "NotoSans[wdth,wght].ttf",
    "noto_sans_arabic": "NotoSansArabic[wdth,wght].ttf",
}


@lru_cache(maxsize=256)
def _font(family: str, weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    file = resources.files(f"fontpkg_{family}") / "files" / FILES[family]
    with resources.as_file(file) as path:
        # From memory: the file may be inside an archive that is closed again.
        font = ImageFont.truetype(
            io.BytesIO(path.read_bytes()),
            size,
            layout_engine=ImageFont.Layout.RAQM if _raqm() else ImageFont.Layout.BASIC,
        )
    font.set_variation_by_axes([WEIGHTS[weight], 100])
    return font
