"""The campaigns, as people read them: what every store promises."""

from datetime import UTC, date, datetime

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from tests.support.petition import draft_campaign, person
from tests.support.world import World

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)


async def test_urgent_campaigns_come_first_then_the_newest(world: World) -> None:
    """A paused one keeps its place among those that run, and is not open."""
    for slug, day, urgent in (("old", 1, False), ("new", 9, False), ("urgent", 5, True)):
        await world.petition(slug, date=date(2026, 3, day), urgent=urgent)
    await world.save(draft_campaign("draft"))
    await world.organizing.edits.pause(await world.campaign("new"), None, NOW)
    campaigns = world.stores.campaigns
    assert [each.slug for each in await campaigns.running()] == ["urgent", "new", "old"]
    assert [each.slug for each in await campaigns.open()] == ["urgent", "old"]


async def test_what_was_never_opened_is_for_organizers_alone(world: World) -> None:
    """A closed one is found by its name; every one is listed, by name, for organizers."""
    await world.petition("closed")
    await world.save(draft_campaign("draft"))
    await world.organizing.edits.close(await world.campaign("closed"), None, NOW)
    campaigns = world.stores.campaigns
    assert await campaigns.get("draft") is None
    assert await campaigns.get("nowhere") is None
    found = await campaigns.get("closed")
    assert found is not None
    assert (found.status, found.closed_at) == ("closed", NOW)
    assert [each.slug for each in await world.organizing.campaigns.all()] == ["closed", "draft"]


async def test_at_high_risk_a_campaign_is_found_by_its_handle(world: World) -> None:
    quiet = await world.petition("quiet", safety="high")
    assert quiet.handle != quiet.slug
    assert await world.stores.campaigns.get(quiet.handle) == quiet
    assert await world.stores.campaigns.get(quiet.slug) == quiet
    assert await world.stores.campaigns.get("-999") is None


async def test_totals_of_the_world_and_of_a_country(world: World, petition: Campaign) -> None:
    other = await world.petition("other")
    for number, country in enumerate(("FR", "FR", "BE", "")):
        await world.sign(petition, person(str(number)), Draft(country=country))
    await world.sign(other, person("1"), Draft(country="FR"))
    for country, amount in (("FR", 2), ("BE", 1), ("DE", 0), ("", 0)):
        totals = await world.stores.campaigns.totals(petition, country)
        assert (totals.world, totals.country) == (4, amount), country
