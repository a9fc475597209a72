"""Proofs that stand by themselves: that an entry is in a log (C2SP tlog-proof).

    c2sp.org/tlog-proof@v1
    extra <base64, left out where there is none>
    index 73894
    <the path, a hash in base64 in each line, the leaf's sibling first>
    <an empty line>
    <the signed checkpoint, as it is>

A receipt is such a proof. Nothing signs its `extra`: it is safe only as far as the leaf's hash is
computed from it.
"""

from dataclasses import dataclass

from storage.transparency_log.formats import tree
from storage.transparency_log.formats.checkpoints import Checked
from storage.transparency_log.formats.encodings import (
    MOST,
    from_base64,
    from_decimal,
    from_utf8,
    to_base64,
)
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.refusals import Reason, Refused
from storage.transparency_log.formats.tiles import HASH_BYTES

HEADER = "c2sp.org/tlog-proof@v1"
EXTRA, INDEX = "extra ", "index "
SUFFIX = ".tlog-proof"
"""What a proof's file is called at its end."""

MOST_BYTES = 2_000_000
MOST_HASHES = 64
"""In a path: a log of 2^64 entries has no longer one."""


@dataclass(frozen=True, slots=True)
class Proof:
    """That the `index`th entry is in the log of the checkpoint. Nothing of it is checked yet."""

    index: int
    path: tuple[bytes, ...]
    checkpoint: bytes
    """The signed checkpoint's bytes."""
    extra: bytes | None = None
    """What else whoever checks needs; at least one byte."""

    @property
    def content(self) -> bytes:
        """The proof as it is handed out (tlog-proof, "Format").

        Raises:
            Refused: it cannot be written so that it is read again.
        """
        if not self._can_be_written():
            raise _not_a_proof()
        lines = [HEADER]
        if self.extra is not None:
            lines.append(EXTRA + to_base64(self.extra))
        lines += [f"{INDEX}{self.index}", *map(to_base64, self.path), "", ""]
        return "\n".join(lines).encode() + self.checkpoint

    def check(self, leaf_hash: bytes, policy: Policy) -> Checked:
        """Check that the entry with that hash is in a log that the policy trusts.

        tlog-proof, "Verifying a tlog proof". The checkpoint that shows it.

        Raises:
            Refused: the policy does not accept the checkpoint, or the path does not lead to its
                root.
        """
        checked = policy.check(self.checkpoint)
        state = checked.checkpoint
        tree.verify_inclusion(leaf_hash, self.index, state.size, self.path, state.root)
        return checked

    def _can_be_written(self) -> bool:
        return (
            0 <= self.index <= MOST
            and len(self.path) <= MOST_HASHES
            and all(len(hashed) == HASH_BYTES for hashed in self.path)
            and self.extra != b""
            and self.checkpoint != b""
        )


def parse(content: bytes) -> Proof:
    """A proof out of its bytes, before anything is checked (tlog-proof, "Format").

    Raises:
        Refused: they are no proof, or more than `MOST_BYTES`.
    """
    if len(content) > MOST_BYTES:
        raise Refused(Reason.TOO_LONG, f"A proof has at most {MOST_BYTES} bytes.")
    head, _, checkpoint = from_utf8(content).partition("\n\n")
    header, *lines = head.split("\n")
    extra = None
    if lines and lines[0].startswith(EXTRA):
        extra = from_base64(lines.pop(0).removeprefix(EXTRA))
    if header != HEADER or not lines or not lines[0].startswith(INDEX):
        raise _not_a_proof()
    index, *path = lines
    proof = Proof(
        from_decimal(index.removeprefix(INDEX)),
        tuple(from_base64(line) for line in path),
        checkpoint.encode(),
        extra,
    )
    if proof.content != content:  # which also refuses what cannot be written
        raise _not_a_proof()
    return proof


def _not_a_proof() -> Refused:
    return Refused(Reason.PROOF_FORM, f"This is not a proof as {HEADER} has it.")
