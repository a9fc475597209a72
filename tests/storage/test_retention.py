"""What was promised to be erased is erased in time, and the count stays."""

from datetime import UTC, datetime, timedelta

from handlers.stores import Campaign, Draft
from storage import models
from storage.opening import Storage
from storage.retention import Retention
from tests.storage.petition import consent, count, counted, open_petition, person

NOW = datetime.now(UTC)


async def signed_and_closed(storage: Storage, petition: Campaign) -> None:
    for user in ("1", "2", "3"):
        await storage.signatures.sign(petition, person(user), Draft("Ida", "FR"), consent())
    await storage.sequencer.run_once()
    await storage.campaigns.close(petition.slug, NOW)


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
    await storage.campaigns.close(petition.slug)
    later = NOW + timedelta(days=4000)
    assert await Retention(storage.database).run_once(later) == 0
    await storage.sequencer.run_once()
    assert await Retention(storage.database).run_once(later) == 1
    assert (await counted(storage, petition))["world", ""] == 1
