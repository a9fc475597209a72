"""Campaigns: values and errors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal


class CampaignChanged(Exception):
    """Somebody else was faster: what is to be changed is not what the organizer saw."""


class SlugTaken(Exception):
    """There is a campaign of that name already."""


class PictureRefused(Exception):
    """A picture that cannot be used.

    `why` is `heavy`, `kind`, `bomb`, `damaged`, `place`, `small`, `large` or `shape`.
    """

    def __init__(self, why: str, **facts: int) -> None:
        super().__init__(why)
        self.why = why
        self.facts: Mapping[str, int] = facts


Asked = Literal["no", "optional", "required"]
"""Whether a campaign asks for something of its signers."""

Safety = Literal["normal", "high"]
"""How careful a campaign has to be: where it is `high`, to be known as a signer is a danger."""

Status = Literal["draft", "open", "paused", "closed"]
"""A `paused` one cannot be signed for a while; who signed can still withdraw."""

FEWEST: Mapping[Safety, int] = {"normal": 10, "high": 100}
"""A part of a total, such as a country, is shown from here on, and in whole multiples of it.

A smaller number could point at people."""


@dataclass(frozen=True, slots=True)
class Section:
    """One headed part of an alert; `text` holds paragraphs separated by a blank line."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """A link to something else to read."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Alert:
    """What a supporter reads of a campaign, in one language."""

    locale: str
    rubric: str
    title: str
    summary: str
    ask: str
    purpose: str
    """What the signatures are for, as the consent says it behind "What for:"."""
    credit: str = ""
    picture_text: str = ""
    """The picture in words, for those who cannot see it."""
    sections: tuple[Section, ...] = ()
    links: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Asks:
    """What a campaign asks of a signer. With `name` not required one may stay anonymous."""

    name: Asked = "optional"
    country: Asked = "required"
    email: Asked = "no"
    comment: Asked = "no"

    def at_high_risk(self) -> "Asks":
        """What is left of it at high risk: nothing that is written, and no country by force."""
        return Asks("no", "no" if self.country == "no" else "optional", "no", "no")


@dataclass(frozen=True, slots=True)
class Campaign:
    """One petition: its alert, its texts per language, its ask, its rules."""

    id: int
    slug: str
    """1 to 24 of `a-z0-9-`; part of links and button data."""
    status: Status
    date: date
    default_locale: str
    texts: Mapping[str, Alert]
    responsible: str
    """The organisation that answers for the data, as the consent names it."""
    contact: str
    """Where to write to it about one's data: an e-mail address or a web address."""
    retention_days: int
    """Days after closing until the sealed signatures are erased."""
    asks: Asks = field(default_factory=Asks)
    urgent: bool = False
    milestones: tuple[int, ...] = ()
    """Totals to aim at, rising; empty for the usual ones."""
    picture: str = ""
    """The picture's SHA-256 in hex, or empty."""
    mark: str = ""
    """That of the organisation's mark, or empty."""
    sample: bool = False
    """Made up for a demo: the only kind of campaign that may hold generated signatures."""
    safety: Safety = "normal"
    """Once it was opened it can be raised, and never lowered."""
    keys: tuple[str, ...] = ()
    """Fingerprints of the organisation keys that signatures are sealed to; none before it opens,
    unless they were chosen."""
    closed_at: datetime | None = None

    @property
    def erased_at(self) -> datetime | None:
        """From when on its signatures are erased; None until it is closed."""
        return self.closed_at and self.closed_at + timedelta(days=self.retention_days)

    @property
    def high_risk(self) -> bool:
        """Whether nothing that stays in a chat may name it."""
        return self.safety == "high"

    @property
    def handle(self) -> str:
        """What it is called in links and button data that stay in a chat: its slug would name it.

        No slug begins with a hyphen.
        """
        return f"-{self.id}" if self.high_risk else self.slug

    @property
    def fewest(self) -> int:
        """The smallest part of its total that is shown, and the step of all parts."""
        return FEWEST[self.safety]

    def rounded(self, amount: int) -> int:
        """A part of the total as it is shown: in whole steps, and 0 below the first.

        An exact one would tell whoever keeps looking when somebody signed, and from where.
        """
        return amount // self.fewest * self.fewest

    @property
    def running(self) -> bool:
        """Whether it was opened and not closed: who has signed can act on it, paused or not."""
        return self.status in ("open", "paused")

    def alert(self, locale: str) -> Alert:
        """The alert in `locale`, or in the campaign's own language where it has no such text."""
        return self.texts.get(locale) or self.texts[self.default_locale]
