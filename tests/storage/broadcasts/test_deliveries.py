"""A broadcast goes to everybody who is on its list, and to nobody twice, whatever happens."""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from handlers.domain.broadcasts import Audience, Broadcast, BroadcastChanged, Letter, Progress
from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from storage import models
from storage.broadcasts import recipient_lists as module
from storage.broadcasts.deliveries import LEASE, LeaseLost, Outcome
from storage.container import Storage
from tests.support.petition import consent
from tests.support.storage.mailing import (
    LATER,
    NOW,
    again,
    chats,
    deeds,
    lease,
    organizer,
    prepared,
    reader,
    scheduled,
    send_all,
    sent,
    states,
    subscribe,
)
from tests.support.storage.petition import VAULT_KEY, close, count, open_petition


async def progress(storage: Storage, broadcast: Broadcast, now: datetime = NOW) -> Progress:
    """How far it has come, whatever the rate."""
    return replace(await storage.broadcasts.progress(broadcast, now), rate=0.0)


# The list.


async def test_everybody_gets_it_once(storage: Storage, petition: Campaign) -> None:
    """Seven people in two countries; each in the language they read, or the campaign's own."""
    await subscribe(storage, petition, [1, 2, 3, 4])
    await subscribe(storage, petition, [5, 6], "BE", "en")
    await subscribe(storage, petition, [7], "BE", "ar")
    letters = {"en": Letter("They are free."), "fr": Letter("Libres.")}
    broadcast = await scheduled(storage, petition, letters=letters)
    assert await storage.deliveries.lease(["telegram"], (), NOW) is None
    while await storage.recipient_lists.prepare(NOW):
        pass
    broadcast = await again(storage, broadcast)
    assert (broadcast.status, broadcast.started_at) == ("sending", NOW)
    got: dict[str, str] = {}
    while chunk := await storage.deliveries.lease(["telegram"], (), NOW):
        assert dict(chunk.letters) == letters
        assert (chunk.slug, chunk.paid, chunk.picture) == ("release", False, "")
        outcomes: dict[int, Outcome] = {}
        while given := await storage.deliveries.advance(chunk, outcomes, 2, NOW):
            assert len(given) <= 2
            assert not got.keys() & set(chats(given))
            got |= {each.chat_id: each.locale for each in given}
            outcomes = sent(given)
    french = dict.fromkeys("1234", "fr")
    assert got == french | dict.fromkeys("567", "en")
    broadcast = await again(storage, broadcast)
    assert (broadcast.status, broadcast.ended_at) == ("done", NOW)
    assert await progress(storage, broadcast) == Progress(size=7, sent=7)


async def test_not_before_it_is_due(storage: Storage, petition: Campaign) -> None:
    await subscribe(storage, petition, [1])
    await scheduled(storage, petition)
    assert not await storage.recipient_lists.prepare(NOW - timedelta(seconds=1))
    assert await count(storage, models.deliveries) == 0
    assert await storage.recipient_lists.prepare(NOW)


async def test_a_broadcast_to_nobody_is_done(storage: Storage, petition: Campaign) -> None:
    """All have left since it was confirmed."""
    broadcast = await prepared(storage, petition)
    assert (broadcast.status, broadcast.ended_at) == ("done", NOW)
    assert await storage.deliveries.lease(["telegram"], (), NOW) is None


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (Audience(locales=("en",)), "45"),
        (Audience(countries=("BE",)), "246"),
        (Audience(signed=True), "135"),
        (Audience(signed=False, locales=("fr", "ar")), "26"),
        (Audience(since=date(2999, 1, 1)), ""),
    ],
)
async def test_whom_it_is_for(
    storage: Storage, petition: Campaign, audience: Audience, expected: str
) -> None:
    """The list is made of those whom the organizer has chosen, and reads as it was counted."""
    for number in range(1, 7):
        locale = "fr" if number < 4 else "en" if number < 6 else "ar"
        country = "FR" if number % 2 else "BE"
        await subscribe(storage, petition, [number], country, locale)
        if number % 2:
            who = reader(number)
            await storage.signatures.sign(petition, who, Draft("Ida", country), consent())
    other = await open_petition(storage, "other")
    await subscribe(storage, other, [99])
    broadcast = await prepared(storage, petition, audience)
    assert (await storage.broadcasts.reach(broadcast)).total == len(expected)
    assert sorted(await send_all(storage)) == list(expected)


async def test_a_long_list_is_made_page_by_page(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages of 4 and chunks of 3: each chunk is of one country, filled up, and nobody is lost."""
    monkeypatch.setattr(module, "PAGE", 4)
    monkeypatch.setattr(module, "CHUNK", 3)
    for number in range(1, 24):
        await subscribe(storage, petition, [number], "FR" if number % 3 else "BE")
    broadcast = await scheduled(storage, petition)
    pages = 0
    while await storage.recipient_lists.prepare(NOW):
        pages += 1
        assert (await again(storage, broadcast)).status == ("preparing" if pages < 6 else "sending")
    assert pages == 6
    chunks = models.broadcast_chunks
    async with storage.database.read() as connection:
        query = select(chunks.c.country, chunks.c.size).order_by(chunks.c.id)
        sizes: dict[str, list[int]] = {}
        for row in await connection.execute(query):
            sizes.setdefault(row.country, []).append(row.size)
    assert sizes == {"FR": [3, 3, 3, 3, 3, 1], "BE": [3, 3, 1]}
    assert sorted(map(int, await send_all(storage))) == list(range(1, 24))


@pytest.mark.parametrize("signed", [None, False])
async def test_a_worker_is_killed_while_it_makes_the_list(
    storage: Storage,
    petition: Campaign,
    monkeypatch: pytest.MonkeyPatch,
    signed: bool | None,
    migrated_database_url: str,
) -> None:
    """Another one goes on where it was; in the end everybody is on the list once."""
    monkeypatch.setattr(module, "PAGE", 4)
    monkeypatch.setattr("storage.broadcasts.audiences.PAGE", 4)
    await subscribe(storage, petition, range(1, 12))
    broadcast = await scheduled(storage, petition, Audience(signed=signed))
    killed = await Storage.open(migrated_database_url, VAULT_KEY)
    assert await killed.recipient_lists.prepare(NOW)
    await killed.close()
    assert (await again(storage, broadcast)).status == "preparing"
    while await storage.recipient_lists.prepare(NOW):
        pass
    assert sorted(map(int, await send_all(storage))) == list(range(1, 12))


async def test_two_workers_make_the_same_list(
    storage: Storage,
    petition: Campaign,
    monkeypatch: pytest.MonkeyPatch,
    migrated_database_url: str,
) -> None:
    """They get in each other's way and not into the list."""
    monkeypatch.setattr(module, "PAGE", 2)
    await subscribe(storage, petition, range(1, 20))
    broadcast = await scheduled(storage, petition)
    other = await Storage.open(migrated_database_url, VAULT_KEY)

    async def prepare(worker: Storage) -> None:
        while (await again(worker, broadcast)).status != "sending":
            await worker.recipient_lists.prepare(NOW)

    await asyncio.gather(prepare(storage), prepare(other))
    await other.close()
    assert await count(storage, models.deliveries) == 19
    assert sorted(map(int, await send_all(storage))) == list(range(1, 20))


async def test_who_leaves_while_the_list_is_made(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People are forgotten, unsubscribe, come back and join anew between and in the pages."""
    monkeypatch.setattr(module, "PAGE", 3)
    await subscribe(storage, petition, range(1, 31))
    broadcast = await scheduled(storage, petition)

    async def come_and_go() -> None:
        for number in range(1, 31, 5):
            await storage.supporters.forget(reader(number))
            await storage.supporters.unsubscribe(petition, reader(number + 1))
            await subscribe(storage, petition, [number, 100 + number])

    async def prepare() -> None:
        while await storage.recipient_lists.prepare(NOW):
            pass

    await asyncio.gather(come_and_go(), prepare())
    reached = Counter(await send_all(storage))
    assert set(reached.values()) == {1}
    staying = {n for n in range(1, 31) if n % 5 not in (1, 2)}
    assert staying <= set(map(int, reached))
    assert not {n for n in range(1, 31) if n % 5 == 2} & set(map(int, reached))
    seen = await progress(storage, broadcast)
    assert seen.left == 0
    assert seen.sent == reached.total()


async def test_the_campaign_closes_before_it_is_known_who_has_signed(
    storage: Storage, petition: Campaign
) -> None:
    """Nobody is written to by mistake; the audit log says what became of it."""
    await subscribe(storage, petition, [1, 2])
    broadcast = await scheduled(storage, petition, Audience(signed=False))
    await close(storage, petition.slug)
    assert await storage.recipient_lists.prepare(NOW)
    broadcast = await again(storage, broadcast)
    assert (broadcast.status, broadcast.ended_at) == ("cancelled", NOW)
    assert not await storage.recipient_lists.prepare(NOW)
    assert await count(storage, models.deliveries) == 0
    assert (await deeds(storage))[-1] == "broadcast-lost"
    (told,) = await storage.notices.take(["telegram"])
    assert (told.kind, told.chat_id) == ("broadcast-lost", "ida")
    assert told.details["number"] == broadcast.id


async def test_whoever_may_do_nothing_in_the_campaign_is_told_nothing_of_it(
    storage: Storage, petition: Campaign
) -> None:
    """Ida's role was taken away before her broadcast was stopped."""
    broadcast = await scheduled(storage, petition, Audience(signed=True))
    await organizer(storage, "bo")
    ida = await storage.organizers.get(broadcast.author or 0)
    assert ida is not None
    await storage.organizers.remove(None, ida, None, NOW)
    await close(storage, petition.slug)
    assert await storage.recipient_lists.prepare(NOW)
    assert await storage.notices.take(["telegram"]) == []


async def test_so_many_have_joined_since_that_it_takes_two(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """Ida let it go alone, to three; a week later it would be four. Bo has to agree first."""
    worker = await Storage.open(migrated_database_url, VAULT_KEY, alone=3)
    await subscribe(storage, petition, [1, 2, 3])
    small = await scheduled(storage, petition, Audience(countries=("BE",)))
    broadcast = await scheduled(storage, petition)
    await subscribe(storage, petition, [4])
    bo = await organizer(storage, "bo")
    while await worker.recipient_lists.prepare(NOW):
        pass
    assert (await again(storage, small)).status == "done"
    broadcast = await again(storage, broadcast)
    assert (broadcast.status, broadcast.expected) == ("waiting", 4)
    assert await count(storage, models.deliveries) == 0
    assert (await deeds(storage))[-1] == "broadcast-grown"
    told = {
        each.chat_id: (each.kind, each.details["count"])
        for each in await storage.notices.take(["telegram"])
    }
    assert told == {"ida": ("broadcast-grown", 4), "bo": ("broadcast-waits", 4)}
    await storage.broadcast_lifecycle.approve(broadcast, bo, NOW)
    while await worker.recipient_lists.prepare(NOW):
        pass
    await worker.close()
    assert sorted(await send_all(storage)) == list("1234")


async def test_whoever_let_it_go_is_no_organizer_any_more(
    storage: Storage, petition: Campaign
) -> None:
    """Ida's role was taken away in the meantime: nothing goes out until Bo has agreed to it."""
    await subscribe(storage, petition, [1, 2])
    broadcast = await scheduled(storage, petition)
    bo = await organizer(storage, "bo")
    ida = await storage.organizers.get(broadcast.author or 0)
    assert ida is not None
    await storage.organizers.remove(None, ida, bo, NOW)
    while await storage.recipient_lists.prepare(NOW):
        pass
    broadcast = await again(storage, broadcast)
    assert (broadcast.status, await count(storage, models.deliveries)) == ("waiting", 0)
    assert (await deeds(storage))[-1] == "broadcast-orphaned"
    told = [(each.chat_id, each.kind) for each in await storage.notices.take(["telegram"])]
    assert told == [("bo", "broadcast-waits")]
    await storage.broadcast_lifecycle.approve(broadcast, bo, NOW)
    while await storage.recipient_lists.prepare(NOW):
        pass
    assert sorted(await send_all(storage)) == ["1", "2"]


async def test_one_that_was_taken_back_as_it_was_counted(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ida takes it back and lets it go to others: these are counted before anything is begun."""
    ida = await organizer(storage)
    await subscribe(storage, petition, [1, 2])
    broadcast = await scheduled(storage, petition)
    counting = storage.recipient_lists._audiences.count

    async def meanwhile(campaign: Campaign, audience: Audience) -> dict[str, int]:
        monkeypatch.undo()
        found = await counting(campaign, audience)
        await storage.broadcast_lifecycle.reject(broadcast, ida, NOW)
        draft = await again(storage, broadcast)
        await storage.broadcast_lifecycle.confirm(draft, ida, NOW, 2, NOW, alone=True)
        return found

    monkeypatch.setattr(storage.recipient_lists._audiences, "count", meanwhile)
    assert not await storage.recipient_lists.prepare(NOW)
    assert (await again(storage, broadcast)).status == "scheduled"
    assert await storage.recipient_lists.prepare(NOW)
    assert sorted(await send_all(storage)) == ["1", "2"]


async def test_news_come_after_the_end(storage: Storage, petition: Campaign) -> None:
    """Whoever asked for updates hears what came of it, after the campaign has closed."""
    await subscribe(storage, petition, [1, 2])
    await close(storage, petition.slug)
    await prepared(storage, petition)
    assert sorted(await send_all(storage)) == ["1", "2"]


# Sending.


async def test_two_workers_race(
    storage: Storage,
    petition: Campaign,
    migrated_database_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each chunk is one worker's; together they reach everybody once."""
    monkeypatch.setattr(module, "CHUNK", 3)
    await subscribe(storage, petition, range(1, 30))
    broadcast = await prepared(storage, petition)
    other = await Storage.open(migrated_database_url, VAULT_KEY)
    reached = await asyncio.gather(send_all(storage, step=1), send_all(other, step=2))
    await other.close()
    assert sorted(map(int, reached[0] + reached[1])) == list(range(1, 30))
    await storage.deliveries.lease(["telegram"], (), NOW)
    assert (await again(storage, broadcast)).status == "done"
    assert await progress(storage, broadcast) == Progress(size=29, sent=29)


async def test_a_killed_worker_leaves_unknowns_and_no_more(
    storage: Storage, petition: Campaign
) -> None:
    """Two were being sent as it was killed: nobody knows of these two, and the rest get it once."""
    await subscribe(storage, petition, range(1, 8))
    broadcast = await prepared(storage, petition)
    killed = await lease(storage)
    first = await storage.deliveries.advance(killed, {}, 2, NOW)
    in_flight = await storage.deliveries.advance(killed, sent(first), 2, NOW)
    # Until the lease has run out nobody touches its chunk, and nothing is done.
    assert await storage.deliveries.lease(["telegram"], (), NOW) is None
    assert (await again(storage, broadcast)).status == "sending"
    reached = await send_all(storage, LATER)
    assert not set(reached) & set(chats([*first, *in_flight]))
    assert len(reached) == 3
    assert (await again(storage, broadcast)).status == "done"
    assert await progress(storage, broadcast, LATER) == Progress(size=7, sent=5, unknown=2)


async def test_a_worker_stalls_and_comes_back(storage: Storage, petition: Campaign) -> None:
    """Another one has its chunk; what it has sent in the end is known after all, and counted."""
    await subscribe(storage, petition, range(1, 8))
    broadcast = await prepared(storage, petition)
    stalled = await lease(storage)
    slow = await storage.deliveries.advance(stalled, {}, 3, NOW)
    taken_over = await lease(storage, LATER)
    assert taken_over.id == stalled.id
    assert (await progress(storage, broadcast, LATER)).unknown == 3
    fast = await storage.deliveries.advance(taken_over, {}, 2, LATER)
    outcomes: dict[int, Outcome] = {
        slow[0].id: "sent",
        slow[1].id: "blocked",
        slow[2].id: "unknown",
    }
    with pytest.raises(LeaseLost):
        await storage.deliveries.advance(stalled, outcomes, 5, LATER)
    assert (await progress(storage, broadcast, LATER)) == Progress(
        size=7, sent=1, blocked=1, unknown=1
    )
    rest = await storage.deliveries.advance(taken_over, sent(fast), 9, LATER)
    assert len(rest) == 2
    assert await storage.deliveries.advance(taken_over, sent(rest), 9, LATER) == []
    assert len({*chats(slow), *chats(fast), *chats(rest)}) == 7
    await storage.deliveries.lease(["telegram"], (), LATER)
    assert (await again(storage, broadcast)).status == "done"
    with pytest.raises(LeaseLost):
        await storage.deliveries.advance(stalled, outcomes, 5, LATER)
    assert (await progress(storage, broadcast, LATER)).sent == 5


async def test_a_worker_whose_clock_is_a_minute_ahead(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes every lease for run out and gets in the way; everybody gets it once all the same."""
    monkeypatch.setattr(module, "CHUNK", 4)
    await subscribe(storage, petition, range(1, 21))
    broadcast = await prepared(storage, petition)
    ahead = NOW + timedelta(minutes=1)
    reached: list[str] = []

    async def send(now: datetime) -> None:
        while (await again(storage, broadcast)).status == "sending":
            if (chunk := await storage.deliveries.lease(["telegram"], (), now)) is None:
                continue
            outcomes: dict[int, Outcome] = {}
            with suppress(LeaseLost):
                while given := await storage.deliveries.advance(chunk, outcomes, 2, now):
                    reached.extend(chats(given))
                    outcomes = sent(given)
                    await asyncio.sleep(0.001)

    await asyncio.gather(send(NOW), send(ahead))
    assert sorted(map(int, reached)) == list(range(1, 21))
    seen = await progress(storage, broadcast, ahead)
    assert (seen.sent, seen.unknown, seen.left) == (20, 0, 0)


async def test_a_lease_holds_as_long_as_it_is_renewed(storage: Storage, petition: Campaign) -> None:
    """Telegram asks for half a minute of quiet: the worker keeps its chunk by saying so."""
    await subscribe(storage, petition, [1, 2])
    await prepared(storage, petition)
    chunk = await lease(storage)
    given = await storage.deliveries.advance(chunk, {}, 1, NOW)
    now = NOW
    for _ in range(10):
        now += LEASE / 2
        assert await storage.deliveries.advance(chunk, {}, 0, now) == []
        assert await storage.deliveries.lease(["telegram"], (), now) is None
    assert len(await storage.deliveries.advance(chunk, sent(given), 5, now)) == 1


async def test_outcomes_that_come_late_and_one_by_one(storage: Storage, petition: Campaign) -> None:
    """The worker asks for more before all of the last have arrived."""
    await subscribe(storage, petition, [1, 2, 3])
    broadcast = await prepared(storage, petition)
    chunk = await lease(storage)
    one, two, three = await storage.deliveries.advance(chunk, {}, 3, NOW)
    assert await storage.deliveries.advance(chunk, {two.id: "sent"}, 3, NOW) == []
    assert await storage.deliveries.advance(chunk, {three.id: "failed"}, 3, NOW) == []
    await storage.deliveries.lease(["telegram"], (), NOW)
    assert (await again(storage, broadcast)).status == "sending"
    assert await storage.deliveries.advance(chunk, {one.id: "blocked"}, 0, NOW) == []
    await storage.deliveries.lease(["telegram"], (), NOW)
    assert (await again(storage, broadcast)).status == "done"
    assert await progress(storage, broadcast) == Progress(size=3, sent=1, blocked=1, failed=1)


async def test_a_worker_is_stopped(storage: Storage, petition: Campaign) -> None:
    """It gives back what it has not begun: another one takes that at once."""
    await subscribe(storage, petition, range(1, 7))
    broadcast = await prepared(storage, petition)
    chunk = await lease(storage)
    arrived, waiting, lost = await storage.deliveries.advance(chunk, {}, 3, NOW)
    outcomes: dict[int, Outcome] = {arrived.id: "sent", lost.id: "unknown"}
    await storage.deliveries.release(chunk, outcomes, NOW)
    reached = await send_all(storage)
    assert waiting.chat_id in reached
    assert not {arrived.chat_id, lost.chat_id} & set(reached)
    assert len(reached) == 4
    assert await progress(storage, broadcast) == Progress(size=6, sent=5, unknown=1)
    assert (await again(storage, broadcast)).status == "done"


async def test_who_stopped_too_late_gives_back_what_is_not_theirs(
    storage: Storage, petition: Campaign
) -> None:
    """Its lease had run out: what another one sends now is left alone."""
    await subscribe(storage, petition, [1, 2])
    await prepared(storage, petition)
    late = await lease(storage)
    (first,) = await storage.deliveries.advance(late, {}, 1, NOW)
    other = await lease(storage, LATER)
    (second,) = await storage.deliveries.advance(other, {}, 1, LATER)
    await storage.deliveries.release(late, {}, LATER)
    assert chats([first]) != chats([second])
    assert await states(storage) == {"unknown": 1, "sending": 1}
    assert await storage.deliveries.advance(other, sent([second]), 5, LATER) == []


async def test_what_the_messenger_did_not_take_waits_again(
    storage: Storage, petition: Campaign
) -> None:
    """Nobody is unknown for it if the worker is killed in the flood wait, and nobody is skipped."""
    await subscribe(storage, petition, range(1, 6))
    broadcast = await prepared(storage, petition)
    killed = await lease(storage)
    refused, taken = await storage.deliveries.advance(killed, {}, 2, NOW)
    assert await storage.deliveries.advance(killed, {}, 0, NOW, unsent=[refused.id]) == []
    assert await states(storage) == {"pending": 4, "sending": 1}
    reached = await send_all(storage, LATER)
    assert sorted([*reached, taken.chat_id]) == list("12345")
    assert await progress(storage, broadcast, LATER) == Progress(size=5, sent=4, unknown=1)


async def test_stopping_updates_in_a_flood_wait(storage: Storage, petition: Campaign) -> None:
    """Ida was to be written to when Telegram wanted quiet: she leaves, and is asked once more."""
    await subscribe(storage, petition, [1, 2])
    broadcast = await prepared(storage, petition)
    chunk = await lease(storage)
    first, second = await storage.deliveries.advance(chunk, {}, 2, NOW)
    await storage.supporters.unsubscribe(petition, reader(int(first.chat_id)))
    refused = [first.id, second.id]
    given = await storage.deliveries.advance(chunk, {}, 2, NOW, unsent=refused)
    assert chats(given) == chats([second])
    assert await storage.deliveries.advance(chunk, sent(given), 2, NOW) == []
    assert await progress(storage, broadcast) == Progress(size=2, sent=1, unsubscribed=1)


async def test_an_answer_of_the_database_is_lost(storage: Storage, petition: Campaign) -> None:
    """Some are marked that the worker never heard of: it wrote to none of them, so others do."""
    await subscribe(storage, petition, range(1, 6))
    broadcast = await prepared(storage, petition)
    chunk = await lease(storage)
    heard = await storage.deliveries.advance(chunk, {}, 2, NOW)
    await storage.deliveries.advance(chunk, sent(heard), 2, NOW)  # never answered
    await storage.deliveries.release(chunk, sent(heard), NOW)
    assert len(await send_all(storage)) == 3
    assert await progress(storage, broadcast) == Progress(size=5, sent=5)


async def test_stopping_updates_in_the_middle(storage: Storage, petition: Campaign) -> None:
    """Ida unsubscribes, Bo is forgotten, Cy has another campaign's updates left: none gets it."""
    other = await open_petition(storage, "other")
    await subscribe(storage, other, [3])
    await subscribe(storage, petition, [1, 2, 3, 4, 5])
    broadcast = await prepared(storage, petition)
    chunk = await lease(storage)
    given = await storage.deliveries.advance(chunk, {}, 1, NOW)
    assert chats(given) == ["3"]
    await storage.supporters.unsubscribe(petition, reader(1))
    await storage.supporters.forget(reader(2))
    await storage.supporters.unsubscribe(petition, reader(3))
    given = await storage.deliveries.advance(chunk, sent(given), 10, NOW)
    assert chats(given) == ["4", "5"]
    assert await storage.deliveries.advance(chunk, sent(given), 10, NOW) == []
    assert await progress(storage, broadcast) == Progress(size=5, sent=3, unsubscribed=2)


async def test_updates_of_one_campaign_stopped_and_others_wanted(
    storage: Storage, petition: Campaign
) -> None:
    """Ida still hears of the other campaign; this one's broadcast passes her over."""
    other = await open_petition(storage, "other")
    for campaign in (petition, other):
        await subscribe(storage, campaign, [1])
    broadcast = await prepared(storage, petition)
    await storage.supporters.unsubscribe(petition, reader(1))
    assert await send_all(storage) == []
    assert (await progress(storage, broadcast)).unsubscribed == 1
    assert (await again(storage, broadcast)).status == "done"


async def test_leaving_while_the_message_is_on_its_way(
    storage: Storage, petition: Campaign
) -> None:
    """Ida is forgotten in that very moment: her row names nobody, and the count is right."""
    await subscribe(storage, petition, [1, 2])
    broadcast = await prepared(storage, petition)
    chunk = await lease(storage)
    given = await storage.deliveries.advance(chunk, {}, 2, NOW)
    await storage.supporters.forget(reader(1))
    outcomes: dict[int, Outcome] = {each.id: "blocked" for each in given}
    assert await storage.deliveries.advance(chunk, outcomes, 2, NOW) == []
    assert await progress(storage, broadcast) == Progress(size=2, blocked=2)


async def test_leaving_at_once_by_the_dozen(storage: Storage, petition: Campaign) -> None:
    """People unsubscribe and are forgotten while it is sent: nobody waits for ever for another."""
    await subscribe(storage, petition, range(1, 41))
    broadcast = await prepared(storage, petition)

    async def leave() -> None:
        for number in range(1, 41, 4):
            await storage.supporters.forget(reader(number))
            await storage.supporters.unsubscribe(petition, reader(number + 1))

    async def send() -> list[str]:
        reached: list[str] = []
        while chunk := await storage.deliveries.lease(["telegram"], (), NOW):
            outcomes: dict[int, Outcome] = {}
            while given := await storage.deliveries.advance(chunk, outcomes, 2, NOW):
                reached += chats(given)
                outcomes = {each.id: "blocked" for each in given}
        return reached

    _, reached = await asyncio.gather(leave(), send())
    assert max(Counter(reached).values()) == 1
    assert {n for n in range(1, 41) if n % 4 not in (1, 2)} <= set(map(int, reached))
    seen = await progress(storage, broadcast)
    assert (seen.left, seen.blocked) == (0, len(reached))


async def test_who_has_blocked_the_bot_is_left_alone(storage: Storage, petition: Campaign) -> None:
    """A broadcast finds that Ida is gone: the others pass her over, until she comes back."""
    await subscribe(storage, petition, [1, 2])
    await prepared(storage, petition)
    second = await scheduled(storage, petition)
    while await storage.recipient_lists.prepare(NOW):
        pass
    chunk = await lease(storage)
    given = await storage.deliveries.advance(chunk, {}, 2, NOW)
    by_chat = {each.chat_id: each.id for each in given}
    outcomes: dict[int, Outcome] = {by_chat["1"]: "blocked", by_chat["2"]: "sent"}
    assert await storage.deliveries.advance(chunk, outcomes, 2, NOW) == []
    assert await send_all(storage) == ["2"]
    seen = await progress(storage, second)
    assert seen.sent + seen.blocked == 2
    assert (await storage.broadcasts.reach(second)).total == 1
    await subscribe(storage, petition, [1])
    await prepared(storage, petition)
    assert sorted(await send_all(storage)) == ["1", "2"]


async def test_pausing_in_the_middle(storage: Storage, petition: Campaign) -> None:
    """Nothing more goes out, what was on its way is written down; later it goes on from there."""
    ida = await organizer(storage)
    await subscribe(storage, petition, range(1, 6))
    broadcast = await prepared(storage, petition)
    chunk = await lease(storage)
    given = await storage.deliveries.advance(chunk, {}, 2, NOW)
    paused = await storage.broadcast_lifecycle.pause(broadcast, ida, NOW)
    with pytest.raises(LeaseLost):
        await storage.deliveries.advance(chunk, sent(given), 2, NOW)
    assert await storage.deliveries.lease(["telegram"], (), NOW) is None
    assert await progress(storage, broadcast) == Progress(size=5, sent=2)
    await storage.broadcast_lifecycle.resume(paused, ida, NOW)
    assert len(await send_all(storage)) == 3
    assert await progress(storage, broadcast) == Progress(size=5, sent=5)


async def test_pausing_while_the_list_is_made(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has asked for updates meanwhile may be on the list or not; everybody else is, once."""
    monkeypatch.setattr(module, "PAGE", 2)
    ida = await organizer(storage)
    await subscribe(storage, petition, range(1, 6))
    broadcast = await scheduled(storage, petition)
    assert await storage.recipient_lists.prepare(NOW)
    paused = await storage.broadcast_lifecycle.pause(broadcast, ida, NOW)
    assert not await storage.recipient_lists.prepare(NOW)
    resumed = await storage.broadcast_lifecycle.resume(paused, ida, NOW)
    assert resumed.status == "preparing"
    while await storage.recipient_lists.prepare(NOW):
        pass
    assert sorted(await send_all(storage)) == list("12345")


async def test_a_worker_is_killed_and_then_it_is_cancelled(
    storage: Storage, petition: Campaign
) -> None:
    """Nothing more goes out; of those on their way nobody knows, and the report says so."""
    ida = await organizer(storage)
    await subscribe(storage, petition, range(1, 6))
    broadcast = await prepared(storage, petition)
    killed = await lease(storage)
    given = await storage.deliveries.advance(killed, {}, 2, NOW)
    await storage.broadcast_lifecycle.cancel(broadcast, ida, NOW)
    assert await storage.deliveries.lease(["telegram"], (), LATER) is None
    assert await progress(storage, broadcast, LATER) == Progress(size=5, unknown=2)
    # Should it only have been slow, what it knows counts.
    with pytest.raises(LeaseLost):
        await storage.deliveries.advance(killed, sent(given), 2, LATER)
    assert await progress(storage, broadcast, LATER) == Progress(size=5, sent=2)
    assert (await again(storage, broadcast)).status == "cancelled"


async def test_sending_the_unknown_ones_again(storage: Storage, petition: Campaign) -> None:
    """Ida asks for it, after the end: those two are sent to, and nobody else."""
    ida = await organizer(storage)
    await subscribe(storage, petition, range(1, 6))
    broadcast = await prepared(storage, petition)
    killed = await lease(storage)
    in_flight = await storage.deliveries.advance(killed, {}, 2, NOW)
    await send_all(storage, LATER)
    done = await again(storage, broadcast)
    assert (done.status, (await progress(storage, done, LATER)).unknown) == ("done", 2)
    resent = await storage.broadcast_lifecycle.send_unknown_again(done, ida, LATER)
    assert (resent.status, resent.ended_at) == ("sending", None)
    with pytest.raises(BroadcastChanged):
        await storage.broadcast_lifecycle.send_unknown_again(done, ida, LATER)
    with pytest.raises(BroadcastChanged):  # there are none any more
        await storage.broadcast_lifecycle.send_unknown_again(resent, ida, LATER)
    assert sorted(await send_all(storage, LATER)) == sorted(chats(in_flight))
    assert await progress(storage, broadcast, LATER) == Progress(size=5, sent=5)
    assert (await again(storage, broadcast)).status == "done"
    assert (await deeds(storage)).count("broadcast-repeated") == 1


async def test_a_late_word_about_one_that_is_sent_again(
    storage: Storage, petition: Campaign
) -> None:
    """The stalled worker says that it had arrived, as it is just sent again: counted once."""
    ida = await organizer(storage)
    await subscribe(storage, petition, [1])
    broadcast = await prepared(storage, petition)
    stalled = await lease(storage)
    slow = await storage.deliveries.advance(stalled, {}, 1, NOW)
    await storage.deliveries.lease(["telegram"], (), LATER)
    done = await again(storage, broadcast)
    await storage.broadcast_lifecycle.send_unknown_again(done, ida, LATER)
    other = await lease(storage, LATER)
    second = await storage.deliveries.advance(other, {}, 1, LATER)
    assert chats(second) == ["1"]
    with pytest.raises(LeaseLost):
        await storage.deliveries.advance(stalled, sent(slow), 1, LATER)
    assert await storage.deliveries.advance(other, sent(second), 1, LATER) == []
    assert await progress(storage, broadcast, LATER) == Progress(size=1, sent=1)


async def test_nobody_is_woken_up(storage: Storage, petition: Campaign) -> None:
    """It is night in Japan: France gets it now, Japan in the morning."""
    await subscribe(storage, petition, [1, 2], "FR")
    await subscribe(storage, petition, [3, 4, 5], "JP")
    broadcast = await prepared(storage, petition)
    chunk = await lease(storage, asleep=["JP"])
    given = await storage.deliveries.advance(chunk, {}, 9, NOW)
    assert sorted(chats(given)) == ["1", "2"]
    assert await storage.deliveries.advance(chunk, sent(given), 9, NOW) == []
    assert await storage.deliveries.lease(["telegram"], ["JP"], NOW) is None
    seen = await storage.broadcasts.progress(broadcast, NOW, ["JP"])
    assert (seen.left, seen.asleep) == (3, 3)
    assert (await again(storage, broadcast)).status == "sending"
    assert sorted(await send_all(storage)) == ["3", "4", "5"]


async def test_urgent_news_wake_people_up(storage: Storage, petition: Campaign) -> None:
    """The organizer has switched the quiet hours off."""
    await subscribe(storage, petition, [1], "JP")
    broadcast = await prepared(storage, petition, quiet=False)
    await lease(storage, asleep=["JP"])
    assert (await storage.broadcasts.progress(broadcast, NOW, ["JP"])).asleep == 0


async def test_a_small_broadcast_does_not_wait_for_a_large_one(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both go on at once; nobody's chunks are all taken before the other's."""
    monkeypatch.setattr(module, "CHUNK", 1)
    await subscribe(storage, petition, range(1, 31))
    await prepared(storage, petition)
    other = await open_petition(storage, "other")
    await subscribe(storage, other, [99])
    small = await prepared(storage, other)
    place = 1
    while (await lease(storage)).broadcast_id != small.id:
        place += 1
    assert place <= 30


async def test_the_rate_and_the_time_left(storage: Storage, petition: Campaign) -> None:
    """Four in two seconds; a while after the last one nothing moves."""
    await subscribe(storage, petition, range(1, 11))
    broadcast = await prepared(storage, petition)
    seen = await storage.broadcasts.progress(broadcast, NOW)
    assert seen.seconds_left is None
    chunk = await lease(storage)
    given = await storage.deliveries.advance(chunk, {}, 4, NOW)
    now = NOW + timedelta(seconds=2)
    await storage.deliveries.advance(chunk, sent(given), 1, now)
    seen = await storage.broadcasts.progress(broadcast, now)
    assert (seen.rate, seen.seconds_left) == (2.0, 3.0)
    seen = await storage.broadcasts.progress(broadcast, now + timedelta(minutes=2))
    assert (seen.rate, seen.seconds_left) == (0.0, None)


async def test_a_changed_address_stops_nobody_else(storage: Storage, petition: Campaign) -> None:
    """Somebody has swapped two rows of the database: one delivery fails, the others arrive."""
    await subscribe(storage, petition, [1, 2, 3])
    broadcast = await prepared(storage, petition)
    supporters = models.supporters
    async with storage.database.write() as connection:
        first = await connection.scalar(select(func.min(supporters.c.id)))
        await connection.execute(
            update(supporters).where(supporters.c.id == first).values(chat=b"x" * 40)
        )
    assert sorted(await send_all(storage)) == ["2", "3"]
    assert await progress(storage, broadcast) == Progress(size=3, sent=2, failed=1)
