"""Sealing what signers write to the organisation's key, so that the server cannot read it.

A sealed blob is one version byte and then HPKE's (RFC 9180) single-shot output in the suite of
`storage.organisation_key`. Its `info` names the campaign and the signature, so a blob that is
moved to another row does not open. The plaintext is a JSON object, led by its length in four
bytes (big endian) and filled with zeros up to one of a few sizes: a long name looks like
a short one. Sealing takes about 0.2 ms, so it happens right in the event loop.
"""

import json

from cryptography.exceptions import InvalidTag

from handlers.stores import Draft
from storage.organisation_key import SUITE, PrivateKey, PublicKey

VERSION = b"\x01"
INFO = b"porte-voix signature 1"
BUCKETS = (256, 1024, 4096, 16384)
"""Sizes of the padded plaintext in bytes; beyond the last, multiples of it."""


class Damaged(Exception):
    """A sealed signature does not open: it was changed, moved, or sealed to another key."""


def seal(public: PublicKey, slug: str, signature_id: bytes, draft: Draft) -> bytes:
    """Seal the name, e-mail and comment of the signature `signature_id` under `slug`."""
    texts = {"name": draft.name, "email": draft.email, "comment": draft.comment}
    return VERSION + SUITE.encrypt(_pad(texts), public.hpke, info=_info(slug, signature_id))


def unseal(private: PrivateKey, slug: str, signature_id: bytes, sealed: bytes) -> Draft:
    """What `seal` was given (but for the country, which is not sealed). Raises Damaged."""
    if sealed[:1] != VERSION:
        raise Damaged("sealed in a way that this program does not know")
    try:
        padded = SUITE.decrypt(sealed[1:], private.hpke, info=_info(slug, signature_id))
        texts = _unpad(padded)
        return Draft(name=texts["name"], email=texts["email"], comment=texts["comment"])
    except InvalidTag:
        raise Damaged("changed, moved, or sealed to another key") from None
    except (ValueError, KeyError, TypeError):
        raise Damaged("sealed, but not by this program") from None


def _info(slug: str, signature_id: bytes) -> bytes:
    parts = (INFO, slug.encode(), signature_id)
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
