"""What the forms of organizers have in common: the campaign, or its broadcast, that one is about.

A room derives its own, with what it collects. Somebody stands in one of them at a time.
"""

from dataclasses import dataclass
from typing import TypeVar

from handlers.dialogue.messages import About
from handlers.dialogue.step import Form, Turn
from handlers.organizer.about import OfBroadcast


@dataclass(slots=True)
class CampaignForm(Form):
    """A form about a campaign, by its slug."""

    campaign: str = ""

    @property
    def about(self) -> About:
        """Its campaign."""
        return About(self.campaign)

    @property
    def way_out(self) -> tuple[str, About] | None:
        """To the campaign's desk, or nowhere where the form is about none."""
        return ("desk", About(self.campaign)) if self.campaign else None


@dataclass(slots=True)
class BroadcastForm(CampaignForm):
    """A form about a broadcast of that campaign, by its number."""

    broadcast: int = 0

    @property
    def about(self) -> OfBroadcast:
        """Its campaign and its broadcast."""
        return OfBroadcast(self.campaign, self.broadcast)


AForm = TypeVar("AForm", bound=Form)


def enter(turn: Turn, form: Form, step: str) -> str:
    """Begin that form with a step of it. What any other form has collected is dropped."""
    turn.leave()
    turn.forms[type(form)] = form
    return step


def leave(turn: Turn, about: About, step: str) -> str:
    """Out of the form, to an aside about that."""
    turn.leave()
    turn.about = about
    return step


def current(turn: Turn, kind: type[AForm]) -> AForm | None:
    """The form of that kind, or of one derived from it, in which somebody stands."""
    return next((form for form in turn.forms.values() if isinstance(form, kind)), None)
