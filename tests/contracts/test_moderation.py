"""Signatures are held back, released and removed: what every store promises."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.moderation import CountChanged, Found, Selection
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from tests.support.petition import consent, person
from tests.support.world import World

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)

PICKED = Selection(held="picked")


@pytest.fixture
async def ida(world: World) -> Organizer:
    """Ida, an owner."""
    token = await world.organizing.organizers.link(None, "owner", None, NOW)
    return await world.organizing.organizers.join(token, person("ida"), "en", NOW)


async def sign(world: World, campaign: Campaign, *names: str, **more: Any) -> None:
    """These people sign, from France where nothing else is said."""
    country, locale = more.pop("country", "FR"), more.pop("locale", "fr")
    for name in names:
        await world.stores.signatures.sign(
            campaign, person(name), Draft(name, country), consent(locale=locale), **more
        )


async def test_somebody_whose_signature_was_removed_may_come_back(
    world: World, petition: Campaign, ida: Organizer
) -> None:
    """As if for the first time; until then they are just somebody who has not signed."""
    await sign(world, petition, "a")
    await world.work()
    await world.organizing.moderation.hold(petition, Selection(), ida, NOW)
    await world.organizing.moderation.decide(petition, PICKED, "duplicate", 1, ida, NOW)
    await world.work()
    assert await world.stores.signatures.find(petition, person("a")) is None
    assert not await world.stores.signatures.withdraw(petition, person("a"))
    again = await world.stores.signatures.sign(petition, person("a"), Draft("a", "FR"), consent())
    assert again.new
    await world.work()
    assert await world.stores.signatures.total(petition) == 1


async def test_an_invites_number_follows(world: World, petition: Campaign, ida: Organizer) -> None:
    """Ana invited four: one of the two counted ones is removed, as are two that never counted."""
    await sign(world, petition, "ana")
    invite = await world.stores.invites.get_or_create(petition, person("ana"))
    assert invite is not None
    through = Arrival("invite", invite.token)

    async def joined() -> int:
        await world.work()
        found = await world.stores.invites.get_or_create(petition, person("ana"))
        assert found is not None
        return found.joined

    await sign(world, petition, "b", arrival=through)
    await sign(world, petition, "c", country="BE", arrival=through)
    assert await joined() == 2
    await sign(world, petition, "d", "e", country="BE", arrival=through)
    await world.organizing.moderation.hold(petition, Selection(country="BE"), ida, NOW)
    assert await joined() == 2
    await world.organizing.moderation.decide(petition, PICKED, "legal", 3, ida, NOW)
    assert await joined() == 1
    await sign(world, petition, "f", country="BE", arrival=through)
    await world.organizing.moderation.hold(petition, Selection(country="BE"), ida, NOW)
    await world.organizing.moderation.decide(petition, PICKED, "release", 1, ida, NOW)
    assert await joined() == 2
    await world.organizing.moderation.hold(petition, Selection(source="direct"), ida, NOW)
    await world.organizing.moderation.decide(petition, PICKED, "legal", 1, ida, NOW)
    await world.work()
    assert await world.rows("invites") == 0, "Ana's own goes with her signature"
    assert await world.stores.signatures.total(petition) == 2


async def test_who_decides_decides_what_was_shown(
    world: World, petition: Campaign, ida: Organizer
) -> None:
    """More are held after Ida looked: they are left out, or she is told."""
    await sign(world, petition, "a", "b")
    await world.organizing.moderation.hold(petition, Selection(), ida, NOW)
    shown = await world.organizing.moderation.count(petition, PICKED)
    await sign(world, petition, "c")
    await world.organizing.moderation.hold(petition, Selection(), ida, NOW)
    with pytest.raises(CountChanged):
        await world.organizing.moderation.decide(petition, PICKED, "legal", shown.amount, ida, NOW)
    await world.work()
    assert await world.rows("signatures") == 3, "nothing was done"
    those = Selection(held="picked", newest=shown.newest)
    assert await world.organizing.moderation.decide(petition, those, "legal", 2, ida, NOW) == 2
    await world.work()
    assert await world.stores.signatures.find(petition, person("c")) is not None
    assert await world.rows("signatures") == 1


async def test_what_is_not_held_is_never_removed(
    world: World, petition: Campaign, ida: Organizer
) -> None:
    """A selection of what counts cannot be decided about."""
    await sign(world, petition, "a")
    with pytest.raises(ValueError, match="held"):
        await world.organizing.moderation.decide(petition, Selection(), "legal", 9, ida, NOW)


async def test_held_ones_are_not_counted_until_they_are_released(
    world: World, petition: Campaign, ida: Organizer
) -> None:
    """Two from Belgium wait, held; released, they are counted like the rest."""
    moderation = world.organizing.moderation
    await sign(world, petition, "a", "b", "c")
    await sign(world, petition, "d", "e", country="BE")
    belgium = Selection(country="BE")
    assert await moderation.count(petition, belgium) == Found(2, 0, 0)
    assert await moderation.hold(petition, belgium, ida, NOW) == 2
    assert await moderation.hold(petition, belgium, ida, NOW) == 0, "they are held already"
    assert await world.stores.signatures.total(petition) == 3
    found = await moderation.count(petition, PICKED)
    assert (found.amount, found.counted, found.newest > 0) == (2, 0, True)
    assert await moderation.decide(petition, PICKED, "release", 2, ida, NOW) == 2
    assert (await moderation.count(petition, PICKED)).amount == 0
    assert await moderation.decide(petition, PICKED, "legal", 2, ida, NOW) == 0, "it is decided"
    assert (await moderation.piles(petition)).deciding
    await world.work()
    assert await world.stores.signatures.total(petition) == 5
    assert await world.rows("held") == 0
    actions = [(deed.action, deed.who) for _, deed in await world.organizing.audit.read(petition)]
    assert actions == [("released", "Ida"), ("held", "Ida")]


async def test_what_was_counted_stays_counted_until_it_is_removed(
    world: World, petition: Campaign, ida: Organizer
) -> None:
    """The log says how many and why."""
    moderation = world.organizing.moderation
    await sign(world, petition, "a", "b")
    await world.work()
    await sign(world, petition, "c")
    assert await moderation.count(petition, Selection()) == Found(3, 2, 0)
    assert await moderation.hold(petition, Selection(), ida, NOW) == 3
    await world.work()
    assert await world.stores.signatures.total(petition) == 2
    assert (await moderation.count(petition, PICKED)).counted == 2
    assert await moderation.decide(petition, PICKED, "automated", 3, ida, NOW) == 3
    await world.work()
    assert await world.stores.signatures.total(petition) == 0
    assert await world.rows("signatures") == 0
    deed = (await world.organizing.audit.read(petition))[0][1]
    assert (deed.action, deed.details) == ("invalidated", {"count": 3, "reason": "automated"})


async def test_what_looked_wrong_is_held_from_the_start(
    world: World, petition: Campaign, ida: Organizer
) -> None:
    """Its owner finds it like anybody; it counts when it is released."""
    await world.sign(petition, person("a"), Draft("a", "FR"), held="suspicious")
    await world.work()
    assert await world.stores.signatures.find(petition, person("a")) is not None
    assert await world.stores.signatures.total(petition) == 0
    moderation, suspicious = world.organizing.moderation, Selection(held="suspicious")
    assert (await moderation.count(petition, PICKED)).amount == 0
    assert await moderation.decide(petition, suspicious, "release", 1, ida, NOW) == 1
    await world.work()
    assert await world.stores.signatures.total(petition) == 1


async def test_what_can_be_chosen(world: World, petition: Campaign, ida: Organizer) -> None:
    """Country, language, where the link was, the named link, days; nothing of another campaign."""
    other = await world.petition("other")
    await world.add_origin(petition, "poster", "Posters")
    await sign(world, petition, "a", "b", arrival=Arrival("origin", "poster"))
    await sign(world, petition, "c", country="BE", arrival=Arrival("group"))
    await sign(world, petition, "d", country="", locale="ar")
    await sign(world, other, "a")
    found = await world.stores.signatures.find(petition, person("a"))
    assert found is not None
    today, day = found.since, timedelta(days=1)
    for selection, amount in (
        (Selection(), 4),
        (Selection(country="FR"), 2),
        (Selection(country="BE", locale="fr"), 1),
        (Selection(country="BE", locale="ar"), 0),
        (Selection(locale="ar"), 1),
        (Selection(source="group"), 1),
        (Selection(source="origin", partner="poster"), 2),
        (Selection(partner="nothing"), 0),
        (Selection(since=today, until=today, country="FR"), 2),
        (Selection(since=today + day), 0),
        (Selection(until=today - day), 0),
    ):
        assert (await world.organizing.moderation.count(petition, selection)).amount == amount
    assert await world.organizing.moderation.named_links(petition) == {"poster": "Posters"}
    assert await world.organizing.moderation.named_links(other) == {}


async def test_small_piles_are_not_told_apart(world: World, petition: Campaign) -> None:
    """Eleven from France are a pile, nine from Belgium only a smaller one."""
    for country, amount in (("FR", 11), ("BE", 9)):
        for number in range(amount):
            who = person(f"{country}{number}")
            await world.sign(petition, who, Draft(country=country), held="suspicious")
    piles = await world.organizing.moderation.piles(petition)
    assert (dict(piles.amounts), piles.smaller, piles.deciding) == ({"suspicious": 20}, 1, False)
    [largest] = piles.largest
    assert (largest.held, largest.country, largest.amount) == ("suspicious", "FR", 11)
    await world.stores.signatures.withdraw(petition, person("FR0"))
    await world.stores.signatures.withdraw(petition, person("FR1"))
    piles = await world.organizing.moderation.piles(petition)
    assert (dict(piles.amounts), piles.largest, piles.smaller) == ({"suspicious": 18}, [], 2)
