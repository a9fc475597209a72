"""Counting in batches, by however many processes."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.transparency_log.sequencer import LOCK, Sequencer
from tests.support.petition import consent, person
from tests.support.storage.petition import count, counted, open_petition


async def sign(storage: Storage, campaign: Campaign, number: int, country: str = "FR") -> None:
    """One more person signs."""
    await storage.signatures.sign(campaign, person(str(number)), Draft(country=country), consent())


async def numbers(storage: Storage, campaign: Campaign) -> list[int]:
    """The numbers of the campaign's leaves."""
    column = models.leaves.c.number
    query = select(column).where(models.leaves.c.campaign_id == campaign.id).order_by(column)
    async with storage.database.read() as connection:
        return list(await connection.scalars(query))


async def test_every_total_moves_together(storage: Storage, petition: Campaign) -> None:
    """Two sign from France and one from nowhere: each total says so, and nothing waits."""
    for number, country in enumerate(["FR", "FR", ""]):
        await sign(storage, petition, number, country)
    assert await counted(storage, petition) == {}
    assert await storage.sequencer.run_once() == 3
    assert await counted(storage, petition) == {
        ("world", ""): 3,
        ("country", "FR"): 2,
        ("language", "fr"): 3,
        ("channel", "telegram"): 3,
        ("source", "telegram:direct"): 3,
        ("day", datetime.now(UTC).date().isoformat()): 3,
    }
    assert await count(storage, models.waiting) == 0
    assert await storage.sequencer.run_once() == 0


async def test_leaves_are_numbered_without_gaps_in_each_campaign(
    storage: Storage, petition: Campaign
) -> None:
    """Two campaigns, several batches: each log counts from 0 on by itself."""
    second = await open_petition(storage, "second")
    for number in range(7):
        await sign(storage, petition, number)
        await sign(storage, second, number)
    assert [await storage.sequencer.run_once(limit=5) for _ in range(4)] == [5, 5, 4, 0]
    for campaign in (petition, second):
        assert await numbers(storage, campaign) == list(range(7))


async def test_a_batch_is_shuffled(storage: Storage, petition: Campaign) -> None:
    """The log does not tell who signed before whom."""
    for number in range(30):
        await sign(storage, petition, number)
    async with storage.database.read() as connection:
        waiting = models.waiting.c
        arrived = list(await connection.scalars(select(waiting.signature_id).order_by(waiting.id)))
    await storage.sequencer.run_once()
    async with storage.database.read() as connection:
        leaves = models.leaves.c
        logged = list(await connection.scalars(select(leaves.signature_id).order_by(leaves.number)))
    assert set(logged) == set(arrived)
    assert logged != arrived, "once in 30! runs this fails without a fault"


async def test_several_sequencers_at_once(storage: Storage, petition: Campaign) -> None:
    """Four processes count at the same time: everything is counted once."""
    for number in range(40):
        await sign(storage, petition, number)
    sequencers = [Sequencer(storage.database) for _ in range(4)]

    async def work(sequencer: Sequencer) -> int:
        taken = 0
        while await count(storage, models.waiting):
            taken += await sequencer.run_once(limit=3)
        return taken

    assert sum(await asyncio.gather(*map(work, sequencers))) == 40
    assert (await counted(storage, petition))["world", ""] == 40
    assert await numbers(storage, petition) == list(range(40))


async def test_signing_while_being_counted(storage: Storage, petition: Campaign) -> None:
    """People sign, the sequencer counts, somebody reads: the total never falls."""
    totals: list[int] = []

    async def watch_and_count() -> None:
        while len(totals) < 20:
            await storage.sequencer.run_once(limit=2)
            totals.append(await storage.signatures.total(petition))

    await asyncio.gather(watch_and_count(), *(sign(storage, petition, n) for n in range(30)))
    assert totals == sorted(totals)
    assert await storage.signatures.total(petition) == 30


@pytest.mark.parametrize("backend", ["postgresql"])
async def test_signers_do_not_wait_for_the_sequencer(storage: Storage, petition: Campaign) -> None:
    """While a batch is being counted, a signature goes through (SQLite has but one writer)."""
    await sign(storage, petition, 1)
    async with storage.database.write() as connection:
        # What the sequencer holds: its counter on the campaign's row.
        await connection.execute(models.campaigns.update().values(next_leaf=7))
        async with asyncio.timeout(10):
            await sign(storage, petition, 2)
        await connection.rollback()
    assert await storage.signatures.total(petition) == 2


@pytest.mark.parametrize("backend", ["postgresql"])
async def test_a_second_sequencer_leaves_the_work_to_the_first(
    storage: Storage, petition: Campaign
) -> None:
    """While one process counts, another one that looks in goes away at once."""
    await sign(storage, petition, 1)
    async with storage.database.write() as connection:
        await connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
        assert await storage.sequencer.run_once() == 0
    assert await storage.sequencer.run_once() == 1
