"""Sealing what signers write to the organisation's keys, so that the server cannot read it.

A signature is sealed to one key or to several, each of which opens it by itself:

    1 byte     02, the version
    1 byte     how many keys, 1 to 4
    for each key:
      8 bytes  the beginning of its fingerprint
      rest     HPKE's (RFC 9180) single-shot output in the suite of
               `storage.organisation_keys.key_pair`; as long for every key
    32 bytes   HMAC-SHA-256 (RFC 2104) of all before it, under the tie

HPKE's `info` names the campaign and the signature, so a blob that is moved to another row does
not open. Every key opens the same plaintext: the tie, which is 32 random bytes, and then a JSON
object, led by its length in four bytes (big endian) and filled with zeros up to one of a few
sizes: a long name looks like a short one. The tie holds the parts together: where a byte of one
key's part was changed, the blob does not open with any other key either.

Version 1 is how signatures were sealed before, to one key: the byte 01, and HPKE's output of the
JSON object alone. It is only read. Sealing takes about 0.2 ms for each key, so it happens right in
the event loop.
"""

import hmac
import json
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag

from handlers.domain.signatures import Draft
from storage.organisation_keys.key_pair import SUITE, PrivateKey, PublicKey, short

ONE_KEY, VERSION = b"\x01", b"\x02"
INFO = {ONE_KEY: b"porte-voix signature 1", VERSION: b"porte-voix signature 2"}
"""Domain labels: what was sealed in one way can never be read as sealed in another."""

MOST_KEYS = 4
"""Each takes another 1.4 KB for every signature."""

SHORT_BYTES, TIE_BYTES, MAC_BYTES = 8, 32, 32
BUCKETS = (256, 1024, 4096, 16384)
"""Sizes of the padded texts in bytes; beyond the last, multiples of it."""

CHANGED = "changed, moved, or sealed to another key"


class Damaged(Exception):
    """A sealed signature does not open: it was changed, moved, or sealed to another key."""


def seal(publics: Sequence[PublicKey], slug: str, signature_id: bytes, draft: Draft) -> bytes:
    """Seal the name, e-mail and comment of the signature `signature_id` under `slug`.

    Raises:
        ValueError: there is no key, or more than `MOST_KEYS`.
    """
    if not 1 <= len(publics) <= MOST_KEYS:
        raise ValueError(f"a signature is sealed to 1 to {MOST_KEYS} keys, not {len(publics)}")
    tie = os.urandom(TIE_BYTES)
    plaintext = tie + _pad({"name": draft.name, "email": draft.email, "comment": draft.comment})
    info = _info(VERSION, slug, signature_id)
    parts = [
        _beginning(public) + SUITE.encrypt(plaintext, public.hpke, info=info) for public in publics
    ]
    content = VERSION + bytes([len(parts)]) + b"".join(parts)
    return content + hmac.digest(tie, content, "sha256")


def unseal(private: PrivateKey, slug: str, signature_id: bytes, sealed: bytes) -> Draft:
    """What `seal` was given (but for the country, which is not sealed).

    Raises:
        Damaged: it was changed, or not sealed to this key for this signature.
    """
    version = sealed[:1]
    if version not in INFO:
        raise Damaged("sealed in a way that this program does not know")
    info = _info(version, slug, signature_id)
    try:
        if version == ONE_KEY:
            padded = SUITE.decrypt(sealed[1:], private.hpke, info=info)
        else:
            padded = _open_part(private, info, sealed)
        texts = _unpad(padded)
        return Draft(name=texts["name"], email=texts["email"], comment=texts["comment"])
    except InvalidTag:
        raise Damaged(CHANGED) from None
    except (ValueError, KeyError, TypeError):
        raise Damaged("sealed, but not by this program") from None


def _open_part(private: PrivateKey, info: bytes, sealed: bytes) -> bytes:
    """The padded texts in a blob of version 2. Raises Damaged or InvalidTag."""
    content, mac = sealed[:-MAC_BYTES], sealed[-MAC_BYTES:]
    parts = _parts(content)
    mine = [part for part in parts if part.startswith(_beginning(private.public))]
    if not mine:
        keys = ", ".join(part[:SHORT_BYTES].hex() for part in parts)
        raise Damaged(f"changed, or sealed to other keys ({keys})")
    plaintext = SUITE.decrypt(mine[0][SHORT_BYTES:], private.hpke, info=info)
    tie = plaintext[:TIE_BYTES]
    if not hmac.compare_digest(hmac.digest(tie, content, "sha256"), mac):
        raise Damaged(CHANGED)
    return plaintext[TIE_BYTES:]


def _parts(content: bytes) -> Sequence[bytes]:
    """Each key's part. Raises Damaged where they are not whole."""
    count = content[1] if len(content) > 1 else 0
    length, over = divmod(len(content) - 2, count) if count else (0, 0)
    if over or length <= SHORT_BYTES:
        raise Damaged(CHANGED)
    return [content[2 + length * number :][:length] for number in range(count)]


def _beginning(public: PublicKey) -> bytes:
    return bytes.fromhex(short(public.fingerprint))


def _info(version: bytes, slug: str, signature_id: bytes) -> bytes:
    parts = (INFO[version], slug.encode(), signature_id)
    return b"".join(len(part).to_bytes(2, "big") + part for part in parts)


def _pad(texts: dict[str, str]) -> bytes:
    # Lone surrogates cannot be written as UTF-8; JSON's own escapes carry them.
    written = json.dumps(texts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    try:
        content = written.encode()
    except UnicodeEncodeError:
        content = json.dumps(texts, separators=(",", ":"), sort_keys=True).encode()
    led = len(content).to_bytes(4, "big") + content
    size = next((bucket for bucket in BUCKETS if len(led) <= bucket), 0)
    return led.ljust(size or -(-len(led) // BUCKETS[-1]) * BUCKETS[-1], b"\0")


def _unpad(padded: bytes) -> dict[str, str]:
    length = int.from_bytes(padded[:4], "big")
    texts = json.loads(padded[4 : 4 + length])
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise ValueError
    return texts
