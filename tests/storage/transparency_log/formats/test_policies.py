"""Whom to trust: policies of logs and witnesses."""

from collections.abc import Sequence

import pytest

from storage.transparency_log.formats import checkpoints, notes, policies
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.notes import KeyType, Note, SignerKey, VerifierKey
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.refusals import Reason, Refused
from tests.support.log.refused import flipped, refusal

LOG = SignerKey("petition.example/c/release/log", bytes(32))
SIX = {
    name: SignerKey(f"{name.lower()}.example", bytes([number] * 32), KeyType.COSIGNATURE)
    for number, name in enumerate(["X1", "X2", "X3", "Y1", "Y2", "Y3"], 1)
}
W = {name: key.verifier.text for name, key in SIX.items()}

EXAMPLE = f"""\
log {LOG.verifier.text}

witness X1 {W["X1"]}
witness X2 {W["X2"]}
witness X3 {W["X3"]}
group X-witnesses 2 X1 X2 X3

witness Y1 {W["Y1"]}
witness Y2 {W["Y2"]} https://y2.example/
witness Y3 {W["Y3"]}
group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
"""
"""The example of tlog-policy, with keys."""


def cosigned(by: Sequence[str]) -> bytes:
    note = checkpoints.sign(Checkpoint(LOG.name, 5, bytes(32)), LOG)
    return note.signed(SIX[name].sign(note.text, 1_700_000_000) for name in by).content


def test_where_a_witness_is_asked() -> None:
    """Those that have an address can be asked to cosign."""
    assert policies.parse(EXAMPLE.encode()).urls == {"Y2": "https://y2.example/"}


@pytest.mark.parametrize("by", ["X1 X2 Y1", "X1 X3 Y3", "X2 X3 Y2 Y1", "X1 X2 X3 Y1 Y2 Y3"])
def test_a_quorum(by: str) -> None:
    checked = policies.parse(EXAMPLE.encode()).check(cosigned(by.split()))
    assert [each.key.name for each in checked.signed] == [
        LOG.name,
        *(f"{name.lower()}.example" for name in by.split()),
    ]


@pytest.mark.parametrize("by", ["", "X1", "X1 Y1 Y2 Y3", "X1 X2 X3", "Y1 Y2 Y3"])
def test_no_quorum(by: str) -> None:
    policy = policies.parse(EXAMPLE.encode())
    assert refusal(policy.check, cosigned(by.split())) is Reason.QUORUM


def test_who_asks_for_no_witnesses() -> None:
    """Then the log's signature is enough, and witnesses' are still told."""
    assert Policy.of_log(LOG.verifier).check(cosigned([])).checkpoint.size == 5
    text = f"log {LOG.verifier.text}\nwitness x {W['X1']}\nquorum none\n"
    checked = policies.parse(text.encode()).check(cosigned(["X1"]))
    assert [each.time for each in checked.signed] == [None, 1_700_000_000]


def test_a_single_witness_as_quorum() -> None:
    text = f"log {LOG.verifier.text}\nwitness x {W['X1']}\nquorum x"
    policy = policies.parse(text.encode())
    policy.check(cosigned(["X1"]))
    assert refusal(policy.check, cosigned(["X2"])) is Reason.QUORUM


def test_every_flipped_byte_is_refused_where_all_have_to_sign() -> None:
    policy = policies.parse(EXAMPLE.encode())
    content = cosigned(["X1", "X2", "Y1"])
    for changed in flipped(content):
        refusal(policy.check, changed)


def test_another_log_and_a_log_that_has_not_signed() -> None:
    policy = policies.parse(EXAMPLE.encode())
    other = checkpoints.sign(Checkpoint("other.example", 5, bytes(32)), LOG)
    assert refusal(policy.check, other.content) is Reason.ORIGIN
    everybody = notes.parse(cosigned(list(SIX)))
    witnessed = Note(everybody.text, everybody.signatures[1:])
    assert refusal(policy.check, witnessed.content) is Reason.UNSIGNED


def test_one_of_two_logs_does_not_sign_for_the_other() -> None:
    """Each log's key counts for its own origin only."""
    other = SignerKey("other.example/log", bytes([9] * 32))
    text = f"log {LOG.verifier.text}\nlog {other.verifier.text} https://x/\nquorum none\n"
    policy = policies.parse(text.encode())
    assert policy.logs == (LOG.verifier, other.verifier)
    state = Checkpoint(LOG.name, 5, bytes(32))
    policy.check(checkpoints.sign(state, LOG).content)
    foreign = checkpoints.sign(state, other).content
    assert refusal(policy.check, foreign) is Reason.UNSIGNED


def test_blanks_comments_and_odd_names() -> None:
    """As the specification allows them; bytes beyond ASCII are a name like any other."""
    text = (
        b"\n# comment\n\t # another\n\twitness \t w1  "
        + W["X1"].encode()
        + b"   https://w1.example/  \n\n"
        + b"witness K\xe2\x84\xaa\x80 "
        + W["X2"].encode()
        + b"\nwitness all "
        + W["X3"].encode()
        + b"\ngroup group 2 all K\xe2\x84\xaa\x80\n  quorum\tgroup"
    )
    policy = policies.parse(text)
    assert policy.quorum == "group"
    assert policy.groups["group"].threshold == 2
    assert [key.name for key in policy.witnesses.values()] == [
        "x1.example",
        "x2.example",
        "x3.example",
    ]


W1, W2 = f"witness w1 {W['X1']}\n", f"witness w2 {W['X2']}\n"
IMPOSTOR = VerifierKey("impostor.example", SIX["X1"].verifier.raw, KeyType.COSIGNATURE).text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.POLICY_FORM),
        (W1, Reason.POLICY_FORM),
        ("quorum none\n\1", Reason.POLICY_FORM),
        ("quorum none\r\n", Reason.POLICY_FORM),
        ("quorum none\x7f\n", Reason.POLICY_FORM),
        ("quibble w1\nquorum none\n", Reason.POLICY_FORM),
        (f"{W1[:-1]} https://w1.example/ # comment\nquorum w1\n", Reason.POLICY_FORM),
        ("log\nquorum none\n", Reason.POLICY_FORM),
        ("log garbage\nquorum none\n", Reason.KEY_FORM),
        (f"log {W['X1']}\nquorum none\n", Reason.KEY_TYPE),
        (f"log {LOG.verifier.text}\n" * 2 + "quorum none\n", Reason.POLICY_FORM),
        ("witness w1\nquorum none\n", Reason.POLICY_FORM),
        (f"witness w1 {LOG.verifier.text}\nquorum w1\n", Reason.KEY_TYPE),
        (f"witness none {W['X1']}\nquorum none\n", Reason.POLICY_FORM),
        (f"{W1}witness w1 {W['X2']}\nquorum w1\n", Reason.POLICY_FORM),
        (f"{W1}witness w2 {IMPOSTOR}\nquorum w1\n", Reason.POLICY_FORM),
        (f"{W1}group w1 any w1\nquorum w1\n", Reason.POLICY_FORM),
        (f"{W1}group g 1\nquorum w1\n", Reason.POLICY_FORM),
        (f"{W1}group none any w1\nquorum none\n", Reason.POLICY_FORM),
        (f"{W1}group g 0 w1\nquorum g\n", Reason.POLICY_FORM),
        (f"{W1}group g -1 w1\nquorum g\n", Reason.NUMBER),
        (f"{W1}group g 2 w1\nquorum g\n", Reason.POLICY_FORM),
        (f"{W1}group g any w2\nquorum g\n", Reason.POLICY_FORM),
        (f"group g any w1\n{W1}quorum g\n", Reason.POLICY_FORM),
        (f"{W1}group g any g\nquorum g\n", Reason.POLICY_FORM),
        (f"{W1}group g any none w1\nquorum g\n", Reason.POLICY_FORM),
        (f"{W1}group g all w1 w1\nquorum g\n", Reason.POLICY_FORM),
        (f"{W1}{W2}group g any w1 w2\ngroup h any w1\nquorum g\n", Reason.POLICY_FORM),
        (f"{W1}quorum w1\nquorum w1\n", Reason.POLICY_FORM),
        ("quorum unknown\n", Reason.POLICY_FORM),
        (f"quorum w1\n{W1}", Reason.POLICY_FORM),
        ("quorum\n", Reason.POLICY_FORM),
        ("#" * 1_000_001, Reason.TOO_LONG),
    ],
)
def test_what_is_no_policy(text: str, reason: Reason) -> None:
    assert refusal(policies.parse, text.encode()) is reason


def test_a_wrong_line_is_named() -> None:
    with pytest.raises(Refused, match=r"^Line 2: "):
        policies.parse(b"# first\nquibble\n")
