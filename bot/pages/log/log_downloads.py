"""Serves a public log to programs, at the addresses of C2SP tlog-tiles."""

from http import HTTPStatus

from aiohttp import web

from bot.pages import responses
from bot.pages.log.log_files import LogFiles, TooManyReaders
from bot.pages.requests import RequestReader
from bot.pages.responses import Headers


class LogDownloads:
    """A log's checkpoint, key, tiles and bundles."""

    def __init__(self, reader: RequestReader, logs: LogFiles, headers: Headers) -> None:
        self._reader = reader
        self._logs = logs
        self._headers = headers

    async def log_file(self, request: web.Request) -> web.Response:
        """A log's newest checkpoint, or its verifier key, as `{file}` of the path says.

        Raises:
            web.HTTPNotFound: There is no such campaign, or no log yet.
        """
        campaign, _ = await self._reader.campaign_and_locale(request)
        try:
            if request.match_info["file"] == "key":
                found = await self._logs.key(campaign)
            else:
                found = await self._logs.checkpoint(campaign)
        except LookupError:
            raise self._not_yet() from None
        return responses.answer(request, found, self._headers.shared, responses.RUSH)

    async def log_tile(self, request: web.Request) -> web.Response:
        """A tile of a log, or a bundle of its entries; 503 where too many are asked for at once.

        Raises:
            web.HTTPNotFound: There is no such campaign, or no checkpoint shows that tile yet.
        """
        campaign, _ = await self._reader.campaign_and_locale(request)
        try:
            found = await self._logs.tile(campaign, request.match_info["tile"])
        except LookupError:
            raise self._not_yet() from None
        except TooManyReaders:
            headers = {**self._headers.shared, "Retry-After": "2", "Cache-Control": "no-store"}
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)
        return responses.answer(request, found, self._headers.shared, responses.FOR_GOOD)

    def _not_yet(self) -> web.HTTPNotFound:
        """404 that no cache keeps: the next checkpoint may show what is asked for."""
        return web.HTTPNotFound(headers={**self._headers.shared, "Cache-Control": "no-store"})
