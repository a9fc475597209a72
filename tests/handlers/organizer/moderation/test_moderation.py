"""Organizers look at signatures that seem wrong, and decide about many at a time."""

from typing import Any

from handlers.dialogue.messages import Country, Words
from handlers.domain.campaigns import Asks, Campaign
from handlers.domain.invites import Arrival
from handlers.domain.moderation import Selection
from handlers.domain.signatures import Draft
from tests.support.desk import House, OrganizerTalk, house
from tests.support.petition import person


async def sign(there: House, campaign: Campaign, many: int, country: str, **more: Any) -> None:
    """So many people sign from that country."""
    for number in range(many):
        who = person(f"{country}{number}{more}")
        await there.world.sign(campaign, who, Draft(country=country), **more)


async def finish(there: House) -> None:
    """The worker does what was decided, and counts."""
    await there.world.work()


async def total(there: House, campaign: Campaign) -> int:
    return await there.stores.signatures.total(campaign)


def lines(talk: OrganizerTalk) -> list[str]:
    """The ids of the lines that a message lists."""
    found = talk.last.args["lines"]
    assert isinstance(found, tuple)
    return [each.id for each in found]


async def enters(there: House, role: Any = "organizer") -> tuple[OrganizerTalk, Campaign]:
    """An organizer at the desk of a campaign."""
    campaign = await there.petition(asks=Asks(name="optional", country="required"))
    ida = await there.organizer("Ida", role, campaign)
    await ida.commands("organize")
    return ida, campaign


async def test_an_organizer_holds_what_came_from_one_country_and_releases_it() -> None:
    """Each time a number is shown before anything is done; the log says what was."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 3, "FR")
        await sign(there, release, 12, "BE")
        assert await ida.taps("held") == "held-none"
        assert await ida.taps("sift-new") == "sift"
        assert ida.last.args["count"] == 15
        assert await ida.taps("sift-country") == "sift-country"
        assert await ida.says("Belgique") == "sift"
        assert lines(ida) == ["sifted-new", "sifted-country"]
        assert ida.last.args["count"] == 10, "a part is told in tens"
        assert await ida.taps("hold") == "sift-hold"
        assert ida.last.args["count"] == 10
        assert ida.last.args["counted"] == (Words("stats-tens", {"fewest": 10}),)
        assert await total(there, release) == 15, "nothing is done yet"
        assert await ida.taps("sure-hold") == "held"
        assert ida.notes == ["sift-done-hold"]
        assert ida.last.notes[0].args == {"count": 10}, "nor does it tell more afterwards"
        assert lines(ida) == ["held-picked", "held-pile", "stats-tens"]
        await finish(there)
        assert await total(there, release) == 3

        assert await ida.taps("picked") == "sift"
        assert await ida.taps("release") == "sift-release"
        assert await ida.taps("sure-release") == "held"
        assert lines(ida) == ["held-deciding"]
        await finish(there)
        assert await total(there, release) == 15
        await ida.taps("desk")
        await ida.taps("held")
        assert ida.last.id == "held-none"
        deeds = [deed for _, deed in await there.organizing.audit.read(release)]
        assert [deed.action for deed in deeds[:2]] == ["released", "held"]
        assert deeds[1].details == {"count": 10}


async def test_an_organizer_removes_what_a_program_made() -> None:
    """With a reason; the people may sign again and are asked nothing unusual."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 4, "FR")
        await finish(there)
        await sign(there, release, 11, "BE", held="suspicious")
        await ida.taps("held")
        assert await ida.taps("suspicious") == "sift"
        assert ida.last.args["counted"] == ()
        assert await ida.taps("remove") == "sift-why"
        assert await ida.taps("automated") == "sift-remove"
        assert ida.last.args["count"] == 11
        assert ida.last.args["reason"] == Words("removal-automated")
        assert await ida.taps("sift-no") == "sift"
        await ida.taps("remove")
        await ida.taps("automated")
        assert await ida.taps("sure-remove") == "held"
        await finish(there)
        assert await there.world.rows("signatures") == 4
        deed = (await there.organizing.audit.read(release))[0][1]
        assert deed.details == {"count": 11, "reason": "automated"}

        amina = there.person("Amina")
        assert await amina.signs("release") == "signed-updates"


async def test_a_removal_says_by_how_much_the_total_falls() -> None:
    """Amina's signature counts already; what is about to go says so before it is gone."""
    async with house() as there:
        ida, release = await enters(there)
        amina = there.person("Amina")
        await amina.signs("release")
        await finish(there)
        await ida.taps("held")
        await ida.taps("sift-new")
        await ida.taps("hold")
        await ida.taps("sure-hold")
        await finish(there)
        await ida.taps("picked")
        await ida.taps("remove")
        assert await ida.taps("duplicate") == "sift-remove"
        assert ida.last.args["counted"] == (Words("sifted-falls", {"count": 1}),)
        await ida.taps("sure-remove")
        await finish(there)
        assert await total(there, release) == 0


async def test_somebody_whose_signature_is_held_is_told_nothing_unusual() -> None:
    """Amina's thanks, her data and her withdrawal are those of everybody."""
    async with house() as there:
        ida, release = await enters(there)
        amina = there.person("Amina")
        await amina.signs("release")
        await ida.taps("held")
        await ida.taps("sift-new")
        await ida.taps("hold")
        await ida.taps("sure-hold")
        await amina.commands("mydata")
        assert "mydata-signature" in lines(amina)
        await amina.opens("release")
        assert await amina.taps("sign") == "already"
        assert await there.stores.signatures.withdraw(release, amina.person)
        await finish(there)
        assert await total(there, release) == 0


async def test_small_numbers_are_not_listed() -> None:
    """Nine from France are only fewer than ten; what is decided is counted exactly."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 9, "FR", held="suspicious")
        await ida.taps("held")
        assert lines(ida) == ["held-suspicious", "held-smaller"]
        found = ida.last.args["lines"]
        assert isinstance(found, tuple)
        assert found[0].args == {"count": 0}
        assert Country("FR") not in [value for each in found for value in each.args.values()]
        await ida.taps("suspicious")
        assert ida.last.args["count"] == 9


async def test_nobody_can_ask_whether_somebody_has_signed() -> None:
    """Ida knows of one man in Andorra who speaks Russian. Signed or not, she sees the same.

    Nor can she hold his signature, or remove it once it is held with all others.
    """
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 30, "FR")
        seen = []
        await ida.taps("held")
        for signs in (False, True):
            if signs:
                await sign(there, release, 1, "AD")
            await ida.taps("sift-new")
            await ida.taps("sift-country")
            assert await ida.says("Andorra") == "sift-few"
            seen.append((ida.last, ida.offered()))
            assert await ida.forges("sift", "release", "hold") == "sift-few"
            await ida.taps("sift-leave")
        assert seen[0] == seen[1]

        await ida.taps("sift-new")
        await ida.taps("hold")
        await ida.taps("sure-hold")
        await ida.taps("picked")
        assert ida.last.args["count"] == 31, "all of them are told exactly, as the total is"
        await ida.taps("sift-country")
        await ida.says("AD")
        assert not {"release", "remove"} & set(ida.offered())
        assert await ida.forges("sift", "release", "remove") == "sift-few"
        await ida.taps("sift-country")
        await ida.says("FR")
        assert await ida.taps("remove") == "sift-why"
        assert ida.last.args["count"] == 30


async def test_a_part_that_has_become_small_is_left_alone() -> None:
    """Two of ten withdraw while Ida thinks of a reason: what is left is too few by itself."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 12, "FR", held="suspicious")
        await sign(there, release, 10, "BE", held="suspicious")
        await ida.taps("held")
        await ida.taps("suspicious")
        await ida.taps("sift-country")
        await ida.says("BE")
        assert await ida.taps("remove") == "sift-why"
        for number in range(2):
            who = person(f"BE{number}{ {'held': 'suspicious'} }")
            assert await there.stores.signatures.withdraw(release, who)
        assert await ida.taps("automated") == "sift-few"


async def test_what_can_be_narrowed() -> None:
    """By a language, a way, a named link, days; and back to all."""
    async with house() as there:
        ida, release = await enters(there)
        await there.world.add_origin(release, "poster", "Posters in May")
        await sign(there, release, 25, "FR", arrival=Arrival("origin", "poster"))
        await sign(there, release, 11, "FR", arrival=Arrival("group"))
        ida.now = ida.now.replace(year=2020)
        await ida.taps("held")
        await ida.taps("sift-new")
        for step, choice, amount, line in (
            ("sift-language", "ar", 0, "sifted-language"),
            ("sift-language", "fr", 30, "sifted-language"),
            ("sift-link", "group", 10, "sifted-source"),
            ("sift-link", "o_poster", 20, "sifted-link"),
            ("sift-days", "yesterday", 0, "sifted-day"),
            ("sift-days", "week", 0, "sifted-days"),
        ):
            assert await ida.taps(step) == step
            assert await ida.taps(choice) == ("sift" if amount else "sift-few")
            assert (ida.last.args.get("count", 0), line in lines(ida)) == (amount, True), choice
            assert ("hold" in ida.offered()) == bool(amount)
        assert await ida.taps("sift-all") == "sift"
        assert lines(ida) == ["sifted-new"]
        assert ida.last.args["count"] == 36
        for typed, days in (
            ("2026-02-04", ("2026-02-04", "2026-02-04")),
            ("from 4.2.2026 to 1/2/2026 please", ("2026-02-01", "2026-02-04")),
        ):
            await ida.taps("sift-days")
            assert await ida.says(typed) == "sift-few"
            assert (ida.form["selection"]["since"], ida.form["selection"]["until"]) == days


async def test_days_and_countries_that_nobody_understands() -> None:
    """The question is asked again, with what may have been meant."""
    async with house() as there:
        ida, _ = await enters(there)
        await ida.taps("held")
        await ida.taps("sift-new")
        await ida.taps("sift-days")
        for typed in ("soon", "2026-02-31", "1.1.2026 2.1.2026 3.1.2026", "9999999-99-99"):
            assert await ida.says(typed) == "sift-days", typed
            assert ida.notes == ["sift-days-unclear"]
        await ida.taps("back")
        await ida.taps("sift-country")
        assert await ida.says("Frence") == "sift-country"
        assert ida.notes == ["country-unknown"]
        assert "FR" in ida.offered()
        assert await ida.taps("FR") == "sift-few"


async def test_forged_choices_do_nothing() -> None:
    """A country, a language, a link or a reason that there is not."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 1, "FR", held="suspicious")
        await ida.taps("held")
        await ida.taps("suspicious")
        for step, choice in (
            ("sift-country", "XX"),
            ("sift-language", "xx"),
            ("sift-link", "o_nothing"),
            ("sift-link", "somewhere"),
            ("sift-days", "always"),
        ):
            await ida.taps(step)
            assert await ida.forges(step, "release", choice) == step
            assert ida.notes == ["button-unknown"]
            await ida.taps("back")
        assert await ida.forges("sift", "release", "hold") == "sift", "it is held already"
        await ida.taps("remove")
        assert await ida.forges("sift-why", "release", "release") == "sift-why"
        await ida.taps("legal")
        assert await ida.forges("sift-sure", "release", "sure-release") == "sift-remove"
        await finish(there)
        assert await there.world.rows("held") == 1


async def test_what_is_not_held_cannot_be_removed_by_forging() -> None:
    """There is no way around holding first."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 2, "FR")
        await ida.taps("held")
        await ida.taps("sift-new")
        assert await ida.forges("sift", "release", "remove") == "sift"
        assert await ida.forges("sift", "release", "release") == "sift"
        await finish(there)
        assert await there.world.rows("signatures") == 2


async def test_two_organizers_decide_at_once() -> None:
    """The second one is told that somebody else was faster, and nothing is done twice."""
    async with house() as there:
        ida, release = await enters(there)
        eve = await there.organizer("Eve")
        await sign(there, release, 12, "FR", held="suspicious")
        await eve.commands("organize")
        await eve.taps("campaign_release")
        for each, doing in ((ida, "release"), (eve, "remove")):
            await each.taps("held")
            await each.taps("suspicious")
            await each.taps(doing)
        await eve.taps("legal")
        await ida.taps("sure-release")
        assert await eve.taps("sure-remove") == "held"
        assert eve.last.notes[0].args == {"count": 0}
        await finish(there)
        assert await total(there, release) == 12


async def test_those_held_after_the_look_are_left_out() -> None:
    """Twelve were shown and are removed; the thirteenth came while the question stood there."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 12, "FR", held="suspicious")
        await ida.taps("held")
        await ida.taps("suspicious")
        await ida.taps("remove")
        await ida.taps("automated")
        await sign(there, release, 1, "BE", held="suspicious")
        await ida.taps("sure-remove")
        assert ida.last.notes[0].args == {"count": 12}
        await finish(there)
        assert await there.world.rows("signatures") == 1


async def test_everything_was_withdrawn_meanwhile() -> None:
    """The last one that fits is gone when the organizer goes on: they are told."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 1, "FR")
        await ida.taps("held")
        await ida.taps("sift-new")
        await there.stores.signatures.withdraw(release, person("FR0{}"))
        assert await ida.taps("hold") == "sift"
        assert ida.notes == ["sift-nothing"]


async def test_translators_and_viewers_cannot_enter() -> None:
    """Nor can an organizer of another campaign, or a stranger."""
    async with house() as there:
        omar, release = await enters(there, "translator")
        other = await there.petition("other")
        eve = await there.organizer("Eve", "owner", other)
        amina = there.person("Amina")
        assert "held" not in omar.offered()
        for each in (omar, eve, amina):
            for choice in ("sift-new", "picked"):
                await each.forges("held", release.slug, choice)
                assert each.notes in (["organizer-not-yours"], ["button-unknown"])
                assert not each.last.id.startswith(("held", "sift"))


async def test_a_role_taken_away_before_the_last_tap() -> None:
    """Ida has everything ready to be removed; her yes comes too late, and the form is closed."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 12, "FR", held="suspicious")
        await ida.taps("held")
        await ida.taps("suspicious")
        await ida.taps("remove")
        await ida.taps("automated")
        asked = ida.last
        await there.organizing.organizers.remove(release, await ida.organizer(), None, ida.now)
        assert await ida.taps("sure-remove", asked) == "alert"
        assert not ida.form
        await finish(there)
        found = await there.organizing.moderation.count(release, Selection(held="suspicious"))
        assert found.amount == 12


async def test_the_form_waits_while_somebody_looks_around_and_can_be_left() -> None:
    """/help and back; then nothing is held, and an old question is only old."""
    async with house() as there:
        ida, release = await enters(there)
        await sign(there, release, 12, "FR")
        await ida.taps("held")
        await ida.taps("sift-new")
        await ida.taps("hold")
        asked = ida.last
        await ida.commands("help")
        assert await ida.taps("continue") == "sift-hold"
        await ida.taps("sift-no")
        assert await ida.taps("sift-leave") == "held-none"
        await ida.taps("sure-hold", asked)
        found = await there.organizing.moderation.count(release, Selection(held="picked"))
        assert found.amount == 0
