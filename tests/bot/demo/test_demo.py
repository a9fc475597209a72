"""`python -m bot demo`: one command, two pages to open, and nothing left behind."""

import asyncio
import signal
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.support.process import PATIENCE, Command, command, done

pytestmark = pytest.mark.real


def page(demo: Command) -> str:
    """The first URL that it printed: the page that looks like a phone."""
    return urls(demo)[0]


def urls(demo: Command) -> list[str]:
    """All that it printed, a line each."""
    return [line for line in demo.log.splitlines() if line.startswith("http")]


def running_below(folder: Path) -> list[int]:
    """Processes that work in that folder."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if (each / "cwd").readlink().is_relative_to(folder):
                found.append(int(each.name))
        except OSError:
            continue
    return found


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
async def test_a_demo_plays_stops_and_goes_on_where_it_was(
    tmp_path: Path, ending: signal.Signals
) -> None:
    """It prints two URLs, opens their pages, ends at a signal, and keeps all in one folder."""
    new = ending is signal.SIGINT  # Ctrl-C: what whoever plays does
    async with command(
        "demo", "--port", "0", folder=tmp_path, settings={}, new_interpreter=new
    ) as demo:
        await demo.says("Ctrl-C")
        with await asyncio.to_thread(urlopen, page(demo)) as answer:
            assert b"<html" in answer.read().lower()
        phone, public = urls(demo)
        with await asyncio.to_thread(urlopen, public) as answer:
            shown = answer.read().decode()
            assert answer.headers["Server"] == "Porte-voix"
        assert "<b>3,000</b>" in shown
        assert f'href="{phone}?start={public.rpartition("/")[2]}_p"' in shown
        status, said = await done("talk", folder=tmp_path, settings={})
        assert status == 0
        assert "1. " in said
        assert await demo.ends(ending) == 0
        assert "Traceback" not in demo.log
        assert " ERROR " not in demo.log
    assert running_below(tmp_path) == []
    data = tmp_path / "data" / "demo"
    assert {each.name for each in (tmp_path / "data").iterdir()} == {"demo"}
    key = (data / "organisation.key").read_text()
    environment = {"DATA_DIR": str(data)}
    arguments = ("campaign", "list")
    status, listed = await done(*arguments, folder=tmp_path, settings=environment)
    assert status == 0
    assert "3,000" in listed
    async with command("demo", "--port", "0", folder=tmp_path, settings={}) as demo:
        await demo.says("Ctrl-C")
        assert await demo.ends(signal.SIGTERM) == 0
    assert (data / "organisation.key").read_text() == key
    assert await done(*arguments, folder=tmp_path, settings=environment) == (0, listed)


async def test_two_demos_do_not_share_a_folder(tmp_path: Path) -> None:
    """The second one says so in one line, and the first plays on."""
    async with command("demo", "--port", "0", folder=tmp_path, settings={}) as first:
        await first.says("Ctrl-C")
        status, said = await done("demo", "--port", "0", folder=tmp_path, settings={})
        assert status == 1
        assert said.count("\n") == 1
        assert "in use by another Porte-voix" in said
        with await asyncio.to_thread(urlopen, page(first)) as answer:
            assert answer.status == 200
        assert await first.ends(signal.SIGINT) == 0


async def test_a_demo_that_is_killed_leaves_nothing_running(tmp_path: Path) -> None:
    """Its Redis server goes with it, and the next demo starts."""
    async with command("demo", "--port", "0", folder=tmp_path, settings={}) as demo:
        await demo.says("Ctrl-C")
        await demo.ends(signal.SIGKILL)
    async with asyncio.timeout(PATIENCE):
        while running_below(tmp_path):
            await asyncio.sleep(0.05)
    async with command("demo", "--port", "0", folder=tmp_path, settings={}) as demo:
        await demo.says("Ctrl-C")
