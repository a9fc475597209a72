"""Hearing what comes of it, and being forgotten: what every store promises."""

from datetime import UTC, datetime

import pytest

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Person
from tests.support.petition import consent, person
from tests.support.world import World

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)
UPDATES = consent("updates")


async def test_stopping_after_the_campaign_closed(world: World, petition: Campaign) -> None:
    """News come after the end, and Ida can still stop them."""
    await world.stores.supporters.subscribe(petition, person("1"), "fr", "FR", UPDATES)
    await world.organizing.edits.close(petition, None, NOW)
    (subscription,) = await world.stores.supporters.subscriptions(person("1"))
    assert subscription.campaign.status == "closed"
    assert await world.stores.supporters.unsubscribe(petition, person("1"))


async def test_updates_need_a_chat(world: World, petition: Campaign) -> None:
    """Without a chat there is nowhere to send to."""
    with pytest.raises(ValueError, match="chat"):
        await world.stores.supporters.subscribe(
            petition, Person("telegram", "1"), "fr", "", UPDATES
        )


async def test_asking_twice_changes_nothing_but_the_language(
    world: World, petition: Campaign
) -> None:
    """The country and the consent stay those of the first time."""
    supporters = world.stores.supporters
    await supporters.subscribe(petition, person("1"), "fr", "FR", UPDATES)
    await supporters.subscribe(petition, person("1"), "en", "BE", consent("updates", "en"))
    [found] = await supporters.subscriptions(person("1"))
    assert (found.campaign, found.locale, found.country) == (petition, "en", "FR")
    assert (found.consent.purpose, found.consent.wording) == ("updates", UPDATES.wording)
    assert await supporters.subscriptions(person("2")) == []


async def test_updates_stop_campaign_by_campaign(world: World, petition: Campaign) -> None:
    supporters, second = world.stores.supporters, await world.petition("second")
    for campaign in (petition, second):
        await supporters.subscribe(campaign, person("1"), "fr", "FR", UPDATES)
    slugs = [each.campaign.slug for each in await supporters.subscriptions(person("1"))]
    assert slugs == ["second", "release"], "the newest first"
    assert await supporters.unsubscribe(petition, person("1"))
    assert not await supporters.unsubscribe(petition, person("1"))
    [left] = await supporters.subscriptions(person("1"))
    assert left.campaign == second


async def test_updates_follow_the_language(world: World, petition: Campaign) -> None:
    """Bo, who gets no updates, leaves no trace by speaking another."""
    supporters, second = world.stores.supporters, await world.petition("second")
    for campaign in (petition, second):
        await supporters.subscribe(campaign, person("1"), "fr", "FR", UPDATES)
    await supporters.speaks(person("1"), "es")
    await supporters.speaks(person("2"), "es")
    assert [each.locale for each in await supporters.subscriptions(person("1"))] == ["es", "es"]
    assert await supporters.subscriptions(person("2")) == []


async def test_at_high_risk_no_country_is_kept_with_it(world: World) -> None:
    quiet = await world.petition("quiet", safety="high")
    await world.stores.supporters.subscribe(quiet, person("1"), "fr", "FR", UPDATES)
    [found] = await world.stores.supporters.subscriptions(person("1"))
    assert found.country == ""


async def test_being_forgotten(world: World, petition: Campaign) -> None:
    """Everything of Ida's goes; Bo, who invited her, keeps the number that he was told."""
    await world.sign(petition, person("bo"), Draft())
    invite = await world.stores.invites.get_or_create(petition, person("bo"))
    assert invite is not None
    await world.sign(petition, person("ida"), Draft(), Arrival("invite", invite.token))
    await world.work()
    assert await world.stores.invites.get_or_create(petition, person("ida"))
    for who in (person("ida"), person("bo")):
        await world.stores.supporters.subscribe(petition, who, "fr", "FR", UPDATES)
    for _ in range(2):
        await world.stores.supporters.forget(person("ida"))
    assert await world.stores.signatures.of(person("ida")) == []
    assert await world.stores.supporters.subscriptions(person("ida")) == []
    assert await world.stores.invites.find(petition, person("ida")) is None
    assert await world.stores.signatures.total(petition) == 1
    assert len(await world.stores.supporters.subscriptions(person("bo"))) == 1
    kept = await world.stores.invites.find(petition, person("bo"))
    assert kept is not None
    assert kept.joined == 1
