"""Several keys, other keys later on, and no key: what is sealed to whom, and who learns of it."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select, update

from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.errors import CampaignFault, ExportFault, KeyFault
from storage.exports import claims, reader
from storage.exports.reader import Closed, Exported, Narrowed
from storage.organisation_keys.key_pair import PrivateKey, prove, short
from storage.organisation_keys.proven_keys import Use
from storage.organisation_keys.sealing import MOST_KEYS
from tests.support.petition import consent, draft_campaign, person
from tests.support.storage.petition import PRIVATE, VAULT_KEY, count, open_petition

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
PARTNER, NEXT = (PrivateKey.from_raw(bytes([each]) * 96) for each in (1, 2))
MINE, THEIRS, NEWER = (key.public.fingerprint for key in (PRIVATE, PARTNER, NEXT))


async def proven(storage: Storage, *keys: PrivateKey) -> None:
    """Their holders prove that they have them."""
    for key in keys:
        kept = await storage.organisation_keys.add(key.public)
        sealed = await storage.organisation_keys.challenge(kept.fingerprint)
        assert await storage.organisation_keys.answer(kept.fingerprint, prove(key, sealed))


async def sign(storage: Storage, petition: Campaign, *names: str) -> None:
    """Each signs, in a chat of their own."""
    for name in names:
        await storage.signatures.sign(petition, person(name), Draft(name, "FR"), consent())


async def read(storage: Storage, key: PrivateKey, slug: str = "release") -> set[str]:
    """The names that somebody who has that key gets, without a single complaint."""
    rows = [row async for row in reader.export(storage.database, slug, key)]
    names = [row.name for row in rows if isinstance(row, Exported)]
    assert len(names) == len(rows) == await reader.amount(storage.database, slug, key)
    return set(names)


async def organizer(storage: Storage, name: str, role: Role, campaign: Campaign) -> Organizer:
    """Somebody with a role in that campaign."""
    token = await storage.organizers.link(campaign, role, None, NOW)
    return await storage.organizers.join(token, person(name), "en", NOW)


async def test_a_partner_reads_what_the_organisation_reads(storage: Storage) -> None:
    """Chosen before the campaign opens; either key opens all, without the other."""
    draft = await storage.campaigns.save(draft_campaign())
    await proven(storage, PRIVATE, PARTNER)
    kept = await storage.edits.seal_to(draft, [THEIRS, MINE], None, NOW)
    assert kept.status == "draft"
    assert kept.keys == (MINE, THEIRS)
    petition = await storage.edits.open(draft, kept.keys, None, NOW)
    await sign(storage, petition, "Ida", "Ana")
    assert await read(storage, PRIVATE) == await read(storage, PARTNER) == {"Ida", "Ana"}
    with pytest.raises(KeyFault, match=f"{short(MINE)} or {short(THEIRS)}; this is key"):
        await reader.amount(storage.database, "release", NEXT)


async def test_a_campaign_moves_to_other_keys_while_it_is_open(
    storage: Storage, petition: Campaign
) -> None:
    """Each key opens what was signed in its time, and says how many others there are."""
    await sign(storage, petition, "Ida", "Ana")
    await proven(storage, PARTNER, NEXT)
    moved = await storage.edits.seal_to(petition, [NEWER, THEIRS], None, NOW)
    assert moved.keys == (THEIRS, NEWER)
    assert moved.status == "open"
    await sign(storage, petition, "Omar")
    database = storage.database
    assert await read(storage, PRIVATE) == {"Ida", "Ana"}
    assert await reader.closed(database, "release", PRIVATE) == [Closed((THEIRS, NEWER), 1)]
    assert await read(storage, PARTNER) == await read(storage, NEXT) == {"Omar"}
    assert await reader.closed(database, "release", NEXT) == [Closed((MINE,), 2)]
    assert await reader.closed(database, "release", NEXT, Narrowed("DE")) == []
    # Back to the first one: nothing is sealed anew, and only the newest are added.
    await storage.edits.seal_to(petition, [MINE], None, NOW)
    await sign(storage, petition, "Zoé")
    assert await read(storage, PRIVATE) == {"Ida", "Ana", "Zoé"}
    assert await storage.signatures.total(petition) == 4


async def test_whoever_signs_again_later_is_sealed_to_the_keys_of_then(
    storage: Storage, petition: Campaign
) -> None:
    """Ida withdraws and signs once more."""
    await sign(storage, petition, "Ida")
    await proven(storage, NEXT)
    await storage.edits.seal_to(petition, [NEWER], None, NOW)
    await sign(storage, petition, "Ida")
    assert await read(storage, NEXT) == set(), "she has signed already"
    assert await storage.signatures.withdraw(petition, person("Ida"))
    await sign(storage, petition, "Ida")
    assert await read(storage, NEXT) == {"Ida"}


async def test_a_process_that_has_not_heard_of_it_yet_seals_to_the_new_keys_all_the_same(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """It knows the campaign from a moment ago, and finds the other keys as it writes."""
    other = await Storage.open(migrated_database_url, VAULT_KEY)
    try:
        await sign(other, petition, "Ida")
        await proven(storage, NEXT)
        await storage.edits.seal_to(petition, [NEWER], None, NOW)
        await sign(other, petition, "Ana")
    finally:
        await other.close()
    assert await read(storage, PRIVATE) == {"Ida"}
    assert await read(storage, NEXT) == {"Ana"}


async def test_people_sign_while_the_keys_change(storage: Storage, petition: Campaign) -> None:
    """Nobody is turned away, and every signature opens with the keys it is said to."""
    await proven(storage, PARTNER, NEXT)
    names = [f"Ida {number}" for number in range(24)]

    async def move() -> None:
        for keys in ([NEWER], [THEIRS, NEWER], [MINE]):
            await storage.edits.seal_to(petition, keys, None, NOW)

    await asyncio.gather(*(sign(storage, petition, name) for name in names), move())
    found = [await read(storage, key) for key in (PRIVATE, PARTNER, NEXT)]
    assert set().union(*found) == set(names)


async def test_only_proven_keys_of_an_open_campaign(storage: Storage, petition: Campaign) -> None:
    """Whatever is wrong, it goes on sealing to what it did."""
    await storage.organisation_keys.add(PARTNER.public)
    for wrong, why in (
        ([MINE, THEIRS], "Nobody has proven"),
        ([NEWER], "no organisation key"),
        ([], "1 to 4 keys, not 0"),
    ):
        with pytest.raises(CampaignFault, match=why):
            await storage.edits.seal_to(petition, wrong, None, NOW)
    many = [PrivateKey.from_raw(bytes([each]) * 96) for each in range(10, 10 + MOST_KEYS)]
    await proven(storage, *many)
    wrong = [MINE, *(key.public.fingerprint for key in many)]
    with pytest.raises(CampaignFault, match="1 to 4 keys, not 5"):
        await storage.edits.seal_to(petition, wrong, None, NOW)
    assert (await storage.edits.seal_to(petition, [MINE, MINE], None, NOW)).keys == (MINE,)
    await storage.edits.close(petition, None, NOW)
    await proven(storage, PARTNER)
    with pytest.raises(CampaignFault, match="is closed"):
        await storage.edits.seal_to(petition, [THEIRS], None, NOW)


async def test_a_campaign_whose_keys_are_chosen_opens_with_no_other(storage: Storage) -> None:
    """Also where it is open already: which keys serve is said by one command alone."""
    draft = await storage.campaigns.save(draft_campaign())
    await proven(storage, PRIVATE, PARTNER)
    await storage.edits.seal_to(draft, [MINE, THEIRS], None, NOW)
    with pytest.raises(CampaignFault, match=f"to be opened, with other keys .{short(MINE)}, "):
        await storage.edits.open(draft, [MINE], None, NOW)
    await storage.edits.open(draft, [MINE, THEIRS], None, NOW)
    with pytest.raises(CampaignFault, match="open already, with other keys"):
        await storage.edits.open(draft, [THEIRS], None, NOW)


async def test_without_a_key_nobody_signs(storage: Storage, petition: Campaign) -> None:
    """Somebody deletes the keys behind our back: signing fails, and nothing is written plain."""
    async with storage.database.write() as connection:
        await connection.execute(delete(models.key_sets))
        await connection.execute(update(models.campaigns).values(revision=99))
    storage.campaigns.outdated()
    with pytest.raises(ValueError, match="1 to 4 keys, not 0"):
        await sign(storage, petition, "Ida")
    assert await count(storage, models.signatures) == 0
    assert await count(storage, models.waiting) == 0


async def test_owners_are_told_when_the_keys_change_on_the_server(
    storage: Storage, petition: Campaign
) -> None:
    """A thief's own key would not go unnoticed; who is no owner has nothing to decide."""
    ida = await organizer(storage, "ida", "owner", petition)
    await organizer(storage, "omar", "organizer", petition)
    await proven(storage, NEXT)
    await storage.edits.seal_to(petition, [MINE, NEWER], None, NOW)
    await storage.edits.seal_to(petition, [NEWER, MINE], None, NOW)
    [told] = await storage.notices.take(["telegram"])
    assert told.organizer.id == ida.id
    assert (told.kind, told.details) == (
        "keys",
        {
            "slug": "release",
            "title": "Release them",
            "before": short(MINE),
            "after": f"{short(MINE)}, {short(NEWER)}",
        },
    )
    deed = (await storage.audit.read(petition))[0][1]
    assert (deed.action, deed.organizer_id) == ("keys-changed", None)
    assert deed.details == {"before": short(MINE), "after": f"{short(MINE)}, {short(NEWER)}"}


async def test_owners_are_told_which_key_the_server_opens_with(storage: Storage) -> None:
    """Who opens it in the chat has just seen the key, and need not be told."""
    await proven(storage, PRIVATE)
    drafts = [await storage.campaigns.save(draft_campaign(slug)) for slug in ("first", "second")]
    owners = [await organizer(storage, "ida", "owner", draft) for draft in drafts]
    await storage.edits.open(drafts[0], [MINE], None, NOW)
    await storage.edits.open(drafts[1], [MINE], owners[1], NOW)
    [told] = await storage.notices.take(["telegram"])
    assert told.details["slug"] == "first"
    assert (told.details["before"], told.details["after"]) == ("", short(MINE))
    for draft in drafts:
        actions = [deed.action for _, deed in await storage.audit.read(draft)]
        assert actions[:2] == ["keys", "opened"]


async def test_what_each_key_serves_for(storage: Storage, petition: Campaign) -> None:
    """Old signatures count as well as new ones; a closed campaign seals to nothing any more."""
    other = await open_petition(storage, "other")
    await sign(storage, petition, "Ida", "Ana")
    await sign(storage, other, "Ida")
    await proven(storage, PARTNER, NEXT)
    await storage.edits.seal_to(petition, [NEWER], None, NOW)
    await sign(storage, petition, "Omar")
    await storage.edits.close(other, None, NOW)
    uses = await storage.organisation_keys.uses()
    assert uses == {
        MINE: Use([], {"other": 1, "release": 2}),
        THEIRS: Use([], {}),
        NEWER: Use(["release"], {"release": 1}),
    }
    assert [use.needed for use in uses.values()] == [True, False, True]


async def test_a_key_goes_only_when_nothing_is_sealed_to_it(
    storage: Storage, petition: Campaign
) -> None:
    """Not while a campaign seals to it, nor while a signature does; afterwards it may."""
    keys = storage.organisation_keys
    await sign(storage, petition, "Ida")
    with pytest.raises(KeyFault, match="signatures of release are sealed to it"):
        await keys.remove(MINE)
    await proven(storage, PARTNER, NEXT)
    await storage.edits.seal_to(petition, [THEIRS, NEWER], None, NOW)
    for key, why in (
        (MINE, r"signatures of release \(1\)"),
        (NEWER, "`campaign seal-to` chooses"),
        ("0" * 64, "no organisation key"),
    ):
        with pytest.raises(KeyFault, match=why):
            await keys.remove(key)
    await storage.signatures.withdraw(petition, person("Ida"))
    await keys.remove(MINE)
    assert [key.fingerprint for key in await keys.all()] == [THEIRS, NEWER]
    await sign(storage, petition, "Ana")
    await storage.edits.close(petition, None, NOW)
    await storage.sequencer.run_once()
    with pytest.raises(KeyFault, match="until they are erased"):
        await keys.remove(NEWER)
    await storage.retention.run_once(NOW + timedelta(days=91))
    for key in (THEIRS, NEWER):
        await keys.remove(key)
    assert await keys.all() == []
    assert await count(storage, models.key_sets) == 0


async def test_a_key_is_chosen_and_removed_at_once(storage: Storage, petition: Campaign) -> None:
    """Whichever comes first, the campaign never seals to a key that is gone."""
    await proven(storage, NEXT)
    outcomes = await asyncio.gather(
        storage.edits.seal_to(petition, [NEWER], None, NOW),
        storage.organisation_keys.remove(NEWER),
        return_exceptions=True,
    )
    assert sum(isinstance(each, CampaignFault | KeyFault) for each in outcomes) == 1
    await sign(storage, petition, "Ida")
    async with storage.database.read() as connection:
        row = (await connection.execute(select(models.signatures))).one()
    assert row.key_set == (1 if isinstance(outcomes[0], Exception) else 2)


async def test_what_was_granted_for_one_key_is_no_leave_for_many_more_with_another(
    storage: Storage, petition: Campaign
) -> None:
    """Ida grants the one signature of the old key; the new one opens a dozen."""
    ida = await organizer(storage, "ida", "owner", petition)
    await sign(storage, petition, "Ana")
    await proven(storage, NEXT)
    await storage.edits.seal_to(petition, [NEWER], None, NOW)
    await sign(storage, petition, *(f"Ben {number}" for number in range(reader.SLACK + 2)))
    many = await reader.amount(storage.database, "release", PRIVATE)
    number = await claims.ask(storage.database, "release", Narrowed(), many, NOW)
    await storage.exports.decide(petition, number, ida, NOW, grant=True)
    with pytest.raises(ExportFault, match="12 signatures by now, and 1 were granted"):
        await claims.use(storage.database, number, NEXT, NOW)
    await claims.use(storage.database, number, PRIVATE, NOW)
