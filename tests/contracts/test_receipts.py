"""Receipts: what every store promises of those who have none, and of what is none."""

from datetime import UTC, datetime

import pytest

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft, NotAReceipt
from tests.support.petition import person
from tests.support.world import World

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)


async def test_who_has_not_signed_has_no_receipt(world: World, petition: Campaign) -> None:
    """Nor has anybody once the campaign is closed: nothing leads to them any more."""
    assert await world.stores.receipts.of(petition, person("1")) is None
    await world.sign(petition, person("2"), Draft(country="FR"))
    closed = await world.organizing.edits.close(petition, None, NOW)
    assert await world.stores.receipts.of(closed, person("2")) is None


@pytest.mark.parametrize("content", [b"", b"Hello", b"strange"])
async def test_what_never_was_a_receipt(world: World, content: bytes) -> None:
    with pytest.raises(NotAReceipt) as refused:
        await world.stores.receipts.check(content)
    assert refused.value.why == "strange"


@pytest.mark.parametrize("with_proof", [False, True])
async def test_a_receipt_is_worth_a_signature_to_whoever_shows_it(
    world: World, petition: Campaign, with_proof: bool
) -> None:
    """First a promise, then a proof; each takes the signature back once, closed or not."""
    await world.sign(petition, person("1"), Draft(country="FR"))
    assert await world.stores.receipts.of(petition, person("1")) is None, "there is no log yet"
    await world.keep_log(petition)
    if with_proof:
        await world.work()
        await world.checkpoint(petition)
    receipt = await world.stores.receipts.of(petition, person("1"))
    assert receipt is not None
    assert receipt.proven is with_proof
    checked = await world.stores.receipts.check(receipt.content)
    assert (checked.campaign, checked.country, checked.locale) == (petition, "FR", "fr")
    assert checked.signatures == (1 if with_proof else None)
    closed = await world.organizing.edits.close(petition, None, NOW)
    assert await world.stores.receipts.take_back(closed, checked.key)
    assert not await world.stores.receipts.take_back(closed, checked.key)
    assert not await world.stores.receipts.take_back(closed, "made up")
    assert await world.stores.signatures.total(closed) == 0
