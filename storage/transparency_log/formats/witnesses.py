"""What a log and a witness say to each other (C2SP tlog-witness, "add-checkpoint").

The log posts its new checkpoint with a proof that it follows from the one that the witness saw
last; the witness answers with signature lines. An answer with status 409 and the media type
`text/x.tlog.size` says which size that was.
"""

from collections.abc import Iterable, Sequence

from storage.transparency_log.formats import notes
from storage.transparency_log.formats.checkpoints import check_witness_key
from storage.transparency_log.formats.encodings import from_decimal, from_utf8, to_base64
from storage.transparency_log.formats.notes import Note, VerifierKey
from storage.transparency_log.formats.refusals import Reason, Refused

SUBMISSION = "add-checkpoint"
"""The address behind a witness's submission prefix."""

SIZE_TYPE = "text/x.tlog.size"
"""The media type of the answer that says which size the witness saw last."""

MOST_HASHES = 63
MOST_BYTES = 1_000_000


def submission(old_size: int, path: Sequence[bytes], checkpoint: Note) -> bytes:
    """The body of the request: `path` is `tree.prove_consistency` from `old_size`.

    Raises:
        Refused: there are more hashes than a witness takes.
    """
    if len(path) > MOST_HASHES:
        raise Refused(Reason.PATH_LENGTH, f"A witness takes at most {MOST_HASHES} hashes.")
    lines = [f"old {old_size}", *map(to_base64, path), "", ""]
    return "\n".join(lines).encode() + checkpoint.content


def last_size(answer: bytes) -> int:
    """The size in the body of an answer with status 409.

    Raises:
        Refused: there is none.
    """
    text = from_utf8(answer)
    if not text.endswith("\n"):
        raise Refused(Reason.NUMBER, "A witness's size ends with a newline.")
    return from_decimal(text.removesuffix("\n"))


def cosigned(checkpoint: Note, answer: bytes, witnesses: Iterable[VerifierKey]) -> Note:
    """The checkpoint with the cosignatures of these witnesses in the body of an answer.

    Lines of other keys are left out.

    Raises:
        Refused: a cosignature does not fit, or none is by these witnesses; or the answer is too
            long.
    """
    if len(answer) > MOST_BYTES:
        raise Refused(Reason.TOO_LONG, f"An answer has at most {MOST_BYTES} bytes.")
    answered = Note(checkpoint.text, notes.parse_signatures(from_utf8(answer)))
    keys = [check_witness_key(key) for key in witnesses]
    if not notes.check_signatures(answered, keys):
        raise Refused(Reason.UNSIGNED, "None of the trusted witnesses has cosigned this.")
    known = [line for line in answered.signatures if any(key.made(line) for key in keys)]
    return checkpoint.signed(known)
