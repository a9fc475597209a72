"""Reply -> what a Telegram message shows. All of Telegram's limits live here.

Plain data and no library, so that every reply can be rendered in a test at once.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from bot.channels.base import Capabilities
from bot.channels.telegram.links import LONGEST_LINK, deep_link, share_link
from bot.texts.share_texts import write
from bot.texts.texts import Linker, Texts
from bot.texts.width import width
from handlers.dialogue.messages import (
    ABOUT,
    Chart,
    Choice,
    File,
    Invite,
    Link,
    Reply,
    Share,
    Tap,
)
from handlers.domain.text import length as text_length

NAME = "telegram"
"""What addresses in Telegram are stored under."""

CAPABILITIES = Capabilities(
    text=4096,
    caption=1024,
    label=60,
    beside=((3, 7), (2, 18)),
    pictures=True,
    edits=True,
    deletes=True,
    groups=True,
)
"""Lengths are UTF-16 code units after entities (Bot API, sendMessage and sendPhoto). Phones show
about 40 letters of a label."""

CALLBACK_BYTES = 64
"""The most bytes of a button's data (Bot API, InlineKeyboardButton)."""

COPIED = 256
"""The most characters that a button copies (Bot API, CopyTextButton)."""

COPIES = "📋"
"""Marks a button that copies words, for apps that Telegram does not open."""

DATA = re.compile(
    rf"(?P<step>[a-z][a-z-]{{0,31}})(?:\.(?P<about>{ABOUT.pattern}))?"
    r":(?P<choice>[A-Za-z0-9_.-]{1,48})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it sends `data` back, opens `url`, or copies `copied`."""

    text: str
    data: str = ""
    url: str = ""
    copied: str = ""


@dataclass(frozen=True, slots=True)
class RenderedMessage:
    """A message as Telegram takes it.

    `picture` is the SHA-256 of one, or empty; a `chart` is drawn in the words of `locale`.
    `new`, `passing` and `sweeps` are those of the reply.
    """

    html: str
    rows: tuple[tuple[Button, ...], ...] = ()
    picture: str = ""
    file: File | None = None
    chart: Chart | None = None
    locale: str = ""
    new: bool = False
    passing: bool = False
    sweeps: bool = False


def render(reply: Reply, locale: str, texts: Texts, username: str) -> RenderedMessage:
    """What the reply looks like in that locale, for the bot of that username.

    Words come before the picture: where both do not fit together, the picture is left out.
    """

    def link(invite: Invite) -> str:
        return deep_link(username, invite.payload)

    text = _said(reply, locale, texts, link)
    picture = reply.picture if length(text) <= CAPABILITIES.caption and reply.file is None else ""
    return RenderedMessage(
        html=cut(text, CAPABILITIES.caption if picture or reply.file else CAPABILITIES.text),
        rows=_keyboard(reply, locale, texts, username),
        picture=picture if isinstance(picture, str) else "",
        file=reply.file,
        chart=picture if isinstance(picture, Chart) else None,
        locale=locale,
        new=reply.new,
        passing=reply.passing,
        sweeps=reply.sweeps,
    )


def overlong(reply: Reply, locale: str, texts: Texts) -> int:
    """How many characters too many the reply has, with its picture where it has one; 0: it fits."""
    text = _said(reply, locale, texts, lambda _: LONGEST_LINK)
    return max(
        0,
        length(text) - (CAPABILITIES.caption if reply.picture or reply.file else CAPABILITIES.text),
    )


def _said(reply: Reply, locale: str, texts: Texts, link: Linker) -> str:
    """The notes in the reader's language and below them the words, as HTML."""
    said = [
        *(texts.html(words, locale, link) for words in reply.notes),
        texts.html(reply.words, reply.locale or locale, link),
    ]
    return "\n\n".join(each for each in said if each)


def data_of(step: str, about: str, choice: str) -> str:
    """What a button sends back. It ends in the choice's id.

    Raises:
        ValueError: it would be more than Telegram takes: a step's fault, not a person's.
    """
    data = f"{step}.{about}:{choice}" if about else f"{step}:{choice}"
    if len(data.encode()) > CALLBACK_BYTES or not DATA.fullmatch(data):
        raise ValueError(f"the button {step}:{choice} cannot be sent")
    return data


def tap_of(data: str) -> Tap | None:
    """What was tapped, or None for data that no button of ours ever had."""
    found = DATA.fullmatch(data) if len(data) <= CALLBACK_BYTES else None
    return Tap(found["step"], found["about"] or "", found["choice"]) if found else None


MARKS = {"bold": "b", "italic": "i"}
"""The entities (Bot API, MessageEntity) that we keep, and the marks that stand for them."""


def marked(text: str, entities: Iterable[tuple[str, int, int]]) -> str:
    """The text with `<b>` and `<i>` where it was bold or slanted.

    Each entity is its type, offset and length in UTF-16 code units (Bot API, MessageEntity).
    Marks that would overlap without one holding the other are closed and opened anew.
    """
    units = text.encode("utf-16-le")
    changes: dict[int, Counter[str]] = {}
    for kind, start, many in entities:
        if (tag := MARKS.get(kind)) and many > 0:
            changes.setdefault(start, Counter())[tag] += 1
            changes.setdefault(start + many, Counter())[tag] -= 1
    written, last = [], 0
    opened: list[str] = []
    covering: Counter[str] = Counter()
    for at in sorted(changes):
        covering.update(changes[at])
        wanted = [each for each in opened if covering[each]]
        wanted += [each for each in sorted(covering) if covering[each] and each not in opened]
        kept = 0
        while kept < min(len(opened), len(wanted)) and opened[kept] == wanted[kept]:
            kept += 1
        written.append(units[2 * last : 2 * at].decode("utf-16-le", "replace"))
        written += [f"</{each}>" for each in reversed(opened[kept:])]
        written += [f"<{each}>" for each in wanted[kept:]]
        opened, last = wanted, at
    written.append(units[2 * last :].decode("utf-16-le", "replace"))
    written += [f"</{each}>" for each in reversed(opened)]
    return "".join(written)


def _keyboard(
    reply: Reply, locale: str, texts: Texts, username: str
) -> tuple[tuple[Button, ...], ...]:
    """First what most people want, then where else to look, the rest, and the language last."""

    def button(choice: Choice) -> Button:
        label = on_button(texts.plain(choice.words, locale))
        return Button(label, data=data_of(reply.step, reply.about.encode(), choice.id))

    own = [each for each in reply.choices if each.placement == "here"]

    def laid(some: Sequence[Choice]) -> Iterator[tuple[Button, ...]]:
        """In rows, but for those that are to be alone."""
        for alone, run in groupby(some, key=lambda each: each.alone):
            together = [button(each) for each in run]
            yield from ((each,) for each in together) if alone else _rows(together)

    # Choices with labels of their own are a list of equals; among usual ones the first leads.
    leading = 1 if own and own[0].label is None else 0
    links = [_link(each, locale, texts, username) for each in reply.links]
    last = [button(each) for each in reply.choices if each.placement == "last"]
    if any(isinstance(each.url, Share) for each in reply.links):
        # Apps are what the message is about.
        return (*_rows(links), *laid(own), *_rows(last))
    return (
        *((button(each),) for each in own[:leading]),
        *((each,) for each in links if leading),
        *laid(own[leading:]),
        *((each,) for each in links if not leading),
        *((button(each),) for each in reply.choices if each.placement == "apart"),
        *_rows(last),
    )


def _link(link: Link, locale: str, texts: Texts, username: str) -> Button:
    label = link.label if isinstance(link.label, str) else texts.plain(link.label, locale)
    if isinstance(link.url, Invite):
        url = deep_link(username, link.url.payload)
        # In Telegram an invite is passed on by choosing a chat for it.
        return Button(on_button(label), url=url if link.here else share_link(url))
    if isinstance(link.url, Share):
        return _app(label, link.url, locale, texts, username)
    return Button(on_button(label), url=link.url)


def _app(label: str, share: Share, locale: str, texts: Texts, username: str) -> Button:
    """A button that opens the app, or copies the words: buttons open web addresses only."""
    link = deep_link(username, share.invite.payload)
    written = write(share, locale, texts, link)
    if written.address.startswith("https://"):
        return Button(on_button(label), url=written.address)
    return Button(
        on_button(f"{COPIES} {label}"), copied=write(share, locale, texts, link, COPIED).text
    )


def _rows(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    """The buttons in rows of up to three, as their labels allow, leaving none over alone."""
    rows: list[tuple[Button, ...]] = []
    rest = list(buttons)
    while rest:
        three, two = (_leading(rest, widest) for _, widest in CAPABILITIES.beside)
        many = 3 if three >= 3 and three != 4 else 2 if two >= 2 else 1
        rows.append(tuple(rest[:many]))
        del rest[:many]
    return rows


def _leading(buttons: Sequence[Button], widest: int) -> int:
    """How many of the first buttons are no wider than that."""
    return sum(1 for _ in takewhile(lambda each: width(each.text) <= widest, buttons))


def on_button(text: str) -> str:
    """A label on one line, cut where it is too wide."""
    text = " ".join(text.split())
    if width(text) <= CAPABILITIES.label:
        return text or "…"
    cut_off = text[: CAPABILITIES.label - 1]
    while width(cut_off) > CAPABILITIES.label - 1:
        cut_off = cut_off[:-1]
    return f"{cut_off.rstrip()}…"


TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>[a-z]+)>|(?P<entity>&#?\w+;)|(?P<letter>.)", re.DOTALL)


def length(text: str) -> int:
    """How long Telegram finds an HTML text: UTF-16 code units, without markup."""
    return text_length(html.unescape(re.sub(r"</?[a-z]+>", "", text)))


def cut(text: str, most: int) -> str:
    """The HTML text, cut after a word where it is longer than `most`, its tags closed."""
    if length(text) <= most:
        return text
    used, last_space = 0, 0
    ends: list[tuple[int, tuple[str, ...]]] = []
    opened: list[str] = []
    for token in TOKEN.finditer(text):
        if token["tag"]:
            opened = opened[:-1] if token["close"] else [*opened, token["tag"]]
            continue
        used += length(token[0])
        if used > most - 1:
            break
        if token[0].isspace():
            last_space = len(ends)
        ends.append((token.end() - (1 if token[0].isspace() else 0), tuple(opened)))
    end, still_open = ends[last_space or -1] if ends else (0, ())
    return f"{text[:end].rstrip()}…" + "".join(f"</{tag}>" for tag in reversed(still_open))
