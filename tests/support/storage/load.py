"""Many signatures at once, for benchmarks: nothing here is a test, and nothing is asserted."""

import asyncio
import random
import time
from datetime import UTC, datetime
from typing import Any

from handlers.domain.broadcasts import Broadcast, Letter
from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Person
from storage import models
from storage.container import Storage
from storage.signatures import consents
from storage.supporters.samples import PLACES, generate
from tests.support.petition import consent, person
from tests.support.storage.petition import open_petition


async def signatures_a_second(
    storage: Storage, campaign: Campaign, signers: int = 500, at_once: int = 10
) -> float:
    """How many durable signatures a second `at_once` chats manage together."""
    people = iter(range(signers))

    async def chat() -> None:
        for number in people:
            draft = Draft(f"Ida {number}", "FR")
            await storage.signatures.sign(campaign, person(f"load-{number}"), draft, consent())

    started = time.perf_counter()
    await asyncio.gather(*(chat() for _ in range(at_once)))
    return signers / (time.perf_counter() - started)


async def seconds_to_count(storage: Storage, waiting: int = 100_000) -> float:
    """How long the sequencer takes for so many waiting signatures (which are made up first)."""
    await open_petition(storage, "load", sample=True)
    await generate(storage.database, storage.campaigns, "load", count=waiting, sequence=False)
    started = time.perf_counter()
    while await storage.sequencer.run_once():
        pass
    return time.perf_counter() - started


async def subscribe_many(storage: Storage, campaign: Campaign, people: int) -> None:
    """Let so many ask for updates, from everywhere; the chats are the numbers from 1 on."""
    chance = random.Random(campaign.slug)
    shares = [share for share, _ in PLACES.values()]
    agreed = consent("updates")
    common: dict[str, Any] = {"campaign_id": campaign.id, "joined_on": datetime.now(UTC).date()}
    async with storage.database.write() as connection:
        common |= await consents.Wordings(storage.database).keep(connection, agreed)
    for first in range(1, people + 1, 10_000):
        supporters, subscriptions = [], []
        for number in range(first, min(first + 10_000, people + 1)):
            country = chance.choices(list(PLACES), shares)[0]
            languages = PLACES[country][1]
            tag = storage.vault.supporter_tag("telegram", str(number))
            supporters.append(
                {
                    "id": number,
                    "channel": "telegram",
                    "tag": tag,
                    "chat": storage.vault.encrypt_chat("telegram", tag, str(number)),
                    "locale": chance.choices(list(languages), list(languages.values()))[0],
                }
            )
            subscriptions.append({"supporter_id": number, "country": country, **common})
        async with storage.database.write() as connection:
            await connection.execute(models.supporters.insert(), supporters)
            await connection.execute(models.subscriptions.insert(), subscriptions)


async def due_broadcast(
    storage: Storage, campaign: Campaign, people: int, *, paid: bool = False
) -> Broadcast:
    """A broadcast in two languages that is to go out now, to everybody, at night, too."""
    now = datetime.now(UTC)
    token = await storage.organizers.link(None, "owner", None, now)
    ida = Person("telegram", "ida", name="Ida", chat_id="ida")
    organizer = await storage.organizers.join(token, ida, "en", now)
    broadcast: Broadcast | None = await storage.broadcasts.create(campaign, organizer, now)
    for locale, text in (("en", "They are free."), ("fr", "Ils sont libres.")):
        assert broadcast is not None
        await storage.broadcasts.write(broadcast, locale, Letter(text))
        broadcast = await storage.broadcasts.get(broadcast.id)
    assert broadcast is not None
    await storage.broadcasts.set(broadcast, quiet=False, paid=paid)
    broadcast = await storage.broadcasts.get(broadcast.id)
    assert broadcast is not None
    confirmed = await storage.broadcast_lifecycle.confirm(
        broadcast, organizer, now, people, now, alone=False
    )
    token = await storage.organizers.link(None, "owner", None, now)
    bo = Person("telegram", "bo", name="Bo", chat_id="bo")
    second = await storage.organizers.join(token, bo, "en", now)
    return await storage.broadcast_lifecycle.approve(confirmed, second, now)
