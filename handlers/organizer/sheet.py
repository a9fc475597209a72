"""What the organizers' forms have collected, and what their buttons are about."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from handlers.dialogue.messages import About
from handlers.dialogue.step import Form


@dataclass(frozen=True, slots=True)
class OfBroadcast(About):
    """A broadcast of a campaign; with 0 none. In their list, the one before which to go on."""

    broadcast: int = 0


@dataclass(frozen=True, slots=True)
class OfLetter(OfBroadcast):
    """A letter of a broadcast: its language too, so that no old button takes out another.

    That is shortened to two letters, for there is little room.
    """

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
    """A page of it, counted from 1."""

    page: int = 1


@dataclass(frozen=True, slots=True)
class OfView(About):
    """A chart of a campaign."""

    view: str = ""


@dataclass(frozen=True, slots=True)
class Numbered(About):
    """An organizer, an export, or an entry of the audit log, by its number."""

    number: int = 0


@dataclass(slots=True)
class Sheet(Form):
    """The answers of whichever form an organizer is in."""

    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def about(self) -> OfLetter:
        return OfLetter(
            str(self.answers.get("organizing", "")),
            int(self.answers.get("broadcast") or 0),
            sha256(str(self.answers.get("letter", "")).encode()).hexdigest()[:2],
        )

    @property
    def way_out(self) -> tuple[str, About] | None:
        if not self.answers:
            return None
        about = About(str(self.answers.get("organizing", "")))
        return "desk" if about.campaign else "organize", about
