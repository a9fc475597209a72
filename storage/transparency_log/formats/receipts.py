"""Receipts and promises as files: reading and verifying them."""

from dataclasses import dataclass
from typing import Literal

from storage.transparency_log.formats import checkpoints, notes, proofs, tree
from storage.transparency_log.formats.checkpoints import Checked
from storage.transparency_log.formats.commitments import SALT_BYTES, Committed
from storage.transparency_log.formats.commitments import parse as parse_lines
from storage.transparency_log.formats.encodings import from_base64
from storage.transparency_log.formats.entries import Entry
from storage.transparency_log.formats.notes import VerifierKey
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.refusals import Reason, Refused

PROMISE = "porte-voix promise 1"
"""The first line of a promise, where a checkpoint has the log's name."""

MOST_BYTES = 16_000
"""Far more than a receipt has, with the cosignatures of many witnesses."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What opens a commitment."""

    salt: bytes
    committed: Committed

    @classmethod
    def parse(cls, extra: bytes) -> "Opened":
        """Out of the bytes in a receipt.

        Raises:
            Refused: they are not what opens a commitment to a signature.
        """
        try:
            return cls(extra[:SALT_BYTES], parse_lines(extra[SALT_BYTES:]))
        except ValueError:
            raise Refused(Reason.PROOF_FORM, "This is a proof, but not of a signature.") from None

    @property
    def extra(self) -> bytes:
        """The bytes that stand in a receipt."""
        return self.salt + self.committed.lines()

    @property
    def leaf(self) -> bytes:
        """The hash of the leaf that the signature has in its log."""
        return tree.leaf_hash(Entry("add", self.committed.under(self.salt)).line)


@dataclass(frozen=True, slots=True)
class Verified:
    """A receipt that is what it says."""

    kind: Literal["promise", "proof"]
    origin: str
    opened: Opened
    checked: Checked | None = None
    """The checkpoint of a proof."""


def origin_in(content: bytes) -> str:
    """Which log a receipt says it is of: nothing is checked yet.

    Raises:
        Refused: it is no receipt.
    """
    if len(content) > MOST_BYTES:
        raise _too_long()
    if content.startswith(PROMISE.encode()):
        return _promised(notes.parse(content).text)[0]
    return checkpoints.parse(notes.parse(proofs.parse(content).checkpoint).text).origin


def verify(content: bytes, policy: Policy) -> Verified:
    """Check a receipt with nothing but the keys one trusts.

    Raises:
        Refused: it is no receipt, or not one of a log that the policy trusts.
    """
    if len(content) > MOST_BYTES:
        raise _too_long()
    if content.startswith(PROMISE.encode()):
        return _verify_promise(content, policy)
    proof = proofs.parse(content)
    opened = Opened.parse(proof.extra or b"")
    checked = proof.check(opened.leaf, policy)
    return Verified("proof", checked.checkpoint.origin, opened, checked)


def _verify_promise(content: bytes, policy: Policy) -> Verified:
    note = notes.parse(content)
    origin, extra = _promised(note.text)
    keys: list[VerifierKey] = [key for key in policy.logs if key.name == origin]
    if not keys:
        raise Refused(Reason.ORIGIN, f"This is a promise of another log: {origin}")
    notes.check_note(content, keys)
    return Verified("promise", origin, Opened.parse(from_base64(extra)))


def _promised(text: str) -> tuple[str, str]:
    """The log's origin and, in base64, what opens the commitment. Raises Refused."""
    lines = text.split("\n")
    if len(lines) != 4:
        raise Refused(Reason.PROOF_FORM, "This is no promise of a log.")
    return lines[1], lines[2]


def _too_long() -> Refused:
    return Refused(Reason.TOO_LONG, f"A receipt has at most {MOST_BYTES} bytes.")
