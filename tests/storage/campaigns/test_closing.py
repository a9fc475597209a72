"""Closing a campaign in the very moment somebody signs, on PostgreSQL, step by step.

(On SQLite two writers never overlap.)
"""

import asyncio

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import CampaignClosed, Draft
from handlers.domain.supporters import Consent
from storage import models
from storage.container import Storage
from storage.signatures.consents import Wordings
from storage.signatures.signatures import Signatures
from tests.support.petition import consent, person
from tests.support.storage.petition import close, count

pytestmark = pytest.mark.parametrize("backend", ["postgresql"])


async def somebody_waits_for_a_lock(storage: Storage) -> None:
    """Return once a transaction in this database waits for another one."""
    activity = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    async with asyncio.timeout(10), storage.database.read() as connection:
        while not await connection.scalar(activity):
            await asyncio.sleep(0.01)


class SlowWordings(Wordings):
    """Stops a signer half-way, after they were let in."""

    def __init__(self, storage: Storage) -> None:
        super().__init__(storage.database)
        self.inside = asyncio.Event()
        self.go_on = asyncio.Event()

    async def keep(self, connection: AsyncConnection, consent: Consent) -> dict[str, object]:
        self.inside.set()
        await self.go_on.wait()
        return await super().keep(connection, consent)


async def test_closing_waits_for_those_who_are_in(storage: Storage, petition: Campaign) -> None:
    """Ida was let in just before the campaign closes: she is counted, then it closes."""
    wordings = SlowWordings(storage)
    signatures = Signatures(storage.database, storage.campaigns, wordings, storage.origins)
    signing = asyncio.create_task(signatures.sign(petition, person("1"), Draft(), consent()))
    await wordings.inside.wait()
    closing = asyncio.create_task(close(storage, petition.slug))
    await somebody_waits_for_a_lock(storage)
    wordings.go_on.set()
    assert (await signing).new
    await closing
    assert await count(storage, models.signatures) == 1


async def test_nobody_slips_in_while_it_closes(storage: Storage, petition: Campaign) -> None:
    """The campaign is just closing when Ida signs: she waits, and is told that it is closed."""
    columns = models.campaigns.c
    async with storage.database.write() as connection:
        # What closing does, held up before its end.
        await connection.execute(select(columns.id).with_for_update())
        await connection.execute(
            update(models.campaigns).values(status="closed", pepper=None, closed_at=func.now())
        )
        signing = asyncio.create_task(
            storage.signatures.sign(petition, person("1"), Draft(), consent())
        )
        await somebody_waits_for_a_lock(storage)
    with pytest.raises(CampaignClosed):
        await signing
    assert await count(storage, models.signatures) == 0
