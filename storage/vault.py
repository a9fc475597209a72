"""The server's own secrets, all derived from one key that is kept outside the database.

Whoever steals the database alone can neither tell who signed nor reach anybody. What signers wrote
is not protected by this key at all: it is sealed to the organisation
(`storage.organisation_keys.sealing`).
"""

import hmac
import os
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import select

from storage import models
from storage.database import Database
from storage.errors import WrongVaultKey

KEY_BYTES = 32
NONCE_BYTES = 12
"""AES-GCM's nonce (NIST SP 800-38D, 8.2.2): random, so one key serves up to 2^32 messages."""


class Tampered(Exception):
    """Something encrypted by the vault has been changed, moved, or was never ours."""


class Vault:
    """Tags, and encryption of what the server itself must read again.

    `key` is the vault key: 32 random bytes.

    Raises:
        WrongVaultKey: it has another length.
    """

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise WrongVaultKey(
                f"The vault key has {len(key)} bytes instead of {KEY_BYTES}:"
                " set the one that this database was made with."
            )
        self._key = key
        self._peppers = AESGCM(self._derive("peppers"))
        self._log_keys = AESGCM(self._derive("log keys"))
        self._chats = AESGCM(self._derive("chats"))
        self._sessions = AESGCM(self._derive("sessions"))
        self._session_names = self._derive("session names")
        self._supporters = self._derive("supporters")
        self.fingerprint = self._derive("fingerprint").hex()
        """Names the key without telling it."""

    def _derive(self, purpose: str) -> bytes:
        """An independent key for one purpose (HKDF, RFC 5869)."""
        label = f"porte-voix vault 1: {purpose}".encode()
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=label).derive(self._key)

    def new_pepper(self, slug: str) -> bytes:
        """A random pepper for that campaign, wrapped to be kept in the database."""
        return _encrypt(self._peppers, os.urandom(32), f"pepper of {slug}")

    def unwrap_pepper(self, slug: str, wrapped: bytes) -> bytes:
        """The pepper again.

        Raises:
            Tampered: it was changed, or wrapped for another campaign or by another vault.
        """
        return _decrypt(self._peppers, wrapped, f"pepper of {slug}")

    def wrap_log_key(self, slug: str, key: bytes) -> bytes:
        """The key that signs that campaign's log, wrapped to be kept in the database."""
        return _encrypt(self._log_keys, key, f"log key of {slug}")

    def unwrap_log_key(self, slug: str, wrapped: bytes) -> bytes:
        """The log's key again.

        Raises:
            Tampered: it was changed, or wrapped for another campaign or by another vault.
        """
        return _decrypt(self._log_keys, wrapped, f"log key of {slug}")

    def encrypt_chat(self, channel: str, tag: bytes, chat_id: str) -> bytes:
        """A chat's address, readable only for the supporter of that tag."""
        return _encrypt(self._chats, chat_id.encode(), f"chat of {channel} {tag.hex()}")

    def decrypt_chat(self, channel: str, tag: bytes, encrypted: bytes) -> str:
        """The chat's address again.

        Raises:
            Tampered: it was changed, or encrypted for another person or by another vault.
        """
        return _decrypt(self._chats, encrypted, f"chat of {channel} {tag.hex()}").decode()

    def encrypt_session(self, name: str, payload: bytes) -> bytes:
        """A session, readable only under that name."""
        return _encrypt(self._sessions, payload, f"session {name}")

    def decrypt_session(self, name: str, encrypted: bytes) -> bytes:
        """The session again.

        Raises:
            Tampered: it was changed, or encrypted under another name or by another vault.
        """
        return _decrypt(self._sessions, encrypted, f"session {name}")

    def session_name(self, bot: str, channel: str, user_id: str) -> str:
        """What a person's session is called, which tells nobody whose it is."""
        return person_tag(self._session_names, bot, channel, user_id).hex()[:32]

    def supporter_tag(self, channel: str, user_id: str) -> bytes:
        """What a supporter is known by, across campaigns, while they want updates.

        A campaign's own tags die with its pepper; stopping updates must work after that too.
        """
        return person_tag(self._supporters, channel, user_id)


def person_tag(key: bytes, *parts: str) -> bytes:
    """HMAC-SHA256 over the parts, each led by its length so that no two lists look alike."""
    mac = hmac.new(key, digestmod=sha256)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        mac.update(len(encoded).to_bytes(4, "big") + encoded)
    return mac.digest()


async def claim(database: Database, vault: Vault) -> None:
    """Bind an empty database to this vault; in any other, check that it is the right one.

    With a wrong key everybody could sign twice and nobody could withdraw.

    Raises:
        WrongVaultKey: the database is bound to another one.
    """
    fingerprint = select(models.vault.c.fingerprint)
    async with database.read() as connection:
        known = await connection.scalar(fingerprint)
    if known is None:
        async with database.write() as connection:
            row = database.insert(models.vault).values(id=1, fingerprint=vault.fingerprint)
            await connection.execute(row.on_conflict_do_nothing())
            known = await connection.scalar(fingerprint)
    if known != vault.fingerprint:
        raise WrongVaultKey(
            "This database was made with another vault key: set VAULT_KEY (or the key file) to"
            " the one it was first started with."
        )


def _encrypt(cipher: AESGCM, text: bytes, place: str) -> bytes:
    """Encrypt for one place: moved elsewhere it does not decrypt."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, text, place.encode())


def _decrypt(cipher: AESGCM, encrypted: bytes, place: str) -> bytes:
    nonce, ciphertext = encrypted[:NONCE_BYTES], encrypted[NONCE_BYTES:]
    try:
        return cipher.decrypt(nonce, ciphertext, place.encode())
    except (InvalidTag, ValueError):
        raise Tampered(place) from None
