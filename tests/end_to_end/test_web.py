"""`python -m bot web` as Telegram sees it: seven settings, a process, people."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select, text

from bot.simulator import Person, Simulator
from bot.simulator.world.world import Tap
from storage import models
from storage.database import Database
from tests.support.process import PATIENCE, ROOT, Command, command, done, free_port

pytestmark = pytest.mark.real

TOKEN = "424242:a-token-that-must-not-be-logged"
SECRET = "a-secret-that-must-not-be-logged"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Served:
    """A running web process and the Telegram it talks to."""

    simulator: Simulator
    folder: Path
    settings: dict[str, str]
    processes: list[Command]
    stack: AsyncExitStack

    async def start(self, *, new_interpreter: bool = False, **other: str) -> Command:
        """Start a web process that is ready for people."""
        settings = {**self.settings, **other}
        web = await self.stack.enter_async_context(
            command("web", folder=self.folder, settings=settings, new_interpreter=new_interpreter)
        )
        self.processes.append(web)
        await web.says("Serving on port")
        return web

    async def run(self, *arguments: str) -> str:
        """Run a command that has to succeed; what it wrote."""
        status, said = await done(*arguments, folder=self.folder, settings=self.settings)
        assert status == 0, said
        return said

    async def counted(self) -> int:
        """The signatures of the campaign that the sequencer has counted."""
        totals, campaigns = models.totals.c, models.campaigns
        query = (
            select(totals.amount)
            .join(campaigns, campaigns.c.id == totals.campaign_id)
            .where(campaigns.c.slug == "chechnya", totals.dimension == "world")
        )
        database = Database(self.settings["DATABASE_URL"])
        try:
            async with database.read() as connection:
                return int(await connection.scalar(query) or 0)
        finally:
            await database.close()

    async def counts(self, wanted: int) -> None:
        """Wait until so many are counted."""
        async with asyncio.timeout(PATIENCE):
            while await self.counted() != wanted:
                await asyncio.sleep(0.1)

    @property
    def logs(self) -> str:
        return "".join(each.log for each in self.processes)


@pytest.fixture
async def served(
    tmp_path: Path, redis: object, redis_url: str, database_url: str
) -> AsyncIterator[Served]:
    """An empty database, one web process, and the sample campaign open to be signed."""
    port = free_port()
    async with (
        AsyncExitStack() as stack,
        Simulator(token=TOKEN, flood_control=False, webhook_pause=0.05) as simulator,
    ):
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "WEBHOOK_SECRET": SECRET,
            "PORT": str(port),
        }
        serving = Served(simulator, tmp_path, settings, [], stack)
        await serving.start()
        await serving.run("keys", "new", "--out", "organisation.key")
        await serving.run("campaign", "import", str(ROOT / "bot" / "demo" / "chechnya"))
        await serving.run("campaign", "open", "chechnya", "--key", "organisation.key")
        yield serving
        assert simulator.complaints == []
        assert simulator.unknown_methods == []
        for private in (TOKEN, SECRET, TOKEN.partition(":")[2], "Canario", "700000001"):
            assert private not in serving.logs


async def answers(person: Person) -> None:
    """From the invite to the review."""
    await person.says("/start chechnya")
    await person.taps("sign")
    await person.taps("agree")
    await person.says("Ana Canario")
    await person.says("France")
    await person.taps("skip")


async def test_somebody_signs_is_counted_once_withdraws_and_signs_again(served: Served) -> None:
    """The whole story, on both databases, over HTTP alone."""
    ana = served.simulator.person("Ana", "en")
    await answers(ana)
    thanks = await ana.taps("confirm")
    assert "updates-no" in thanks.choices
    await served.counts(1)
    await ana.says("/start chechnya")
    assert "withdraw" in (await ana.taps("sign")).choices
    await ana.says("/withdraw")
    await ana.taps("withdraw-yes")
    await served.counts(0)
    await answers(ana)
    await ana.taps("confirm")
    await served.counts(1)
    assert {"start", "help", "mydata"} <= set(ana.commands)
    csv = await served.run("export", "--key", "organisation.key")
    assert csv.count("Ana Canario") == 1
    [web] = served.processes
    assert await web.ends(signal.SIGTERM) == 0


async def test_two_confirms_at_once_in_two_processes_are_one_signature(served: Served) -> None:
    """Two fast thumbs, two processes, one database: counted once, and both taps answered."""
    ana = served.simulator.person("Ana", "en")
    await answers(ana)
    other = free_port()
    await served.start(PORT=str(other))
    updates = []
    for number in ("1", "2"):
        served.simulator.world.taps[number] = Tap(number, ana.id, ana.id, time.time())
        query = {
            "id": number,
            "from": ana.user.api(),
            "chat_instance": "1",
            "data": next(each.target for each in ana.last.buttons if each.choice == "confirm"),
            "message": dict(ana.last.raw),
        }
        updates.append({"update_id": served.simulator.next_update_id(), "callback_query": query})
    before = len(served.simulator.calls_of("answerCallbackQuery"))
    async with aiohttp.ClientSession(headers={SECRET_HEADER: SECRET}) as session:

        async def deliver(port: str, update: dict[str, Any]) -> list[str]:
            """Which tap the response answers. One that takes long is answered by a call instead."""
            async with session.post(f"http://127.0.0.1:{port}/hook", json=update) as answer:
                assert answer.status == 200
                return [(await answer.json())["callback_query_id"]] if answer.content_length else []

        said = await asyncio.gather(
            deliver(served.settings["PORT"], updates[0]), deliver(str(other), updates[1])
        )
    called = served.simulator.calls_of("answerCallbackQuery")[before:]
    answered = [*said[0], *said[1], *(each.params["callback_query_id"] for each in called)]
    assert sorted(answered) == ["1", "2"]
    served.simulator.world.taps.clear()
    await served.counts(1)
    assert "Your signature counts" in ana.last.text


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_a_process_that_is_killed_loses_nothing(served: Served) -> None:
    """What was answered counts; what was on its way is delivered to the next process."""
    ana = served.simulator.person("Ana", "en")
    await answers(ana)
    [web] = served.processes
    await web.ends(signal.SIGKILL)
    await ana.taps("confirm", hear=False)
    await served.start(new_interpreter=True)
    await served.simulator.settled()
    await served.counts(1)
    assert "updates-no" in ana.last.choices
    assert await served.processes[-1].ends(signal.SIGTERM) == 0


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_what_is_in_flight_is_finished_before_the_end(served: Served) -> None:
    """A deployment in the middle of a signature: the person gets their answer first."""
    ana = served.simulator.person("Ana", "en")
    await answers(ana)
    served.simulator.mischief.delay(1.0, times=1, method="editMessageText")
    await ana.taps("confirm", hear=False)
    await served.simulator.until(
        lambda: served.simulator.api.in_flight[str(ana.id)] > 0, PATIENCE, "the edit never came"
    )
    [web] = served.processes
    assert await web.ends(signal.SIGTERM) == 0
    await served.simulator.settled()
    assert "updates-no" in ana.last.choices


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_a_token_that_telegram_does_not_know_ends_the_process(served: Served) -> None:
    """It would never hear from anybody."""
    settings = {**served.settings, "BOT_TOKEN": "1:wrong", "PORT": str(free_port())}
    status, said = await done("web", folder=served.folder, settings=settings)
    assert status == 2
    assert "BOT_TOKEN is wrong" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_a_database_that_is_behind_is_refused_with_what_to_do(served: Served) -> None:
    """A release step brings tables up to date, not whichever process starts first."""
    database = Database(served.settings["DATABASE_URL"])
    async with database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    await database.close()
    status, said = await done("web", folder=served.folder, settings=served.settings)
    assert status == 2
    assert said.count("\n") == 1
    assert "python -m bot migrate" in said


@pytest.mark.parametrize("missing", ["BOT_TOKEN", "REDIS_URL", "WEBHOOK_URL", "WEBHOOK_SECRET"])
async def test_web_does_not_start_without_what_it_needs(missing: str, tmp_path: Path) -> None:
    """One line that says what to set, and status 2."""
    settings = {
        "BOT_TOKEN": TOKEN,
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "WEBHOOK_URL": "https://example.org/hook",
        "WEBHOOK_SECRET": SECRET,
    }
    del settings[missing]
    status, said = await done("web", folder=tmp_path, settings=settings)
    assert status == 2
    assert said.startswith(f"porte-voix: {missing} is not set")
    assert said.count("\n") == 1
