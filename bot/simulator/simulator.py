"""The simulator: a local messenger with one bot, its people, and its HTTP server."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from aiohttp import web

from bot.simulator.bot_api import methods  # noqa: F401  (registers the methods)
from bot.simulator.bot_api.api import BotApi
from bot.simulator.bot_api.limits import FloodControl, Rates
from bot.simulator.bot_api.server import MAX_BODY, ApiServer
from bot.simulator.bot_api.webhook import WebhookSender
from bot.simulator.page.control import Page
from bot.simulator.people.person import Group, Person
from bot.simulator.traffic import Traffic
from bot.simulator.world.acts import Acts
from bot.simulator.world.mischief import Mischief
from bot.simulator.world.persistence import Keeper
from bot.simulator.world.updates import Updates
from bot.simulator.world.world import Bot, User, World

log = logging.getLogger(__name__)

TOKEN = "424242:simulated-token-for-this-machine-only"  # noqa: S105  (no secret: nothing real)
USERNAME = "porte_voix_demo_bot"


class Newcomer(NamedTuple):
    """Somebody who is there from the start."""

    name: str
    language: str = "en"
    note: str = ""
    """What the page says about them, such as "organizer"."""
    last_name: str = ""
    username: str = ""


class Simulator(Traffic):
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
        world = World(
            Bot(int(token.partition(":")[0]), username, name, star_tenths=stars * 10),
            folder=folder,
            clock=clock,
        )
        self.flood = FloodControl(rates) if flood_control else None
        api = BotApi(world, Updates(), self.flood)
        super().__init__(api, WebhookSender(api, first_pause=webhook_pause))
        self.api.webhook = self.webhook
        self.acts = Acts(self.world, self.updates)
        self.mischief = Mischief(self.updates)
        self.page = Page(self.world, self.acts, self.calls)
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
        return self._play(user)

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
            made.append(self._play(user))
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
                break
        else:
            chat = self.world.add_group(title, [member.id for member in members])
        return Group(self.world, self.acts, chat)

    def _play(self, user: User) -> Person:
        if user.id not in self._people:
            self._people[user.id] = Person(self.world, self.acts, self, user)
        return self._people[user.id]


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
