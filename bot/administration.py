"""What an operator does by command: tables, campaigns, keys.

Each function does one command, prints what it did and comes back with the exit status.
"""

# ruff: noqa: T201 - a command talks to its user

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot import campaign_files
from bot.settings import Settings, SettingsError
from bot.tables import ensure_tables
from bot.text import Texts
from storage import migrations
from storage.campaigns import Picture
from storage.opening import Storage
from storage.organisation_key import PrivateKey, prove


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

    from storage.faults import DatabaseFault

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
    picture = reading.picture
    pictures = [Picture(picture.media_type, picture.data)] if picture else []
    async with open_storage(settings) as storage:
        kept = await storage.campaigns.save(reading.campaign, pictures)
        signed = (await storage.campaigns.totals(kept)).world if kept.status == "open" else 0
    follow = {
        "draft": f"`python -m bot campaign open {kept.slug} --key FILE` lets people sign.",
        "open": "Those who read it see the new words within seconds.",
        "closed": "It stays closed.",
    }
    print(f"The campaign “{kept.slug}” is in. {follow[kept.status]}")
    if signed:
        print(
            f"{signed:,} signatures were given under the words as they were before: keep to what"
            " those people agreed to."
        )
    return 0


async def open_campaign(settings: Settings, slug: str, key: Path) -> int:
    """Let people sign, sealed to that key."""
    private = read_private_key(key)
    async with open_storage(settings) as storage:
        await open_with_key(storage, slug, private)
    print(f"The campaign “{slug}” is open. Keep {key} safe: without it, nobody reads a name.")
    return 0


async def open_with_key(storage: Storage, slug: str, private: PrivateKey) -> None:
    """Prove the key by a challenge, keep its public half, and open the campaign with it."""
    kept = await storage.organisation_keys.add(private.public)
    if kept.proven_at is None:
        sealed = await storage.organisation_keys.challenge(kept.fingerprint)
        await storage.organisation_keys.answer(kept.fingerprint, prove(private, sealed))
    await storage.campaigns.open_campaign(slug, kept.fingerprint)


async def close_campaign(settings: Settings, slug: str) -> int:
    """Let nobody sign any more."""
    async with open_storage(settings) as storage:
        await storage.campaigns.close(slug)
    print(f"The campaign “{slug}” is closed, for good.")
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


def new_keys(out: Path) -> int:
    """Write a new pair of organisation keys."""
    public = out.with_name(f"{out.name}.public")
    for path in (out, public):
        if path.exists():
            raise SettingsError(f"{path} is there already, and no key is overwritten.")
    private = PrivateKey.generate()
    write_key_files(out, public, private)
    print(f"Private key: {out} (keep it off the server, and a copy in a safe place)")
    print(f"Public key:  {public} (for the server; fingerprint {private.public.fingerprint[:16]})")
    return 0


def write_key_files(out: Path, public: Path, private: PrivateKey) -> None:
    """Write both files, the private one readable by this user only. Raises SettingsError."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        for path, text, mode in (
            (out, private.file_text(), 0o600),
            (public, private.public.file_text(), 0o644),
        ):
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(text)
    except OSError as fault:
        raise SettingsError(f"{out} cannot be written ({fault.strerror}).") from None


def read_private_key(path: Path) -> PrivateKey:
    """The private key in that file. Raises SettingsError or KeyFault."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is no text file"
        raise SettingsError(f"The key {path} cannot be read ({reason}).") from None
    return PrivateKey.parse(text)
