"""The chat page in a real browser."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import aiohttp
import pytest_asyncio
from aiohttp import web

from bot.simulator import Simulator
from tests.support.browsing import NEEDS_BROWSER
from tests.support.raw import Hook, Json, RawBot, keyboard

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

pytestmark = NEEDS_BROWSER


@pytest_asyncio.fixture(loop_scope="session")
async def sim() -> AsyncIterator[Simulator]:
    """A simulator in the loop of the browser."""
    async with Simulator() as simulator:
        yield simulator


@pytest_asyncio.fixture(loop_scope="session")
async def raw(sim: Simulator) -> AsyncIterator[RawBot]:
    """A bot without a library, there too."""
    async with aiohttp.ClientSession() as session:
        yield RawBot(session, sim.url, sim.token)


@pytest_asyncio.fixture(loop_scope="session")
async def page(sim: Simulator, raw: RawBot, browser: Browser) -> AsyncIterator[Page]:
    """The page in Chromium, with a small bot behind it."""

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

    hook = Hook()
    hook.answer = answer
    runner = await hook.start()
    await raw.result("setWebhook", url=hook.url, allowed_updates=["message", "callback_query"])
    sim.person("Emma", "en")
    sim.person("أميرة", "ar")
    opened = await browser.new_page(viewport={"width": 1280, "height": 800})
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda line: problems.append(line.text))
    await opened.goto(sim.page_url)
    yield opened
    await opened.close()
    assert problems == []
    await runner.cleanup()


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


async def test_a_shared_link_starts_the_bot_for_somebody_else(sim: Simulator, page: Page) -> None:
    """The page asks as whom to open it; START sends the payload."""
    await page.click('[data-person="Emma"]')
    await page.click("#start")
    await page.click("text=Share")
    await page.click('#dialog [data-person="أميرة"]')
    await page.click("#start")
    await page.wait_for_selector("#log >> text=أميرة: /start i_1")
    assert sim.person("أميرة").screen[0].text == "/start i_1"


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


async def test_a_button_on_another_page_opens_the_bot(sim: Simulator, page: Page) -> None:
    """As a deep link does: one chooses who one is, presses START, and reloading asks no more."""
    await page.goto(sim.open_link("release_p"))
    await page.get_by_role("dialog").locator(".person").first.click()
    await page.get_by_role("button", name="START").click()
    await page.locator(".message", has_text="/start release_p").first.wait_for()
    assert "start=" not in page.url


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
