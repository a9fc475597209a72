"""A real browser: Debian's chromium, or a Chrome.

Where there is none, these tests are skipped and say so. What they saw is kept in
`build/screenshots`.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.support.process import ROOT

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)

NEEDS_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(
        BROWSER is None, reason="no Chromium here: install Debian's package chromium to run this"
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
    expect.set_options(timeout=PATIENCE)
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
