"""The chat page: safe, and true to what the bot says."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiohttp import web

from bot.simulator import Simulator
from bot.simulator.page.control import FOLDER, HEADER
from bot.simulator.world.sample_pictures import sample_picture
from tests.support.browsing import BROWSER, running_browser
from tests.support.raw import Hook, Json, RawBot, keyboard

if TYPE_CHECKING:
    from playwright.async_api import Page

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


# -- in a browser


@pytest.fixture
async def page(sim: Simulator, raw: RawBot, hook: Hook) -> AsyncIterator[Page]:
    """The page in Chromium, with a small bot behind it."""
    if BROWSER is None:
        pytest.skip("there is no Chromium on this machine")

    def answer(update: Json) -> web.Response:
        if "callback_query" in update:
            query = update["callback_query"]
            where = {
                "chat_id": query["message"]["chat"]["id"],
                "message_id": query["message"]["message_id"],
            }
            return web.json_response({"method": "editMessageText", **where, "text": "تم التوقيع"})
        said = update["message"]
        markup = keyboard([("وقّع", "c:sign")])
        markup["inline_keyboard"].append([{"text": "Share", "url": sim.deep_link("i_1")}])
        call = {
            "method": "sendMessage",
            "chat_id": said["chat"]["id"],
            "text": f"<b>{said['from']['first_name']}</b>: {said['text'].replace('<', '&lt;')}",
            "parse_mode": "HTML",
            "reply_markup": markup,
        }
        return web.json_response(call)

    hook.answer = answer
    await raw.result("setWebhook", url=hook.url, allowed_updates=["message", "callback_query"])
    sim.person("Emma", "en")
    sim.person("أميرة", "ar")
    async with running_browser() as browser:
        opened = await browser.new_page(viewport={"width": 1280, "height": 800})
        problems: list[str] = []
        opened.on("pageerror", lambda error: problems.append(str(error)))
        opened.on("console", lambda line: problems.append(line.text))
        await opened.goto(sim.page_url)
        yield opened
    assert problems == []


@pytest.mark.browser
async def test_a_conversation_on_the_page(sim: Simulator, page: Page) -> None:
    """Start, write something hostile, tap a button, and see the edit, from right to left."""
    await page.click('[data-person="أميرة"]')
    await page.click("#start")
    await page.wait_for_selector('[data-choice="sign"]')
    assert await page.get_attribute("#phone", "dir") == "rtl"
    assert await page.inner_text(".message:not(.mine) strong") == "أميرة"
    await page.fill("#composer", "<img src=x onerror=alert(1)>")
    await page.click("#send")
    await page.wait_for_selector("#log >> text=أميرة: <img src=x")
    assert await page.locator(".text img").count() == 0
    await page.locator('[data-choice="sign"]').last.click()
    await page.wait_for_selector("#log >> text=تم التوقيع")
    assert sim.person("أميرة").last.text == "تم التوقيع"


@pytest.mark.browser
async def test_a_size_reads_from_left_to_right_in_an_arabic_chat(
    sim: Simulator, raw: RawBot, page: Page
) -> None:
    """“4.4 kB”, not “kB 4.4”."""
    await page.click('[data-person="أميرة"]')
    await page.click("#start")
    chat = str(sim.person("أميرة").id)
    await raw.upload("sendDocument", "document", "data.json", b"{}", chat_id=chat)
    size = page.locator(".file").get_by_text("2 bytes", exact=True)
    assert await size.evaluate("each => getComputedStyle(each).direction") == "ltr"
    assert await page.locator("#log").evaluate("each => getComputedStyle(each).direction") == "rtl"


@pytest.mark.browser
async def test_a_shared_link_starts_the_bot_for_somebody_else(sim: Simulator, page: Page) -> None:
    """The page asks as whom to open it; START sends the payload."""
    await page.click('[data-person="Emma"]')
    await page.click("#start")
    await page.click("text=Share")
    await page.click('#dialog [data-person="أميرة"]')
    await page.click("#start")
    await page.wait_for_selector("#log >> text=أميرة: /start i_1")
    assert sim.person("أميرة").screen[0].text == "/start i_1"


@pytest.mark.browser
async def test_a_narrow_screen_shows_one_phone(sim: Simulator, page: Page) -> None:
    """People are chosen in a dialog; nothing is wider than the screen; a new one may be added."""
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.click("#who")
    await page.click("#dialog >> text=Add a person")
    await page.fill("#new-name", "Zoë Kaya")
    await page.press("#new-name", "Enter")
    await page.wait_for_selector("#who >> text=Zoë Kaya")
    await page.click("#start")
    await page.wait_for_selector("#log >> text=Zoë Kaya: /start")
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
    assert sim.person("Zoë Kaya").language == "en"


@pytest.mark.browser
async def test_a_button_on_another_page_opens_the_bot(sim: Simulator, page: Page) -> None:
    """As a deep link does: one chooses who one is, presses START, and reloading asks no more."""
    await page.goto(sim.open_link("release_p"))
    await page.get_by_role("dialog").locator(".person").first.click()
    await page.get_by_role("button", name="START").click()
    await page.locator(".message", has_text="/start release_p").first.wait_for()
    assert "start=" not in page.url


@pytest.mark.browser
async def test_somebody_sends_a_file_from_their_own_machine(sim: Simulator, page: Page) -> None:
    """By the menu beside the text; the bot can fetch just those bytes."""
    await page.click('[data-person="Emma"]')
    await page.click("#start")
    await page.click("#attach")
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("menuitem", name="File").click()
    content = bytes(range(256))
    chooser = await choosing.value
    await chooser.set_files({"name": "a.tlog-proof", "mimeType": "", "buffer": content})
    await page.locator(".file", has_text="a.tlog-proof").wait_for()
    document = next(each.document for each in sim.person("Emma").screen if each.document)
    assert (document.name, document.data) == ("a.tlog-proof", content)


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
