"""The chat page: safe, and true to what the bot says."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.simulator import Simulator
from bot.simulator.page.control import FOLDER, HEADER
from bot.simulator.world.sample_pictures import sample_picture
from tests.support.raw import Json, RawBot

ACT = {HEADER: "page", "Content-Type": "application/json"}


@pytest.fixture
async def http(sim: Simulator) -> AsyncIterator[aiohttp.ClientSession]:
    """Somebody who asks for the page, with all the headers they like."""
    async with aiohttp.ClientSession(sim.url) as session:
        yield session


@pytest.mark.parametrize("path", ["/", "/page.js", "/page.css", "/page/state", "/icon.svg"])
async def test_everything_comes_with_a_strict_policy(
    http: aiohttp.ClientSession, path: str
) -> None:
    """Only own scripts and styles, none of them inline, and no frame around it."""
    async with http.get(path) as response:
        assert response.status == 200
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_asks_nobody_else_and_trusts_no_text() -> None:
    """No address of another host, nothing inline, and foreign text never becomes markup."""
    for file in FOLDER.iterdir():
        text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://(?!\$\{)", text), file.name
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)
        assert not re.search(r"<[^>]+\s(on\w+|style)=", text), file.name


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "attacker.example"},
        {"Origin": "https://attacker.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {HEADER: "something else"},
        {"Content-Type": "text/plain"},
    ],
)
async def test_other_sites_cannot_act(
    sim: Simulator, http: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    """Neither by a form, nor by a script, nor by a name that points at this machine."""
    act = '{"act": "add_person", "name": "Mallory", "language": "en"}'
    async with http.post("/page/act", data=act, headers={**ACT, **headers}) as response:
        assert response.status == 403
    async with http.post("/page/act", data=act, headers=ACT) as response:
        assert response.status == 200
    assert [user.first_name for user in sim.world.users.values()] == ["Mallory"]


async def test_what_makes_no_sense_is_a_clear_error(http: aiohttp.ClientSession) -> None:
    """400 with a reason, never a traceback."""
    for act in ('{"act": "say"}', "[]", "{", '{"act": "add_person", "name": " ", "language": ""}'):
        async with http.post("/page/act", data=act, headers=ACT) as response:
            assert response.status == 400
            assert (await response.json())["error"]


async def test_only_pictures_are_shown_by_the_browser(
    sim: Simulator, raw: RawBot, http: aiohttp.ClientSession, amira: int
) -> None:
    """Every other file is a download, whatever it calls itself."""
    await raw.upload("sendDocument", "document", "x.html", b"<script>", chat_id=str(amira))
    await raw.upload("sendPhoto", "photo", "a.png", sample_picture(1), chat_id=str(amira))
    file, picture = sim.world.files.known.values()
    async with http.get(f"/page/file/{file.file_unique_id}") as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment")
    async with http.get(f"/page/file/{picture.file_unique_id}") as response:
        assert response.content_type == "image/png"


@pytest.mark.parametrize("wrong", [{"name": " "}, {"data": "not base64!"}, {"data": ""}])
async def test_a_file_that_cannot_be_sent(
    sim: Simulator, http: aiohttp.ClientSession, wrong: Json
) -> None:
    """Without a name, or without content."""
    emma = sim.person("Emma")
    act = {"act": "document", "person": emma.id, "name": "a", "mime": "", "data": "YQ==", **wrong}
    async with http.post("/page/act", json=act, headers=ACT) as response:
        assert response.status == 400
    assert emma.screen == []
