"""The tables come from migrations, and are what the program thinks they are."""

import asyncio
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Table, text

from storage import migrations, models
from storage.container import Storage
from storage.database import Database
from storage.exports import reader
from storage.models import metadata
from storage.vault import Vault, person_tag
from tests.support.storage.petition import (
    AGREED_AT,
    PRIVATE,
    VAULT_KEY,
    counted,
    draft_campaign,
    person,
)


async def test_migrations_make_the_very_tables_of_the_models(migrated_database_url: str) -> None:
    """Nobody forgot to write a migration."""

    def compare(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    database = Database(migrated_database_url)
    async with database.read() as connection:
        assert await connection.run_sync(compare) == []
    await database.close()


async def test_release_from_any_folder(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty database is brought to the newest revision, whatever the current folder."""
    monkeypatch.chdir(tmp_path)
    database = Database(database_url)
    assert await migrations.ready(database) == "empty"
    assert await migrations.current(database_url) is None
    await migrations.upgrade(database_url)
    assert await migrations.ready(database) == "ready"
    assert await migrations.current(database_url) == migrations.HEAD
    await migrations.upgrade(database_url)
    await database.close()


async def test_several_releases_at_once(database_url: str) -> None:
    """Three machines start at once: they take turns, and none of them fails."""
    await asyncio.gather(*(migrations.upgrade(database_url) for _ in range(3)))
    assert await migrations.current(database_url) == migrations.HEAD


@pytest.mark.parametrize(("revision", "state"), [("0000", "behind"), ("9999", "ahead")])
async def test_an_older_and_a_newer_database(
    migrated_database_url: str, revision: str, state: str
) -> None:
    """A program knows a database that is older or newer than itself."""
    database = Database(migrated_database_url)
    async with database.write() as connection:
        await connection.execute(
            text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision}
        )
    assert await migrations.ready(database) == state
    await database.close()


async def test_a_petition_from_before_invites(database_url: str) -> None:
    """A database of 0001 with signatures, counted and waiting: all stay, and go on counting."""
    database = Database(database_url)
    async with database.write() as connection:
        await connection.run_sync(lambda sync: command.upgrade(migrations.config(sync), "0001"))
    await database.close()
    await live_in_0001(database_url)
    await migrations.upgrade(database_url)
    storage = await Storage.open(database_url, None, VAULT_KEY)
    petition = await storage.campaigns.get("release")
    assert petition is not None
    assert await storage.signatures.total(petition) == 2
    # Its one key is its first set, which opens them.
    assert petition.keys == (PRIVATE.public.fingerprint,)
    assert await reader.amount(storage.database, "release", PRIVATE) == 2
    assert (await storage.campaigns.figures(petition)).sources == {"telegram:direct": 2}
    assert await storage.signatures.withdraw(petition, person("1"))
    assert await storage.invites.of(petition, person("2")) is not None
    await storage.sequencer.run_once()
    assert await counted(storage, petition) == {
        ("world", ""): 1,
        ("country", "FR"): 1,
        ("language", "fr"): 1,
        ("channel", "telegram"): 1,
        ("source", "telegram:direct"): 1,
        ("day", "2026-03-04"): 1,
    }
    await storage.close()


async def live_in_0001(url: str) -> None:
    """Two people sign with the program of that time, which knew no sources; one is counted."""
    database, vault = Database(url), Vault(VAULT_KEY)
    pepper = vault.new_pepper("release")
    key = PRIVATE.public
    values: list[tuple[Table, dict[str, Any]]] = [
        (models.vault, {"id": 1, "fingerprint": vault.fingerprint}),
        (
            models.organisation_keys,
            {"id": 1, "fingerprint": key.fingerprint, "public": key.raw, "proven_at": AGREED_AT},
        ),
        (
            models.campaigns,
            {
                "id": 1,
                "slug": "release",
                "status": "open",
                "date": AGREED_AT.date(),
                "default_locale": "en",
                "responsible": "Example",
                "contact": "privacy@example.org",
                "retention_days": 90,
                "asks": {},
                "milestones": [],
                "organisation_key_id": 1,
                "pepper": pepper,
                "next_leaf": 1,
            },
        ),
        (
            models.campaign_texts,
            {
                "campaign_id": 1,
                "locale": "en",
                "content": asdict(draft_campaign().texts["en"]),
            },
        ),
        (
            models.wordings,
            {"hash": "0" * 64, "version": "1", "locale": "fr", "text": "I agree."},
        ),
    ]
    shared = {"campaign_id": 1, "country": "FR", "locale": "fr", "channel": "telegram"}
    for number in ("1", "2"):
        values.append(
            (
                models.signatures,
                {
                    **shared,
                    "id": number.encode() * 16,
                    "tag": person_tag(vault.unwrap_pepper("release", pepper), "telegram", number),
                    "sealed": b"sealed",
                    "organisation_key_id": 1,
                    "salt": bytes(32),
                    "signed_on": AGREED_AT.date(),
                    "wording": "0" * 64,
                    "consented_at": AGREED_AT,
                },
            )
        )
    values.append(
        (
            models.leaves,
            {"campaign_id": 1, "number": 0, "kind": "add", "signature_id": b"1" * 16},
        )
    )
    values.append(
        (
            models.waiting,
            {
                **shared,
                "kind": "add",
                "signature_id": b"2" * 16,
                "signed_on": AGREED_AT.date(),
            },
        )
    )
    for dimension, key_of_total in [
        ("world", ""),
        ("country", "FR"),
        ("language", "fr"),
        ("channel", "telegram"),
        ("day", AGREED_AT.date().isoformat()),
    ]:
        values.append(
            (
                models.totals,
                {"campaign_id": 1, "dimension": dimension, "key": key_of_total, "amount": 1},
            )
        )
    async with database.write() as connection:
        for table, row in values:
            await connection.execute(table.insert().values(**row))
    await database.close()


def test_the_newest_revision_is_known_without_alembic() -> None:
    """HEAD, which spares a web process loading Alembic, is what Alembic finds."""
    script = ScriptDirectory.from_config(migrations.config())
    assert script.get_current_head() == migrations.HEAD
