"""`python -m bot talk`: a demo's conversation in the terminal, and never a real one."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from bot.demo.settings import demo_key, demo_settings, make_demo_key
from bot.demo.talk import open_demo
from bot.process.errors import SettingsError
from bot.settings import Settings
from storage import models
from storage.container import Storage
from tests.support.storage.petition import VAULT_KEY, count, open_petition

pytestmark = pytest.mark.real


def settings_in(folder: Path) -> Settings:
    return Settings(_env_file=None, data_dir=folder)


async def test_a_real_database_is_refused_whatever_leads_there(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> None:
    """With a demo's key it does not open; its own key is no demo's. Nothing is written to it."""
    storage = await Storage.open(migrated_database_url, VAULT_KEY)
    await open_petition(storage, "real")
    settings = demo_settings(settings_in(tmp_path)).model_copy(
        update={"database_url": migrated_database_url}
    )
    make_demo_key(settings)
    with pytest.raises(SettingsError, match="The database is no demo's"):
        async with open_demo(settings, redis_url):
            raise AssertionError
    (tmp_path / "demo" / "vault.key").unlink()
    settings.vault_key_bytes()  # one that says nothing, as `run` makes it
    with pytest.raises(SettingsError, match=r"The vault key .* is no demo's"):
        async with open_demo(settings, redis_url):
            raise AssertionError
    assert await count(storage, models.signatures) == 0
    await storage.close()


async def test_a_demos_database_is_opened(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> None:
    """Wherever it is: the one that was made with a demo's key."""
    settings = demo_settings(settings_in(tmp_path)).model_copy(
        update={"database_url": migrated_database_url}
    )
    make_demo_key(settings)
    storage = await Storage.open(migrated_database_url, demo_key(settings))
    await open_petition(storage, "sample")
    await storage.close()
    async with open_demo(settings, redis_url) as opened:
        assert [each.slug for each in await opened.campaigns.all()] == ["sample"]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which commands run, and nothing is set."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr("bot.process.logs.set_up", lambda level: None)
    # Fewer made-up people: they take a moment.
    monkeypatch.setattr("bot.demo.run.SIGNATURES", 20)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def talks(monkeypatch: pytest.MonkeyPatch, lines: str, *options: str) -> int:
    """The exit status of `talk` when a script types these lines."""
    script = Path("script")
    script.write_text(lines, encoding="utf-8")
    with script.open(encoding="utf-8") as typed, monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", typed)
        return main(["talk", *options])


def signed_in_a_terminal(folder: Path) -> int:
    """How many signatures of the demo in that folder came from a terminal."""
    with closing(sqlite3.connect(folder / "data" / "demo" / "porte-voix.db")) as database:
        query = "SELECT count(*) FROM signatures WHERE channel = 'terminal'"
        (many,) = database.execute(query).fetchone()
    return int(many)


def test_a_script_signs_and_takes_it_back(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no demo runs it opens one, finds it again, and leaves alone what is set for others."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{machine / 'real.db'}")
    monkeypatch.setenv("VAULT_KEY", "A" * 43 + "=")
    arabic = ("--language", "ar", "--as", "ليلى", "--start", "chechnya", "--folder", "files")
    # Sign, agree, without a name, from Egypt, without a comment, confirm.
    assert talks(monkeypatch, "1\n1\n2\nمصر\n1\n1\n", *arabic) == 0
    assert "3. 🌐 اللغة" in capsys.readouterr().out
    assert signed_in_a_terminal(machine) == 1
    assert talks(monkeypatch, "/mydata\n1\n1\n/forget\n2\n", *arabic) == 0
    (saved,) = (machine / "files").iterdir()
    assert str(saved.relative_to(machine)) in capsys.readouterr().out
    assert signed_in_a_terminal(machine) == 0
    assert sorted(each.name for each in machine.iterdir()) == ["data", "files", "script"]
    assert [each.name for each in (machine / "data").iterdir()] == ["demo"]


@pytest.mark.parametrize("options", [("--start", "a b"), ("--as", " \u200b"), ("--as", "x" * 65)])
def test_what_no_link_carries_and_nobody_is_called_is_refused(
    options: tuple[str, str], machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says what is wrong; nothing is opened."""
    assert main(["talk", *options]) == 2
    assert options[0] in capsys.readouterr().err
    assert list(machine.iterdir()) == []
