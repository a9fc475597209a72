"""A broadcast on its way: people in the simulator who asked for updates, and a letter to them."""

import asyncio
import base64
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.jobs.broadcasts import broadcaster
from bot.settings import Settings
from bot.simulator import TOKEN, Person, Seen, Simulator
from bot.texts.texts import Texts
from bot.worker import Work, build
from handlers.domain.broadcasts import Broadcast, Letter, Progress
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer
from handlers.domain.supporters import Person as Somebody
from storage.container import LiveStorage
from storage.redis.send_budget import Rates, SendBudget
from tests.support.petition import consent
from tests.support.storage.petition import VAULT_KEY, open_petition

TEXTS = Texts.load()

PATIENCE = 180.0
"""Seconds for a broadcast to get somewhere on a busy machine."""

LOOK = 0.2
"""Seconds between two looks for something to send, so that a test does not wait for seconds."""

LETTER = Letter("They are <b>free</b>.")


def who(person: Person) -> Somebody:
    """The person as the stores know them."""
    return Somebody("telegram", str(person.id), name=person.name, chat_id=str(person.id))


@dataclass
class Mailing:
    """A campaign, an organizer, and a simulated Telegram."""

    storage: LiveStorage
    simulator: Simulator
    settings: Settings
    campaign: Campaign
    ida: Organizer

    async def subscribe(
        self, people: Sequence[Person], locale: str = "en", country: str = "FR"
    ) -> None:
        """They ask for updates."""
        for person in people:
            await self.storage.supporters.subscribe(
                self.campaign, who(person), locale, country, consent("updates")
            )

    async def confirmed(
        self,
        letters: Mapping[str, Letter] | None = None,
        *,
        quiet: bool = False,
        paid: bool = False,
        picture: bytes | None = None,
        now: datetime | None = None,
        due: datetime | None = None,
    ) -> Broadcast:
        """A broadcast that is due now, or at another time."""
        store, now = self.storage.broadcasts, now or datetime.now(UTC)
        draft = await store.create(self.campaign, self.ida, now)
        for locale, letter in (letters or {"en": LETTER}).items():
            await store.write(await self.of(draft), locale, letter)
        if picture is not None:
            await store.illustrate(await self.of(draft), picture)
        await store.set(await self.of(draft), quiet=quiet, paid=paid)
        draft = await self.of(draft)
        return await self.storage.broadcast_lifecycle.confirm(
            draft, self.ida, due or now, 1, now, alone=True
        )

    async def of(self, broadcast: Broadcast) -> Broadcast:
        """The broadcast as it is now."""
        found = await self.storage.broadcasts.get(broadcast.id)
        assert found is not None
        return found

    async def progress(self, broadcast: Broadcast) -> Progress:
        """How far it has come."""
        return await self.storage.broadcasts.progress(broadcast, datetime.now(UTC))

    async def ended(self, broadcast: Broadcast, seconds: float = PATIENCE) -> Progress:
        """What came of it, once all of it is done."""
        async with asyncio.timeout(seconds):
            while (await self.of(broadcast)).status not in ("done", "cancelled"):
                await asyncio.sleep(0.1)
        return await self.progress(broadcast)

    async def reaches(self, many: int, seconds: float = PATIENCE) -> None:
        """Wait until the simulator has taken so many of its letters."""
        async with asyncio.timeout(seconds):
            while self.letters < many:
                await asyncio.sleep(0.02)

    @property
    def letters(self) -> int:
        """How many letters Telegram has taken."""
        return sum(self.got.values())

    @property
    def got(self) -> Counter[int]:
        """How many letters each chat holds, by the simulator's own record."""
        chats = self.simulator.world.chats.values()
        return Counter({chat.id: n for chat in chats if (n := sum(map(is_letter, chat.messages)))})

    def environment(self) -> dict[str, str]:
        """The settings for a worker in a process of its own."""
        return {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": self.simulator.url,
            "DATABASE_URL": self.settings.database_url,
            "REDIS_URL": self.settings.redis_url,
            "VAULT_KEY": base64.b64encode(VAULT_KEY).decode(),
        }

    @asynccontextmanager
    async def worker(self, rates: Rates | None = None, look: float = LOOK) -> AsyncIterator[Work]:
        """A worker in this process that sends broadcasts; its timed jobs rest.

        `look` is for how many seconds it rests between two looks for something to send.
        """
        budget = SendBudget(self.storage.redis, self.settings.bot_id, rates)
        work = build(self.settings, self.storage, TEXTS, budget)
        await work.application.initialize()
        stop = asyncio.Event()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(broadcaster, "IDLE", look)
            running = asyncio.create_task(work.broadcaster.run(stop))
            try:
                yield work
            finally:
                stop.set()
                await running
                await work.application.shutdown()


def is_letter(message: Mapping[str, object]) -> bool:
    """Whether a message of the simulator is a letter: the only ones with that button."""
    return "updates-stop" in str(message.get("reply_markup"))


def letters_of(person: Person) -> list[Seen]:
    """The letters that somebody has got."""
    return [each for each in person.screen if "updates-stop" in each.choices]


@asynccontextmanager
async def mailing(
    folder: Path, redis_url: str, database_url: str, simulator: Simulator
) -> AsyncIterator[Mailing]:
    """Open stores around that simulator, with a campaign and its owner."""
    settings = Settings(
        _env_file=None,
        bot_token=SecretStr(TOKEN),
        bot_api_url=simulator.url,
        database_url=database_url,
        redis_url=redis_url,
        data_dir=folder,
    )
    storage = await LiveStorage.connect(
        database_url, redis_url, VAULT_KEY, bot=settings.bot_id, bot_there=settings.bot_there
    )
    try:
        campaign = await open_petition(storage, "release")
        token = await storage.organizers.link(None, "owner", None, datetime.now(UTC))
        ida = who(simulator.many(1)[0])
        organizer = await storage.organizers.join(token, ida, "en", datetime.now(UTC))
        yield Mailing(storage, simulator, settings, campaign, organizer)
    finally:
        await storage.close()
