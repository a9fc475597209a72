"""How a demo's database is told from a real one."""

import secrets
from pathlib import Path
from typing import Any

import pytest

from bot.demo.settings import demo_key, demo_settings, make_demo_key
from bot.process.errors import SettingsError
from bot.settings import Settings
from storage import models
from storage.container import Storage
from storage.errors import WrongVaultKey
from tests.support.storage.petition import VAULT_KEY, count, open_petition


def settings_in(folder: Path, **more: Any) -> Settings:
    return Settings(_env_file=None, data_dir=folder, **more)


def test_a_demos_key_is_made_once_and_says_what_it_is(tmp_path: Path) -> None:
    """Two demos have two keys; a second start keeps the first one's."""
    one, other = (demo_settings(settings_in(tmp_path / name)) for name in ("one", "other"))
    for each in (one, other, one):
        make_demo_key(each)
    assert demo_key(one) == demo_key(one) != demo_key(other)
    assert (tmp_path / "one" / "demo" / "vault.key").stat().st_mode & 0o077 == 0


def test_what_is_set_for_a_real_petition_is_nothing_to_a_demo(tmp_path: Path) -> None:
    """Its database, its Redis and its vault key are left alone."""
    real = settings_in(
        tmp_path,
        database_url="postgresql://db.example/real",
        redis_url="redis://redis.example",
        vault_key="A" * 43 + "=",
        bot_token="1:real",
    )
    demo = demo_settings(real)
    make_demo_key(demo)
    assert demo.database == f"sqlite:///{tmp_path / 'demo' / 'porte-voix.db'}"
    assert demo.redis_url == ""
    assert demo.token != real.token
    assert demo_key(demo) != real.vault_key_bytes()


def test_a_key_of_any_other_kind_is_no_demos(tmp_path: Path) -> None:
    """A folder with a real petition's key may have been moved to where a demo's would be."""
    demo = demo_settings(settings_in(tmp_path))
    (tmp_path / "demo").mkdir()
    demo.vault_key_bytes()  # as `run` makes one
    make_demo_key(demo)
    with pytest.raises(SettingsError, match="is no demo's"):
        demo_key(demo)


async def test_a_demos_key_opens_no_real_database(
    tmp_path: Path, migrated_database_url: str
) -> None:
    """Whatever leads there: who has a demo's key only cannot sign in it."""
    storage = await Storage.open(migrated_database_url, VAULT_KEY)
    await open_petition(storage, "real")
    await storage.close()
    demo = demo_settings(settings_in(tmp_path))
    make_demo_key(demo)
    for key in (demo_key(demo), secrets.token_bytes(32)):
        with pytest.raises(WrongVaultKey):
            await Storage.open(migrated_database_url, key)
    storage = await Storage.open(migrated_database_url, VAULT_KEY)
    assert await count(storage, models.signatures) == 0
    await storage.close()
