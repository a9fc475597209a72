"""What the public page shows: a campaign's signatures by country, day and language."""

import asyncio
from datetime import UTC, datetime

from sqlalchemy import event

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from storage.campaigns.campaigns import Campaigns
from storage.campaigns.counts import DRAWN_FOR
from storage.container import Storage
from tests.support.petition import consent, person
from tests.support.storage.petition import Clock


async def sign(storage: Storage, campaign: Campaign, number: int, country: str) -> None:
    """One more person signs."""
    await storage.signatures.sign(campaign, person(str(number)), Draft(country=country), consent())


async def test_figures_are_what_is_counted_and_what_waits(
    storage: Storage, petition: Campaign
) -> None:
    """Some are counted, some wait, one has left: every figure says the same."""
    for number, country in enumerate(["FR", "FR", "BE"]):
        await sign(storage, petition, number, country)
    await storage.sequencer.run_once()
    await sign(storage, petition, 3, "CA")
    await sign(storage, petition, 4, "")
    await storage.signatures.withdraw(petition, person("2"))
    figures = await storage.campaigns.figures(petition)
    assert figures.world == 4
    assert figures.countries == {"CA": 1, "FR": 2}
    assert figures.languages == {"fr": 4}
    assert figures.days == {datetime.now(UTC).date(): 4}


async def test_nobody_has_signed_yet(storage: Storage, petition: Campaign) -> None:
    """A new campaign's page."""
    figures = await storage.campaigns.figures(petition)
    assert (figures.world, figures.countries, figures.days) == (0, {}, {})


async def test_a_crowd_before_the_page_costs_one_query(
    storage: Storage, petition: Campaign
) -> None:
    """However many look at the page, the database is asked once in a few seconds."""
    clock = Clock()
    campaigns = Campaigns(storage.database, storage.vault, clock)
    asked = []
    async with storage.database.read() as connection:
        engine = connection.sync_connection
        assert engine is not None
        event.listen(
            engine.engine, "before_cursor_execute", lambda *call: asked.append(call[2]), named=False
        )

    async def crowd() -> int:
        seen = await asyncio.gather(*(campaigns.figures(petition) for _ in range(300)))
        assert len({each.world for each in seen}) == 1
        return seen[0].world

    assert await crowd() == 0
    assert len([each for each in asked if each.startswith("SELECT")]) == 1
    await sign(storage, petition, 1, "FR")
    asked.clear()
    assert await crowd() == 0
    assert asked == []
    clock.now += DRAWN_FOR
    assert await crowd() == 1
