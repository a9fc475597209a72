"""Signing, being counted, and taking it back."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import CampaignClosed, Draft
from storage import models
from storage.container import Storage
from storage.organisation_keys.sealing import unseal
from tests.support.petition import AGREED_AT, consent, person
from tests.support.storage.petition import PRIVATE, VAULT_KEY, close, count, counted, open_petition

DRAFT = Draft(name="Ida", country="FR", email="ida@example.org", comment="For them all")


async def test_signing_is_remembered_with_the_words_that_were_agreed_to(
    storage: Storage, petition: Campaign
) -> None:
    """Ida signs; she is counted at once, and the consent is the one she was shown."""
    signed = await storage.signatures.sign(petition, person("1"), DRAFT, consent())
    assert signed.new
    assert await storage.signatures.total(petition) == 1
    found = await storage.signatures.find(petition, person("1"))
    assert found == signed.signature
    assert found is not None
    assert (found.since, found.country, found.locale) == (datetime.now(UTC).date(), "FR", "fr")
    assert found.consent.wording == consent().wording
    assert found.consent.given_at == AGREED_AT.replace(minute=0, second=0), "to the hour"
    assert await storage.signatures.of(person("1")) == [(petition, found)]


async def test_only_the_organisation_can_read_what_was_written(
    storage: Storage, petition: Campaign
) -> None:
    """The row of a signature opens with the private key and says just what Ida wrote."""
    await storage.signatures.sign(petition, person("1"), DRAFT, consent())
    async with storage.database.read() as connection:
        row = (await connection.execute(select(models.signatures))).one()
    opened = unseal(PRIVATE, petition.slug, row.id, row.sealed)
    assert (opened.name, opened.email, opened.comment) == ("Ida", "ida@example.org", "For them all")


async def test_two_confirms_at_once_make_one_signature(
    storage: Storage, petition: Campaign
) -> None:
    """Ida taps Confirm ten times in a row."""
    signed = await asyncio.gather(
        *(storage.signatures.sign(petition, person("1"), DRAFT, consent()) for _ in range(10))
    )
    assert [each.new for each in signed].count(True) == 1
    assert await count(storage, models.signatures) == 1
    assert await storage.signatures.total(petition) == 1


async def test_many_sign_at_once(storage: Storage, petition: Campaign) -> None:
    """Fifty people sign in the same moment: nobody waits in vain, everybody is counted."""
    await asyncio.gather(
        *(storage.signatures.sign(petition, person(str(n)), DRAFT, consent()) for n in range(50))
    )
    assert await storage.signatures.total(petition) == 50


async def test_a_signature_taken_back_at_once_leaves_nothing(
    storage: Storage, petition: Campaign
) -> None:
    """Ida withdraws before she was counted: she just leaves the queue."""
    await storage.signatures.sign(petition, person("1"), DRAFT, consent())
    assert await storage.signatures.withdraw(petition, person("1"))
    assert await storage.signatures.find(petition, person("1")) is None
    assert await storage.signatures.total(petition) == 0
    assert await count(storage, models.signatures) == 0
    assert await count(storage, models.waiting) == 0
    assert not await storage.signatures.withdraw(petition, person("1")), "there is nothing left"


async def test_a_counted_signature_taken_back_leaves_an_honest_count(
    storage: Storage, petition: Campaign
) -> None:
    """Ida withdraws after she was counted: the log says so, and nothing points at her."""
    await storage.signatures.sign(petition, person("1"), DRAFT, consent())
    await storage.sequencer.run_once()
    assert await storage.signatures.withdraw(petition, person("1"))
    assert await storage.signatures.total(petition) == 0
    await storage.sequencer.run_once()
    assert await counted(storage, petition) == {}
    async with storage.database.read() as connection:
        leaves = await connection.execute(
            select(models.leaves.c.kind, models.leaves.c.signature_id).order_by("number")
        )
        assert [tuple(leaf) for leaf in leaves] == [("add", None), ("withdraw", None)]


async def test_signing_again_after_withdrawing(storage: Storage, petition: Campaign) -> None:
    """Ida changes her mind twice and is counted once."""
    for _ in range(2):
        await storage.signatures.sign(petition, person("1"), DRAFT, consent())
        await storage.sequencer.run_once()
        await storage.signatures.withdraw(petition, person("1"))
    signed = await storage.signatures.sign(petition, person("1"), DRAFT, consent())
    assert signed.new
    await storage.sequencer.run_once()
    assert (await counted(storage, petition))["world", ""] == 1


async def test_withdrawing_twice_at_once_takes_back_one_signature(
    storage: Storage, petition: Campaign
) -> None:
    """Ida taps Withdraw several times: it is counted off once."""
    await storage.signatures.sign(petition, person("1"), DRAFT, consent())
    await storage.signatures.sign(petition, person("2"), DRAFT, consent())
    await storage.sequencer.run_once()
    taken_back = await asyncio.gather(
        *(storage.signatures.withdraw(petition, person("1")) for _ in range(5))
    )
    assert taken_back.count(True) == 1
    assert await storage.signatures.total(petition) == 1


async def test_withdrawing_while_being_counted(storage: Storage, petition: Campaign) -> None:
    """Whichever comes first, Ida's withdrawal or the sequencer, nobody is counted too much."""
    people = [person(str(n)) for n in range(40)]
    for each in people:
        await storage.signatures.sign(petition, each, DRAFT, consent())

    async def sequence() -> None:
        for _ in range(20):
            await storage.sequencer.run_once(limit=3)

    await asyncio.gather(
        sequence(), *(storage.signatures.withdraw(petition, each) for each in people[::2])
    )
    assert await storage.signatures.total(petition) == 20
    while await storage.sequencer.run_once():
        pass
    assert (await counted(storage, petition))["world", ""] == 20
    assert await count(storage, models.signatures) == 20


async def test_a_closed_campaign_takes_no_signature(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """The campaign closes between Ida's review and her tap; no process lets her in."""
    elsewhere = await Storage.open(migrated_database_url, VAULT_KEY)
    await elsewhere.campaigns.open()  # It will not look again for a while.
    await close(storage, petition.slug)
    for each in (storage, elsewhere):
        with pytest.raises(CampaignClosed):
            await each.signatures.sign(petition, person("1"), DRAFT, consent())
    await elsewhere.close()
    assert await count(storage, models.signatures) == 0


async def test_closing_while_people_sign(storage: Storage, petition: Campaign) -> None:
    """Whoever was told that they are in is in; after the closing nobody gets in."""
    closed = asyncio.Event()

    async def sign(number: int) -> bool:
        late = closed.is_set()
        try:
            await storage.signatures.sign(petition, person(str(number)), DRAFT, consent())
        except CampaignClosed:
            return False
        assert not late
        return True

    async def close_it() -> int:
        await close(storage, petition.slug)
        closed.set()
        return await count(storage, models.signatures)

    *signed, at_closing = await asyncio.gather(
        *(sign(number) for number in range(20)),
        close_it(),
    )
    told = signed.count(True)
    assert told == at_closing == await count(storage, models.signatures)


async def test_the_same_person_under_two_campaigns(storage: Storage, petition: Campaign) -> None:
    """Ida signs two petitions: no stored value tells that it is the same person."""
    second = await open_petition(storage, "second")
    await storage.signatures.sign(petition, person("1"), DRAFT, consent())
    await storage.signatures.sign(second, person("1"), DRAFT, consent())
    assert {c.slug for c, _ in await storage.signatures.of(person("1"))} == {"release", "second"}
    async with storage.database.read() as connection:
        tags = (await connection.scalars(select(models.signatures.c.tag))).all()
    assert len(set(tags)) == 2


async def test_a_wording_that_is_not_what_its_hash_says(
    storage: Storage, petition: Campaign
) -> None:
    """Words are kept as proof; a hash of other words would prove the wrong thing."""
    shown = consent()
    wrong = type(shown)("sign", type(shown.wording)("0" * 64, "3", "fr", "Other words"), AGREED_AT)
    with pytest.raises(ValueError, match="hash"):
        await storage.signatures.sign(petition, person("1"), DRAFT, wrong)
    assert await count(storage, models.signatures) == 0
