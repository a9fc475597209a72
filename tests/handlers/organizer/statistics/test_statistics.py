"""Organizers look at their numbers, and nobody can be found in them."""

from datetime import date, timedelta

from handlers.dialogue.messages import Chart, Country, Reply, Words
from handlers.domain.broadcasts import Progress
from handlers.domain.campaigns import FEWEST
from handlers.domain.signatures import Draft
from tests.support.desk import OrganizerTalk, house
from tests.support.petition import consent, person
from tests.support.world import Amounts, every_day

TODAY = date(2026, 3, 1)
"""The day of the talks."""

VIEWS = ["growth", "pace", "languages", "countries", "sources", "funnel", "reach"]


def chart(talk: OrganizerTalk) -> Chart:
    assert isinstance(talk.last.picture, Chart)
    return talk.last.picture


def bars(talk: OrganizerTalk) -> list[tuple[str, int]]:
    return [(mark.label.id, mark.amount) for mark in chart(talk).marks]


def told(reply: Reply) -> list[str]:
    """The messages that the caption's lines are made of."""
    lines = reply.args["lines"]
    return [
        each.id
        for each in (lines if isinstance(lines, tuple) else (lines,))
        if isinstance(each, Words)
    ]


async def test_somebody_with_one_campaign_sees_its_numbers_at_once() -> None:
    """One message; the buttons under it lead to the other views and back to the desk."""
    async with house() as there:
        petition = await there.petition()
        await there.petition("other")
        days = every_day(TODAY - timedelta(days=2), [30, 0, 12])
        await there.world.counted(petition, Amounts(42, days=days))
        ida = await there.organizer("Ida", "viewer", petition)
        assert await ida.commands("stats") == "stats"
        assert ida.about == "release.growth"
        assert chart(ida).kind == "line"
        assert ida.offered() == [*VIEWS[1:], "desk"]
        assert [mark.amount for mark in chart(ida).marks] == [0, 30, 30, 40]
        for view in (*VIEWS[1:], "growth"):
            assert await ida.taps(view) == "stats"
            assert ida.about == f"release.{view}"
            assert view not in ida.offered()
        assert await ida.taps("desk") == "desk"
        assert await ida.taps("stats") == "stats"


async def test_somebody_with_several_campaigns_chooses_one() -> None:
    async with house() as there:
        for slug in ("first", "second"):
            await there.petition(slug)
        ida = await there.organizer("Ida", "owner")
        assert await ida.commands("stats") == "stats-which"
        assert ida.offered() == ["campaign_first", "campaign_second"]
        assert await ida.taps("campaign_second") == "stats"
        assert ida.about == "second.growth"


async def test_there_are_no_numbers_for_people_who_organize_nothing() -> None:
    """The command does not exist for them, and nor do its buttons."""
    async with house() as there:
        await there.petition()
        amina = there.person()
        assert await amina.commands("stats") == "alert"
        assert amina.notes == ["command-unknown"]
        for step, about in (("stats", "release.funnel"), ("stats", ""), ("stats-which", "")):
            assert await amina.forges(step, about, "growth") == "alert"
            assert not isinstance(amina.last.picture, Chart)


async def test_numbers_of_another_campaign_are_not_shown() -> None:
    async with house() as there:
        mine = await there.petition("mine")
        await there.petition("theirs")
        ida = await there.organizer("Ida", "owner", mine)
        assert await ida.forges("stats", "theirs.funnel", "reach") == "desk"
        assert ida.about == "mine"
        assert ida.notes == ["organizer-not-yours"]


async def test_a_role_taken_away_ends_the_view() -> None:
    async with house() as there:
        petition = await there.petition()
        ida = await there.organizer("Ida", "viewer", petition)
        await ida.commands("stats")
        await there.organizing.organizers.remove(petition, await ida.organizer(), None, ida.now)
        assert await ida.taps("funnel") == "alert"
        assert ida.notes == ["button-unknown"]


async def test_before_anybody_has_signed_there_is_a_friendly_word() -> None:
    """Every view can be opened on the first day."""
    async with house() as there:
        petition = await there.petition()
        ida = await there.organizer("Ida", "viewer", petition)
        await ida.commands("stats")
        for view in (*VIEWS[1:], "growth"):
            await ida.taps(view)
            assert chart(ida).marks == ()
            nothing = "stats-reach-nothing" if view == "reach" else "stats-nothing"
            assert told(ida.last) == [nothing] == [chart(ida).empty.id]


async def test_the_first_signers_cannot_be_found_in_any_view() -> None:
    """Seven people have signed: that is public, and nothing else of them is shown."""
    async with house() as there:
        petition = await there.petition()
        await there.world.counted(
            petition,
            Amounts(
                7,
                days={TODAY: 7},
                languages={"ru": 7},
                countries={"RU": 4, "BY": 3},
                sources={"invite": 7},
            ),
        )
        await there.world.came(petition, {"seen": 9, "read": 8, "consented": 7})
        ida = await there.organizer("Ida", "viewer", petition)
        await ida.commands("stats")
        for view in ("pace", "languages", "countries", "sources", "funnel", "growth"):
            await ida.taps(view)
            assert chart(ida).marks == ()
            assert told(ida.last) == ["stats-too-few"]
            assert chart(ida).headline == Words("stats-total", {"total": 7})


async def test_few_are_hidden_among_the_others() -> None:
    """Three from Chad could be known to somebody; so could the one who is left beside France."""
    async with house() as there:
        petition = await there.petition()
        countries = {"FR": 61, "BE": 24, "CH": 12, "TD": 3}
        await there.world.counted(
            petition, Amounts(101, countries=countries, languages={"fr": 100, "ar": 1})
        )
        ida = await there.organizer("Ida", "viewer", petition)
        await ida.forges("stats", "release.growth", "countries")
        assert [mark.label.args.get("country") for mark in chart(ida).marks] == [
            Country("FR"), Country("BE"), None,
        ]  # fmt: skip
        assert [mark.amount for mark in chart(ida).marks] == [60, 20, 10]
        assert chart(ida).note == Words("stats-tens", {"fewest": FEWEST["normal"]})
        await ida.taps("languages")
        assert chart(ida).marks == ()
        assert told(ida.last) == ["stats-too-few"]


async def test_a_day_on_which_few_signed_is_told_as_that() -> None:
    async with house() as there:
        petition = await there.petition()
        days = every_day(TODAY - timedelta(days=3), [57, 3, 0, 10])
        await there.world.counted(petition, Amounts(70, days=days))
        ida = await there.organizer("Ida", "viewer", petition)
        await ida.forges("stats", "release.growth", "pace")
        assert chart(ida).kind == "columns"
        assert chart(ida).title.id == "stats-each-day"
        assert [mark.amount for mark in chart(ida).marks] == [50, 0, 0, 10]
        lines = ida.last.args["lines"]
        assert isinstance(lines, tuple)
        amounts = [line.args["amount"] for line in lines]
        few = Words("stats-few", {"fewest": FEWEST["normal"]})
        assert amounts == [
            Words("stats-about", {"amount": 10}), few, few, Words("stats-about", {"amount": 50}),
        ]  # fmt: skip


async def test_a_long_run_is_told_by_weeks_and_a_longer_one_by_months() -> None:
    """Weeks begin on Monday; all that was signed is in some of them."""
    async with house() as there:
        ida = await there.organizer("Ida", "owner")
        for slug, length, title, many in (
            ("short", 62, "stats-each-day", 62),
            ("weeks", 100, "stats-each-week", 15),
            ("months", 800, "stats-each-month", 28),
        ):
            petition = await there.petition(slug)
            days = every_day(TODAY - timedelta(days=length - 1), [20] * length)
            await there.world.counted(petition, Amounts(20 * length, days=days))
            await ida.forges("stats", f"{slug}.growth", "pace")
            assert chart(ida).title.id == title
            assert len(chart(ida).marks) == many
            assert sum(mark.amount for mark in chart(ida).marks) == 20 * length
            await ida.taps("growth")
            assert [mark.amount for mark in chart(ida).marks][-1] == 20 * length


async def test_a_closed_campaign_ends_with_its_last_signature() -> None:
    """It does not seem to stand still for ever."""
    async with house() as there:
        petition = await there.petition()
        first = TODAY - timedelta(days=40)
        await there.world.counted(petition, Amounts(60, days=every_day(first, [40, 20])))
        await there.close(petition)
        ida = await there.organizer("Ida", "owner")
        await ida.forges("stats", "release.reach", "pace")
        assert [mark.amount for mark in chart(ida).marks] == [40, 20]
        await ida.taps("funnel")
        assert "stats-stage-shared" not in [label for label, _ in bars(ida)]


async def test_named_links_are_told_by_their_names() -> None:
    """What came by named links that are too few to be shown is in none of the bars of others."""
    async with house() as there:
        petition = await there.petition()
        for code, label in (("poster", "Poster"), ("news", "Newsletter")):
            await there.world.add_origin(petition, code, label)
        await there.world.counted(
            petition,
            Amounts(
                130,
                sources={"origin": 60, "invite": 40, "direct": 30},
                partners={"poster": 50, "news": 4},
            ),
        )
        ida = await there.organizer("Ida", "viewer", petition)
        await ida.forges("stats", "release.growth", "sources")
        assert bars(ida) == [
            ("stats-origin", 50),
            ("stats-source-invite", 40),
            ("stats-source-direct", 30),
            ("stats-others", 10),
        ]
        assert chart(ida).marks[0].label == Words("stats-origin", {"label": "Poster"})


async def test_the_funnel_from_start_to_signature() -> None:
    """Supporters come, some of them sign, and one in ten passes it on."""
    async with house() as there:
        petition = await there.petition()
        signatures = there.stores.signatures
        for number in range(20):
            somebody = person(str(number))
            await signatures.sign(petition, somebody, Draft(country="FR"), consent())
            if number < 12:
                await there.stores.invites.get_or_create(petition, somebody)
        await there.world.came(petition, {"seen": 104, "read": 51, "consented": 29})
        ida = await there.organizer("Ida", "viewer", petition)
        await ida.forges("stats", "release.growth", "funnel")
        assert chart(ida).kind == "funnel"
        assert bars(ida) == [
            ("stats-stage-seen", 100),
            ("stats-stage-read", 50),
            ("stats-stage-consented", 20),
            ("stats-stage-signed", 20),
            ("stats-stage-shared", 10),
        ]
        assert chart(ida).marks[1].said == Words("stats-part", {"amount": 50, "part": 0.5})


async def test_the_last_broadcasts_and_whom_they_reached() -> None:
    """The newest first, each as a part of those it was for."""
    async with house() as there:
        petition, other = await there.petition(), await there.petition("other")
        ida = await there.organizer("Ida", "viewer", petition)
        for number in range(6):
            in_each = Progress(size=100 + number, sent=90, blocked=7)
            await there.world.past_broadcast(petition, ida.now, in_each)
        await there.world.past_broadcast(other, ida.now, Progress(size=5000, sent=5000))
        await ida.forges("stats", "release.growth", "reach")
        assert [(mark.amount, mark.whole) for mark in chart(ida).marks] == [
            (180, 210), (180, 208), (180, 206), (180, 204),
        ]  # fmt: skip
        lines = ida.last.args["lines"]
        assert isinstance(lines, tuple)
        assert lines[0].args["blocked"] == 14


async def test_a_button_that_never_was_one_shows_the_same_numbers_again() -> None:
    async with house() as there:
        petition = await there.petition()
        ida = await there.organizer("Ida", "viewer", petition)
        assert await ida.forges("stats", "release.funnel", "nonsense") == "stats"
        assert ida.about == "release.funnel"
        assert await ida.forges("stats", "release.nonsense", "nonsense") == "stats"
        assert ida.about == "release.growth"
