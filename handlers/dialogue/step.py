"""A step of the conversation, the turn that it is given, and what came in.

Two kinds of steps: those of a form, where the conversation *stands* until they are answered,
and **asides** (a card, the help, one's data), which may be opened and tapped at any time, from
any old message, without losing the place in the form.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from handlers.dialogue.messages import Reply, Value, Words
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Stage
from handlers.domain.supporters import Person, Wording
from handlers.ports.stores import Stores

LASTING = ("language", "arrivals", "reached")
"""What outlives a form: the language chosen, how the person came to each campaign, and how far."""

BACK = ""
"""What an aside returns to go back to where it was opened from."""

ABOUT = re.compile(r"[A-Za-z0-9_.-]{0,46}", re.ASCII)
"""What a reply may be about; it travels in the data of its buttons."""

OWN_ABOUT = 36
"""The most of it that a step puts there itself; the rest is for where a language was chosen."""


@dataclass(frozen=True, slots=True)
class Said:
    """The person wrote something.

    `marked` is the same with `<b>` and `<i>` where their app shows words bold or slanted.
    """

    text: str
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Pictured:
    """The person sent a picture.

    Only a step that wants pictures calls `load`: nobody else's are fetched. It comes back with
    the file, or None where it is too large or cannot be had.
    """

    load: Callable[[], Awaitable[bytes | None]]


@dataclass(frozen=True, slots=True)
class Attached:
    """The person sent a file that is no picture: as with those, only who wants it loads it.

    `load` comes back with its bytes, or None where it is too large or cannot be had.
    """

    load: Callable[[], Awaitable[bytes | None]]


@dataclass(frozen=True, slots=True)
class Tapped:
    """The person tapped a choice of a reply, which may be an old one."""

    step: str
    about: str
    choice: str


@dataclass(frozen=True, slots=True)
class Commanded:
    """The person gave a command, without its slash, perhaps with a word behind it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something came that is no text: `media`, or an `edited` message, or an `unknown` button."""

    kind: str


Incoming = Said | Tapped | Commanded | Pictured | Attached | Unreadable


@dataclass(frozen=True, slots=True)
class Locale:
    """A row of the table of locales."""

    tag: str
    name: str
    """What its speakers call it."""
    direction: str
    """`ltr` or `rtl`."""
    fallback: str
    countries: tuple[str, ...] = ()
    """Where most of its speakers are, the likeliest first."""


Overlong = Callable[[Reply, str], int]
"""How many characters more than its channel shows a reply has in that locale; 0 where it fits."""


class Languages(Protocol):
    """The table of locales, and the exact words that a person was shown."""

    @property
    def known(self) -> Mapping[str, Locale]: ...

    def best(self, language: str) -> str:
        """The known locale nearest to a client's BCP 47 tag."""
        ...

    def wording(self, words: Words, locale: str) -> Wording:
        """The words as they are shown in that locale, hashed."""
        ...


@dataclass(slots=True)
class Turn:
    """One incoming message or tap, and all that a step may look at or change.

    `text` is what was written (or stands behind a command), `marked` the same with its markup,
    `image` a picture that was sent, `file` a file's bytes, `choice` what was tapped, `about` what
    the tapped message was about; `step` and `answers` are kept for the next turn. `reached` holds
    how far the person came in it for the first time: to be counted once the turn is kept.
    """

    person: Person
    stores: Stores
    languages: Languages
    now: datetime
    step: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    marked: str = ""
    image: bytes | None = None
    file: bytes | None = None
    choice: str = ""
    about: str = ""
    overlong: Overlong = lambda _reply, _locale: 0
    notes: list[Words] = field(default_factory=list)
    reached: list[tuple[Campaign, Stage]] = field(default_factory=list)

    @property
    def locale(self) -> str:
        """The language chosen, or the known one nearest to the client's."""
        chosen = self.answers.get("language")
        if chosen in self.languages.known:
            return str(chosen)
        return self.languages.best(self.person.language)

    def note(self, message: str, **args: Value) -> None:
        """Say this above the next reply."""
        self.notes.append(Words(message, args))

    def leave(self) -> None:
        """Leave the form and drop its answers; what is lasting stays."""
        self.step = ""
        self.answers = {k: v for k, v in self.answers.items() if k in LASTING}


Asking = Callable[[Turn], Awaitable[Reply | str]]
"""What a step asks: a reply, or the name of the step to ask instead."""

Answering = Callable[[Turn], Awaitable[Reply | str | None]]
"""What an answer does: the name of the next step, a reply, or None to ask again."""


def _of_campaign(turn: Turn) -> str:
    return str(turn.answers.get("campaign", ""))


@dataclass(frozen=True, slots=True)
class Step:
    """What is asked, and what each answer does.

    `answers` maps a choice to what it does, or to the step it leads to; `picked` takes every
    other choice (a country, a campaign), `heard` takes what is written, `pictured` a picture that
    is sent and `attached` a file. `about` says what the step's buttons belong to: a tap on a
    message that was about something else is out of date. With `language` it also offers to speak
    another one. What a step that `stays` has said is not replaced by what a tap on it leads to.
    """

    name: str
    ask: Asking
    answers: Mapping[str, Answering | str] = field(default_factory=dict)
    picked: Answering | None = None
    heard: Answering | None = None
    pictured: Answering | None = None
    attached: Answering | None = None
    aside: bool = False
    about: Callable[[Turn], str] = _of_campaign
    resume: str = "choice-continue"
    language: bool = True
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A table of steps and how to enter it.

    `commands` maps a command to a step, `home` is asked when nothing else is to be, `lost` when
    a form is tapped whose answers are gone, and `language` is the aside that screens offer.
    """

    steps: Mapping[str, Step]
    commands: Mapping[str, str]
    home: str
    lost: str
    language: str
