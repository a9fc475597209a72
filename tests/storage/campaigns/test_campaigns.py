"""Campaigns: imported, opened, counted, closed."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event, select

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from handlers.domain.statistics import Totals
from storage import models
from storage.campaigns.campaigns import LISTED_FOR, Campaigns
from storage.campaigns.counts import COUNTED_FOR
from storage.campaigns.pictures import Picture
from storage.container import Storage
from storage.errors import CampaignFault, KeyFault
from storage.organisation_keys.key_pair import PrivateKey
from tests.support.petition import consent, draft_campaign, person
from tests.support.storage.petition import Clock, close, open_campaign, open_petition, prove_key

PICTURE = Picture("image/jpeg", b"not really a picture")
MARK = Picture("image/png", b"nor is this a mark")


async def test_an_imported_campaign_is_kept_as_it_was_written(storage: Storage) -> None:
    """Everything an organizer writes comes back; the campaign is a draft until it is opened."""
    given = draft_campaign(picture=PICTURE.sha256, mark=MARK.sha256)
    kept = await storage.campaigns.save(given, [PICTURE, MARK])
    assert replace(kept, id=0) == given
    assert await storage.campaigns.picture(PICTURE.sha256) == PICTURE
    assert await storage.campaigns.picture(MARK.sha256) == MARK
    assert await storage.campaigns.picture("0" * 64) is None
    assert await storage.campaigns.open() == []
    assert await storage.campaigns.get(kept.slug) is None, "supporters see no draft"
    assert await storage.campaigns.all() == [kept]


async def test_importing_again_changes_words_but_not_the_status(storage: Storage) -> None:
    """A typo is put right while people sign; a real campaign does not become a sample by it."""
    opened = await open_petition(storage, "release")
    again = draft_campaign(urgent=True, sample=True)
    french = replace(again.texts["en"], locale="fr", title="Libérez-les")
    saved = await storage.campaigns.save(replace(again, texts={"en": french, "fr": french}))
    assert (saved.id, saved.status, saved.urgent, saved.sample) == (opened.id, "open", True, False)
    assert saved.alert("fr").title == saved.alert("xx").title == "Libérez-les"
    assert await storage.campaigns.get("release") == saved


@pytest.mark.parametrize("what", ["picture", "mark"])
async def test_a_campaign_without_its_picture(storage: Storage, what: str) -> None:
    """A picture that is named but was never given is a fault, and nothing is kept."""
    with pytest.raises(CampaignFault, match=f"The {what} of"):
        await storage.campaigns.save(draft_campaign(**{what: PICTURE.sha256}))
    assert await storage.campaigns.all() == []


async def test_urgent_campaigns_come_first_then_the_newest(storage: Storage) -> None:
    """The list a supporter chooses from."""
    for slug, day, urgent in [("old", 1, False), ("new", 9, False), ("urgent", 5, True)]:
        await open_petition(storage, slug, date=date(2026, 3, day), urgent=urgent)
    assert [c.slug for c in await storage.campaigns.open()] == ["urgent", "new", "old"]


async def test_no_campaign_opens_without_a_proven_key(storage: Storage) -> None:
    """An unknown key, or one that nobody has answered for, would lose every signature."""
    await storage.campaigns.save(draft_campaign())
    public = PrivateKey.generate().public
    with pytest.raises(CampaignFault, match="add it first"):
        await open_campaign(storage, "release", public.fingerprint)
    await storage.organisation_keys.add(public)
    await storage.organisation_keys.challenge(public.fingerprint)
    assert not await storage.organisation_keys.answer(public.fingerprint, b"a guess")
    with pytest.raises(CampaignFault, match="challenge"):
        await open_campaign(storage, "release", public.fingerprint)
    with pytest.raises(CampaignFault, match="import it first"):
        await open_campaign(storage, "other", public.fingerprint)
    with pytest.raises(KeyFault, match="public file"):
        await storage.organisation_keys.challenge("unknown")


async def test_a_closed_campaign_stays_closed(storage: Storage, petition: Campaign) -> None:
    """Its pepper is destroyed: nothing leads from a person to their signature any more."""
    await storage.signatures.sign(petition, person("1"), Draft(), consent())
    await close(storage, "release")
    await close(storage, "release")
    async with storage.database.read() as connection:
        assert await connection.scalar(select(models.campaigns.c.pepper)) is None
    assert await storage.campaigns.open() == []
    closed = await storage.campaigns.get("release")
    assert closed is not None
    assert closed.status == "closed"
    assert await storage.signatures.find(closed, person("1")) is None
    assert not await storage.signatures.withdraw(closed, person("1"))
    assert await storage.signatures.total(closed) == 1
    with pytest.raises(CampaignFault, match="stays closed"):
        await open_campaign(storage, "release", await prove_key(storage))


async def test_closing_what_was_never_open(storage: Storage) -> None:
    """A draft, or a name with a typo, is told apart from a campaign that is closed."""
    await storage.campaigns.save(draft_campaign())
    with pytest.raises(CampaignFault, match="never opened"):
        await close(storage, "release")
    with pytest.raises(CampaignFault, match="no campaign relaese"):
        await close(storage, "relaese")


async def test_opening_twice_keeps_the_pepper(storage: Storage, petition: Campaign) -> None:
    """An operator repeats the command: those who signed are still known."""
    await storage.signatures.sign(petition, person("1"), Draft(), consent())
    await open_campaign(storage, "release", await prove_key(storage))
    assert not (await storage.signatures.sign(petition, person("1"), Draft(), consent())).new


async def test_totals_of_the_world_and_a_country(storage: Storage, petition: Campaign) -> None:
    """What waits to be counted shows as much as what is counted."""
    countries = ["FR", "FR", "BE", ""]
    for number, country in enumerate(countries):
        signer = person(str(number))
        await storage.signatures.sign(petition, signer, Draft(country=country), consent())
        if number == 1:
            await storage.sequencer.run_once()
    assert await storage.campaigns.totals(petition, "FR") == Totals(4, 2)
    assert await storage.campaigns.totals(petition, "BE") == Totals(4, 1)
    assert await storage.campaigns.totals(petition) == Totals(4, 0)
    await storage.signatures.withdraw(petition, person("0"))
    assert await storage.campaigns.totals(petition, "FR") == Totals(3, 1)


async def test_a_thousand_readers_cost_two_queries(storage: Storage, petition: Campaign) -> None:
    """However many chats ask for the list and the totals, the database is asked once."""
    clock = Clock()
    campaigns = Campaigns(storage.database, storage.vault, clock)
    asked = []

    async with storage.database.read() as connection:
        engine = connection.sync_connection
        assert engine is not None
        event.listen(
            engine.engine, "before_cursor_execute", lambda *call: asked.append(call[2]), named=False
        )

    async def read() -> None:
        await campaigns.open()
        await campaigns.totals(petition, "FR")

    await read()
    asked.clear()
    await asyncio.gather(*(read() for _ in range(500)))
    assert asked == []

    def queries() -> list[str]:
        return [each for each in asked if each.startswith("SELECT")]

    clock.now += COUNTED_FOR
    await asyncio.gather(*(read() for _ in range(500)))
    assert len(queries()) == 1, "the totals"
    clock.now += LISTED_FOR
    await asyncio.gather(*(read() for _ in range(500)))
    assert len(queries()) == 3, "the totals, and whether a campaign has changed"


async def test_another_process_sees_changes_after_a_while(
    storage: Storage, petition: Campaign
) -> None:
    """A campaign opened or changed elsewhere shows within seconds, and signatures too."""
    clock = Clock()
    elsewhere = Campaigns(storage.database, storage.vault, clock)
    assert await elsewhere.totals(petition, "FR") == Totals(0, 0)
    assert await elsewhere.open() == [petition]
    second = await open_petition(storage, "second")
    changed = await storage.campaigns.save(draft_campaign(urgent=True))
    await storage.signatures.sign(petition, person("1"), Draft(country="FR"), consent())
    assert await elsewhere.open() == [petition]
    assert await elsewhere.totals(petition, "FR") == Totals(0, 0)
    clock.now += LISTED_FOR
    assert await elsewhere.open() == [changed, second]
    assert await elsewhere.totals(petition, "FR") == Totals(1, 1)
