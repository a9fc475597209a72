"""The bot in Telegram's place: a strict simulator, a real Redis and a real database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web
from pydantic import SecretStr

from bot.app.container import Assembly, assemble
from bot.channels.telegram.profile import announce, webhook
from bot.settings import Settings
from bot.simulator import TOKEN, Simulator
from bot.web import Web
from storage.campaigns.pictures import Picture
from storage.container import open_with_key
from storage.organisation_keys.key_pair import PrivateKey
from tests.support.fakes.campaigns import campaign

SECRET = "a-secret-that-only-telegram-knows"

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f86f6f0f0004090201b2f6b1a30000000049454e44ae426082"
)


@dataclass
class Town:
    """A simulated Telegram and the bot in it."""

    simulator: Simulator
    parts: Assembly
    url: str


@asynccontextmanager
async def webhook_town(folder: Path, redis_url: str, database_url: str) -> AsyncIterator[Town]:
    """A bot that is reached by webhook, with one open campaign called chechnya."""
    async with Simulator(flood_control=False, webhook_pause=0.05) as simulator:
        settings = Settings(
            _env_file=None,
            bot_token=SecretStr(TOKEN),
            bot_api_url=simulator.url,
            database_url=database_url,
            data_dir=folder,
            webhook_url="http://127.0.0.1/hook",
            webhook_secret=SecretStr(SECRET),
        )
        async with assemble(settings, redis_url) as parts:
            await open_campaigns(parts)
            runner = web.AppRunner(Web(parts).application(), access_log=None)
            await runner.setup()
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            await announce(parts.bot, [webhook(f"{url}/hook", SECRET)])
            yield Town(simulator, parts, url)
            await runner.cleanup()


async def open_campaigns(parts: Assembly) -> None:
    """One campaign with a picture, open to be signed."""
    storage = parts.storage
    picture = Picture("image/png", PICTURE)
    await storage.campaigns.save(campaign(picture=picture.sha256), [picture])
    await open_with_key(storage, "chechnya", PrivateKey.generate())
