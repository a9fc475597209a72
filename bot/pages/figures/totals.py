"""Serves the total, as it is now and whenever it changes."""

import asyncio
import json
import re
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from aiohttp import hdrs, web

from bot.pages import responses
from bot.pages.facts import Facts, FactsReader
from bot.pages.figures.live_totals import LiveTotals, TooManyWatchers
from bot.pages.rendering import Renderer
from bot.pages.requests import RequestReader
from bot.pages.responses import Content, Contents, Headers
from handlers.dialogue.messages import Words
from handlers.domain.campaigns import Campaign
from storage.campaigns.campaigns import Campaigns

NUMBER = re.compile("<b>([^<>&]*)</b>")
"""What stands out in a sentence."""

PATIENCE = 20.0
"""Seconds that somebody may take to receive an event."""


class Totals:
    """The total and what belongs to it, for programs and for pages that are open."""

    def __init__(
        self,
        campaigns: Campaigns,
        reader: RequestReader,
        facts: FactsReader,
        renderer: Renderer,
        contents: Contents,
        headers: Headers,
    ) -> None:
        self._campaigns = campaigns
        self._reader = reader
        self._facts = facts
        self._renderer = renderer
        self._contents = contents
        self._headers = headers
        self._live = LiveTotals(self._watched)

    async def figures(self, request: web.Request) -> web.Response:
        """The total and what belongs to it, as JSON.

        Raises:
            web.HTTPNotFound: There is no such campaign.
        """
        campaign, locale = await self._reader.campaign_and_locale(request)
        found = await self._state(campaign, locale)
        headers = {**self._headers.shared, **responses.BY_LANGUAGE}
        return responses.answer(request, found, headers, responses.RUSH)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """The same as server-sent events: now, and whenever it changes; 503 for too many.

        Raises:
            web.HTTPNotFound: There is no such campaign.
        """
        campaign, locale = await self._reader.campaign_and_locale(request)
        events = self._live.follow(campaign.slug, locale)
        try:
            first = await anext(events)
        except TooManyWatchers:
            headers = {**self._headers.shared, "Retry-After": "60"}
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)
        response = web.StreamResponse(
            headers={
                **self._headers.shared,
                "Content-Type": "text/event-stream; charset=utf-8",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",  # or a proxy may hold events back until there are many
            }
        )
        try:
            await response.prepare(request)
            if request.method == hdrs.METH_HEAD:
                return response
            await _send(response, first)
            async for event in events:
                await _send(response, event)
        except (ConnectionError, TimeoutError):
            pass  # they have left
        finally:
            await events.aclose()
        return response

    async def close(self, app: web.Application) -> None:
        """End the connections of all who watch."""
        self._live.close()

    async def _state(self, campaign: Campaign, locale: str) -> Content:
        async def make() -> Content:
            state = self._figures(await self._facts.total(campaign, locale))
            now = datetime.now(UTC).isoformat(timespec="seconds")
            body = json.dumps({**state, "updated": now}, ensure_ascii=False).encode()
            # The same figures are the same answer, at whatever time they were read.
            return responses.content(body, "application/json", json.dumps(state).encode())

        return await self._contents.get_or_make(("state", campaign.slug, locale), make)

    async def _watched(self, slug: str, locale: str) -> bytes:
        """What watchers are told: without the time, or every look would be news."""
        campaign = await self._campaigns.get(slug)
        if campaign is None:
            raise LookupError(slug)
        state = self._figures(await self._facts.total(campaign, locale))
        return json.dumps(state, ensure_ascii=False).encode()

    def _figures(self, facts: Facts) -> dict[str, Any]:
        """The figures as JSON has them; `said` is for a page, whose `number` is in `total`."""
        locale = facts.locale
        total = Words("page-total", {"total": facts.total})
        number = NUMBER.search(self._renderer.texts.html(total, locale))
        return {
            "slug": facts.campaign.slug,
            "title": facts.alert.title,
            "status": facts.campaign.status,
            "total": facts.total,
            "milestone": facts.goal,
            "said": {
                "number": number[1] if number else "",
                "total": self._renderer.plain(total, locale),
                "goal": self._renderer.plain(Words("page-goal", {"milestone": facts.goal}), locale),
            },
        }


async def _send(response: web.StreamResponse, event: bytes) -> None:
    async with asyncio.timeout(PATIENCE):
        await response.write(event)
