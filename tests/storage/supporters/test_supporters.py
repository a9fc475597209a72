"""Hearing what comes of it, and being forgotten."""

import asyncio
from datetime import UTC, datetime

from sqlalchemy import select

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from tests.support.petition import consent, person
from tests.support.storage.petition import count, open_petition

UPDATES = consent("updates")


async def test_subscribing_and_what_is_known_of_it(storage: Storage, petition: Campaign) -> None:
    """Ida asks for updates; only the vault can read where to send them."""
    await storage.supporters.subscribe(petition, person("1"), "fr", "FR", UPDATES)
    (subscription,) = await storage.supporters.subscriptions(person("1"))
    assert (subscription.campaign, subscription.locale, subscription.country) == (
        petition,
        "fr",
        "FR",
    )
    assert subscription.consent.purpose == "updates"
    assert subscription.consent.wording == UPDATES.wording
    async with storage.database.read() as connection:
        row = (await connection.execute(select(models.supporters))).one()
    assert storage.vault.decrypt_chat(row.channel, row.tag, row.chat) == "chat-1"
    assert await storage.supporters.subscriptions(person("2")) == []


async def test_subscribing_twice_changes_nothing(storage: Storage, petition: Campaign) -> None:
    """Ida taps twice, even in the same moment: she will get everything once."""
    await asyncio.gather(
        *(
            storage.supporters.subscribe(petition, person("1"), "fr", "FR", UPDATES)
            for _ in range(5)
        )
    )
    assert await count(storage, models.subscriptions) == 1
    assert await count(storage, models.supporters) == 1


async def test_the_chat_goes_with_the_last_subscription(
    storage: Storage, petition: Campaign
) -> None:
    """Ida stops one campaign's updates, then the other's: nothing of her chat is left."""
    second = await open_petition(storage, "second")
    for campaign in (petition, second):
        await storage.supporters.subscribe(campaign, person("1"), "fr", "FR", UPDATES)
    assert await storage.supporters.unsubscribe(petition, person("1"))
    assert not await storage.supporters.unsubscribe(petition, person("1"))
    assert [s.campaign.slug for s in await storage.supporters.subscriptions(person("1"))] == [
        "second"
    ]
    assert await storage.supporters.unsubscribe(second, person("1"))
    assert await count(storage, models.supporters) == 0
    assert not await storage.supporters.unsubscribe(second, person("1"))


async def test_updates_follow_the_language(storage: Storage, petition: Campaign) -> None:
    """Ida switches to Spanish; Bo, who gets no updates, leaves no trace by switching."""
    await storage.supporters.subscribe(petition, person("1"), "fr", "FR", UPDATES)
    await storage.supporters.speaks(person("1"), "es")
    await storage.supporters.speaks(person("2"), "es")
    (subscription,) = await storage.supporters.subscriptions(person("1"))
    assert subscription.locale == "es"
    assert await count(storage, models.supporters) == 1


async def test_who_comes_back_hears_of_it_again(storage: Storage, petition: Campaign) -> None:
    """Ida and Bo had blocked the bot, and Ida lets it in again; Cy never wanted to hear of it."""
    table = models.supporters
    for each in ("1", "2"):
        await storage.supporters.subscribe(petition, person(each), "fr", "FR", UPDATES)
    async with storage.database.write() as connection:
        await connection.execute(table.update().values(unreachable_at=datetime.now(UTC)))
    await storage.supporters.returned(person("1"))
    await storage.supporters.returned(person("3"))
    query = select(table.c.chat, table.c.channel, table.c.tag).where(
        table.c.unreachable_at.is_(None)
    )
    async with storage.database.read() as connection:
        row = (await connection.execute(query)).one()
    assert storage.vault.decrypt_chat(row.channel, row.tag, row.chat) == "chat-1"
    assert await count(storage, table) == 2


async def test_being_forgotten(storage: Storage, petition: Campaign) -> None:
    """Ida is erased from every campaign, counted or not; Bo stays."""
    second = await open_petition(storage, "second")
    for number, campaign in enumerate((petition, second)):
        for each in (person("1"), person("2")):
            await storage.signatures.sign(campaign, each, Draft("Ida", "FR"), consent())
            await storage.supporters.subscribe(campaign, each, "fr", "FR", UPDATES)
        if number == 0:
            await storage.sequencer.run_once()
    await storage.supporters.forget(person("1"))
    await storage.supporters.forget(person("1"))
    assert await storage.signatures.of(person("1")) == []
    assert await storage.supporters.subscriptions(person("1")) == []
    assert len(await storage.signatures.of(person("2"))) == 2
    assert len(await storage.supporters.subscriptions(person("2"))) == 2
    for campaign in (petition, second):
        assert (await storage.campaigns.totals(campaign, "FR")).country == 1
        assert await storage.signatures.total(campaign) == 1
    for table, rows in [(models.signatures, 2), (models.supporters, 1), (models.subscriptions, 2)]:
        assert await count(storage, table) == rows
