"""Serves pictures: of the total, of the campaign, and the code that opens the bot."""

import asyncio
from dataclasses import replace

from aiohttp import web

from bot.drawing import canvas, qr, share_cards
from bot.pages import responses
from bot.pages.facts import Facts, FactsReader
from bot.pages.pictures.scaling import Pictures
from bot.pages.rendering import Link, Renderer
from bot.pages.requests import RequestReader
from bot.pages.responses import Content, Contents, Headers
from bot.pages.single_flight_cache import SingleFlightCache
from handlers.dialogue.messages import Words
from handlers.domain import invites

BADGE_LETTERS = 11
"""Pixels."""


class Images:
    """All that is answered as a picture."""

    def __init__(
        self,
        reader: RequestReader,
        facts: FactsReader,
        pictures: Pictures,
        renderer: Renderer,
        link: Link,
        contents: Contents,
        headers: Headers,
    ) -> None:
        self._reader = reader
        self._facts = facts
        self._pictures = pictures
        self._renderer = renderer
        self._link = link
        self._contents = contents
        self._drawn: SingleFlightCache[tuple[object, ...], Content] = SingleFlightCache(64)
        self._headers = headers

    async def badge(self, request: web.Request) -> web.Response:
        """The total as a small picture, SVG.

        Raises:
            web.HTTPNotFound: There is no such campaign.
        """
        campaign, locale = await self._reader.campaign_and_locale(request)

        async def make() -> Content:
            facts = await self._facts.total(campaign, locale)
            svg = await asyncio.to_thread(self._badge, facts)
            return responses.content(svg, "image/svg+xml")

        found = await self._contents.get_or_make(("badge", campaign.slug, locale), make)
        return responses.answer(
            request, found, {**self._headers.shared, **responses.BY_LANGUAGE}, responses.RUSH
        )

    async def card(self, request: web.Request) -> web.Response:
        """The share card, PNG, drawn anew only when what it shows has moved.

        Raises:
            web.HTTPNotFound: There is no such campaign, or it has no text in that locale.
        """
        campaign = await self._reader.campaign(request)
        locale = request.match_info["locale"]
        if campaign is None or not self._reader.speaks(campaign, locale):
            raise web.HTTPNotFound(headers=self._headers.shared)
        card = self._card(await self._facts.total(campaign, locale))

        async def make() -> Content:
            try:
                mark = await self._pictures.drawable(campaign.mark)
            except LookupError:
                mark = None
            return responses.content(
                await asyncio.to_thread(share_cards.draw, card, mark), "image/png"
            )

        found = await self._drawn.get_or_make((campaign.slug, campaign.mark, card), make)
        return responses.answer(request, found, self._headers.shared, responses.A_WHILE)

    async def qr_code(self, request: web.Request) -> web.Response:
        """The QR code that opens the bot at this campaign, SVG or PNG.

        Raises:
            web.HTTPNotFound: There is no such campaign.
        """
        campaign, _ = await self._reader.campaign_and_locale(request)
        link = await self._link(invites.page(campaign.slug))
        svg = request.match_info["kind"] == "svg"
        found = responses.content(
            qr.svg(link) if svg else qr.png(link), "image/svg+xml" if svg else "image/png"
        )
        return responses.answer(request, found, self._headers.shared, responses.A_WHILE)

    async def picture(self, request: web.Request) -> web.Response:
        """The campaign's picture: as it was imported, or as WebP in a width of WIDTHS (pixels).

        Raises:
            web.HTTPNotFound: There is no such campaign, or it has no picture.
        """
        campaign, _ = await self._reader.campaign_and_locale(request)
        sha = campaign.picture
        width = request.match_info.get("width")

        async def make() -> Content:
            return responses.content(
                await self._pictures.scaled(sha, int(width or 0)), "image/webp"
            )

        try:
            if width:
                found = await self._drawn.get_or_make(("picture", sha, width), make)
            else:
                original = await self._pictures.original(sha)
                found = responses.content(original.data, original.media_type, sha.encode())
        except LookupError:
            raise web.HTTPNotFound(headers=self._headers.shared) from None
        return responses.answer(request, found, self._headers.shared, responses.A_WHILE)

    async def mark(self, request: web.Request) -> web.Response:
        """The organisation's own mark, as the page shows it; WebP.

        Raises:
            web.HTTPNotFound: There is no such campaign, or it has no mark.
        """
        campaign, _ = await self._reader.campaign_and_locale(request)
        sha = campaign.mark

        async def make() -> Content:
            return responses.content(await self._pictures.small(sha), "image/webp")

        try:
            found = await self._drawn.get_or_make(("mark", sha), make)
        except LookupError:
            raise web.HTTPNotFound(headers=self._headers.shared) from None
        return responses.answer(request, found, self._headers.shared, responses.A_WHILE)

    def _badge(self, facts: Facts) -> bytes:
        """A small picture with the total, as SVG."""
        label = self._renderer.plain(Words("page-signatures"), facts.locale)
        number = self._renderer.number(facts.total, facts.locale)
        widths = [round(canvas.width(text, BADGE_LETTERS)) + 14 for text in (label, number)]
        return self._renderer.render(
            "badge.svg", facts.locale, label=label, said=number, left=widths[0], right=widths[1]
        )

    def _card(self, facts: Facts) -> share_cards.Card:
        """What the share card says, of a total that moves only now and then."""
        facts = replace(facts, total=share_cards.visible(facts.total))
        campaign, locale = facts.campaign, facts.locale
        below = (
            Words("page-goal", {"milestone": facts.goal}) if facts.is_open else Words(facts.why_not)
        )
        return share_cards.Card(
            locale=locale,
            direction=self._renderer.texts.known[locale].direction,
            title=facts.alert.title,
            organisation=campaign.responsible,
            total=self._renderer.plain(Words("page-total", {"total": facts.total}), locale),
            goal=self._renderer.plain(below, locale),
            part=facts.total / facts.goal if facts.is_open else 1.0,
            note=self._renderer.plain(Words("sample-mark"), locale) if campaign.sample else "",
        )
