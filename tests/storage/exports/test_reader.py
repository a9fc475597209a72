"""What the organisation reads with its private key."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import Selection
from handlers.domain.organizers import Organizer, Role
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.errors import CampaignFault, ExportFault, KeyFault
from storage.exports import claims, reader
from storage.exports.reader import Exported, Narrowed, Unreadable, export
from storage.exports.requests import VALID
from storage.organisation_keys.key_pair import PrivateKey
from tests.support.petition import consent, person
from tests.support.storage.petition import PRIVATE, VAULT_KEY, open_petition

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)


async def test_the_organisation_reads_every_signature(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many batches it takes; of this campaign and no other."""
    monkeypatch.setattr(reader, "BATCH", 2)
    other = await open_petition(storage, "other")
    await storage.signatures.sign(other, person("9"), Draft("Elsewhere"), consent())
    for number in range(5):
        draft = Draft(f"Ida {number}", "FR", f"ida{number}@example.org", "=1+1")
        await storage.signatures.sign(petition, person(str(number)), draft, consent())
    rows = [row async for row in export(storage.database, petition.slug, PRIVATE)]
    read = {row.name: row for row in rows if isinstance(row, Exported)}
    assert sorted(read) == [f"Ida {number}" for number in range(5)]
    ida = read["Ida 3"]
    assert (ida.country, ida.email, ida.comment) == ("FR", "ida3@example.org", "=1+1")
    assert (ida.locale, ida.channel, ida.partner, ida.generated) == ("fr", "telegram", "", False)
    assert ida.signed_on == datetime.now(UTC).date()


async def test_one_damaged_signature_does_not_stop_the_others(
    storage: Storage, petition: Campaign
) -> None:
    """A row was changed behind our back: it is reported, and the rest is read."""
    for number in range(3):
        await storage.signatures.sign(petition, person(str(number)), Draft("Ida"), consent())
    table = models.signatures
    async with storage.database.write() as connection:
        victim = await connection.scalar(select(table.c.id).limit(1))
        await connection.execute(
            update(table).where(table.c.id == victim).values(sealed=b"\1damaged")
        )
    rows = [row async for row in export(storage.database, petition.slug, PRIVATE)]
    assert len([row for row in rows if isinstance(row, Exported)]) == 2
    (damaged,) = [row for row in rows if isinstance(row, Unreadable)]
    assert victim is not None
    assert damaged.id == victim.hex()


async def test_the_wrong_key_or_campaign(storage: Storage, petition: Campaign) -> None:
    """One sentence instead of a thousand unreadable lines."""
    await storage.signatures.sign(petition, person("1"), Draft("Ida"), consent())
    with pytest.raises(KeyFault, match=PRIVATE.public.fingerprint[:16]):
        await anext(export(storage.database, petition.slug, PrivateKey.generate()))
    with pytest.raises(CampaignFault, match="no campaign nowhere"):
        await anext(export(storage.database, "nowhere", PRIVATE))


# Only some of them.


async def names(storage: Storage, campaign: Campaign, narrowed: Narrowed) -> dict[str, bool]:
    """Who is in the export, and whether they are marked as held."""
    rows = [row async for row in export(storage.database, campaign.slug, PRIVATE, narrowed)]
    found = {row.name: row.held for row in rows if isinstance(row, Exported)}
    assert await reader.amount(storage.database, campaign.slug, PRIVATE, narrowed) == len(found)
    return found


async def signed(
    storage: Storage, campaign: Campaign, name: str, country: str, locale: str
) -> None:
    """Somebody signs."""
    draft = Draft(name, country)
    await storage.signatures.sign(campaign, person(name), draft, consent(locale=locale))


async def organizer(storage: Storage, name: str = "ida", role: Role = "owner") -> Organizer:
    """Somebody with a role in every campaign."""
    token = await storage.organizers.link(None, role, None, NOW)
    return await storage.organizers.join(token, person(name), "en", NOW)


async def test_by_country_and_by_language(storage: Storage, petition: Campaign) -> None:
    """Each by itself, and both together."""
    await signed(storage, petition, "Ana", "FR", "fr")
    await signed(storage, petition, "Ben", "BE", "fr")
    await signed(storage, petition, "Cai", "BE", "en")
    for narrowed, there in (
        (Narrowed(), {"Ana", "Ben", "Cai"}),
        (Narrowed("BE"), {"Ben", "Cai"}),
        (Narrowed(locale="fr"), {"Ana", "Ben"}),
        (Narrowed("BE", "en"), {"Cai"}),
        (Narrowed("DE"), set[str]()),
    ):
        assert set(await names(storage, petition, narrowed)) == there, narrowed


async def test_what_is_held_is_left_out_unless_it_is_asked_for(
    storage: Storage, petition: Campaign
) -> None:
    """Then it is marked. What is just being released or removed is as if it were done."""
    ida = await organizer(storage)
    for name, country in (("Ana", "FR"), ("Ben", "BE"), ("Cai", "DE"), ("Dee", "ES")):
        await signed(storage, petition, name, country, "fr")
    for country in ("BE", "DE", "ES"):
        await storage.moderation.hold(petition, Selection(country=country), ida, NOW)
    germany, spain = (Selection(held="picked", country=each) for each in ("DE", "ES"))
    await storage.moderation.decide(petition, germany, "release", 1, ida, NOW)
    await storage.moderation.decide(petition, spain, "legal", 1, ida, NOW)
    assert await names(storage, petition, Narrowed()) == {"Ana": False, "Cai": False}
    with_held = await names(storage, petition, Narrowed(held=True))
    assert with_held == {"Ana": False, "Ben": True, "Cai": False}


# Owners grant it.


async def test_owners_are_those_who_can_grant(storage: Storage, petition: Campaign) -> None:
    """Of the house and of the campaign; not an organizer, not of another campaign, not who left."""
    other = await open_petition(storage, "other")
    database = storage.database
    assert await claims.owners(database, "release") == []
    await organizer(storage, "omar", "organizer")
    ida = await organizer(storage)
    owners = []
    for name, where in (("ana", petition), ("ben", other), ("cai", petition)):
        token = await storage.organizers.link(where, "owner", None, NOW)
        owners.append(await storage.organizers.join(token, person(name), "en", NOW))
    await storage.organizers.remove(petition, owners[2], None, NOW)
    assert await claims.owners(database, "release") == [ida.id, owners[0].id]
    with pytest.raises(CampaignFault, match="no campaign nowhere"):
        await claims.owners(database, "nowhere")


async def test_a_granted_request_is_used_once(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """By one of two commands that come at the same moment; before that by none."""
    ida, database = await organizer(storage), storage.database
    number = await claims.ask(database, "release", Narrowed("FR"), 0, NOW)
    with pytest.raises(ExportFault, match="not granted yet"):
        await claims.use(database, number, PRIVATE, NOW)
    await storage.exports.decide(petition, number, ida, NOW, grant=True)
    other = await Storage.open(migrated_database_url, VAULT_KEY)
    outcomes = await asyncio.gather(
        *(claims.use(each.database, number, PRIVATE, NOW) for each in (storage, other)),
        return_exceptions=True,
    )
    await other.close()
    [fault] = [each for each in outcomes if each is not None]
    assert isinstance(fault, ExportFault)
    assert "serves once" in str(fault)
    actions = [deed.action for _, deed in await storage.audit.read(petition)]
    assert actions == ["exported", "export-granted", "export-asked"]
    with pytest.raises(ExportFault, match="no export request 99"):
        await claims.use(database, 99, PRIVATE, NOW)


async def test_what_was_granted_lasts_a_day(storage: Storage, petition: Campaign) -> None:
    """Counted from the grant."""
    ida, database = await organizer(storage), storage.database
    first, second = [await claims.ask(database, "release", Narrowed(), 0, NOW) for _ in range(2)]
    later = NOW + VALID - timedelta(seconds=1)
    for number in (first, second):
        await storage.exports.decide(petition, number, ida, later, grant=True)
    await claims.use(database, first, PRIVATE, later + VALID - timedelta(seconds=1))
    with pytest.raises(ExportFault, match="has expired"):
        await claims.use(database, second, PRIVATE, later + VALID)
    [newest, oldest] = await storage.exports.of(petition, later + VALID)
    assert (newest.state, oldest.state) == ("expired", "used")


async def test_what_somebody_granted_who_is_an_owner_no_more_is_of_no_use(
    storage: Storage, petition: Campaign
) -> None:
    """Somebody has Ida's phone, and grants it; then Omar takes her role away."""
    ida, omar = [await organizer(storage, each) for each in ("ida", "omar")]
    database = storage.database
    first, second = [await claims.ask(database, "release", Narrowed(), 0, NOW) for _ in range(2)]
    await storage.exports.decide(petition, first, ida, NOW, grant=True)
    await storage.exports.decide(petition, second, omar, NOW, grant=True)
    await storage.organizers.remove(None, ida, omar, NOW)
    with pytest.raises(ExportFault, match="no owner of the campaign any more"):
        await claims.use(database, first, PRIVATE, NOW)
    await claims.use(database, second, PRIVATE, NOW)


async def test_it_may_not_have_grown_beyond_what_was_granted(
    storage: Storage, petition: Campaign
) -> None:
    """A few more are people who went on signing; more than that have to be granted anew."""
    ida, database = await organizer(storage), storage.database
    await signed(storage, petition, "Ana", "FR", "fr")
    first, second = [await claims.ask(database, "release", Narrowed(), 1, NOW) for _ in range(2)]
    for number in (first, second):
        await storage.exports.decide(petition, number, ida, NOW, grant=True)
    for number in range(reader.SLACK):
        await signed(storage, petition, f"Ben {number}", "FR", "fr")
    await claims.use(database, first, PRIVATE, NOW)
    await signed(storage, petition, "Cai", "FR", "fr")
    with pytest.raises(ExportFault, match="12 signatures by now, and 1 were granted"):
        await claims.use(database, second, PRIVATE, NOW)
    found = await claims.request(database, second, NOW)
    assert found is not None
    assert found.state == "granted", "it was not used up"
