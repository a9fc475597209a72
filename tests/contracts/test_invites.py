"""Personal links: what every store promises."""

from datetime import UTC, datetime

import pytest

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival, Invite
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Person
from tests.support.petition import consent, person
from tests.support.world import World

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)
IDA, BO, CY = person("ida"), person("bo"), person("cy")


async def found(world: World, campaign: Campaign, who: Person) -> Invite:
    """The link of somebody who has one."""
    invite = await world.stores.invites.find(campaign, who)
    assert invite is not None
    return invite


async def test_a_link_is_made_when_its_owner_asks_for_it(world: World, petition: Campaign) -> None:
    """Not before somebody has signed, and not by looking."""
    invites = world.stores.invites
    assert await invites.get_or_create(petition, IDA) is None
    await world.sign(petition, IDA, Draft())
    await world.sign(petition, BO, Draft())
    assert await invites.find(petition, IDA) is None
    made = await invites.get_or_create(petition, IDA)
    assert made is not None
    assert (len(made.token), made.joined, made.told) == (16, 0, False)
    assert await invites.get_or_create(petition, IDA) == made == await found(world, petition, IDA)
    assert await invites.find(petition, BO) is None
    assert await world.rows("invites") == 1


async def test_who_joined_counts_while_the_signature_stands(
    world: World, petition: Campaign
) -> None:
    """Bo comes by Ida's link and Cy by a card she posted; Bo takes his signature back."""
    await world.sign(petition, IDA, Draft())
    made = await world.stores.invites.get_or_create(petition, IDA)
    assert made is not None
    await world.sign(petition, BO, Draft(), Arrival("invite", made.token))
    await world.sign(petition, CY, Draft(), Arrival("inline", made.token))
    await world.work()
    assert (await found(world, petition, IDA)).joined == 2
    assert await world.stores.signatures.withdraw(petition, BO)
    await world.work()
    assert (await found(world, petition, IDA)).joined == 1


async def test_a_link_ends_with_its_signature(world: World, petition: Campaign) -> None:
    await world.sign(petition, IDA, Draft())
    assert await world.stores.invites.get_or_create(petition, IDA)
    await world.stores.signatures.withdraw(petition, IDA)
    assert await world.stores.invites.find(petition, IDA) is None
    assert await world.rows("invites") == 0


async def test_milestones_are_told_while_one_wishes(world: World, petition: Campaign) -> None:
    """What one agreed to stands beside the wish; somebody who has not signed has none."""
    invites, wish = world.stores.invites, consent("milestones")
    await invites.tell(petition, BO, "fr", wish)
    assert await invites.find(petition, BO) is None
    await world.sign(petition, IDA, Draft())
    await invites.untell(petition, IDA)
    assert await invites.find(petition, IDA) is None, "stopping makes no link"
    await invites.tell(petition, IDA, "fr", wish)
    kept = (await found(world, petition, IDA)).consent
    assert kept is not None
    assert (kept.purpose, kept.wording) == ("milestones", wish.wording)
    await invites.untell(petition, IDA)
    assert not (await found(world, petition, IDA)).told


async def test_telling_needs_a_chat(world: World, petition: Campaign) -> None:
    nowhere = Person("telegram", "ida")
    await world.sign(petition, nowhere, Draft())
    with pytest.raises(ValueError, match="chat"):
        await world.stores.invites.tell(petition, nowhere, "fr", consent("milestones"))


async def test_there_are_none_at_high_risk_nor_after_the_end(
    world: World, petition: Campaign
) -> None:
    """A link of one's own would tell who has signed."""
    quiet = await world.petition("quiet", safety="high")
    await world.sign(quiet, IDA, Draft())
    assert await world.stores.invites.get_or_create(quiet, IDA) is None
    await world.sign(petition, IDA, Draft())
    assert await world.stores.invites.get_or_create(petition, IDA)
    closed = await world.organizing.edits.close(petition, None, NOW)
    assert await world.stores.invites.find(closed, IDA) is None
    assert await world.stores.invites.get_or_create(closed, IDA) is None
