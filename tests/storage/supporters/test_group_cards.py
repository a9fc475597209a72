"""The cards in groups: one in each, edited by one process, and nothing that tells which group."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, text

from handlers.domain.campaigns import Campaign
from storage import models
from storage.container import Storage
from storage.supporters.group_cards import GroupCard, GroupCards
from tests.support.storage.petition import open_petition

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
GROUP = "-1001234567890"


def cards(storage: Storage, channel: str = "telegram") -> GroupCards:
    """The cards of one channel."""
    return GroupCards(storage.database, storage.vault, channel)


async def stands(storage: Storage, campaign: Campaign, chat: str = GROUP, shown: str = "0") -> None:
    """A card is posted."""
    assert await cards(storage).claim(chat, campaign, "fr", shown, NOW)
    await cards(storage).posted(chat, "7")


async def taken(
    storage: Storage, campaign: Campaign, shown: str, minutes: float, limit: int = 10
) -> list[GroupCard]:
    """What a worker is to edit that many minutes after the cards were posted."""
    now = NOW + minutes * MINUTE
    return list(
        await cards(storage).take(campaign, "fr", shown, before=now - MINUTE, now=now, limit=limit)
    )


async def test_a_chat_has_one_card_however_many_want_to_post_it(storage: Storage) -> None:
    """Two processes hear of the same group: one posts."""
    campaign = await open_petition(storage, "release")
    claims = (cards(storage).claim(GROUP, campaign, "fr", "0", NOW) for _ in range(5))
    assert sorted(await asyncio.gather(*claims)) == [False] * 4 + [True]
    assert await cards(storage, "another").claim(GROUP, campaign, "fr", "0", NOW)


async def test_a_card_is_taken_when_it_shows_something_old_and_once_a_minute(
    storage: Storage,
) -> None:
    """Not before it is posted, not without news, and by one of several workers."""
    campaign = await open_petition(storage, "release")
    assert await cards(storage).claim(GROUP, campaign, "fr", "0", NOW)
    assert await taken(storage, campaign, "1", 5) == []
    await cards(storage).posted(GROUP, "7")
    assert await taken(storage, campaign, "0", 5) == []
    assert await taken(storage, campaign, "1", 0.5) == []
    both = await asyncio.gather(*(taken(storage, campaign, "1", 1) for _ in range(2)))
    assert sorted(both) == [[], [GroupCard(GROUP, "7")]]
    assert await taken(storage, campaign, "1", 1.5) == []
    # That worker died before it could edit.
    assert await taken(storage, campaign, "1", 2) == [GroupCard(GROUP, "7")]
    await cards(storage).edited(GROUP, "1")
    assert await taken(storage, campaign, "1", 9) == []


async def test_cards_are_taken_by_the_batch_the_oldest_first(storage: Storage) -> None:
    """And only those of that campaign and language."""
    campaign = await open_petition(storage, "release")
    other = await open_petition(storage, "water")
    for number in range(5):
        await stands(storage, campaign, f"-{number}")
    await stands(storage, other, "-9")
    found = [await taken(storage, campaign, "1", 5, limit=2) for _ in range(4)]
    assert [len(each) for each in found] == [2, 2, 1, 0]
    assert await cards(storage).kinds() == [("release", "fr"), ("water", "fr")]
    assert await cards(storage, "another").kinds() == []


async def test_a_forgotten_chat_leaves_nothing(storage: Storage) -> None:
    """Its language is told once, for a card in its new place."""
    campaign = await open_petition(storage, "release")
    await stands(storage, campaign)
    assert await cards(storage, "another").forget(GROUP) is None
    assert await cards(storage).forget(GROUP) == "fr"
    assert await cards(storage).forget(GROUP) is None
    assert await cards(storage).kinds() == []


async def test_the_database_does_not_tell_which_group_it_is(storage: Storage) -> None:
    """The address is encrypted, and bound to its row."""
    campaign = await open_petition(storage, "release")
    await stands(storage, campaign)
    async with storage.database.read() as connection:
        [row] = (await connection.execute(select(models.group_cards))).all()
    assert not any(GROUP[1:] in str(value) or GROUP.encode() in _bytes(value) for value in row)
    async with storage.database.write() as connection:
        await connection.execute(text("UPDATE group_cards SET tag = :tag"), {"tag": bytes(32)})
    assert await taken(storage, campaign, "1", 5) == []


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
