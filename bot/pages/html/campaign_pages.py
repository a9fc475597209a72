"""Serves a campaign's page, its counter for other sites, and what stands in place of no page."""

import asyncio
from collections.abc import Sequence
from http import HTTPStatus

from aiohttp import web

from bot.pages import responses
from bot.pages.facts import FactsReader
from bot.pages.html.campaign_views import CampaignViews
from bot.pages.rendering import Link
from bot.pages.requests import RequestReader, wishes
from bot.pages.responses import Content, Contents, Headers
from handlers.domain import invites
from handlers.supporter.sharing import apps
from storage.campaigns.campaigns import Campaigns


class CampaignPages:
    """The pages that people read of a campaign."""

    def __init__(
        self,
        campaigns: Campaigns,
        reader: RequestReader,
        facts: FactsReader,
        views: CampaignViews,
        link: Link,
        contents: Contents,
        headers: Headers,
    ) -> None:
        self._campaigns = campaigns
        self._reader = reader
        self._facts = facts
        self._views = views
        self._link = link
        self._contents = contents
        self._headers = headers

    async def page(self, request: web.Request) -> web.Response:
        """A campaign in a language: that of the path, of `?lang=`, or of the browser.

        It is HTML, or a 404 in HTML where there is no such campaign, or not in that language.
        """
        wanted = wishes(request)
        campaign = await self._reader.campaign(request)
        if campaign is None:
            return await self.missing(request, wanted)
        locale = request.match_info.get("locale", "")
        if locale and not self._reader.speaks(campaign, locale):
            return await self.missing(request, wanted)
        locale = locale or self._reader.locale(campaign, wanted)
        country = self._reader.country(wanted, locale)
        # One page for all countries with the same habits.
        habit = " ".join(app.id for app in apps.order(country))

        async def make() -> Content:
            facts = await self._facts.page(campaign, locale, country)
            link = await self._link(invites.page(campaign.slug))
            html = await asyncio.to_thread(self._views.page, facts, link)
            return responses.content(html, "text/html; charset=utf-8")

        found = await self._contents.get_or_make(("page", campaign.slug, locale, habit), make)
        return responses.answer(request, found, self._headers.page, responses.RUSH)

    async def embed(self, request: web.Request) -> web.Response:
        """The counter that other sites show in a frame."""
        wanted = wishes(request)
        campaign = await self._reader.campaign(request)
        if campaign is None:
            return await self.missing(request, wanted)
        locale = self._reader.locale(campaign, wanted)

        async def make() -> Content:
            html = self._views.embed(await self._facts.total(campaign, locale))
            return responses.content(html, "text/html; charset=utf-8")

        found = await self._contents.get_or_make(("embed", campaign.slug, locale), make)
        return responses.answer(request, found, self._headers.frame, responses.RUSH)

    async def slashed(self, request: web.Request) -> web.Response:
        """The page itself, for links that somebody has ended with a slash.

        Raises:
            web.HTTPPermanentRedirect: Always: to the same address without the slash.
        """
        there = request.rel_url.with_path(request.path.rstrip("/"), keep_query=True)
        raise web.HTTPPermanentRedirect(there, headers=self._headers.page)

    async def nothing(self, request: web.Request) -> web.Response:
        """404 for any other path, with what there is instead."""
        return await self.missing(request, wishes(request))

    async def missing(self, request: web.Request, wanted: Sequence[str]) -> web.Response:
        """404 in the language nearest to the wishes, with the campaigns there are."""
        locale = self._reader.our_locale(wanted)

        async def make() -> Content:
            html = self._views.missing(locale, await self._campaigns.open())
            return responses.content(html, "text/html; charset=utf-8")

        found = await self._contents.get_or_make(("missing", locale), make)
        return responses.answer(
            request, found, self._headers.page, "no-store", HTTPStatus.NOT_FOUND
        )
