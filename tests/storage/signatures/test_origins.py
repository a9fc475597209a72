"""Named links of partners and organizers, each with its own total."""

import pytest

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.signatures import Draft
from handlers.domain.statistics import Origin
from storage.container import Storage
from storage.errors import CampaignFault
from storage.exports.reader import Exported, export
from storage.signatures.origins import KNOWN_FOR, Origins
from tests.support.petition import consent, person
from tests.support.storage.petition import PRIVATE, Clock, counted, open_petition


async def test_a_poster_has_its_own_total(storage: Storage, petition: Campaign) -> None:
    """Two come by the poster and one by the newsletter; one leaves; one is not counted yet."""
    await storage.origins.add(petition, "poster", "Poster at the station")
    await storage.origins.add(petition, "news-1", "Newsletter of March")
    for number, code in enumerate(["poster", "poster", "news-1"]):
        await storage.signatures.sign(
            petition, person(str(number)), Draft(), consent(), Arrival("origin", code)
        )
        if number == 0:
            await storage.sequencer.run_once()
    await storage.signatures.withdraw(petition, person("0"))
    expected = [
        Origin("news-1", "Newsletter of March", 1),
        Origin("poster", "Poster at the station", 1),
    ]
    assert await storage.origins.of(petition) == expected
    await storage.sequencer.run_once()
    assert await storage.origins.of(petition) == expected
    totals = await counted(storage, petition)
    assert totals["partner", "poster"] == totals["partner", "news-1"] == 1
    assert totals["source", "telegram:origin"] == 2
    rows = [row async for row in export(storage.database, petition.slug, PRIVATE)]
    assert {row.partner for row in rows if isinstance(row, Exported)} == {"poster", "news-1"}


async def test_an_origin_belongs_to_its_campaign(storage: Storage, petition: Campaign) -> None:
    """The same code in two campaigns is two links; in a third it is none."""
    second, third = [await open_petition(storage, slug) for slug in ("second", "third")]
    await storage.origins.add(petition, "poster", "One")
    await storage.origins.add(second, "poster", "Two")
    await storage.signatures.sign(
        second, person("1"), Draft(), consent(), Arrival("origin", "poster")
    )
    await storage.signatures.sign(
        third, person("1"), Draft(), consent(), Arrival("origin", "poster")
    )
    assert await storage.origins.of(petition) == [Origin("poster", "One", 0)]
    assert await storage.origins.of(second) == [Origin("poster", "Two", 1)]
    assert (await storage.campaigns.figures(third)).sources == {"telegram:direct": 1}


async def test_a_typo_in_a_label_is_put_right(storage: Storage, petition: Campaign) -> None:
    """Adding the same code again changes what it is called, not what it counted."""
    await storage.origins.add(petition, "poster", "Psoter")
    await storage.signatures.sign(
        petition, person("1"), Draft(), consent(), Arrival("origin", "poster")
    )
    await storage.origins.add(petition, "poster", "Poster")
    assert await storage.origins.of(petition) == [Origin("poster", "Poster", 1)]


@pytest.mark.parametrize("code", ["", "-a", "A", "é", "a_b", "a b", "a" * 25, "a\n"])
async def test_a_code_that_no_link_can_carry(
    storage: Storage, petition: Campaign, code: str
) -> None:
    """The organizer is told what a code looks like."""
    with pytest.raises(CampaignFault, match="part of a link"):
        await storage.origins.add(petition, code, "Poster")
    assert await storage.origins.of(petition) == []


@pytest.mark.parametrize("label", ["", " ", "a\nb", "\x1b[2J", "a\u2028b", "\udcff"])
async def test_a_label_that_no_line_can_show(
    storage: Storage, petition: Campaign, label: str
) -> None:
    """A list of links stays a list."""
    with pytest.raises(CampaignFault, match="one line"):
        await storage.origins.add(petition, "poster", label)
    assert await storage.origins.of(petition) == []


async def test_a_new_origin_is_known_everywhere_soon(storage: Storage, petition: Campaign) -> None:
    """The process that serves people asks again after a while, not for every signature."""
    clock = Clock()
    elsewhere = Origins(storage.database, clock)
    assert not await elsewhere.known(petition, "poster")
    await storage.origins.add(petition, "poster", "Poster")
    assert await storage.origins.known(petition, "poster")
    assert not await elsewhere.known(petition, "poster")
    clock.now += KNOWN_FOR
    assert await elsewhere.known(petition, "poster")
    assert not await elsewhere.known(petition, "newsletter")
