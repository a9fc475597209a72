"""A campaign that cannot be signed for a while; whoever has signed keeps every right."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, update

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import CampaignClosed, Draft
from storage import models
from storage.container import Storage
from storage.errors import CampaignFault
from tests.storage.campaigns.test_closing import SlowWordings, somebody_waits_for_a_lock
from tests.support.petition import consent, draft_campaign, person
from tests.support.storage.petition import close, count, counted, pause, resume

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)


async def test_nobody_signs_a_paused_petition_and_those_who_have_are_counted(
    storage: Storage, petition: Campaign
) -> None:
    """Ida has signed; the petition pauses before Omar does. Her signature is still counted."""
    await storage.signatures.sign(petition, person("1"), Draft(country="FR"), consent())
    await pause(storage, "release", NOW)
    with pytest.raises(CampaignClosed):
        await storage.signatures.sign(petition, person("2"), Draft(), consent())
    paused = await storage.campaigns.get("release")
    assert paused is not None
    assert paused.status == "paused"
    assert paused.running
    assert await storage.campaigns.open() == []
    assert await storage.sequencer.run_once() == 1
    assert (await counted(storage, paused))["world", ""] == 1


async def test_whoever_has_signed_finds_withdraws_and_erases_it_all_the_same(
    storage: Storage, petition: Campaign
) -> None:
    """Ida sees her signature and takes it back; Omar has everything about him erased."""
    for user in ("1", "2"):
        await storage.signatures.sign(petition, person(user), Draft(), consent())
    await storage.supporters.subscribe(petition, person("2"), "fr", "FR", consent("updates"))
    await pause(storage, "release")
    [(campaign, _)] = await storage.signatures.of(person("1"))
    assert campaign.status == "paused"
    assert await storage.signatures.withdraw(campaign, person("1"))
    await storage.supporters.forget(person("2"))
    assert await count(storage, models.signatures) == 0
    assert await count(storage, models.subscriptions) == 0


async def test_resuming_lets_people_sign_again_and_once(
    storage: Storage, petition: Campaign
) -> None:
    """The pepper has stayed, so whoever signed before the pause is still recognised."""
    await storage.signatures.sign(petition, person("1"), Draft(), consent())
    await pause(storage, "release")
    await pause(storage, "release")
    await resume(storage, "release")
    await resume(storage, "release")
    assert [each.slug for each in await storage.campaigns.open()] == ["release"]
    assert not (await storage.signatures.sign(petition, person("1"), Draft(), consent())).new
    assert (await storage.signatures.sign(petition, person("2"), Draft(), consent())).new


async def test_a_paused_petition_closes_for_good(storage: Storage, petition: Campaign) -> None:
    await pause(storage, "release")
    await close(storage, "release")
    closed = await storage.campaigns.get("release")
    assert closed is not None
    assert closed.status == "closed"
    for step in (pause, resume):
        with pytest.raises(CampaignFault):
            await step(storage, "release")


async def test_what_was_never_open_or_never_was_cannot_be_paused(storage: Storage) -> None:
    await storage.campaigns.save(draft_campaign("draft"))
    for slug in ("draft", "nothing"):
        for step in (pause, resume):
            with pytest.raises(CampaignFault):
                await step(storage, slug)


async def test_another_process_that_has_not_noticed_the_pause_lets_nobody_sign(
    storage: Storage, petition: Campaign
) -> None:
    """Its cache still says open; the row says otherwise, and what is told next is true."""
    assert await storage.campaigns.open()
    async with storage.database.write() as connection:
        # As another process would, which tells this one nothing.
        await connection.execute(
            update(models.campaigns).values(
                paused_at=func.now(), revision=models.campaigns.c.revision + 1
            )
        )
    with pytest.raises(CampaignClosed):
        await storage.signatures.sign(petition, person("1"), Draft(), consent())
    seen = await storage.campaigns.get("release")
    assert seen is not None
    assert seen.status == "paused"


@pytest.mark.parametrize("backend", ["postgresql"])
async def test_pausing_waits_for_those_who_are_in(storage: Storage, petition: Campaign) -> None:
    """Ida was let in just before the pause: she is counted; after it returns, nobody is."""
    from storage.signatures.signatures import Signatures

    wordings = SlowWordings(storage)
    signatures = Signatures(storage.database, storage.campaigns, wordings, storage.origins)
    signing = asyncio.create_task(signatures.sign(petition, person("1"), Draft(), consent()))
    await wordings.inside.wait()
    pausing = asyncio.create_task(pause(storage, petition.slug))
    await somebody_waits_for_a_lock(storage)
    wordings.go_on.set()
    assert (await signing).new
    await pausing
    with pytest.raises(CampaignClosed):
        await storage.signatures.sign(petition, person("2"), Draft(), consent())
    assert await count(storage, models.signatures) == 1
