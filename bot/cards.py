"""Share cards: what a messenger shows above a link to a campaign, drawn on the server.

1200 × 630 pixels, which is what Open Graph's readers crop least. A card holds the
organisation's mark and name, the title, the total with its bar, and nothing else. It is mirrored
in a language that is written from right to left; the mark is not.
"""

import io
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from PIL import Image, ImageChops, ImageDraw, ImageFont, features

SIZE = WIDTH, HEIGHT = 1200, 630

EDGE = 72
"""Pixels that stay empty around everything."""

BAND = 16
"""Pixels of the coloured band along the side where reading begins."""

MARK = 144, 72
"""Pixels that a mark may be wide and high."""

LARGEST_TITLE, SMALLEST_TITLE = 80, 40
"""Pixels of the title's letters: as large as lets it fit."""

TITLE_ROOM = 290
"""Pixels that a title may be high."""

LEADING = 1.22
"""A line's height in heights of its letters; Arabic needs that much."""

PAPER, INK, FAINT, ACCENT, TRACK = "#fffaf4", "#241c17", "#6d6058", "#a83c14", "#ecdccd"

Weight = Literal["regular", "bold"]

WEIGHTS: dict[Weight, int] = {"regular": 400, "bold": 700}

RIGHT_TO_LEFT = {"R", "AL"}
"""Bidirectional classes (UAX 9, 3.2)."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, all of it ready to be read in its language."""

    locale: str
    direction: str
    title: str
    organisation: str
    total: str
    """A sentence, such as "3,000 people have signed"."""
    goal: str
    part: float
    """How full the bar is, from 0 to 1."""
    note: str = ""
    """A word of warning in small letters, such as that this is a sample."""


def visible(total: int) -> int:
    """The total as cards show it: its first three digits, so that few are drawn anew.

    Below a thousand that is the total itself.
    """
    step = int("1".ljust(len(str(total)) - 2, "0"))
    return total // step * step


def draw(card: Card, mark: Image.Image | None = None) -> bytes:
    """The card as PNG, with the organisation's mark (RGBA) or, without one, the product's.

    It takes a moment of a processor: in a server, call it in a thread.
    """
    image = Image.new("RGB", SIZE, PAPER)
    page = _Page(image, card.direction == "rtl", card.locale)
    page.box(0, 0, BAND, HEIGHT, ACCENT)
    if mark is None:
        page.megaphone(EDGE, 66)
        name = EDGE + 66
    else:
        name = EDGE + page.mark(EDGE, 90, mark) + 20
    page.line(name, 102, card.organisation, 32, "bold", ACCENT, WIDTH - EDGE - name)
    _title(page, card.title)
    bar = HEIGHT - 118
    page.line(EDGE, bar - 34, card.total, 46, "bold", INK, WIDTH - 2 * EDGE)
    page.bar(EDGE, bar, WIDTH - 2 * EDGE, 22, card.part)
    page.line(EDGE, bar + 66, card.goal, 28, "regular", FAINT, 520)
    page.line(EDGE, bar + 66, card.note, 24, "regular", FAINT, 520, at_end=True)
    file = io.BytesIO()
    # Few colours are enough for letters on paper, and make half of the file. A mark has its own.
    colours = 64 if mark is None else 256
    few = image.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, "PNG")
    return file.getvalue()


def width(text: str, size: int) -> float:
    """How many pixels wide a line of plain text is, in letters of that size."""
    return _Line(text, _rtl(text), "").width(_font(_family(text), "regular", size))


def _title(page: "_Page", title: str) -> None:
    """The title, in letters as large as fit its room; cut where even the smallest do not."""
    room = WIDTH - 2 * EDGE
    size = LARGEST_TITLE
    lines = page.wrapped(title, size, room)
    while size > SMALLEST_TITLE and len(lines) * size * LEADING > TITLE_ROOM:
        size -= 4
        lines = page.wrapped(title, size, room)
    most = int(TITLE_ROOM / (size * LEADING))
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    top = 138 + (TITLE_ROOM - len(lines) * size * LEADING) / 2
    for number, text in enumerate(lines):
        page.line(EDGE, int(top + size + number * size * LEADING), text, size, "bold", INK, room)


class _Page:
    """Draws from the side where reading begins: `x` counts from there, `y` from the top."""

    def __init__(self, image: Image.Image, mirrored: bool, locale: str) -> None:
        self._image = image
        self._draw = ImageDraw.Draw(image)
        self._mirrored = mirrored
        self._locale = locale

    def box(self, x: float, y: float, wide: float, high: float, fill: str) -> None:
        left = WIDTH - x - wide if self._mirrored else x
        corners = (left, y, left + wide - 1, y + high - 1)
        self._draw.rounded_rectangle(corners, high / 2 if high <= wide else 0, fill)

    def bar(self, x: float, y: float, wide: float, high: float, part: float) -> None:
        self.box(x, y, wide, high, TRACK)
        if part > 0:
            self.box(x, y, max(high, wide * min(part, 1.0)), high, ACCENT)

    def mark(self, x: int, middle: int, mark: Image.Image) -> int:
        """Somebody's mark with round corners, in its own proportions; how wide it came out."""
        shrink = min(MARK[0] / mark.width, MARK[1] / mark.height)
        wide, high = size = round(mark.width * shrink), round(mark.height * shrink)
        shown = mark.resize(size, Image.Resampling.LANCZOS)
        # Corners are drawn large and made small, which smooths them.
        corners = Image.new("L", (4 * wide, 4 * high), 0)
        ImageDraw.Draw(corners).rounded_rectangle((0, 0, 4 * wide - 1, 4 * high - 1), 48, 255)
        seen = ImageChops.multiply(
            shown.getchannel("A"), corners.resize(size, Image.Resampling.LANCZOS)
        )
        left = WIDTH - x - wide if self._mirrored else x
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
                [(WIDTH - x - a if self._mirrored else x + a, y + b) for a, b in outline], ACCENT
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
        at_end: bool = False,
    ) -> None:
        """One line on the base line `y`, in smaller letters where it does not fit in `room`."""
        line = self._laid_out(text)
        while size > 12 and line.width(_font(_family(text), weight, size)) > room:
            size -= 2
        from_right = self._mirrored != at_end
        self._draw.text(
            (WIDTH - x if from_right else x, y),
            line.text,
            fill,
            _font(_family(text), weight, size),
            anchor="rs" if from_right else "ls",
            **line.options,
        )

    def wrapped(self, text: str, size: int, room: float) -> list[str]:
        """The text in lines of at most that width, broken between words if that is possible."""
        font = _font(_family(text), "bold", size)
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
        return _Line(_drawable(text), self._mirrored, self._locale)


class _Line:
    """A line as Pillow has to be given it, so that it is shaped and runs in its direction."""

    def __init__(self, text: str, rtl: bool, locale: str) -> None:
        self.text = text
        self.options: dict[str, Any] = {}
        if _raqm():
            # The language picks a letter's local form.
            self.options = {"direction": "rtl" if rtl else "ltr", "language": locale or None}
        elif any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text):
            self.text = _visual(text, "R" if rtl else "L")

    def width(self, font: ImageFont.FreeTypeFont) -> float:
        return font.getlength(self.text, **self.options)


def _visual(text: str, direction: str) -> str:
    """The letters joined, and from left to right as they are seen: for machines without FriBiDi.

    Pillow brings Raqm, but the FriBiDi that Raqm needs comes with the system, or not at all.
    """
    from arabic_reshaper import reshape
    from bidi import get_display

    return str(get_display(reshape(text), base_dir=direction))


@cache
def _raqm() -> bool:
    return bool(features.check_feature("raqm"))


def _drawable(text: str) -> str:
    """The text without what the fonts have no picture of: emoji, and marks that are not seen."""
    seen = "".join(
        " " if unicodedata.category(letter) in {"So", "Cc", "Cs", "Co", "Cn"} else letter
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
