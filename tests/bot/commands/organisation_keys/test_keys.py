"""Organisation keys by command: made, copied, proven, shared with a partner, changed, let go."""

import csv
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from bot.cli import main
from bot.settings import Settings
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Consent, Person, Wording
from storage.container import Storage
from tests.bot.commands.test_cli import SAMPLE, said, said_into, with_storage

pytestmark = pytest.mark.real


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing is set; commands run in an empty folder."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr("bot.process.logs.set_up", lambda level: None)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """A person at a terminal, who types a line."""
    master, slave = os.openpty()
    with os.fdopen(slave) as keyboard:
        monkeypatch.setattr("sys.stdin", keyboard)
        yield lambda line: (os.write(master, f"{line}\n".encode()), None)[1]
    os.close(master)


def made(file: str, capsys: pytest.CaptureFixture[str]) -> str:
    """A new pair in that file and its `.public`; as much of its fingerprint as people compare."""
    assert main(["keys", "new", "--out", file]) == 0
    return said(capsys).partition("Fingerprint: ")[2].split()[0]


def proven(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its holder proves it to the server."""
    assert main(["keys", "add", f"{file}.public"]) == 0
    said(capsys)
    assert main(["keys", "challenge", f"{file}.public"]) == 0
    said_into("challenge.txt", capsys)
    assert main(["keys", "prove", "--key", file, "challenge.txt"]) == 0
    said_into("proof.txt", capsys)
    assert main(["keys", "answer", "proof.txt"]) == 0
    said(capsys)


def signs(folder: Path, *names: str) -> None:
    """They sign the sample campaign."""

    async def sign(storage: Storage) -> None:
        campaign = await storage.campaigns.get("chechnya")
        assert campaign is not None
        wording = Wording(sha256(b"text").hexdigest(), "1", "en", "text")
        consent = Consent("sign", wording, datetime.now(UTC))
        for name in names:
            draft, someone = Draft(name=name, country="FR"), Person("telegram", name)
            await storage.signatures.sign(campaign, someone, draft, consent)

    with_storage(folder, sign)


def exported(key: str, out: str) -> set[str]:
    """The names in an export with that key."""
    assert main(["export", "--key", key, "--out", out]) == 0
    with Path(out).open(encoding="utf-8-sig", newline="") as file:
        return {row["name"] for row in csv.DictReader(file)}


# Making one, and not losing it.


def test_whoever_makes_a_key_learns_first_what_losing_it_means(
    folder: Path, types: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """At a terminal nothing is written before the word is typed."""
    types("yes")
    assert main(["keys", "new", "--out", "my.key"]) == 1
    out = said(capsys)
    assert "loses every name sealed to it, for good" in out
    assert "two copies in two places" in out
    assert out.endswith("Nothing was changed.\n")
    assert list(folder.iterdir()) == []
    types("copies")
    assert main(["keys", "new", "--out", "my.key"]) == 0
    out = said(capsys)
    assert out.index("for good") < out.index("Type “copies”") < out.index("Private key: my.key")
    assert "keys check COPY" in out
    assert {file.name for file in folder.iterdir()} == {"my.key", "my.key.public"}


def test_a_script_is_told_as_well_but_not_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """It has nobody who could type."""
    assert main(["keys", "new", "--out", "my.key"]) == 0
    out = said(capsys)
    assert "for good" in out
    assert "Type" not in out


def test_a_copy_is_looked_at_before_it_is_needed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whole, and the same; or damaged, cut short, or only the public half."""
    name = made("my.key", capsys)
    text = Path("my.key").read_text()
    Path("copy.key").write_text(f"# from the safe\r\n{text}")
    Path("copy.key").chmod(0o600)
    assert main(["keys", "check", "copy.key"]) == 0
    assert said(capsys).splitlines() == [
        f"copy.key is whole: the private key {name}.",
        "It opens what is sealed to this key.",
    ]
    assert main(["keys", "check", "my.key.public"]) == 0
    out = said(capsys)
    assert f"the public key {name}" in out
    assert "It opens nothing" in out
    lines = text.splitlines(keepends=True)
    for damaged in (text[: len(text) // 2], "".join([*lines[:1], lines[1][::-1], *lines[2:]])):
        Path("copy.key").write_text(damaged)
        assert main(["keys", "check", "copy.key"]) == 1
        assert "damaged or incomplete" in capsys.readouterr().err
    assert not (folder / "data").exists(), "no server has a part in it"


# A partner's key, and other keys later on.


def test_a_partner_and_then_other_keys(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From a draft that is sealed to two keys, to an open campaign that moves to a third."""
    mine, theirs, newer = (made(f"{who}.key", capsys) for who in ("my", "partner", "next"))
    for who in ("my", "partner", "next"):
        proven(f"{who}.key", capsys)
    assert main(["campaign", "import", SAMPLE]) == 0
    said(capsys)
    assert main(["campaign", "seal-to", "chechnya", mine, "partner.key.public"]) == 0
    out = said(capsys)
    assert f"  {mine}  (new; proven on " in out
    assert f"  {theirs}  (new; proven on " in out
    assert "Whoever holds one of these keys reads it all" in out
    assert out.splitlines()[-2] == (
        f"Once it is open, what people write under “chechnya” is sealed to {mine} and {theirs}."
    )
    assert main(["campaign", "open", "chechnya"]) == 0
    assert f"sealed to {mine} and {theirs}" in said(capsys)
    signs(folder, "Ana", "Ben")
    said(capsys)
    assert exported("my.key", "mine.csv") == exported("partner.key", "theirs.csv") == {"Ana", "Ben"}
    assert capsys.readouterr().err == ""

    assert main(["campaign", "seal-to", "chechnya", mine, newer]) == 0
    out = said(capsys)
    assert f"  {mine}  (as before)\n  {newer}  (new; " in out
    assert f"and to {theirs} no more." in out
    assert "What was signed before stays sealed as it is; the server cannot read it:\n" in out
    assert f"  {mine}  opens 2\n  {theirs}  opens 2\n" in out
    assert "From now on what people write" in out
    assert main(["campaign", "seal-to", "chechnya", newer, mine]) == 0
    assert f"is sealed to {mine} and {newer} already: nothing changes" in said(capsys)
    signs(folder, "Cai")
    said(capsys)
    assert exported("my.key", "all.csv") == {"Ana", "Ben", "Cai"}
    assert exported("next.key", "newer.csv") == {"Cai"}
    err = capsys.readouterr().err
    assert err == f"Not among them: 2 that this key does not open, but {mine} or {theirs} does.\n"

    assert main(["keys", "list"]) == 0
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    assert said(capsys).splitlines() == [
        f"{mine}  proven on {today}",
        "    new signatures are sealed to it: chechnya",
        "    it opens: 3 of chechnya",
        f"{theirs}  proven on {today}",
        "    it opens: 2 of chechnya",
        f"{newer}  proven on {today}",
        "    new signatures are sealed to it: chechnya",
        "    it opens: 1 of chechnya",
    ]
    for key, why in ((theirs, "signatures of chechnya (2) are sealed to it"), (newer, "seal-to")):
        assert main(["keys", "remove", key]) == 1
        out, err = capsys.readouterr()
        assert out == "", "nothing is promised that will not be done"
        assert why in err
        assert err.count("\n") == 1


def test_keys_that_serve_for_nothing_are_let_go(
    types: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """Once the person says so."""
    assert main(["keys", "list"]) == 0
    assert "no keys yet" in said(capsys)
    types("copies")
    name = made("my.key", capsys)
    assert main(["keys", "add", "my.key.public"]) == 0
    said(capsys)
    assert main(["keys", "list"]) == 0
    assert said(capsys).splitlines() == [f"{name}  not proven yet", "    it serves for nothing"]
    types("no")
    assert main(["keys", "remove", name]) == 1
    assert "Nothing was changed" in said(capsys)
    types("forget")
    assert main(["keys", "remove", name]) == 0
    assert "is gone from the server" in said(capsys)
    assert Path("my.key").exists()
    assert main(["keys", "remove", name]) == 1
    assert f"no key begins with {name}" in capsys.readouterr().err


def test_whoever_types_no_word_moves_nothing(
    types: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """They have read what would happen, and thought better of it."""
    types("copies")
    name = made("my.key", capsys)
    proven("my.key", capsys)
    assert main(["campaign", "import", SAMPLE]) == 0
    said(capsys)
    types("")
    assert main(["campaign", "seal-to", "chechnya", name]) == 1
    out = said(capsys)
    assert f"  {name}  (new; " in out
    assert out.endswith("Nothing was changed.\n")
    types("chechnya")
    assert main(["campaign", "seal-to", "chechnya", name]) == 0
    assert f"is sealed to {name}." in said(capsys)


def test_what_cannot_be_sealed_to_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A key that nobody has proven, one that is unknown, a private file, a closed campaign."""
    made("my.key", capsys)
    made("other.key", capsys)
    assert main(["campaign", "import", SAMPLE]) == 0
    assert main(["keys", "add", "my.key.public"]) == 0
    said(capsys)
    for command, why in (
        (["chechnya", "my.key.public"], "Nobody has proven"),
        (["chechnya", "other.key.public"], "add its public file first"),
        (["chechnya", "my.key"], "must never be on the server"),
        (["chechnya", "abcdef"], "no key begins with abcdef"),
        (["nowhere", "my.key.public"], "no campaign nowhere"),
    ):
        assert main(["campaign", "seal-to", *command]) == 1
        out, err = capsys.readouterr()
        assert out == "", "nothing is promised that will not be done"
        assert why in err
        assert err.count("\n") == 1
    proven("other.key", capsys)
    assert main(["campaign", "open", "chechnya"]) == 0
    assert main(["campaign", "close", "chechnya"]) == 0
    said(capsys)
    assert main(["campaign", "seal-to", "chechnya", "other.key.public"]) == 1
    assert "is closed" in capsys.readouterr().err


def test_help_names_every_command_of_a_key(capsys: pytest.CaptureFixture[str]) -> None:
    """In the order in which they are needed."""
    assert main(["keys", "--help"]) == 0
    commands = said(capsys).partition("Commands:")[2]
    assert re.findall(r"^  (\w+)", commands, re.MULTILINE) == [
        "new", "check", "add", "challenge", "prove", "answer", "list", "remove",
    ]  # fmt: skip
