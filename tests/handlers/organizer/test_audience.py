"""Whom a broadcast is for: chosen by tapping and typing, and counted exactly."""

from datetime import date

from handlers.dialogue import Words
from handlers.organizer.stores import Audience
from tests.desk import house
from tests.handlers.organizer.test_drafting import begins, ids, petition, the, writes
from tests.storage.petition import consent


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
        signer = there.person("Amina")
        await signer.reaches_review("release")
        await signer.taps("skip")
        await signer.taps("confirm")
        await there.storage.supporters.subscribe(
            campaign, signer.person, "en", "FR", consent("updates", "en")
        )
        ida = await there.organizer("Ida")
        await begins(ida)
        await ida.taps("audience")
        assert await ida.taps("signed") == "audience"
        assert ida.last.args["total"] == 1
        await ida.taps("unsigned")
        assert ida.last.args["total"] == 12
        assert "unsigned" not in ida.offered()
        await ida.taps("anyone")
        assert ida.last.args["total"] == 13
        await ida.taps("signed")
        await there.storage.campaigns.close("release")
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
        assert ida.last.args["total"] == 13


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
