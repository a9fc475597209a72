"""What was promised to be erased is erased in time, and the count stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from handlers.domain.broadcasts import Audience, Broadcast, BroadcastChanged, Progress
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.signatures import retention
from storage.signatures.retention import LISTS_KEPT, Retention
from tests.support.petition import consent, person
from tests.support.storage import mailing
from tests.support.storage.petition import close, count, counted, open_petition

NOW = datetime.now(UTC)


async def signed_and_closed(storage: Storage, petition: Campaign) -> None:
    for user in ("1", "2", "3"):
        await storage.signatures.sign(petition, person(user), Draft("Ida", "FR"), consent())
    await storage.sequencer.run_once()
    await close(storage, petition.slug, NOW)


async def test_after_the_promised_days_the_signatures_are_gone(
    storage: Storage, petition: Campaign
) -> None:
    """Three people signed; 90 days after the end nothing of theirs is left but the number."""
    await signed_and_closed(storage, petition)
    later = NOW + timedelta(days=petition.retention_days, minutes=1)
    assert await Retention(storage.database).run_once(later) == 3
    assert await count(storage, models.signatures) == 0
    assert (await counted(storage, petition))["world", ""] == 3
    assert await Retention(storage.database).run_once(later) == 0


async def test_until_then_they_are_kept(storage: Storage, petition: Campaign) -> None:
    await signed_and_closed(storage, petition)
    sooner = NOW + timedelta(days=petition.retention_days - 1)
    assert await Retention(storage.database).run_once(sooner) == 0
    assert await count(storage, models.signatures) == 3


async def test_an_open_campaign_keeps_its_signatures(storage: Storage, petition: Campaign) -> None:
    await storage.signatures.sign(petition, person("1"), Draft("Ida", "FR"), consent())
    await storage.sequencer.run_once()
    assert await Retention(storage.database).run_once(NOW + timedelta(days=4000)) == 0


async def test_other_campaigns_are_left_alone(storage: Storage, petition: Campaign) -> None:
    other = await open_petition(storage, "other")
    await storage.signatures.sign(other, person("1"), Draft("Ida", "FR"), consent())
    await signed_and_closed(storage, petition)
    await storage.sequencer.run_once()
    assert await Retention(storage.database).run_once(NOW + timedelta(days=4000)) == 3
    assert await count(storage, models.signatures) == 1


async def test_a_signature_that_still_waits_is_counted_first(
    storage: Storage, petition: Campaign
) -> None:
    """The worker was down for months: nobody is lost from the count."""
    await storage.signatures.sign(petition, person("1"), Draft("Ida", "FR"), consent())
    await close(storage, petition.slug)
    later = NOW + timedelta(days=4000)
    assert await Retention(storage.database).run_once(later) == 0
    await storage.sequencer.run_once()
    assert await Retention(storage.database).run_once(later) == 1
    assert (await counted(storage, petition))["world", ""] == 1


# The lists of broadcasts.


async def sent_but_for_one(
    storage: Storage, petition: Campaign, audience: Audience
) -> tuple[Broadcast, Organizer]:
    """Of five people four got it, and of one nobody knows; it is done."""
    await mailing.subscribe(storage, petition, range(1, 6))
    broadcast = await mailing.prepared(storage, petition, audience)
    killed = await mailing.lease(storage)
    await storage.deliveries.advance(killed, {}, 1, mailing.NOW)
    await mailing.send_all(storage, mailing.LATER)
    ida = await mailing.organizer(storage)
    return await mailing.again(storage, broadcast), ida


async def test_a_paused_list_of_those_who_signed_does_not_outlive_its_campaign(
    storage: Storage, petition: Campaign
) -> None:
    """Ida pauses a broadcast to those who have not signed, and the campaign is closed."""
    ida = await mailing.organizer(storage)
    await mailing.subscribe(storage, petition, [1, 2])
    broadcasts = [
        await mailing.prepared(storage, petition, audience)
        for audience in (Audience(signed=False), Audience())
    ]
    for each in broadcasts:
        await storage.broadcast_lifecycle.pause(each, ida, mailing.NOW)
    await storage.safeguards.stop_lost(mailing.NOW)
    assert [(await mailing.again(storage, each)).status for each in broadcasts] == ["paused"] * 2
    await close(storage, petition.slug)
    await storage.safeguards.stop_lost(mailing.NOW)
    while await storage.retention.run_once(mailing.NOW):
        pass
    lost, other = [await mailing.again(storage, each) for each in broadcasts]
    assert (lost.status, lost.ended_at, other.status) == ("cancelled", mailing.NOW, "paused")
    async with storage.database.read() as connection:
        left = await connection.scalars(select(models.deliveries.c.broadcast_id))
        assert set(left) == {other.id}
    assert (await mailing.deeds(storage))[-1] == "broadcast-lost"
    assert [each.kind for each in await storage.notices.take(["telegram"])] == ["broadcast-lost"]


async def test_the_list_of_a_broadcast_is_erased_and_the_report_stays(
    storage: Storage, petition: Campaign
) -> None:
    """A month later nobody can tell who got it; how many did, everybody can."""
    broadcast, ida = await sent_but_for_one(storage, petition, Audience())
    sooner = mailing.NOW + LISTS_KEPT - timedelta(minutes=1)
    assert await Retention(storage.database).run_once(sooner) == 0
    assert await count(storage, models.deliveries) == 5
    assert await Retention(storage.database).run_once(mailing.LATER + LISTS_KEPT) == 5
    assert await count(storage, models.deliveries) == 0
    progress = await storage.broadcasts.progress(broadcast, sooner)
    assert progress == Progress(size=5, sent=4, unknown=1)
    with pytest.raises(BroadcastChanged):
        await storage.broadcast_lifecycle.send_unknown_again(broadcast, ida, sooner)


async def test_the_list_goes_with_the_end_of_its_campaign(
    storage: Storage, petition: Campaign
) -> None:
    await sent_but_for_one(storage, petition, Audience())
    await close(storage, petition.slug)
    assert await Retention(storage.database).run_once(mailing.LATER) == 5


async def test_a_list_that_says_who_has_signed_goes_at_once(
    storage: Storage, petition: Campaign
) -> None:
    """It stays only for those who may have to be sent to again, and they are."""
    broadcast, ida = await sent_but_for_one(storage, petition, Audience(signed=False))
    assert await Retention(storage.database).run_once(mailing.LATER) == 4
    assert await Retention(storage.database).run_once(mailing.LATER) == 0
    await storage.broadcast_lifecycle.send_unknown_again(broadcast, ida, mailing.LATER)
    assert len(await mailing.send_all(storage, mailing.LATER)) == 1
    progress = await storage.broadcasts.progress(broadcast, mailing.LATER)
    assert replace(progress, rate=0.0) == Progress(size=5, sent=5)
    assert await Retention(storage.database).run_once(mailing.LATER) == 1


async def test_a_list_that_is_needed_is_kept(storage: Storage, petition: Campaign) -> None:
    """It has been going on for months, through nights and pauses, and the campaign is over."""
    await mailing.subscribe(storage, petition, [1, 2])
    await mailing.prepared(storage, petition)
    await close(storage, petition.slug)
    assert await Retention(storage.database).run_once(NOW + timedelta(days=4000)) == 0
    assert await count(storage, models.deliveries) == 2


async def test_a_long_list_is_erased_a_batch_at_a_time(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Together with the signatures whose time is over, and none is forgotten."""
    monkeypatch.setattr(retention, "BATCH", 3)
    await sent_but_for_one(storage, petition, Audience())
    await signed_and_closed(storage, petition)
    later = NOW + timedelta(days=4000)
    erased = [await Retention(storage.database).run_once(later) for _ in range(4)]
    assert erased == [3, 3, 2, 0]
