"""People, a petition, and the words they agreed to: values only, for tests of anything."""

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from handlers.domain.campaigns import Alert, Asks, Campaign, Related, Section
from handlers.domain.supporters import Consent, Person, Purpose, Wording

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
