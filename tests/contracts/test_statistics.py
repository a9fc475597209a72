"""The numbers that organizers look at: what every store promises."""

from datetime import UTC, datetime, timedelta

from handlers.domain.broadcasts import Progress, Reached
from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.signatures import Draft
from handlers.domain.statistics import Origin
from tests.support.petition import consent, person
from tests.support.world import Amounts, World

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)


async def test_nothing_has_happened_yet(world: World, petition: Campaign) -> None:
    """A new campaign has numbers, too."""
    statistics = world.organizing.statistics
    assert (await statistics.figures(petition)).world == 0
    assert await statistics.origins(petition) == []
    assert await statistics.stages(petition) == {"seen": 0, "read": 0, "consented": 0}
    assert await statistics.shared(petition) == 0
    assert await statistics.reached(petition, 5) == []


async def test_signers_with_a_link_to_pass_on_are_counted(world: World, petition: Campaign) -> None:
    """Of three signers two share it; one of these takes the signature back. Another's is apart."""
    other = await world.petition("other")
    statistics = world.organizing.statistics
    await world.add_origin(petition, "poster", "Poster")
    came = Arrival("origin", "poster")
    for name in ("ida", "omar", "lea"):
        await world.stores.signatures.sign(petition, person(name), Draft(), consent(), came)
    await world.stores.signatures.sign(other, person("ida"), Draft(), consent())
    for campaign, name in ((petition, "ida"), (petition, "omar"), (other, "ida")):
        assert await world.stores.invites.get_or_create(campaign, person(name))
    assert await statistics.shared(petition) == 2
    assert await statistics.origins(petition) == [Origin("poster", "Poster", 3)]
    await world.stores.signatures.withdraw(petition, person("omar"))
    assert await statistics.shared(petition) == 1
    assert await statistics.shared(other) == 1


async def test_soon_after_the_end_nobody_holds_a_link(world: World, petition: Campaign) -> None:
    await world.sign(petition, person("ida"), Draft())
    assert await world.stores.invites.get_or_create(petition, person("ida"))
    closed = await world.organizing.edits.close(petition, None, NOW)
    await world.work()
    assert await world.organizing.statistics.shared(closed) == 0


async def test_figures_are_what_was_counted_and_what_waits(
    world: World, petition: Campaign
) -> None:
    """Each dimension in order, and nothing in it that is zero."""
    await world.add_origin(petition, "poster", "Poster")
    earlier = Amounts(
        30,
        days={NOW.date(): 30},
        languages={"fr": 20, "ar": 10},
        countries={"FR": 25},
        sources={"group": 30},
        partners={"poster": 4},
    )
    await world.counted(petition, earlier)
    poster = Arrival("origin", "poster")
    await world.sign(petition, person("a"), Draft(country="BE"), poster)
    await world.sign(petition, person("b"), Draft(country="FR"))
    figures = await world.organizing.statistics.figures(petition)
    assert figures.world == 32
    assert list(figures.countries.items()) == [("BE", 1), ("FR", 26)]
    assert list(figures.languages.items()) == [("ar", 10), ("fr", 22)]
    assert list(figures.sources.items()) == [
        ("telegram:direct", 1),
        ("telegram:group", 30),
        ("telegram:origin", 1),
    ]
    assert figures.days[NOW.date()] == 30
    assert sum(figures.days.values()) == 32
    assert await world.organizing.statistics.origins(petition) == [Origin("poster", "Poster", 5)]


async def test_how_many_came_how_far(world: World, petition: Campaign) -> None:
    await world.came(petition, {"seen": 9, "read": 3})
    await world.came(petition, {"seen": 1})
    stages = await world.organizing.statistics.stages(petition)
    assert stages == {"seen": 10, "read": 3, "consented": 0}


async def test_the_last_broadcasts_are_told_the_newest_first(
    world: World, petition: Campaign
) -> None:
    other = await world.petition("other")
    in_each = Progress(size=20, sent=9, blocked=3, unknown=2, failed=1, unsubscribed=4)
    numbers = [
        await world.past_broadcast(petition, NOW + timedelta(days=day), in_each) for day in range(3)
    ]
    await world.past_broadcast(other, NOW, Progress(size=1, sent=1))
    reached = await world.organizing.statistics.reached(petition, 2)
    assert [each.broadcast_id for each in reached] == [numbers[2], numbers[1]]
    progress = Progress(size=40, sent=18, blocked=6, unknown=4, failed=2, unsubscribed=8)
    assert reached[0] == Reached(numbers[2], NOW + timedelta(days=2), progress)
