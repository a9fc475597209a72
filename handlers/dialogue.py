"""The conversation engine.

A **step** says what it asks and what each answer does. It returns data and sends nothing: what
to say is a **reply** (a message id and its arguments, never prose), where to go is the name of
another step. A **turn** is one incoming message or tap together with all that a step may look
at. `run` takes a turn through the steps and comes back with exactly one reply.

Two kinds of steps: those of a form, where the conversation *stands* until they are answered,
and **asides** (a card, the help, one's data), which may be opened and tapped at any time, from
any old message, without losing the place in the form.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, Union

from handlers.stores import Campaign, Person, Stage, Stores, Wording

if TYPE_CHECKING:
    from handlers.charts import Chart

VERSION = 1
"""Raised whenever saved answers would no longer be understood."""

LASTING = ("language", "arrivals", "reached")
"""What outlives a form: the language chosen, how the person came to each campaign, and how far."""

BACK = ""
"""What an aside returns to go back to where it was opened from."""

ABOUT = re.compile(r"[A-Za-z0-9_.-]{0,46}", re.ASCII)
"""What a reply may be about; it travels in the data of its buttons."""

OWN_ABOUT = 36
"""The most of it that a step puts there itself; the rest is for where a language was chosen."""


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


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to tap. Without a label of its own it is called `choice-<id>`.

    One that is `alone` has nothing beside it, so that no slip of a finger taps it for another.
    """

    id: str
    label: Words | None = None
    alone: bool = False

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
    """Something to open elsewhere. A plain label is shown as it is, in nobody's language."""

    label: Words | str
    url: str | Invite | Share


@dataclass(frozen=True, slots=True)
class File:
    """A file to keep."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say next: one message.

    `picture` is the SHA-256 of a picture that is kept, or a chart to be drawn.

    `step`, `about` and `notes` are filled in by `run`: which step asks, what it is about (a
    campaign, a page), and what has to be said first (a name that was too long). With a `locale`
    the message itself is said in that language, as others read it; all around it in the reader's.

    One that is `passing` names what must not be found in the chat later; one that `sweeps` takes
    the place of all that passed before. A channel that can takes those messages down then.
    """

    id: str
    args: Mapping[str, Value] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    links: tuple[Link, ...] = ()
    picture: "str | Chart" = ""
    picture_text: str = ""
    file: File | None = None
    step: str = ""
    about: str = ""
    notes: tuple[Words, ...] = ()
    locale: str = ""
    passing: bool = False
    sweeps: bool = False

    @property
    def words(self) -> Words:
        return Words(self.id, self.args)


def choices(*ids: str) -> tuple[Choice, ...]:
    """Choices with their usual labels."""
    return tuple(Choice(each) for each in ids)


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
    another one.
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


async def run(dialogue: Dialogue, turn: Turn, incoming: Incoming) -> Reply:
    """Answer what came in. `turn.step` and `turn.answers` are what to keep afterwards."""
    if turn.step and turn.step not in dialogue.steps:
        turn.step = ""
    match incoming:
        case Said(text, marked):
            turn.text, turn.marked = text, marked
            return await _hear(dialogue, turn)
        case Pictured(load):
            return await _look(dialogue, turn, load)
        case Attached(load):
            return await _take(dialogue, turn, load)
        case Tapped():
            return await _tap(dialogue, turn, incoming)
        case Commanded(name, argument):
            turn.text = argument
            if name not in dialogue.commands:
                turn.note("command-unknown")
                return await _resume(dialogue, turn)
            return await _go(dialogue, turn, dialogue.commands[name])
        case Unreadable(kind):
            turn.note(f"unreadable-{kind}")
            return await _resume(dialogue, turn)


async def _hear(dialogue: Dialogue, turn: Turn) -> Reply:
    step = dialogue.steps.get(turn.step)
    if step is None or step.heard is None:
        if not turn.notes:
            # Somebody may have typed "yes" under a question that only its buttons answer.
            turn.note("unheard")
        return await _resume(dialogue, turn)
    return await _follow(dialogue, turn, step, await step.heard(turn))


async def _look(
    dialogue: Dialogue, turn: Turn, load: Callable[[], Awaitable[bytes | None]]
) -> Reply:
    step = dialogue.steps.get(turn.step)
    if step is None or step.pictured is None:
        turn.note("unreadable-media")
        return await _resume(dialogue, turn)
    turn.image = await load()
    return await _follow(dialogue, turn, step, await step.pictured(turn))


async def _take(
    dialogue: Dialogue, turn: Turn, load: Callable[[], Awaitable[bytes | None]]
) -> Reply:
    step = dialogue.steps.get(turn.step)
    if step is None or step.attached is None:
        turn.note("unreadable-media")
        return await _resume(dialogue, turn)
    turn.file = await load()
    return await _follow(dialogue, turn, step, await step.attached(turn))


async def _tap(dialogue: Dialogue, turn: Turn, tap: Tapped) -> Reply:
    step = dialogue.steps.get(tap.step)
    turn.choice = tap.choice
    fits = tap.step == dialogue.language or len(tap.about) <= OWN_ABOUT
    if step is None or not fits or not ABOUT.fullmatch(tap.about):
        turn.note("button-unknown")
        return await _resume(dialogue, turn)
    if tap.choice == "continue":
        return await _resume(dialogue, turn)
    if tap.choice == dialogue.language:
        back = f"{tap.step}.{tap.about}"
        # Only a forged button can be about more than fits.
        turn.about = back if step.aside and ABOUT.fullmatch(back) else ""
        return await _go(dialogue, turn, dialogue.language)
    if not step.aside and (turn.step != step.name or step.about(turn) != tap.about):
        if not turn.step:
            # The answers are gone, but which campaign they were for is still in the button.
            turn.about = tap.about.partition(".")[0]
            return await _go(dialogue, turn, dialogue.lost)
        turn.note("button-old")
        return await _resume(dialogue, turn)
    turn.about = tap.about
    answer = step.answers.get(tap.choice, step.picked)
    if answer is None:
        turn.note("button-unknown")
        return await _resume(dialogue, turn)
    outcome = answer if isinstance(answer, str) else await answer(turn)
    return await _follow(dialogue, turn, step, outcome)


async def _resume(dialogue: Dialogue, turn: Turn) -> Reply:
    """Ask again where the conversation stands."""
    return await _go(dialogue, turn, turn.step or dialogue.home)


async def _follow(dialogue: Dialogue, turn: Turn, step: Step, outcome: Reply | str | None) -> Reply:
    if isinstance(outcome, Reply):
        return _stamp(dialogue, turn, step, outcome)
    if outcome == BACK:
        name, _, turn.about = turn.about.partition(".")
        opened_from = dialogue.steps.get(name)
        if opened_from is None or not opened_from.aside:
            return await _resume(dialogue, turn)
        return await _go(dialogue, turn, name)
    return await _go(dialogue, turn, outcome or step.name)


async def _go(dialogue: Dialogue, turn: Turn, name: str) -> Reply:
    step = dialogue.steps[name]
    if not step.aside:
        turn.step = name
    asked = await step.ask(turn)
    return await _follow(dialogue, turn, step, asked)


def _stamp(dialogue: Dialogue, turn: Turn, step: Step, reply: Reply) -> Reply:
    """Put on a reply who asks it, and the two choices that the engine itself answers."""
    extra: list[Choice] = []
    if step.aside and turn.step:
        extra.append(Choice("continue", Words(dialogue.steps[turn.step].resume)))
    if step.language and step.name != dialogue.language:
        extra.append(Choice(dialogue.language))
    return replace(
        reply,
        step=step.name,
        about=turn.about if step.aside else step.about(turn),
        choices=(*reply.choices, *extra),
        notes=tuple(turn.notes),
    )


def restore(dialogue: Dialogue, turn: Turn, saved: Mapping[str, Any] | None) -> None:
    """Take up a saved session.

    One that this version does not understand is dropped politely: its language and its campaign
    are kept, and the person is told.
    """
    if saved is None:
        return
    answers = saved.get("answers")
    if not isinstance(answers, dict):
        return
    if saved.get("version") == VERSION and saved.get("step", "") in ["", *dialogue.steps]:
        turn.step, turn.answers = saved["step"], dict(answers)
        return
    turn.answers = {k: answers[k] for k in ("language",) if isinstance(answers.get(k), str)}
    if saved.get("step"):
        turn.about = str(answers.get("campaign", ""))
        turn.note("conversation-renewed")


def saved(turn: Turn) -> dict[str, Any] | None:
    """What to keep of a turn, or None where nothing is worth keeping."""
    if not turn.step and not turn.answers:
        return None
    return {"version": VERSION, "step": turn.step, "answers": turn.answers}
