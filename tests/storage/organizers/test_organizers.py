"""Who organizes what: one-time links, roles, the audit log, and leaving without a trace."""

import asyncio
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select

from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import LinkSpent, Organizer, Role
from handlers.domain.supporters import Person
from storage import models
from storage.container import Storage
from storage.organizers.organizers import VALID
from tests.support.petition import person
from tests.support.storage.petition import VAULT_KEY, count, open_petition

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)

IDA, OMAR = person("ida"), person("omar")


async def joins(
    storage: Storage, who: Person, role: Role, campaign: Campaign | None = None
) -> Organizer:
    """Somebody follows a link that the command line printed."""
    token = await storage.organizers.link(campaign, role, None, NOW)
    return await storage.organizers.join(token, who, "fr", NOW)


async def deeds(storage: Storage, campaign: Campaign | None = None) -> list[tuple[str, int | None]]:
    """What the audit log says, the newest first: the action and whose it was."""
    found = await storage.audit.read(campaign)
    return [(deed.action, deed.organizer_id) for _, deed in found]


# Links.


async def test_a_link_lasts_a_day(storage: Storage, petition: Campaign) -> None:
    """A second before it is over it works; then never again, and it is swept away."""
    early, late = [await storage.organizers.link(petition, "viewer", None, NOW) for _ in range(2)]
    await storage.organizers.join(early, IDA, "fr", NOW + VALID - timedelta(seconds=1))
    with pytest.raises(LinkSpent):
        await storage.organizers.peek(late, NOW + VALID)
    with pytest.raises(LinkSpent):
        await storage.organizers.join(late, OMAR, "fr", NOW + VALID)
    await storage.organizers.link(petition, "viewer", None, NOW + VALID)
    assert await count(storage, models.organizer_links) == 1


@pytest.mark.parametrize("token", ["", "x" * 22, "\udcff", "ж" * 22])
async def test_a_made_up_link_is_worth_nothing(storage: Storage, token: str) -> None:
    """Whatever somebody types in its place."""
    with pytest.raises(LinkSpent):
        await storage.organizers.peek(token, NOW)
    with pytest.raises(LinkSpent):
        await storage.organizers.join(token, IDA, "fr", NOW)
    assert await count(storage, models.organizers) == 0


async def test_two_people_follow_one_link_in_the_same_moment(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """Through two processes: one of them gets the role, and nothing is kept of the others."""
    other = await Storage.open(migrated_database_url, VAULT_KEY)
    token = await storage.organizers.link(petition, "owner", None, NOW)
    people = [person(str(number)) for number in range(6)]
    outcomes = await asyncio.gather(
        *(
            (storage, other)[number % 2].organizers.join(token, each, "fr", NOW)
            for number, each in enumerate(people)
        ),
        return_exceptions=True,
    )
    await other.close()
    won = [each for each in outcomes if isinstance(each, Organizer)]
    assert len(won) == 1
    assert all(isinstance(each, LinkSpent) for each in outcomes if each not in won)
    assert await storage.organizers.of(petition) == won
    assert await count(storage, models.organizers) == 1


# Roles.


@pytest.mark.parametrize("first", ["owner", "viewer"])
async def test_a_link_never_makes_a_role_smaller(
    storage: Storage, petition: Campaign, first: Role
) -> None:
    """Ida, an owner, opens a viewer's link by mistake; or a viewer is made an owner."""
    second: Role = "viewer" if first == "owner" else "owner"
    for where in (petition, None):
        await joins(storage, IDA, first, where)
        ida = await joins(storage, IDA, second, where)
        role = ida.roles[petition.id] if where else ida.everywhere
        assert role == "owner"
    assert await count(storage, models.organizers) == 1


async def test_two_links_followed_at_once_leave_the_greater_role(
    storage: Storage, petition: Campaign
) -> None:
    """Ida taps both; whichever comes second changes nothing for the worse."""
    roles: tuple[Role, ...] = ("viewer", "owner", "translator", "organizer")
    tokens = [await storage.organizers.link(petition, role, None, NOW) for role in roles]
    await asyncio.gather(*(storage.organizers.join(each, IDA, "fr", NOW) for each in tokens))
    ida = await storage.organizers.find(IDA)
    assert ida is not None
    assert ida.roles == {petition.id: "owner"}
    assert await count(storage, models.organizers) == 1


# Leaving.


async def test_whoever_has_no_role_left_is_erased_but_for_a_number(
    storage: Storage, petition: Campaign
) -> None:
    """Omar loses one role and stays; he loses the other, and only the audit log knows a number."""
    other = await open_petition(storage, "other")
    ida = await joins(storage, IDA, "owner")
    await joins(storage, OMAR, "organizer", petition)
    omar = await joins(storage, OMAR, "viewer", other)
    given = await storage.organizers.link(petition, "viewer", omar, NOW)
    await storage.notices.put([omar, ida], "anything", NOW)

    assert await storage.organizers.remove(petition, omar, ida, NOW)
    left = await storage.organizers.get(omar.id)
    assert left is not None
    assert left.roles == {other.id: "viewer"}
    assert not await storage.organizers.remove(petition, omar, ida, NOW), "there is none any more"

    assert await storage.organizers.remove(other, omar, ida, NOW)
    assert await storage.organizers.find(OMAR) is None
    assert await storage.organizers.of(other) == [ida]
    table = models.organizers
    async with storage.database.read() as connection:
        row = (await connection.execute(select(table).where(table.c.id == omar.id))).one()
    assert (row.tag, row.chat, row.name, row.everywhere) == (None, None, None, None)
    with pytest.raises(LinkSpent):
        await storage.organizers.peek(given, NOW)
    assert [each.organizer for each in await storage.notices.take(["telegram"])] == [ida]
    newest = (await storage.audit.read(None))[0][1]
    assert (newest.action, newest.who, newest.details) == ("removed", "Ida", {"number": omar.id})
    joined = [deed for _, deed in await storage.audit.read(other) if deed.action == "joined"]
    assert [(deed.who, deed.organizer_id) for deed in joined] == [("", omar.id)]


async def test_an_organizer_who_is_forgotten_leaves_nothing(
    storage: Storage, petition: Campaign
) -> None:
    """Ida sends /forget: what she did stays, who she was does not."""
    ida = await joins(storage, IDA, "owner")
    await joins(storage, IDA, "translator", petition)
    await storage.notices.put([ida], "anything", NOW)
    given = await storage.organizers.link(petition, "viewer", ida, NOW)
    await storage.supporters.forget(IDA)
    assert await storage.organizers.find(IDA) is None
    assert await storage.organizers.of(petition) == []
    assert await storage.notices.take(["telegram"]) == []
    for table in (models.organizer_roles, models.organizer_links, models.notices):
        assert await count(storage, table) == 0, table.name
    with pytest.raises(LinkSpent):
        await storage.organizers.peek(given, NOW)
    whose = {(deed.who, deed.organizer_id) for _, deed in await storage.audit.read(None)}
    assert whose == {("", None), ("", ida.id)}


async def test_two_owners_take_the_same_role_away(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """In the same moment: it is done once, and written down once."""
    other = await Storage.open(migrated_database_url, VAULT_KEY)
    ida, omar = await joins(storage, IDA, "owner"), await joins(storage, OMAR, "viewer", petition)
    done = await asyncio.gather(
        *(
            each.organizers.remove(petition, omar, ida, NOW)
            for each in (storage, other, storage, other)
        )
    )
    await other.close()
    assert sorted(done) == [False, False, False, True]
    assert [action for action, _ in await deeds(storage, petition)].count("removed") == 1
    assert await storage.organizers.find(OMAR) is None


async def test_two_roles_taken_away_at_once_leave_nobody_behind(
    storage: Storage, petition: Campaign
) -> None:
    """Whoever takes the second one sees that none is left."""
    await joins(storage, OMAR, "viewer", petition)
    omar = await joins(storage, OMAR, "viewer")
    await asyncio.gather(
        storage.organizers.remove(petition, omar, None, NOW),
        storage.organizers.remove(None, omar, None, NOW),
    )
    assert await storage.organizers.find(OMAR) is None
    assert await count(storage, models.organizer_roles) == 0


async def test_nothing_in_clear_is_kept_about_an_organizer(
    storage: Storage, petition: Campaign
) -> None:
    """Neither the name, nor the chat, nor the account, nor a link that still works."""
    token = await storage.organizers.link(petition, "viewer", None, NOW)
    ida = Person("telegram", "775533", "Ida Example", "fr", "775533")
    await storage.organizers.join(
        await storage.organizers.link(None, "owner", None, NOW), ida, "fr", NOW
    )
    async with storage.database.read() as connection:
        rows = (await connection.execute(select(models.organizers))).all()
        links = (await connection.execute(select(models.organizer_links))).all()
    kept = repr(rows) + repr(links)
    assert "Ida Example" not in kept
    assert "775533" not in kept
    assert token not in kept
    assert [each.digest for each in links] == [sha256(token.encode()).digest()]


# The audit log.


# Notices.


async def test_a_notice_is_handed_out_once(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """To whichever worker asks first, the oldest first, with the way to the person."""
    ida, omar = await joins(storage, IDA, "owner"), await joins(storage, OMAR, "viewer", petition)
    for number in range(20):
        await storage.notices.put([ida, omar], "anything", NOW, number=number)
    await storage.notices.put([], "anything", NOW)
    other = await Storage.open(migrated_database_url, VAULT_KEY)
    taken = await asyncio.gather(
        *((storage, other)[number % 2].notices.take(["telegram"], limit=7) for number in range(8))
    )
    await other.close()
    for each in taken:
        numbers = [notice.details["number"] for notice in each]
        assert numbers == sorted(numbers)
    told = sorted((notice.chat_id, notice.details["number"]) for each in taken for notice in each)
    assert told == [(who, number) for who in ("chat-ida", "chat-omar") for number in range(20)]
    assert await storage.notices.take(["telegram"]) == []
