"""Which address shows what. Every answer is made once and kept for a moment, for a rush."""

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus

from aiohttp import hdrs, web

from bot.channels.errors import Unavailable
from bot.drawing import qr, share_cards
from bot.pages import accept_language, growth_curve, responses
from bot.pages.figures.daily_figures import Daily
from bot.pages.figures.live_totals import Live, TooMany
from bot.pages.html.views import Facts, Views, today
from bot.pages.log.log_files import Crowded, LogFiles, Logs
from bot.pages.pictures.scaling import WIDTHS, Pictures
from bot.pages.responses import Content
from bot.pages.single_flight_cache import Kept
from bot.texts.texts import FALLBACK, Texts
from handlers.domain import invites
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import largest
from handlers.supporter.sharing import apps
from storage.campaigns.campaigns import Campaigns
from storage.database import OUTAGES

log = logging.getLogger(__name__)

FRESH = 1.0
"""Seconds for which a page or a figure is shown again as it is."""

RUSH = "public, max-age=5, stale-while-revalidate=30"
"""For what changes with each signature: a cache in front may answer in our place."""

A_WHILE = "public, max-age=300"
"""For pictures of the total: messengers ask for them once anyway."""

FOR_GOOD = "public, max-age=31536000, immutable"

SLUG = "{slug:[a-z0-9-]{1,24}}"
LOCALE = "{locale:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}}"

TAG = re.compile(r"[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,7}", re.ASCII)

PATHS = ("/c/", "/assets/")
"""All that is served here is below these."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

Link = Callable[[str], Awaitable[str]]
"""From a payload to the link that opens the bot with it; may raise Unavailable."""

BY_LANGUAGE = {"Vary": "Accept-Language"}


def today_in_utc() -> date:
    """The day by which days are counted."""
    return datetime.now(UTC).date()


class Pages:
    """The public pages of all campaigns."""

    def __init__(
        self,
        campaigns: Campaigns,
        logs: Logs,
        texts: Texts,
        public_url: str,
        link: Link,
        signed_every: timedelta,
        today: Callable[[], date] = today_in_utc,
    ) -> None:
        """`public_url` is where people reach this server, without a path.

        `signed_every` is how often the public logs sign a checkpoint.
        """
        self._campaigns = campaigns
        self._logs = LogFiles(logs)
        self._signed_every = signed_every
        self._link = link
        self._known = texts.known
        self._views = Views(texts, public_url)
        self._pictures = Pictures(campaigns.picture)
        self._daily = Daily(campaigns.figures, today)
        self._live = Live(self._look)
        self._assets = {
            name: responses.content(each.body, each.media_type)
            for name, each in self._views.assets.items()
        }
        # Whatever people ask for, these have no more entries than campaigns have faces.
        self._contents: Kept[tuple[str, ...], Content] = Kept(1024, FRESH)
        self._drawn: Kept[tuple[object, ...], Content] = Kept(64)
        secure = public_url.startswith("https://")
        transport = {"Strict-Transport-Security": "max-age=31536000"} if secure else {}
        self._page_headers = {**responses.PAGE, **BY_LANGUAGE, **transport}
        self._log_headers = {**responses.SILENT, **BY_LANGUAGE, **transport}
        self._frame_headers = {**responses.FRAME, **BY_LANGUAGE, **transport}
        self._shared_headers = {**responses.SHARED, **transport}

    def add_routes(self, app: web.Application) -> None:
        """Serve below `/c/` and `/assets/`."""
        responses.name_no_versions()
        for path, handler in {
            f"/c/{SLUG}": self.page,
            f"/c/{SLUG}.json": self.figures,
            f"/c/{SLUG}/events": self.events,
            f"/c/{SLUG}/badge.svg": self.badge,
            f"/c/{SLUG}/embed": self.embed,
            f"/c/{SLUG}/qr.{{kind:svg|png}}": self.qr_code,
            f"/c/{SLUG}/picture": self.picture,
            f"/c/{SLUG}/picture/{{width:{'|'.join(map(str, WIDTHS))}}}": self.picture,
            f"/c/{SLUG}/mark": self.mark,
            f"/c/{SLUG}/card/{LOCALE}.png": self.card,
            f"/c/{SLUG}/log": self.log,
            f"/c/{SLUG}/{LOCALE}/log": self.log,
            f"/c/{SLUG}/log/{{file:checkpoint|key}}": self.log_file,
            f"/c/{SLUG}/log/{{tile:tile/[a-z0-9./]{{1,60}}}}": self.log_tile,
            f"/c/{SLUG}/{LOCALE}": self.page,
            f"/c/{SLUG}/": self.slashed,
            f"/c/{SLUG}/{LOCALE}/": self.slashed,
            f"/c/{SLUG}/{LOCALE}/log/": self.slashed,
            "/assets/{version:[0-9a-f]{12}}/{name:[a-z]+\\.[a-z]+}": self.asset,
            "/c{rest:(?:/.*)?}": self.nothing,
        }.items():
            app.router.add_get(path, _patient(handler))
        app.on_shutdown.append(self._close)

    # What people read.

    async def page(self, request: web.Request) -> web.Response:
        """A campaign in a language: that of the path, of `?lang=`, or of the browser."""
        wishes = _wishes(request)
        campaign = await self._campaigns.get(request.match_info["slug"])
        if campaign is None:
            return await self._missing(request, wishes)
        if (locale := request.match_info.get("locale", "")) and not self._speaks(campaign, locale):
            return await self._missing(request, wishes)
        locale = locale or self._locale(campaign, wishes)
        country = accept_language.region(wishes, locale) or next(
            iter(self._known[locale].countries), ""
        )
        # One page for all countries with the same habits.
        habit = " ".join(app.id for app in apps.order(country))

        async def make() -> Content:
            facts = await self._facts(campaign, locale, country)
            link = await self._link(invites.page(campaign.slug))
            html = await asyncio.to_thread(self._views.page, facts, link)
            return responses.content(html, "text/html; charset=utf-8")

        found = await self._contents.get_or_make(("page", campaign.slug, locale, habit), make)
        return responses.answer(request, found, self._page_headers, RUSH)

    async def embed(self, request: web.Request) -> web.Response:
        """The counter that other sites show in a frame."""
        wishes = _wishes(request)
        campaign = await self._campaigns.get(request.match_info["slug"])
        if campaign is None:
            return await self._missing(request, wishes)
        locale = self._locale(campaign, wishes)

        async def make() -> Content:
            html = self._views.embed(await self._counted(campaign, locale))
            return responses.content(html, "text/html; charset=utf-8")

        found = await self._contents.get_or_make(("embed", campaign.slug, locale), make)
        return responses.answer(request, found, self._frame_headers, RUSH)

    async def log(self, request: web.Request) -> web.Response:
        """What the campaign's public log proves, and what checks a receipt without sending it.

        Its languages stand before `log`: what stands behind it is a log's, for programs. It can
        be read in all of ours, for whoever checks need not be whom the campaign speaks to.
        """
        wishes = _wishes(request)
        campaign = await self._campaigns.get(request.match_info["slug"])
        locale = request.match_info.get("locale", "")
        if campaign is None or (locale and locale not in self._known):
            return await self._missing(request, wishes)
        own = campaign.default_locale
        locale = locale or accept_language.choose(
            wishes, self._known, own if own in self._known else FALLBACK
        )

        async def make() -> Content:
            facts = Facts(campaign, locale, 0, mark=await self._pictures.mark(campaign.mark))
            try:
                state = await self._logs.state(campaign)
            except LookupError:
                state = None
            due = state.due(self._signed_every, datetime.now(UTC)) if state else None
            html = await asyncio.to_thread(self._views.log, facts, state, due)
            return responses.content(html, "text/html; charset=utf-8")

        found = await self._contents.get_or_make(("log", campaign.slug, locale), make)
        return responses.answer(request, found, self._log_headers, RUSH)

    async def slashed(self, request: web.Request) -> web.Response:
        """The page itself, for links that somebody has ended with a slash."""
        there = request.rel_url.with_path(request.path.rstrip("/"), keep_query=True)
        raise web.HTTPPermanentRedirect(there, headers=self._page_headers)

    async def nothing(self, request: web.Request) -> web.Response:
        """404 for any other path, with what there is instead."""
        return await self._missing(request, _wishes(request))

    # Figures.

    async def figures(self, request: web.Request) -> web.Response:
        """The total and what belongs to it, as JSON."""
        campaign, locale = await self._meant(request)
        found = await self._state(campaign, locale)
        headers = {**self._shared_headers, **BY_LANGUAGE}
        return responses.answer(request, found, headers, RUSH)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """The same as server-sent events: now, and whenever it changes."""
        campaign, locale = await self._meant(request)
        events = self._live.follow(campaign.slug, locale)
        try:
            first = await anext(events)
        except TooMany:
            headers = {**self._shared_headers, "Retry-After": "60"}
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)
        response = web.StreamResponse(
            headers={
                **self._shared_headers,
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

    # The public log, for programs.

    async def log_file(self, request: web.Request) -> web.Response:
        """A log's newest checkpoint, or its verifier key."""
        campaign, _ = await self._meant(request)
        try:
            if request.match_info["file"] == "key":
                found = await self._logs.key(campaign)
            else:
                found = await self._logs.checkpoint(campaign)
        except LookupError:
            raise self._not_yet() from None
        return responses.answer(request, found, self._shared_headers, RUSH)

    async def log_tile(self, request: web.Request) -> web.Response:
        """A tile of a log, or a bundle of its entries."""
        campaign, _ = await self._meant(request)
        try:
            found = await self._logs.tile(campaign, request.match_info["tile"])
        except LookupError:
            raise self._not_yet() from None
        except Crowded:
            headers = {**self._shared_headers, "Retry-After": "2", "Cache-Control": "no-store"}
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)
        return responses.answer(request, found, self._shared_headers, FOR_GOOD)

    # Pictures.

    async def badge(self, request: web.Request) -> web.Response:
        """The total as a small picture."""
        campaign, locale = await self._meant(request)

        async def make() -> Content:
            facts = await self._counted(campaign, locale)
            svg = await asyncio.to_thread(self._views.badge, facts)
            return responses.content(svg, "image/svg+xml")

        found = await self._contents.get_or_make(("badge", campaign.slug, locale), make)
        return responses.answer(request, found, {**self._shared_headers, **BY_LANGUAGE}, RUSH)

    async def card(self, request: web.Request) -> web.Response:
        """The share card, drawn anew only when what it shows has moved."""
        campaign = await self._campaigns.get(request.match_info["slug"])
        locale = request.match_info["locale"]
        if campaign is None or not self._speaks(campaign, locale):
            raise web.HTTPNotFound(headers=self._shared_headers)
        total = share_cards.visible((await self._campaigns.totals(campaign)).world)
        card = self._views.card(Facts(campaign, locale, total))

        async def make() -> Content:
            try:
                mark = await self._pictures.drawable(campaign.mark)
            except LookupError:
                mark = None
            return responses.content(
                await asyncio.to_thread(share_cards.draw, card, mark), "image/png"
            )

        found = await self._drawn.get_or_make((campaign.slug, campaign.mark, card), make)
        return responses.answer(request, found, self._shared_headers, A_WHILE)

    async def qr_code(self, request: web.Request) -> web.Response:
        """The code that opens the bot at this campaign."""
        campaign, _ = await self._meant(request)
        link = await self._link(invites.page(campaign.slug))
        svg = request.match_info["kind"] == "svg"
        found = responses.content(
            qr.svg(link) if svg else qr.png(link), "image/svg+xml" if svg else "image/png"
        )
        return responses.answer(request, found, self._shared_headers, A_WHILE)

    async def picture(self, request: web.Request) -> web.Response:
        """The campaign's picture, as it is or in a width of WIDTHS."""
        campaign, _ = await self._meant(request)
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
            raise web.HTTPNotFound(headers=self._shared_headers) from None
        return responses.answer(request, found, self._shared_headers, A_WHILE)

    async def mark(self, request: web.Request) -> web.Response:
        """The organisation's own mark, as the page shows it."""
        campaign, _ = await self._meant(request)
        sha = campaign.mark

        async def make() -> Content:
            return responses.content(await self._pictures.small(sha), "image/webp")

        try:
            found = await self._drawn.get_or_make(("mark", sha), make)
        except LookupError:
            raise web.HTTPNotFound(headers=self._shared_headers) from None
        return responses.answer(request, found, self._shared_headers, A_WHILE)

    async def asset(self, request: web.Request) -> web.Response:
        """A file that pages load."""
        name = request.match_info["name"]
        found = self._assets.get(name)
        if found is None:
            raise web.HTTPNotFound(headers=self._shared_headers)
        # An old version's address shows the new one, which is not to be kept under it.
        right = request.match_info["version"] == self._views.assets[name].version
        return responses.answer(request, found, self._shared_headers, FOR_GOOD if right else RUSH)

    # Behind all of them.

    def _not_yet(self) -> web.HTTPNotFound:
        """404 that no cache keeps: the next checkpoint may show what is asked for."""
        return web.HTTPNotFound(headers={**self._shared_headers, "Cache-Control": "no-store"})

    async def _meant(self, request: web.Request) -> tuple[Campaign, str]:
        """The campaign and the language; 404 where there is no such campaign."""
        wishes = _wishes(request)
        campaign = await self._campaigns.get(request.match_info["slug"])
        if campaign is None:
            raise web.HTTPNotFound(headers=self._shared_headers)
        return campaign, self._locale(campaign, wishes)

    def _speaks(self, campaign: Campaign, locale: str) -> bool:
        return locale in campaign.texts and locale in self._known

    def _locale(self, campaign: Campaign, wishes: list[str]) -> str:
        offered = [tag for tag in self._known if tag in campaign.texts]
        own = campaign.default_locale
        return accept_language.choose(wishes, offered, own if own in offered else FALLBACK)

    async def _counted(self, campaign: Campaign, locale: str) -> Facts:
        return Facts(campaign, locale, (await self._campaigns.totals(campaign)).world)

    async def _facts(self, campaign: Campaign, locale: str, country: str) -> Facts:
        total = (await self._campaigns.totals(campaign)).world
        look = await self._daily.look(campaign)
        drawn = look.figures
        is_open = campaign.status == "open"
        shown, elsewhere = largest(drawn.world, drawn.countries, growth_curve.ROWS, campaign.fewest)
        return Facts(
            campaign,
            locale,
            total,
            curve=growth_curve.curve(
                drawn.days,
                today(drawn.days, look.day, running=campaign.running),
                mirrored=self._known[locale].direction == "rtl",
            ),
            places=shown,
            elsewhere=elsewhere,
            photo=await self._pictures.photo(campaign.picture),
            mark=await self._pictures.mark(campaign.mark),
            others=() if is_open else await self._campaigns.open(),
            country=country,
        )

    async def _state(self, campaign: Campaign, locale: str) -> Content:
        async def make() -> Content:
            state = self._views.state(await self._counted(campaign, locale))
            now = datetime.now(UTC).isoformat(timespec="seconds")
            body = json.dumps({**state, "updated": now}, ensure_ascii=False).encode()
            # The same figures are the same answer, at whatever time they were read.
            return responses.content(body, "application/json", json.dumps(state).encode())

        return await self._contents.get_or_make(("state", campaign.slug, locale), make)

    async def _look(self, slug: str, locale: str) -> bytes:
        """What watchers are told: without the time, or every look would be news."""
        campaign = await self._campaigns.get(slug)
        if campaign is None:
            raise LookupError(slug)
        state = self._views.state(await self._counted(campaign, locale))
        return json.dumps(state, ensure_ascii=False).encode()

    async def _missing(self, request: web.Request, wishes: list[str]) -> web.Response:
        locale = accept_language.choose(wishes, self._known, FALLBACK)

        async def make() -> Content:
            html = self._views.missing(locale, await self._campaigns.open())
            return responses.content(html, "text/html; charset=utf-8")

        found = await self._contents.get_or_make(("missing", locale), make)
        return responses.answer(
            request, found, self._page_headers, "no-store", HTTPStatus.NOT_FOUND
        )

    async def _close(self, app: web.Application) -> None:
        self._live.close()


def _patient(handler: Handler) -> Handler:
    """The handler; where SQL or the messenger does not answer, people are asked to come again."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (Unavailable, *OUTAGES) as outage:
            log.warning("A page cannot be shown (%s)", type(outage).__name__)
            headers = {**responses.SHARED, "Retry-After": "5", "Cache-Control": "no-store"}
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)

    return handle


def _wishes(request: web.Request) -> list[str]:
    """The languages somebody wants, the most wanted first. Nonsense is 400."""
    given: Mapping[str, str] = request.query
    if "lang" in given:
        if not TAG.fullmatch(given["lang"]):
            raise web.HTTPBadRequest(text="lang is no language tag\n", headers=responses.SHARED)
        return [given["lang"].replace("_", "-")]
    try:
        return accept_language.wishes(request.headers.get("Accept-Language", ""))
    except accept_language.UnreadableHeader:
        raise web.HTTPBadRequest(
            text="Accept-Language cannot be read\n", headers=responses.SHARED
        ) from None


PATIENCE = 20.0
"""Seconds that somebody may take to receive an event."""


async def _send(response: web.StreamResponse, event: bytes) -> None:
    async with asyncio.timeout(PATIENCE):
        await response.write(event)
