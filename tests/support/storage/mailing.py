"""Broadcasts under way: organizers, readers, and a worker that nobody disturbs."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from handlers.domain.broadcasts import Audience, Broadcast, Letter
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer
from handlers.domain.supporters import Person
from storage import models
from storage.broadcasts.deliveries import LEASE, Chunk, Delivery, Outcome
from storage.container import Storage
from tests.support.petition import consent

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
LATER = NOW + LEASE + timedelta(seconds=1)
"""When the lease of a worker that was killed at NOW has run out."""

EVERYBODY = Audience()


async def organizer(storage: Storage, user: str = "ida") -> Organizer:
    """Somebody who owns every campaign."""
    token = await storage.organizers.link(None, "owner", None, NOW)
    who = Person("telegram", user, name=user.title(), chat_id=user)
    return await storage.organizers.join(token, who, "en", NOW)


async def again(storage: Storage, broadcast: Broadcast) -> Broadcast:
    """The broadcast as it is now."""
    found = await storage.broadcasts.get(broadcast.id)
    assert found is not None
    return found


async def deeds(storage: Storage) -> list[str]:
    """What the audit log says, the oldest first."""
    return [deed.action for _, deed in reversed(await storage.audit.read(None))]


def reader(number: int) -> Person:
    """A supporter; in a private chat of Telegram the chat's id is the person's."""
    return Person("telegram", str(number), chat_id=str(number))


async def subscribe(
    storage: Storage,
    campaign: Campaign,
    numbers: Sequence[int],
    country: str = "FR",
    locale: str = "fr",
) -> None:
    """Let these people ask for updates."""
    for number in numbers:
        await storage.supporters.subscribe(
            campaign, reader(number), locale, country, consent("updates")
        )


async def scheduled(
    storage: Storage,
    campaign: Campaign,
    audience: Audience = EVERYBODY,
    *,
    quiet: bool = True,
    letters: Mapping[str, Letter] | None = None,
) -> Broadcast:
    """A broadcast that is to go out now."""
    ida = await organizer(storage)
    draft = await storage.broadcasts.create(campaign, ida, NOW)
    for locale, letter in (letters or {"en": Letter("They are free.")}).items():
        await storage.broadcasts.write(draft, locale, letter)
        draft = await again(storage, draft)
    await storage.broadcasts.aim(draft, audience)
    draft = await again(storage, draft)
    await storage.broadcasts.set(draft, quiet=quiet)
    draft = await again(storage, draft)
    return await storage.broadcast_lifecycle.confirm(draft, ida, NOW, 0, NOW, alone=True)


async def prepared(
    storage: Storage, campaign: Campaign, audience: Audience = EVERYBODY, *, quiet: bool = True
) -> Broadcast:
    """A broadcast with its list."""
    broadcast = await scheduled(storage, campaign, audience, quiet=quiet)
    while await storage.recipient_lists.prepare(NOW):
        pass
    return await again(storage, broadcast)


async def lease(storage: Storage, now: datetime = NOW, asleep: Sequence[str] = ()) -> Chunk:
    """A chunk; there has to be one."""
    chunk = await storage.deliveries.lease(["telegram"], asleep, now)
    assert chunk is not None
    return chunk


def sent(given: Sequence[Delivery]) -> dict[int, Outcome]:
    """They all got it."""
    return {each.id: "sent" for each in given}


def chats(given: Sequence[Delivery]) -> list[str]:
    return [each.chat_id for each in given]


async def send_all(storage: Storage, now: datetime = NOW, step: int = 3) -> list[str]:
    """What a worker does that nobody disturbs: the chats it has sent to."""
    reached: list[str] = []
    while chunk := await storage.deliveries.lease(["telegram"], (), now):
        outcomes: dict[int, Outcome] = {}
        while given := await storage.deliveries.advance(chunk, outcomes, step, now):
            reached += chats(given)
            outcomes = sent(given)
    return reached


async def states(storage: Storage) -> dict[str, int]:
    """How many deliveries are in which state."""
    table = models.deliveries
    query = select(table.c.state, func.count().label("amount")).group_by(table.c.state)
    async with storage.database.read() as connection:
        return {row.state: row.amount for row in await connection.execute(query)}
