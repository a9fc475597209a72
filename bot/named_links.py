"""What an organizer does by command with named links: a poster, a newsletter, a partner."""

# ruff: noqa: T201 - a command talks to its user

from pathlib import Path

from bot.administration import find_campaign, open_storage
from bot.channels.telegram.links import deep_link
from bot.drawing import qr
from bot.process.errors import SettingsError
from bot.settings import Settings
from handlers.domain import invites

HEADING = ("code", "label", "signatures", "link payload")

DRAWN = {".svg": qr.svg, ".png": qr.png}

NAMELESS = "<bot>"
"""Stands in a link for the bot's name where that is not known."""


async def add_origin(
    settings: Settings, slug: str, code: str, label: str, picture: Path | None = None
) -> int:
    """Add a named link, or give the one of that code another label; prints it.

    `picture` is where to write its QR code, as SVG or PNG. Raises SettingsError where that
    cannot be.
    """
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
        return 0
    print(f"Link:    {link}")
    if picture is not None:
        _write(picture, DRAWN[picture.suffix](link))
        print(f"QR code: {picture}")
    return 0


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise SettingsError(f"{path} cannot be written ({fault.strerror}).") from None


async def list_sources(settings: Settings, slug: str) -> int:
    """A table of where the links were by which signers came: totals, and never who."""
    async with open_storage(settings) as storage:
        figures = await storage.campaigns.figures(await find_campaign(storage, slug))
    if not figures.sources:
        print("Nobody has signed yet.")
        return 0
    rows = [(*key.split(":", 1), f"{amount:,}") for key, amount in sorted(figures.sources.items())]
    for channel, source, amount in rows:
        print(f"{channel:10}  {source:8}  {amount:>9}")
    return 0


async def list_origins(settings: Settings, slug: str) -> int:
    """A table of the campaign's named links and how many signed who came by each."""
    async with open_storage(settings) as storage:
        origins = await storage.origins.of(await find_campaign(storage, slug))
    if not origins:
        print(f"There are none yet: `python -m bot campaign origin {slug} CODE LABEL` adds one.")
        return 0
    rows = [
        HEADING,
        *((o.code, o.label, f"{o.signed:,}", invites.origin(slug, o.code)) for o in origins),
    ]
    code, label, signed, _ = (max(map(len, column)) for column in zip(*rows, strict=True))
    for row in rows:
        print(f"{row[0]:{code}}  {row[1]:{label}}  {row[2]:>{signed}}  {row[3]}")
    return 0


async def username_of(settings: Settings) -> str:
    """The bot's name. Raises LookupError, which says why it is not known."""
    if not settings.token:
        raise LookupError("BOT_TOKEN is not set")
    # Here, so that nobody waits for aiogram to load who has no token.
    from bot.channels.telegram.profile import ask_username

    return await ask_username(settings.token, settings.bot_api_url)
