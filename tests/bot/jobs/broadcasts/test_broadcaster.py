"""A broadcast reaches everybody who asked for it, once."""

import asyncio
import io
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy.exc import OperationalError

from bot.jobs.broadcasts import broadcaster as broadcast_module
from bot.simulator import Simulator
from handlers.domain.broadcasts import Letter
from handlers.domain.campaigns import Related
from storage.broadcasts.deliveries import Delivery
from storage.campaigns.pictures import Picture
from storage.redis.send_budget import Rates
from tests.support.mailing import LOOK, PATIENCE, Mailing, letters_of, mailing, who
from tests.support.storage.mailing import states


def picture() -> bytes:
    """A picture that may go with a letter."""
    drawn = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(drawn, "PNG")
    return drawn.getvalue()


PICTURE = picture()

MOST_IN_FLIGHT = 15
"""What a worker begins with at a time at thirty a second: half a second's worth."""

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


@pytest.fixture
async def post(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> AsyncIterator[Mailing]:
    """A campaign whose supporters are about to get a letter."""
    async with (
        Simulator(stars=50_000) as simulator,
        mailing(tmp_path, redis_url, migrated_database_url, simulator) as post,
    ):
        yield post
        assert simulator.complaints == []
        assert simulator.unknown_methods == []


async def nothing_under_way(post: Mailing) -> None:
    """Wait until it is known of each letter whether it was sent."""
    async with asyncio.timeout(PATIENCE):
        while "sending" in await states(post.storage):
            await asyncio.sleep(0.05)


async def test_everybody_gets_the_letter_in_their_language(post: Mailing) -> None:
    """With its link, and with the way to stop such messages; Omar reads what there is."""
    ida, zoe, omar = post.simulator.many(3)
    await post.subscribe([ida], "en")
    await post.subscribe([zoe], "fr")
    await post.subscribe([omar], "ar")
    link = (Related("Read & see", "https://example.org/on"),)
    letters = {"en": Letter("<b>Free</b> & well", link), "fr": Letter("Libres <3", link)}
    async with post.worker():
        progress = await post.ended(await post.confirmed(letters))
    assert (progress.size, progress.sent, progress.left) == (3, 3, 0)
    (english,), (french,), (other,) = map(letters_of, (ida, zoe, omar))
    assert english.text == other.text == "Free & well"
    assert french.text == "Libres <3"
    assert english.buttons[0].label == "Read & see"
    assert french.buttons[-1].label != english.buttons[-1].label


async def test_what_is_for_later_goes_out_at_its_time(post: Mailing) -> None:
    """Workers look for it all the while, and it does not go out a moment too early."""
    await post.subscribe(post.simulator.many(3))
    async with post.worker():
        due = datetime.now(UTC) + timedelta(seconds=1)
        progress = await post.ended(await post.confirmed(due=due))
    assert progress.sent == 3
    assert min(each.at for each in post.simulator.calls_of("sendMessage")) >= due.timestamp()


async def test_one_tap_on_a_letter_asks_for_no_more_of_them(post: Mailing) -> None:
    """The button leads to the answer that the dialogue has for it."""
    (ida,) = post.simulator.many(1)
    await post.subscribe([ida])
    async with post.worker():
        await post.ended(await post.confirmed())
    (letter,) = letters_of(ida)
    assert letter.buttons[-1].target == "letter.release:updates-stop"


async def test_a_picture_is_uploaded_once_and_goes_to_all(post: Mailing) -> None:
    people = post.simulator.many(8)
    await post.subscribe(people)
    async with post.worker():
        await post.ended(await post.confirmed(picture=PICTURE))
        await post.subscribe(people)
        await post.ended(await post.confirmed(picture=PICTURE))
    assert [len(letters_of(each)) for each in people] == [2] * 8
    assert all(each.photo for person in people for each in letters_of(person))
    sent = post.simulator.calls_of("sendPhoto")
    assert len(sent) == 16
    assert sum(isinstance(each.params["photo"], str) for each in sent) == 15


async def test_a_picture_whose_name_telegram_forgot_is_uploaded_again(post: Mailing) -> None:
    people = post.simulator.many(3)
    await post.subscribe(people)
    async with post.worker():
        await post.ended(await post.confirmed(picture=PICTURE))
        post.simulator.world.files.known.clear()
        progress = await post.ended(await post.confirmed(picture=PICTURE))
    assert (progress.sent, progress.failed) == (3, 0)
    assert [len(letters_of(each)) for each in people] == [2] * 3


async def test_a_picture_that_cannot_be_read_just_now_waits(
    post: Mailing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is away for a moment: nobody's letter is spent on that."""
    people = post.simulator.many(3)
    await post.subscribe(people)
    read, tries = post.storage.campaigns.picture, 0

    async def away(sha: str) -> Picture | None:
        nonlocal tries
        tries += 1
        if tries <= 2:
            raise OperationalError("SELECT", None, ConnectionError())
        return await read(sha)

    monkeypatch.setattr(post.storage.campaigns, "picture", away)
    async with post.worker():
        progress = await post.ended(await post.confirmed(picture=PICTURE))
    assert tries == 3
    assert (progress.sent, progress.unknown) == (3, 0)
    assert [len(letters_of(each)) for each in people] == [1] * 3


async def test_who_blocked_the_bot_is_counted_and_not_written_to_again(post: Mailing) -> None:
    gone, deleted, there = post.simulator.many(3)
    await post.subscribe([gone, deleted, there])
    await gone.blocks()
    del post.simulator.world.chats[deleted.id]
    async with post.worker():
        progress = await post.ended(await post.confirmed())
        assert (progress.sent, progress.blocked, progress.failed) == (1, 2, 0)
        calls = len(post.simulator.calls_of("sendMessage"))
        assert (await post.ended(await post.confirmed())).size == 1
    assert len(post.simulator.calls_of("sendMessage")) == calls + 1


async def test_whoever_unsubscribes_in_the_middle_gets_nothing_more(post: Mailing) -> None:
    people = post.simulator.many(60)
    await post.subscribe(people)
    last = people[-1]
    async with post.worker():
        broadcast = await post.confirmed()
        await post.reaches(5)
        await post.storage.supporters.unsubscribe(post.campaign, who(last))
        progress = await post.ended(broadcast)
    assert letters_of(last) == []
    assert (progress.sent, progress.unsubscribed) == (59, 1)


async def test_a_flood_wait_quiets_everything_and_loses_nobody(post: Mailing) -> None:
    """Telegram refuses one message for three seconds; nobody gets it twice, and all get it."""
    people = post.simulator.many(40)
    await post.subscribe(people)
    async with post.worker() as work:
        broadcast = await post.confirmed()
        await post.reaches(5)
        post.simulator.mischief.flood(1, retry_after=3, method="sendMessage")
        await post.simulator.until(
            lambda: work.broadcaster.routes["telegram"].budget.quiet_for > 1, PATIENCE, "no quiet"
        )
        refused = next(each for each in post.simulator.calls if each.error)
        progress = await post.ended(broadcast)
    assert (progress.sent, progress.unknown, progress.failed) == (40, 0, 0)
    assert set(post.got.values()) == {1}
    later = [each.at for each in post.simulator.calls_of("sendMessage") if each.at > refused.at]
    # What was under way at that moment arrives, sooner or later; the rest after the silence.
    assert len([each for each in later if each < refused.at + 2.9]) <= MOST_IN_FLIGHT


async def test_whoever_unsubscribes_in_a_flood_wait_gets_nothing_more(post: Mailing) -> None:
    """Nothing is under way then, so nobody would be unknown if the worker was killed."""
    people = post.simulator.many(20)
    await post.subscribe(people)
    async with post.worker() as work:
        post.simulator.mischief.flood(1_000, retry_after=4, method="sendMessage")
        broadcast = await post.confirmed()
        await post.simulator.until(
            lambda: work.broadcaster.routes["telegram"].budget.quiet_for > 1, PATIENCE, "no quiet"
        )
        await nothing_under_way(post)
        for person in people[:3]:
            await post.storage.supporters.unsubscribe(post.campaign, who(person))
        post.simulator.mischief.calm()
        progress = await post.ended(broadcast)
    assert (progress.sent, progress.unsubscribed, progress.unknown) == (17, 3, 0)
    assert [len(letters_of(each)) for each in people] == [0] * 3 + [1] * 17


async def test_an_answer_of_the_database_is_lost(
    post: Mailing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It had marked some to be written to, and nobody wrote to them: now they are, once."""
    people = post.simulator.many(40)
    await post.subscribe(people)
    advance, lost = post.storage.deliveries.advance, False

    async def lose(*args: Any, **options: Any) -> Sequence[Delivery]:
        nonlocal lost
        given = await advance(*args, **options)
        if not lost and post.letters >= 5 and given:
            lost = True
            raise OperationalError("COMMIT", None, ConnectionError())
        return given

    monkeypatch.setattr(post.storage.deliveries, "advance", lose)
    async with post.worker():
        progress = await post.ended(await post.confirmed())
    assert lost
    assert (progress.sent, progress.unknown) == (40, 0)
    assert set(post.got.values()) == {1}


async def test_a_message_nobody_knows_of_is_not_sent_again(post: Mailing) -> None:
    """Telegram takes it and the line breaks before the answer."""
    people = post.simulator.many(10)
    await post.subscribe(people)
    post.simulator.mischief.drop(1, after_work=True, method="sendMessage")
    async with post.worker():
        progress = await post.ended(await post.confirmed())
    assert (progress.sent, progress.unknown) == (9, 1)
    assert set(post.got.values()) == {1}
    assert len(post.got) == 10


async def test_an_outage_of_telegram_costs_few_letters(post: Mailing) -> None:
    """After a handful of errors nobody's letter is tried until Telegram answers again."""
    people = post.simulator.many(100)
    await post.subscribe(people)
    async with post.worker(look=broadcast_module.IDLE):
        post.simulator.mischief.fail(1_000, code=502)
        broadcast = await post.confirmed()
        async with asyncio.timeout(PATIENCE):
            while (await post.progress(broadcast)).unknown < 5:
                await asyncio.sleep(0.05)
        await asyncio.sleep(1)
        post.simulator.mischief.calm()
        progress = await post.ended(broadcast)
    assert progress.unknown <= 15
    assert progress.sent + progress.unknown == 100
    assert len(post.got) == progress.sent


async def test_pausing_stops_at_once_and_resuming_goes_on(post: Mailing) -> None:
    people = post.simulator.many(60)
    await post.subscribe(people)
    store = post.storage.broadcast_lifecycle
    async with post.worker():
        broadcast = await post.confirmed()
        await post.reaches(5)
        await store.pause(await post.of(broadcast), post.ida, datetime.now(UTC))
        await nothing_under_way(post)
        stopped = post.letters
        await asyncio.sleep(1)
        assert post.letters == stopped < 60
        assert (await post.progress(broadcast)).unknown == 0
        await store.resume(await post.of(broadcast), post.ida, datetime.now(UTC))
        assert (await post.ended(broadcast)).sent == 60
    assert set(post.got.values()) == {1}


async def test_a_worker_that_is_asked_to_stop_leaves_nothing_unknown(post: Mailing) -> None:
    """Its successor goes on at once."""
    people = post.simulator.many(60)
    await post.subscribe(people)
    async with post.worker():
        broadcast = await post.confirmed()
        await post.reaches(10)
    assert (await post.progress(broadcast)).unknown == 0
    assert post.letters < 60
    async with post.worker():
        progress = await post.ended(broadcast)
    assert (progress.sent, progress.unknown) == (60, 0)
    assert set(post.got.values()) == {1}


async def test_a_paid_broadcast_goes_faster_and_says_so(post: Mailing) -> None:
    """It has permits of its own, and Stars are paid for what goes beyond the free ones."""
    people = post.simulator.many(200)
    await post.subscribe(people)
    async with post.worker(Rates(free=1)):
        progress = await post.ended(await post.confirmed(paid=True))
    assert progress.sent == 200
    sent = post.simulator.calls_of("sendMessage")
    assert all(each.params["allow_paid_broadcast"] is True for each in sent)
    assert post.simulator.stars < 50_000


async def test_a_paid_broadcast_without_stars_keeps_to_the_free_rate(post: Mailing) -> None:
    """The balance ran out: after the first refusals it goes on like any other."""
    post.simulator.stars = 0
    people = post.simulator.many(60)
    await post.subscribe(people)
    async with post.worker():
        progress = await post.ended(await post.confirmed(paid=True))
    assert (progress.sent, progress.unknown, progress.failed) == (60, 0, 0)
    assert set(post.got.values()) == {1}
    assert post.simulator.complaints != []
    post.simulator.complaints.clear()


async def test_where_it_is_night_people_wait_for_the_morning(
    post: Mailing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Zoé in France gets it now, Akiko in Japan when her night is over."""
    zoe, akiko = post.simulator.many(2)
    await post.subscribe([zoe], country="FR")
    await post.subscribe([akiko], country="JP")
    clock = [datetime(2026, 1, 15, 14, tzinfo=UTC)]
    monkeypatch.setattr(broadcast_module, "_now", lambda: clock[0])
    async with post.worker():
        broadcast = await post.confirmed(quiet=True, now=clock[0])
        await post.reaches(1)
        await asyncio.sleep(5 * LOOK)
        assert (len(letters_of(zoe)), len(letters_of(akiko))) == (1, 0)
        clock[0] = datetime(2026, 1, 16, 1, tzinfo=UTC)
        assert (await post.ended(broadcast)).sent == 2
    assert len(letters_of(akiko)) == 1


async def test_while_telegram_cannot_be_reached_nothing_is_lost(
    post: Mailing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there was no connection nothing was sent: it is sent when there is one again."""
    people = post.simulator.many(40)
    await post.subscribe(people)
    async with post.worker() as work:
        broadcast = await post.confirmed()
        await post.reaches(5)
        right = work.application.bot.base_url
        monkeypatch.setattr(work.application.bot, "_base_url", "http://127.0.0.1:1/bot")
        await asyncio.sleep(2)
        monkeypatch.setattr(work.application.bot, "_base_url", right)
        progress = await post.ended(broadcast)
    assert (progress.sent, progress.unknown) == (40, 0)
    assert set(post.got.values()) == {1}
