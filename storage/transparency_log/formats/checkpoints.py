"""Checkpoints: a log's origin, size and root, signed by the log (C2SP tlog-checkpoint).

    example.com/log
    20852163
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    — example.com/log Az3grlgtzPICa5OS8npVmf1Myq/5IZni…

A log must never sign a checkpoint that does not follow from all it signed before: that is up to
whoever calls `sign` (`tree.verify_consistency` is the check).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from storage.transparency_log.formats import notes
from storage.transparency_log.formats.encodings import (
    MOST,
    from_base64,
    from_decimal,
    plain,
    to_base64,
)
from storage.transparency_log.formats.notes import KeyType, Note, Signed, SignerKey, VerifierKey
from storage.transparency_log.formats.refusals import Reason, Refused
from storage.transparency_log.formats.tiles import HASH_BYTES


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of a log: `size` entries under `root`. `extensions` are further lines."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for line in (self.origin, *self.extensions):
            if not plain(line) or "\n" in line:
                raise _not_a_checkpoint()
        if not 0 <= self.size <= MOST or len(self.root) != HASH_BYTES:
            raise _not_a_checkpoint()

    @property
    def text(self) -> str:
        """The text that is signed (tlog-checkpoint, "Note text")."""
        lines = (self.origin, str(self.size), to_base64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Checked:
    """A checkpoint whose signatures are checked, its note, and who signed it."""

    checkpoint: Checkpoint
    note: Note
    signed: tuple[Signed, ...]


def parse(text: str) -> Checkpoint:
    """The checkpoint in a note's text (tlog-checkpoint, "Note text").

    Raises:
        Refused: there is none.
    """
    origin, size, root, *extensions = _lines(text)
    raw = from_base64(root)
    if len(raw) != HASH_BYTES:
        raise _not_a_checkpoint()
    return Checkpoint(origin, from_decimal(size), raw, tuple(extensions))


def sign(checkpoint: Checkpoint, *keys: SignerKey) -> Note:
    """The signed checkpoint; `content` of it is what is served (tlog-tiles, "Checkpoints")."""
    return notes.sign(checkpoint.text, *keys)


def check(
    content: bytes,
    log: VerifierKey,
    witnesses: Iterable[VerifierKey] = (),
    origin: str | None = None,
) -> Checked:
    """A checkpoint that a log has signed, with the cosignatures of these witnesses, if any.

    `origin` is the log's; without it, it is the name of its key (tlog-checkpoint, "Signatures").
    How many witnesses there have to be is the caller's, or a policy's, to say.

    Raises:
        Refused: it is no checkpoint, one of another log, not signed by the log, or a signature
            of these keys does not fit; or one of the keys is of the wrong type.
    """
    check_log_key(log)
    keys = (log, *map(check_witness_key, witnesses))
    note, signed = notes.check_note(content, keys)
    checkpoint = parse(note.text)
    if checkpoint.origin != (log.name if origin is None else origin):
        raise Refused(Reason.ORIGIN, f"This is a checkpoint of another log: {checkpoint.origin}")
    if log not in (each.key for each in signed):
        raise Refused(Reason.UNSIGNED, f"{log.name} has not signed this.")
    return Checked(checkpoint, note, signed)


def check_log_key(key: VerifierKey) -> VerifierKey:
    """The key itself, if a log can have it.

    Raises:
        Refused: it is a witness's.
    """
    if key.type is not KeyType.ED25519:
        raise Refused(Reason.KEY_TYPE, f"{key.name} is not a log's key but a witness's.")
    return key


def check_witness_key(key: VerifierKey) -> VerifierKey:
    """The key itself, if a witness can have it.

    Raises:
        Refused: it is a log's.
    """
    if key.type is not KeyType.COSIGNATURE:
        raise Refused(Reason.KEY_TYPE, f"{key.name} is not a witness's key but a log's.")
    return key


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop():  # what is behind the last newline
        raise _not_a_checkpoint()
    return lines


def _not_a_checkpoint() -> Refused:
    return Refused(
        Reason.CHECKPOINT_FORM, "A checkpoint has an origin, a size and a root, one in each line."
    )
