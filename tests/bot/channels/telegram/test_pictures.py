"""Organizers send pictures in Telegram; nobody else's are fetched."""

from dataclasses import dataclass, field

import pytest

from bot.channels.conversation import Conversation
from bot.channels.telegram import client
from bot.channels.telegram.receive import Telegram
from handlers.dialogue.messages import Picture, Reply, Tap
from handlers.dialogue.step import Dialogue, Form, Step, Turn
from tests.support.town import PICTURE, Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


@dataclass
class Studio:
    """A bot that asks for a picture, and what it got."""

    received: list[bytes | None] = field(default_factory=list)

    async def ask(self, turn: Turn) -> Reply:
        return Reply("help")

    async def look(self, turn: Turn, picture: Picture) -> None:
        self.received.append(await picture.load())

    async def lost(self, turn: Turn, tap: Tap) -> str:
        return "picture"

    def move_into(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the town's bot hold this conversation."""
        storage, texts = town.parts.storage, town.parts.texts
        step = Step("picture", self.ask, on_picture=self.look, form=Form)
        steps = Dialogue({"picture": step}, {"start": "picture"}, "picture", self.lost, "language")
        conversation = Conversation(steps, storage.stores, storage.sessions, texts)
        monkeypatch.setattr(town.parts.telegram, "_conversation", conversation)


@pytest.fixture
def studio(town: Town, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """The bot asks for a picture."""
    made = Studio()
    made.move_into(town, monkeypatch)
    return made


def fetched(town: Town) -> int:
    """How many files were asked for."""
    return len(town.simulator.calls_of("getFile"))


async def test_a_picture_comes_as_a_photo_or_as_a_file(town: Town, studio: Studio) -> None:
    """Its bytes are what was sent; a text file is no picture."""
    ida = town.simulator.person("Ida", "en")
    await ida.says("/start")
    await ida.sends_photo(PICTURE)
    await ida.sends_file(PICTURE, "photo.png", "image/png")
    await ida.sends_file(b"Dear all,", "letter.txt", "text/plain")
    assert studio.received == [PICTURE, PICTURE]
    assert fetched(town) == 2


async def test_a_picture_that_cannot_be_had_is_none(
    town: Town, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is too large, or Telegram does not give it: the step hears of it, and goes on."""
    ida = town.simulator.person("Ida", "en")
    await ida.says("/start")
    town.simulator.mischief.fail(client.TRIES, code=400, method="getFile")
    await ida.sends_photo(PICTURE)
    monkeypatch.setattr(client, "LARGEST_FILE", len(PICTURE) - 1)
    await ida.sends_photo(PICTURE)
    monkeypatch.setattr(client, "LARGEST_FILE", len(PICTURE))
    files = town.simulator.world.files
    monkeypatch.setattr(files, "at", lambda path: None)
    await ida.sends_photo(PICTURE)
    assert studio.received == [None, None, None]
    monkeypatch.undo()


async def test_a_file_that_telegram_does_not_know(town: Town) -> None:
    """None, and no fault."""
    telegram: Telegram = town.parts.telegram
    assert await telegram.caller.fetch("PgAC-nothing") is None


async def test_a_supporters_picture_is_not_fetched(town: Town) -> None:
    """Who sends one while signing is told that it cannot be read; nobody looks at it."""
    amina = town.simulator.person("Amina", "en")
    await amina.says("/start chechnya")
    for choice in ("sign", "agree"):
        await amina.taps(choice)
    await amina.sends_photo(PICTURE)
    await amina.taps("profile")
    await amina.sends_photo(PICTURE)
    assert fetched(town) == 0
