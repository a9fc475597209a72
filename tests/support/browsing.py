"""A real browser: Debian's Chromium, or a Chrome.

Where there is none, these tests are skipped and say so. What they saw is kept in
`build/screenshots`. Playwright takes half a second to load: only what drives a browser loads it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.support.process import ROOT

if TYPE_CHECKING:
    from playwright.async_api import Browser, Locator, Page
    from playwright.async_api._generated import LocatorAssertions

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is the same browser without what draws windows: a page costs half as much."""

BROWSER = next(filter(None, map(shutil.which, PROGRAMS)), None)

NEEDS_BROWSER = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),  # a browser stays in the loop that started it
    pytest.mark.xdist_group("browser"),  # one process starts one, once
    pytest.mark.skipif(
        BROWSER is None, reason=f"no Chromium here: install Debian's package {PROGRAMS[0]}"
    ),
]

SCREENSHOTS = ROOT / "build" / "screenshots"

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Nothing that asks the network for anything."""

PATIENCE = 30_000
"""Milliseconds that the page has to show something on a busy machine."""

SIZES = {"phone": (360, 740), "desktop": (1280, 900)}


@asynccontextmanager
async def running_browser() -> AsyncIterator[Browser]:
    """A browser, without a window."""
    from playwright.async_api import async_playwright

    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=BROWSER, args=flags)
        yield running
        await running.close()


async def visit(browser: Browser, url: str, size: str = "phone", **other: object) -> Page:
    """The page at that address; a phone has a finger, a desktop a mouse."""
    width, height = SIZES[size]
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        is_mobile=size == "phone",
        has_touch=size == "phone",
        **other,  # type: ignore[arg-type]  # keywords are the browser's own
    )
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    await page.goto(url)
    return page


def expect(found: Locator) -> LocatorAssertions:
    """What is expected of something on a page, sooner or later."""
    from playwright.async_api import expect as expect_of

    expect_of.set_options(timeout=PATIENCE)
    return expect_of(found)


async def shuts_nobody_out(page: Page) -> None:
    """No fault that axe-core can find."""
    from axe_playwright_python.async_playwright import Axe

    found = await Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
