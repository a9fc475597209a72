"""What a reply consists of, and what comes in: plain data that every channel understands.

A message is an id of the locales with arguments, never prose: a channel renders it.
"""

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal, Self, Union


@dataclass(frozen=True, slots=True)
class Country:
    """A country, shown by its name in the reader's language. ISO 3166-1 alpha-2, and XK."""

    code: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language, shown by its name in the reader's language. A BCP 47 tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A progress bar; `part` runs from 0 to 1."""

    part: float


@dataclass(frozen=True, slots=True)
class Marked:
    """A text whose `<b>` and `<i>` mark words; all else in it is shown literally."""

    text: str


@dataclass(frozen=True, slots=True)
class Invite:
    """The link that opens this bot in the reader's messenger with that payload."""

    payload: str


@dataclass(frozen=True, slots=True)
class Words:
    """A message of the locales with its arguments: something to be said.

    With a `locale` it is said in that one, whoever reads: a preview of what others will see.
    """

    id: str
    args: Mapping[str, "Value"] = field(default_factory=dict)
    locale: str = ""


Value = Union[  # noqa: UP007 - a forward reference inside `|` is not evaluated at run time
    str, int, float, date, Country, Language, Bar, Marked, Invite, Words, tuple[Words, ...]
]
"""An argument of a message. Several words stand on a line each."""


Placement = Literal["here", "apart", "last"]
"""Where a choice belongs: `here` where the step puts it; `apart` below the links and whatever is
here, with nothing beside it, for it undoes something; `last` under all else, for it is not what
the message is about."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to tap. Without a label of its own it is called `choice-<id>`.

    One that carries a value is made by `Choice.of`; a `Tap` takes its id apart again. One that is
    `alone` has nothing beside it, so that no slip of a finger taps it for another.
    """

    id: str
    label: Words | None = None
    alone: bool = False
    placement: Placement = "here"

    @classmethod
    def of(cls, name: str, value: str | int, label: Words, *, alone: bool = False) -> Self:
        """A choice of that name that carries a value, of `[A-Za-z0-9_.-]`."""
        return cls(f"{name}_{value}", label, alone)

    @property
    def words(self) -> Words:
        """What it is labelled with: its own label, or the message `choice-<id>`."""
        return self.label or Words(f"choice-{self.id}")


@dataclass(frozen=True, slots=True)
class Share:
    """Words to pass on in another app, and the invite they carry.

    `app` is one of `handlers.supporter.sharing.apps`. A channel that cannot open it offers the
    words to copy.
    """

    app: str
    words: Words
    invite: Invite
    subject: Words | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Something to open elsewhere. A plain label is shown as it is, in nobody's language.

    An invite is passed on to others; one that is `here` is opened by whoever reads.
    """

    label: Words | str
    url: str | Invite | Share
    here: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file to keep."""

    name: str
    content: bytes


Kind = Literal["line", "columns", "bars", "funnel"]
"""`line` and `columns` run through time, `bars` compare, a `funnel` tells what is left of many."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of a chart. `said` is how it is put where that is more than the number.

    In `bars`, `whole` is what the value is a part of; 0 where it stands for itself.
    """

    label: Words
    amount: int
    said: Words | None = None
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers. Without marks it says `empty`."""

    kind: Kind
    heading: str
    """Whose numbers these are, as it is: a campaign's title."""
    title: Words
    empty: Words
    headline: Words | None = None
    """The number that matters most."""
    marks: tuple[Mark, ...] = ()
    note: Words | None = None
    """What a reader has to know, in small letters."""

    @property
    def words(self) -> Iterator[Words]:
        """All that may be said in it."""
        yield from (self.title, self.empty)
        yield from (each for each in (self.headline, self.note) if each)
        for mark in self.marks:
            yield mark.label
            if mark.said:
                yield mark.said


ABOUT = re.compile(r"[A-Za-z0-9_.-]{0,46}", re.ASCII)
"""What an `About` may be in the data of a button."""

OWN_ABOUT = 36
"""The most characters of it that a step may use; `OpenedFrom` needs the rest for a step's name."""


@dataclass(frozen=True, slots=True)
class About:
    """What the buttons of a reply are about: a campaign, by its slug or handle, or nothing.

    A step whose buttons have to say more (a page, a broadcast) derives a class, whose further
    fields are a `str` without dots or an `int`, and have defaults: what is left out of a button.
    """

    campaign: str = ""

    def encode(self) -> str:
        """What travels in the data of a button: the fields, divided by dots, defaults left out."""
        each = [(getattr(self, own.name), own.default) for own in fields(self)]
        return ".".join("" if own == default else str(own) for own, default in each).rstrip(".")

    @classmethod
    def decode(cls, text: str) -> Self:
        """What `encode` wrote. A part that cannot be read stands for its default."""
        parts: dict[str, Any] = {}
        for own, part in zip(fields(cls), text.split("."), strict=False):
            value = whole_number(part) if own.type is int else part
            parts[own.name] = own.default if value is None else value
        return cls(**parts)

    @classmethod
    def of(cls, other: "About") -> Self:
        """As much of `other` as this class has fields for; the others have their defaults."""
        if type(other) is cls:
            return other
        names = [each.name for each in fields(cls) if hasattr(other, each.name)]
        return cls(**{name: getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True)
class OpenedFrom(About):
    """Where another language was asked for: the step, and what its buttons were about, encoded."""

    step: str = ""
    rest: str = ""

    def encode(self) -> str:
        """`<step>.<rest>`, without dots at its end; the rest may have dots of its own."""
        return f"{self.step}.{self.rest}".rstrip(".")

    @classmethod
    def decode(cls, text: str) -> Self:
        """What `encode` wrote: the step ends at the first dot. The campaign stays empty."""
        step, _, rest = text.partition(".")
        return cls(step=step, rest=rest)


def whole_number(text: str) -> int | None:
    """The number that a text of up to 9 digits is; None for any other text."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else None


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say next: one message.

    `picture` is the SHA-256 of a picture that is kept, or a chart to be drawn.

    `step`, `about` and `notes` are filled in by `run`: which step asks, what it is about (a
    campaign, a page), and what has to be said first (a name that was too long). With a `locale`
    the message itself is said in that language, as others read it; all around it in the reader's.

    One that is `new` leaves what was tapped to be read again, and is not put in its place.

    One that is `passing` names what must not be found in the chat later; one that `sweeps` takes
    the place of all that passed before. A channel that can takes those messages down then.
    """

    id: str
    args: Mapping[str, Value] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    links: tuple[Link, ...] = ()
    picture: str | Chart = ""
    picture_text: str = ""
    file: File | None = None
    step: str = ""
    about: About = About()
    notes: tuple[Words, ...] = ()
    locale: str = ""
    new: bool = False
    passing: bool = False
    sweeps: bool = False

    @property
    def words(self) -> Words:
        """The message itself and its arguments, without `locale`, choices or notes."""
        return Words(self.id, self.args)


def choices(*ids: str, placement: Placement = "here") -> tuple[Choice, ...]:
    """Choices with their usual labels."""
    return tuple(Choice(each, placement=placement) for each in ids)


@dataclass(frozen=True, slots=True)
class Text:
    """The person wrote something.

    `marked` is the same with `<b>` and `<i>` where their app shows words bold or slanted.
    """

    plain: str
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The person sent a picture.

    Only a step that wants pictures calls `load`: nobody else's are fetched. It comes back with
    the file, or None where it is too large or cannot be had.
    """

    load: Callable[[], Awaitable[bytes | None]]


@dataclass(frozen=True, slots=True)
class Attachment:
    """The person sent a file that is no picture: as with those, only who wants it loads it."""

    load: Callable[[], Awaitable[bytes | None]]


@dataclass(frozen=True, slots=True)
class Tap:
    """The person tapped a choice of a reply, which may be an old one.

    `about` is encoded: the step knows which `About` it is. `choice` is the choice's id.
    """

    step: str
    about: str
    choice: str

    @property
    def name(self) -> str:
        """The name of a choice that carries a value (see `Choice.of`); of any other, its id."""
        return self.choice.partition("_")[0]

    @property
    def value(self) -> str:
        """What the choice carries, or empty."""
        return self.choice.partition("_")[2]


@dataclass(frozen=True, slots=True)
class Command:
    """The person gave a command, without its slash, perhaps with a word behind it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something came that is no text: `media`, or an `edited` message, or an `unknown` button."""

    kind: str


Incoming = Text | Picture | Attachment | Tap | Command | Unreadable
