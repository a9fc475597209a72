"""What a log and its witnesses say to each other."""

from storage.transparency_log.formats import checkpoints, notes, tree, witnesses
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.encodings import to_base64
from storage.transparency_log.formats.notes import KeyType, Signature, SignerKey
from storage.transparency_log.formats.refusals import Reason
from tests.support.log.refused import flipped, refusal
from tests.support.log.shelf import shelf_of

LOG = SignerKey("petition.example/c/release/log", bytes(32))
NORTH = SignerKey("north.example/w", bytes([1] * 32), KeyType.COSIGNATURE)
SOUTH = SignerKey("south.example/w", bytes([2] * 32), KeyType.COSIGNATURE)

SHELF = shelf_of(300)
SIGNED = checkpoints.sign(Checkpoint(LOG.name, 300, tree.stored_root(SHELF.read, 300)), LOG)


def test_what_is_posted_to_a_witness() -> None:
    """The size it saw, the proof that the log has grown from there, and the checkpoint."""
    path = tree.prove_consistency(SHELF.read, 200, 300)
    body = witnesses.submission(200, path, SIGNED).decode()
    head, _, checkpoint = body.partition("\n\n")
    assert head.split("\n") == ["old 200", *map(to_base64, path)]
    assert checkpoint.encode() == SIGNED.content


def test_the_first_time_there_is_no_proof() -> None:
    assert witnesses.submission(0, (), SIGNED) == b"old 0\n\n" + SIGNED.content
    too_many = (bytes(32),) * 64
    assert refusal(witnesses.submission, 1, too_many, SIGNED) is Reason.PATH_LENGTH


def test_what_a_witness_answers() -> None:
    """Its lines are added to the checkpoint; a stranger's are not."""
    answer = "".join(key.sign(SIGNED.text, 1_700_000_000).line for key in (NORTH, SOUTH))
    cosigned = witnesses.cosigned(SIGNED, answer.encode(), [NORTH.verifier])
    checked = checkpoints.check(cosigned.content, LOG.verifier, [NORTH.verifier])
    assert [each.time for each in checked.signed] == [None, 1_700_000_000]
    assert len(cosigned.signatures) == 2

    both = witnesses.cosigned(cosigned, answer.encode(), [NORTH.verifier, SOUTH.verifier])
    assert [each.name for each in both.signatures] == [LOG.name, NORTH.name, SOUTH.name]


def test_a_newer_cosignature_replaces_the_old_one() -> None:
    first = NORTH.sign(SIGNED.text, 1_700_000_000).line.encode()
    later = NORTH.sign(SIGNED.text, 1_700_000_600).line.encode()
    cosigned = witnesses.cosigned(SIGNED, first, [NORTH.verifier])
    cosigned = witnesses.cosigned(cosigned, later, [NORTH.verifier])
    signed = notes.check_signatures(cosigned, [NORTH.verifier])
    assert [each.time for each in signed] == [1_700_000_600]


def test_every_flipped_byte_of_an_answer_is_refused() -> None:
    answer = NORTH.sign(SIGNED.text, 1_700_000_000).line.encode()
    for changed in flipped(answer):
        refusal(witnesses.cosigned, SIGNED, changed, [NORTH.verifier])


def test_an_answer_that_is_none() -> None:
    """Nothing, another checkpoint's, only a stranger's, a log's key."""
    keys = [NORTH.verifier]
    other = NORTH.sign("other.example\n1\nAAAA\n", 1_700_000_000).line.encode()
    stranger = SOUTH.sign(SIGNED.text, 1_700_000_000).line.encode()
    huge = Signature("huge.example", bytes(4), bytes(1_000_000)).line.encode()
    for answer, reason in [
        (b"", Reason.NOTE_FORM),
        (b"\n", Reason.NOTE_FORM),
        (b"<html>\n", Reason.NOTE_FORM),
        (other, Reason.SIGNATURE),
        (stranger, Reason.UNSIGNED),
        (huge, Reason.TOO_LONG),
    ]:
        assert refusal(witnesses.cosigned, SIGNED, answer, keys) is reason
    lone = [LOG.verifier]
    assert refusal(witnesses.cosigned, SIGNED, stranger, lone) is Reason.KEY_TYPE


def test_the_size_a_witness_saw_last() -> None:
    assert witnesses.last_size(b"0\n") == 0
    assert witnesses.last_size(b"20852014\n") == 20_852_014
    for wrong in [b"", b"\n", b"5", b"05\n", b"5\n\n", b"-5\n", b" 5\n"]:
        assert refusal(witnesses.last_size, wrong) is Reason.NUMBER
