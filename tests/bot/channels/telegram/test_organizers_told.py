"""The worker tells organizers in Telegram that something waits for them."""

from datetime import UTC, datetime

import pytest

from bot.jobs.notices import tell_organizers
from bot.simulator import Person
from handlers.domain import invites
from storage.exports import claims
from storage.exports.reader import Narrowed
from tests.support.outgoing import outgoing
from tests.support.town import Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


async def joins(town: Town, name: str, language: str) -> Person:
    """Somebody becomes an owner by a one-time link."""
    person = town.simulator.person(name, language)
    token = await town.parts.storage.organizers.link(None, "owner", None, datetime.now(UTC))
    await person.opens(town.simulator.deep_link(invites.organizer(token)))
    await person.taps("join-yes")
    return person


async def asks(town: Town) -> int:
    """Whoever has the private key asks for an export."""
    return await claims.ask(town.parts.storage.database, "chechnya", Narrowed("FR"), 120)


async def tell(town: Town) -> None:
    """The worker looks once."""
    async with outgoing(town) as registry:
        await tell_organizers(town.parts.storage.notices, registry)


async def test_owners_are_told_once_in_their_language_and_answer_there(town: Town) -> None:
    """The buttons under the message work."""
    ida, omar = await joins(town, "Ida", "en"), await joins(town, "Omar", "ar")
    number = await asks(town)
    before = len(ida.screen)
    for _ in range(2):
        await tell(town)
    assert len(ida.screen) == before + 1
    assert "120 signatures" in ida.last.text
    assert "France" in ida.last.text
    assert "فرنسا" in omar.last.text
    assert ida.last.choices[:2] == ["grant", "refuse"]
    await ida.taps("grant")
    found = await claims.request(town.parts.storage.database, number)
    assert found is not None
    assert found.state == "granted"


async def test_an_owner_who_blocked_the_bot_does_not_keep_others_from_being_told(
    town: Town,
) -> None:
    """What cannot be sent is not tried again: the desk shows it too."""
    ida, omar = await joins(town, "Ida", "en"), await joins(town, "Omar", "en")
    await asks(town)
    await ida.blocks()
    await tell(town)
    assert "120 signatures" in omar.last.text
    assert await town.parts.storage.notices.take(["telegram"]) == []


async def test_a_notice_that_this_version_does_not_know_is_passed_over(town: Town) -> None:
    """A newer process wrote it while this one is still running."""
    ida = await joins(town, "Ida", "en")
    storage = town.parts.storage
    before = len(ida.screen)
    owners = await storage.organizers.of(None)
    await storage.notices.put(owners, "of-tomorrow", datetime.now(UTC))
    await asks(town)
    await tell(town)
    assert len(ida.screen) == before + 1
