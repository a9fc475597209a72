"""Exporting where the private key is, and nothing else of the server's."""

import csv
from pathlib import Path

import pytest

from bot.commands.exports.export import Wanted, export
from bot.settings import Settings
from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from storage.container import Storage
from storage.errors import DatabaseFault
from tests.support.petition import consent, person
from tests.support.storage.petition import PRIVATE, VAULT_KEY, open_petition


@pytest.fixture
async def petition(migrated_database_url: str) -> Campaign:
    """An open campaign that Ida has signed."""
    storage = await Storage.open(migrated_database_url, VAULT_KEY)
    opened = await open_petition(storage, "release")
    await storage.signatures.sign(opened, person("1"), Draft(name="Ida"), consent())
    await storage.close()
    return opened


async def test_the_organisation_needs_no_key_of_the_server(
    petition: Campaign, migrated_database_url: str, tmp_path: Path
) -> None:
    """A copy of the database and the private key suffice: who has names has no accounts."""
    computer = tmp_path / "organisation"
    computer.mkdir()
    (computer / "key").write_text(PRIVATE.file_text())
    settings = Settings(
        _env_file=None, database_url=migrated_database_url, data_dir=computer / "data"
    )
    assert await export(settings, computer / "key", Wanted(out=computer / "signers.csv")) == 0
    with (computer / "signers.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["Ida"]
    assert not (computer / "data").exists(), "and none is made"


async def test_a_database_that_is_not_there_is_one_clear_sentence(tmp_path: Path) -> None:
    """Also where the campaign is named."""
    (tmp_path / "key").write_text(PRIVATE.file_text())
    settings = Settings(_env_file=None, database_url="postgresql://ida@127.0.0.1:1/name")
    with pytest.raises(DatabaseFault, match="DATABASE_URL"):
        await export(settings, tmp_path / "key", Wanted("release"))
