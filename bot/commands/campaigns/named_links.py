"""What an organizer does by command with named links: a poster, a newsletter, a partner."""

from pathlib import Path

import click

from bot.app.stores import open_storage
from bot.channels.telegram.links import deep_link
from bot.commands.common import settings_of
from bot.drawing import qr
from bot.process.errors import SettingsError
from bot.settings import Settings
from handlers.domain import invites
from storage.container import find_campaign

HEADING = ("code", "label", "signatures", "link payload")

DRAWN = {".svg": qr.svg, ".png": qr.png}

NAMELESS = "<bot>"
"""Stands in a link for the bot's name where that is not known."""


@click.command
@click.argument("slug")
@click.argument("code", help="what stands in the link: up to 24 of a-z, 0-9 and -")
@click.argument("label", help="what you call it; nobody else sees that")
@click.option("--qr", "picture", type=Path, metavar="FILE", help="write its QR code: .svg or .png")
async def add_origin(slug: str, code: str, label: str, picture: Path | None) -> None:
    """Make a named link, with a total of its own.

    Make a link for a poster, a newsletter or a partner, which counts who signs by it; or give the
    link of that code another label.
    """
    settings = settings_of()
    if picture is not None and picture.suffix not in DRAWN:
        raise SettingsError("--qr: name a file that ends in .svg or .png.")
    async with open_storage(settings) as storage:
        campaign = await find_campaign(storage, slug)
        await storage.origins.add(campaign, code, label)
    payload = invites.origin(slug, code)
    print(f"Payload: {payload}")
    try:
        link = deep_link(await username_of(settings), payload)
    except LookupError as why:
        print(f"Link:    {deep_link(NAMELESS, payload)}")
        print(f"{why}: put the bot's name, without the @, where {NAMELESS} stands.")
        if picture is not None:
            raise SettingsError(
                "--qr: a code needs the bot's name, so BOT_TOKEN is needed."
            ) from why
        return
    print(f"Link:    {link}")
    if picture is not None:
        _write(picture, DRAWN[picture.suffix](link))
        print(f"QR code: {picture}")


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise SettingsError(f"{path} cannot be written ({fault.strerror}).") from None


@click.command
@click.argument("slug")
async def list_sources(slug: str) -> None:
    """List how many came by an invite, a group, the page and so on: totals, and never who."""
    async with open_storage(settings_of()) as storage:
        figures = await storage.campaigns.figures(await find_campaign(storage, slug))
    if not figures.sources:
        print("Nobody has signed yet.")
        return
    rows = [(*key.split(":", 1), f"{amount:,}") for key, amount in sorted(figures.sources.items())]
    for channel, source, amount in rows:
        print(f"{channel:10}  {source:8}  {amount:>9}")


@click.command
@click.argument("slug")
async def list_origins(slug: str) -> None:
    """List the named links and how many signed by each."""
    async with open_storage(settings_of()) as storage:
        origins = await storage.origins.of(await find_campaign(storage, slug))
    if not origins:
        print(f"There are none yet: `python -m bot campaign origin {slug} CODE LABEL` adds one.")
        return
    rows = [
        HEADING,
        *((o.code, o.label, f"{o.signed:,}", invites.origin(slug, o.code)) for o in origins),
    ]
    code, label, signed, _ = (max(map(len, column)) for column in zip(*rows, strict=True))
    for row in rows:
        print(f"{row[0]:{code}}  {row[1]:{label}}  {row[2]:>{signed}}  {row[3]}")


async def username_of(settings: Settings) -> str:
    """The bot's name, without the @, as Telegram tells it.

    Raises:
        LookupError: It is not known; the text says why.
    """
    if not settings.token:
        raise LookupError("BOT_TOKEN is not set")
    # Here, so that nobody waits for aiogram to load who has no token.
    from bot.channels.telegram.profile import ask_username

    return await ask_username(settings.token, settings.bot_api_url)
