"""`python -m bot web`: webhooks, public pages, health and metrics, in many processes."""

import asyncio
import json
import logging
import secrets
from contextlib import suppress
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from aiogram.exceptions import AiogramError
from aiohttp import web
from aiohttp.abc import AbstractAccessLogger

from bot.app import container
from bot.app.container import Assembly
from bot.channels.errors import Unavailable
from bot.channels.telegram.client import as_json
from bot.channels.telegram.links import deep_link
from bot.channels.telegram.profile import announce, announce_profile, webhook
from bot.jobs import counting, funnel
from bot.pages import Pages
from bot.pages.routes import PATHS
from bot.process import lifecycle
from bot.process.errors import SettingsError
from bot.settings import Settings
from handlers.steps import COMMANDS
from storage import migrations

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name

LARGEST_UPDATE = 512 * 1024
"""Bytes. Telegram's updates are far smaller."""

PATIENCE = 5.0
"""Seconds in which SQL and Redis have to answer for this process to be healthy."""

SHUTDOWN = 25.0
"""Seconds that work in flight has to finish: platforms kill after 30."""

OWN_PATHS = {"/health", "/metrics"}


class Web:
    """The HTTP side of a process."""

    def __init__(self, parts: Assembly) -> None:
        self._parts = parts
        self._secret = parts.settings.secret.encode()
        token = parts.settings.metrics_token
        self._metrics_token = token.get_secret_value().encode() if token else b""

    def application(self) -> web.Application:
        """Its routes."""
        path = self._parts.settings.webhook_path
        if path in OWN_PATHS or f"{path}/".startswith(PATHS):
            raise SettingsError(f"WEBHOOK_URL: its path {path} is taken: choose another.")
        app = web.Application(client_max_size=LARGEST_UPDATE)
        app.router.add_post(path, self.update, name="webhook")
        public_pages(self._parts).add_routes(app)
        app.router.add_get("/health", self.health, name="health")
        app.router.add_get("/metrics", self.metrics, name="metrics")
        return app

    async def update(self, request: web.Request) -> web.Response:
        """Take up an update; 200 once it is durable, 503 where it has to come again."""
        if not secrets.compare_digest(_header(request, SECRET_HEADER), self._secret):
            self._parts.metrics.error("secret")
            return _refuse(HTTPStatus.UNAUTHORIZED)
        if request.content_type != "application/json":
            return _refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        if (request.content_length or 0) > LARGEST_UPDATE:
            return _refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError):
            return _refuse(HTTPStatus.BAD_REQUEST)
        if not isinstance(update, dict):
            return _refuse(HTTPStatus.BAD_REQUEST)
        telegram = self._parts.telegram
        try:
            method = await telegram.process(update)
        except Unavailable:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        if method is None:
            return web.Response()
        # Nobody would hear of it if Telegram refused the answer.
        answer = None if telegram.caller.unsure else as_json(self._parts.bot, method)
        if answer is None:
            await telegram.caller.call(method)
            return web.Response()
        telegram.caller.count(method)
        return web.json_response(answer)

    async def health(self, request: web.Request) -> web.Response:
        """200 when SQL and Redis answer, 503 otherwise."""
        storage = self._parts.storage
        try:
            async with asyncio.timeout(PATIENCE):
                await migrations.ready(storage.database)
                await storage.redis.ping()
        except Exception as fault:
            log.warning("Not healthy: %s", type(fault).__name__)
            return web.Response(text="unavailable\n", status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response(text="ok\n")

    async def metrics(self, request: web.Request) -> web.Response:
        """Counts, in Prometheus' text format, for whoever has METRICS_TOKEN.

        Looked at often enough they tell when somebody signs. To others there is nothing here.
        """
        scheme, _, given = _header(request, "Authorization").partition(b" ")
        allowed = secrets.compare_digest(given.strip(), self._metrics_token)
        if not (self._metrics_token and scheme.lower() == b"bearer" and allowed):
            raise web.HTTPNotFound
        body = self._parts.metrics.text().encode()
        headers = {"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        return web.Response(body=body, headers=headers)


def public_pages(parts: Assembly) -> Pages:
    """The public pages, whose buttons open the bot in Telegram."""

    async def link(payload: str) -> str:
        try:
            return deep_link((await parts.bot.me()).username or "", payload)
        except AiogramError as fault:
            raise Unavailable("Telegram does not answer") from fault

    return Pages(
        parts.storage.campaigns,
        parts.storage.log_reader,
        parts.texts,
        parts.settings.public,
        link,
        timedelta(minutes=parts.settings.checkpoint_minutes),
    )


def _header(request: web.Request, name: str) -> bytes:
    """What was sent in that header, for `compare_digest`, which takes no text beyond ASCII."""
    return request.headers.get(name, "").encode("utf-8", "surrogateescape")


def _refuse(status: HTTPStatus) -> web.Response:
    """Say no without reading on."""
    response = web.Response(status=status)
    response.force_close()
    return response


class AccessLog(AbstractAccessLogger):
    """Which route was asked for and how it ended; neither addresses nor paths."""

    @property
    def enabled(self) -> bool:
        """Only where somebody looks for trouble: the metrics tell the rest."""
        return log.isEnabledFor(logging.DEBUG)

    def log(self, request: web.BaseRequest, response: web.StreamResponse, time: float) -> None:
        """Write one line."""
        match: Any = None
        with suppress(AssertionError):  # of what was no HTTP, there is none
            match = getattr(request, "match_info", None)
        route = getattr(getattr(match, "route", None), "name", None) or "elsewhere"
        log.debug("%s %s %s, %s ms", request.method, route, response.status, int(time * 1000))


def server(parts: Assembly) -> web.AppRunner:
    """What answers on the port."""
    return web.AppRunner(
        Web(parts).application(),
        access_log_class=AccessLog,
        shutdown_timeout=SHUTDOWN,
        # Telegram compresses nothing; unpacking what a stranger sends would take our time.
        auto_decompress=False,
    )


async def serve(settings: Settings) -> None:
    """Serve until Ctrl-C or SIGTERM, then finish what is in flight.

    Raises SettingsError or StorageFault where it cannot start, or Telegram refuses the token.
    """
    stop = lifecycle.stop_on_signals()
    async with container.assemble(settings, settings.redis_url) as parts:
        runner = server(parts)
        await runner.setup()
        tasks: list[asyncio.Task[None]] = []
        try:
            await _listen(runner, settings)
            tasks = [
                asyncio.create_task(_introduce(parts)),
                asyncio.create_task(counting.count(parts.storage.sequencer, parts.metrics)),
                asyncio.create_task(parts.storage.send_budget.keep()),
                asyncio.create_task(funnel.keep_funnel(parts.storage.funnel, parts.metrics)),
            ]
            lifecycle.settle()
            log.info("Serving on port %s", settings.port)
            await lifecycle.until(stop, *tasks)
        finally:
            await lifecycle.end(*tasks)
            await runner.cleanup()
    log.info("Stopped")


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as fault:
        raise SettingsError(
            f"HOST and PORT: port {settings.port} cannot be used ({fault.strerror}):"
            " set PORT to a free one."
        ) from None


async def _introduce(parts: Assembly) -> None:
    """Tell Telegram where updates go, and what the bot is."""
    settings = parts.settings
    await announce(parts.bot, [webhook(settings.webhook_url, settings.secret)])
    await announce_profile(parts.bot, parts.texts, COMMANDS, parts.storage.shared_cache)
