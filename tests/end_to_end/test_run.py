"""`python -m bot run` on a machine of one's own: a token, and nothing else."""

import signal
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from bot.simulator import TOKEN, Simulator
from tests.support.process import ROOT, command, done

pytestmark = pytest.mark.real


async def test_one_command_serves_people_and_remembers_where_they_were(tmp_path: Path) -> None:
    """Its own Redis and SQLite; a question that was open yesterday is open tomorrow.

    Every command here starts an interpreter at its first time, as on the machine.
    """
    async with Simulator(flood_control=False) as simulator:
        settings = {"BOT_TOKEN": TOKEN, "BOT_API_URL": simulator.url}
        finish = partial(done, folder=tmp_path, settings=settings, new_interpreter=True)
        start = partial(command, "run", folder=tmp_path, settings=settings)
        for arguments in (
            ("keys", "new", "--out", "organisation.key"),
            ("campaign", "import", str(ROOT / "bot" / "demo" / "chechnya")),
            ("campaign", "open", "chechnya", "--key", "organisation.key"),
            ("organizer", "list"),
        ):
            status, said = await finish(*arguments)
            assert status == 0, said
        ana = simulator.person("Ana", "fr")
        async with start(new_interpreter=True) as running:
            await running.says("Talking to Telegram")
            await ana.says("/start")
            await ana.taps("sign")
            await ana.taps("agree")
            await ana.says("Ana Canario")
            assert await running.ends(signal.SIGTERM) == 0
            assert "Canario" not in running.log
        assert far(tmp_path) == {"seen": 1, "consented": 1}
        assert simulator.updates.waiting == []
        async with start() as running:
            await running.says("Talking to Telegram")
            await ana.taps("FR")
            await ana.taps("skip")
            assert "Ana Canario" in ana.last.text
            await ana.taps("confirm")
            assert await running.ends(signal.SIGINT) == 0
        csv = await finish("export", "--key", "organisation.key")
        assert "Ana Canario" in csv[1]


def far(folder: Path) -> dict[str, int]:
    """How many came how far, as it was written down when the program ended."""
    [file] = folder.rglob("porte-voix.db")
    with closing(sqlite3.connect(file)) as database:
        return dict(database.execute("SELECT stage, amount FROM funnel"))


async def test_a_wrong_token_is_said_in_one_line(tmp_path: Path) -> None:
    """And the Redis server that was started for it is gone."""
    async with Simulator() as simulator:
        settings = {"BOT_TOKEN": "1:wrong", "BOT_API_URL": simulator.url, "LOG_LEVEL": "ERROR"}
        status, said = await done("run", folder=tmp_path, settings=settings)
    assert status == 2
    assert said.count("\n") == 1
    assert "BOT_TOKEN is wrong" in said
