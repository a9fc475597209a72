"""Keeping the words that people were shown when they consented."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign
from handlers.domain.supporters import Consent, Purpose, Wording
from storage import models
from storage.database import AnyRow, Database

COLUMNS = (
    models.wordings.c.hash,
    models.wordings.c.version.label("wording_version"),
    models.wordings.c.locale.label("wording_locale"),
    models.wordings.c.text,
)
"""What `read` needs, beside the row's own `consented_at`."""


class Wordings:
    """Each wording is written once, however many people agree to it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: set[str] = set()

    async def keep(self, connection: AsyncConnection, consent: Consent) -> dict[str, object]:
        """Keep the wording in this transaction; the consent's columns for a row.

        Raises:
            ValueError: the wording's hash is not the SHA-256 of its text, in hex.
        """
        wording = consent.wording
        if wording.hash not in self._kept:
            if sha256(wording.text.encode()).hexdigest() != wording.hash:
                raise ValueError("a wording whose hash is not that of its text")
            await connection.execute(
                self._database.insert(models.wordings)
                .values(
                    hash=wording.hash,
                    version=wording.version,
                    locale=wording.locale,
                    text=wording.text,
                )
                .on_conflict_do_nothing()
            )
        return {"wording": wording.hash, "consented_at": to_the_hour(consent.given_at)}

    def kept(self, consent: Consent) -> None:
        """Remember, after the commit, that the wording need not be written again."""
        self._kept.add(consent.wording.hash)


def to_the_hour(moment: datetime) -> datetime:
    """The hour, in UTC: enough to prove consent, too little to match with traffic."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def coarsened(campaign: Campaign, consent: Consent) -> Consent:
    """The consent with its time as it is kept under that campaign."""
    return replace(consent, given_at=coarse(campaign, consent.given_at))


def coarse(campaign: Campaign, moment: datetime) -> datetime:
    """A moment as it is kept: its hour, or at high risk the beginning of its week, in UTC."""
    if not campaign.high_risk:
        return to_the_hour(moment)
    return datetime.combine(coarse_day(campaign, moment.astimezone(UTC).date()), time(), UTC)


def coarse_day(campaign: Campaign, day: date) -> date:
    """A day in UTC as it is kept: at high risk only its week, by the Monday (ISO 8601)."""
    return day - timedelta(days=day.weekday()) if campaign.high_risk else day


def read(row: AnyRow, purpose: Purpose) -> Consent:
    """The consent of a row that was selected with COLUMNS and `consented_at`."""
    wording = Wording(row.hash, row.wording_version, row.wording_locale, row.text)
    return Consent(purpose, wording, row.consented_at)
