"""Signed notes and their keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.transparency_log.formats import notes
from storage.transparency_log.formats.notes import KeyType, Note, Signature, SignerKey, VerifierKey
from storage.transparency_log.formats.refusals import Reason, Refused
from tests.support.log import published
from tests.support.log.refused import flipped, refusal

PETER = VerifierKey.parse(published.PETER)
ENOCH = VerifierKey.parse(published.ENOCH)
SIGNER = SignerKey.parse(published.PETER_SIGNER)
NOTE = f"{published.PROBLEM}\n{published.PETER_LINE}".encode()
BOTH = NOTE + published.ENOCH_LINE.encode()
WITNESS = SignerKey("witness.example/w", bytes(range(32)), KeyType.COSIGNATURE)


def test_the_published_note() -> None:
    """Go's example is signed with the same bytes, and read back."""
    assert notes.sign(published.PROBLEM, SIGNER).content == NOTE
    note, signed = notes.check_note(NOTE, [PETER])
    assert note.text == published.PROBLEM
    assert note.content == NOTE
    assert [(each.key, each.time) for each in signed] == [(PETER, None)]


def test_the_published_keys() -> None:
    """Each is written as it was, and each half belongs to the other."""
    assert SIGNER.text == published.PETER_SIGNER
    assert SIGNER.verifier == PETER
    for text in [published.PETER, published.ENOCH, published.GO_KEY, published.REMORA_KEY]:
        assert VerifierKey.parse(text).text == text
    assert PETER.id.hex() == "c74f20a3"
    assert VerifierKey.parse(published.REMORA_KEY).type is KeyType.COSIGNATURE


def test_who_signed_and_who_is_trusted() -> None:
    """Signatures of strangers do not count; where nobody trusted has signed, nothing does."""
    assert [each.key for each in notes.check_note(BOTH, [ENOCH, PETER])[1]] == [PETER, ENOCH]
    assert [each.key for each in notes.check_note(BOTH, [ENOCH])[1]] == [ENOCH]
    assert refusal(notes.check_note, BOTH, []) is Reason.UNSIGNED
    assert refusal(notes.check_note, NOTE, [ENOCH]) is Reason.UNSIGNED


def test_a_stranger_with_a_known_name_or_id_is_still_a_stranger() -> None:
    """Name and id together say which key it is."""
    namesake = SignerKey.generate("PeterNeumann")
    note = notes.sign(published.PROBLEM, namesake)
    assert refusal(notes.check_note, note.content, [PETER]) is Reason.UNSIGNED
    same_id = Signature("Somebody", PETER.id, bytes(64))
    signed = notes.check_signatures(notes.parse(NOTE).signed([same_id]), [PETER])
    assert [each.key for each in signed] == [PETER]


def test_one_wrong_signature_of_a_trusted_key_spoils_the_note() -> None:
    """Even beside a right one, of the same key or another."""
    wrong = Signature(PETER.name, PETER.id, bytes(64)).line.encode()
    assert refusal(notes.check_note, NOTE + wrong, [PETER]) is Reason.SIGNATURE
    assert refusal(notes.check_note, BOTH + wrong, [PETER, ENOCH]) is Reason.SIGNATURE
    assert notes.check_note(BOTH + wrong, [ENOCH])[1][0].key == ENOCH


def test_signing_again_replaces_the_signature() -> None:
    old = Note(published.PROBLEM, (Signature(PETER.name, PETER.id, b"old"),))
    assert old.signed([SIGNER.sign(published.PROBLEM)]).content == NOTE
    twice = NOTE + published.PETER_LINE.encode()
    assert [each.key for each in notes.check_note(twice, [PETER])[1]] == [PETER]


def test_every_flipped_byte_of_a_note_is_refused() -> None:
    for changed in flipped(NOTE):
        refusal(notes.check_note, changed, [PETER])


def test_every_flipped_byte_of_a_note_that_two_have_signed_is_noticed() -> None:
    """A changed name or id is that of a stranger: then one signature less is found."""
    for changed in flipped(BOTH):
        try:
            signed = notes.check_note(changed, [PETER, ENOCH])[1]
        except Refused:
            continue
        assert len(signed) == 1


NBSP = "\N{NO-BREAK SPACE}"
TEXT, LINE = published.PROBLEM, published.PETER_LINE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", Reason.NOTE_FORM),
        ("\n", Reason.NOTE_FORM),
        (TEXT, Reason.NOTE_FORM),
        (f"{TEXT}\n", Reason.NOTE_FORM),
        (f"{TEXT}{LINE}", Reason.NOTE_FORM),
        (f"{TEXT}\n{LINE.removesuffix(chr(10))}", Reason.NOTE_FORM),
        (f"{TEXT}\n{LINE}\n", Reason.NOTE_FORM),
        (f"{TEXT}\n\n{LINE}\n{LINE}Unexpected line.\n", Reason.NOTE_FORM),
        (f"{TEXT}\n{LINE}Unexpected line.\n", Reason.NOTE_FORM),
        (f"{TEXT}\n{LINE.replace('— ', '- ')}", Reason.NOTE_FORM),
        (f"{TEXT}\n{LINE.replace('— ', '—')}", Reason.NOTE_FORM),
        (f"{TEXT}\n— PeterNeumann\n", Reason.NOTE_FORM),
        (f"{TEXT}\n— PeterNeumann x08gow==\n", Reason.NOTE_FORM),
        (f"{TEXT}\n{LINE.replace('Neumann ', 'Neumann  ')}", Reason.BASE64),
        (f"{TEXT}\n{LINE.replace('Peter', 'Peter ')}", Reason.BASE64),
        (f"{TEXT}\n{LINE.replace('M=', 'N=')}", Reason.BASE64),
        (f"{TEXT}\n{LINE.replace('M=', 'M')}", Reason.BASE64),
        (f"{TEXT}\n{LINE.replace('M=', 'M==')}", Reason.BASE64),
        (f"{TEXT}\n{LINE.replace('/', '_')}", Reason.BASE64),
        (f"{TEXT}\n{LINE.replace('PeterNeumann', 'Peter+Neumann')}", Reason.KEY_NAME),
        (f"{TEXT}\n{LINE.replace('PeterNeumann', f'Peter{NBSP}N')}", Reason.KEY_NAME),
        (f"{TEXT}\n{LINE.replace('PeterNeumann', '')}", Reason.KEY_NAME),
        (f"\1{TEXT}\n{LINE}", Reason.ENCODING),
        (f"{TEXT}\n{LINE}".replace("\n", "\r\n"), Reason.ENCODING),
        (f"{TEXT}\n{LINE}".replace(" ", "\t"), Reason.ENCODING),
        (f"{TEXT}\n" + LINE * 101, Reason.TOO_LONG),
        ("x" * 1_000_000 + f"\n\n{LINE}", Reason.TOO_LONG),
    ],
)
def test_what_is_no_note(content: str, reason: Reason) -> None:
    assert refusal(notes.check_note, content.encode(), [PETER]) is reason


def test_a_note_that_is_no_utf8() -> None:
    assert refusal(notes.parse, b"\xff" + NOTE) is Reason.ENCODING


def test_a_note_may_have_empty_lines_in_it() -> None:
    """The last one is where the signatures begin."""
    for text in ["\n", "\n\n", "a\n\n\nb\n", "a\n\n", "\n— not a signature\n"]:
        note = notes.sign(text, SIGNER)
        assert notes.check_note(note.content, [PETER])[0].text == text


def test_as_many_signatures_as_others_accept() -> None:
    """At least sixteen."""
    keys = [SignerKey.generate(f"key{number}") for number in range(notes.MOST_SIGNATURES)]
    note = notes.sign("Signed by many.\n", *keys)
    signed = notes.check_note(note.content, [key.verifier for key in keys])[1]
    assert len(signed) == len(keys)


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=200)
names = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="+"),
    min_size=1,
    max_size=30,
)


@given(texts, names, st.binary(min_size=32, max_size=32), st.sampled_from(KeyType), st.integers())
def test_what_is_signed_is_read_back(
    text: str, name: str, seed: bytes, key_type: KeyType, time: int
) -> None:
    key = SignerKey(name, seed, key_type)
    assert SignerKey.parse(key.text) == key
    assert VerifierKey.parse(key.verifier.text) == key.verifier
    when = time % 2**63 if key_type is KeyType.COSIGNATURE else None
    note = Note(text + "\n", ()).signed([key.sign(text + "\n", when)])
    read, signed = notes.check_note(note.content, [key.verifier])
    assert read == note
    assert [(each.key, each.time) for each in signed] == [(key.verifier, when)]


def test_what_cannot_be_signed() -> None:
    for text in ["", "no newline", "\r\n", "\0\n", "\ud800\n"]:
        assert refusal(notes.sign, text, SIGNER) in {Reason.NOTE_FORM, Reason.ENCODING}
    for name in ["", "a b", "a+b", "a\n", "a\u2028b", "\x1f", "\ud800"]:
        assert refusal(SignerKey.generate, name) in {Reason.KEY_NAME, Reason.ENCODING}


def test_a_time_belongs_to_cosignatures() -> None:
    for key, time in [(SIGNER, 1), (WITNESS, None), (WITNESS, -1), (WITNESS, 2**63)]:
        with pytest.raises(ValueError, match="time"):
            key.sign("text\n", time)


def test_a_cosignature_says_when() -> None:
    """Its time cannot be changed, and a log's key does not take it for a signature."""
    signature = WITNESS.sign(published.PROBLEM, 1_700_000_000)
    note = Note(published.PROBLEM, (signature,))
    assert notes.check_signatures(note, [WITNESS.verifier])[0].time == 1_700_000_000
    later = int.to_bytes(1_700_000_001, 8, "big") + signature.value[8:]
    for value in [later, signature.value[:-1], signature.value[:7], signature.value + b"\0", b"x"]:
        other = Note(note.text, (Signature(signature.name, signature.key_id, value),))
        assert refusal(notes.check_signatures, other, [WITNESS.verifier]) is Reason.SIGNATURE
    plain = VerifierKey(WITNESS.name, WITNESS.verifier.raw)
    assert notes.check_signatures(note, [plain]) == ()


@pytest.mark.parametrize("text", [published.PETER, published.PETER_SIGNER])
def test_every_flipped_byte_of_a_key_is_refused(text: str) -> None:
    parse = SignerKey.parse if text == published.PETER_SIGNER else VerifierKey.parse
    for changed in flipped(text.encode()):
        mangled = changed.decode("utf-8", "surrogateescape")
        assert refusal(parse, mangled) in {
            Reason.KEY_FORM,
            Reason.KEY_NAME,
            Reason.KEY_TYPE,
            Reason.BASE64,
            Reason.ENCODING,
        }
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            if (start, end) != (0, len(text)):
                part = text[start:end]
                # A shorter name would have another id.
                refusal(parse, part)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # From Go's tests: of a wrong length, and of an unknown kind, each with the id that fits.
        (
            "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
            Reason.BASE64,
        ),
        (
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            Reason.KEY_TYPE,
        ),
        (published.PETER.replace("c74f20a3", "C74F20A3"), Reason.KEY_FORM),
        (published.PETER.replace("c74f20a3", "00000000"), Reason.KEY_FORM),
        (published.PETER[:-4], Reason.KEY_FORM),
        (published.PETER + "\n", Reason.BASE64),
        ("PeterNeumann+c74f20a3+", Reason.KEY_TYPE),
        (published.PETER_SIGNER, Reason.KEY_FORM),
        ("", Reason.KEY_FORM),
    ],
)
def test_what_is_no_key(text: str, reason: Reason) -> None:
    assert refusal(VerifierKey.parse, text) is reason


def test_two_keys_that_look_the_same() -> None:
    """Whoever trusts both cannot tell which has signed; the same key twice is one key."""

    class Collision(VerifierKey):
        @property
        def id(self) -> bytes:
            return PETER.id

    collision = Collision(PETER.name, ENOCH.raw)
    assert refusal(notes.check_note, NOTE, [PETER, collision]) is Reason.AMBIGUOUS_KEYS
    assert len(notes.check_note(NOTE, [PETER, PETER])[1]) == 1


def test_a_private_key_does_not_show_itself() -> None:
    assert SIGNER.seed.hex() not in repr(SIGNER) + str(SIGNER)
    assert repr(SIGNER.seed) not in repr(SIGNER)
