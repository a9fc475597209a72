"""What the operator sets, and what they are told when it is wrong."""

import base64
import os
import stat
from pathlib import Path

import pytest

from bot.process.errors import SettingsError
from bot.settings import Settings, load

TOKEN = "123456:a-token-that-must-not-be-shown"
KEY = base64.b64encode(bytes(range(32))).decode()


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which nothing is set, and a folder without `.env`."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def refusal(*needs: str) -> str:
    with pytest.raises(SettingsError) as refused:
        load(needs)
    said = str(refused.value)
    assert "\n" not in said
    return said


def test_everything_has_a_default_but_what_only_the_operator_knows() -> None:
    """Nothing at all is needed to look around."""
    settings = load()
    assert settings.bot_api_url == "https://api.telegram.org"
    assert settings.database == "sqlite:///data/porte-voix.db"
    assert settings.port == 8080


@pytest.mark.parametrize("name", ["bot_token", "redis_url", "webhook_url", "webhook_secret"])
def test_what_is_missing_is_named_and_said_what_to_set(name: str) -> None:
    """One line that helps; an empty setting is a missing one."""
    said = refusal(name)
    assert said.startswith(f"{name.upper()} is not set: set it to ")


def test_an_empty_setting_is_a_missing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Platforms set what they do not know to nothing."""
    monkeypatch.setenv("WEBHOOK_SECRET", "")
    assert "WEBHOOK_SECRET is not set" in refusal("webhook_secret")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "not a token but secret"),
        ("BOT_API_URL", "ftp://secret.example"),
        ("BOT_API_URL", "secret"),
        ("REDIS_URL", "http://user:secret@host"),
        ("WEBHOOK_URL", "http://secret.example/hook"),
        ("WEBHOOK_URL", "https://secret.example/hook?x=1"),
        ("WEBHOOK_URL", "https://secret.example:port/hook"),
        ("WEBHOOK_URL", "/secret"),
        ("WEBHOOK_SECRET", "a secret with spaces"),
        ("WEBHOOK_SECRET", "s" * 257),
        ("WEBHOOK_SECRET", "sécret"),
        ("METRICS_TOKEN", "a secret with spaces"),
        ("VAULT_KEY", "c2VjcmV0"),
        ("VAULT_KEY", "secret !"),
        ("PORT", "secret"),
        ("PORT", "70000"),
        ("SESSION_DAYS", "0"),
        ("LOG_LEVEL", "secret"),
    ],
)
def test_a_wrong_setting_is_named_and_its_value_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """It may be a secret, and logs are read by many."""
    monkeypatch.setenv(name, value)
    said = refusal()
    assert said.startswith(f"{name} is wrong: ")
    assert "secret" not in said.removeprefix(name).lower()


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/hook", "/hook"),
        ("https://example.org:8443/a/b/", "/a/b/"),
        ("http://127.0.0.1:8080/hook", "/hook"),
        ("http://localhost/hook", "/hook"),
        ("http://[::1]:8080/hook", "/hook"),
    ],
)
def test_the_webhook_is_served_where_telegram_calls_it(
    monkeypatch: pytest.MonkeyPatch, url: str, path: str
) -> None:
    """At the path of its address; without https only on this machine itself."""
    monkeypatch.setenv("WEBHOOK_URL", url)
    assert load().webhook_path == path


@pytest.mark.parametrize(
    ("public", "webhook", "origin"),
    [
        ("", "https://example.org:8443/a/hook", "https://example.org:8443"),
        ("https://sign.example.org/", "https://example.org/hook", "https://sign.example.org"),
        ("http://127.0.0.1:8080", "https://example.org/hook", "http://127.0.0.1:8080"),
    ],
)
def test_the_public_pages_are_where_the_operator_says(
    monkeypatch: pytest.MonkeyPatch, public: str, webhook: str, origin: str
) -> None:
    """Or where the webhook is."""
    monkeypatch.setenv("PUBLIC_URL", public)
    monkeypatch.setenv("WEBHOOK_URL", webhook)
    assert load().public == origin


@pytest.mark.parametrize(
    "public", ["sign.example.org", "https://example.org/path", "ftp://example.org", "https://a/?b"]
)
def test_the_public_pages_have_a_whole_host(monkeypatch: pytest.MonkeyPatch, public: str) -> None:
    """Their paths are their own."""
    monkeypatch.setenv("PUBLIC_URL", public)
    assert refusal().startswith("PUBLIC_URL is wrong: ")


def test_secrets_are_not_shown_when_settings_are() -> None:
    """Not in a traceback, not in a log."""
    os.environ["BOT_TOKEN"] = TOKEN
    try:
        assert TOKEN not in repr(load()) + str(load())
        assert load().token == TOKEN
        assert load().bot_id == "123456"
    finally:
        del os.environ["BOT_TOKEN"]


def test_settings_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`.env` beside the program; the environment is stronger, and other lines do no harm."""
    (tmp_path / ".env").write_text(f"BOT_TOKEN={TOKEN}\nPORT=1\nOTHER=thing\n")
    monkeypatch.setenv("PORT", "2")
    settings = load(["bot_token"])
    assert settings.token == TOKEN
    assert settings.port == 2


def test_the_vault_key_is_made_once_and_for_this_user_only(tmp_path: Path) -> None:
    """Without a setting it is kept in the data folder, which nobody else may enter."""
    settings = Settings(_env_file=None, data_dir=tmp_path / "data")
    key = settings.vault_key_bytes()
    assert len(key) == 32
    assert settings.vault_key_bytes() == key
    [file] = (tmp_path / "data").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_set_vault_key_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever keeps it elsewhere does not want it on the disk."""
    monkeypatch.setenv("VAULT_KEY", KEY)
    assert load().vault_key_bytes() == bytes(range(32))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_vault_key_is_not_replaced(tmp_path: Path) -> None:
    """A new one would let everybody sign twice."""
    settings = Settings(_env_file=None, data_dir=tmp_path)
    (tmp_path / "vault.key").touch(mode=0o600)
    (tmp_path / "vault.key").write_text("broken")
    with pytest.raises(SettingsError, match="holds no vault key"):
        settings.vault_key_bytes()
    assert (tmp_path / "vault.key").read_text() == "broken"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_vault_key_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    """One line that says what to type."""
    settings = Settings(_env_file=None, data_dir=tmp_path)
    key = settings.vault_key_bytes()
    (tmp_path / "vault.key").chmod(mode)
    with pytest.raises(SettingsError, match=r"`chmod 600 .*vault\.key`"):
        settings.vault_key_bytes()
    (tmp_path / "vault.key").chmod(0o600)
    assert settings.vault_key_bytes() == key


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEBHOOK_SECRET", "hunter2"),
        ("METRICS_TOKEN", "hunter2"),
        ("BOT_API_URL", "http://hunter2.example:8081"),
        ("REDIS_URL", "redis://:hunter2@redis.example:6379/0"),
    ],
)
def test_what_is_unwise_is_said_once_without_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """It works all the same."""
    monkeypatch.setenv(name, value)
    [said] = load().cautions()
    assert said.startswith(name)
    assert "hunter2" not in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEBHOOK_SECRET", "sixteen-letters-"),
        ("METRICS_TOKEN", "c2l4dGVlbi1sZXR0ZXI="),
        ("BOT_API_URL", "http://127.0.0.1:8081"),
        ("BOT_API_URL", "http://[::1]:8081"),
        ("REDIS_URL", "redis://LOCALHOST:6379/0"),
        ("REDIS_URL", "redis://"),
        ("REDIS_URL", "rediss://redis.example:6379/0"),
        ("REDIS_URL", "unix:///run/redis.sock"),
    ],
)
def test_what_is_wise_is_not_talked_about(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """What stays on this machine may go in clear."""
    monkeypatch.setenv(name, value)
    assert load().cautions() == []


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """One line that says which setting to change."""
    (tmp_path / "file").write_text("")
    settings = Settings(_env_file=None, data_dir=tmp_path / "file" / "data")
    with pytest.raises(SettingsError, match="DATA_DIR"):
        settings.data_folder()
