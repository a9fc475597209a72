"""Campaigns as folders: what is in one, taking it in, and writing it back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.app.stores import open_storage
from bot.campaign_files import folder as campaign_files
from bot.commands.common import FAILED, OK, settings_of
from bot.process.errors import SettingsError
from bot.texts.texts import Texts
from storage.container import find_campaign


@click.command
@click.argument("folder", type=Path)
def check(folder: Path) -> int:
    """Explain every fault in a campaign's folder."""
    reading = campaign_files.read(folder, Texts.load().known)
    for fault in reading.faults:
        print(fault)
    if reading.campaign is None:
        return FAILED
    languages = ", ".join(reading.campaign.texts)
    print(f"{folder}: the campaign “{reading.campaign.slug}” is good, in {languages}.")
    return OK


@click.command
@click.argument("folder", type=Path)
async def import_(folder: Path) -> int:
    """Take a folder's campaign in, as a draft or in place of the one of that name."""
    settings = settings_of()
    reading = campaign_files.read(folder, Texts.load().known)
    for fault in reading.faults:
        print(fault)
    if reading.campaign is None:
        return FAILED
    async with open_storage(settings) as storage:
        kept = await storage.campaigns.save(reading.campaign, reading.pictures)
        await storage.audit.note("imported", None, kept, datetime.now(UTC))
        signed = (await storage.campaigns.totals(kept)).world if kept.running else 0
    follow = {
        "draft": f"`python -m bot campaign open {kept.slug} --key FILE` lets people sign.",
        "open": "Those who read it see the new words within seconds.",
        "paused": "It stays paused; those who read it see the new words within seconds.",
        "closed": "It stays closed.",
    }
    print(f"The campaign “{kept.slug}” is in. {follow[kept.status]}")
    if kept.sample:
        print("It is a SAMPLE, and its card says so: made-up signatures may be counted in it.")
    if kept.sample != reading.campaign.sample:
        stays = "a sample" if kept.sample else "a real campaign"
        print(f"It stays {stays}, whatever `sample` says now: to start anew, choose another slug.")
    if signed:
        print(
            f"{signed:,} signatures were given under the words as they were before: keep to what"
            " those people agreed to."
        )
    return OK


@click.command
@click.argument("slug")
@click.argument("folder", type=Path, help="a new folder, or an empty one")
async def export(slug: str, folder: Path) -> None:
    """Write a campaign back into a folder.

    The folder has its settings, its texts and its picture, as it is now: with what organizers
    have edited in the chat.
    """
    async with open_storage(settings_of()) as storage:
        campaign = await find_campaign(storage, slug)
        picture, mark = [
            await storage.campaigns.picture(each) if each else None
            for each in (campaign.picture, campaign.mark)
        ]
    try:
        campaign_files.write(
            folder, campaign, picture.data if picture else None, mark.data if mark else None
        )
    except FileExistsError:
        raise SettingsError(f"{folder} holds something already: name a new folder.") from None
    except OSError as fault:
        raise SettingsError(f"{folder} cannot be written ({fault.strerror}).") from None
    print(f"The campaign “{slug}” is in {folder}. `campaign import` takes it in again.")
