"""The world goes on where it left off."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from bot.simulator import Simulator
from bot.simulator.world.sample_pictures import sample_picture
from tests.support.raw import RawBot, keyboard

pytestmark = pytest.mark.real


async def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    """People, chats, files, commands, waiting updates, and numbers that only grow."""
    async with (
        Simulator(folder=tmp_path, people=[("Amira", "ar")], group="Friends") as sim,
        aiohttp.ClientSession() as session,
    ):
        raw = RawBot(session, sim.url, sim.token)
        amira = sim.person("Amira")
        await amira.says("/start", hear=False)
        (update,) = await raw.updates()
        await raw.upload("sendPhoto", "photo", "a.png", sample_picture(3), chat_id=str(amira.id))
        await raw.result(
            "sendMessage", chat_id=amira.id, text="?", reply_markup=keyboard([("yes", "a:y")])
        )
        await raw.result("setMyCommands", commands=[{"command": "x", "description": "x"}])
        before = [str(message) for message in amira.screen]

    async with (
        Simulator(folder=tmp_path, people=[("Amira", "ar")], group="Friends") as sim,
        aiohttp.ClientSession() as session,
    ):
        raw = RawBot(session, sim.url, sim.token)
        amira = sim.person("Amira")
        assert [str(message) for message in amira.screen] == before
        assert amira.language == "ar"
        assert amira.commands == ["x"]
        assert len(sim.world.chats) == 2
        photo = amira.screen[1].photo
        assert photo is not None
        assert photo.data == sample_picture(3)
        await amira.taps("yes", hear=False)
        old, new = await raw.updates()
        assert old == update
        assert new["update_id"] == update["update_id"] + 1


async def test_what_cannot_be_read_is_put_aside(tmp_path: Path) -> None:
    """A broken file does not keep the demo from starting, and is not thrown away."""
    (tmp_path / "world.json").write_text("{broken")
    async with Simulator(folder=tmp_path) as sim:
        assert sim.world.users == {}
    assert (tmp_path / "world.unreadable").read_text() == "{broken"


async def test_it_is_written_while_it_runs(tmp_path: Path) -> None:
    """A crash loses a moment at most."""
    async with Simulator(folder=tmp_path) as sim:
        sim.person("Amira")
        await sim.until((tmp_path / "world.json").exists, 5, "nothing was written")
