"""Receipts in Telegram: a file that the bot sends, and files that people send to the bot."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.telegram.receive import LARGEST_TEXT
from bot.simulator.people.person import Person
from bot.simulator.world.files import StoredFile
from tests.support.storage.petition import close
from tests.support.town import Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


async def publish(town: Town, hours: int = 0) -> None:
    """What the worker does."""
    storage = town.parts.storage
    while await storage.sequencer.run_once():
        pass
    petition = await storage.campaigns.get("chechnya")
    assert petition is not None
    await storage.logs.begin(petition, "https://petition.example")
    now = datetime.now(UTC) + timedelta(hours=hours)
    await storage.logs.publish(petition, now, timedelta(hours=1))


async def signs(town: Town, name: str) -> Person:
    """Somebody signs, as far as the thanks."""
    person = town.simulator.person(name, "en")
    await person.says("/start chechnya")
    for choice in ("sign", "agree", "profile", "CA", "confirm"):
        await person.taps(choice)
    return person


async def receipt(person: Person) -> bytes:
    """They ask for a receipt, and get a file."""
    await person.says("/mydata")
    await person.taps("receipt")
    sent = await person.taps("receipt-yes")
    assert sent.document is not None
    assert sent.document.name == "chechnya.tlog-proof"
    return sent.document.data


async def test_a_receipt_from_the_chat_and_back(town: Town) -> None:
    """Amina gets a promise and then the proof; a friend sends the file in, and then its text."""
    await publish(town)
    amina = await signs(town, "Amina")
    promise = await receipt(amina)
    await publish(town, 1)
    proof = await receipt(amina)
    assert promise.startswith(b"porte-voix promise 1\n")
    assert proof.startswith(b"c2sp.org/tlog-proof@v1\n")
    friend = town.simulator.person("Bo", "en")
    await friend.says("/verify")
    said = await friend.sends_file(proof, "chechnya.tlog-proof", "application/octet-stream")
    assert "This receipt holds" in said.text
    assert "counted 1 signature" in said.text
    await friend.says("/verify")
    assert "This receipt holds" in (await friend.says(proof.decode().strip())).text
    assert "This promise is ours" in (await friend.says(f"/verify {promise.decode()}")).text


async def test_a_receipt_from_the_chat_takes_the_signature_back_after_closing(town: Town) -> None:
    """Nothing else leads to it any more."""
    amina = await signs(town, "Amina")
    await publish(town)
    proof = await receipt(amina)
    storage = town.parts.storage
    await close(storage, "chechnya")
    storage.campaigns.outdated()
    await amina.says("/withdraw")
    await amina.taps("verify")
    await amina.sends_file(proof, "chechnya.tlog-proof", "text/plain")
    await amina.taps("receipt-withdraw")
    await amina.taps("withdraw-yes")
    await publish(town, 1)
    petition = await storage.campaigns.get("chechnya")
    assert petition is not None
    last = await storage.log_reader.checkpoint(petition)
    assert last is not None
    assert (last.size, last.signatures) == (2, 0)


async def test_a_large_file_is_not_fetched(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """As large as a receipt may be is fetched; one byte more is not, and is said."""
    files = town.simulator.world.files
    at, fetched = files.at, []

    def noticed(path: str) -> StoredFile | None:
        fetched.append(path)
        return at(path)

    monkeypatch.setattr(files, "at", noticed)
    bo = town.simulator.person("Bo", "en")
    await bo.says("/verify")
    for size in (LARGEST_TEXT, LARGEST_TEXT + 1):
        said = await bo.sends_file(b"x" * size, f"{size}.txt", "text/plain")
        assert "too large for a receipt" in said.text
    assert len(fetched) == 1


async def test_nobodys_file_is_looked_at_unasked(town: Town) -> None:
    """Somebody sends one in the middle of signing, and one out of nowhere."""
    bo = town.simulator.person("Bo", "en")
    await bo.sends_file(b"hello", "a.txt", "text/plain")
    await bo.says("/start chechnya")
    await bo.taps("sign")
    await bo.sends_file(b"hello", "a.txt", "text/plain")
    assert not town.simulator.calls_of("getFile")
