"""Ida looks who of the team has been at work, and on which days."""

from datetime import timedelta

from handlers.dialogue.messages import Words
from handlers.organizer.activity import DAYS, NAMES
from tests.support.desk import House, OrganizerTalk, house


async def works(there: House, talk: OrganizerTalk, slug: str) -> None:
    """Do something in that campaign which the audit log tells, at the talk's own time."""
    [campaign] = [each for each in await there.organizing.campaigns.all() if each.slug == slug]
    await there.organizing.audit.note("text", await talk.organizer(), campaign, talk.now)


def told(talk: OrganizerTalk) -> list[object]:
    """What the screen lists: days, and below each who was active."""
    found = talk.last.args["lines"]
    assert isinstance(found, tuple)
    return [next(iter(each.args.values())) for each in found]


async def test_the_days_of_the_team_are_told_the_newest_first() -> None:
    """Once a day each, however much they did; and of this campaign only."""
    async with house() as there:
        release = await there.petition("release")
        other = await there.petition("other")
        omar = await there.organizer("Omar", "organizer", release)
        ida = await there.organizer("Ida")
        noor = await there.organizer("Noor", "organizer", other)
        first = ida.now.date()
        for talk in (ida, omar, noor):
            talk.now += timedelta(days=1)
        for talk, slug in ((omar, "release"), (ida, "release"), (omar, "release"), (noor, "other")):
            await works(there, talk, slug)
        await ida.forges("desk", "release", "audit")
        assert await ida.taps("activity") == "activity"
        assert told(ida) == [first + timedelta(days=1), "Omar", "Ida", first, "Omar"]
        assert await ida.taps("audit") == "audit"


async def test_a_day_is_that_of_the_readers_clock() -> None:
    """What was done late in the evening in London was done the next day in Tokyo."""
    async with house() as there:
        await there.petition("release")
        ida = await there.organizer("Ida")
        ida.now = ida.now.replace(hour=20)
        await works(there, ida, "release")
        london = ida.now.date()
        await ida.forges("desk", "release", "audit")
        await ida.taps("activity")
        assert told(ida) == [london, "Ida"]
        organizers = there.organizing.organizers
        await organizers.settle(await ida.organizer(), zone="Asia/Tokyo")
        await ida.forges("desk", "release", "audit")
        await ida.taps("activity")
        assert told(ida) == [london + timedelta(days=1), "Ida"]


async def test_nobody_was_active_for_a_while() -> None:
    """What is older is left to the audit log."""
    async with house() as there:
        await there.petition("release")
        ida = await there.organizer("Ida")
        await works(there, ida, "release")
        ida.now += timedelta(days=DAYS, seconds=1)
        await ida.forges("desk", "release", "audit")
        assert await ida.taps("activity") == "activity-none"


async def test_a_large_team_fits_the_screen() -> None:
    """Of one day so many names are told, and how many more there are."""
    async with house() as there:
        release = await there.petition("release")
        ida = await there.organizer("Ida")
        for number in range(NAMES + 2):
            await there.organizer(f"Volunteer {number}", "viewer", release)
        await ida.commands("audit")
        await ida.taps("activity")
        lines = ida.last.args["lines"]
        assert isinstance(lines, tuple)
        [_, *names, more] = lines
        assert len(names) == NAMES
        assert more == Words("activity-more", {"count": 3})


async def test_nobody_learns_it_of_a_campaign_that_is_not_theirs() -> None:
    """Nor whoever organizes nothing, by a button that they made up."""
    async with house() as there:
        await there.petition("release")
        other = await there.petition("other")
        omar = await there.organizer("Omar", "viewer", other)
        for about in ("release", "", "nowhere"):
            await omar.forges("audit", about, "activity")
            assert omar.last.id not in ("activity", "activity-none"), about
        await there.person("Stranger").forges("audit", "other", "activity")
