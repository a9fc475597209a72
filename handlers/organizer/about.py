"""What the buttons of organizers are about, where that is more than a campaign."""

from dataclasses import dataclass

from handlers.dialogue.messages import About


@dataclass(frozen=True, slots=True)
class OfBroadcast(About):
    """A broadcast of a campaign, by its number; with 0 none."""

    broadcast: int = 0


@dataclass(frozen=True, slots=True)
class OfLetter(OfBroadcast):
    """A letter of a broadcast; `mark` stands for its language (`LetterForm.about`)."""

    mark: str = ""


@dataclass(frozen=True, slots=True)
class OfText(About):
    """The text of a campaign in one language."""

    locale: str = ""


@dataclass(frozen=True, slots=True)
class OfSection(OfText):
    """A section of it, counted from 0; with -1 none."""

    section: int = -1


@dataclass(frozen=True, slots=True)
class OfPage(OfText):
    """A page of it as supporters see it, counted from 1."""

    page: int = 1


@dataclass(frozen=True, slots=True)
class OfView(About):
    """A chart of a campaign."""

    view: str = ""


@dataclass(frozen=True, slots=True)
class OfNumber(About):
    """An organizer or an export, by its number; with 0 none."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class OfList(About):
    """A page of a list of what is numbered: those before that number; with 0 the newest."""

    before: int = 0
