"""How many came how far: added up in memory, written as sums."""

import pytest
from sqlalchemy import delete, event

from handlers.domain.campaigns import Campaign
from storage import models
from storage.container import Storage
from storage.signatures.funnel import Funnel
from tests.support.petition import draft_campaign
from tests.support.storage.petition import open_petition


async def test_what_several_processes_saw_is_added_up(storage: Storage, petition: Campaign) -> None:
    """Two processes, each with people of its own, and a second petition that nobody reads on."""
    second = await open_petition(storage, "second")
    here, there = Funnel(storage.database), Funnel(storage.database)
    for _ in range(3):
        here.reached(petition, "seen")
        here.reached(second, "seen")
        there.reached(petition, "seen")
    there.reached(petition, "read")
    await here.flush()
    await there.flush()
    here.reached(petition, "consented")
    await here.flush()
    statistics = storage.stores.organizing.statistics
    assert await statistics.stages(petition) == {"seen": 6, "read": 1, "consented": 1}
    assert await statistics.stages(second) == {"seen": 3, "read": 0, "consented": 0}


async def test_nothing_is_written_where_nobody_came(storage: Storage) -> None:
    """A quiet night costs no query."""
    asked: list[str] = []
    async with storage.database.read() as connection:
        engine = connection.sync_connection
        assert engine is not None
        event.listen(
            engine.engine, "before_cursor_execute", lambda *call: asked.append(call[2]), named=False
        )
    await storage.funnel.flush()
    assert asked == []


async def test_what_cannot_be_written_waits(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is away for a moment: who comes meanwhile, and who came before, all count."""
    funnel = Funnel(storage.database)
    funnel.reached(petition, "seen")

    def away() -> None:
        funnel.reached(petition, "seen")
        raise ConnectionError

    with monkeypatch.context() as outage:
        outage.setattr(storage.database, "write", away)
        with pytest.raises(ConnectionError):
            await funnel.flush()
    await funnel.flush()
    await funnel.flush()
    stages = await storage.stores.organizing.statistics.stages(petition)
    assert stages["seen"] == 2


async def test_a_campaign_that_is_gone_does_not_hold_up_the_others(
    storage: Storage, petition: Campaign
) -> None:
    """Somebody looked at it just before it was deleted."""
    gone = await storage.campaigns.save(draft_campaign("gone"), [])
    for campaign in (gone, petition):
        storage.funnel.reached(campaign, "seen")
    async with storage.database.write() as connection:
        texts, campaigns = models.campaign_texts, models.campaigns
        await connection.execute(delete(texts).where(texts.c.campaign_id == gone.id))
        await connection.execute(delete(campaigns).where(campaigns.c.id == gone.id))
    await storage.funnel.flush()
    stages = await storage.stores.organizing.statistics.stages(petition)
    assert stages["seen"] == 1
