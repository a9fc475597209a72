"""Signatures are held back, released and removed, many at a time."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.moderation import Decision, Found, Selection
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from tests.support.petition import consent, person
from tests.support.storage.petition import VAULT_KEY, close, count, counted, open_petition

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)

PICKED = Selection(held="picked")


@pytest.fixture
async def ida(storage: Storage) -> Organizer:
    """Ida, an owner."""
    token = await storage.organizers.link(None, "owner", None, NOW)
    return await storage.organizers.join(token, person("ida"), "en", NOW)


async def sign(storage: Storage, campaign: Campaign, *names: str, **more: Any) -> None:
    """These people sign, from France where nothing else is said."""
    country, locale = more.pop("country", "FR"), more.pop("locale", "fr")
    for name in names:
        await storage.signatures.sign(
            campaign, person(name), Draft(name, country), consent(locale=locale), **more
        )


async def finish(storage: Storage) -> None:
    """The worker does what was decided, and counts."""
    while await storage.moderation.run_once(limit=2):
        pass
    while await storage.sequencer.run_once():
        pass


async def log_of(storage: Storage) -> list[tuple[str, str | None]]:
    """The kinds and reasons of the leaves."""
    leaves = models.leaves.c
    async with storage.database.read() as connection:
        rows = await connection.execute(
            select(leaves.kind, leaves.reason).order_by(leaves.campaign_id, leaves.number)
        )
        return [(row.kind, row.reason) for row in rows]


async def total(storage: Storage, campaign: Campaign) -> int:
    """How many are counted."""
    return (await counted(storage, campaign)).get(("world", ""), 0)


async def test_held_ones_are_not_counted_until_they_are_released(
    storage: Storage, petition: Campaign, ida: Organizer
) -> None:
    """Two from Belgium wait, held; the rest is counted. Released, they are counted as well."""
    await sign(storage, petition, "a", "b", "c")
    await sign(storage, petition, "d", "e", country="BE")
    belgium = Selection(country="BE")
    assert await storage.moderation.count(petition, belgium) == Found(2, 0, 0)
    assert await storage.moderation.hold(petition, belgium, ida, NOW) == 2
    assert await storage.signatures.total(petition) == 3
    await finish(storage)
    assert await total(storage, petition) == 3
    found = await storage.moderation.count(petition, PICKED)
    assert (found.amount, found.counted) == (2, 0)
    assert await storage.moderation.decide(petition, PICKED, "release", 2, ida, NOW) == 2
    assert (await storage.moderation.count(petition, PICKED)).amount == 0
    await finish(storage)
    assert (await counted(storage, petition))["country", "BE"] == 2
    assert await total(storage, petition) == 5
    assert await count(storage, models.held) == 0
    actions = [(deed.action, deed.who) for _, deed in await storage.audit.read(petition)]
    assert actions == [("released", "Ida"), ("held", "Ida")]


async def test_counted_ones_stay_counted_until_they_are_removed(
    storage: Storage, petition: Campaign, ida: Organizer
) -> None:
    """Removing says so in the log, with its reason, and leaves nothing about the people."""
    await sign(storage, petition, "a", "b")
    await finish(storage)
    await sign(storage, petition, "c")
    assert await storage.moderation.count(petition, Selection()) == Found(3, 2, 0)
    assert await storage.moderation.hold(petition, Selection(), ida, NOW) == 3
    await finish(storage)
    assert await total(storage, petition) == 2
    assert (await storage.moderation.count(petition, PICKED)).counted == 2
    assert await storage.moderation.decide(petition, PICKED, "automated", 3, ida, NOW) == 3
    await finish(storage)
    assert await counted(storage, petition) == {}
    assert await log_of(storage) == [("add", None)] * 2 + [("invalidate", "automated")] * 2
    for table in (models.signatures, models.held, models.waiting):
        assert await count(storage, table) == 0, table.name
    async with storage.database.read() as connection:
        assert not any(await connection.scalars(select(models.leaves.c.signature_id)))
    deed = (await storage.audit.read(petition))[0][1]
    assert (deed.action, deed.details) == ("invalidated", {"count": 3, "reason": "automated"})


async def test_a_signature_that_is_held_from_the_start(
    storage: Storage, petition: Campaign, ida: Organizer
) -> None:
    """Its owner is told nothing else than anybody, and signs once; it counts when released."""
    await storage.campaigns.totals(petition)
    signed = await storage.signatures.sign(
        petition, person("a"), Draft("a", "FR"), consent(), held="suspicious"
    )
    assert signed.new
    await finish(storage)
    assert (await storage.campaigns.totals(petition)).world == 0
    assert await storage.signatures.find(petition, person("a")) == signed.signature
    again = await storage.signatures.sign(petition, person("a"), Draft("a", "FR"), consent())
    assert not again.new
    suspicious = Selection(held="suspicious")
    assert (await storage.moderation.count(petition, PICKED)).amount == 0
    await storage.moderation.decide(petition, suspicious, "release", 1, ida, NOW)
    await finish(storage)
    assert await total(storage, petition) == 1


@pytest.mark.parametrize("leave", ["withdraw", "forget"])
@pytest.mark.parametrize("was_counted", [True, False])
async def test_somebody_leaves_while_held(
    storage: Storage, petition: Campaign, ida: Organizer, leave: str, was_counted: bool
) -> None:
    """The count stays right whether the signature was in it or not, and nobody is held any more."""
    await sign(storage, petition, "a", "b")
    if was_counted:
        await finish(storage)
    await storage.campaigns.totals(petition)
    await storage.moderation.hold(petition, Selection(), ida, NOW)
    if leave == "withdraw":
        assert await storage.signatures.withdraw(petition, person("a"))
    else:
        await storage.supporters.forget(person("a"))
    await finish(storage)
    assert await total(storage, petition) == (1 if was_counted else 0)
    assert await count(storage, models.held) == 1
    await storage.moderation.decide(petition, PICKED, "release", 1, ida, NOW)
    await finish(storage)
    assert await total(storage, petition) == 1


async def test_what_can_be_chosen(storage: Storage, petition: Campaign, ida: Organizer) -> None:
    """Country, language, where the link was, the named link, and days; nothing of a person's."""
    other = await open_petition(storage, "other")
    await storage.origins.add(petition, "poster", "Posters")
    await sign(storage, petition, "a", "b", arrival=Arrival("origin", "poster"))
    await sign(storage, petition, "c", country="BE", arrival=Arrival("group"))
    await sign(storage, petition, "d", country="", locale="ar")
    await sign(storage, other, "a")
    table = models.signatures
    async with storage.database.write() as connection:
        arabic = update(table).where(table.c.locale == "ar")
        await connection.execute(arabic.values(signed_on=date(2026, 3, 1)))
    today = datetime.now(UTC).date()
    march = date(2026, 3, 1)
    for selection, amount in (
        (Selection(), 4),
        (Selection(country="FR"), 2),
        (Selection(country="BE", locale="fr"), 1),
        (Selection(country="BE", locale="ar"), 0),
        (Selection(locale="ar"), 1),
        (Selection(source="group"), 1),
        (Selection(source="origin", partner="poster"), 2),
        (Selection(partner="nothing"), 0),
        (Selection(since=march, until=march), 1),
        (Selection(since=march + timedelta(days=1)), 3),
        (Selection(until=march - timedelta(days=1)), 0),
        (Selection(since=today, until=today, country="FR"), 2),
    ):
        assert (await storage.moderation.count(petition, selection)).amount == amount, selection
    assert await storage.moderation.named_links(petition) == {"poster": "Posters"}
    assert await storage.moderation.hold(petition, Selection(country="FR"), ida, NOW) == 2
    assert (await storage.moderation.count(petition, Selection())).amount == 2
    belgians = Selection(held="picked", country="BE")
    assert (await storage.moderation.count(petition, belgians)).amount == 0
    assert await storage.moderation.hold(petition, Selection(country="FR"), ida, NOW) == 0


async def test_two_decide_at_once(
    storage: Storage, petition: Campaign, ida: Organizer, migrated_database_url: str
) -> None:
    """One says release, the other remove: each signature gets one decision, and one deed."""
    await sign(storage, petition, *map(str, range(12)))
    await storage.moderation.hold(petition, Selection(), ida, NOW)
    other = await Storage.open(migrated_database_url, VAULT_KEY)
    decisions: tuple[Decision, ...] = ("release", "legal")
    amounts = await asyncio.gather(
        *(
            each.moderation.decide(petition, PICKED, decision, 12, ida, NOW)
            for each, decision in zip((storage, other), decisions, strict=True)
        )
    )
    await other.close()
    assert sorted(amounts) == [0, 12]
    await finish(storage)
    kept = 12 if amounts[0] else 0
    assert await total(storage, petition) == kept
    assert await count(storage, models.signatures) == kept
    assert len(await storage.audit.read(petition)) == 2


async def test_everything_at_once(
    storage: Storage, petition: Campaign, ida: Organizer, migrated_database_url: str
) -> None:
    """People sign, withdraw, are counted, held, released and removed: the count is right."""
    other = await Storage.open(migrated_database_url, VAULT_KEY)
    people = [str(number) for number in range(30)]
    countries = ["FR", "BE", "DE"]

    async def sign_and_some_leave(number: int) -> None:
        await sign(storage, petition, people[number], country=countries[number % 3])
        if number % 5 == 0:
            await other.signatures.withdraw(petition, person(people[number]))

    async def work(store: Storage) -> None:
        for _ in range(12):
            await store.sequencer.run_once(limit=4)
            await store.moderation.run_once(limit=3)

    async def moderate(store: Storage) -> None:
        for _ in range(6):
            for country, decision in (("FR", "release"), ("BE", "automated")):
                await store.moderation.hold(petition, Selection(country=country), ida, NOW)
                those = Selection(held="picked", country=country)
                await store.moderation.decide(petition, those, decision, 99, ida, NOW)  # type: ignore[arg-type]  # one of the decisions

    await asyncio.gather(
        *(sign_and_some_leave(number) for number in range(30)),
        *map(work, (storage, other)),
        *map(moderate, (storage, other)),
    )
    await finish(storage)
    standing = await count(storage, models.signatures)
    assert await total(storage, petition) == standing
    assert await storage.signatures.total(petition) == standing
    for table in (models.held, models.waiting):
        assert await count(storage, table) == 0, table.name
    totals = await counted(storage, petition)
    assert totals["country", "DE"] == 8
    assert totals["country", "FR"] == 8
    kinds = [kind for kind, _ in await log_of(storage)]
    assert kinds.count("add") - kinds.count("withdraw") - kinds.count("invalidate") == standing
    await other.close()


async def test_a_worker_that_is_killed_half_way_leaves_the_rest_to_the_next(
    storage: Storage, petition: Campaign, ida: Organizer
) -> None:
    """What was decided is done by whoever looks next, and once."""
    await sign(storage, petition, *map(str, range(7)))
    await finish(storage)
    await storage.moderation.hold(petition, Selection(), ida, NOW)
    await storage.moderation.decide(petition, PICKED, "false-details", 7, ida, NOW)
    assert await storage.moderation.run_once(limit=3) == 3
    assert (await storage.moderation.piles(petition)).deciding
    assert await storage.moderation.run_once(limit=3) == 3
    assert await storage.moderation.run_once(limit=3) == 1
    assert await storage.moderation.run_once(limit=3) == 0
    assert not (await storage.moderation.piles(petition)).deciding
    await finish(storage)
    assert await counted(storage, petition) == {}


async def test_small_piles_are_not_told_apart(
    storage: Storage, petition: Campaign, ida: Organizer
) -> None:
    """Ten from France are a number; three from Belgium only add to how many piles there are."""
    today = datetime.now(UTC).date()
    await sign(storage, petition, *map(str, range(10)))
    await sign(storage, petition, "x", "y", "z", country="BE")
    await sign(storage, petition, "s", held="suspicious")
    await storage.moderation.hold(petition, Selection(), ida, NOW)
    piles = await storage.moderation.piles(petition)
    assert piles.amounts == {"picked": 13, "suspicious": 0}
    shown = [(pile.held, pile.country, pile.day, pile.amount) for pile in piles.largest]
    assert shown == [("picked", "FR", today, 10)]
    assert piles.smaller == 2


async def test_held_ones_are_erased_when_their_time_is_over(
    storage: Storage, petition: Campaign, ida: Organizer
) -> None:
    """Nobody decided; the promise to erase is kept all the same."""
    await sign(storage, petition, "a")
    await finish(storage)
    await sign(storage, petition, "b")
    await storage.moderation.hold(petition, Selection(), ida, NOW)
    await close(storage, petition.slug, NOW)
    assert await storage.retention.run_once(NOW + timedelta(days=91)) == 2
    assert await count(storage, models.held) == 0
    assert await total(storage, petition) == 1


async def test_those_held_in_a_closed_campaign_can_be_decided_about(
    storage: Storage, petition: Campaign, ida: Organizer
) -> None:
    """They signed while it was open."""
    await sign(storage, petition, "a", "b")
    await sign(storage, petition, "c", country="BE")
    await storage.moderation.hold(petition, Selection(), ida, NOW)
    await close(storage, petition.slug, NOW)
    france = Selection(held="picked", country="FR")
    await storage.moderation.decide(petition, france, "release", 2, ida, NOW)
    await storage.moderation.decide(petition, PICKED, "legal", 1, ida, NOW)
    await finish(storage)
    assert await total(storage, petition) == 2
    assert await count(storage, models.signatures) == 2
