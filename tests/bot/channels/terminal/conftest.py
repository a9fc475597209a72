"""Somebody at a terminal, in front of real stores."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.channels.conversation import Conversation
from bot.channels.terminal.send import CHANNEL, Terminal
from bot.channels.terminal.session import Screen, Session
from bot.texts.texts import Texts
from handlers.domain.supporters import Person
from handlers.steps import DIALOGUE
from storage.campaigns.pictures import Picture
from storage.container import LiveStorage, open_with_key
from storage.organisation_keys.key_pair import PrivateKey
from tests.support.fakes.campaigns import campaign
from tests.support.storage.petition import VAULT_KEY

TEXTS = Texts.load()


@dataclass
class Seat:
    """A terminal, and what it has shown since it was last read."""

    storage: LiveStorage
    terminal: Terminal
    person: Person
    folder: Path
    width: int | None = None
    written: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stop = asyncio.Event()
        self.sit_down()

    def sit_down(self, *, echoes: bool = False) -> None:
        """Begin anew, as whoever starts the program again."""
        self.session = Session(
            Conversation(DIALOGUE, self.storage.stores, self.storage.sessions, TEXTS),
            self.terminal,
            TEXTS,
            self.person,
            self.folder,
            Screen(self.written.append, lambda: self.width, echoes),
        )

    async def types(self, *lines: str) -> str:
        """All that is shown when these lines are typed one after the other."""
        for line in lines:
            await self.session.hear(line)
        return self.read()

    async def runs(self, *lines: str, payload: str = "chechnya") -> str:
        """All that is shown from the beginning to the end of these lines."""

        async def typed() -> AsyncIterator[str]:
            for line in lines:
                yield line

        await self.session.run(typed(), payload, self.stop)
        return self.read()

    def read(self) -> str:
        """What was written since."""
        text = "".join(self.written)
        self.written.clear()
        return text


@pytest.fixture
async def seat(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> AsyncIterator[Seat]:
    """A terminal at which Ana sits, with one open campaign called chechnya."""
    storage = await LiveStorage.connect(migrated_database_url, redis_url, VAULT_KEY, bot="7")
    picture = Picture("image/png", b"a picture")
    await storage.campaigns.save(campaign(picture=picture.sha256), [picture])
    await open_with_key(storage, "chechnya", PrivateKey.generate())
    terminal = Terminal(TEXTS, storage.outbox)
    person = Person(CHANNEL, "Ana", name="Ana", language="en", chat_id="Ana")
    yield Seat(storage, terminal, person, tmp_path / "saved")
    await storage.close()
