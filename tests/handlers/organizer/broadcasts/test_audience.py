"""Whom a broadcast is for: chosen by tapping and typing, and counted exactly."""

from datetime import date

from handlers.dialogue.messages import Words
from handlers.domain.broadcasts import Audience
from handlers.domain.campaigns import Campaign
from tests.handlers.organizer.broadcasts.test_drafting import begins, ids, petition, the, writes
from tests.support.desk import House, house
from tests.support.petition import consent


async def test_the_count_says_what_each_reader_would_get() -> None:
    """Three read English, four French, five Arabic; only English is written."""
    async with house() as there:
        await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        await ida.taps("audience")
        assert ids(ida.last, "reach") == ["reach-missing"] * 3
        await ida.taps("broadcast")
        await writes(ida, "en", "We won.")
        await ida.taps("write-done")
        assert await ida.taps("audience") == "audience"
        assert ids(ida.last, "reach") == ["reach-fallback", "reach-fallback", "reach-line"]
        assert ida.last.args["total"] == 12
        assert ids(ida.last, "aim") == ["aim-line-all"]


async def test_languages_are_switched_on_and_off() -> None:
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        await ida.taps("audience")
        assert await ida.taps("aim-locales") == "aim-locales"
        await ida.taps("l_fr")
        assert await ida.taps("l_ar") == "aim-locales"
        assert ida.last.args["total"] == 9
        await ida.taps("l_ar")
        assert ida.last.args["total"] == 4
        assert (await the(there, campaign)).audience.locales == ("fr",)
        assert await ida.taps("every-language") == "audience"
        assert ida.last.args["total"] == 12


async def test_countries_are_typed_as_people_call_them() -> None:
    """Several in one message; a slip leads to a question back."""
    async with house() as there:
        campaign = await petition(there)
        await there.readers(campaign, "en", 2, "DE")
        ida = await there.organizer("Ida")
        await begins(ida)
        await ida.taps("audience")
        assert await ida.taps("aim-countries") == "aim-countries-all"
        assert await ida.says("Deutschland, Belgique; Испания") == "aim-countries"
        assert ida.last.args["total"] == 2
        assert (await the(there, campaign)).audience.countries == ("DE", "BE", "ES")
        assert await ida.says("Atlantis") == "aim-countries"
        assert ida.notes == ["country-unknown"]
        assert await ida.says("Frnace") == "aim-countries"
        assert ida.notes == ["country-unknown"]
        assert await ida.taps("c_FR") == "aim-countries"
        assert ida.last.args["total"] == 14
        await ida.taps("c_DE")
        assert (await the(there, campaign)).audience.countries == ("BE", "ES", "FR")
        assert await ida.taps("every-country") == "aim-countries-all"
        assert await ida.taps("audience") == "audience"


async def test_only_those_who_have_signed_or_only_the_others() -> None:
    """Nobody's signature is kept beside their wish to hear; it is worked out while it can be."""
    async with house() as there:
        campaign = await petition(there)
        await there.readers(campaign, "en", 90, "FR")
        await signs_and_listens(there, campaign)
        ida = await there.organizer("Ida")
        await begins(ida)
        await ida.taps("audience")
        assert await ida.taps("unsigned") == "audience"
        assert ids(ida.last, "reach") == ["reach-missing", "stats-tens"]
        assert ida.last.args["total"] == 90, "ninety-three read English, and few other languages"
        assert "unsigned" not in ida.offered()
        await ida.taps("anyone")
        assert ida.last.args["total"] == 103
        await ida.taps("signed")
        await there.close(campaign)
        assert await ida.taps("broadcast") == "broadcast-draft"
        assert ida.last.args["reach"] == Words("reach-unknown")
        assert await ida.taps("schedule") == "letters"
        await ida.taps("w_en")
        await ida.says("It is over.")
        await ida.taps("write-done")
        assert await ida.taps("schedule") == "audience"
        assert ida.notes == ["audience-unknown"]
        await ida.taps("unsigned")
        assert ida.notes == ["audience-unknown"]
        assert (await the(there, campaign)).audience.signed is True
        await ida.taps("anyone")
        assert ida.last.args["total"] == 103


async def test_nobody_can_find_out_whether_one_person_has_signed() -> None:
    """Ida knows that Amina asked for updates: no choice of readers tells her more than that."""
    async with house() as there:
        campaign = await petition(there)
        await signs_and_listens(there, campaign)
        ida = await there.organizer("Ida")
        await begins(ida)
        await ida.taps("audience")
        assert await ida.taps("signed") == "audience"
        assert ida.notes == ["audience-narrow"]
        assert (await the(there, campaign)).audience == Audience()
        await there.readers(campaign, "en", 90, "FR")
        await ida.taps("signed")
        assert ida.last.args["total"] == 0
        assert ids(ida.last, "reach") == ["stats-tens"]
        await ida.taps("aim-countries")
        await ida.says("France")
        assert "audience-narrow" in ida.notes
        await ida.taps("audience")
        await ida.taps("aim-since")
        assert await ida.says("2026-01-01") == "audience"
        assert "audience-narrow" in ida.notes
        assert (await the(there, campaign)).audience == Audience(signed=True)
        await ida.taps("anyone")
        await ida.taps("aim-countries")
        await ida.says("France")
        await ida.taps("audience")
        await ida.taps("signed")
        assert ida.notes == ["audience-narrow"]


async def test_more_readers_than_one_may_write_to_alone_take_two() -> None:
    """How many have signed is told in tens: what counts is how many might have."""
    async with house(alone=100) as there:
        campaign = await petition(there)
        await there.readers(campaign, "en", 90, "FR")
        ida = await there.organizer("Ida")
        await there.organizer("Bo")
        await begins(ida)
        await writes(ida, "en", "We won.")
        await ida.taps("write-done")
        await ida.taps("audience")
        await ida.taps("unsigned")
        await ida.taps("broadcast")
        await ida.taps("schedule")
        if ida.last.id == "gaps":
            await ida.taps("gaps-fine")
        if ida.last.id == "zone-ask":
            await ida.taps(ida.offered()[0])
        assert await ida.taps("now") == "last-look"
        assert ida.last.args["total"] == 90
        assert ida.last.choices[0].words.id == "choice-confirm-ask"


async def signs_and_listens(there: House, campaign: Campaign) -> None:
    """Amina signs, and asks for updates."""
    amina = there.person("Amina")
    await amina.reaches_review("release")
    await amina.taps("skip")
    await amina.taps("confirm")
    await there.stores.supporters.subscribe(
        campaign, amina.person, "en", "FR", consent("updates", "en")
    )


async def test_a_day_is_tapped_or_typed() -> None:
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        await ida.taps("audience")
        assert await ida.taps("aim-since") == "aim-since"
        assert await ida.says("the other day") == "aim-since"
        assert ida.notes == ["day-unclear"]
        assert await ida.says("1/2/2026") == "aim-since"
        assert ida.notes == ["day-or-month"]
        assert ida.last.notes[0].args["example"] == "2026-03-01"  # the year first, as it says
        assert await ida.says("2027-01-01") == "aim-since"
        assert ida.notes == ["since-ahead"]
        assert await ida.says("1 February") == "audience"
        assert (await the(there, campaign)).audience == Audience(since=date(2026, 2, 1))
        assert await ida.taps("aim-since") == "aim-since-chosen"
        await ida.taps("since-week")
        assert (await the(there, campaign)).audience.since == date(2026, 2, 22)
        await ida.taps("aim-since")
        await ida.taps("since-month")
        assert (await the(there, campaign)).audience.since == date(2026, 1, 30)
        await ida.taps("aim-since")
        await ida.taps("since-ever")
        assert (await the(there, campaign)).audience == Audience()
