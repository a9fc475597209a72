"""The page in a real browser: on a phone and on a desktop, and for people who hear or type it."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.demo.run import SAMPLES
from handlers.domain.campaigns import Campaign
from storage.campaigns.pictures import Picture
from tests.support.browsing import (
    NEEDS_BROWSER,
    PATIENCE,
    SCREENSHOTS,
    SIZES,
    expect,
    shuts_nobody_out,
    visit,
)
from tests.support.site import LANGUAGES, Site, readable
from tests.support.storage.petition import close

if TYPE_CHECKING:
    from playwright.async_api import Browser, Route

pytestmark = NEEDS_BROWSER


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", ["fr", "ar", "ru"])
async def test_nobody_is_shut_out(
    site: Site, campaign: Campaign, browser: Browser, locale: str, size: str
) -> None:
    """No fault that axe-core can find, nothing wider than the screen, no error, no stranger."""
    await site.signs(campaign, "FR", *(str(number) for number in range(10, 30)))
    asked: list[str] = []
    errors: list[str] = []
    page = await visit(browser, "about:blank", size, locale=locale)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: errors.append(message.text) if message.type == "error" else None,
    )
    await page.goto(f"{site.url}/c/release/{locale}")
    await expect(page.locator(".total b")).to_have_text("23")
    for summary in await page.locator("summary").all():
        await summary.click()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / f"page-{locale}-{size}.png", full_page=True)
    assert await page.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]
    await shuts_nobody_out(page)
    assert asked
    assert all(each.startswith(f"{site.url}/") for each in asked)
    assert errors == []
    assert await page.context.cookies() == []
    assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
    # The code is for those who do not sit at the phone already.
    await expect(page.locator(".scan")).to_be_visible(visible=size == "desktop")
    # Apps that open on phones only are offered there only.
    await expect(page.locator(".viber")).to_be_visible(visible=size == "phone")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", ["fr", "ar"])
async def test_an_organisations_mark_stands_beside_its_name(
    site: Site, browser: Browser, locale: str, size: str
) -> None:
    """In its proportions, on the side where reading begins, and silent to those who hear."""
    sample = (SAMPLES / "chechnya" / "mark.png").read_bytes()
    own = Picture("image/png", sample)
    await site.opens(readable(mark=own.sha256, responsible="Porte-voix Demo"), own)
    page = await visit(browser, f"{site.url}/c/release/{locale}", size, color_scheme="dark")
    image = page.locator(".organisation img")
    await expect(image).to_have_js_property("complete", True)
    assert await image.evaluate("one => one.naturalWidth") == 120
    box, name = await image.bounding_box(), await page.locator(".organisation bdi").bounding_box()
    assert box is not None
    assert name is not None
    assert (box["width"], box["height"]) == (40, 40)
    assert (box["x"] < name["x"]) == (locale == "fr")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / f"mark-{locale}-{size}.png")
    await shuts_nobody_out(page)


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_the_counter_fits_the_frame_that_the_page_gives_to_other_sites(
    site: Site, browser: Browser, locale: str
) -> None:
    """With a long title and all that can stand below it, and nothing is cut off."""
    made = readable(sample=True)
    long = {tag: replace(each, title=f"{each.title} " * 8) for tag, each in made.texts.items()}
    campaign = await site.opens(replace(made, texts=long))
    await site.signs(campaign, "FR", *(str(number) for number in range(5)))
    page = await visit(browser, f"{site.url}/c/release/{locale}", "desktop")
    snippet = await page.locator("#snippet").input_value()
    [wide, high] = re.findall(r' (?:width|height)="(\d+)"', snippet)
    await page.set_viewport_size({"width": int(wide), "height": int(high)})
    await page.goto(f"{site.url}/c/release/embed?lang={locale}")
    await page.screenshot(path=SCREENSHOTS / f"embed-{locale}.png")
    needed = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    assert await page.evaluate(needed) == [int(wide), int(high)]


@pytest.mark.parametrize("path", ["/c/release/embed?lang=ar", "/c/unknown"])
async def test_the_small_pages_shut_out_nobody_either(
    site: Site, campaign: Campaign, browser: Browser, path: str
) -> None:
    """In the dark, too."""
    page = await visit(browser, f"{site.url}{path}", color_scheme="dark")
    await shuts_nobody_out(page)


async def test_the_dark_page_can_be_read(site: Site, campaign: Campaign, browser: Browser) -> None:
    """Its colours have contrast, for whoever asks for a dark screen."""
    page = await visit(browser, f"{site.url}/c/release/fr", color_scheme="dark")
    await page.screenshot(path=SCREENSHOTS / "page-fr-dark.png", full_page=True)
    await shuts_nobody_out(page)


async def test_a_new_signature_is_seen_without_reloading(
    site: Site, campaign: Campaign, browser: Browser
) -> None:
    """On the page, and in a counter on somebody else's site."""
    page = await visit(browser, f"{site.url}/c/release/en")
    frame = await visit(browser, f"{site.url}/c/release/embed")
    await expect(page.locator(".total")).to_have_text("3 people have signed")
    await site.signs(campaign, "FR", "4")
    for each in (page, frame):
        await expect(each.locator(".total")).to_have_text("4 people have signed")
        await expect(each.locator(".total b")).to_have_text("4")
        assert await each.locator("progress").evaluate("bar => bar.value") == 4


@pytest.mark.parametrize("how", ["refused", "held back"])
async def test_where_events_do_not_come_the_count_moves_all_the_same(
    site: Site, campaign: Campaign, browser: Browser, how: str
) -> None:
    """The page asks by itself: after a refusal, and after waiting in vain behind a proxy."""
    held: list[Route] = []

    async def events(route: Route) -> None:
        await (route.fulfill(status=503) if how == "refused" else _hold(route))

    async def _hold(route: Route) -> None:
        held.append(route)

    page = await visit(browser, "about:blank")
    await page.clock.install()
    await page.route("**/events?*", events)
    await page.goto(f"{site.url}/c/release/en")
    await expect(page.locator(".total")).to_have_text("3 people have signed")
    for name in ("4", "5"):
        await site.signs(campaign, "FR", name)
        site.a_moment_later()
        async with asyncio.timeout(PATIENCE / 1000):
            while await page.locator(".total").text_content() != f"{name} people have signed":
                await page.clock.run_for(1_000)
    assert bool(held) == (how == "held back")


async def test_a_page_that_is_open_while_its_campaign_closes_says_so(
    site: Site, campaign: Campaign, browser: Browser
) -> None:
    """A cache in front that still has the old page is not asked for it in a circle."""
    loaded: list[str] = []
    page = await visit(browser, "about:blank")
    # Its clock is fast: it waits for seconds before it loads again, so that not all do so at once.
    await page.add_init_script("const real = setTimeout; setTimeout = (f, ms) => real(f, ms / 20)")
    page.on("framenavigated", lambda frame: loaded.append(frame.url))
    await page.goto(f"{site.url}/c/release/en")
    old = await page.content()
    await page.route("**/c/release/en", lambda route: route.fulfill(body=old), times=1)
    await close(site.storage, "release")
    site.a_moment_later()
    await expect(page.locator(".closed")).to_be_visible()
    assert len(loaded) == 3


@pytest.mark.parametrize("locale", ["fr", "ar", "ru"])
async def test_the_share_card_is_a_picture_to_look_at(
    site: Site, campaign: Campaign, browser: Browser, locale: str
) -> None:
    """At the address that the page gives to messengers, in the size that it names."""
    page = await visit(browser, f"{site.url}/c/release/card/{locale}.png", "desktop")
    card = page.locator("img")
    await card.screenshot(path=SCREENSHOTS / f"card-{locale}.png")
    assert await card.evaluate("card => [card.naturalWidth, card.naturalHeight]") == [1200, 630]


async def test_somebody_who_came_to_the_wrong_language_is_asked_over(
    site: Site, campaign: Campaign, browser: Browser
) -> None:
    """A friend's link is in the friend's language; one tap leads to one's own."""
    page = await visit(browser, f"{site.url}/c/release/fr", locale="ru-RU")
    offer = page.locator(".offer")
    await expect(offer).to_have_attribute("lang", "ru")
    await offer.click()
    await expect(page.locator("html")).to_have_attribute("lang", "ru")
    await expect(page.locator(".offer")).to_have_count(0)


async def test_all_of_it_works_without_scripts(
    site: Site, campaign: Campaign, browser: Browser
) -> None:
    """Only what needs a script is not there."""
    page = await visit(browser, f"{site.url}/c/release/en", java_script_enabled=False)
    await expect(page.locator(".total")).to_have_text("3 people have signed")
    await expect(page.locator(".sign")).to_be_visible()
    await expect(page.get_by_role("link", name="WhatsApp")).to_be_visible()
    await expect(page.locator("[data-copy]")).to_be_hidden()


async def test_a_keyboard_reaches_everything_in_order(
    site: Site, campaign: Campaign, browser: Browser
) -> None:
    """From the languages to signing to the apps, and each shows that it has the focus."""
    page = await visit(browser, f"{site.url}/c/release/en", "desktop", locale="en-GB")
    reached = []
    for _ in range(12):
        await page.keyboard.press("Tab")
        focus = page.locator(":focus")
        reached.append((await focus.inner_text()).strip())
        outline = await focus.evaluate("one => getComputedStyle(one).outlineStyle")
        assert outline != "none", reached[-1]
    assert reached.index("English") < reached.index("Sign in Telegram")
    assert reached.index("Sign in Telegram") < reached.index("WhatsApp")


async def test_the_words_are_copied(site: Site, campaign: Campaign, browser: Browser) -> None:
    """And who cannot see it hears that they were."""
    page = await visit(
        browser, f"{site.url}/c/release/en", permissions=["clipboard-read", "clipboard-write"]
    )
    await page.locator("[data-copy]").click()
    await expect(page.get_by_role("status")).to_have_text("Copied")
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert "https://sign.example.org/c/release/en" in copied
