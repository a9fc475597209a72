"""What the public log says of a signature: a number that tells nothing until somebody opens it.

A commitment is HMAC-SHA256 (RFC 2104) over a few lines, under 32 random bytes that only the
signature's row holds, its salt. With salt and lines anybody can work it out again; without the
salt it is noise, and so it stays when the row is erased.

The lines, each ended by a line feed:

    porte-voix commitment 1
    <the campaign's slug>
    <the signature's number: 32 hex digits>
    <SHA-256 of the sealed name, e-mail and comment: 64 hex digits>
    <country, two letters, or nothing>
    <language>
    <SHA-256 of the consent's words: 64 hex digits>

So nobody can exchange what somebody wrote, where they are from or what they agreed to: with the
export of the organisation's key at hand, it would not fit the log any more.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256

FORMAT = "porte-voix commitment 1"
SALT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Committed:
    """What a commitment is made of, besides the salt."""

    slug: str
    signature_id: bytes
    sealed_sha256: bytes
    country: str
    locale: str
    wording: str
    """The hash of the consent's words, in hex."""

    def lines(self) -> bytes:
        """The lines that are hashed."""
        lines = (
            FORMAT,
            self.slug,
            self.signature_id.hex(),
            self.sealed_sha256.hex(),
            self.country,
            self.locale,
            self.wording,
        )
        return "".join(f"{line}\n" for line in lines).encode()

    def under(self, salt: bytes) -> bytes:
        """The commitment: 32 bytes."""
        return hmac.digest(salt, self.lines(), sha256)


def parse(lines: bytes) -> Committed:
    """The lines read again.

    Raises:
        ValueError: they are none of ours.
    """
    form, slug, number, sealed, country, locale, wording, end = lines.decode().split("\n")
    committed = Committed(
        slug, bytes.fromhex(number), bytes.fromhex(sealed), country, locale, wording
    )
    if form != FORMAT or end or committed.lines() != lines:
        raise ValueError("not the lines of a commitment")
    return committed
