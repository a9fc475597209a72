"""The HTTP side of the Bot API: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from __future__ import annotations

import asyncio
import hmac
import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.simulator.bot_api.api import METHODS, BotApi, Call
from bot.simulator.bot_api.params import Params, read_params
from bot.simulator.errors import ApiError, Json, too_many_requests
from bot.simulator.world.mischief import Mischief

MAX_BODY = 60_000_000
LONGEST_POLL = 50.0
_OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
_WEBHOOK_SET = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class ApiServer:
    """Answers the bot's HTTP requests."""

    def __init__(self, api: BotApi, mischief: Mischief, token: str) -> None:
        self._api = api
        self._mischief = mischief
        self._token = token
        self._poll = 0
        self._news = asyncio.Event()
        api.updates.listen(self._news.set)

    def add_routes(self, app: web.Application) -> None:
        """Register both addresses."""
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)

    def close_polls(self) -> None:
        """End every getUpdates that waits, for a quick shutdown."""
        self._poll += 1
        self._news.set()

    def _check_token(self, request: web.Request) -> None:
        given = request.match_info["token"].encode()
        if not hmac.compare_digest(given, self._token.encode()):
            raise ApiError(401, "Unauthorized")

    async def _call(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            params = await read_params(request)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        chat_id = str(params.values.get("chat_id", ""))
        self._api.in_flight[chat_id] += 1
        try:
            return await self._answered(request, params)
        finally:
            self._api.in_flight[chat_id] -= 1

    async def _answered(self, request: web.Request, params: Params) -> web.StreamResponse:
        name = request.match_info["method"]
        try:
            if order := self._mischief.take(("delay",), name):
                await asyncio.sleep(order[1])
            if order := self._mischief.take(("flood", "fail", "drop before"), name):
                self._misbehave(request, name, params, *order)
            run = self._get_updates if name.lower() == "getupdates" else self._perform
            result = await run(name, params)
            if self._mischief.take(("drop after",), name):
                self._hang_up(request)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        return web.json_response({"ok": True, "result": result})

    def _misbehave(
        self, request: web.Request, name: str, params: Params, kind: str, value: float
    ) -> None:
        if kind == "drop before":
            self._hang_up(request)
        error = too_many_requests(int(value))
        if kind == "fail":
            error = ApiError(int(value), "Bad Gateway" if value == 502 else "Internal Server Error")
        self._api.calls.append(Call(name, params.shown(), time.time(), error=error))
        raise error

    @staticmethod
    def _hang_up(request: web.Request) -> None:
        if request.transport is not None:
            request.transport.abort()
        raise ConnectionResetError("hung up to order")

    async def _perform(self, name: str, params: Params) -> Any:
        return self._api.perform(name, params)

    async def _get_updates(self, name: str, params: Params) -> list[Json]:
        """Wait for updates; a second getUpdates ends the first, as Telegram has it."""
        if self._api.webhook.url:
            raise ApiError(409, _WEBHOOK_SET)
        self._poll += 1
        mine = self._poll
        self._news.set()
        seconds = min(float(params.integer("timeout", default=0)), LONGEST_POLL)
        deadline = time.monotonic() + seconds
        result: list[Json] = self._api.perform(name, params)
        later = Params({key: params.values[key] for key in ("limit",) if key in params.values})
        while not result:
            left = deadline - time.monotonic()
            if left <= 0:
                break
            self._news.clear()
            await _within(self._news.wait, left)
            if mine != self._poll:
                self._news.set()
                raise ApiError(409, _OTHER_POLL)
            if self._api.webhook.url:
                raise ApiError(409, _WEBHOOK_SET)
            result = METHODS["getupdates"].run(self._api, later)
        return result

    async def _download(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request)
            file = self._api.world.files.at(request.match_info["path"])
            if file is None:
                raise ApiError(404, "Not Found")
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        return web.Response(
            body=self._api.world.files.read(file), content_type="application/octet-stream"
        )


async def _within(wait: Callable[[], Awaitable[Any]], seconds: float) -> None:
    try:
        await asyncio.wait_for(wait(), seconds)
    except TimeoutError:
        return
