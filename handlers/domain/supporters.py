"""Persons, what they agreed to, and what they asked to hear of."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from handlers.domain.campaigns import Campaign


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever is at the other end of a chat. Known only as (channel, user id) until they consent.

    `name` is what their profile shows and `language` their client's BCP 47 tag; each is empty
    where the channel does not tell.
    """

    channel: str
    user_id: str
    name: str = ""
    language: str = ""
    chat_id: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The very words a person was shown when they consented.

    `hash` is the SHA-256, in hex, of `text` as shown; `version` the wording's own number.
    """

    hash: str
    version: str
    locale: str
    text: str


Purpose = Literal["sign", "updates", "milestones"]
"""What a consent is for; each is asked for by itself."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What was agreed to, and when."""

    purpose: Purpose
    wording: Wording
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Subscription:
    """That a person asked to hear what comes of a campaign."""

    campaign: Campaign
    since: date
    locale: str
    country: str
    consent: Consent
