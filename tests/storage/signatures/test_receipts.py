"""Receipts: a signer can prove that they are counted, and act when nothing else leads to them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft, NotAReceipt, Receipt
from storage.container import Storage
from storage.transparency_log.formats import notes
from storage.transparency_log.formats.commitments import Committed, parse
from storage.transparency_log.formats.notes import SignerKey, VerifierKey
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.proofs import parse as parse_proof
from storage.transparency_log.formats.receipts import Opened, verify
from storage.transparency_log.formats.refusals import Reason, Refused
from tests.support.petition import consent, person
from tests.support.storage.petition import close, open_petition

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)
IDA = person("Ida")


async def publish(storage: Storage, petition: Campaign, hours: int = 0) -> None:
    """What workers do: count, and sign a checkpoint every hour."""
    while await storage.sequencer.run_once():
        pass
    await storage.logs.begin(petition, "https://petition.example")
    await storage.logs.publish(petition, NOW + hours * HOUR, HOUR)


async def sign(storage: Storage, petition: Campaign, *names: str) -> None:
    """People sign, and are not counted yet."""
    for name in names:
        await storage.signatures.sign(petition, person(name), Draft(name, "FR"), consent())


async def receipt_of(storage: Storage, petition: Campaign, name: str = "Ida") -> Receipt:
    """A receipt that somebody asked for."""
    receipt = await storage.receipts.of(petition, person(name))
    assert receipt is not None
    return receipt


async def policy(storage: Storage, petition: Campaign) -> Policy:
    """Trust in this log alone."""
    key = await storage.log_reader.key(petition)
    assert key is not None
    return Policy.of_log(key)


async def test_first_a_promise_and_then_the_proof(storage: Storage, petition: Campaign) -> None:
    """Ida asks right after signing, and again after the next checkpoint."""
    await publish(storage, petition)
    await sign(storage, petition, "Ida", "Bo")
    promise = await receipt_of(storage, petition)
    assert not promise.proven
    promised = verify(promise.content, await policy(storage, petition))
    assert promised.kind == "promise"
    await publish(storage, petition, 1)
    receipt = await receipt_of(storage, petition)
    assert receipt.proven
    proven = verify(receipt.content, await policy(storage, petition))
    assert proven.kind == "proof"
    assert proven.opened == promised.opened
    assert proven.checked is not None
    assert proven.checked.checkpoint.size == 2
    committed = proven.opened.committed
    assert (committed.slug, committed.country, committed.locale) == ("release", "FR", "fr")
    assert committed.wording == consent().wording.hash


async def test_a_receipt_is_worth_as_much_years_later(storage: Storage, petition: Campaign) -> None:
    """The log grows, and the old receipt holds."""
    await sign(storage, petition, "Ida")
    await publish(storage, petition)
    receipt = await receipt_of(storage, petition)
    await sign(storage, petition, *map(str, range(20)))
    await publish(storage, petition, 1)
    assert verify(receipt.content, await policy(storage, petition)).kind == "proof"
    newer = await receipt_of(storage, petition)
    assert verify(newer.content, await policy(storage, petition)).kind == "proof"


async def test_without_a_log_there_is_no_receipt(storage: Storage, petition: Campaign) -> None:
    """No worker has run yet."""
    await sign(storage, petition, "Ida")
    assert await storage.receipts.of(petition, IDA) is None


async def test_who_has_not_signed_gets_none(storage: Storage, petition: Campaign) -> None:
    """Nobody can find out by a receipt whether somebody else has signed."""
    await publish(storage, petition)
    assert await storage.receipts.of(petition, IDA) is None


@pytest.mark.parametrize("kind", ["promise", "proof"])
@pytest.mark.parametrize("backend", ["sqlite"])
async def test_every_flipped_byte_is_refused(
    storage: Storage, petition: Campaign, kind: str
) -> None:
    """Somebody changes one bit of a receipt, wherever: it is none any more, and is told why."""
    await sign(storage, petition, "Bo", "Ida", "Cy")
    await publish(storage, petition)
    if kind == "promise":
        await sign(storage, petition, "Di")
    receipt = await receipt_of(storage, petition, "Di" if kind == "promise" else "Ida")
    trusted = await policy(storage, petition)
    assert verify(receipt.content, trusted).kind == kind
    for place in range(len(receipt.content)):
        changed = bytearray(receipt.content)
        changed[place] ^= 1
        with pytest.raises(Refused) as caught:
            verify(bytes(changed), trusted)
        assert caught.value.reason in Reason


async def test_a_receipt_of_another_log(storage: Storage, petition: Campaign) -> None:
    """Somebody shows a receipt that they signed themselves."""
    await sign(storage, petition, "Ida")
    await publish(storage, petition)
    receipt = await receipt_of(storage, petition)
    forged = SignerKey.generate("petition.example/c/release/log").verifier
    with pytest.raises(Refused) as caught:
        verify(receipt.content, Policy.of_log(forged))
    assert caught.value.reason == Reason.UNSIGNED
    with pytest.raises(Refused) as caught:
        verify(receipt.content, Policy.of_log(VerifierKey("other.example/log", forged.raw)))
    assert caught.value.reason == Reason.ORIGIN


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"\xff", b"porte-voix promise 1\n", b"x" * 99_999]
)
async def test_what_is_no_receipt(storage: Storage, petition: Campaign, content: bytes) -> None:
    """People send anything to be checked."""
    await publish(storage, petition)
    with pytest.raises(Refused):
        verify(content, await policy(storage, petition))


async def test_after_closing_one_acts_with_the_receipt(
    storage: Storage, petition: Campaign
) -> None:
    """Nothing but her receipt leads from Ida to her signature any more: it takes that back."""
    await sign(storage, petition, "Ida", "Bo")
    await publish(storage, petition)
    receipt = await receipt_of(storage, petition)
    await close(storage, "release")
    assert await storage.receipts.of(petition, IDA) is None
    opened = verify(receipt.content, await policy(storage, petition)).opened
    assert await storage.receipts.withdraw(petition, opened)
    assert not await storage.receipts.withdraw(petition, opened), "it is gone"
    await publish(storage, petition, 1)
    last = await storage.log_reader.checkpoint(petition)
    assert last is not None
    assert (last.size, last.signatures) == (3, 1)


async def test_a_receipt_with_another_salt_takes_nothing_back(
    storage: Storage, petition: Campaign
) -> None:
    """Who knows a signature's number alone can do nothing with it, nor in another campaign."""
    other = await open_petition(storage, "other")
    await sign(storage, petition, "Ida")
    await publish(storage, petition)
    receipt = await receipt_of(storage, petition)
    opened = verify(receipt.content, await policy(storage, petition)).opened
    assert not await storage.receipts.withdraw(petition, Opened(bytes(32), opened.committed))
    assert not await storage.receipts.withdraw(other, opened)
    assert await storage.signatures.total(petition) == 1


async def test_anybody_can_have_a_receipt_checked(storage: Storage, petition: Campaign) -> None:
    """The store finds the log by the receipt, whichever petition it is of, open or closed."""
    other = await open_petition(storage, "other")
    await sign(storage, petition, "Bo", "Ida")
    await publish(storage, petition)
    await sign(storage, petition, "Cy")
    await sign(storage, other, "Ida")
    await publish(storage, other)
    promise = await receipt_of(storage, petition, "Cy")
    proof = await receipt_of(storage, petition)
    theirs = await receipt_of(storage, other)
    await close(storage, "release")
    found = await storage.receipts.check(proof.content)
    assert (found.campaign.slug, found.campaign.status) == ("release", "closed")
    assert (found.country, found.locale, found.signatures) == ("FR", "fr", 2)
    assert (await storage.receipts.check(promise.content)).signatures is None
    assert (await storage.receipts.check(theirs.content)).campaign.slug == "other"
    assert not await storage.receipts.take_back(other, found.key), "of another petition"
    assert not await storage.receipts.take_back(petition, "no key!")
    assert not await storage.receipts.take_back(petition, "")
    assert await storage.receipts.take_back(found.campaign, found.key)
    assert not await storage.receipts.take_back(found.campaign, found.key)


async def refused(storage: Storage, content: bytes) -> str:
    """What somebody is told of it."""
    with pytest.raises(NotAReceipt) as caught:
        await storage.receipts.check(content)
    return caught.value.why


async def test_what_people_are_told_of_what_is_none(storage: Storage, petition: Campaign) -> None:
    """It is something else, or cut, or changed, or made up, or another log's, or far too long."""
    await sign(storage, petition, "Bo", "Ida")
    await publish(storage, petition)
    receipt = (await receipt_of(storage, petition)).content
    for strange in (b"", b"Hello!", b"\xff\xfe", b"https://example.org/\n\nx"):
        assert await refused(storage, strange) == "strange"
    assert await refused(storage, b"x" * 99_999) == "long"
    assert await refused(storage, receipt[: len(receipt) // 4]) == "damaged"
    assert await refused(storage, receipt.replace(b"\nindex ", b"\nindex 0")) == "damaged"
    forger = SignerKey.generate("petition.example/c/release/log")
    proof = parse_proof(receipt)
    text = notes.parse(proof.checkpoint).text
    forged = replace(proof, checkpoint=notes.sign(text, forger).content)
    assert await refused(storage, forged.content) == "forged"
    more = replace(proof, checkpoint=proof.checkpoint.replace(b"signatures 2", b"signatures 3"))
    assert await refused(storage, more.content) == "forged"
    elsewhere = receipt.replace(b"petition.example", b"elsewhere.example")
    assert await refused(storage, elsewhere) == "elsewhere"


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_people_are_told_of_every_flipped_byte(storage: Storage, petition: Campaign) -> None:
    """No change of a receipt, wherever, is let pass or makes anything fall over."""
    await sign(storage, petition, "Bo", "Ida")
    await publish(storage, petition)
    receipt = (await receipt_of(storage, petition)).content
    told = set()
    for place in range(0, len(receipt), 3):
        changed = bytearray(receipt)
        changed[place] ^= 1
        told.add(await refused(storage, bytes(changed)))
    assert told == {"strange", "damaged", "forged", "elsewhere"}


async def test_nothing_is_left_to_open_what_was_withdrawn(
    storage: Storage, petition: Campaign
) -> None:
    """Ida has withdrawn: the server cannot write her a receipt, or tell which leaf was hers."""
    await sign(storage, petition, "Ida")
    await publish(storage, petition)
    assert await storage.signatures.withdraw(petition, IDA)
    await publish(storage, petition, 1)
    assert await storage.receipts.of(petition, IDA) is None


def test_the_lines_of_a_commitment_are_read_back() -> None:
    """Somebody who writes a verifier of their own finds one spelling only."""
    committed = Committed("release", bytes(16), bytes(32), "", "fr", "0" * 64)
    assert parse(committed.lines()) == committed
    for wrong in (b"", committed.lines()[:-1], committed.lines() + b"\n", b"\xff"):
        with pytest.raises(ValueError, match=r"."):
            parse(wrong)
