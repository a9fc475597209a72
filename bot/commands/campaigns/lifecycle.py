"""What becomes of a campaign by command."""

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.app.stores import open_storage
from bot.commands.common import settings_of
from bot.process.key_files import read_key
from storage.container import Storage, find_campaign, open_with_key
from storage.errors import KeyFault
from storage.organisation_keys.key_pair import PrivateKey, short


@click.command
@click.argument("slug")
@click.option(
    "--key",
    "path",
    type=Path,
    metavar="FILE",
    help="a proven public key (default: what `seal-to` chose, or the only proven one), or the"
    " private key",
)
async def open_(slug: str, path: Path | None) -> None:
    """Let people sign.

    What they write is sealed to the organisation's key, once it is proven that somebody holds the
    private half: by `keys answer`, or by giving the private key here, of which only the public
    half is kept.
    """
    settings = settings_of()
    key = read_key(path) if path else None
    async with open_storage(settings) as storage:
        if isinstance(key, PrivateKey):
            await open_with_key(storage, slug, key)
        else:
            # Before anybody goes looking for a key.
            campaign = await find_campaign(storage, slug)
            keys = [key.fingerprint] if key else campaign.keys or [await _only_proven(storage)]
            await storage.edits.open(campaign, keys, None, datetime.now(UTC))
        campaign = await find_campaign(storage, slug)
    if campaign.status == "paused":
        print(f"It is paused: `python -m bot campaign resume {slug}` lets people sign again.")
        return
    names = " and ".join(short(each) for each in campaign.keys)
    print(
        f"The campaign “{slug}” is open. What people write is sealed to {names}: keep what"
        " opens it safe, for nobody else reads a name."
    )
    if isinstance(key, PrivateKey):
        print(
            "If this is a server, the private key is safer elsewhere:"
            " `python -m bot keys --help` says how."
        )


async def _only_proven(storage: Storage) -> str:
    """The fingerprint of the only proven key.

    Raises:
        KeyFault: None is proven, or several are.
    """
    proven = [key for key in await storage.organisation_keys.all() if key.proven_at]
    if not proven:
        raise KeyFault("No organisation key is proven yet: `python -m bot keys --help` says how.")
    if len(proven) > 1:
        names = ", ".join(short(key.fingerprint) for key in proven)
        raise KeyFault(f"Several keys are proven ({names}): add --key and the public key file.")
    return proven[0].fingerprint


@click.command
@click.argument("slug")
async def close(slug: str) -> None:
    """Let nobody sign any more, for good."""
    async with open_storage(settings_of()) as storage:
        campaign = await find_campaign(storage, slug)
        await storage.edits.close(campaign, None, datetime.now(UTC))
    print(f"The campaign “{slug}” is closed, for good.")


@click.command
@click.argument("slug")
async def pause(slug: str) -> None:
    """Let nobody sign for now.

    Whoever has signed is still counted and can still take it back.
    """
    async with open_storage(settings_of()) as storage:
        campaign = await find_campaign(storage, slug)
        await storage.edits.pause(campaign, None, datetime.now(UTC))
    print(f"The campaign “{slug}” is paused. `python -m bot campaign resume {slug}` lets it go on.")


@click.command
@click.argument("slug")
async def resume(slug: str) -> None:
    """Let people sign a paused campaign again."""
    async with open_storage(settings_of()) as storage:
        campaign = await find_campaign(storage, slug)
        await storage.edits.resume(campaign, None, datetime.now(UTC))
    print(f"The campaign “{slug}” is open again.")


@click.command("list")
async def list_() -> None:
    """List the campaigns.

    One line for each: its name, status, date, signatures, languages and title.
    """
    async with open_storage(settings_of()) as storage:
        campaigns = await storage.campaigns.all()
        for each in campaigns:
            total = (await storage.campaigns.totals(each)).world
            title = each.alert(each.default_locale).title
            print(
                f"{each.slug:24}  {each.status:6}  {each.date}  {total:>9,}"
                f"  {' '.join(each.texts)}  {title}"
            )
    if not campaigns:
        print("There are no campaigns yet: `python -m bot campaign import FOLDER` adds one.")
