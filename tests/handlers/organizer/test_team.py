"""People come to the desk, are given roles and lose them."""

from dataclasses import replace
from datetime import timedelta

from handlers.dialogue.messages import Invite, Words
from handlers.domain import invites
from tests.support.desk import House, OrganizerTalk, house
from tests.support.fakes.organizers import VALID


async def by_command(there: House) -> str:
    """The payload of the link that `python -m bot organizer invite` prints."""
    made = there.person().now
    return invites.organizer(await there.organizing.organizers.link(None, "owner", None, made))


def payload(talk: OrganizerTalk) -> str:
    """Of the link that is shown."""
    link = talk.last.args["link"]
    assert isinstance(link, Invite)
    return link.payload


def rooms(talk: OrganizerTalk) -> set[str]:
    """Those of the team behind the desk that is shown; there may be others."""
    return set(talk.offered()) & {"team", "audit"}


def lines(talk: OrganizerTalk) -> list[str]:
    """The ids of the lines that a message lists."""
    found = talk.last.args["lines"]
    assert isinstance(found, tuple)
    return [each.id for each in found]


def deeds(talk: OrganizerTalk) -> list[str]:
    """What the page of the audit log lists, the newest first."""
    found = talk.last.args["lines"]
    assert isinstance(found, tuple)
    done = [each.args["what"] for each in found if each.id in ("deed", "deed-in")]
    return [each.id for each in done if isinstance(each, Words)]


async def test_the_first_owner_comes_by_the_commands_link() -> None:
    """Ida learns what will be kept about her before she accepts, and is led to her desk."""
    async with house() as there:
        await there.petition()
        ida = there.person("Ida")
        assert await ida.opens(await by_command(there)) == "join"
        assert ida.last.args["where"] == Words("house")
        assert ida.last.args["role"] == Words("role-owner")
        assert await ida.taps("join-yes") == "organize"
        assert ida.notes == ["joined"]
        assert {"campaign_release", "house_team", "house_audit"} <= set(ida.offered())
        assert await ida.taps("campaign_release") == "desk"
        assert rooms(ida) == {"team", "audit"}
        assert await ida.taps("team") == "team"
        assert lines(ida) == ["team-yourself"]


async def test_an_owner_invites_a_translator_who_cannot_enter_the_team_room() -> None:
    """Omar sees his campaign and what was done there; links and roles are not his."""
    async with house() as there:
        await there.petition("release")
        await there.petition("other")
        ida, omar = await there.organizer("Ida"), there.person("Omar", "ar")
        await ida.commands("organize")
        await ida.taps("campaign_release")
        await ida.taps("team")
        await ida.taps("team-add")
        assert await ida.taps("translator") == "team-link"
        given = payload(ida)

        assert await omar.opens(given) == "join"
        assert omar.last.args["role"] == Words("role-translator")
        assert await omar.taps("join-yes") == "desk"
        assert omar.about == "release"
        assert rooms(omar) == {"audit"}
        await omar.forges("team", "release", "team-add")
        assert omar.notes == ["organizer-not-yours"]
        for about, choice in (("release", "owner"), ("", "owner"), ("other", "viewer")):
            await omar.forges("team-add", about, choice)
            assert omar.notes == ["organizer-not-yours"], about
        assert await there.organizing.organizers.of(None) == [await ida.organizer()]

        assert await omar.forges("desk", "release", "team") == "desk"
        assert omar.notes == ["organizer-not-yours"]
        assert await omar.forges("desk", "other", "audit") == "desk"
        assert omar.notes == ["organizer-not-yours"]
        await ida.taps("back")
        assert lines(ida) == ["team-yourself", "team-member"]


async def test_a_link_that_was_forwarded_serves_one_person() -> None:
    """Whoever comes second is told to ask for another; so is the first, tapping again."""
    async with house() as there:
        await there.petition()
        given = await by_command(there)
        ida, omar = there.person("Ida"), there.person("Omar")
        for each in (ida, omar):
            assert await each.opens(given) == "join"
        assert await omar.taps("join-yes") == "organize"
        assert await ida.taps("join-yes") == "join-spent"
        assert await ida.opens(given) == "join-spent"
        assert await ida.commands("organize") == "alert"
        assert ida.notes == ["command-unknown"]


async def test_whoever_declines_leaves_the_link_as_it_was() -> None:
    """Nothing is kept, and it may be accepted after all; not after a day."""
    async with house() as there:
        await there.petition()
        given, omar = await by_command(there), there.person("Omar")
        await omar.opens(given)
        assert await omar.taps("join-no") == "alert"
        assert omar.notes == ["join-declined"]
        assert await there.organizing.organizers.find(omar.person) is None
        assert await omar.opens(given) == "join"
        omar.now += VALID + timedelta(seconds=1)
        assert await omar.taps("join-yes") == "join-spent"


async def test_a_stranger_who_types_organize_learns_nothing() -> None:
    """The answer is that of any word that is no command, in the middle of signing as well."""
    async with house() as there:
        await there.petition()
        amina = there.person("Amina")
        for command in ("organize", "audit", "nonsense"):
            assert await amina.commands(command) == "alert"
            assert amina.notes == ["command-unknown"]
        await amina.opens("release")
        await amina.taps("sign")
        asked = amina.last.id
        for command in ("organize", "audit", "nonsense"):
            assert await amina.commands(command) == asked
            assert amina.notes == ["command-unknown"]


async def test_a_stranger_who_forges_buttons_is_told_what_any_forger_is() -> None:
    """As if there were no desk at all."""
    async with house() as there:
        await there.petition()
        amina = there.person("Amina")
        for step, choice in (("desk", "team"), ("desk", "audit")):
            assert await amina.forges(step, "release", choice) == "alert"
            assert amina.notes == ["button-unknown"]
        for step, choice in (("team", "remove_1"), ("team-add", "owner"), ("audit", "older")):
            assert await amina.forges(step, "release", choice) == "alert"
            assert amina.notes == ["button-unknown"]


async def test_a_role_is_taken_away_in_the_middle() -> None:
    """Omar is about to make a link; Ida takes his role away; his next tap does nothing."""
    async with house() as there:
        release = await there.petition()
        ida = await there.organizer("Ida")
        omar = await there.organizer("Omar", "owner", release)
        number = (await omar.organizer()).id
        assert await omar.commands("organize") == "desk"
        await omar.taps("team")
        await omar.taps("team-add")
        form = omar.last

        await ida.commands("organize")
        await ida.taps("campaign_release")
        await ida.taps("team")
        assert await ida.taps(f"remove_{number}") == "team-remove"
        assert await ida.taps("remove-no") == "team"
        await ida.taps(f"remove_{number}")
        assert await ida.taps("remove-yes") == "team"
        assert ida.notes == ["team-removed"]
        assert lines(ida) == ["team-yourself"]

        assert await omar.taps("owner", form) == "alert"
        assert await omar.commands("organize") == "alert"
        assert omar.notes == ["command-unknown"]
        assert await there.organizing.organizers.of(release) == [await ida.organizer()]


async def test_two_owners_remove_the_same_person() -> None:
    """The second one sees that it is done; so does whoever taps twice."""
    async with house() as there:
        release = await there.petition()
        ida, eve = await there.organizer("Ida"), await there.organizer("Eve")
        omar = await there.organizer("Omar", "viewer", release)
        number = (await omar.organizer()).id
        for each in (ida, eve):
            await each.commands("organize")
            await each.taps("campaign_release")
            await each.taps("team")
            await each.taps(f"remove_{number}")
        asked = ida.last
        for each in (ida, eve):
            assert await each.taps("remove-yes") == "team"
        assert await ida.taps("remove-yes", asked) == "team"
        await ida.commands("audit")
        assert deeds(ida).count("deed-removed") == 1


async def test_an_owner_gives_up_the_own_role() -> None:
    """The question says so, and the desk is closed afterwards."""
    async with house() as there:
        await there.petition()
        ida = await there.organizer("Ida")
        number = (await ida.organizer()).id
        await ida.commands("organize")
        await ida.taps("house_team")
        assert await ida.taps(f"remove_{number}") == "team-remove-yourself"
        assert await ida.taps("remove-yes") == "alert"
        assert await ida.commands("organize") == "alert"


async def test_a_role_of_the_whole_house_is_not_taken_away_in_a_campaign() -> None:
    """There is no button for it, and forging one changes nothing."""
    async with house() as there:
        release = await there.petition()
        ida = await there.organizer("Ida")
        omar = await there.organizer("Omar", "owner", release)
        await omar.commands("organize")
        await omar.taps("team")
        number = (await ida.organizer()).id
        assert f"remove_{number}" not in omar.offered()
        await omar.forges("team-remove", f"release.{number}", "remove-yes")
        assert (await ida.organizer()).everywhere == "owner"
        for nonsense in ("release.99999", "release.x", "release.1234567890", "release."):
            await omar.forges("team-remove", nonsense, "remove-yes")
        assert len(await there.organizing.organizers.of(release)) == 2


async def test_what_was_done_is_for_all_of_the_team_to_see() -> None:
    """A viewer of one campaign reads its log and not that of another, nor of the house."""
    async with house() as there:
        release, other = await there.petition("release"), await there.petition("other")
        await there.organizer("Ida", "owner", other)
        omar = await there.organizer("Omar", "viewer", release)
        await omar.commands("organize")
        assert await omar.taps("audit") == "audit"
        assert deeds(omar) == ["deed-joined", "deed-link"]
        assert await omar.commands("audit") == "desk", "the only place of theirs"
        for about in ("other", "", "nowhere"):
            await omar.forges("audit", about, "older")
            assert omar.last.id != "audit", about


async def test_the_log_is_read_backwards_page_by_page() -> None:
    """Twenty-five deeds are three pages; the last has no way to older ones."""
    async with house() as there:
        await there.petition()
        ida = await there.organizer("Ida")
        for _ in range(23):
            await there.organizing.organizers.link(None, "viewer", await ida.organizer(), ida.now)
        assert await ida.commands("audit") == "audit"
        sizes = [len(deeds(ida))]
        while "older" in ida.offered():
            await ida.taps("older")
            sizes.append(len(deeds(ida)))
        assert sizes == [10, 10, 5]
        assert await ida.taps("organize") == "organize"


async def test_the_log_is_told_day_by_day_and_says_in_which_campaign() -> None:
    """Trying out whom a broadcast is for is one line; the clock is that of whoever reads."""
    async with house() as there:
        release, other = await there.petition("release"), await there.petition("other")
        ida = await there.organizer("Ida")
        acting = await ida.organizer()
        note = there.organizing.audit.note
        for _ in range(3):
            await note("broadcast-aimed", acting, release, ida.now, number=1)
        ida.now += timedelta(days=1)
        await note("paused", acting, other, ida.now)
        await note("paused", acting, release, ida.now)
        await ida.commands("audit")
        found = ida.last.args["lines"]
        assert isinstance(found, tuple)
        assert lines(ida)[:5] == ["audit-day", "deed-in", "deed-in", "audit-day", "deed-times"]
        assert [each.args["where"] for each in found[1:3]] == ["release", "other"]
        assert found[4].args["count"] == 3
        assert ida.last.args["clock"] == Words("zone-utc")
        await ida.forges("desk", "release", "audit")
        assert lines(ida)[:4] == ["audit-day", "deed", "audit-day", "deed-times"]


async def test_whoever_speaks_another_language_here_is_told_of_things_in_that_one() -> None:
    """Ida's app was English when she joined. It is French now, and so are her notices."""
    async with house() as there:
        await there.petition()
        ida = await there.organizer("Ida")
        assert (await ida.organizer()).locale == "en"
        ida.person = replace(ida.person, language="fr")
        await ida.commands("organize")
        assert (await ida.organizer()).locale == "fr"


async def test_an_organizer_finds_it_in_the_own_data_and_can_be_forgotten() -> None:
    """/mydata says so; after /forget Ida is a stranger."""
    async with house() as there:
        await there.petition()
        ida = await there.organizer("Ida")
        await ida.commands("mydata")
        assert "mydata-organizer" in lines(ida)
        await ida.commands("forget")
        assert ida.notes == ["forget-organizer"], "her roles would go, too"
        await ida.taps("forget-yes")
        assert await there.organizing.organizers.find(ida.person) is None
        await ida.commands("organize")
        assert ida.notes == ["command-unknown"]


async def test_a_house_without_campaigns_has_a_desk() -> None:
    """The first owner may come before the first campaign."""
    async with house() as there:
        ida = await there.organizer("Ida")
        assert await ida.commands("organize") == "organize"
        assert ida.last.args["count"] == 0
        assert await ida.commands("audit") == "audit"
