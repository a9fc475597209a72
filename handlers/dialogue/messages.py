"""What a reply consists of: message ids with arguments, choices, links, pictures, charts.

A message is an id of the locales, never prose: a channel renders it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Union


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

    One that is `alone` has nothing beside it, so that no slip of a finger taps it for another.
    """

    id: str
    label: Words | None = None
    alone: bool = False
    placement: Placement = "here"

    @property
    def words(self) -> Words:
        return self.label or Words(f"choice-{self.id}")


@dataclass(frozen=True, slots=True)
class Share:
    """Words to pass on in another app, and the invite they carry.

    `app` is one of `handlers.apps`. A channel that cannot open it offers the words to copy.
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
    about: str = ""
    notes: tuple[Words, ...] = ()
    locale: str = ""
    new: bool = False
    passing: bool = False
    sweeps: bool = False

    @property
    def words(self) -> Words:
        return Words(self.id, self.args)


def choices(*ids: str, placement: Placement = "here") -> tuple[Choice, ...]:
    """Choices with their usual labels."""
    return tuple(Choice(each, placement=placement) for each in ids)
