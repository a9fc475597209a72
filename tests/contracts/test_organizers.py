"""Who organizes what, what they did, and what they are told: what every store promises."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import LinkSpent, Organizer, Role
from handlers.domain.supporters import Person
from tests.support.petition import person
from tests.support.world import World

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)

IDA, OMAR = person("ida"), person("omar")


async def joins(
    world: World, who: Person, role: Role, campaign: Campaign | None = None
) -> Organizer:
    """Somebody follows a link that the command line printed."""
    token = await world.organizing.organizers.link(campaign, role, None, NOW)
    return await world.organizing.organizers.join(token, who, "fr", NOW)


async def deeds(world: World, campaign: Campaign | None = None) -> list[tuple[str, int | None]]:
    """What the audit log says, the newest first: the action and whose it was."""
    found = await world.organizing.audit.read(campaign)
    return [(deed.action, deed.organizer_id) for _, deed in found]


async def test_a_link_makes_one_person_an_organizer_and_no_second(
    world: World, petition: Campaign
) -> None:
    """Ida follows it; Omar, to whom she forwards it, is too late."""
    token = await world.organizing.organizers.link(petition, "organizer", None, NOW)
    for _ in range(2):
        assert await world.organizing.organizers.peek(token, NOW) == (petition, "organizer")
    ida = await world.organizing.organizers.join(token, IDA, "fr", NOW)
    assert (ida.name, ida.locale, ida.zone) == ("Ida", "fr", "UTC")
    assert (ida.everywhere, ida.roles) == (None, {petition.id: "organizer"})
    assert await world.organizing.organizers.find(IDA) == ida
    for who in (OMAR, IDA):
        with pytest.raises(LinkSpent):
            await world.organizing.organizers.join(token, who, "fr", NOW)
    with pytest.raises(LinkSpent):
        await world.organizing.organizers.peek(token, NOW)
    assert await world.organizing.organizers.find(OMAR) is None
    assert await deeds(world, petition) == [("joined", ida.id), ("link", None)]


async def test_a_person_without_a_chat_cannot_join_and_the_link_stays_good(
    world: World, petition: Campaign
) -> None:
    """Nobody could tell them anything."""
    token = await world.organizing.organizers.link(petition, "viewer", None, NOW)
    with pytest.raises(ValueError, match="chat"):
        await world.organizing.organizers.join(token, Person("telegram", "ida"), "fr", NOW)
    assert (await world.organizing.organizers.join(token, IDA, "fr", NOW)).roles


async def test_who_is_on_the_team(world: World, petition: Campaign) -> None:
    """Those of the campaign and those of the whole house; not those of another campaign."""
    other = await world.petition("other")
    ida = await joins(world, IDA, "owner")
    omar = await joins(world, OMAR, "translator", petition)
    eve = await joins(world, person("eve"), "viewer", other)
    assert await world.organizing.organizers.of(None) == [ida]
    assert await world.organizing.organizers.of(petition) == [ida, omar]
    assert await world.organizing.organizers.of(other) == [ida, eve]


async def test_an_organizers_language_and_time_zone(world: World) -> None:
    """Each is changed by itself, and nothing where nothing was said."""
    ida = await joins(world, IDA, "owner")
    await world.organizing.organizers.settle(ida, zone="Europe/Paris")
    await world.organizing.organizers.settle(ida, locale="ar")
    await world.organizing.organizers.settle(ida)
    kept = await world.organizing.organizers.get(ida.id)
    assert kept is not None
    assert (kept.locale, kept.zone) == ("ar", "Europe/Paris")


async def test_whoever_comes_back_is_somebody_new(world: World, petition: Campaign) -> None:
    """No number is given twice: the old deeds are not the new person's."""
    before = await joins(world, IDA, "owner", petition)
    await world.organizing.organizers.remove(petition, before, None, NOW)
    after = await joins(world, IDA, "viewer", petition)
    assert after.id > before.id
    assert after.roles == {petition.id: "viewer"}


async def test_nobody_comes_back_by_a_link_that_they_had_made_before(
    world: World, petition: Campaign
) -> None:
    """Ida, owner of two campaigns, keeps a link for herself; then one of them is taken away.

    Omar's link, and one that the command line made, go on working.
    """
    other = await world.petition("other")
    ida = await joins(world, IDA, "owner", petition)
    await joins(world, IDA, "viewer", other)
    omar = await joins(world, OMAR, "owner", petition)
    kept = await world.organizing.organizers.link(petition, "owner", ida, NOW)
    good = [
        await world.organizing.organizers.link(petition, "viewer", each, NOW)
        for each in (omar, None)
    ]
    await world.organizing.organizers.remove(petition, ida, omar, NOW)
    with pytest.raises(LinkSpent):
        await world.organizing.organizers.join(kept, IDA, "fr", NOW)
    found = await world.organizing.organizers.find(IDA)
    assert found is not None
    assert found.roles == {other.id: "viewer"}
    for token in good:
        assert await world.organizing.organizers.peek(token, NOW) == (petition, "viewer")


async def test_the_audit_log_is_read_page_by_page(world: World, petition: Campaign) -> None:
    """The newest first; of one campaign, or of all and of the house itself."""
    other = await world.petition("other")
    ida = await joins(world, IDA, "owner")
    for number in range(5):
        await world.organizing.audit.note("link", ida, petition, NOW, role="viewer", number=number)
    await world.organizing.audit.note("link", None, other, NOW, role="owner")
    pages, before = [], None
    while page := await world.organizing.audit.read(petition, before=before, limit=2):
        pages.append([deed.details["number"] for _, deed in page])
        before = page[-1][0]
    assert pages == [[4, 3], [2, 1], [0]]
    everything = [deed for _, deed in await world.organizing.audit.read(None)]
    assert [deed.slug for deed in everything] == ["other", *["release"] * 5, "", ""]
    assert [deed.who for deed in everything] == ["", *["Ida"] * 6, ""]
    assert {deed.at for deed in everything} == {NOW}


async def test_the_days_on_which_organizers_were_active(world: World, petition: Campaign) -> None:
    """Each once a day, by number, in the zone that is asked for; what a command did is nobody's."""
    other = await world.petition("other")
    ida, omar = await joins(world, IDA, "owner"), await joins(world, OMAR, "owner")
    note, tokyo = world.organizing.audit.note, timezone(timedelta(hours=9))
    for who, campaign, hours in (
        *((omar, petition, 0), (ida, petition, 0), (ida, petition, 1), (None, petition, 30)),
        *((omar, other, 24), (ida, petition, 24), (ida, petition, -1)),
    ):
        await note("text", who, campaign, NOW + timedelta(hours=hours))
    active, since = world.organizing.audit.active_days, NOW
    today, tomorrow = NOW.date(), NOW.date() + timedelta(days=1)
    both = [(ida.id, ida.name), (omar.id, omar.name)]
    assert await active(petition, since=since, zone=UTC) == {tomorrow: both[:1], today: both}
    assert list(await active(None, since=since, zone=UTC)) == [tomorrow, today]
    assert (await active(None, since=since, zone=UTC))[tomorrow] == both
    assert list(await active(petition, since=since, zone=tokyo)) == [
        tomorrow + timedelta(days=1),
        tomorrow,
    ]
    assert await active(petition, since=NOW + timedelta(days=2), zone=UTC) == {}


async def test_a_link_lasts_a_day(world: World, petition: Campaign) -> None:
    """A second before it is over it works; then never again."""
    organizers, day = world.organizing.organizers, timedelta(days=1)
    early, late = [await organizers.link(petition, "viewer", None, NOW) for _ in range(2)]
    assert len(early) == len(late) == 22
    await organizers.join(early, IDA, "fr", NOW + day - timedelta(seconds=1))
    with pytest.raises(LinkSpent):
        await organizers.peek(late, NOW + day)
    with pytest.raises(LinkSpent):
        await organizers.join(late, OMAR, "fr", NOW + day)


@pytest.mark.parametrize("first", ["owner", "viewer"])
async def test_a_link_never_makes_a_role_smaller(
    world: World, petition: Campaign, first: Role
) -> None:
    """Ida, an owner, opens a viewer's link by mistake; or a viewer is made an owner."""
    second: Role = "viewer" if first == "owner" else "owner"
    for where in (petition, None):
        await joins(world, IDA, first, where)
        ida = await joins(world, IDA, second, where)
        assert (ida.roles[petition.id] if where else ida.everywhere) == "owner"


async def test_whoever_has_no_role_left_is_erased_but_for_a_number(
    world: World, petition: Campaign
) -> None:
    """Omar loses one role and stays; he loses the other, and only the audit log knows a number."""
    organizers, other = world.organizing.organizers, await world.petition("other")
    ida = await joins(world, IDA, "owner")
    await joins(world, OMAR, "organizer", petition)
    omar = await joins(world, OMAR, "viewer", other)
    await world.organizing.notices.put([omar, ida], "anything", NOW, number=7)

    assert await organizers.remove(petition, omar, ida, NOW)
    left = await organizers.get(omar.id)
    assert left is not None
    assert left.roles == {other.id: "viewer"}
    assert not await organizers.remove(petition, omar, ida, NOW), "there is none any more"
    assert not await organizers.remove(None, omar, ida, NOW)

    assert await organizers.remove(other, omar, ida, NOW)
    assert await organizers.find(OMAR) is None
    gone = await organizers.get(omar.id)
    assert gone is not None
    assert (gone.name, gone.everywhere, gone.roles) == ("", None, {})
    assert await organizers.get(999) is None
    assert await organizers.of(other) == [ida]
    [told] = await world.notices()
    assert (told.organizer, told.kind, told.details) == (ida, "anything", {"number": 7})
    assert await world.notices() == []
    newest = (await world.organizing.audit.read(None))[0][1]
    assert (newest.action, newest.who, newest.details) == ("removed", "Ida", {"number": omar.id})
    joined = [
        deed for _, deed in await world.organizing.audit.read(other) if deed.action == "joined"
    ]
    assert [(deed.who, deed.organizer_id) for deed in joined] == [("", omar.id)]


async def test_an_organizer_who_is_forgotten_leaves_only_a_number(
    world: World, petition: Campaign
) -> None:
    ida = await joins(world, IDA, "owner")
    await joins(world, IDA, "translator", petition)
    given = await world.organizing.organizers.link(petition, "viewer", ida, NOW)
    await world.organizing.notices.put([ida], "anything", NOW)
    await world.stores.supporters.forget(IDA)
    assert await world.organizing.organizers.find(IDA) is None
    assert await world.organizing.organizers.of(petition) == []
    assert await world.notices() == []
    with pytest.raises(LinkSpent):
        await world.organizing.organizers.peek(given, NOW)
    whose = {(deed.who, deed.organizer_id) for _, deed in await world.organizing.audit.read(None)}
    assert whose == {("", None), ("", ida.id)}
