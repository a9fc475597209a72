"""A step of the conversation, the turn that it is given, and the form that it fills in.

Two kinds of steps: those of a form, where the conversation *stands* until they are answered,
and **asides** (a card, the help, one's data), which may be opened and tapped at any time, from
any old message, without losing the place in the form.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Protocol, TypeVar

from handlers.dialogue.messages import (
    About,
    Attachment,
    Command,
    Picture,
    Reply,
    Tap,
    Text,
    Value,
    Words,
)
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Stage
from handlers.domain.supporters import Person, Wording
from handlers.ports.stores import Stores

BACK = ""
"""What an aside returns to go back to where it was opened from."""


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
    def known(self) -> Mapping[str, Locale]:
        """Every locale that can be spoken, by its tag."""
        ...

    def best(self, language: str) -> str:
        """The known locale nearest to a client's BCP 47 tag."""
        ...

    def wording(self, words: Words, locale: str) -> Wording:
        """The words as they are shown in that locale, hashed."""
        ...


@dataclass(slots=True)
class Form:
    """What a form has collected: derive a dataclass, each field of which has a default.

    It is kept in the session as JSON, under the name of its class, until the person leaves.
    """

    @property
    def about(self) -> About:
        """What the buttons of its steps are about."""
        return About()

    @property
    def way_out(self) -> tuple[str, About] | None:
        """The step to which cancelling it leads, and what that is about; None for nowhere."""
        return None


AForm = TypeVar("AForm", bound=Form)


@dataclass(slots=True)
class Lasting:
    """What outlives a form."""

    language: str = ""
    """The locale chosen; empty for that of the client."""
    arrivals: dict[str, str] = field(default_factory=dict)
    """Campaign (its handle) -> the payload of the link by which the person came."""
    reached: dict[str, list[Stage]] = field(default_factory=dict)
    """Campaign (its handle) -> the stages at which the person was counted."""


@dataclass(slots=True)
class Turn:
    """The person, the stores, and all that a step may look at or change.

    `about` is what the tapped message was about, and then what the next one is; `step`, `forms`
    and `lasting` are kept for the next turn. `reached` holds how far the person came in this one
    for the first time: to be counted once the turn is kept.
    """

    person: Person
    stores: Stores
    languages: Languages
    now: datetime
    step: str = ""
    about: About = field(default_factory=About)
    forms: dict[type[Form], Form] = field(default_factory=dict)
    lasting: Lasting = field(default_factory=Lasting)
    overlong: Overlong = lambda _reply, _locale: 0
    notes: list[Words] = field(default_factory=list)
    reached: list[tuple[Campaign, Stage]] = field(default_factory=list)

    @property
    def locale(self) -> str:
        """The language chosen, or the known one nearest to the client's."""
        if self.lasting.language in self.languages.known:
            return self.lasting.language
        return self.languages.best(self.person.language)

    async def campaign(self) -> Campaign | None:
        """The campaign that `about` names, by its slug or its handle."""
        return await self.stores.campaigns.get(self.about.campaign)

    def form(self, kind: type[AForm]) -> AForm:
        """That form, to be read and filled in; an empty one where the person is not in it."""
        found = self.forms.get(kind)
        if not isinstance(found, kind):
            found = self.forms[kind] = kind()
        return found

    def note(self, message: str, **args: Value) -> None:
        """Say this above the next reply."""
        self.notes.append(Words(message, args))

    def leave(self) -> None:
        """Leave every form and drop what it collected; what is lasting stays."""
        self.step = ""
        self.forms.clear()

    def cancel(self) -> str:
        """Leave every form for where that leads: the name of a step, and `about`."""
        ways = (form.way_out for form in self.forms.values())
        step, self.about = next(filter(None, ways), ("home", About()))
        self.leave()
        return step


Outcome = Reply | str | None
"""What an answer leads to: a reply, the name of the next step, or None to ask again."""

Asking = Callable[[Turn], Awaitable[Reply | str]]
"""What a step asks: a reply, or the name of the step to ask instead."""

Answering = Callable[[Turn], Awaitable[Outcome]]
"""What a choice does whose name says it all."""

Commanding = Callable[[Turn, Command], Awaitable[str]]
"""What a command does before the step to which it leads."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is asked, and what each answer does.

    `answers` maps a choice to what it does, or to the step it leads to. Every other one goes to
    `on_choice`: those that carry a value, or are one (a country, a campaign).

    A step with a `form` is one of that form's, any other an aside. `about` is what its buttons
    tell: as an aside is asked and answered, `turn.about` is of that class; a tap on a form's
    message that was about something else is out of date. With `language` it also offers to speak
    another one. What a step that `stays` has said is not replaced by what a tap on it leads to.
    """

    name: str
    ask: Asking
    answers: Mapping[str, Answering | str] = field(default_factory=dict)
    on_choice: Callable[[Turn, Tap], Awaitable[Outcome]] | None = None
    on_text: Callable[[Turn, Text], Awaitable[Outcome]] | None = None
    on_picture: Callable[[Turn, Picture], Awaitable[Outcome]] | None = None
    on_file: Callable[[Turn, Attachment], Awaitable[Outcome]] | None = None
    form: type[Form] | None = None
    about: type[About] = About
    resume: str = "choice-continue"
    language: bool = True
    stays: bool = False

    @property
    def aside(self) -> bool:
        """Whether it belongs to no form: it can be asked without losing the place in one."""
        return self.form is None

    def about_now(self, turn: Turn) -> About:
        """What its buttons are about in this turn."""
        return self.about.of(turn.form(self.form).about if self.form else turn.about)


@dataclass(frozen=True)
class Dialogue:
    """A table of steps and how to enter it.

    `commands` maps a command to a step, or to what it does and the step that this leads to.
    `home` is asked when nothing else is to be, `lost` says where to go when a form is tapped that
    is gone, and `language` is the aside that screens offer.
    """

    steps: Mapping[str, Step]
    commands: Mapping[str, str | Commanding]
    home: str
    lost: Callable[[Turn, Tap], Awaitable[str]]
    language: str

    @cached_property
    def forms(self) -> Mapping[str, type[Form]]:
        """Every form, by the name under which it is kept."""
        return {each.form.__name__: each.form for each in self.steps.values() if each.form}
