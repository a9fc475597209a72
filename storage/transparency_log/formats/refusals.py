"""Why something of a log is refused."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong, for programs: each is said to people in words of its own."""

    ENCODING = "encoding"
    """Not UTF-8, or with control characters in it."""
    BASE64 = "base64"
    """Not base64, or not the one spelling of those bytes."""
    NUMBER = "number"
    """Not a decimal number without leading zeros, or beyond 64 bits."""
    TOO_LONG = "too-long"
    """Longer than anything sensible would be."""
    NOTE_FORM = "note-form"
    """Not a text, an empty line and signature lines."""
    KEY_NAME = "key-name"
    """The name of a key is empty, or has a space or a plus in it."""
    KEY_FORM = "key-form"
    """Not a key, or its id is not the one that its name and bytes give."""
    KEY_TYPE = "key-type"
    """A key of a kind that does not sign such things."""
    AMBIGUOUS_KEYS = "ambiguous-keys"
    """Two of the trusted keys have the same name and id."""
    UNSIGNED = "unsigned"
    """None of the trusted keys has signed it."""
    SIGNATURE = "signature"
    """A signature of a trusted key does not fit the text: one of them was changed."""
    CHECKPOINT_FORM = "checkpoint-form"
    """Not an origin, a size and a root."""
    ORIGIN = "origin"
    """Of another log than the one that is asked about."""
    PROOF_FORM = "proof-form"
    """Not a proof as c2sp.org/tlog-proof@v1 has it."""
    INDEX = "index"
    """No such entry in a log of that size."""
    SIZES = "sizes"
    """The newer of two logs is smaller."""
    PATH_LENGTH = "path-length"
    """More or fewer hashes than a proof for these numbers has."""
    ROOT = "root"
    """The hashes lead to another root than the one that is signed."""
    TILE_PATH = "tile-path"
    """Not the address of a tile or of a bundle of entries."""
    TILE_FORM = "tile-form"
    """A tile has not the length that it must have."""
    TILE_CONTENT = "tile-content"
    """A tile does not fit the tiles below it."""
    BUNDLE_FORM = "bundle-form"
    """A bundle of entries ends too early or too late."""
    ENTRY = "entry"
    """An entry is not the one whose hash is in the log."""
    POLICY_FORM = "policy-form"
    """A line of a policy is not understood."""
    QUORUM = "quorum"
    """Too few of the trusted witnesses have cosigned."""
    MISSING = "missing"
    """A copy of a log lacks a file."""


class Refused(Exception):
    """Something is not what it should be. `reason` is for programs, the text for operators."""

    def __init__(self, reason: Reason, text: str) -> None:
        super().__init__(text)
        self.reason = reason
