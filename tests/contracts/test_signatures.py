"""Signing once, and taking it back: what every store promises."""

from datetime import UTC, datetime

import pytest

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.signatures import CampaignClosed, Draft
from tests.support.petition import consent, person
from tests.support.world import World

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)
DRAFT = Draft(name="Ida", country="FR", email="ida@example.org", comment="For them all")


async def test_signing_twice_counts_once_and_keeps_the_first(
    world: World, petition: Campaign
) -> None:
    """Ida signs again from another country: she is told that she had signed."""
    await world.stores.signatures.sign(petition, person("1"), DRAFT, consent())
    again = await world.stores.signatures.sign(
        petition, person("1"), Draft(country="BE"), consent()
    )
    assert not again.new
    assert again.signature.country == "FR"
    assert await world.stores.signatures.total(petition) == 1


async def test_the_same_number_on_another_channel_is_another_person(
    world: World, petition: Campaign
) -> None:
    """User 1 of Telegram is not user 1 of WhatsApp."""
    await world.stores.signatures.sign(petition, person("1"), DRAFT, consent())
    other = await world.stores.signatures.sign(petition, person("1", "whatsapp"), DRAFT, consent())
    assert other.new


async def test_someone_who_signed_nothing(world: World, petition: Campaign) -> None:
    """Nothing is found about somebody who never signed."""
    assert await world.stores.signatures.find(petition, person("9")) is None
    assert await world.stores.signatures.of(person("9")) == []
    assert not await world.stores.signatures.withdraw(petition, person("9"))


async def test_a_signature_is_found_with_what_was_agreed_to(
    world: World, petition: Campaign
) -> None:
    """It counts at once, the world over and in its country."""
    signed = await world.stores.signatures.sign(petition, person("1"), DRAFT, consent())
    assert signed.new
    found = await world.stores.signatures.find(petition, person("1"))
    assert found == signed.signature
    assert (found.country, found.locale) == ("FR", "fr")
    assert found.consent.wording == consent().wording
    assert await world.stores.signatures.of(person("1")) == [(petition, found)]
    totals = await world.stores.campaigns.totals(petition, "FR")
    assert (totals.world, totals.country) == (1, 1)
    assert await world.stores.signatures.total(petition) == 1


async def test_a_signature_is_taken_back_once(world: World, petition: Campaign) -> None:
    """And given anew as if it were the first."""
    signatures = world.stores.signatures
    await signatures.sign(petition, person("1"), DRAFT, consent())
    assert await signatures.withdraw(petition, person("1"))
    assert not await signatures.withdraw(petition, person("1"))
    assert await signatures.find(petition, person("1")) is None
    assert await signatures.total(petition) == 0
    assert (await signatures.sign(petition, person("1"), DRAFT, consent())).new


async def test_only_an_open_campaign_is_signed(world: World, petition: Campaign) -> None:
    """While it is paused who has signed finds it; once it is closed, nothing leads there."""
    signatures, edits = world.stores.signatures, world.organizing.edits
    await signatures.sign(petition, person("1"), DRAFT, consent())
    paused = await edits.pause(petition, None, NOW)
    with pytest.raises(CampaignClosed):
        await signatures.sign(paused, person("2"), DRAFT, consent())
    assert [campaign.slug for campaign, _ in await signatures.of(person("1"))] == ["release"]
    closed = await edits.close(paused, None, NOW)
    with pytest.raises(CampaignClosed):
        await signatures.sign(petition, person("2"), DRAFT, consent())
    assert await signatures.find(closed, person("1")) is None
    assert await signatures.of(person("1")) == []
    assert not await signatures.withdraw(closed, person("1"))
    assert await signatures.total(closed) == 1


async def test_a_link_that_nobody_gave_out_is_worth_nothing_and_harms_nothing(
    world: World, petition: Campaign
) -> None:
    """Made up, of another campaign, of no poster: the signature counts, and credits nobody."""
    other = await world.petition("other")
    await world.sign(other, person("ida"), DRAFT)
    foreign = await world.stores.invites.get_or_create(other, person("ida"))
    assert foreign is not None
    arrivals = [
        Arrival("invite", "x" * 16),
        Arrival("invite", foreign.token),
        Arrival("origin", "poster"),
        Arrival("inline", "y" * 16),
        Arrival("group", foreign.token),
    ]
    for number, arrival in enumerate(arrivals):
        await world.sign(petition, person(str(number)), DRAFT, arrival)
    await world.work()
    figures = await world.organizing.statistics.figures(petition)
    assert figures.sources == {"telegram:direct": 3, "telegram:group": 1, "telegram:inline": 1}
    found = await world.stores.invites.get_or_create(other, person("ida"))
    assert found is not None
    assert found.joined == 0
