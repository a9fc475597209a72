"""docs/log.md is all that it takes to check a log: what it shows is true."""

import re
from base64 import b64decode
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.transparency_log.formats import checkpoints, tree
from storage.transparency_log.formats.commitments import FORMAT, SALT_BYTES, parse
from storage.transparency_log.formats.entries import REASONS, signatures, signatures_in
from storage.transparency_log.formats.entries import parse as parse_entry
from storage.transparency_log.formats.notes import SignerKey, VerifierKey
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.receipts import verify
from tests.support.process import ROOT

TEXT = (ROOT / "docs" / "log.md").read_text(encoding="utf-8")

SHOWN = dict(re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
"""What the page shows, by what it is."""


@pytest.fixture
def key() -> VerifierKey:
    return VerifierKey.parse(SHOWN["key"].removesuffix("\n"))


def test_the_key_is_the_one_that_everybody_knows(key: VerifierKey) -> None:
    """Its private half is what the page says, so one can make further examples."""
    assert SignerKey(key.name, bytes(range(32))).verifier == key
    public = Ed25519PrivateKey.from_private_bytes(bytes(range(32))).public_key()
    assert b64decode(SHOWN["key"].split("+", 2)[2]) == b"\1" + public.public_bytes_raw()


def test_the_checkpoint_is_of_the_entries(key: VerifierKey) -> None:
    state = checkpoints.check(SHOWN["checkpoint"].encode(), key).checkpoint
    lines = [line.encode() for line in SHOWN["entries"].splitlines(keepends=True)]
    assert state.root == tree.merkle_root(map(tree.leaf_hash, lines))
    assert signatures_in(state) == signatures(map(parse_entry, lines))
    assert state.size == len(lines)
    assert SHOWN["receipt"].endswith(f"\n\n{SHOWN['checkpoint']}")


def test_the_receipt_is_that_of_the_second_entry(key: VerifierKey) -> None:
    receipt = verify(SHOWN["receipt"].encode(), Policy.of_log(key))
    assert receipt.kind == "proof"
    lines = SHOWN["commitment"].encode()
    assert receipt.opened.committed == parse(lines)
    assert f"1. `{FORMAT}`" in TEXT
    assert receipt.opened.extra[SALT_BYTES:] == lines
    second = SHOWN["entries"].splitlines(keepends=True)[1]
    assert receipt.opened.leaf == sha256(b"\0" + second.encode()).digest()


def test_the_promise_is_that_of_the_first_entry(key: VerifierKey) -> None:
    promise = verify(SHOWN["promise"].encode(), Policy.of_log(key))
    assert promise.kind == "promise"
    first = SHOWN["entries"].splitlines(keepends=True)[0]
    assert promise.opened.leaf == sha256(b"\0" + first.encode()).digest()


def test_every_reason_is_named() -> None:
    named = TEXT.partition("The reasons are")[2].partition("Which signature")[0]
    assert set(re.findall("`([a-z-]+)`", named)) == REASONS
