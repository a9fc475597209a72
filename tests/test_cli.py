"""The commands an operator types."""

import asyncio
import csv
import io
import stat
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import administration, export
from bot.cli import main
from bot.demo.run import SAMPLES
from bot.settings import Settings
from handlers.stores import Consent, Draft, Person, Wording
from storage import models
from storage.opening import Storage

SAMPLE = str(SAMPLES / "chechnya")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing is set; commands run in an empty folder."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr("bot.logs.set_up", lambda level: None)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_help_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command in a line, the settings, the exit statuses."""
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    text = said(capsys)
    for command in ("demo", "run", "web", "worker", "migrate", "campaign", "keys", "export"):
        assert f"\n    {command} " in text
    assert "exit status" in text


def test_an_unknown_command_is_a_wrong_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, as for a wrong setting."""
    with pytest.raises(SystemExit) as ended:
        main(["dance"])
    assert ended.value.code == 2


def test_tables_are_made_and_made_again_without_harm(capsys: pytest.CaptureFixture[str]) -> None:
    """A release step that may run as often as it likes."""
    assert main(["migrate"]) == 0
    assert "up to date now" in said(capsys)
    assert main(["migrate"]) == 0
    assert "were up to date" in said(capsys)


def test_a_campaign_from_its_folder_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    """Check, import, open, list, close; what to do next is said each time."""
    assert main(["campaign", "check", SAMPLE]) == 0
    assert "is good" in said(capsys)
    assert main(["keys", "new", "--out", "organisation.key"]) == 0
    assert main(["campaign", "import", SAMPLE]) == 0
    assert "campaign open chechnya --key FILE" in said(capsys)
    assert main(["campaign", "open", "chechnya", "--key", "organisation.key"]) == 0
    said(capsys)
    assert main(["campaign", "list"]) == 0
    assert said(capsys).split()[:2] == ["chechnya", "open"]
    assert main(["campaign", "close", "chechnya"]) == 0
    assert main(["campaign", "open", "chechnya", "--key", "organisation.key"]) == 1
    assert "stays closed" in capsys.readouterr().err


def test_every_fault_of_a_campaign_is_said_with_its_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is imported."""
    (folder / "broken").mkdir()
    assert main(["campaign", "check", "broken"]) == 1
    assert "campaign.toml" in said(capsys)
    assert main(["campaign", "import", "broken"]) == 1
    assert main(["campaign", "check", "nowhere"]) == 1


def test_a_key_is_private_and_never_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Losing one loses every name sealed to it."""
    assert main(["keys", "new", "--out", "my.key"]) == 0
    assert stat.S_IMODE((folder / "my.key").stat().st_mode) == 0o600
    before = (folder / "my.key").read_text()
    assert main(["keys", "new", "--out", "my.key"]) == 2
    assert "no key is overwritten" in capsys.readouterr().err
    assert (folder / "my.key").read_text() == before
    assert main(["campaign", "open", "any", "--key", "my.key.public"]) == 1
    assert "public key" in capsys.readouterr().err


def test_a_wrong_setting_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, status 2; the database's password is not repeated."""
    assert main(["run"]) == 2
    assert capsys.readouterr().err.startswith("porte-voix: BOT_TOKEN is not set")
    monkeypatch.setenv("DATABASE_URL", "mysql://user:hunter2@host/db")
    assert main(["campaign", "list"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "hunter2" not in error


async def _sign(storage: Storage, name: str, comment: str) -> None:
    """A signature as the conversation stores it."""
    campaign = await storage.campaigns.get("chechnya")
    assert campaign is not None
    wording = Wording(sha256(b"text").hexdigest(), "1", "en", "text")
    consent = Consent("sign", wording, datetime.now(UTC))
    draft = Draft(name=name, country="FR", comment=comment)
    await storage.signatures.sign(campaign, Person("telegram", name), draft, consent)


def with_storage(folder: Path, work: Callable[[Storage], Awaitable[None]]) -> None:
    """Do something with the stores that the commands use."""

    async def do() -> None:
        settings = Settings(_env_file=None, data_dir=folder / "data")
        async with administration.open_storage(settings) as storage:
            await work(storage)

    asyncio.run(do())


@pytest.fixture
def opened() -> None:
    """An open campaign, and the key it is sealed to."""
    assert main(["keys", "new", "--out", "organisation.key"]) == 0
    assert main(["campaign", "import", SAMPLE]) == 0
    assert main(["campaign", "open", "chechnya", "--key", "organisation.key"]) == 0


def test_an_export_can_be_opened_in_a_spreadsheet(opened: None, folder: Path) -> None:
    """UTF-8 with its mark, formulas neutralised, line breaks kept, for this user only."""

    async def sign(storage: Storage) -> None:
        await _sign(storage, '=HYPERLINK("http://evil")', "line one\nline two")
        await _sign(storage, "Zoé, “née” Ω", "-1+2")

    with_storage(folder, sign)
    assert main(["export", "--key", "organisation.key", "--out", "signers.csv"]) == 0
    raw = (folder / "signers.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert stat.S_IMODE((folder / "signers.csv").stat().st_mode) == 0o600
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert {row["name"]: row["comment"] for row in rows} == {
        '\'=HYPERLINK("http://evil")': "line one\nline two",
        "Zoé, “née” Ω": "'-1+2",
    }
    assert {row["signed_on"] for row in rows} == {datetime.now(UTC).date().isoformat()}
    assert {row["made_up"] for row in rows} == {""}


def test_a_damaged_signature_is_reported_and_the_others_come(
    opened: None, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 1, and its id on stderr."""

    async def sign_and_break(storage: Storage) -> None:
        await _sign(storage, "Ana", "")
        await _sign(storage, "Ben", "")
        row = models.signatures.c.id
        async with storage.database.write() as connection:
            first = await connection.scalar(select(row).limit(1))
            broken = update(models.signatures).where(row == first).values(sealed=b"\x01broken")
            await connection.execute(broken)

    with_storage(folder, sign_and_break)
    said(capsys)
    assert main(["export", "--key", "organisation.key"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert "signature" in err


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_formula_is_only_text(cell: str) -> None:
    """As OWASP lists them."""
    assert export.neutral(cell) == f"'{cell}"


def test_other_text_is_left_alone() -> None:
    """Also where such a sign stands inside."""
    for cell in ("", "Ana", "a=b", "'x"):
        assert export.neutral(cell) == cell


def test_the_key_of_another_organisation_opens_nothing(
    opened: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says which one is needed."""
    assert main(["keys", "new", "--out", "other.key"]) == 0
    assert main(["export", "--key", "other.key"]) == 1
    assert "use the other file" in capsys.readouterr().err
    assert main(["export", "--key", "missing.key"]) == 2
    assert "missing.key cannot be read" in capsys.readouterr().err
