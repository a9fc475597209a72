"""Proofs that stand by themselves: what a signer holds in their hands."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.transparency_log.formats import checkpoints, policies, proofs, tree
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.encodings import to_base64
from storage.transparency_log.formats.notes import KeyType, SignerKey
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.proofs import Proof
from storage.transparency_log.formats.refusals import Reason
from tests.support.log.refused import flipped, refusal
from tests.support.log.shelf import entry, shelf_of

LOG = SignerKey("petition.example/c/release/log", bytes(32))
WITNESS = SignerKey("witness.example/w", bytes(range(32)), KeyType.COSIGNATURE)
POLICY = Policy.of_log(LOG.verifier)
WITNESSED = policies.parse(
    f"log {LOG.verifier.text}\nwitness w {WITNESS.verifier.text}\nquorum w\n".encode()
)

SIZE, INDEX = 300, 123
SHELF = shelf_of(SIZE)
STATE = Checkpoint(LOG.name, SIZE, tree.stored_root(SHELF.read, SIZE))
SIGNED = checkpoints.sign(STATE, LOG)
RECEIPT = Proof(
    INDEX, tree.prove_inclusion(SHELF.read, INDEX, SIZE), SIGNED.content, extra=entry(INDEX)
)


def leaf(proof: Proof) -> bytes:
    """As a receipt does it: all that the leaf is made of stands in `extra`."""
    return tree.leaf_hash(proof.extra or b"")


def test_a_receipt_is_checked_without_anything_else() -> None:
    read = proofs.parse(RECEIPT.content)
    assert read == RECEIPT
    checked = read.check(leaf(read), POLICY)
    assert checked.checkpoint == STATE
    lines = RECEIPT.content.decode().split("\n")
    assert lines[0] == "c2sp.org/tlog-proof@v1"
    assert lines[1] == f"extra {to_base64(entry(INDEX))}"
    assert lines[2] == f"index {INDEX}"
    assert lines[3] == to_base64(tree.leaf_hash(entry(INDEX - 1)))


@pytest.mark.parametrize("policy", [POLICY, WITNESSED])
def test_every_flipped_byte_of_a_receipt_is_refused(policy: Policy) -> None:
    receipt = RECEIPT
    if policy is WITNESSED:
        cosigned = SIGNED.signed([WITNESS.sign(STATE.text, 1_700_000_000)])
        receipt = replace(RECEIPT, checkpoint=cosigned.content)
    receipt.check(leaf(receipt), policy)
    for changed in flipped(receipt.content):

        def check(changed: bytes = changed) -> None:
            proof = proofs.parse(changed)
            proof.check(leaf(proof), policy)

        refusal(check)


def test_a_receipt_cut_short_is_refused() -> None:
    def check(content: bytes) -> None:
        proofs.parse(content).check(leaf(RECEIPT), POLICY)

    for end in range(len(RECEIPT.content)):
        refusal(check, RECEIPT.content[:end])


def test_a_receipt_for_something_else() -> None:
    """Another entry, another place, another state, another log, no witness."""
    other = tree.leaf_hash(entry(INDEX + 1))
    assert refusal(RECEIPT.check, other, POLICY) is Reason.ROOT
    moved = replace(RECEIPT, index=INDEX + 1)
    assert refusal(moved.check, leaf(moved), POLICY) is Reason.ROOT
    beyond = replace(RECEIPT, index=SIZE)
    assert refusal(beyond.check, leaf(beyond), POLICY) is Reason.INDEX
    longer = replace(RECEIPT, path=(*RECEIPT.path, bytes(32)))
    assert refusal(longer.check, leaf(longer), POLICY) is Reason.PATH_LENGTH
    stranger = Policy.of_log(SignerKey.generate(LOG.name).verifier)
    assert refusal(RECEIPT.check, leaf(RECEIPT), stranger) is Reason.UNSIGNED
    elsewhere = Policy.of_log(SignerKey.generate("other.example").verifier)
    assert refusal(RECEIPT.check, leaf(RECEIPT), elsewhere) is Reason.ORIGIN
    assert refusal(RECEIPT.check, leaf(RECEIPT), WITNESSED) is Reason.QUORUM


def test_the_only_entry_of_a_log() -> None:
    """Its path is empty: the empty line follows the index."""
    state = Checkpoint(LOG.name, 1, tree.leaf_hash(b"alone"))
    proof = Proof(0, (), checkpoints.sign(state, LOG).content)
    assert b"index 0\n\npetition.example" in proof.content
    assert proofs.parse(proof.content).check(tree.leaf_hash(b"alone"), POLICY).checkpoint == state


HEAD = "c2sp.org/tlog-proof@v1\n"
H1, H2 = sha256(b"hash1").digest(), sha256(b"hash2").digest()


def test_how_others_write_it() -> None:
    """The spellings of github.com/transparency-dev/formats, proof/tlog_proof_test.go."""
    h1, h2 = to_base64(H1), to_base64(H2)
    for proof, text in [
        (
            Proof(5, (H1, H2), b"test checkpoint\n"),
            f"{HEAD}index 5\n{h1}\n{h2}\n\ntest checkpoint\n",
        ),
        (
            Proof(10, (H1,), b"checkpoint data\n", b"extra information"),
            f"{HEAD}extra ZXh0cmEgaW5mb3JtYXRpb24=\nindex 10\n{h1}\n\ncheckpoint data\n",
        ),
        (Proof(0, (), b"checkpoint\n"), f"{HEAD}index 0\n\ncheckpoint\n"),
    ]:
        assert proof.content == text.encode()
        assert proofs.parse(text.encode()) == proof


@given(
    st.integers(0, 2**64 - 1),
    st.lists(st.binary(min_size=32, max_size=32), max_size=64),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1),
    st.none() | st.binary(min_size=1, max_size=100),
)
def test_what_is_written_is_read_back(
    index: int, path: list[bytes], checkpoint: str, extra: bytes | None
) -> None:
    proof = Proof(index, tuple(path), checkpoint.encode(), extra)
    assert proofs.parse(proof.content) == proof


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.PROOF_FORM),
        ("wrong-header\nindex 0\n\ncheckpoint\n", Reason.PROOF_FORM),
        (f" {HEAD}index 0\n\ncheckpoint\n", Reason.PROOF_FORM),
        (f"{HEAD}\n\ncheckpoint\n", Reason.PROOF_FORM),
        (f"{HEAD}\nindex 0\n\ncheckpoint\n", Reason.PROOF_FORM),
        (f"{HEAD}index 0\n", Reason.PROOF_FORM),
        (f"{HEAD}index 0\n\n", Reason.PROOF_FORM),
        (f"{HEAD}index 0\ncheckpoint\n", Reason.BASE64),
        (f"{HEAD}Index 0\n\ncheckpoint\n", Reason.PROOF_FORM),
        (f"{HEAD}index 0\nextra YQ==\n\ncheckpoint\n", Reason.BASE64),
        (f"{HEAD}extra YQ==\nextra YQ==\nindex 0\n\ncheckpoint\n", Reason.PROOF_FORM),
        (f"{HEAD}extra \nindex 0\n\ncheckpoint\n", Reason.PROOF_FORM),
        (f"{HEAD}extra !!\nindex 0\n\ncheckpoint\n", Reason.BASE64),
        (f"{HEAD}extra YR==\nindex 0\n\ncheckpoint\n", Reason.BASE64),
        (f"{HEAD}index \n\ncheckpoint\n", Reason.NUMBER),
        (f"{HEAD}index -5\n\ncheckpoint\n", Reason.NUMBER),
        (f"{HEAD}index 05\n\ncheckpoint\n", Reason.NUMBER),
        (f"{HEAD}index {2**64}\n\ncheckpoint\n", Reason.NUMBER),
        (f"{HEAD}index 0\n{to_base64(bytes(64))}\n\ncheckpoint\n", Reason.PROOF_FORM),
        (f"{HEAD}index 0\n{to_base64(bytes(31))}\n\ncheckpoint\n", Reason.PROOF_FORM),
        (f"{HEAD}index 0\n" + f"{to_base64(H1)}\n" * 65 + "\ncheckpoint\n", Reason.PROOF_FORM),
        (f"{HEAD}index 0\n\ncheckpoint\n".replace("\n", "\r\n"), Reason.ENCODING),
        (HEAD + "a" * 2_000_000, Reason.TOO_LONG),
    ],
)
def test_what_is_no_proof(text: str, reason: Reason) -> None:
    assert refusal(proofs.parse, text.encode()) is reason


def test_a_proof_that_cannot_be_written() -> None:
    for wrong in [
        replace(RECEIPT, index=-1),
        replace(RECEIPT, index=2**64),
        replace(RECEIPT, path=(b"short",)),
        replace(RECEIPT, path=(bytes(32),) * 65),
        replace(RECEIPT, extra=b""),
        replace(RECEIPT, checkpoint=b""),
    ]:
        assert refusal(getattr, wrong, "content") is Reason.PROOF_FORM
