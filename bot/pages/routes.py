"""Which address shows what. Every answer is made once and kept for a moment, for a rush."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus

from aiohttp import web

from bot.channels.errors import Unavailable
from bot.pages import responses
from bot.pages.facts import FactsReader
from bot.pages.figures.daily_figures import DailyFigures
from bot.pages.figures.totals import Totals
from bot.pages.html.assets import AssetFiles
from bot.pages.html.campaign_pages import CampaignPages
from bot.pages.html.campaign_views import CampaignViews
from bot.pages.html.log_page import LogPage
from bot.pages.log.log_downloads import LogDownloads
from bot.pages.log.log_files import LogFiles, Logs
from bot.pages.pictures.images import Images
from bot.pages.pictures.scaling import WIDTHS, Pictures
from bot.pages.rendering import Link, Renderer
from bot.pages.requests import RequestReader
from bot.pages.responses import Contents
from bot.texts.texts import Texts
from storage.campaigns.campaigns import Campaigns
from storage.database import OUTAGES

log = logging.getLogger(__name__)

SLUG = "{slug:[a-z0-9-]{1,24}}"
LOCALE = "{locale:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}}"

PATHS = ("/c/", "/assets/")
"""All that is served here is below these."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def today_in_utc() -> date:
    """The day in UTC, by which days are counted."""
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
        headers = responses.headers(public_url)
        reader = RequestReader(campaigns, texts.known, headers.shared)
        renderer = Renderer(texts, public_url)
        pictures = Pictures(campaigns.picture)
        facts = FactsReader(
            campaigns, DailyFigures(campaigns.figures, today), pictures, texts.known
        )
        self._logs = LogFiles(logs)
        # Whatever people ask for, it has no more entries than campaigns have faces.
        self._contents = Contents(1024, responses.FRESH)
        self._html = CampaignPages(
            campaigns, reader, facts, CampaignViews(renderer), link, self._contents, headers
        )
        self._log_page = LogPage(
            reader,
            self._logs,
            pictures,
            renderer,
            signed_every,
            self._html.missing,
            self._contents,
            headers,
        )
        self._totals = Totals(campaigns, reader, facts, renderer, self._contents, headers)
        self._images = Images(reader, facts, pictures, renderer, link, self._contents, headers)
        self._downloads = LogDownloads(reader, self._logs, headers)
        self._assets = AssetFiles(renderer.assets, headers)

    def add_routes(self, app: web.Application) -> None:
        """Serve below `/c/` and `/assets/`."""
        responses.name_no_versions()
        for path, handler in {
            f"/c/{SLUG}": self._html.page,
            f"/c/{SLUG}.json": self._totals.figures,
            f"/c/{SLUG}/events": self._totals.events,
            f"/c/{SLUG}/badge.svg": self._images.badge,
            f"/c/{SLUG}/embed": self._html.embed,
            f"/c/{SLUG}/qr.{{kind:svg|png}}": self._images.qr_code,
            f"/c/{SLUG}/picture": self._images.picture,
            f"/c/{SLUG}/picture/{{width:{'|'.join(map(str, WIDTHS))}}}": self._images.picture,
            f"/c/{SLUG}/mark": self._images.mark,
            f"/c/{SLUG}/card/{LOCALE}.png": self._images.card,
            f"/c/{SLUG}/log": self._log_page.log,
            f"/c/{SLUG}/{LOCALE}/log": self._log_page.log,
            f"/c/{SLUG}/log/{{file:checkpoint|key}}": self._downloads.log_file,
            f"/c/{SLUG}/log/{{tile:tile/[a-z0-9./]{{1,60}}}}": self._downloads.log_tile,
            f"/c/{SLUG}/{LOCALE}": self._html.page,
            f"/c/{SLUG}/": self._html.slashed,
            f"/c/{SLUG}/{LOCALE}/": self._html.slashed,
            f"/c/{SLUG}/{LOCALE}/log/": self._html.slashed,
            "/assets/{version:[0-9a-f]{12}}/{name:[a-z]+\\.[a-z]+}": self._assets.asset,
            "/c{rest:(?:/.*)?}": self._html.nothing,
        }.items():
            app.router.add_get(path, _patient(handler))
        app.on_shutdown.append(self._totals.close)


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
