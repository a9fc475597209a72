"""Requests to decrypt signatures: what every store promises."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.domain.campaigns import Campaign
from handlers.domain.exports import ExportDecided
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from tests.support.petition import person
from tests.support.world import World

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
async def ida(world: World) -> Organizer:
    """Ida, an owner of every campaign."""
    token = await world.organizing.organizers.link(None, "owner", None, NOW)
    return await world.organizing.organizers.join(token, person("ida"), "en", NOW)


async def state(world: World, campaign: Campaign, number: int, now: datetime = NOW) -> str:
    """How a request stands."""
    found = await world.organizing.exports.get(campaign, number, now)
    assert found is not None
    return found.state


async def test_a_request_is_shown_to_its_campaign_alone(
    world: World, petition: Campaign, ida: Organizer
) -> None:
    """Its owners are told; the newest ten are listed, the newest first."""
    other = await world.petition("other")
    exports = world.organizing.exports
    numbers = [
        await world.ask_export(petition, 12, NOW, country="FR", locale="fr", held=True)
        for _ in range(11)
    ]
    [*_, told] = await world.notices()
    assert (told.organizer.id, told.kind, told.details["slug"]) == (ida.id, "export", "release")
    assert [each.id for each in await exports.of(petition, NOW)] == numbers[:0:-1]
    found = await exports.get(petition, numbers[0], NOW)
    assert found is not None
    assert (found.slug, found.country, found.locale, found.held) == ("release", "FR", "fr", True)
    assert (found.amount, found.state, found.asked_at) == (12, "asked", NOW)
    assert await exports.get(other, numbers[0], NOW) is None
    assert await exports.of(other, NOW) == []
    with pytest.raises(ExportDecided):
        await exports.decide(other, numbers[0], ida, NOW, grant=True)


async def test_what_was_granted_can_be_refused_until_it_is_used(
    world: World, petition: Campaign, ida: Organizer
) -> None:
    """And what was refused is never granted. How many were read is in the audit log."""
    exports = world.organizing.exports
    for number, country in enumerate(("FR", "FR", "BE")):
        await world.sign(petition, person(str(number)), Draft(country=country))
    await world.sign(petition, person("3"), Draft(country="FR"), held="suspicious")
    first, second = [await world.ask_export(petition, 2, NOW, country="FR") for _ in range(2)]
    assert not await world.use_export(first, NOW), "nobody has granted it yet"
    for number in (first, second):
        await exports.decide(petition, number, ida, NOW, grant=True)
        with pytest.raises(ExportDecided):
            await exports.decide(petition, number, ida, NOW, grant=True)
    found = await exports.get(petition, first, NOW)
    assert found is not None
    assert (found.state, found.decided_by) == ("granted", ida.id)
    assert await world.use_export(second, NOW)
    assert not await world.use_export(second, NOW), "it serves once"
    with pytest.raises(ExportDecided):
        await exports.decide(petition, second, ida, NOW, grant=False)
    assert await state(world, petition, second) == "used"
    await exports.decide(petition, first, ida, NOW, grant=False)
    assert await state(world, petition, first) == "refused"
    with pytest.raises(ExportDecided):
        await exports.decide(petition, first, ida, NOW, grant=True)
    assert not await world.use_export(first, NOW)
    audit = [deed for _, deed in await world.organizing.audit.read(petition)]
    assert [each.details for each in audit if each.action == "exported"] == [{"count": 2}]
    deeds = [deed.action for deed in audit]
    assert deeds.count("export-granted") == 2
    assert deeds.count("export-refused") == 1


async def test_a_request_lasts_a_day_and_so_does_what_was_granted(
    world: World, petition: Campaign, ida: Organizer
) -> None:
    exports, late = world.organizing.exports, NOW + DAY - timedelta(seconds=1)
    number = await world.ask_export(petition, 0, NOW)
    assert await state(world, petition, number, NOW + DAY) == "expired"
    with pytest.raises(ExportDecided):
        await exports.decide(petition, number, ida, NOW + DAY, grant=True)
    await exports.decide(petition, number, ida, late, grant=True)
    assert await state(world, petition, number, NOW + DAY) == "granted"
    assert await state(world, petition, number, late + DAY) == "expired"
    assert not await world.use_export(number, late + DAY)
    with pytest.raises(ExportDecided):
        await exports.decide(petition, number, ida, late + DAY, grant=False)
