"""What the entries of a public log say, each a line of ASCII.

    add <the commitment in base64>      somebody signed (`commitments`)
    withdraw                            somebody took their signature back
    invalidate <reason>                 the organizers removed one, and why

A signature that is taken back is not named: that would tell whoever finds an old receipt what its
owner did since. So the log shows how many signatures count, and not which of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from handlers.domain.moderation import Decision
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.encodings import from_base64, to_base64
from storage.transparency_log.formats.refusals import Reason, Refused

Kind = Literal["add", "withdraw", "invalidate"]

COMMITMENT_BYTES = 32

REASONS = frozenset(get_args(Decision)) - {"release"}

COUNT = "signatures "
"""How the line of a checkpoint begins that says how many signatures count."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `commitment` is that of an `add`, `reason` that of an `invalidate`."""

    kind: Kind
    commitment: bytes = b""
    reason: str = ""

    @property
    def line(self) -> bytes:
        """The entry's bytes, with the line feed.

        Raises:
            Refused: there can be no such entry.
        """
        detail = to_base64(self.commitment) if self.commitment else self.reason
        line = " ".join(each for each in (self.kind, detail) if each)
        if not self._complete():
            raise _not_an_entry(line)
        return f"{line}\n".encode()

    @property
    def change(self) -> int:
        """By how much it moves the number of signatures."""
        return 1 if self.kind == "add" else -1

    def _complete(self) -> bool:
        if self.kind == "add":
            return len(self.commitment) == COMMITMENT_BYTES and not self.reason
        return not self.commitment and (self.reason in REASONS) == (self.kind == "invalidate")


def parse(line: bytes) -> Entry:
    """The entry in those bytes.

    Raises:
        Refused: there is none.
    """
    try:
        kind, _, detail = line.decode("ascii").removesuffix("\n").partition(" ")
    except UnicodeDecodeError:
        raise _not_an_entry("bytes beyond ASCII") from None
    if kind == "add":
        entry = Entry("add", commitment=from_base64(detail))
    elif kind == "withdraw":
        entry = Entry("withdraw", reason=detail)
    else:
        entry = Entry("invalidate", reason=detail)
    if entry.line != line:
        raise _not_an_entry(kind)
    return entry


def signatures(entries: Iterable[Entry], before: int = 0) -> int:
    """How many signatures count after those entries.

    Raises:
        Refused: that falls below 0.
    """
    count = before
    for entry in entries:
        count += entry.change
        if count < 0:
            raise Refused(Reason.ENTRY, "More signatures are taken back than there were.")
    return count


def _not_an_entry(what: str) -> Refused:
    return Refused(Reason.ENTRY, f"This is no entry of a log of signatures: {what[:60]!r}")


def signatures_in(checkpoint: Checkpoint) -> int:
    """How many signatures the checkpoint says there are.

    Raises:
        Refused: it does not say.
    """
    for line in checkpoint.extensions:
        amount = line.removeprefix(COUNT)
        if line.startswith(COUNT) and amount.isdecimal():
            return int(amount)
    raise Refused(Reason.CHECKPOINT_FORM, "This checkpoint does not say how many signatures count.")
