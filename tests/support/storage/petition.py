"""People, a petition, and the words they agreed to."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Table, func, select

from handlers.domain.campaigns import Alert, Asks, Campaign, Related, Section
from handlers.domain.supporters import Consent, Person, Purpose, Wording
from storage import models
from storage.container import Storage
from storage.organisation_keys.key_pair import PrivateKey, prove

VAULT_KEY = bytes(range(32))
PRIVATE = PrivateKey.from_raw(bytes(range(96)))
AGREED_AT = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)


def person(user_id: str, channel: str = "telegram") -> Person:
    """Somebody in a chat."""
    return Person(channel, user_id, name="Ida", language="fr", chat_id=f"chat-{user_id}")


def consent(purpose: Purpose = "sign", locale: str = "fr") -> Consent:
    """What they agreed to."""
    text = f"I agree that Example keeps my name ({purpose}, {locale})."
    wording = Wording(sha256(text.encode()).hexdigest(), "3", locale, text)
    return Consent(purpose, wording, AGREED_AT)


def draft_campaign(slug: str = "release", **changes: Any) -> Campaign:
    """A campaign as it is imported from a folder."""
    alert = Alert(
        locale="en",
        rubric="Freedom",
        title="Release them",
        summary="They are in prison for what they said.",
        ask="Let them go.",
        purpose="to be handed to the ministry",
        sections=(Section("Who", "Two people.\n\nBoth write."),),
        links=(Related("More", "https://example.org/more"),),
    )
    values: dict[str, Any] = {
        "id": 0,
        "slug": slug,
        "status": "draft",
        "date": date(2026, 3, 1),
        "default_locale": "en",
        "texts": {"en": alert},
        "responsible": "Example",
        "contact": "privacy@example.org",
        "retention_days": 90,
        "asks": Asks(comment="optional"),
        "milestones": (100, 1000),
    }
    return Campaign(**(values | changes))


async def prove_key(storage: Storage) -> str:
    """Add the organisation's key as its holder would; its fingerprint."""
    keys = storage.organisation_keys
    fingerprint = (await keys.add(PRIVATE.public)).fingerprint
    assert await keys.answer(fingerprint, prove(PRIVATE, await keys.challenge(fingerprint)))
    return fingerprint


async def open_petition(storage: Storage, slug: str, **changes: Any) -> Campaign:
    """A campaign that people can sign."""
    await storage.campaigns.save(draft_campaign(slug, **changes))
    await storage.campaigns.open_campaign(slug, await prove_key(storage))
    campaign = await storage.campaigns.get(slug)
    assert campaign is not None
    return campaign


async def count(storage: Storage, table: Table) -> int:
    """How many rows a table has."""
    async with storage.database.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(table)) or 0)


async def counted(storage: Storage, campaign: Campaign) -> dict[tuple[str, str], int]:
    """The campaign's totals that are not zero, as the sequencer left them."""
    table = models.totals
    query = select(table.c.dimension, table.c.key, table.c.amount)
    async with storage.database.read() as connection:
        rows = await connection.execute(query.where(table.c.campaign_id == campaign.id))
    return {(row.dimension, row.key): row.amount for row in rows if row.amount}


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now
