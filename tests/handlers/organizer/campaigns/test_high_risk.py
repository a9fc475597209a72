"""Organizers say that signing is dangerous: what they are told first, and what changes."""

from pathlib import Path

import pytest

from handlers.dialogue.messages import Words
from handlers.domain.campaigns import Asks
from handlers.domain.signatures import Draft
from tests.handlers.organizer.broadcasts.test_drafting import begins, writes
from tests.handlers.organizer.campaigns.test_campaigns import there as campaign_of
from tests.handlers.organizer.campaigns.test_round_trip import comes_back
from tests.handlers.organizer.statistics.test_statistics import bars, chart
from tests.support.desk import OrganizerTalk, house
from tests.support.petition import consent, draft_campaign, person
from tests.support.world import Amounts

QUIET = Asks("no", "optional", "no", "no")


async def raises(ida: OrganizerTalk, slug: str) -> None:
    """From the settings to high risk."""
    await ida.forges("edit", slug, "settings")
    assert await ida.taps("safety-high") == "safety-sure"
    assert await ida.taps("safety-yes") == "settings"
    assert ida.notes == ["safety-raised"]


async def test_an_open_campaign_is_raised_once_and_for_all() -> None:
    """Ida is told what cannot be undone, raises it, and finds no way back."""
    async with house() as there:
        petition = await there.petition()
        await there.stores.signatures.sign(petition, person("1"), Draft("Zoé"), consent())
        await there.stores.invites.get_or_create(petition, person("1"))
        ida = await there.organizer()
        await ida.forges("edit", "release", "settings")
        assert ida.last.args["safety"] == Words("settings-safety-normal")
        await ida.taps("safety-high")
        after = ida.last.args["after"]
        assert isinstance(after, Words)
        assert (after.id, after.args["total"]) == ("safety-sure-open", 1)
        await ida.taps("safety-yes")
        campaign = await campaign_of(there, "release")
        assert campaign.high_risk
        assert campaign.asks == QUIET
        assert ida.last.args["safety"] == Words("settings-safety-high")
        assert {"safety-high", "safety-normal"}.isdisjoint(ida.offered())
        for choice in ("safety-normal", "safety-high"):
            await ida.forges("settings", "release", choice)
        assert (await campaign_of(there, "release")).high_risk
        assert await there.world.rows("invites") == 0
        deeds = [deed for _, deed in await there.organizing.audit.read(campaign)]
        assert {"safety", "asks"} <= {str(deed.details.get("what")) for deed in deeds}


async def test_looking_at_it_changes_nothing() -> None:
    async with house() as there:
        await there.petition()
        ida = await there.organizer()
        await ida.forges("edit", "release", "settings")
        await ida.taps("safety-high")
        assert await ida.taps("settings") == "settings"
        assert not (await campaign_of(there, "release")).high_risk


async def test_a_draft_is_raised_and_lowered_as_one_likes() -> None:
    async with house() as there:
        await there.world.save(draft_campaign("draft"))
        ida = await there.organizer()
        await raises(ida, "draft")
        assert await ida.taps("safety-normal") == "settings"
        assert not (await campaign_of(there, "draft")).high_risk


@pytest.mark.parametrize("role", ["translator", "viewer"])
async def test_it_is_not_for_everybody_to_say(role: str) -> None:
    async with house() as there:
        petition = await there.petition()
        zoe = await there.organizer("Zoé", role, petition)  # type: ignore[arg-type]  # a role
        await zoe.forges("settings", "release", "safety-high")
        await zoe.forges("safety", "release", "safety-yes")
        assert not (await campaign_of(there, "release")).high_risk


async def test_only_the_country_may_be_asked_and_by_nobodys_force() -> None:
    """The buttons offer nothing else, and a forged one does nothing."""
    async with house() as there:
        await there.petition()
        ida = await there.organizer()
        await raises(ida, "release")
        assert await ida.taps("asks") == "asks"
        assert ida.offered() == ["country_no", "settings"]
        await ida.taps("country_no")
        assert ida.offered() == ["country_optional", "settings"]
        await ida.taps("country_optional")
        for forged in ("name_optional", "email_required", "comment_optional", "country_required"):
            await ida.forges("asks", "release", forged)
        assert (await campaign_of(there, "release")).asks == QUIET


async def test_it_is_in_the_folder_that_is_exported(tmp_path: Path) -> None:
    async with house() as there:
        await there.world.save(draft_campaign("draft"))
        await raises(await there.organizer(), "draft")
        assert (await comes_back(there, "draft", tmp_path / "folder")).high_risk


async def test_whoever_writes_to_signers_is_warned_on_the_way() -> None:
    """Before the first word, and at the last look; not above the preview of the letter."""
    async with house() as there:
        petition = await there.petition(safety="high", asks=QUIET)
        await there.readers(petition, "en", 3)
        ida = await there.organizer()
        await there.organizing.organizers.settle(await ida.organizer(), zone="Europe/Paris")
        await begins(ida)
        await ida.taps("letters")
        await ida.taps("w_en")
        assert ida.notes == ["letter-risk"]
        assert await ida.says("They listened.") == "broadcast-letter-unnamed"
        assert ida.notes == []
        await ida.taps("write-done")
        await ida.taps("schedule")
        assert await ida.taps("now") == "last-look"
        assert ida.notes == ["letter-risk"]


async def test_a_second_organizer_is_warned_too() -> None:
    async with house(alone=2) as there:
        petition = await there.petition(safety="high", asks=QUIET)
        await there.readers(petition, "en", 3)
        ida, omar = await there.organizer("Ida"), await there.organizer("Omar")
        await there.organizing.organizers.settle(await ida.organizer(), zone="Europe/Paris")
        await begins(ida)
        await writes(ida, "en", "They listened.")
        await ida.taps("write-done")
        await ida.taps("schedule")
        await ida.taps("now")
        await ida.taps(next(each for each in ida.offered() if each.startswith("y_")))
        [found] = await there.organizing.broadcasts.of(petition)
        assert await omar.forges("broadcasts", "release", f"b_{found.id}") == "broadcast-waiting"
        assert omar.notes == ["letter-risk"]


async def test_the_numbers_come_in_hundreds() -> None:
    """Organizers, too, see no country of fewer than a hundred."""
    async with house() as there:
        petition = await there.petition(safety="high", asks=QUIET)
        await there.world.counted(
            petition, Amounts(460, countries={"FR": 250, "BE": 110, "CH": 99})
        )
        ida = await there.organizer()
        await ida.forges("desk", "release", "stats")
        await ida.taps("countries")
        assert bars(ida) == [
            ("stats-country", 200),
            ("stats-country", 100),
            ("page-elsewhere", 100),
        ]
        assert chart(ida).note == Words("stats-tens", {"fewest": 100})
