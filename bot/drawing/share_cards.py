"""Share cards: what a messenger shows above a link to a campaign, drawn on the server.

1200 × 630 pixels, which is what Open Graph's readers crop least. A card holds the
organisation's mark and name, the title, the total with its bar, and nothing else. It is mirrored
in a language that is written from right to left; the mark is not.
"""

from dataclasses import dataclass

from PIL import Image

from bot.drawing.canvas import ACCENT, FAINT, INK, LEADING, LETTERS, PICTURES, Page

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
    """The card as a PNG file of SIZE, with the organisation's mark (RGBA) or else the product's.

    It takes a moment of a processor: in a server, call it in a thread.
    """
    page = Page(SIZE, card.direction, card.locale)
    page.box(0, 0, BAND, HEIGHT, ACCENT)
    if mark is None:
        page.megaphone(EDGE, 66)
        name = EDGE + 66
    else:
        name = EDGE + page.mark(EDGE, 90, mark, MARK) + 20
    page.line(name, 102, card.organisation, 32, "bold", ACCENT, WIDTH - EDGE - name)
    _title(page, card.title)
    bar = HEIGHT - 118
    page.line(EDGE, bar - 34, card.total, 46, "bold", INK, WIDTH - 2 * EDGE)
    page.bar(EDGE, bar, WIDTH - 2 * EDGE, 22, card.part)
    page.line(EDGE, bar + 66, card.goal, 28, "regular", FAINT, 520)
    page.line(EDGE, bar + 66, card.note, 24, "regular", FAINT, 520, align="end")
    return page.png(LETTERS if mark is None else PICTURES)


def _title(page: Page, title: str) -> None:
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
