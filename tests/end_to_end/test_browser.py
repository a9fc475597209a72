"""People sign in the demo page, in a real browser: in French, and in Arabic from right to left.

Needs Debian's chromium (or a Chrome); where there is none, these tests are skipped and say so.
What they saw is kept in `build/screenshots`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest_asyncio

from tests.support.browsing import NEEDS_BROWSER, PATIENCE, SCREENSHOTS, expect
from tests.support.process import command, free_port

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

pytestmark = NEEDS_BROWSER


@pytest_asyncio.fixture(loop_scope="session")
async def page(tmp_path: Path, browser: Browser) -> AsyncIterator[Page]:
    """The demo, as `make demo` starts it, open in a browser; its own errors fail the test."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    async with command("demo", "--port", str(port), folder=tmp_path, settings={}) as demo:
        await demo.says(address)
        opened = await browser.new_page(viewport={"width": 1280, "height": 900})
        opened.set_default_timeout(PATIENCE)
        errors: list[str] = []
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.on(
            "console",
            lambda message: errors.append(message.text) if message.type == "error" else None,
        )
        await opened.goto(address)
        yield opened
        assert not errors
        await opened.close()


class Phone:
    """One person's chat in the page."""

    def __init__(self, page: Page, person: str) -> None:
        self._page = page
        self._person = person

    async def starts(self) -> None:
        await self._page.locator(f'[data-person="{self._person}"]').click()
        await self._page.get_by_role("button", name="START").click()

    async def taps(self, choice: str) -> None:
        await self._page.locator(f'[data-choice="{choice}"]').last.click()

    async def sees(self, text: str) -> None:
        """The newest message says so."""
        await expect(self._page.locator(".message").last).to_contain_text(text)

    async def photographs(self, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        await self._page.screenshot(path=SCREENSHOTS / f"{name}.png")


async def test_camille_signs_in_french(page: Page) -> None:
    """She picks a petition, reads on, agrees, signs, and is one more than before."""
    camille = Phone(page, "Camille")
    await camille.starts()
    await camille.taps("campaign_chechnya")
    await camille.sees("3\u202f000 personnes")
    await camille.photographs("fr-alert")
    await camille.taps("read")
    await camille.taps("next")
    await camille.sees("2 / ")
    await camille.taps("sign")
    await camille.sees("Avant de signer")
    await camille.photographs("fr-consent")
    await camille.taps("agree")
    await camille.taps("profile")
    await camille.taps("FR")
    await camille.taps("skip")
    await camille.sees("Camille")
    await camille.photographs("fr-review")
    await camille.taps("confirm")
    await camille.sees("3\u202f001")
    await camille.photographs("fr-thanks")


async def test_layla_signs_in_arabic_from_right_to_left(page: Page) -> None:
    """Her chat runs from right to left, the consent is in Arabic, and she stays anonymous."""
    layla = Phone(page, "ليلى")
    await layla.starts()
    await layla.taps("campaign_chechnya")
    await layla.sees("3,000")
    await expect(page.locator("#log")).to_have_css("direction", "rtl")
    await layla.photographs("ar-alert")
    await layla.taps("sign")
    await layla.sees("هل نحصل على موافقتك؟")
    await layla.photographs("ar-consent")
    await layla.taps("agree")
    await layla.taps("anonymous")
    await layla.taps("EG")
    await layla.taps("skip")
    await layla.sees("مصر")
    await layla.photographs("ar-review")
    await layla.taps("confirm")
    await layla.sees("3,001")
    await layla.photographs("ar-thanks")
