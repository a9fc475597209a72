"""What the operator sets, read from the environment and from a `.env` file, and nowhere else.

A setting that is missing or wrong ends the program with one line that says what to set. No
value is ever repeated in it: it may be a secret.
"""

import base64
import binascii
import hashlib
import os
import re
import secrets
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.process.errors import SettingsError
from bot.process.private_files import readable_by_others

KEY_BYTES = 32

LOOPBACK = {"localhost", "127.0.0.1", "::1"}

SHORTEST_SECRET = 16
"""Characters from which on nobody guesses a secret, if it is a random one."""


class Settings(BaseSettings):
    """The settings. Each is named in the environment as here, in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = None
    """What BotFather gave for the bot."""
    bot_api_url: str = "https://api.telegram.org"
    """Another address where Telegram's Bot API is served."""
    database_url: str = ""
    """`postgresql://…` or `sqlite:///…`; a SQLite file in the data folder if unset."""
    redis_url: str = ""
    """`redis://…`, `rediss://…` or `unix://…`; `run` and `demo` bring a server of their own."""
    webhook_url: str = ""
    """Where Telegram reaches `web` from outside, with the path."""
    webhook_secret: SecretStr | None = None
    """What Telegram has to say with every update: 1 to 256 of `A-Z a-z 0-9 _ -`."""
    public_url: str = ""
    """Where people reach the public pages of `web`; the webhook's origin if unset."""
    metrics_token: SecretStr | None = None
    """What `/metrics` asks for (`Authorization: Bearer …`); if unset, it is not served."""
    host: str = "0.0.0.0"  # noqa: S104 - a container is reached from outside itself
    port: int = Field(default=8080, ge=0, le=65535)
    data_dir: Path = Path("data")
    """The folder for what is not in a database: the vault key, and the embedded databases."""
    vault_key: SecretStr | None = None
    """32 random bytes in base64. If unset, they are kept in `vault.key` in the data folder."""
    session_days: int = Field(default=7, ge=1, le=365)
    """How long an unfinished conversation waits for its person."""
    broadcast_alone: int = Field(default=1_000, ge=0)
    """The most people to whom one organizer may send a broadcast without a second one."""
    checkpoint_minutes: int = Field(default=60, ge=1, le=1440)
    """How often the public logs sign what was added to them, and so how roughly they tell when."""
    witnesses: Path | None = None
    """A file in C2SP's tlog-policy form whose witnesses are asked to cosign the public logs."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(
            r"[0-9]{1,20}:[A-Za-z0-9_-]{1,128}", value.get_secret_value()
        ):
            raise ValueError("it is no bot token: copy it from BotFather (123456:ABC…)")
        return value

    @field_validator("bot_api_url")
    @classmethod
    def _api(cls, value: str) -> str:
        parts = _split(value)
        if parts is None or parts.scheme not in {"http", "https"} or parts.query or parts.fragment:
            raise ValueError("it is no web address: it should look like https://api.telegram.org")
        return value.rstrip("/")

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, value: str) -> str:
        if value and not value.startswith(("redis://", "rediss://", "unix://")):
            raise ValueError("it should look like redis://host:6379/0")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _webhook(cls, value: str) -> str:
        if not value:
            return value
        parts = _split(value)
        if parts is None or parts.query or parts.fragment:
            raise ValueError("it is no web address: it should look like https://example.org/hook")
        if parts.scheme != "https" and not (
            parts.scheme == "http" and (parts.hostname or "").lower() in LOOPBACK
        ):
            raise ValueError("it has to begin with https:// (http:// only on this machine itself)")
        return value

    @field_validator("public_url")
    @classmethod
    def _public(cls, value: str) -> str:
        parts = _split(value) if value else None
        if value and (
            parts is None
            or parts.scheme not in {"http", "https"}
            or parts.path.strip("/")
            or parts.query
            or parts.fragment
            or parts.username
        ):
            raise ValueError("it has to be a web address without a path: https://example.org")
        return value.rstrip("/")

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        # Bot API, setWebhook, secret_token.
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("it may have 1 to 256 characters of A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("metrics_token")
    @classmethod
    def _metrics_token(cls, value: SecretStr | None) -> SecretStr | None:
        # RFC 6750, section 2.1, b64token.
        if value and not re.fullmatch(r"[A-Za-z0-9._~+/-]+=*", value.get_secret_value()):
            raise ValueError("it may have A-Z, a-z, 0-9 and - . _ ~ + /, and = at its end")
        return value

    @field_validator("vault_key")
    @classmethod
    def _vault_key(cls, value: SecretStr | None) -> SecretStr | None:
        if value:
            _key_bytes(value.get_secret_value())
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _level(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @property
    def token(self) -> str:
        """The bot's token; only for a process that needs one."""
        return self.bot_token.get_secret_value() if self.bot_token else ""

    @property
    def bot_id(self) -> str:
        """The bot's number: the first part of its token."""
        return self.token.partition(":")[0]

    @property
    def bot_there(self) -> str:
        """The bot's number and a short hash of where its API is: files have their names there."""
        where = hashlib.sha256(self.bot_api_url.encode()).hexdigest()[:8]
        return f"{self.bot_id}@{where}"

    @property
    def secret(self) -> str:
        """The webhook's secret."""
        return self.webhook_secret.get_secret_value() if self.webhook_secret else ""

    @property
    def webhook_path(self) -> str:
        """The path under which `web` waits for updates."""
        return urlsplit(self.webhook_url).path or "/"

    @property
    def public(self) -> str:
        """The origin of the public pages' addresses."""
        parts = urlsplit(self.webhook_url)
        host = parts.netloc.rpartition("@")[2]
        return self.public_url or f"{parts.scheme}://{host}"

    @property
    def database(self) -> str:
        """The database's address, set or default."""
        return self.database_url or f"sqlite:///{self.data_folder() / 'porte-voix.db'}"

    def log_folder(self) -> Path:
        """Where this machine remembers what the public logs have signed. Raises SettingsError."""
        return self.data_folder() / "logs"

    def data_folder(self) -> Path:
        """The data folder, made if absent. Raises SettingsError."""
        try:
            self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as fault:
            raise SettingsError(
                f"DATA_DIR: the folder {self.data_dir} cannot be made ({fault.strerror}):"
                " set it to a folder that this user may write to."
            ) from None
        return self.data_dir

    def vault_key_bytes(self) -> bytes:
        """The vault key: as set, or from `vault.key` in the data folder, made at the first time.

        Raises SettingsError where that file is no key, cannot be used or is open to others.
        """
        if self.vault_key:
            return _key_bytes(self.vault_key.get_secret_value())
        path = self.data_folder() / "vault.key"
        try:
            if not path.exists():
                make_key_file(path, secrets.token_bytes(KEY_BYTES))
            if readable_by_others(path):
                raise SettingsError(
                    f"{path} can be read by others than its owner:"
                    f" `chmod 600 {shlex.quote(str(path))}`, or set VAULT_KEY."
                )
            return _key_bytes(path.read_text(encoding="ascii").strip())
        except ValueError as fault:
            raise SettingsError(
                f"{path} holds no vault key ({fault}): put back the one that the database was made"
                " with, or set VAULT_KEY."
            ) from None
        except OSError as fault:
            raise SettingsError(
                f"{path} cannot be used ({fault.strerror}): make it readable, or set VAULT_KEY."
            ) from None

    def cautions(self) -> list[str]:
        """What works but gives protection away: a line for each, without any value."""
        said = []
        for name, secret in (
            ("WEBHOOK_SECRET", self.webhook_secret),
            ("METRICS_TOKEN", self.metrics_token),
        ):
            if secret and len(secret.get_secret_value()) < SHORTEST_SECRET:
                said.append(
                    f"{name} is short and might be guessed:"
                    f" set it to {SHORTEST_SECRET} or more random characters."
                )
        if _in_clear(self.bot_api_url, "http"):
            said.append(
                "BOT_API_URL begins with http://: the bot's token and what people write cross the"
                " network in clear. Use https://."
            )
        if _in_clear(self.redis_url, "redis"):
            said.append(
                "REDIS_URL begins with redis://: its password, and when people write, cross the"
                " network in clear. Use rediss://."
            )
        return said


SAID = {
    "PORT": "it has to be a number from 0 to 65535",
    "SESSION_DAYS": "it has to be a number from 1 to 365",
    "BROADCAST_ALONE": "it has to be a number of people, 0 or more",
    "LOG_LEVEL": "it has to be DEBUG, INFO, WARNING or ERROR",
}
"""What to say of a wrong value where pydantic's own words would puzzle."""


def load(needs: Iterable[str] = (), env_file: Path | str | None = ".env") -> Settings:
    """The settings, checked; `needs` names those that have to be there.

    Raises SettingsError with one line about the first that is missing or wrong.
    """
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_input=False, include_context=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "The settings"
        said = SAID.get(name) or str(first["msg"]).removeprefix("Value error, ")
        raise SettingsError(f"{name} is wrong: {said}.") from None
    for name in needs:
        if not getattr(settings, name):
            raise SettingsError(f"{name.upper()} is not set: {WHAT[name]}.")
    return settings


WHAT = {
    "bot_token": "set it to the token that BotFather gave you",
    "redis_url": "set it to the address of a Redis or Valkey server, like redis://host:6379/0",
    "webhook_url": "set it to the https address where Telegram reaches this process",
    "webhook_secret": "set it to a random text of 1 to 256 characters of A-Z, a-z, 0-9, _ and -",
    "database_url": "set it to the database's address, like postgresql://user:password@host/name",
}
"""What to say of a setting that a command cannot do without."""


def _in_clear(url: str, scheme: str) -> bool:
    """Whether the address leads, by that unencrypted scheme, away from this machine."""
    try:
        parts = urlsplit(url)
    except ValueError:  # whoever connects will say that it is none
        return False
    return parts.scheme == scheme and (parts.hostname or "localhost") not in LOOPBACK


def _split(url: str) -> Any:
    """The address in its parts, or None where it is none."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises for a port that is no number
    except ValueError:
        return None
    return parts if parts.hostname and not re.search(r"\s", url) else None


def _key_bytes(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError(f"it has to be {KEY_BYTES} random bytes in base64")
    return key


def make_key_file(path: Path, key: bytes) -> None:
    """Write a new key, readable by this user only; if another process is faster, keep its key."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(base64.b64encode(key).decode() + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
