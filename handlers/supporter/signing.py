"""The form in which somebody signs: what they agreed to, and what they have answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from handlers.dialogue.messages import About
from handlers.dialogue.step import Form
from handlers.domain.campaigns import Asked, Campaign

Question = Literal["name", "country", "email", "comment"]
"""What a campaign may ask for; the step of that name asks it."""


@dataclass(frozen=True, slots=True)
class OfWording(About):
    """A campaign, and the wording that somebody agrees to: the first 8 digits of its SHA-256.

    So nobody agrees to words that were not shown.
    """

    wording: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """That somebody consented: to a wording by its SHA-256, in a locale, when."""

    wording: str
    locale: str
    at: datetime


@dataclass(slots=True)
class Signing(Form):
    """A signature that is being given."""

    campaign: str = ""
    """Its handle."""
    asked: str = ""
    """The SHA-256 of the wording that is shown to be agreed to."""
    agreed: Agreed | None = None
    answers: dict[Question, str] = field(default_factory=dict)
    """Those given; an empty one is one that was left out."""

    @property
    def about(self) -> OfWording:
        """The campaign, and the wording while it is asked for."""
        return OfWording(self.campaign, self.asked[:8])

    @property
    def way_out(self) -> tuple[str, About] | None:
        """To the campaign, or nowhere where the form is about none."""
        return ("home", About(self.campaign)) if self.campaign else None


def asked(campaign: Campaign) -> Mapping[Question, Asked]:
    """The questions of this campaign, in their order."""
    asks = campaign.asks
    every: dict[Question, Asked] = {
        "name": asks.name,
        "country": asks.country,
        "email": asks.email,
        "comment": asks.comment,
    }
    return {question: how for question, how in every.items() if how != "no"}
