"""Letting a broadcast go: when, a last look, a second organizer; stopping it, and the report."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest

from handlers.dialogue.messages import Bar, Reply, Words
from handlers.domain.broadcasts import Broadcast, BroadcastStatus, Progress
from handlers.domain.campaigns import Campaign
from handlers.organizer import notices
from handlers.organizer.broadcasts.progress import progress_reply
from handlers.organizer.broadcasts.scheduling.speed import price
from tests.handlers.organizer.broadcasts.test_drafting import (
    begins,
    deeds,
    ids,
    petition,
    picture,
    the,
    writes,
)
from tests.support.desk import House, OrganizerTalk, house

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@asynccontextmanager
async def written(alone: int = 1_000) -> AsyncIterator[tuple[House, Campaign, OrganizerTalk]]:
    """Ida in Paris stands before a draft in every language that people read."""
    async with house(alone=alone) as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await there.organizing.organizers.settle(await ida.organizer(), zone="Europe/Paris")
        await begins(ida)
        for locale in ("en", "fr", "ar"):
            await writes(ida, locale, f"We won ({locale}).")
            await ida.taps("write-done")
        yield there, campaign, ida


def starting(talk: OrganizerTalk, beginning: str) -> str:
    """The choice that begins like that."""
    return next(each for each in talk.offered() if each.startswith(beginning))


async def confirms(talk: OrganizerTalk, typed: str = "") -> str:
    """From the draft over the last look to the end."""
    await talk.taps("schedule")
    assert (await talk.says(typed) if typed else await talk.taps("now")) == "last-look"
    return await talk.taps(starting(talk, "y_"))


async def shows(there: House, talk: OrganizerTalk, campaign: Campaign) -> str:
    """The broadcast's own screen."""
    found = await the(there, campaign)
    return await talk.forges("broadcasts", campaign.slug, f"b_{found.id}")


async def told(there: House) -> list[tuple[str, str]]:
    """Whom there is something to tell, and what; taken off the list."""
    return [(each.organizer.name, each.kind) for each in await there.world.notices()]


async def test_it_goes_at_once_and_its_author_can_follow_it() -> None:
    async with written() as (there, campaign, ida):
        assert await ida.taps("schedule") == "when"
        assert await ida.taps("now") == "last-look"
        assert ida.last.args["total"] == 12
        assert ids(ida.last, "reach") == ["reach-line"] * 3
        assert await ida.taps(starting(ida, "y_")) == "broadcast-preparing"
        assert ida.notes == ["broadcast-goes-now"]
        found = await the(there, campaign)
        assert (found.status, found.due_at, found.expected) == ("scheduled", ida.now, 12)
        assert await there.world.watchers(ida.now) == ["Ida"]
        assert ida.saved is None


def _asleep(talk: OrganizerTalk) -> object:
    """How many will be asleep, as the last look says."""
    lines = talk.last.args["quiet"]
    assert isinstance(lines, tuple)
    return next((each.args["count"] for each in lines if each.id == "look-asleep"), 0)


async def test_who_will_be_asleep_is_known_before_and_while_it_goes() -> None:
    """At noon in London it is nine in the evening in Japan: those two get it in the morning."""
    async with written() as (there, campaign, ida):
        await there.readers(campaign, "en", 2, "JP")
        assert await ida.taps("schedule") == "when"
        assert await ida.taps("now") == "last-look"
        assert _asleep(ida) == 2
        assert await ida.taps("when") == "when"
        assert await ida.says("2026-03-03 09:00") == "last-look"
        assert not _asleep(ida), "it is five in the afternoon there"
        await ida.taps("when")
        await ida.taps("now")
        await ida.taps(starting(ida, "y_"))
        await there.world.prepare(NOON)
        assert await ida.taps("refresh") == "broadcast-sending"
        assert ids(ida.last, "pace") == ["progress-asleep"]


async def test_nobody_asleep_is_spared_by_what_goes_at_night_too() -> None:
    async with written() as (there, campaign, ida):
        await there.readers(campaign, "en", 2, "JP")
        await ida.taps("quiet")
        await ida.taps("schedule")
        assert await ida.taps("now") == "last-look"
        assert not _asleep(ida)


async def test_only_those_it_is_for_are_counted_as_asleep() -> None:
    async with written() as (there, campaign, ida):
        await there.readers(campaign, "en", 2, "JP")
        await there.readers(campaign, "en", 3, "KR")
        await ida.taps("audience")
        await ida.taps("aim-countries")
        await ida.says("France, Japan")
        await ida.taps("audience")
        await ida.taps("broadcast")
        await ida.taps("schedule")
        assert await ida.taps("now") == "last-look"
        assert _asleep(ida) == 2


async def test_the_time_zone_is_asked_once() -> None:
    """By a city as people call it, a country with several, or a tap."""
    async with written() as (there, _campaign, ida):
        await there.organizing.organizers.settle(await ida.organizer(), zone="UTC")
        assert await ida.taps("schedule") == "zone-ask"
        assert "when" not in ida.offered()
        assert await ida.says("Atlantis") == "zone-ask"
        assert ida.notes == ["zone-unknown"]
        assert await ida.says("Brazil") == "zone-which"
        assert await ida.taps(ida.offered()[0]) == "when"
        assert ida.notes == ["zone-settled"]
        assert (await ida.organizer()).zone.startswith("America/")
        assert await ida.taps("zone") == "zone-ask"
        assert await ida.says("Москва") == "when"
        assert (await ida.organizer()).zone == "Europe/Moscow"
        await ida.taps("broadcast")
        assert await ida.taps("schedule") == "when"
        await ida.taps("zone")
        await ida.says("UTC")
        await ida.taps("broadcast")
        assert await ida.taps("schedule") == "when"


async def test_this_evening_and_tomorrow_morning_are_those_of_the_organizer() -> None:
    async with written() as (there, campaign, ida):
        await ida.taps("schedule")
        evening, morning = (each for each in ida.offered() if each.startswith("m_"))
        assert await ida.taps(evening) == "last-look"
        assert await ida.taps("when") == "when"
        await ida.taps(morning)
        await ida.taps(starting(ida, "y_"))
        assert ida.notes == ["broadcast-goes-later"]
        found = await the(there, campaign)
        assert found.due_at == datetime(2026, 3, 2, 8, tzinfo=UTC)  # 9 o'clock in Paris
        assert await ida.taps("take-back") == "broadcast-draft"
        ida.now += timedelta(hours=8)
        await ida.taps("schedule")
        assert len([each for each in ida.offered() if each.startswith("m_")]) == 1


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("some day", "when-unclear"),
        ("1/3/2026 10:00", "day-or-month"),
        ("2026-02-28 10:00", "when-past"),
        ("2028-02-28 10:00", "when-far"),
    ],
)
async def test_a_time_that_will_not_do_is_told_why(typed: str, note: str) -> None:
    async with written() as (_there, _campaign, ida):
        await ida.taps("schedule")
        assert await ida.says(typed) == "when"
        assert ida.notes == [note]


async def test_the_example_for_a_day_or_a_month_begins_with_the_year() -> None:
    """Whoever is asked to write the year first is shown a time that does."""
    async with written() as (_there, _campaign, ida):
        await ida.taps("schedule")
        await ida.says("1/3/2026 10:00")
        assert str(ida.last.notes[0].args["example"]) == "2026-03-03 18:30"
        assert await ida.says("2026-03-03 18:30") == "last-look"


async def test_in_the_night_when_clocks_go_forward_the_next_time_is_offered() -> None:
    """There is no 02:30 in Paris on 29 March; 03:00 is one tap away."""
    async with written() as (there, campaign, ida):
        await ida.taps("schedule")
        assert await ida.says("2026-03-29 02:30") == "when"
        assert ida.notes == ["when-skipped"]
        assert ida.last.choices[0].words.id == "choice-when-instead"
        assert await ida.taps(ida.offered()[0]) == "last-look"
        await ida.taps(starting(ida, "y_"))
        assert (await the(there, campaign)).due_at == datetime(2026, 3, 29, 1, tzinfo=UTC)


async def test_in_the_night_when_clocks_go_back_it_is_said_which_hour_is_taken() -> None:
    async with written() as (there, campaign, ida):
        await ida.taps("schedule")
        assert await ida.says("2026-10-25 02:30") == "last-look"
        assert ida.notes == ["when-twice"]
        await ida.taps(starting(ida, "y_"))
        assert (await the(there, campaign)).due_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


async def test_a_time_that_passes_before_the_confirmation_is_asked_again() -> None:
    """The last look stood there over lunch."""
    async with written() as (there, campaign, ida):
        await ida.taps("schedule")
        await ida.says("2026-03-01 13:30")
        ida.now += timedelta(hours=1)
        assert await ida.taps(starting(ida, "y_")) == "when"
        assert ida.notes == ["when-past"]
        assert (await the(there, campaign)).status == "draft"


async def test_nothing_written_and_nobody_to_read_it_are_told_before_anything_else() -> None:
    async with house() as there:
        await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        assert await ida.taps("schedule") == "letters"
        assert ida.notes == ["broadcast-unwritten"]
        await ida.taps("w_en")
        await ida.says("We won.")
        await ida.taps("write-done")
        await ida.taps("audience")
        await ida.taps("aim-locales")
        await ida.taps("l_ru")
        await ida.taps("audience")
        await ida.taps("broadcast")
        assert await ida.taps("schedule") == "audience"
        assert ida.notes == ["broadcast-nobody"]


async def test_a_text_that_has_become_too_long_is_found_before_it_goes() -> None:
    async with written() as (there, campaign, ida):
        ida.too_long = 3
        assert await ida.taps("schedule") == "letters"
        assert ida.notes == ["letter-too-long"]
        assert (await the(there, campaign)).status == "draft"


async def test_languages_without_a_text_are_shown_before_the_time_is_asked() -> None:
    """Nobody gets another language than their own without the organizer having seen it."""
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await there.organizing.organizers.settle(await ida.organizer(), zone="Europe/Paris")
        await begins(ida)
        await writes(ida, "en", "We won.")
        await ida.taps("write-done")
        assert await ida.taps("schedule") == "gaps"
        assert ids(ida.last, "lines") == ["reach-fallback", "reach-fallback"]
        assert await ida.taps("w_ar") == "letter-ask"
        await ida.says("انتصرنا.")
        await ida.taps("write-done")
        assert await ida.taps("schedule") == "gaps"
        assert ids(ida.last, "lines") == ["reach-fallback"]
        assert await ida.taps("gaps-fine") == "when"
        await ida.taps("now")
        assert ids(ida.last, "reach") == ["reach-line", "reach-fallback", "reach-line"]
        assert (await the(there, campaign)).status == "draft"


async def test_speed_shows_its_price_in_stars_before_it_is_chosen() -> None:
    """A tenth of a Star for each message, in whole Stars."""
    assert [price(count) for count in (1, 10, 11, 650_000)] == [1, 1, 2, 65_000]
    async with written() as (there, campaign, ida):
        assert not (await the(there, campaign)).paid
        assert await ida.taps("paid") == "paid"
        assert ida.last.args["stars"] == 2
        assert not (await the(there, campaign)).paid
        assert await ida.taps("paid-yes") == "broadcast-draft"
        assert (await the(there, campaign)).paid
        await ida.taps("schedule")
        await ida.taps("now")
        speed = ida.last.args["speed"]
        assert isinstance(speed, Words)
        assert (speed.id, speed.args["stars"]) == ("look-paid", 2)
        await ida.taps("broadcast")
        await ida.taps("paid")
        await ida.taps("paid-no")
        assert not (await the(there, campaign)).paid


async def test_nights_are_spared_unless_somebody_says_otherwise() -> None:
    async with written() as (there, campaign, ida):
        assert (await the(there, campaign)).quiet
        assert await ida.taps("quiet") == "broadcast-draft"
        assert ida.notes == ["quiet-is-off"]
        assert not (await the(there, campaign)).quiet
        await ida.taps("quiet")
        assert (await the(there, campaign)).quiet


async def test_above_the_set_size_a_second_organizer_agrees() -> None:
    """Omar is told, looks at it, and agrees; Ida cannot do so herself, nor can a translator."""
    async with written(alone=5) as (there, campaign, ida):
        omar = await there.organizer("Omar", "organizer", campaign)
        tam = await there.organizer("Tam", "translator", campaign)
        assert await confirms(ida) == "broadcast-waiting-own"
        assert ida.notes == ["broadcast-asked"]
        assert await told(there) == [("Omar", "broadcast-waits")]
        found = await the(there, campaign)
        assert found.status == "waiting"
        about, approve = f"release.{found.id}", f"approve_{found.revision}"
        assert not [each for each in ida.offered() if each.startswith("approve")]
        await ida.forges("broadcast", about, approve)
        assert ida.notes == ["broadcast-changed"]
        await tam.forges("broadcast", about, approve)
        assert tam.notes == ["organizer-not-yours"]
        assert (await the(there, campaign)).status == "waiting"
        assert await shows(there, omar, campaign) == "broadcast-waiting"
        await omar.taps("try")
        assert await omar.taps("t_fr") == "broadcast-letter"
        await shows(there, omar, campaign)
        assert await omar.taps(approve) == "broadcast-preparing"
        assert omar.notes == ["broadcast-approved"]
        assert await told(there) == [("Ida", "broadcast-approved")]
        found = await the(there, campaign)
        assert (found.status, found.approver) == ("scheduled", (await omar.organizer()).id)
        watched = set(await there.world.watchers(NOON))
        assert watched == {"Ida", "Omar"}


async def test_a_second_organizer_says_no_and_it_is_a_draft_again() -> None:
    async with written(alone=5) as (there, campaign, ida):
        omar = await there.organizer("Omar", "organizer", campaign)
        await confirms(ida)
        await told(there)
        await shows(there, omar, campaign)
        old = omar.last
        assert await omar.taps("reject") == "broadcast-draft"
        assert omar.notes == ["broadcast-rejected"]
        assert await told(there) == [("Ida", "broadcast-rejected")]
        # What Ida changes and confirms anew is not what Omar's old message showed.
        await shows(there, ida, campaign)
        await ida.taps("quiet")
        await confirms(ida)
        assert await omar.taps(starting_on(old), on=old) == "broadcast-waiting"
        assert omar.notes == ["broadcast-changed"]
        assert (await the(there, campaign)).status == "waiting"


def starting_on(reply: Reply) -> str:
    return next(each.id for each in reply.choices if each.id.startswith("approve_"))


async def test_with_nobody_else_on_the_team_a_large_one_cannot_be_confirmed() -> None:
    async with written(alone=5) as (there, campaign, ida):
        await ida.taps("schedule")
        await ida.taps("now")
        second = ida.last.args["second"]
        assert isinstance(second, Words)
        assert second.id == "look-nobody"
        assert not [each for each in ida.offered() if each.startswith("y_")]
        await ida.forges("last-look", ida.about, "y_000000000000")
        assert (await the(there, campaign)).status == "draft"


async def test_two_organizers_press_confirm_and_it_goes_once() -> None:
    """Both have looked at it; the second is told that it is done, and nothing is done twice."""
    async with written() as (there, campaign, ida):
        omar = await there.organizer("Omar")
        await there.organizing.organizers.settle(await omar.organizer(), zone="Europe/Paris")
        await shows(there, omar, campaign)
        for each in (ida, omar):
            await each.taps("schedule")
            await each.taps("now")
        assert await ida.taps(starting(ida, "y_")) == "broadcast-preparing"
        assert await omar.taps(starting(omar, "y_")) == "broadcast-preparing"
        assert omar.notes == ["broadcast-no-draft"]
        found = await the(there, campaign)
        assert found.author == (await ida.organizer()).id


async def test_what_was_changed_since_the_last_look_is_looked_at_again() -> None:
    """Omar takes a text out while Ida looks: she confirms nothing that she has not seen."""
    async with written() as (there, campaign, ida):
        omar = await there.organizer("Omar")
        await ida.taps("schedule")
        await ida.taps("now")
        await shows(there, omar, campaign)
        await omar.taps("quiet")
        assert await ida.taps(starting(ida, "y_")) == "last-look"
        assert ida.notes == ["look-again"]
        assert await ida.taps(starting(ida, "y_")) == "broadcast-preparing"


async def test_an_older_last_look_with_another_time_confirms_nothing() -> None:
    async with written() as (there, campaign, ida):
        await ida.taps("schedule")
        await ida.says("2026-03-05 10:00")
        old = ida.last
        await ida.taps("when")
        await ida.says("2026-03-06 10:00")
        choice = next(each.id for each in old.choices if each.id.startswith("y_"))
        assert await ida.taps(choice, on=old) == "last-look"
        assert ida.notes == ["look-again"]
        assert (await the(there, campaign)).status == "draft"


async def test_a_role_taken_away_before_the_confirmation_ends_there() -> None:
    async with written() as (there, campaign, _ida):
        omar = await there.organizer("Omar", "organizer", campaign)
        await there.organizing.organizers.settle(await omar.organizer(), zone="Europe/Paris")
        await shows(there, omar, campaign)
        await omar.taps("schedule")
        await omar.taps("now")
        await there.organizing.organizers.remove(campaign, await omar.organizer(), None, omar.now)
        await omar.taps(starting(omar, "y_"))
        assert omar.notes == ["button-unknown"]
        assert not omar.form
        assert (await the(there, campaign)).status == "draft"


async def sending(there: House, campaign: Campaign) -> Broadcast:
    """Until the broadcast is being sent."""
    await there.world.prepare(NOON)
    found = await the(there, campaign)
    assert found.status == "sending"
    return found


async def test_it_is_paused_resumed_and_stopped_for_good() -> None:
    """A pause is at once; what cannot be undone is asked once more, and says whom it leaves out."""
    async with written() as (there, campaign, ida):
        await confirms(ida)
        await sending(there, campaign)
        assert await ida.taps("refresh") == "broadcast-sending"
        assert await ida.taps("watch") == "broadcast-sending"
        assert ida.notes == ["broadcast-watched"]
        assert await ida.taps("pause") == "broadcast-paused"
        assert await ida.taps("resume") == "broadcast-sending"
        assert await ida.taps("cancel") == "broadcast-paused"
        assert ida.notes == ["cancel-once-more"]
        assert await ida.taps("cancel") == "stop"
        assert (ida.last.args["sent"], ida.last.args["left"]) == (0, 12)
        assert await ida.taps("stop-no") == "broadcast-paused"
        await ida.taps("cancel")
        assert await ida.taps("stop-yes") == "broadcast-cancelled"
        assert ida.last.args["left"] == 12
        assert "pause" not in ida.offered()


async def test_what_another_has_stopped_meanwhile_is_not_paused() -> None:
    """Omar's message still shows the button."""
    async with written() as (there, campaign, ida):
        omar = await there.organizer("Omar")
        await confirms(ida)
        await sending(there, campaign)
        await shows(there, omar, campaign)
        await ida.taps("refresh")
        await ida.taps("cancel")
        await ida.taps("cancel")
        asked = ida.last
        await ida.taps("stop-yes")
        assert await omar.taps("pause") == "broadcast-cancelled"
        assert omar.notes == ["broadcast-changed"]
        assert await ida.taps("stop-yes", asked) == "broadcast-cancelled"
        assert ida.notes == ["broadcast-changed"]


async def test_a_viewer_sees_how_it_goes_and_stops_nothing() -> None:
    async with written() as (there, campaign, ida):
        vera = await there.organizer("Vera", "viewer", campaign)
        await confirms(ida)
        await sending(there, campaign)
        assert await shows(there, vera, campaign) == "broadcast-sending"
        assert not {"pause", "cancel", "watch"} & set(vera.offered())
        await vera.forges("broadcast", vera.about, "pause")
        assert vera.notes == ["organizer-not-yours"]


async def test_the_report_tells_what_became_of_everybody_and_offers_the_unknown_again() -> None:
    """Seven have it, one blocked the bot, of two nobody knows; the warning comes first."""
    async with written() as (there, campaign, ida):
        await confirms(ida)
        await sending(there, campaign)
        await there.world.deliver(["blocked", "unknown", "unknown", "failed"], NOON)
        assert await shows(there, ida, campaign) == "broadcast-done"
        assert ida.last.args["sent"] == 8
        assert ids(ida.last, "lines") == [
            "progress-blocked", "progress-unknown", "progress-failed",
        ]  # fmt: skip
        assert await ida.taps("again") == "again"
        assert ida.last.args["count"] == 2
        assert await ida.taps("again-no") == "broadcast-done"
        await ida.taps("again")
        old = ida.last
        assert await ida.taps("again-yes") == "broadcast-sending"
        assert await ida.taps("again-yes", on=old) == "broadcast-sending"
        assert ida.notes == ["broadcast-changed"]


async def test_every_step_on_a_broadcast_is_in_the_audit_log_once_and_can_be_read() -> None:
    """From the draft to those who get it again; who did it stands beside what was done."""
    async with written(alone=5) as (there, campaign, ida):
        omar = await there.organizer("Omar")
        done = [
            "broadcast-drafted",
            "broadcast-written",
            "broadcast-written",
            "broadcast-written",
        ]
        assert [each for each, _ in await deeds(there, campaign)] == done
        await ida.taps("letters")
        await ida.taps("w_en")
        await ida.taps("write-links")
        await ida.says("More | https://example.org")
        await ida.taps("write-done")
        await ida.taps("letter-picture")
        await ida.shows(picture())
        await ida.taps("broadcast")
        await ida.taps("audience")
        await ida.taps("aim-locales")
        await ida.taps("l_fr")
        await ida.taps("l_en")
        await ida.taps("audience")
        await ida.taps("broadcast")
        for choice in ("quiet", "quiet", "paid", "paid-yes", "paid", "paid-no", "try", "t_fr"):
            await ida.taps(choice)
        await ida.taps("write-done")
        await ida.taps("broadcast")
        await confirms(ida)
        await shows(there, omar, campaign)
        await omar.taps("reject")
        await shows(there, ida, campaign)
        await confirms(ida)
        await shows(there, ida, campaign)
        await ida.taps("take-back")
        await confirms(ida)
        await shows(there, omar, campaign)
        await omar.taps(starting(omar, "approve_"))
        found = await sending(there, campaign)
        await shows(there, ida, campaign)
        for choice in ("refresh", "watch", "pause", "resume"):
            await ida.taps(choice)
        await there.world.deliver(["unknown"] * 12, NOON)
        await ida.taps("refresh")
        await ida.taps("again")
        await ida.taps("again-yes")
        await ida.taps("cancel")
        await ida.taps("cancel")
        await ida.taps("stop-yes")
        done += [
            "broadcast-written",  # its links
            "broadcast-illustrated",
            "broadcast-aimed",
            "broadcast-aimed",
            "broadcast-loud",
            "broadcast-quiet",
            "broadcast-paid",
            "broadcast-unpaid",
            "broadcast-tried",
            "broadcast-confirmed",
            "broadcast-rejected",
            "broadcast-confirmed",
            "broadcast-rejected",  # taken back
            "broadcast-confirmed",
            "broadcast-approved",
            "broadcast-paused",
            "broadcast-resumed",
            "broadcast-repeated",
            "broadcast-paused",  # the first tap on "stop for good"
            "broadcast-cancelled",
        ]
        await begins(ida)
        await ida.taps("drop")
        await ida.taps("drop-yes")
        done += ["broadcast-drafted", "broadcast-dropped"]
        every = await deeds(there, campaign)
        assert [each for each, _ in every] == done
        assert {each["number"] for _, each in every[:-2]} == {found.id}
        assert await read(ida) == [f"deed-{each}" for each in reversed(done)]


async def read(talk: OrganizerTalk) -> list[str]:
    """What `/audit` shows of broadcasts, page by page, the newest first."""
    await talk.commands("audit")
    pages = [ids_of_deeds(talk)]
    while "older" in talk.offered():
        await talk.taps("older")
        pages.append(ids_of_deeds(talk))
    return [each for page in pages for each in page if each.startswith("deed-broadcast")]


def ids_of_deeds(talk: OrganizerTalk) -> list[str]:
    """The messages of the deeds on a page, as often as each was done."""
    found: list[str] = []
    lines: Any = talk.last.args["lines"]
    for line in lines:
        deed = line.args.get("deed", line)
        if "what" in deed.args:
            found += [deed.args["what"].id] * line.args.get("count", 1)
    return found


STATES: tuple[BroadcastStatus, ...] = get_args(BroadcastStatus)


@pytest.mark.parametrize("status", STATES)
async def test_the_live_message_shows_how_it_stands(status: BroadcastStatus) -> None:
    """The worker shows it again and again; what is tapped there goes on showing the broadcast."""
    async with written() as (there, campaign, ida):
        found = await the(there, campaign)
        ended = NOON if status in ("done", "cancelled") else None
        shown = progress_reply(
            replace(found, status=status, due_at=NOON, ended_at=ended),
            Progress(size=100, sent=40, blocked=1, asleep=20, rate=29.6),
            await ida.organizer(),
            campaign,
            NOON - timedelta(minutes=1),
        )
        assert (shown.step, shown.about.encode()) == ("broadcast", f"release.{found.id}")
        if status == "sending":
            assert ids(shown, "pace") == ["progress-rate", "progress-left", "progress-asleep"]
            assert ids(shown, "lines") == ["progress-blocked"]
            assert shown.args["bar"] == Bar(0.41)
            assert [each.id for each in shown.choices] == ["pause", "cancel"]


async def test_every_notice_leads_to_its_broadcast() -> None:
    for end in ("waits", "approved", "rejected", "grown", "lost"):
        kind = f"broadcast-{end}"
        said = notices.reply(kind, {"slug": "release", "number": 5, "title": "T", "count": 7})
        assert said is not None
        assert (said.step, said.about.encode()) == ("broadcast", "release.5")
