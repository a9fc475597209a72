"""What an operator does by command: tables and campaigns.

Each function does one command, prints what it did and comes back with the exit status.
"""

# ruff: noqa: T201 - a command talks to its user

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.app.schema_check import ensure_tables
from bot.campaign_files import folder as campaign_files
from bot.key_files import read_key
from bot.process.errors import SettingsError
from bot.settings import Settings
from bot.texts.texts import Texts
from handlers.domain.campaigns import Campaign
from storage import migrations
from storage.container import Storage
from storage.errors import CampaignFault, KeyFault
from storage.organisation_keys.key_pair import PrivateKey, prove, short


@asynccontextmanager
async def open_storage(settings: Settings) -> AsyncIterator[Storage]:
    """The stores without Redis; an empty database gets its tables.

    Raises StorageFault where the database does not answer, SettingsError where it is behind.
    """
    await ensure_tables(settings.database, upgrade=False)
    storage = await Storage.open(settings.database, None, settings.vault_key_bytes())
    try:
        yield storage
    finally:
        await storage.close()


async def migrate(settings: Settings) -> int:
    """Create the tables or bring them up to date."""
    url = settings.database
    before = await _revision(url)
    await migrations.upgrade(url)
    after = await _revision(url)
    print("The tables were up to date." if before == after else "The tables are up to date now.")
    return 0


async def _revision(url: str) -> str | None:
    from sqlalchemy.exc import SQLAlchemyError

    from storage.errors import DatabaseFault

    try:
        return await migrations.current(url)
    except (SQLAlchemyError, OSError) as fault:
        raise DatabaseFault(
            f"The database does not answer ({type(fault).__name__}): start it, or set"
            " DATABASE_URL to where it is."
        ) from fault


def check_campaign(folder: Path) -> int:
    """Explain every fault in a campaign's folder."""
    reading = campaign_files.read(folder, Texts.load().known)
    for fault in reading.faults:
        print(fault)
    if reading.campaign is None:
        return 1
    languages = ", ".join(reading.campaign.texts)
    print(f"{folder}: the campaign “{reading.campaign.slug}” is good, in {languages}.")
    return 0


async def import_campaign(settings: Settings, folder: Path) -> int:
    """Take a folder's campaign in, as a draft or in place of the one of that name."""
    reading = campaign_files.read(folder, Texts.load().known)
    for fault in reading.faults:
        print(fault)
    if reading.campaign is None:
        return 1
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
    return 0


async def export_campaign(settings: Settings, slug: str, folder: Path) -> int:
    """Write a campaign as a folder, as it is now, with what was edited in the chat."""
    async with open_storage(settings) as storage:
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
    return 0


async def find_campaign(storage: Storage, slug: str) -> Campaign:
    """The campaign of that name. Raises CampaignFault."""
    for campaign in await storage.campaigns.all():
        if campaign.slug == slug:
            return campaign
    raise CampaignFault(f"There is no campaign {slug}: import it first.")


async def open_campaign(settings: Settings, slug: str, path: Path | None) -> int:
    """Let people sign, sealed to the key in that file.

    Without one, to the keys that `campaign seal-to` chose, or to the only one that is proven.
    """
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
        return 0
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
    return 0


async def _only_proven(storage: Storage) -> str:
    """The fingerprint of the only proven key. Raises KeyFault."""
    proven = [key for key in await storage.organisation_keys.all() if key.proven_at]
    if not proven:
        raise KeyFault("No organisation key is proven yet: `python -m bot keys --help` says how.")
    if len(proven) > 1:
        names = ", ".join(short(key.fingerprint) for key in proven)
        raise KeyFault(f"Several keys are proven ({names}): add --key and the public key file.")
    return proven[0].fingerprint


async def open_with_key(storage: Storage, slug: str, private: PrivateKey) -> None:
    """Prove the key by a challenge, keep its public half, and open the campaign with it."""
    kept = await storage.organisation_keys.add(private.public)
    if kept.proven_at is None:
        sealed = await storage.organisation_keys.challenge(kept.fingerprint)
        await storage.organisation_keys.answer(kept.fingerprint, prove(private, sealed))
    campaign = await find_campaign(storage, slug)
    await storage.edits.open(campaign, [kept.fingerprint], None, datetime.now(UTC))


async def close_campaign(settings: Settings, slug: str) -> int:
    """Let nobody sign any more."""
    async with open_storage(settings) as storage:
        campaign = await find_campaign(storage, slug)
        await storage.edits.close(campaign, None, datetime.now(UTC))
    print(f"The campaign “{slug}” is closed, for good.")
    return 0


async def pause_campaign(settings: Settings, slug: str) -> int:
    """Let nobody sign for now."""
    async with open_storage(settings) as storage:
        campaign = await find_campaign(storage, slug)
        await storage.edits.pause(campaign, None, datetime.now(UTC))
    print(f"The campaign “{slug}” is paused. `python -m bot campaign resume {slug}` lets it go on.")
    return 0


async def resume_campaign(settings: Settings, slug: str) -> int:
    """Let people sign again."""
    async with open_storage(settings) as storage:
        campaign = await find_campaign(storage, slug)
        await storage.edits.resume(campaign, None, datetime.now(UTC))
    print(f"The campaign “{slug}” is open again.")
    return 0


async def list_campaigns(settings: Settings) -> int:
    """One line for each campaign: its name, status, date, signatures, languages and title."""
    async with open_storage(settings) as storage:
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
    return 0
