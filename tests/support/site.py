"""A public site with campaigns to read, and what a crawler or a browser makes of its pages."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

from aiohttp import ClientResponse, ClientSession, web
from PIL import Image

from bot.demo.run import SAMPLES
from bot.pages import Pages
from bot.texts.texts import Texts
from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.signatures import Draft
from storage.campaigns.pictures import Picture
from storage.container import Storage
from tests.support.petition import consent, draft_campaign, person
from tests.support.storage.petition import open_campaign, prove_key

LANGUAGES = ("en", "fr", "ar", "ru")

TITLES = {
    "en": "Release them",
    "fr": "Libérez-les",
    "ar": "أفرجوا عنهم",
    "ru": "Освободите их",
}

HOST = "https://sign.example.org"
"""Where people reach the site, as it thinks."""

HOUR = timedelta(hours=1)

PHOTO = Picture("image/jpeg", (SAMPLES / "chechnya" / "picture.jpg").read_bytes())


def readable(slug: str = "release", **changes: Any) -> Campaign:
    """A campaign with a picture, in four languages."""
    made = draft_campaign(slug, picture=PHOTO.sha256)
    english = replace(
        made.texts["en"], picture_text="People in front of a prison", credit="A photographer"
    )
    texts = {
        tag: replace(english, locale=tag, title=TITLES[tag], summary=f"{TITLES[tag]}: {tag}.")
        for tag in LANGUAGES
    }
    return replace(made, **({"texts": texts} | changes))


@dataclass
class Calendar:
    """Which day the site takes it to be, in UTC; a test can turn the page."""

    day: date = field(default_factory=lambda: datetime.now(UTC).date())

    def today(self) -> date:
        return self.day

    def tomorrow(self) -> None:
        """Midnight passes."""
        self.day += timedelta(days=1)


@dataclass
class Site:
    """A running server, and the stores behind it."""

    url: str
    storage: Storage
    http: ClientSession
    pages: Pages
    runner: web.AppRunner
    calendar: Calendar

    async def opens(self, campaign: Campaign, *pictures: Picture) -> Campaign:
        """That campaign, open to be signed."""
        await self.storage.campaigns.save(campaign, [PHOTO, *pictures])
        await open_campaign(self.storage, campaign.slug, await prove_key(self.storage))
        opened = await self.storage.campaigns.get(campaign.slug)
        assert opened is not None
        return opened

    async def signs(self, campaign: Campaign, country: str, *people: str) -> None:
        """Those people sign, from that country."""
        for each in people:
            await self.storage.signatures.sign(
                campaign, person(each), Draft(country=country), consent(), Arrival("page")
            )

    @asynccontextmanager
    async def gets(self, path: str, language: str = "", **headers: str) -> AsyncIterator[Any]:
        """The answer to a browser that prefers that language."""
        if language:
            headers["Accept-Language"] = language
        async with self.http.get(f"{self.url}{path}", headers=headers) as response:
            yield response

    def a_moment_later(self) -> None:
        """What the pages show again for a moment is made anew."""
        for kept in (self.pages._contents, self.pages._logs._stamps):
            kept._results.clear()

    async def reads(self, path: str, language: str = "") -> "Page":
        """The page at that path."""
        async with self.gets(path, language) as response:
            assert response.status == 200, await response.text()
            return await parsed(response)


def mark(colour: str = "navy", size: tuple[int, int] = (128, 96)) -> Picture:
    """The mark of an organisation, as it may come out of a drawing program."""
    file = io.BytesIO()
    Image.new("RGBA", size, colour).save(file, "PNG")
    return Picture("image/png", file.getvalue())


@asynccontextmanager
async def public_site(storage: Storage, texts: Texts) -> AsyncIterator[Site]:
    """The pages of a storage, on a port of this machine."""

    async def link(payload: str) -> str:
        return f"https://t.me/a_bot?start={payload}"

    app = web.Application()
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
    # The address has to be known before the pages are.
    async with ClientSession() as http:
        calendar = Calendar()
        pages = Pages(
            storage.campaigns, storage.log_reader, texts, HOST, link, HOUR, calendar.today
        )
        pages.add_routes(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield Site(url, storage, http, pages, runner, calendar)
        finally:
            await runner.cleanup()


@dataclass
class Element:
    """An element of a page with all the text below it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Page:
    """A page as it is parsed by who cannot run scripts."""

    source: str
    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str, **wanted: str) -> list[Element]:
        """The elements of that kind whose attributes are so."""
        return [
            each
            for each in self.elements
            if each.tag == tag and wanted.items() <= each.attributes.items()
        ]

    def one(self, tag: str, **wanted: str) -> Element:
        """The only one of them."""
        [found] = self.all(tag, **wanted)
        return found

    def meta(self, name: str) -> str:
        """What a preview tag says."""
        key = "property" if name.startswith("og:") else "name"
        return self.one("meta", **{key: name}).attributes["content"]

    @property
    def text(self) -> str:
        """All that can be read."""
        return self.one("body").text


VOID = {"meta", "link", "img", "br", "input", "path", "rect"}


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._page.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._page.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        closed = self._open.pop()
        assert closed.tag == tag, f"<{closed.tag}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        for each in self._open:
            each.text += data


async def parsed(response: ClientResponse) -> Page:
    """The page in an answer; every element of it is closed properly."""
    page = Page(await response.text())
    reader = _Reader(page)
    reader.feed(page.source)
    reader.close()
    return page


async def publish(site: Site, campaign: Campaign, hours: int = 0) -> None:
    """What workers do: count, and sign a checkpoint every hour."""
    while await site.storage.sequencer.run_once():
        pass
    await site.storage.logs.begin(campaign, HOST)
    now = datetime.now(UTC) + hours * HOUR
    await site.storage.logs.publish(campaign, now, HOUR)


async def receipt_of(site: Site, campaign: Campaign, name: str) -> bytes:
    """The receipt that somebody gets in the chat."""
    receipt = await site.storage.receipts.of(campaign, person(name))
    assert receipt is not None
    return receipt.content
