"""Checkpoints: what a log has signed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.transparency_log.formats import checkpoints, notes
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.encodings import from_base64
from storage.transparency_log.formats.notes import KeyType, SignerKey, VerifierKey
from storage.transparency_log.formats.refusals import Reason
from tests.support.log import published
from tests.support.log.refused import flipped, refusal

LOG = SignerKey("petition.example/c/release/log", bytes(32))
WITNESS = SignerKey("witness.example/w", bytes(range(32)), KeyType.COSIGNATURE)
STATE = Checkpoint(LOG.name, 20_852_163, bytes(range(32)))
SIGNED = checkpoints.sign(STATE, LOG)


@pytest.mark.parametrize("text", published.GO_CHECKPOINTS)
def test_what_gos_checksum_database_signed(text: str) -> None:
    """Its origin is not the name of its key. Not one byte can be another."""
    key = VerifierKey.parse(published.GO_KEY)
    checked = checkpoints.check(text.encode(), key, origin=published.GO_ORIGIN)
    assert checked.checkpoint.size == int(text.split("\n")[1])
    assert checked.checkpoint.text == checked.note.text
    assert checked.note.content == text.encode()
    assert refusal(checkpoints.check, text.encode(), key) is Reason.ORIGIN
    for changed in flipped(text.encode()):
        refusal(checkpoints.check, changed, key, origin=published.GO_ORIGIN)


def test_a_real_checkpoint_with_cosignatures() -> None:
    """Of all who signed, the log and one witness are trusted."""
    log, witness = map(VerifierKey.parse, (published.ARCHE_KEY, published.REMORA_KEY))
    checked = checkpoints.check(published.ARCHE.encode(), log, [witness])
    assert checked.checkpoint.size == 1_432_088_532
    assert [(each.key, each.time) for each in checked.signed] == [
        (log, None),
        (witness, published.REMORA_TIME),
    ]
    assert len(checked.note.signatures) == 6
    alone = checkpoints.check(published.ARCHE.encode(), log)
    assert [each.key for each in alone.signed] == [log]


def test_the_example_of_the_specification() -> None:
    note = notes.parse(published.SOFA.encode())
    checkpoint = checkpoints.parse(note.text)
    assert checkpoint == Checkpoint(
        "example.com/behind-the-sofa",
        20_852_163,
        from_base64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="),
    )
    assert checkpoint.text == note.text
    assert int.from_bytes(note.signatures[1].value[:8], "big") == published.SOFA_TIME


def test_the_tree_note_of_gos_tests() -> None:
    text = "go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n"
    assert checkpoints.parse(text).size == 123_456_789_012
    assert checkpoints.parse(text).text == text


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40),
    st.integers(0, 2**64 - 1),
    st.binary(min_size=32, max_size=32),
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), max_size=3),
)
def test_what_is_signed_is_read_back(
    origin: str, size: int, root: bytes, extensions: list[str]
) -> None:
    state = Checkpoint(origin, size, root, tuple(extensions))
    content = checkpoints.sign(state, LOG).content
    assert checkpoints.check(content, LOG.verifier, origin=origin).checkpoint == state


def test_every_flipped_byte_of_a_checkpoint_is_refused() -> None:
    assert checkpoints.check(SIGNED.content, LOG.verifier).checkpoint == STATE
    for changed in flipped(SIGNED.content):
        refusal(checkpoints.check, changed, LOG.verifier)


def test_a_checkpoint_cut_short_or_led_on_is_refused() -> None:
    content = SIGNED.content
    for end in range(len(content)):
        refusal(checkpoints.check, content[:end], LOG.verifier)
    refusal(checkpoints.check, content + b"\n", LOG.verifier)
    refusal(checkpoints.check, b"\n" + content, LOG.verifier)


ROOT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.CHECKPOINT_FORM),
        ("\n", Reason.CHECKPOINT_FORM),
        ("log\n5\n", Reason.CHECKPOINT_FORM),
        (f"log\n5\n{ROOT}", Reason.CHECKPOINT_FORM),
        (f"\n5\n{ROOT}\n", Reason.CHECKPOINT_FORM),
        (f"log\n5\n{ROOT}\n\n", Reason.CHECKPOINT_FORM),
        (f"log\n5\n{ROOT}\n\nmore\n", Reason.CHECKPOINT_FORM),
        ("log\n5\nYmFuYW5hcw==\n", Reason.CHECKPOINT_FORM),
        (f"log\n05\n{ROOT}\n", Reason.NUMBER),
        (f"log\n-5\n{ROOT}\n", Reason.NUMBER),
        (f"log\n+5\n{ROOT}\n", Reason.NUMBER),
        (f"log\n5 \n{ROOT}\n", Reason.NUMBER),
        (f"log\n5_0\n{ROOT}\n", Reason.NUMBER),
        (f"log\n٥\n{ROOT}\n", Reason.NUMBER),
        (f"log\n0x5\n{ROOT}\n", Reason.NUMBER),
        (f"log\n{2**64}\n{ROOT}\n", Reason.NUMBER),
        (f"log\n{'9' * 5000}\n{ROOT}\n", Reason.NUMBER),
        (f"log\n5\n{ROOT[:-2]}9=\n", Reason.BASE64),
        (f"log\n5\n{ROOT[:-1]}\n", Reason.BASE64),
        (f"log\n5\n{ROOT} \n", Reason.BASE64),
        ("log\n5\nThisIsn'tBase64\n", Reason.BASE64),
    ],
)
def test_what_is_no_checkpoint(text: str, reason: Reason) -> None:
    assert refusal(checkpoints.parse, text) is reason


def test_a_checkpoint_that_cannot_be_written() -> None:
    for origin, size, root, extensions in [
        ("", 5, bytes(32), ()),
        ("two\nlines", 5, bytes(32), ()),
        ("log", -1, bytes(32), ()),
        ("log", 2**64, bytes(32), ()),
        ("log", 5, bytes(31), ()),
        ("log", 5, bytes(32), ("",)),
        ("log", 5, bytes(32), ("a\nb",)),
    ]:
        assert refusal(Checkpoint, origin, size, root, extensions) is Reason.CHECKPOINT_FORM


def test_a_witness_is_no_log_and_a_log_no_witness() -> None:
    """A cosignature alone does not make a checkpoint, and each key is taken for what it is."""
    cosigned = SIGNED.signed([WITNESS.sign(STATE.text, 1_700_000_000)])
    checked = checkpoints.check(cosigned.content, LOG.verifier, [WITNESS.verifier])
    assert [each.time for each in checked.signed] == [None, 1_700_000_000]
    check = checkpoints.check
    content = cosigned.content
    assert refusal(check, content, WITNESS.verifier) is Reason.KEY_TYPE
    assert refusal(check, content, LOG.verifier, [LOG.verifier]) is Reason.KEY_TYPE
    alone = replace(cosigned, signatures=cosigned.signatures[1:]).content
    assert refusal(check, alone, LOG.verifier, [WITNESS.verifier]) is Reason.UNSIGNED
