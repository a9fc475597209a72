"""Sends updates to the bot's webhook, as the Bot API's setWebhook describes.

Anything but a 2xx answer is tried again with growing pauses. Updates of one chat go one after
the other; at most `max_connections` are on their way at once. An answer may itself be a call
("Making requests when getting updates"); how that call ends is not told to the bot.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time

import aiohttp

from bot.simulator.bot_api.api import BotApi
from bot.simulator.bot_api.params import read_params
from bot.simulator.errors import ApiError
from bot.simulator.world.updates import Waiting

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (a header's name)
LONGEST_PAUSE = 30.0


class WebhookSender:
    """Delivers what waits in the line of updates for as long as there is an address."""

    def __init__(self, api: BotApi, *, first_pause: float = 0.2, timeout: float = 60.0) -> None:
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.last_error_message = ""
        self.last_error_at = 0.0
        self.deliveries = 0
        """How many requests have been made to the webhook."""
        self._api = api
        self._first_pause = first_pause
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._tasks: set[asyncio.Task[None]] = set()
        self._poke = asyncio.Event()
        self._session: aiohttp.ClientSession | None = None
        api.updates.listen(self._send_what_is_ready)

    def start(self) -> None:
        """Begin to deliver; needs a running event loop."""
        self._session = aiohttp.ClientSession(timeout=self._timeout, trust_env=False)
        self._send_what_is_ready()

    async def stop(self) -> None:
        """Stop; what was not delivered waits on."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def point_at(self, url: str, secret: str, max_connections: int) -> None:
        """Deliver to this address from now on, and at once; an empty one stops deliveries."""
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self.last_error_message = ""
        self._poke.set()
        self._poke.clear()
        self._send_what_is_ready()

    def _send_what_is_ready(self) -> None:
        if not self.url or self._session is None:
            return
        while len(self._tasks) < self.max_connections:
            entry = self._api.updates.ready()
            if entry is None:
                return
            entry.busy = True
            task = asyncio.create_task(self._deliver(self._session, entry))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            task.add_done_callback(lambda _: self._send_what_is_ready())

    async def _deliver(self, session: aiohttp.ClientSession, entry: Waiting) -> None:
        pause = self._first_pause
        while self.url:
            trouble = await self._try(session, entry)
            if not trouble:
                self._api.updates.done(entry)
                return
            self.last_error_message, self.last_error_at = trouble, time.time()
            log.info("simulator: the webhook did not take an update: %s", trouble)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._poke.wait(), pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        entry.busy = False

    async def _try(self, session: aiohttp.ClientSession, entry: Waiting) -> str:
        """Deliver once; the answer says what went wrong, in Telegram's words."""
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        self.deliveries += 1
        try:
            async with session.post(self.url, json=entry.update, headers=headers) as response:
                if not 200 <= response.status < 300:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                await self._run_answer(response)
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientConnectorError:
            return "Connection refused"
        except aiohttp.ClientError as error:
            return f"Connection failed: {type(error).__name__}"
        return ""

    async def _run_answer(self, response: aiohttp.ClientResponse) -> None:
        try:
            params = await read_params(response)
        except ApiError:
            return  # An answer that is no call is fine: it was only "yes, I have it".
        name = params.text("method")
        if not name:
            return
        del params.values["method"]
        try:
            self._api.perform(name, params)
        except ApiError as error:
            self._api.complain(f"{name} in the webhook's answer failed: {error.description}")
