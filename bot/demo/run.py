"""`python -m bot demo`: everything in one process, with a messenger of its own to play with."""

import logging
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.app.embedded_redis import EmbeddedRedis
from bot.campaign_files import folder as campaign_files
from bot.demo.settings import demo_settings, make_demo_key
from bot.process import lifecycle
from bot.process.errors import SettingsError
from bot.process.key_files import read_private_key, write_key_files
from bot.settings import Settings
from bot.simulator import Newcomer, Simulator
from bot.texts.texts import Texts
from handlers.domain.supporters import Person
from storage.container import Storage, open_with_key
from storage.organisation_keys.key_pair import PrivateKey
from storage.supporters import samples

if TYPE_CHECKING:
    from bot.app.container import Assembly

log = logging.getLogger(__name__)

SAMPLES = Path(__file__).parent
"""Each folder here with a `campaign.toml` is a sample campaign."""

SIGNATURES = 3000
"""Made-up signatures of each sample campaign."""

PEOPLE = (
    Newcomer("Emma", "en", "supporter"),
    Newcomer("Camille", "fr", "supporter"),
    Newcomer("Lucía", "es", "supporter"),
    Newcomer("Нина", "ru", "supporter"),
    Newcomer("ليلى", "ar", "supporter"),
    Newcomer("Alex", "en", "organizer: /organize"),
    Newcomer("Noor", "ar", "organizer: /organize"),
)

ORGANIZERS = ("Alex", "Noor")
"""Two of them: a broadcast to many, or an export, takes a second one."""

CROWD = (("en", "US", 90), ("fr", "FR", 120), ("es", "ES", 45), ("ru", "KZ", 30), ("ar", "TN", 15))
"""Listeners whom nobody plays, so that a broadcast has somewhere to go: language, country, many."""

GROUP = "Friends"

STARS = 25_000
"""Telegram Stars that the bot has, so that paid broadcasts can be tried."""


PORT = 8000
"""Where the page is, if nobody says otherwise and nobody else is there."""


async def demo(settings: Settings, port: int | None) -> None:
    """Play until Ctrl-C or SIGTERM. Everything is kept in the folder `demo` of the data folder.

    `port` is the chat page's; the public pages take the next one. None takes PORT, or a free one.

    Raises:
        SettingsError: The port that was asked for is taken.
        EmbeddedRedisError: Another demo is using that folder.
    """
    stop = lifecycle.stop_on_signals()
    settings = demo_settings(settings)
    folder = settings.data_folder()
    make_demo_key(settings)
    async with AsyncExitStack() as stack:
        redis = await stack.enter_async_context(EmbeddedRedis(folder / "redis"))
        simulator = await stack.enter_async_context(
            Simulator(
                folder=folder / "simulator",
                port=port or PORT,
                people=PEOPLE,
                group=GROUP,
                stars=STARS,
            )
        )
        if port and f":{port}/" not in simulator.page_url:
            raise SettingsError(f"--port: port {port} is taken, choose another.")
        settings = settings.model_copy(update={"bot_api_url": simulator.url})
        # Here, for aiogram takes its time to load.
        from bot.app.container import assemble
        from bot.local import talk

        parts = await stack.enter_async_context(assemble(settings, redis.url, upgrade=True))
        await open_samples(parts.storage, parts.texts, folder / "organisation.key")
        await gather(parts.storage, simulator)
        address = await stack.enter_async_context(
            _public_pages(parts, simulator, simulator.port + 1 if port else 0)
        )
        print(simulator.page_url, flush=True)
        print(address, flush=True)
        print("Open these pages in a browser; Ctrl-C ends the demo.", flush=True)
        print("In another terminal, `python -m bot talk` plays it as plain text.", flush=True)
        public = settings.model_copy(update={"public_url": address.partition("/c/")[0]})
        await talk(replace(parts, settings=public), stop)


@asynccontextmanager
async def _public_pages(parts: "Assembly", simulator: Simulator, port: int) -> AsyncIterator[str]:
    """Serve the public pages, if possible at that port; the address of the first one."""
    from bot.pages import Pages

    async def link(payload: str) -> str:
        return simulator.open_link(payload)

    listening = _listen(port)
    host = f"http://127.0.0.1:{listening.getsockname()[1]}"
    app = web.Application()
    every = timedelta(minutes=parts.settings.checkpoint_minutes)
    storage = parts.storage
    Pages(storage.campaigns, storage.log_reader, parts.texts, host, link, every).add_routes(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        first, *_ = await parts.storage.campaigns.all()
        yield f"{host}/c/{first.slug}"
    finally:
        await runner.cleanup()


def _listen(port: int) -> socket.socket:
    """A socket of this machine alone, at that port or, where it is taken, at a free one."""
    try:
        return socket.create_server(("127.0.0.1", port))
    except (OSError, OverflowError):  # taken, or one more than there are
        return socket.create_server(("127.0.0.1", 0))


async def open_samples(storage: Storage, texts: Texts, key: Path) -> None:
    """Take in the sample campaigns, open them and fill them; the second time nothing changes."""
    private = _key(key)
    for file in sorted(SAMPLES.glob("*/campaign.toml")):
        reading = campaign_files.read(file.parent, texts.known)
        if reading.campaign is None:
            log.error("The sample campaign %s has faults", file.parent.name)
            continue
        kept = await storage.campaigns.save(reading.campaign, reading.pictures)
        if kept.status == "draft":
            await open_with_key(storage, kept.slug, private)
        if kept.status != "closed":
            await samples.generate(storage.database, storage.campaigns, kept.slug, SIGNATURES)


async def gather(storage: Storage, simulator: Simulator) -> None:
    """Let the organizers in, and a crowd ask for updates; the second time nothing changes."""
    if not await storage.organizers.of(None):
        now = datetime.now(UTC)
        for name in ORGANIZERS:
            played = simulator.person(name)
            played.allows()  # nobody organizes who has not opened a link in the chat
            user = played.user
            number = str(user.id)
            person = Person("telegram", number, name, user.language_code, number)
            token = await storage.organizers.link(None, "owner", None, now)
            await storage.organizers.join(token, person, user.language_code, now)
    places = [(language, country) for language, country, many in CROWD for _ in range(many)]
    crowd = simulator.crowd([language for language, _ in places])
    listeners = [
        samples.Listener(str(number), language, country)
        for number, (language, country) in zip(crowd, places, strict=False)
    ]
    for campaign in await storage.campaigns.all():
        if campaign.sample:
            await samples.listen(
                storage.database, storage.campaigns, storage.vault, campaign.slug, listeners
            )


def _key(path: Path) -> PrivateKey:
    """The demo's own organisation key, made at the first time."""
    if path.exists():
        return read_private_key(path)
    private = PrivateKey.generate()
    write_key_files(path, path.with_name(f"{path.name}.public"), private)
    return private
