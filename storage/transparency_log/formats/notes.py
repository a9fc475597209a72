"""Signed notes: a text, an empty line, and a line for each signature (C2SP signed-note).

    Whatever is signed,
    in as many lines as it takes.

    — example.com/log Az3grlgtzPICa5OS8npVmf1Myq/5IZni…

Two kinds of keys are known: those that sign the text itself with Ed25519, as a log does, and those
of witnesses, which sign it together with the time (C2SP tlog-cosignature, "Ed25519 signed
message"). The text form of a verifier key is that of c2sp.org/signed-note, "Verifier keys"; that
of a signer key is the one of Go's golang.org/x/mod/sumdb/note.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from storage.transparency_log.formats.encodings import from_base64, from_utf8, plain, to_base64
from storage.transparency_log.formats.refusals import Reason, Refused

MOST_BYTES = 1_000_000
"""Of a note; far above what 16 signatures of any kind need ("Format")."""

MOST_SIGNATURES = 100
"""In one note; at least 16 have to be accepted ("Format")."""

MOST_TIME = 2**63 - 1
"""The latest time of a cosignature, in seconds (tlog-cosignature, "Format")."""

DASH = "\N{EM DASH} "
"""What a signature line begins with."""

KEY_ID_BYTES, KEY_BYTES, SIGNATURE_BYTES, TIME_BYTES = 4, 32, 64, 8

ID = re.compile("[0-9a-f]{8}")
PRIVATE = "PRIVATE+KEY+"


class KeyType(IntEnum):
    """Kinds of keys, by the byte that names them (signed-note, "Signature types")."""

    ED25519 = 1
    COSIGNATURE = 4
    """A witness's, whose signatures carry a time."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: whose, and the signature's bytes."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        """The line as it stands in a note, with its newline."""
        return f"{DASH}{self.name} {to_base64(self.key_id + self.value)}\n"


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public key that goes with a name. Anybody may have it."""

    name: str
    raw: bytes
    """The 32 bytes of the Ed25519 key (RFC 8032)."""
    type: KeyType = KeyType.ED25519

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.raw) != KEY_BYTES:
            raise Refused(Reason.KEY_FORM, f"An Ed25519 key has {KEY_BYTES} bytes.")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The key in `name+id+base64`.

        Raises:
            Refused: there is none, or the id is another key's.
        """
        name, key_id, key_type, raw = _parse_key(text)
        key = cls(name, raw, key_type)
        _check_id(key, key_id)
        return key

    @property
    def id(self) -> bytes:
        """The four bytes that signature lines name it by (signed-note, "Signatures")."""
        return sha256(self.name.encode() + b"\n" + bytes([self.type]) + self.raw).digest()[
            :KEY_ID_BYTES
        ]

    @property
    def text(self) -> str:
        """The key in one line, for those who check: `name+id+base64`."""
        return f"{self.name}+{self.id.hex()}+{to_base64(bytes([self.type]) + self.raw)}"

    def made(self, signature: Signature) -> bool:
        """Whether a signature claims to be by this key."""
        return (signature.name, signature.key_id) == (self.name, self.id)

    def check(self, text: str, signature: Signature) -> int | None:
        """Check this key's signature; the time of a cosignature, in seconds since 1970, or None.

        Raises:
            Refused: it does not fit the text.
        """
        value, time = signature.value, None
        if self.type is KeyType.COSIGNATURE:
            time, value = int.from_bytes(value[:TIME_BYTES], "big"), value[TIME_BYTES:]
        try:
            if len(value) != SIGNATURE_BYTES or (time or 0) > MOST_TIME:
                raise InvalidSignature
            message = _message(text, time)
            Ed25519PublicKey.from_public_bytes(self.raw).verify(value, message)
        except (InvalidSignature, ValueError):
            raise Refused(
                Reason.SIGNATURE, f"The signature of {self.name} does not fit the text."
            ) from None
        return time


@dataclass(frozen=True, slots=True, repr=False)
class SignerKey:
    """The private key that goes with a name. Whoever has it can sign as that name."""

    name: str
    seed: bytes
    """The 32 bytes of the Ed25519 private key (RFC 8032)."""
    type: KeyType = KeyType.ED25519

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.seed) != KEY_BYTES:
            raise Refused(Reason.KEY_FORM, f"An Ed25519 key has {KEY_BYTES} bytes.")

    @classmethod
    def generate(cls, name: str, key_type: KeyType = KeyType.ED25519) -> Self:
        """A new key from the system's randomness.

        Raises:
            Refused: no key can have that name.
        """
        return cls(name, Ed25519PrivateKey.generate().private_bytes_raw(), key_type)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The key in `PRIVATE+KEY+name+id+base64`.

        Raises:
            Refused: there is none, or the id is another key's.
        """
        if not text.startswith(PRIVATE):
            raise _not_a_key()
        name, key_id, key_type, seed = _parse_key(text.removeprefix(PRIVATE))
        key = cls(name, seed, key_type)
        _check_id(key.verifier, key_id)
        return key

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        public = self._private.public_key().public_bytes_raw()
        return VerifierKey(self.name, public, self.type)

    @property
    def text(self) -> str:
        """The key in one line, to be kept secret: `PRIVATE+KEY+name+id+base64`."""
        encoded = to_base64(bytes([self.type]) + self.seed)
        return f"{PRIVATE}{self.name}+{self.verifier.id.hex()}+{encoded}"

    def sign(self, text: str, time: int | None = None) -> Signature:
        """Sign a note's text. A witness's key needs the time, in seconds since 1970.

        Raises:
            Refused: no note can have that text.
            ValueError: the time is missing for a witness's key, given for a log's, or out of
                range.
        """
        check_text(text)
        if (time is not None) != (self.type is KeyType.COSIGNATURE) or not (
            0 <= (time or 0) <= MOST_TIME
        ):
            raise ValueError("A time belongs to cosignatures, and to each of them.")
        led = b"" if time is None else time.to_bytes(TIME_BYTES, "big")
        value = led + self._private.sign(_message(text, time))
        return Signature(self.name, self.verifier.id, value)

    @property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


@dataclass(frozen=True, slots=True)
class Note:
    """A text, with its last newline, and signatures that nobody has checked yet."""

    text: str
    signatures: tuple[Signature, ...]

    @property
    def content(self) -> bytes:
        """The note as it is served."""
        return f"{self.text}\n{''.join(each.line for each in self.signatures)}".encode()

    def signed(self, signatures: Iterable[Signature]) -> "Note":
        """The note with these signatures too; of one key only the newest stays."""
        by_key = {(each.name, each.key_id): each for each in self.signatures}
        by_key.update({(each.name, each.key_id): each for each in signatures})
        return Note(self.text, tuple(by_key.values()))


@dataclass(frozen=True, slots=True)
class Signed:
    """A checked signature: whose, and when it was made if it is a cosignature (seconds)."""

    key: VerifierKey
    time: int | None


def sign(text: str, *keys: SignerKey) -> Note:
    """A text signed by these keys, each once.

    Raises:
        Refused: no note can have that text.
    """
    return Note(check_text(text), ()).signed(key.sign(text) for key in keys)


def parse(content: bytes) -> Note:
    """A note out of its bytes, before any signature is checked (signed-note, "Format").

    Raises:
        Refused: they are no note, or more than `MOST_BYTES`.
    """
    if len(content) > MOST_BYTES:
        raise Refused(Reason.TOO_LONG, f"A note has at most {MOST_BYTES} bytes.")
    text, empty_line, lines = from_utf8(content).rpartition("\n\n")
    if not empty_line:
        raise Refused(Reason.NOTE_FORM, "A note has an empty line before its signatures.")
    return Note(check_text(text + "\n"), parse_signatures(lines))


def parse_signatures(lines: str) -> tuple[Signature, ...]:
    """Signature lines, at least one (signed-note, "Format").

    Raises:
        Refused: there is none, one is malformed, or there are more than `MOST_SIGNATURES`.
    """
    if not lines.endswith("\n"):
        raise Refused(Reason.NOTE_FORM, "A note ends with a signature line.")
    each = lines.removesuffix("\n").split("\n")
    if len(each) > MOST_SIGNATURES:
        raise Refused(Reason.TOO_LONG, f"A note has at most {MOST_SIGNATURES} signatures.")
    return tuple(_parse_signature(line) for line in each)


def check_note(content: bytes, keys: Iterable[VerifierKey]) -> tuple[Note, tuple[Signed, ...]]:
    """A note, and which of the trusted keys have signed it, in the order of its lines.

    signed-note, "Signatures": signatures of other keys do not count; one of a trusted key that does
    not fit spoils the note; there has to be one that does.

    Raises:
        Refused: it is no note, a signature of a trusted key does not fit, or there is none.
    """
    note = parse(content)
    signed = check_signatures(note, keys)
    if not signed:
        raise Refused(Reason.UNSIGNED, "None of the trusted keys has signed this.")
    return note, signed


def check_signatures(note: Note, keys: Iterable[VerifierKey]) -> tuple[Signed, ...]:
    """Which of the trusted keys have signed, maybe none, in the order of the lines.

    Where a key has signed several times, all have to fit and the last counts.

    Raises:
        Refused: a signature of a trusted key does not fit.
    """
    known = _by_name_and_id(keys)
    signed: dict[VerifierKey, Signed] = {}
    for signature in note.signatures:
        if key := known.get((signature.name, signature.key_id)):
            signed[key] = Signed(key, key.check(note.text, signature))
    return tuple(signed.values())


def check_name(name: str) -> str:
    """The name itself, if a key can have it (signed-note, "Format").

    Raises:
        Refused: no key can.
    """
    plain(name)
    if not name or "+" in name or any(character.isspace() for character in name):
        raise Refused(Reason.KEY_NAME, "The name of a key has neither spaces nor a plus.")
    return name


def check_text(text: str) -> str:
    """The text itself, if a note can have it: it ends with a newline.

    Raises:
        Refused: no note can.
    """
    if not plain(text).endswith("\n"):
        raise Refused(Reason.NOTE_FORM, "A note's text ends with a newline.")
    return text


def _message(text: str, time: int | None) -> bytes:
    """What is signed: the text, or for a cosignature (v1) its header, the time and the text."""
    led = "" if time is None else f"cosignature/v1\ntime {time}\n"
    return (led + text).encode()


def _parse_signature(line: str) -> Signature:
    name, space, encoded = line.removeprefix(DASH).partition(" ")
    if not line.startswith(DASH) or not space:
        raise Refused(Reason.NOTE_FORM, "This is not a signature line.")
    raw = from_base64(encoded)
    if len(raw) <= KEY_ID_BYTES:
        raise Refused(Reason.NOTE_FORM, "A signature line has a key's id and a signature.")
    return Signature(check_name(name), raw[:KEY_ID_BYTES], raw[KEY_ID_BYTES:])


def _parse_key(text: str) -> tuple[str, bytes, KeyType, bytes]:
    """Name, id, type and key out of `name+id+base64`; base64 may have a plus in it."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not ID.fullmatch(parts[1]):
        raise _not_a_key()
    name, key_id, encoded = parts
    raw = from_base64(encoded)
    try:
        key_type = KeyType(raw[0])
    except (IndexError, ValueError):
        raise Refused(Reason.KEY_TYPE, "This kind of key is not known.") from None
    return name, bytes.fromhex(key_id), key_type, raw[1:]


def _check_id(key: VerifierKey, key_id: bytes) -> None:
    if key.id != key_id:
        raise Refused(Reason.KEY_FORM, "The id of this key is not the one of its name and bytes.")


def _by_name_and_id(keys: Iterable[VerifierKey]) -> dict[tuple[str, bytes], VerifierKey]:
    known: dict[tuple[str, bytes], VerifierKey] = {}
    for key in keys:
        if known.setdefault((key.name, key.id), key) != key:
            raise Refused(Reason.AMBIGUOUS_KEYS, f"Two keys are called {key.name}+{key.id.hex()}.")
    return known


def _not_a_key() -> Refused:
    return Refused(Reason.KEY_FORM, "This is not a key: name, id and base64 with + between them.")
