"""Numbers, bytes and texts in the one spelling that is accepted.

C2SP's formats write bytes in the base64 of RFC 4648 section 4 and numbers in ASCII decimals
without leading zeros. RFC 4648 section 3.5 lets a decoder accept several spellings of the same
bytes; here it is one, so that a changed byte never goes unnoticed.
"""

import base64
import binascii
import re

from storage.transparency_log.formats.refusals import Reason, Refused

MOST = 2**64 - 1
"""The highest size, index or time (uint64)."""

DECIMAL = re.compile(r"0|[1-9][0-9]{0,19}")
CONTROL = re.compile("[\0-\x09\x0b-\x1f]")


def to_base64(raw: bytes) -> str:
    """Bytes in base64, with padding."""
    return base64.b64encode(raw).decode()


def from_base64(text: str) -> bytes:
    """The bytes of such a text.

    Raises:
        Refused: it is no base64, or these bytes are written another way.
    """
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):  # the latter for what is not ASCII
        raise Refused(Reason.BASE64, "This is not base64.") from None
    if to_base64(raw) != text:
        raise Refused(Reason.BASE64, "These bytes are written another way in base64.")
    return raw


def from_decimal(text: str) -> int:
    """The number that is written there.

    Raises:
        Refused: it is none from 0 to 2^64-1, or has zeros in front.
    """
    if not DECIMAL.fullmatch(text) or int(text) > MOST:
        raise Refused(Reason.NUMBER, "This is not a number from 0 to 2^64-1.")
    return int(text)


def from_utf8(raw: bytes) -> str:
    """A text in which newlines are the only control characters.

    Raises:
        Refused: it has others, or is not in UTF-8.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        raise Refused(Reason.ENCODING, "This text is not in UTF-8.") from None
    return plain(text)


def plain(text: str) -> str:
    """The text itself, if newlines are its only control characters.

    signed-note, "Format": none below U+0020 but the newline; and it can be written in UTF-8.

    Raises:
        Refused: there are others, or it has surrogates.
    """
    if CONTROL.search(text):
        raise Refused(Reason.ENCODING, "There are control characters in this text.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused(Reason.ENCODING, "This text cannot be written in UTF-8.") from None
    return text
