"""Signatures and receipts: values and errors."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from handlers.domain.campaigns import Campaign
from handlers.domain.supporters import Consent


@dataclass(frozen=True, slots=True)
class Draft:
    """A signature before it is confirmed. An empty name signs anonymously."""

    name: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2 (and XK), or empty where it was not asked."""
    email: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """What the server itself can tell of a stored signature: the rest is sealed."""

    since: date
    country: str
    locale: str
    consent: Consent


@dataclass(frozen=True, slots=True)
class Signed:
    """The outcome of signing: `new` is False for somebody who had signed before."""

    new: bool
    signature: Signature


@dataclass(frozen=True, slots=True)
class Receipt:
    """What proves to a signer that they are counted, as a file."""

    content: bytes
    proven: bool
    """False for a promise: ask again after the next checkpoint."""


@dataclass(frozen=True, slots=True)
class CheckedReceipt:
    """A receipt that holds, whoever showed it."""

    campaign: Campaign
    country: str
    locale: str
    signatures: int | None
    """How many the log counts at the receipt's checkpoint; None for a promise, which has none."""
    key: str
    """What takes the signature back: as secret as the receipt itself."""


Unfit = Literal["strange", "damaged", "forged", "elsewhere", "long"]
"""Why something is no receipt that holds: it never was one; it was one once; it is not what our
log signed; it is of a log that is not kept here; it is too long."""


class NotAReceipt(Exception):
    """Somebody showed something as a receipt that is none, or does not hold."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(why)
        self.why = why


class CampaignClosed(Exception):
    """Somebody tried to sign a campaign that is not open, or paused."""
