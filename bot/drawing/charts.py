"""Charts as pictures for a phone: tall, in large letters, in the reader's language and direction.

Where people read from right to left, time runs and bars grow from the right, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from babel import Locale as Cldr
from babel.numbers import format_decimal

from bot.drawing.canvas import ACCENT, FAINT, INK, LEADING, TRACK, Page
from bot.texts.texts import ISOLATES, Texts
from handlers.dialogue.messages import Chart, Kind, Words

SIZE = WIDTH, HEIGHT = 1080, 1200
"""Pixels: as wide as a phone's screen, and never higher, so that buttons below stay in place."""

EDGE = 64
"""Pixels that stay empty around everything."""

ROOM = WIDTH - 2 * EDGE

BAND = 16
"""Pixels of the coloured band along the side where reading begins."""

TOP = 300
"""Where the drawing begins below its titles; a line higher without a headline."""

NOTE = 30
"""Pixels of the letters of the note below it."""

LARGEST_ROW, LARGEST_LABEL, THICKEST = 170, 46, 48
"""The most pixels of a row of bars, of its letters, and of the bar."""

BELOW = {False: 0.4, True: 0.56}
"""From a label's base line to its bar, in heights of its letters; in Arabic's script they hang down
further: a bar must not swallow the dots of a final yāʾ, which is another letter without them."""

AXIS = 34
"""Pixels of the letters at the axes."""

INTERVALS = 4
"""The most parts into which lines divide the height."""


@dataclass(frozen=True, slots=True)
class Row:
    """A value with its words. In bars, `whole` is what it is a part of, or 0."""

    label: str
    amount: int
    said: str
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a chart says, all of it ready to be read in its language."""

    locale: str
    direction: str
    kind: Kind
    heading: str
    title: str
    headline: str
    rows: tuple[Row, ...]
    empty: str
    note: str
    number: Callable[[int], str]
    """How the language writes a number."""


def sheet(chart: Chart, locale: str, texts: Texts) -> Sheet:
    """The chart in the words of that locale, ready for `draw`."""
    cldr = Cldr.parse(locale, sep="-")

    def number(amount: int) -> str:
        return format_decimal(amount, locale=cldr)

    def said(words: Words | None) -> str:
        # Each text is a line by itself, which has its own direction already.
        text = ISOLATES.sub("", texts.plain(words, locale)) if words else ""
        return text[:1].upper() + text[1:]

    return Sheet(
        locale=locale,
        direction=texts.known[locale].direction,
        kind=chart.kind,
        heading=chart.heading,
        title=said(chart.title),
        headline=said(chart.headline),
        rows=tuple(
            Row(
                said(mark.label),
                mark.amount,
                said(mark.said) if mark.said else number(mark.amount),
                mark.whole,
            )
            for mark in chart.marks
        ),
        empty=said(chart.empty),
        note=said(chart.note),
        number=number,
    )


def draw(sheet: Sheet) -> bytes:
    """The chart as a PNG file of SIZE.

    It takes a moment of a processor: in a server, call it in a thread.
    """
    page = Page(SIZE, sheet.direction, sheet.locale)
    page.box(0, 0, BAND, HEIGHT, ACCENT)
    page.line(EDGE, 96, sheet.heading, 36, "bold", ACCENT, ROOM, smallest=30)
    page.line(EDGE, 178, sheet.title, 62, "bold", INK, ROOM, smallest=40)
    page.line(EDGE, 240, sheet.headline, 42, "regular", INK, ROOM, smallest=30)
    top = TOP if sheet.headline else TOP - 60
    bottom = _note(page, sheet.note)
    if not sheet.rows:
        _empty(page, sheet.empty, top, bottom)
    elif sheet.kind in {"bars", "funnel"}:
        _bars(page, sheet, top, bottom)
    else:
        _through_time(page, sheet, top, bottom)
    return page.png()


def _note(page: Page, note: str) -> float:
    """The note at the foot; where the drawing has to end above it."""
    lines = page.wrapped(note, NOTE, ROOM, "regular") if note else []
    first = HEIGHT - 46 - (len(lines) - 1) * NOTE * LEADING
    for number, text in enumerate(lines):
        page.line(EDGE, first + number * NOTE * LEADING, text, NOTE, "regular", FAINT, ROOM)
    return first - NOTE - 40


def _empty(page: Page, words: str, top: float, bottom: float) -> None:
    lines = page.wrapped(words, LARGEST_LABEL, ROOM, "regular")
    first = (top + bottom - (len(lines) - 1) * LARGEST_LABEL * LEADING) / 2
    for number, text in enumerate(lines):
        y = first + number * LARGEST_LABEL * LEADING
        page.line(EDGE, y, text, LARGEST_LABEL, "regular", FAINT, ROOM)


def _bars(page: Page, sheet: Sheet, top: float, bottom: float) -> None:
    """A row for each value: its words above its bar, so that a long name has all the room."""
    high = min((bottom - top) / len(sheet.rows), LARGEST_ROW)
    letters = min(int(high * 0.42), LARGEST_LABEL)
    thick = min(high * 0.26, THICKEST)
    most = max(1, *(max(row.amount, row.whole) for row in sheet.rows))
    for number, row in enumerate(sheet.rows):
        y = top + number * high + letters
        said = page.measure(row.said, letters, "bold")
        page.line(EDGE, y, row.said, letters, "bold", INK, ROOM, align="end")
        page.line(
            EDGE, y, row.label, letters, "regular", INK, ROOM - said - 32, smallest=letters - 8
        )
        full = ROOM * row.amount / most
        x = EDGE + (ROOM - full) / 2 if sheet.kind == "funnel" else EDGE
        y += letters * BELOW[page.mirrored]
        page.box(EDGE, y, ROOM * row.whole / most if row.whole else ROOM, thick, TRACK)
        if row.amount:
            page.box(min(x, WIDTH - EDGE - thick), y, max(full, thick), thick, ACCENT)


def _through_time(page: Page, sheet: Sheet, top: float, bottom: float) -> None:
    """Values one after the other: a line, or columns."""
    bottom -= AXIS + 26
    step = _step(max(row.amount for row in sheet.rows))
    ticks = [step * each for each in range(_intervals(sheet, step) + 1)]
    names = [sheet.number(each) for each in ticks]
    gutter = max(page.measure(name, AXIS, "regular") for name in names) + 20
    left, wide, high = EDGE + gutter, ROOM - gutter, bottom - top

    def height(amount: int) -> float:
        return bottom - high * amount / ticks[-1]

    for tick, name in zip(ticks, names, strict=True):
        page.box(left, height(tick) - 1, wide, 3, TRACK)
        at = height(tick) + AXIS * 0.36
        page.line(EDGE, at, name, AXIS, "regular", FAINT, gutter)
    many = len(sheet.rows)
    if sheet.kind == "line":
        # The dot at the end keeps clear of the edge.
        places = [left + (wide - 14) * each / max(many - 1, 1) for each in range(many)]
        page.hill(
            [(x, height(row.amount)) for x, row in zip(places, sheet.rows, strict=True)], bottom
        )
    else:
        slot = wide / many
        places = [left + slot * (each + 0.5) for each in range(many)]
        thick = min(slot * 0.74, 120)
        for x, row in zip(places, sheet.rows, strict=True):
            if row.amount:
                y = height(row.amount)
                page.box(x - thick / 2, y, thick, bottom - y, ACCENT, square=True)
    page.box(left, bottom - 1, wide, 3, FAINT)
    _times(page, [row.label for row in sheet.rows], places, left, bottom + AXIS + 18)


def _step(most: int) -> int:
    """A round number that divides the height into few parts."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power * INTERVALS >= most:
                return factor * power
        power *= 10


def _intervals(sheet: Sheet, step: int) -> int:
    return max(1, ceil(max(row.amount for row in sheet.rows) / step))


def _times(page: Page, labels: list[str], places: list[float], left: float, y: float) -> None:
    """As many of the labels as have room beside each other, evenly apart."""
    for count in range(min(len(labels), 5), 0, -1):
        chosen = (
            [round(each * (len(labels) - 1) / (count - 1)) for each in range(count)]
            if count > 1
            else [len(labels) - 1]
        )
        spans = []
        for each in chosen:
            wide = page.measure(labels[each], AXIS, "regular")
            begin = max(min(max(places[each] - wide / 2, left), WIDTH - EDGE - wide), EDGE)
            spans.append((begin, begin + wide))
        if all(one[1] + 30 <= other[0] for one, other in pairwise(spans)):
            for each, (begin, _) in zip(chosen, spans, strict=True):
                page.line(begin, y, labels[each], AXIS, "regular", FAINT, WIDTH - EDGE - begin)
            return
