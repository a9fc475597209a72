"""The settings of a demo, and how its database is told from a real one.

A database is bound to the vault key that it was made with (`storage.vault.claim`), and nobody signs
without. A demo's vault key says that it is one; so whoever works with such a key only cannot sign
in a real campaign, wherever the settings point.
"""

import secrets

from pydantic import SecretStr

from bot.process.errors import SettingsError
from bot.settings import KEY_BYTES, Settings, make_key_file
from bot.simulator import TOKEN

ALONE = 100
"""The most people to whom one organizer may write here, so that the second has something to do."""

MARK = b"porte-voix demo:"
"""What a demo's vault key begins with; as many random bytes follow."""


def demo_settings(settings: Settings) -> Settings:
    """These settings for a demo: all of it is in the folder `demo` of the data folder."""
    return settings.model_copy(
        update={
            "data_dir": settings.data_dir / "demo",
            "bot_token": SecretStr(TOKEN),
            "database_url": "",
            "redis_url": "",
            "vault_key": None,
            "broadcast_alone": ALONE,
            "checkpoint_minutes": 1,
            "witnesses": None,
        }
    )


def make_demo_key(settings: Settings) -> None:
    """Give a demo that begins a vault key of its kind.

    Raises:
        SettingsError: The data folder cannot be written.
    """
    path = settings.data_folder() / "vault.key"
    if not path.exists():
        make_key_file(path, MARK + secrets.token_bytes(KEY_BYTES - len(MARK)))


def demo_key(settings: Settings) -> bytes:
    """The vault key of these settings, KEY_BYTES long.

    Raises:
        SettingsError: It is no demo's, or cannot be read.
    """
    key = settings.vault_key_bytes()
    if not key.startswith(MARK):
        raise SettingsError(
            f"The vault key of {settings.data_folder()} is no demo's, and its database may be a"
            " real one: move that folder away, or set DATA_DIR to another."
        )
    return key
