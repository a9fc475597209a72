"""Sealing to the organisation, and its key files."""

import base64
import hmac
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.domain.signatures import Draft
from storage.errors import KeyFault
from storage.organisation_keys.key_pair import SUITE, PrivateKey, PublicKey, challenge, prove
from storage.organisation_keys.sealing import MOST_KEYS, Damaged, seal, unseal
from tests.support.storage.petition import PRIVATE

ROW, OTHER_ROW = bytes(16), bytes(15) + b"\1"
any_text = st.text(st.characters(categories=["Cs"]) | st.characters(), max_size=300)


PARTNERS = [PRIVATE, *(PrivateKey.from_raw(bytes([each]) * 96) for each in (1, 2, 3))]
"""The organisation and its partners."""

SEALED_BEFORE = Path(__file__).with_name("sealed_in_version_1.txt")
"""Ida's signature as the program sealed it when there was but one key."""


def to(*keys: PrivateKey) -> list[PublicKey]:
    """The public halves."""
    return [key.public for key in keys]


@settings(deadline=None)
@given(any_text, any_text, any_text, st.permutations(PARTNERS), st.integers(1, MOST_KEYS))
def test_what_is_sealed_comes_back_as_it_was(
    name: str, email: str, comment: str, keys: list[PrivateKey], many: int
) -> None:
    """Any name at all: emoji, NUL, half a surrogate pair, right-to-left overrides.

    To whichever keys it is sealed: each of them opens it by itself, and no other.
    """
    draft = Draft(name=name, email=email, comment=comment)
    sealed = seal(to(*keys[:many]), "release", ROW, draft)
    for key in keys[:many]:
        assert unseal(key, "release", ROW, sealed) == draft
    for key in keys[many:]:
        with pytest.raises(Damaged, match="sealed to other keys"):
            unseal(key, "release", ROW, sealed)


@settings(deadline=None)
@given(st.integers(1, MOST_KEYS), st.data())
def test_one_flipped_byte_anywhere_and_no_key_opens_it(many: int, data: st.DataObject) -> None:
    """Also where it is in the part of another key."""
    sealed = bytearray(seal(to(*PARTNERS[:many]), "release", ROW, Draft(name="Ida")))
    where = data.draw(st.integers(0, len(sealed) - 1))
    sealed[where] ^= data.draw(st.integers(1, 255))
    for key in PARTNERS:
        with pytest.raises(Damaged):
            unseal(key, "release", ROW, bytes(sealed))


@pytest.mark.parametrize(("many", "step"), [(1, 1), (2, 13)])
def test_every_byte_counts(many: int, step: int) -> None:
    """Each one flipped in turn, each key tried, and each way to cut the end off.

    Sealed to two keys it is the same parts again: some bytes of each are enough.
    """
    sealed = seal(to(*PARTNERS[:many]), "release", ROW, Draft(name="Ida"))
    for where in range(0, len(sealed), step):
        changed = sealed[:where] + bytes([sealed[where] ^ 1]) + sealed[where + 1 :]
        for wrong in (changed, sealed[:where]):
            for key in PARTNERS[:many]:
                with pytest.raises(Damaged):
                    unseal(key, "release", ROW, wrong)
    for key in PARTNERS[:many]:
        with pytest.raises(Damaged):
            unseal(key, "release", ROW, sealed + b"\0")


def test_the_parts_of_two_signatures_cannot_be_mixed() -> None:
    """Who may write into the database puts another's name in for one of the keys: none opens."""
    ida, ana = (
        seal(to(*PARTNERS[:2]), "release", ROW, Draft(name=name)) for name in ("Ida", "Ana")
    )
    half = 2 + (len(ida) - 34) // 2
    for key in PARTNERS[:2]:
        with pytest.raises(Damaged, match="changed"):
            unseal(key, "release", ROW, ida[:half] + ana[half:])


def test_without_a_key_nothing_is_sealed_and_nothing_is_written_plain() -> None:
    """Nor to more keys than an export could wish for."""
    for keys in ([], to(*PARTNERS, PrivateKey.generate())):
        with pytest.raises(ValueError, match="1 to 4 keys"):
            seal(keys, "release", ROW, Draft(name="Ida"))


def test_a_signature_sealed_before_stays_readable() -> None:
    """In its own row, by its own key, and in its own way: it is no part of a newer one."""
    sealed = base64.b64decode(SEALED_BEFORE.read_text())
    assert unseal(PRIVATE, "release", ROW, sealed) == Draft(name="Ida", comment="before")
    newer = seal(to(PRIVATE), "release", ROW, Draft(name="Ida"))
    for wrong in [
        (PRIVATE, "release", OTHER_ROW, sealed),
        (PARTNERS[1], "release", ROW, sealed),
        (PRIVATE, "release", ROW, b"\1" + newer[10:-32]),
        (PRIVATE, "release", ROW, newer[:10] + sealed[1:] + newer[-32:]),
    ]:
        with pytest.raises(Damaged):
            unseal(*wrong)
    for where in range(len(sealed)):
        changed = sealed[:where] + bytes([sealed[where] ^ 1]) + sealed[where + 1 :]
        with pytest.raises(Damaged):
            unseal(PRIVATE, "release", ROW, changed)


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"name":1}', b"\xff", b"{"])
@pytest.mark.parametrize("version", [1, 2])
def test_sealed_by_another_program(content: bytes, version: int) -> None:
    """Anybody can seal to a public key: what makes no sense is reported, and stops nothing."""
    label = f"porte-voix signature {version}".encode()
    info = b"".join(len(part).to_bytes(2, "big") + part for part in (label, b"release", ROW))
    padded = len(content).to_bytes(4, "big") + content
    if version == 1:
        foreign = b"\1" + SUITE.encrypt(padded, PRIVATE.public.hpke, info=info)
    else:
        key = bytes.fromhex(PRIVATE.public.fingerprint)[:8]
        tie = bytes(32)
        foreign = b"\2\1" + key + SUITE.encrypt(tie + padded, PRIVATE.public.hpke, info=info)
        foreign += hmac.digest(tie, foreign, "sha256")
    with pytest.raises(Damaged, match="not by this program"):
        unseal(PRIVATE, "release", ROW, foreign)


def test_the_length_of_a_name_does_not_show() -> None:
    """A short name and a long one are sealed to the same size; a huge one still fits."""

    def size(name: str) -> int:
        return len(seal([PRIVATE.public], "release", ROW, Draft(name=name)))

    assert size("") == size("Ida") == size("Ida" * 60)
    assert size("Ida" * 100) > size("Ida")
    huge = Draft(name="\N{CHEERING MEGAPHONE}" * 4096, comment="\0" * 4096)
    assert unseal(PRIVATE, "release", ROW, seal([PRIVATE.public], "release", ROW, huge)) == huge


def test_a_sealed_signature_stays_in_its_row() -> None:
    """Moved to another row or campaign, changed, or read with another key: it does not open."""
    sealed = seal([PRIVATE.public], "release", ROW, Draft(name="Ida"))
    for wrong in [
        (PRIVATE, "release", OTHER_ROW, sealed),
        (PRIVATE, "other", ROW, sealed),
        (PrivateKey.generate(), "release", ROW, sealed),
        (PRIVATE, "release", ROW, sealed[:-1] + bytes([sealed[-1] ^ 1])),
        (PRIVATE, "release", ROW, sealed[:100]),
        (PRIVATE, "release", ROW, b"\1" + sealed[1:]),
        (PRIVATE, "release", ROW, b"\3" + sealed[1:]),
        (PRIVATE, "release", ROW, b"\2\0" + sealed[2:]),
        (PRIVATE, "release", ROW, b"\2"),
        (PRIVATE, "release", ROW, b""),
    ]:
        with pytest.raises(Damaged):
            unseal(*wrong)


def test_key_files_survive_being_copied_about() -> None:
    """Sent by mail, with other line ends, spaces, a byte order mark and a note on top."""
    private = PrivateKey.generate()
    text = private.public.file_text()
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 76
    mailed = "\ufeff# From Ida, 3 March\r\n\r\n" + text.replace("\n", "  \r\n")
    assert PublicKey.parse(mailed).fingerprint == private.public.fingerprint
    assert PrivateKey.parse(private.file_text()).raw == private.raw


def test_a_key_file_of_the_wrong_kind() -> None:
    """The private key where the public one is meant, and the other way round."""
    with pytest.raises(KeyFault, match="must never be on the server"):
        PublicKey.parse(PRIVATE.file_text())
    with pytest.raises(KeyFault, match="only the private one"):
        PrivateKey.parse(PRIVATE.public.file_text())


def test_a_damaged_key_file() -> None:
    """A line lost, a letter changed, a text that is no key: each says what is wrong."""
    text = PRIVATE.public.file_text()
    lines = text.splitlines(keepends=True)
    for damaged in [
        "".join(lines[:-1]),
        "".join(lines[:3] + lines[4:]),
        text.replace(lines[2][5], "A" if lines[2][5] != "A" else "B"),
        text.replace(lines[2][:4], "é*ée"),
        lines[0],
    ]:
        with pytest.raises(KeyFault, match="damaged"):
            PublicKey.parse(damaged)
    for foreign in ["", "ssh-ed25519 AAAA ida", "\0\0", text.partition("\n")[2]]:
        with pytest.raises(KeyFault, match="no organisation key"):
            PublicKey.parse(foreign)
    with pytest.raises(KeyFault, match="key-2"):
        PublicKey.parse(text.replace("key-1", "key-2"))
    with pytest.raises(KeyFault, match="damaged"):
        PublicKey.from_raw(b"\xff" * 1216)
    with pytest.raises(KeyFault, match="damaged"):
        PrivateKey.from_raw(b"")


def test_a_private_key_is_not_shown_by_accident() -> None:
    """Not in a traceback or a log that prints it."""
    assert PRIVATE.raw.hex() not in repr(PRIVATE)
    assert "raw" not in repr(PRIVATE)


def test_only_the_holder_answers_a_challenge() -> None:
    """Ida's organisation proves its key; somebody else's does not, nor a signature's seal."""
    sealed, expected = challenge(PRIVATE.public)
    assert prove(PRIVATE, sealed) == expected
    with pytest.raises(KeyFault, match="another key"):
        prove(PrivateKey.generate(), sealed)
    with pytest.raises(KeyFault):
        prove(PRIVATE, b"damaged")
    with pytest.raises(KeyFault):
        prove(PRIVATE, seal([PRIVATE.public], "release", ROW, Draft(name="Ida"))[10:-32])
