"""Reply -> text with numbered choices, as a terminal shows it and a text message would.

Direction is left to whoever lays the lines out (UAX 9): each line tells its own, and keeps it
when it is wrapped.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.channels.base import Capabilities
from bot.drawing import charts
from bot.texts.share_texts import write
from bot.texts.texts import Linker, Texts
from bot.texts.width import width
from handlers.dialogue.messages import Chart, File, Invite, Placement, Reply, Share, Tap

CAPABILITIES = Capabilities(text=16_384, caption=16_384, label=200)
"""Nothing limits a terminal: these are lengths, in characters, beyond which nobody reads."""

LRM, RLM, FSI, PDI = "\u200e", "\u200f", "\u2068", "\u2069"

INITIATORS = frozenset("\u2066\u2067\u2068")
"""What begins an isolate, which PDI ends (UAX 9, 2.4)."""

ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*(?:\u2069|$)")

UNPRINTABLE = dict.fromkeys((*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)))
"""Control characters but the line's end: in what people wrote they would command the terminal."""

PICTURE, CHART, LINK = "🖼", "📊", "→"

PLACES: tuple[Placement, ...] = ("here", "apart", "last")
"""In this order choices are numbered; links stand above all of them."""

BESIDE = " · "
"""Between the values of a chart that runs through time: there are many."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A choice: its label on one line, and what choosing it taps."""

    label: str
    tapped: Tap


@dataclass(frozen=True, slots=True)
class RenderedMessage:
    """A message as a terminal shows it; the numbers of its choices are given when it is shown."""

    text: str
    choices: tuple[Numbered, ...] = ()
    file: File | None = None
    direction: str = "ltr"


def render(reply: Reply, locale: str, texts: Texts, link: Linker) -> RenderedMessage:
    """What the reply looks like in that locale; `link` writes the address of an invite."""
    right = texts.known[locale].direction == "rtl"
    parts = [
        *(texts.plain(words, locale, link) for words in reply.notes),
        texts.plain(reply.words, reply.locale or locale, link),
        *_picture(reply, locale, texts),
        "\n".join(_links(reply, locale, texts, link)),
    ]
    choices = tuple(
        Numbered(
            _one_line(texts.plain(each.words, locale, link)),
            Tap(reply.step, reply.about.encode(), each.id),
        )
        for each in sorted(reply.choices, key=lambda each: PLACES.index(each.placement))
    )
    return RenderedMessage(
        "\n\n".join(each for part in parts if (each := part.translate(UNPRINTABLE).strip())),
        choices,
        reply.file,
        "rtl" if right else "ltr",
    )


def lines(shown: RenderedMessage, first: int = 1, columns: int | None = None) -> Iterator[str]:
    """The message line by line, its choices numbered from `first` on.

    Lines are wrapped at `columns`, or not at all.
    """
    text = [*shown.text.split("\n")]
    if shown.choices:
        text.append("")
    text += [
        _directed(f"{number}. {_apart(each.label, shown.direction)}", shown.direction)
        for number, each in enumerate(shown.choices, first)
    ]
    for line in text:
        yield from wrapped(line, columns) if columns else (line,)


def wrapped(line: str, columns: int) -> Iterator[str]:
    """The line in pieces no wider than `columns`, but for words that are wider by themselves.

    Each piece runs in the direction of the whole, and what is isolated in it stays so.
    """
    if width(line) <= columns:
        yield line
        return
    direction = _direction(line)
    opened = ""
    piece = ""
    for word in line.split(" "):
        if piece and width(f"{piece} {word}") > columns:
            yield piece + PDI * len(opened)
            piece = _directed(opened + word, direction)
        else:
            piece = f"{piece} {word}" if piece else word
        for letter in word:
            if letter in INITIATORS:
                opened += letter
            elif letter == PDI:
                opened = opened[:-1]
    yield piece


def _picture(reply: Reply, locale: str, texts: Texts) -> Iterator[str]:
    """What the picture shows, or a chart's words and numbers."""
    if isinstance(reply.picture, Chart):
        yield "\n".join(_chart(reply.picture, locale, texts))
    elif reply.picture and reply.picture_text:
        right = texts.known[reply.locale or locale].direction == "rtl"
        yield _directed(f"{PICTURE} {_one_line(reply.picture_text)}", "rtl" if right else "ltr")


def _chart(chart: Chart, locale: str, texts: Texts) -> Iterator[str]:
    sheet = charts.sheet(chart, locale, texts)

    def directed(text: str) -> str:
        return _directed(text, sheet.direction)

    yield directed(f"{CHART} {_apart(sheet.heading, sheet.direction)}")
    for line in (sheet.title, sheet.headline):
        if line:
            yield directed(line)
    rows = [
        f"{_apart(row.label, sheet.direction)}: {_apart(row.said, sheet.direction)}"
        for row in sheet.rows
    ]
    if not rows:
        yield directed(sheet.empty)
    elif sheet.kind in {"bars", "funnel"}:
        yield from (directed(row) for row in rows)
    else:
        yield directed(BESIDE.join(rows))
    if sheet.note:
        yield directed(sheet.note)


def _links(reply: Reply, locale: str, texts: Texts, linker: Linker) -> Iterator[str]:
    """The links' labels and addresses; of apps, which no terminal opens, the words to pass on."""
    direction = texts.known[locale].direction
    passed_on: dict[str, list[str]] = {}
    for link in reply.links:
        label = link.label if isinstance(link.label, str) else texts.plain(link.label, locale)
        label = _apart(_one_line(label), direction)
        if isinstance(link.url, Share):
            address = linker(link.url.invite)
            text = write(link.url, locale, texts, address).text
            text = text if address in text else f"{text}\n{address}"
            passed_on.setdefault(text, []).append(label)
        else:
            address = linker(link.url) if isinstance(link.url, Invite) else link.url
            yield _directed(f"{LINK} {label}: {_apart(address, direction)}", direction)
    for text, labels in passed_on.items():
        yield _directed(f"{LINK} {', '.join(labels)}", direction)
        yield from (_directed(each, direction) for each in text.split("\n") if each.strip())
        yield ""


def _one_line(text: str) -> str:
    return " ".join(text.translate(UNPRINTABLE).split())


def _apart(text: str, direction: str) -> str:
    """The text isolated where some of it runs against that direction."""
    against = {"L"} if direction == "rtl" else {"R", "AL"}
    if against.isdisjoint(map(unicodedata.bidirectional, ISOLATED.sub("", text))):
        return text
    return f"{FSI}{text}{PDI}"


def _directed(line: str, direction: str) -> str:
    """The line with a mark before it where it would not be laid out in that direction."""
    if _direction(line) == direction:
        return line
    return (RLM if direction == "rtl" else LRM) + line


def _direction(line: str) -> str:
    """In which direction a line is laid out: that of its first strong letter (UAX 9, P2 and P3)."""
    for letter in ISOLATED.sub("", line):
        kind = unicodedata.bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return "ltr"
