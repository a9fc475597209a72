"""Owners grant and refuse that signatures are decrypted."""

from datetime import datetime

from handlers.dialogue.messages import Reply, Words
from handlers.domain.campaigns import Campaign
from handlers.organizer import notices
from tests.support.desk import House, house
from tests.support.fakes.exports import VALID


async def ask(there: House, campaign: Campaign, now: datetime) -> int:
    """Somebody who holds the private key gives the export command, for a part of them."""
    return await there.world.ask_export(campaign, 120, now, country="FR", locale="fr", held=True)


async def state(there: House, number: int, now: datetime) -> str:
    """How the request stands."""
    campaign = await there.world.campaign("release")
    found = await there.organizing.exports.get(campaign, number, now)
    assert found is not None
    return found.state


async def notice(there: House) -> list[Reply]:
    """What the worker tells the organizers now."""
    found = [notices.reply(each.kind, each.details) for each in await there.world.notices()]
    return [each for each in found if each is not None]


async def test_an_owner_is_told_and_grants_it() -> None:
    """By the buttons of the message itself; it says how many, and which ones."""
    async with house() as there:
        release = await there.petition()
        ida = await there.organizer("Ida", "owner", release)
        number = await ask(there, release, ida.now)
        [told] = await notice(there)
        assert told.id == "export"
        assert told.args["count"] == 120
        which = told.args["which"]
        assert isinstance(which, tuple)
        assert [each.id for each in which] == ["export-country", "export-language", "export-held"]
        assert await ida.taps("grant", told) == "export"
        assert ida.last.args["state"] == Words("export-told-granted")
        assert await state(there, number, ida.now) == "granted"
        assert ida.offered()[:2] == ["revoke", "exports"]
        actions = [deed.action for _, deed in await there.organizing.audit.read(release)]
        assert actions[:2] == ["export-granted", "export-asked"]


async def test_an_owner_finds_the_requests_at_the_desk_and_refuses_one() -> None:
    """Also without the message; what is decided has no buttons any more."""
    async with house() as there:
        release = await there.petition()
        ida = await there.organizer("Ida", "owner", release)
        await ida.commands("organize")
        assert await ida.taps("exports") == "exports-none"
        number = await there.world.ask_export(release, 120, ida.now)
        await ida.taps("desk")
        assert await ida.taps("exports") == "exports"
        assert await ida.taps(f"n_{number}") == "export"
        assert ida.last.args["which"] == Words("export-all")
        assert await ida.taps("refuse") == "export"
        assert await state(there, number, ida.now) == "refused"
        assert not {"grant", "refuse", "revoke"} & set(ida.offered())
        assert await ida.taps("exports") == "exports"
        assert f"n_{number}" not in ida.offered()


async def test_what_was_granted_can_be_taken_back_until_it_is_used() -> None:
    """And not afterwards."""
    async with house() as there:
        release = await there.petition()
        ida = await there.organizer("Ida", "owner", release)
        first, second = await ask(there, release, ida.now), await ask(there, release, ida.now)
        told = await notice(there)
        for each in told:
            await ida.taps("grant", each)
        granted = ida.last
        assert await there.world.use_export(second, ida.now)
        assert await ida.taps("revoke", granted) == "export"
        assert ida.notes == ["export-late"]
        assert ida.last.args["state"] == Words("export-told-used")
        await ida.taps("exports")
        await ida.taps(f"n_{first}")
        await ida.taps("revoke")
        assert not await there.world.use_export(first, ida.now)
        assert await state(there, first, ida.now) == "refused"


async def test_two_owners_answer_differently() -> None:
    """The first answer counts; whoever grants after a refusal is told that it is decided."""
    async with house() as there:
        release = await there.petition()
        ida = await there.organizer("Ida", "owner", release)
        eve = await there.organizer("Eve")
        number = await ask(there, release, ida.now)
        told = await notice(there)
        assert len(told) == 2
        await ida.taps("refuse", told[0])
        assert await eve.taps("grant", told[1]) == "export"
        assert eve.notes == ["export-late"]
        assert await state(there, number, ida.now) == "refused"


async def test_a_request_that_nobody_answered_expires() -> None:
    """After a day it cannot be granted any more."""
    async with house() as there:
        release = await there.petition()
        ida = await there.organizer("Ida", "owner", release)
        number = await ask(there, release, ida.now)
        [told] = await notice(there)
        ida.now += VALID
        await ida.taps("grant", told)
        assert ida.notes == ["export-late"]
        assert await state(there, number, ida.now) == "expired"


async def test_only_owners_are_told_and_may_answer() -> None:
    """Not an organizer of the campaign, nor an owner of another one, nor a stranger."""
    async with house() as there:
        release, other = await there.petition("release"), await there.petition("other")
        ida = await there.organizer("Ida", "owner", release)
        others = [
            await there.organizer("Omar", "organizer", release),
            await there.organizer("Eve", "owner", other),
            there.person("Amina"),
        ]
        number = await ask(there, release, ida.now)
        [told] = await notice(there)
        for each in others:
            for choice in ("grant", "refuse", "exports"):
                await each.forges("export", told.about.encode(), choice)
                assert each.last.id not in {"export", "exports"}, each.person.name
        assert await state(there, number, ida.now) == "asked"
        # By another campaign's name an owner of that one finds nothing.
        await others[1].forges("export", f"other.{number}", "grant")
        assert await state(there, number, ida.now) == "asked"


async def test_forged_numbers() -> None:
    """Lead back to the list, and grant nothing."""
    async with house() as there:
        release = await there.petition()
        ida = await there.organizer("Ida", "owner", release)
        await ida.commands("organize")
        for about in ("release.x", "release.", "release.999999999", "release.99999999999"):
            assert await ida.forges("export", about, "grant") == "exports-none", about
            assert ida.notes == ["export-late"]
        for choice in ("n_", "n_x", "n_0", "1"):
            assert await ida.forges("exports", "release", choice) == "exports-none"
