"""Whatever is sent unasked goes out by the channel of its address, and by no other.

Each job is done once by a worker that has Telegram only, and then by one that has two channels:
the addresses of the other channel are neither lost nor sent to Telegram.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.channels.group_cards import LiveCards
from bot.channels.registry import Registry
from bot.jobs import group_cards
from bot.jobs.broadcasts.broadcaster import Broadcaster
from bot.jobs.broadcasts.progress_messages import ProgressMessages
from bot.jobs.group_cards import refresh_cards
from bot.jobs.milestones import tell_milestones
from bot.jobs.notices import tell_organizers
from handlers.domain.broadcasts import Broadcast, Letter
from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Person
from storage.container import LiveStorage
from storage.redis.send_budget import SendBudget
from storage.supporters.group_cards import GroupCards
from tests.support.notebook import Notebook
from tests.support.petition import consent, person
from tests.support.storage.petition import VAULT_KEY, open_petition

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])

IDA, NOOR = person("ida"), person("noor", "paper")
"""Ida is in Telegram, Noor has another messenger."""


@pytest.fixture
async def storage(
    redis: object, redis_url: str, migrated_database_url: str
) -> AsyncIterator[LiveStorage]:
    """Open stores with Redis."""
    opened = await LiveStorage.connect(migrated_database_url, redis_url, VAULT_KEY, bot="1")
    yield opened
    await opened.close()


@pytest.fixture
async def petition(storage: LiveStorage) -> Campaign:
    return await open_petition(storage, "release")


@pytest.fixture
def telegram() -> Notebook:
    """It stands for Telegram, and can edit."""
    return Notebook("telegram", edits=True)


@pytest.fixture
def paper() -> Notebook:
    """The second channel, which cannot."""
    return Notebook("paper")


async def joins(storage: LiveStorage, who: Person) -> Organizer:
    """Somebody becomes an owner."""
    now = datetime.now(UTC)
    token = await storage.organizers.link(None, "owner", None, now)
    return await storage.organizers.join(token, who, "en", now)


async def test_milestones(
    storage: LiveStorage, petition: Campaign, telegram: Notebook, paper: Notebook
) -> None:
    """Somebody has joined through Ida's link and through Noor's."""
    for who in (IDA, NOOR):
        await storage.signatures.sign(petition, who, Draft(country="FR"), consent())
        invite = await storage.invites.get_or_create(petition, who)
        assert invite is not None
        await storage.invites.tell(petition, who, "en", consent("milestones"))
        friend = person(f"friend of {who.user_id}")
        arrival = Arrival("invite", invite.token)
        await storage.signatures.sign(petition, friend, Draft(country="FR"), consent(), arrival)
    await storage.sequencer.run_once()
    await tell_milestones(storage.milestones, storage.campaigns, Registry(telegram))
    assert list(telegram.sent) == [IDA.chat_id]
    await tell_milestones(storage.milestones, storage.campaigns, Registry(telegram, paper))
    assert [len(each) for each in telegram.sent.values()] == [1]
    assert {who: len(pages) for who, pages in paper.sent.items()} == {NOOR.chat_id: 1}


async def test_a_milestone_for_somebody_who_is_gone(
    storage: LiveStorage, petition: Campaign, paper: Notebook
) -> None:
    """Noor's address is erased when her own channel says so."""
    await storage.signatures.sign(petition, NOOR, Draft(country="FR"), consent())
    invite = await storage.invites.get_or_create(petition, NOOR)
    assert invite is not None
    await storage.invites.tell(petition, NOOR, "en", consent("milestones"))
    arrival = Arrival("invite", invite.token)
    await storage.signatures.sign(petition, IDA, Draft(country="FR"), consent(), arrival)
    await storage.sequencer.run_once()
    paper.gone.add(NOOR.chat_id)
    await tell_milestones(storage.milestones, storage.campaigns, Registry(paper))
    after = await storage.invites.get_or_create(petition, NOOR)
    assert after is not None
    assert not after.told


async def test_notices(
    storage: LiveStorage, petition: Campaign, telegram: Notebook, paper: Notebook
) -> None:
    """Two owners are told the same, each where they are."""
    owners = [await joins(storage, IDA), await joins(storage, NOOR)]
    facts: dict[str, str | int] = {"slug": "release", "number": 1, "title": "Release", "count": 2}
    await storage.notices.put(owners, "broadcast-waits", datetime.now(UTC), **facts)
    await tell_organizers(storage.notices, Registry(telegram))
    assert list(telegram.sent) == [IDA.chat_id]
    await tell_organizers(storage.notices, Registry(telegram, paper))
    assert [len(each) for each in telegram.sent.values()] == [1]
    assert {who: len(pages) for who, pages in paper.sent.items()} == {NOOR.chat_id: 1}


async def scheduled(storage: LiveStorage, petition: Campaign, author: Organizer) -> Broadcast:
    """A broadcast that is due now."""
    now, store = datetime.now(UTC), storage.broadcasts

    async def current() -> Broadcast:
        found = await store.get(draft.id)
        assert found is not None
        return found

    draft = await store.create(petition, author, now)
    await store.write(await current(), "en", Letter("They are free."))
    await store.set(await current(), quiet=False)
    return await storage.broadcast_lifecycle.confirm(
        await current(), author, now, 1, now, alone=True
    )


async def test_progress_messages(
    storage: LiveStorage, petition: Campaign, telegram: Notebook, paper: Notebook
) -> None:
    """Two owners follow a broadcast, of which one has a channel that cannot edit."""
    ida, noor = await joins(storage, IDA), await joins(storage, NOOR)
    broadcast = await scheduled(storage, petition, ida)
    for each in (ida, noor):
        await storage.broadcasts.watch(broadcast, each)
    cache = storage.shared_cache

    async def refresh(*channels: Notebook) -> None:
        for channel in channels:
            await cache.drop(f"following:{channel.name}")
            messages = ProgressMessages(channel, storage.watchers, storage.campaigns, cache)
            await messages.refresh(datetime.now(UTC))

    await refresh(telegram)
    assert list(telegram.sent) == [IDA.chat_id]
    await refresh(telegram, paper)
    assert list(paper.sent) == [NOOR.chat_id]
    number = "paper page 1"
    [watcher] = await storage.watchers.watched("paper", datetime.now(UTC))
    assert watcher.message_id == number
    await refresh(telegram, paper)
    found = await storage.broadcasts.get(broadcast.id)
    assert found is not None
    await storage.broadcast_lifecycle.pause(found, ida, datetime.now(UTC))
    await refresh(telegram, paper)
    assert [len(each) for each in telegram.sent.values()] == [1], "it was edited"
    assert [len(each) for each in paper.sent.values()] == [2], "once for each state"


async def test_group_cards(
    storage: LiveStorage, petition: Campaign, telegram: Notebook, paper: Notebook
) -> None:
    """Each channel keeps the cards of its own groups."""
    start = datetime.now(UTC)
    for channel in (telegram, paper):
        kept = GroupCards(storage.database, storage.vault, channel.name)
        cards = LiveCards(kept, storage.campaigns)
        await cards.post("group", "en", channel.render, partial(channel.send, "group"))
    await storage.signatures.sign(petition, IDA, Draft(country="FR"), consent())
    await storage.sequencer.run_once()
    before = paper.sent["group"][0], telegram.sent["group"][0]
    later = start + timedelta(hours=1)
    kept = GroupCards(storage.database, storage.vault, "telegram")
    await refresh_cards(LiveCards(kept, storage.campaigns, lambda: later), telegram)
    assert telegram.sent["group"][0] != before[1]
    assert paper.sent["group"][0] == before[0]
    await group_cards.job(storage, Registry(telegram, paper)).run()
    assert [len(each.sent["group"]) for each in (telegram, paper)] == [1, 1]


@pytest.mark.parametrize("together", [False, True])
async def test_broadcasts(
    storage: LiveStorage, petition: Campaign, telegram: Notebook, paper: Notebook, together: bool
) -> None:
    """Forty readers in each channel get their letter by it; nobody's is lost or sent elsewhere.

    Whether Telegram's worker runs first and a second one joins it, or one worker has both.
    """
    readers = {
        each: [f"{each.name}-{number}" for number in range(40)] for each in (telegram, paper)
    }
    for channel, addresses in readers.items():
        for address in addresses:
            who = Person(channel.name, address, chat_id=address)
            await storage.supporters.subscribe(petition, who, "en", "FR", consent("updates"))
    broadcast = await scheduled(storage, petition, await joins(storage, IDA))
    stop = asyncio.Event()
    workers = [asyncio.create_task(worker(storage, telegram).run(stop))] if not together else []
    if workers:
        async with asyncio.timeout(60):
            while len(telegram.sent) < 40:
                await asyncio.sleep(0.05)
        await asyncio.sleep(0.5)  # its outcomes are written down, and it looks for more
        found = await storage.broadcasts.get(broadcast.id)
        assert found is not None
        assert found.status == "sending", "it waits for a worker that has the other channel"
        assert not paper.sent
    workers.append(asyncio.create_task(worker(storage, telegram, paper).run(stop)))
    try:
        async with asyncio.timeout(60):
            while (now := await storage.broadcasts.get(broadcast.id)) and now.status != "done":
                await asyncio.sleep(0.05)
    finally:
        stop.set()
        await asyncio.gather(*workers)
    for channel, addresses in readers.items():
        assert sorted(channel.sent) == sorted(addresses)
        assert all(len(pages) == 1 for pages in channel.sent.values())
    progress = await storage.broadcasts.progress(broadcast, datetime.now(UTC))
    assert (progress.sent, progress.unknown, progress.failed) == (80, 0, 0)


def worker(storage: LiveStorage, *channels: Notebook) -> Broadcaster:
    """What one worker sends broadcasts with, each channel by a budget of its own."""
    budgets = {each.name: SendBudget(storage.redis, each.name) for each in channels}
    return Broadcaster(
        storage.recipient_lists, storage.deliveries, storage.campaigns, Registry(*channels), budgets
    )
