"""The organisation's key pair, as two small text files.

Both files are ASCII, in lines of at most 76 characters:

    porte-voix-organisation-key-1 private        <- or "public": format, version, kind
    <base64 of the key, several lines>
    checksum <first 16 hex digits of the SHA-256 of the first line's text, LF, and the key>

The key is that of HPKE's hybrid KEM MLKEM768-X25519 (draft-ietf-hpke-pq; X-Wing,
draft-connolly-cfrg-xwing-kem). private: ML-KEM-768's 64-byte seed (FIPS 203, d and z), then
X25519's 32 bytes (RFC 7748). public: ML-KEM-768's 1184-byte encapsulation key, then X25519's 32
bytes.
Empty lines, spaces at line ends and lines that begin with `#` do not count.
"""

import base64
import os
import textwrap
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from storage.errors import KeyFault

FORMAT = "porte-voix-organisation-key-1"
SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
MLKEM_SEED_BYTES, MLKEM_PUBLIC_BYTES, X25519_BYTES = 64, 1184, 32
CHALLENGE_INFO = b"porte-voix challenge 1"
"""Domain label: an answer to a challenge can never be read as a signature."""

SHORT = 16
"""As many hex digits of a fingerprint as people compare."""

Kind = Literal["private", "public"]


def short(fingerprint: str) -> str:
    """As much of a fingerprint as people compare."""
    return fingerprint[:SHORT]


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What signatures are sealed to. Anybody may have it."""

    raw: bytes
    hpke: hpke.MLKEM768X25519PublicKey

    @classmethod
    def from_raw(cls, raw: bytes) -> Self:
        """The key of those bytes: the ML-KEM-768 public key, then the X25519 one.

        Raises:
            KeyFault: they are no such key.
        """
        if len(raw) != MLKEM_PUBLIC_BYTES + X25519_BYTES:
            raise _damaged("public")
        try:
            key = hpke.MLKEM768X25519PublicKey(
                MLKEM768PublicKey.from_public_bytes(raw[:MLKEM_PUBLIC_BYTES]),
                X25519PublicKey.from_public_bytes(raw[MLKEM_PUBLIC_BYTES:]),
            )
        except ValueError:
            raise _damaged("public") from None
        return cls(raw, key)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The key in a public key file's text.

        Raises:
            KeyFault: the text is not that of such a file.
        """
        return cls.from_raw(_parse(text, "public"))

    def file_text(self) -> str:
        """The public key file."""
        return _file_text("public", self.raw)

    @property
    def fingerprint(self) -> str:
        """The key's name: SHA-256 of it, in hex."""
        return sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True, repr=False)
class PrivateKey:
    """What opens the signatures. It belongs on the organisation's own computer only."""

    raw: bytes
    hpke: hpke.MLKEM768X25519PrivateKey
    public: PublicKey

    @classmethod
    def from_raw(cls, raw: bytes) -> Self:
        """The key of those bytes: the seed of the ML-KEM-768 key, then the X25519 private key.

        Raises:
            KeyFault: they are no such key.
        """
        if len(raw) != MLKEM_SEED_BYTES + X25519_BYTES:
            raise _damaged("private")
        mlkem = MLKEM768PrivateKey.from_seed_bytes(raw[:MLKEM_SEED_BYTES])
        x25519 = X25519PrivateKey.from_private_bytes(raw[MLKEM_SEED_BYTES:])
        public = PublicKey.from_raw(
            mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        )
        return cls(raw, hpke.MLKEM768X25519PrivateKey(mlkem, x25519), public)

    @classmethod
    def generate(cls) -> Self:
        """A new key from the system's randomness."""
        return cls.from_raw(os.urandom(MLKEM_SEED_BYTES + X25519_BYTES))

    @classmethod
    def parse(cls, text: str) -> Self:
        """The key in a private key file's text.

        Raises:
            KeyFault: the text is not that of such a file.
        """
        return cls.from_raw(_parse(text, "private"))

    def file_text(self) -> str:
        """The private key file: never to be put on a server."""
        return _file_text("private", self.raw)


def challenge(public: PublicKey) -> tuple[bytes, bytes]:
    """Ask for a proof that somebody holds the private half: (sealed, the expected answer).

    A key that nobody can open would swallow every signature; so it is proven before it is used.
    """
    expected = os.urandom(32)
    return SUITE.encrypt(expected, public.hpke, info=CHALLENGE_INFO), expected


def prove(private: PrivateKey, sealed: bytes) -> bytes:
    """The answer to a challenge.

    Raises:
        KeyFault: it was made for another key, or is damaged.
    """
    try:
        return SUITE.decrypt(sealed, private.hpke, info=CHALLENGE_INFO)
    except (InvalidTag, ValueError):
        raise KeyFault(
            "This challenge was made for another key, or is damaged: ask for a new one for"
            f" key {short(private.public.fingerprint)}."
        ) from None


def _file_text(kind: Kind, raw: bytes) -> str:
    lines = textwrap.wrap(base64.b64encode(raw).decode(), 76)
    return "\n".join([f"{FORMAT} {kind}", *lines, f"checksum {_checksum(kind, raw)}", ""])


def _checksum(kind: Kind, raw: bytes) -> str:
    return sha256(f"{FORMAT} {kind}\n".encode() + raw).hexdigest()[:16]


def _parse(text: str, wanted: Kind) -> bytes:
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    words = lines[0].split() if lines else []
    if len(words) != 2 or not words[0].startswith("porte-voix-organisation-key-"):
        raise KeyFault(
            f"This is no organisation key: its first line should read “{FORMAT} {wanted}”."
        )
    if words[0] != FORMAT:
        raise KeyFault(f"This key has the format {words[0]}; this program knows {FORMAT} only.")
    if words[1] == "private" and wanted == "public":
        raise KeyFault(
            "This is the private key, which must never be on the server: give the public one, and"
            " keep this file on the organisation's own computer."
        )
    if words[1] == "public" and wanted == "private":
        raise KeyFault("This is the public key; only the private one opens signatures.")
    if words[1] != wanted or len(lines) < 3:
        raise _damaged(wanted)
    try:
        raw = base64.b64decode("".join(lines[1:-1]), validate=True)
    except ValueError:
        raise _damaged(wanted) from None
    if lines[-1] != f"checksum {_checksum(wanted, raw)}":
        raise _damaged(wanted)
    return raw


def _damaged(kind: Kind) -> KeyFault:
    return KeyFault(f"The {kind} key is damaged or incomplete: copy its whole file again.")
