"""The simulator: a local messenger with one bot, its people, and its HTTP server."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from aiohttp import web

from bot.simulator.bot_api import methods  # noqa: F401  (registers the methods)
from bot.simulator.bot_api.api import BotApi, Call
from bot.simulator.bot_api.limits import FloodControl, Rates
from bot.simulator.bot_api.server import MAX_BODY, ApiServer
from bot.simulator.bot_api.webhook import WebhookSender
from bot.simulator.errors import Json
from bot.simulator.page.control import Page
from bot.simulator.people.person import Group, Person
from bot.simulator.world.acts import Acts
from bot.simulator.world.mischief import Mischief
from bot.simulator.world.persistence import Keeper
from bot.simulator.world.updates import Updates
from bot.simulator.world.world import Bot, Chat, World

log = logging.getLogger(__name__)

TOKEN = "424242:simulated-token-for-this-machine-only"  # noqa: S105  (no secret: nothing real)
USERNAME = "porte_voix_demo_bot"
QUIET_WEBHOOK = 0.02
QUIET_POLLING = 0.15
_TICK = 0.01


class Newcomer(NamedTuple):
    """Somebody who is there from the start."""

    name: str
    language: str = "en"
    note: str = ""
    """What the page says about them, such as "organizer"."""
    last_name: str = ""
    username: str = ""


class Simulator:
    """A strict Bot API server on this machine, with people to talk to the bot.

    Use it as `async with Simulator() as sim:`; `sim.url` is the Bot API's address and
    `sim.page_url` the chat page's.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = USERNAME,
        name: str = "Porte-voix",
        port: int = 0,
        folder: Path | None = None,
        people: Sequence[Newcomer | tuple[str, str]] = (),
        group: str = "",
        rates: Rates | None = None,
        flood_control: bool = True,
        stars: int = 0,
        clock: Callable[[], float] = time.time,
        webhook_pause: float = 0.2,
    ) -> None:
        """Nothing runs yet.

        `port` 0 takes a free one; any other falls back to a free one if it is taken. `folder`
        keeps everything over a restart. `group` is the title of a group of all `people`.
        `flood_control=False` switches the limits off. `stars` are on the bot's balance at first;
        paid broadcasts take 10,000 of them to begin with. `webhook_pause` is the first pause before
        a failed delivery is tried again, in seconds; it doubles from there.
        """
        self.token = token
        self.world = World(
            Bot(int(token.partition(":")[0]), username, name, star_tenths=stars * 10),
            folder=folder,
            clock=clock,
        )
        self.updates = Updates()
        self.flood = FloodControl(rates) if flood_control else None
        self.api = BotApi(self.world, self.updates, self.flood)
        self.webhook = WebhookSender(self.api, first_pause=webhook_pause)
        self.api.webhook = self.webhook
        self.acts = Acts(self.world, self.updates)
        self.mischief = Mischief(self.updates)
        self.page = Page(self)
        self._server = ApiServer(self.api, self.mischief, token)
        self._keeper = Keeper(self.world, self.updates, folder) if folder else None
        self._wanted_port = port
        self._runner: web.AppRunner | None = None
        self._people: dict[int, Person] = {}
        self.port = 0
        """The port in use while it runs."""
        if self._keeper:
            self._keeper.restore()
        for newcomer in people:
            self.person(**Newcomer(*newcomer)._asdict())
        if group and not any(chat.title == group for chat in self.world.chats.values()):
            members = [user.id for user in self.world.users.values() if not user.crowd]
            self.world.add_group(group, members)

    # -- running

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen on 127.0.0.1, and begin to deliver."""
        app = web.Application(client_max_size=MAX_BODY)
        self._server.add_routes(app)
        self.page.add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        self.port = await _listen(self._runner, self._wanted_port)
        self.webhook.start()
        if self._keeper:
            self._keeper.start()

    async def stop(self) -> None:
        """Stop listening and delivering; what is to be kept is written."""
        self._server.close_polls()
        self.page.close()
        await self.webhook.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        if self._keeper:
            await self._keeper.stop()

    @property
    def url(self) -> str:
        """The address that libraries take as the Bot API's."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def page_url(self) -> str:
        """The address of the chat page."""
        return f"{self.url}/"

    @property
    def username(self) -> str:
        """The bot's username."""
        return self.world.bot.username

    def open_link(self, payload: str = "") -> str:
        """The chat page's own address that does what the deep link does."""
        return self.page_url + (f"?start={payload}" if payload else "")

    def deep_link(self, payload: str = "") -> str:
        """A link that opens the bot with that payload."""
        return f"https://t.me/{self.username}" + (f"?start={payload}" if payload else "")

    # -- people

    def person(
        self,
        name: str,
        language: str = "en",
        *,
        note: str = "",
        last_name: str = "",
        username: str = "",
    ) -> Person:
        """The person of that first name; they are made if there is none yet."""
        for user in self.world.users.values():
            if user.first_name == name:
                break
        else:
            user = self.world.add_user(
                name, language_code=language, note=note, last_name=last_name, username=username
            )
        return self._people.setdefault(user.id, Person(self, user))

    def crowd(self, languages: Sequence[str]) -> list[int]:
        """The accounts of people whom nobody plays, one for each language; made at the first time.

        They have talked to the bot, so it may write to them.
        """
        there = [user.id for user in self.world.users.values() if user.crowd]
        return there or [user.id for user in self.world.add_crowd(list(languages))]

    def many(self, amount: int, language: str = "en") -> list[Person]:
        """So many people more, who have all started the bot."""
        made: list[Person] = []
        for _ in range(amount):
            number = len(self.world.users) + 1
            user = self.world.add_user(f"Person {number}", language_code=language)
            self.world.chats[user.id].started = True
            made.append(self._people.setdefault(user.id, Person(self, user)))
        return made

    @property
    def stars(self) -> float:
        """The bot's balance in Telegram Stars; may be changed."""
        return self.world.bot.stars

    @stars.setter
    def stars(self, amount: float) -> None:
        self.world.bot.star_tenths = round(amount * 10)

    def group(self, title: str, members: Sequence[Person] = ()) -> Group:
        """The group of that title; it is made if there is none yet."""
        for chat in self.world.chats.values():
            if chat.is_group and chat.title == title:
                return Group(self, chat)
        return Group(self, self.world.add_group(title, [member.id for member in members]))

    # -- looking at what the bot did

    @property
    def calls(self) -> deque[Call]:
        """The latest calls of the Bot API, oldest first."""
        return self.api.calls

    def calls_of(self, method: str) -> list[Call]:
        """The recorded calls of one method."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    @property
    def complaints(self) -> list[str]:
        """What Telegram would have swallowed in silence, and what is not simulated."""
        return self.api.complaints

    @property
    def unknown_methods(self) -> list[str]:
        """Methods that were called and do not exist here."""
        return self.api.unknown_methods

    @property
    def unanswered_taps(self) -> int:
        """Pressed buttons that the bot never answered: people see them spin."""
        return sum(not tap.answered for tap in self.world.taps.values())

    def troubles(self) -> str:
        """What may explain that nothing happened, in a few lines."""
        lines = [f"waiting updates: {len(self.updates.waiting)}"]
        if self.webhook.last_error_message:
            lines.append(f"webhook: {self.webhook.last_error_message}")
        failed = [call for call in list(self.calls)[-20:] if call.error]
        lines += [f"{call.method}: {call.error.description}" for call in failed if call.error]
        return "\n".join([*lines, *self.complaints[-5:]])

    # -- updates

    def next_update_id(self) -> int:
        """A fresh `update_id`."""
        return self.updates.take_id()

    async def deliver(self, update: Json) -> None:
        """Queue any update as it is; it gets an `update_id` if it has none."""
        numbered = (
            update if "update_id" in update else {"update_id": self.next_update_id(), **update}
        )
        self.updates.push(numbered, _lane(numbered))

    async def settled(self) -> None:
        """Wait until the bot has taken every update."""
        await self.until(
            lambda: not self.updates.waiting, 60.0, lambda: f"not settled\n{self.troubles()}"
        )

    def is_quiet(self, chat: Chat) -> bool:
        """Whether the bot has taken all updates of a chat and does nothing there any more."""
        quiet = QUIET_WEBHOOK if self.webhook.url else QUIET_POLLING
        return (
            self.updates.settled(chat.id)
            and not self.api.in_flight[str(chat.id)]
            and time.monotonic() - self.world.reacted_at.get(chat.id, 0.0) >= quiet
        )

    async def until(
        self, happens: Callable[[], bool], seconds: float, otherwise: str | Callable[[], str]
    ) -> None:
        """Wait until something is so; AssertionError with `otherwise` after `seconds`."""
        deadline = time.monotonic() + seconds
        news = asyncio.Event()
        forget = self.world.listen(news.set)
        try:
            while not happens():
                if time.monotonic() > deadline:
                    raise AssertionError(otherwise if isinstance(otherwise, str) else otherwise())
                news.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(news.wait(), _TICK)
        finally:
            forget()


def _lane(update: Json) -> int:
    for content in update.values():
        if isinstance(content, dict):
            message = content.get("message") or content
            number = message.get("chat", {}).get("id") or content.get("from", {}).get("id")
            if isinstance(number, int):
                return number
    return 0


async def _listen(runner: web.AppRunner, port: int) -> int:
    for wanted in dict.fromkeys((port, 0)):
        site = web.TCPSite(runner, "127.0.0.1", wanted)
        try:
            await site.start()
        except OSError:
            log.info("simulator: port %s is taken", wanted)
            continue
        address = runner.addresses[-1]
        return int(address[1])
    raise OSError("no free port on 127.0.0.1")
