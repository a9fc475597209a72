"""The commands an operator types."""

import asyncio
import csv
import io
import shutil
import stat
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from sqlalchemy import select, update

from bot.app.stores import open_storage
from bot.campaign_files import folder as campaign_files
from bot.cli import COMMANDS, main
from bot.commands.campaigns.named_links import NAMELESS
from bot.commands.exports.export_formats import neutral
from bot.demo.run import SAMPLES
from bot.settings import Settings
from bot.simulator import Simulator
from bot.texts.texts import Texts
from handlers.domain.invites import DIRECT, Arrival
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Consent, Person, Wording
from storage import models
from storage.container import Storage
from tests.support.process import ROOT

pytestmark = pytest.mark.real

SAMPLE = str(SAMPLES / "chechnya")

PARSED = cache(FluentResource)
"""The words of a file: many commands here read all of them."""


def at_a_machine(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Nothing is set on it; commands run in that folder."""
    for name in Settings.model_fields:
        patch.delenv(name.upper(), raising=False)
    patch.setattr("bot.process.logs.set_up", lambda level: None)
    patch.setattr("bot.texts.texts.FluentResource", PARSED)
    patch.chdir(folder)
    return folder


def prepared(folder: Path, *commands: list[str]) -> Path:
    """A machine's folder, these commands done there."""
    with pytest.MonkeyPatch.context() as patch:
        at_a_machine(folder, patch)
        for command in commands:
            assert main(command) == 0
    return folder


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which commands run."""
    return at_a_machine(tmp_path, monkeypatch)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_help_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command in a line, the settings, the exit statuses."""
    assert main(["--help"]) == 0
    text = said(capsys)
    for command in (
        "demo",
        "run",
        "web",
        "worker",
        "migrate",
        "campaign",
        "keys",
        "verify",
        "copy-log",
        "export",
    ):
        assert f"\n  {command} " in text
    assert "exit status" in text


@pytest.mark.parametrize("port", ["99999", "-3", "home", "٨٠٠٠", ""])
def test_a_port_that_is_none_is_a_wrong_one(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The demo says what a port is, before it starts anything."""
    assert main(["demo", f"--port={port}"]) == 2
    assert "a number from 0 to 65535" in capsys.readouterr().err


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """Each is found where the list says, and says more than its line there or the same."""
    for name, command in COMMANDS.commands.items():
        for path in [[name, each] for each in getattr(command, "commands", ())] or [[name]]:
            assert main([*path, "--help"]) == 0
            usage, _, explained = said(capsys).partition("\n\n")
            assert usage.startswith(f"Usage: python -m bot {' '.join(path)} ")
            assert explained.startswith("  ")


def test_help_is_instant_and_checking_a_log_needs_no_server() -> None:
    """Nothing slow is loaded before a command runs: neither settings nor a database."""
    program = (
        "import sys; from bot.cli import main\n"
        "for each in [], ['campaign'], ['keys'], ['organizer'], ['verify']: main([*each, '-h'])\n"
        "print('loaded:', *sys.modules)"
    )
    asked = [sys.executable, "-c", program]
    ended = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0
    loaded = set(ended.stdout.partition("loaded:")[2].split())
    assert "bot.commands.verify" in loaded
    assert loaded.isdisjoint({"bot.settings", "pydantic", "sqlalchemy", "redis", "handlers"})


def test_an_unknown_command_is_a_wrong_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, as for a wrong setting."""
    assert main(["dance"]) == 2


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
    assert main(["campaign", "pause", "chechnya"]) == 0
    assert "campaign resume chechnya" in said(capsys)
    assert main(["campaign", "list"]) == 0
    assert said(capsys).split()[:2] == ["chechnya", "paused"]
    assert main(["campaign", "import", SAMPLE]) == 0
    assert "stays paused" in said(capsys)
    assert main(["campaign", "open", "chechnya", "--key", "organisation.key"]) == 0
    assert "is paused" in said(capsys)
    assert main(["campaign", "resume", "chechnya"]) == 0
    assert main(["campaign", "resume", "nothing"]) == 1
    said(capsys)
    assert main(["campaign", "list"]) == 0
    assert said(capsys).split()[:2] == ["chechnya", "open"]
    assert main(["campaign", "close", "chechnya"]) == 0
    assert main(["campaign", "open", "chechnya", "--key", "organisation.key"]) == 1
    assert "stays closed" in capsys.readouterr().err


def test_a_campaign_is_written_back_into_a_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What comes out is what went in, picture and all, and never over something else."""
    assert main(["campaign", "import", SAMPLE]) == 0
    assert main(["campaign", "export", "chechnya", "out"]) == 0
    assert "is in out" in said(capsys)
    known = Texts.load().known
    before, after = (campaign_files.read(each, known) for each in (Path(SAMPLE), folder / "out"))
    assert before.campaign == after.campaign
    assert before.pictures == after.pictures
    assert after.faults == ()
    assert main(["campaign", "export", "chechnya", "out"]) == 2
    assert "holds something already" in capsys.readouterr().err
    assert main(["campaign", "export", "nothing", "elsewhere"]) == 1
    assert "no campaign nothing" in capsys.readouterr().err


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
    assert main(["export", "--key", "my.key.public"]) == 1
    assert "public key" in capsys.readouterr().err


def said_into(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As a shell's `>` does."""
    Path(file).write_text(said(capsys))


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `imported` copies."""
    return prepared(
        tmp_path_factory.mktemp("draft"),
        ["keys", "new", "--out", "my.key"],
        ["campaign", "import", SAMPLE],
    )


@pytest.fixture
def imported(draft: Path, folder: Path) -> None:
    """A draft, and a key pair that the server does not know."""
    shutil.copytree(draft, folder, dirs_exist_ok=True)


def test_a_campaign_opens_without_the_private_key_on_the_server(
    imported: None,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only the public half, a challenge and its proof travel; the organizer needs no settings."""
    home = folder / "home"
    home.mkdir()
    (folder / "my.key").rename(home / "my.key")

    assert main(["campaign", "open", "chechnia"]) == 1
    assert "There is no campaign chechnia" in capsys.readouterr().err
    assert main(["campaign", "open", "chechnya"]) == 1
    assert "No organisation key is proven" in capsys.readouterr().err
    assert main(["keys", "add", "my.key.public"]) == 0
    name = said(capsys).partition("keys challenge ")[2].partition("`")[0]
    assert main(["campaign", "open", "chechnya", "--key", "my.key.public"]) == 1
    assert "answer its challenge first" in capsys.readouterr().err
    assert main(["keys", "challenge", name]) == 0
    said_into("home/challenge.txt", capsys)

    with monkeypatch.context() as at_home:
        at_home.chdir(home)
        at_home.setenv("PORT", "no number")
        assert main(["keys", "prove", "--key", "my.key", "challenge.txt"]) == 0
        said_into("proof.txt", capsys)
        assert {file.name for file in home.iterdir()} == {"my.key", "challenge.txt", "proof.txt"}

    assert main(["keys", "answer", "home/proof.txt"]) == 0
    assert "is proven" in said(capsys)
    assert main(["campaign", "open", "chechnya"]) == 0
    assert "on a server" not in said(capsys)
    assert main(["keys", "add", "my.key.public"]) == 0
    assert "and proven" in said(capsys)


def test_a_proof_counts_once_and_for_the_last_challenge(
    imported: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """What does not fit is one line that says how to go on."""
    assert main(["keys", "add", "my.key.public"]) == 0
    said(capsys)
    for file in ("first.txt", "second.txt"):
        assert main(["keys", "challenge", "my.key.public"]) == 0
        said_into(file, capsys)
    assert main(["keys", "prove", "--key", "my.key", "first.txt"]) == 0
    said_into("late.txt", capsys)
    assert main(["keys", "answer", "late.txt"]) == 1
    assert "ask for a new one with `python -m bot keys challenge" in capsys.readouterr().err
    assert main(["keys", "prove", "--key", "my.key", "second.txt"]) == 0
    said_into("proof.txt", capsys)
    # A mail breaks long lines.
    proof = Path("proof.txt").read_text()
    Path("proof.txt").write_text("\r\n".join(proof[i : i + 70] for i in range(0, len(proof), 70)))
    assert main(["keys", "answer", "proof.txt"]) == 0
    assert main(["keys", "answer", "proof.txt"]) == 1


@pytest.mark.parametrize(
    ("command", "status", "helps"),
    [
        (["keys", "add", "my.key"], 1, "give the public one"),
        (["keys", "add", "nowhere"], 2, "nowhere cannot be read"),
        (["keys", "challenge", "my.key.public"], 1, "add its public file first"),
        (["keys", "challenge", "abcdef"], 1, "no key begins with abcdef"),
        (["keys", "prove", "--key", "my.key", "my.key.public"], 1, "is no porte-voix-challenge-1"),
        (["keys", "answer", "my.key.public"], 1, "is no porte-voix-proof-1"),
        (["campaign", "open", "chechnya", "--key", "my.key.public"], 1, "add it first"),
    ],
)
def test_a_wrong_file_is_one_line_that_helps(
    imported: None,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    status: int,
    helps: str,
) -> None:
    """Files are easily mixed up."""
    assert main(command) == status
    error = capsys.readouterr().err
    assert helps in error
    assert error.count("\n") == 1


def test_a_challenge_is_for_one_key_only(
    imported: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another organisation's key proves nothing, and of two proven keys one has to be named."""
    assert main(["keys", "new", "--out", "other.key"]) == 0
    for key in ("my.key", "other.key"):
        assert main(["keys", "add", f"{key}.public"]) == 0
        said(capsys)
        assert main(["keys", "challenge", f"{key}.public"]) == 0
        said_into("challenge.txt", capsys)
        wrong = "other.key" if key == "my.key" else "my.key"
        assert main(["keys", "prove", "--key", wrong, "challenge.txt"]) == 1
        assert "made for another key" in capsys.readouterr().err
        assert main(["keys", "prove", "--key", key, "challenge.txt"]) == 0
        said_into("proof.txt", capsys)
        assert main(["keys", "answer", "proof.txt"]) == 0
    assert main(["campaign", "open", "chechnya"]) == 1
    assert "Several keys are proven" in capsys.readouterr().err
    assert main(["campaign", "open", "chechnya", "--key", "other.key.public"]) == 0
    assert main(["campaign", "open", "chechnya", "--key", "other.key.public"]) == 0
    said(capsys)
    for file in ("my.key", "my.key.public"):
        assert main(["campaign", "open", "chechnya", "--key", file]) == 1
        assert "open already, with another key" in capsys.readouterr().err


def test_the_short_way_to_open_says_that_there_is_a_safer_one(
    imported: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """And warns of a private key that others may read."""
    Path("my.key").chmod(0o644)
    assert main(["campaign", "open", "chechnya", "--key", "my.key"]) == 0
    out, err = capsys.readouterr()
    assert "If this is a server, the private key is safer elsewhere" in out
    assert "`chmod 600 my.key`" in err


def test_a_sample_is_said_to_be_one_and_stays_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever copies the sample's folder learns that theirs is no real campaign yet."""
    shutil.copytree(SAMPLE, folder / "mine")
    assert main(["campaign", "import", "mine"]) == 0
    assert "It is a SAMPLE" in said(capsys)
    settings = folder / "mine" / "campaign.toml"
    settings.write_text(settings.read_text().replace("sample = true", "sample = false"))
    assert main(["campaign", "import", "mine"]) == 0
    assert "It stays a sample" in said(capsys)
    settings.write_text(settings.read_text().replace('slug = "chechnya"', 'slug = "anew"'))
    assert main(["campaign", "import", "mine"]) == 0
    assert "sample" not in said(capsys).lower()
    settings.write_text(settings.read_text().replace("sample = false", "sample = true"))
    assert main(["campaign", "import", "mine"]) == 0
    out = said(capsys)
    assert "It stays a real campaign" in out
    assert "another slug" in out


def test_what_is_unwise_in_the_settings_is_a_warning_at_the_start(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """And the bot starts all the same."""

    async def start(settings: Settings) -> None:
        """Nothing is served here."""

    monkeypatch.setattr("bot.web.serve", start)
    monkeypatch.setenv("BOT_TOKEN", "1:token")
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1")
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example/hook")
    monkeypatch.setenv("WEBHOOK_SECRET", "hunter2")
    assert main(["web"]) == 0
    [warning] = caplog.messages
    assert warning.startswith("WEBHOOK_SECRET is short")


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


async def _sign(storage: Storage, name: str, comment: str, arrival: Arrival = DIRECT) -> None:
    """A signature as the conversation stores it."""
    campaign = await storage.campaigns.get("chechnya")
    assert campaign is not None
    wording = Wording(sha256(b"text").hexdigest(), "1", "en", "text")
    consent = Consent("sign", wording, datetime.now(UTC))
    draft = Draft(name=name, country="FR", comment=comment)
    await storage.signatures.sign(campaign, Person("telegram", name), draft, consent, arrival)


def with_storage(folder: Path, work: Callable[[Storage], Awaitable[None]]) -> None:
    """Do something with the stores that the commands use."""

    async def do() -> None:
        settings = Settings(_env_file=None, data_dir=folder / "data")
        async with open_storage(settings) as storage:
            await work(storage)

    asyncio.run(do())


@pytest.fixture(scope="module")
def petition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `opened` copies."""
    return prepared(
        tmp_path_factory.mktemp("petition"),
        ["keys", "new", "--out", "organisation.key"],
        ["campaign", "import", SAMPLE],
        ["campaign", "open", "chechnya", "--key", "organisation.key"],
    )


@pytest.fixture
def opened(petition: Path, folder: Path) -> None:
    """An open campaign, and the key it is sealed to."""
    shutil.copytree(petition, folder, dirs_exist_ok=True)


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


def test_a_poster_gets_a_link_before_the_campaign_opens(
    imported: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody has set a token on this machine: the link says where the bot's name goes."""
    assert main(["campaign", "origins", "chechnya"]) == 0
    assert "campaign origin chechnya CODE LABEL" in said(capsys)
    assert main(["campaign", "origin", "chechnya", "poster", "Psoters"]) == 0
    out = said(capsys)
    assert "Payload: chechnya_oposter\n" in out
    assert "https://t.me/<bot>?start=chechnya_oposter\n" in out
    assert "BOT_TOKEN is not set: put the bot's name" in out
    assert main(["campaign", "origin", "chechnya", "poster", "Posters in May"]) == 0
    said(capsys)
    assert main(["campaign", "origins", "chechnya"]) == 0
    assert "Psoters" not in said(capsys)


def test_named_links_are_listed_with_their_signatures(
    opened: None, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two sign by the poster, nobody by the newsletter."""
    assert main(["campaign", "origin", "chechnya", "poster", "Posters in May"]) == 0
    assert main(["campaign", "origin", "chechnya", "news", "Newsletter"]) == 0

    async def sign(storage: Storage) -> None:
        for name in ("Ana", "Ben"):
            await _sign(storage, name, "", Arrival("origin", "poster"))

    assert main(["campaign", "sources", "chechnya"]) == 0
    assert "Nobody has signed yet" in said(capsys)
    with_storage(folder, sign)
    said(capsys)
    assert main(["campaign", "sources", "chechnya"]) == 0
    assert said(capsys).split() == ["telegram", "origin", "2"]
    assert main(["campaign", "origins", "chechnya"]) == 0
    assert said(capsys).splitlines() == [
        "code    label           signatures  link payload",
        "news    Newsletter               0  chechnya_onews",
        "poster  Posters in May           2  chechnya_oposter",
    ]


async def test_with_a_token_the_link_is_ready_to_print(
    imported: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Telegram knows the bot's name. Where it does not answer, the link is made all the same."""
    command = ["campaign", "origin", "chechnya", "poster", "Posters"]
    async with Simulator() as simulator:
        monkeypatch.setenv("BOT_API_URL", simulator.url)
        monkeypatch.setenv("BOT_TOKEN", simulator.token)
        assert await asyncio.to_thread(main, command) == 0
        out = said(capsys)
        assert f"Link:    {simulator.deep_link('chechnya_oposter')}\n" in out
        assert NAMELESS not in out
        for drawn, begins in (("code.svg", b"<svg"), ("code.png", b"\x89PNG")):
            assert await asyncio.to_thread(main, [*command, "--qr", drawn]) == 0
            assert Path(drawn).read_bytes().startswith(begins)
        assert await asyncio.to_thread(main, [*command, "--qr", "code.jpg"]) == 2
        assert "ends in .svg or .png" in capsys.readouterr().err
        monkeypatch.setenv("BOT_TOKEN", "1:another")
        assert await asyncio.to_thread(main, command) == 0
        assert "Telegram does not know this BOT_TOKEN: put" in said(capsys)
    assert await asyncio.to_thread(main, command) == 0
    out = said(capsys)
    assert "Telegram does not answer: put" in out
    assert f"https://t.me/{NAMELESS}?start=chechnya_oposter\n" in out


@pytest.mark.parametrize(
    ("command", "helps"),
    [
        (["origin", "nowhere", "poster", "Posters"], "There is no campaign nowhere"),
        (["origins", "nowhere"], "There is no campaign nowhere"),
        (["origin", "chechnya", "Poster!", "Posters"], "take up to 24 of a-z, 0-9 and -"),
        (["origin", "chechnya", "poster", " "], "a text of one line"),
        (["origin", "chechnya", "poster", "Posters\nin May"], "a text of one line"),
        (["origin", "chechnya", "poster", "Posters \udcff"], "a text of one line"),
    ],
)
def test_a_link_that_cannot_be_made_is_one_line(
    imported: None, capsys: pytest.CaptureFixture[str], command: list[str], helps: str
) -> None:
    """What is wrong, and nothing is kept."""
    assert main(["campaign", *command]) == 1
    error = capsys.readouterr().err
    assert helps in error
    assert error.count("\n") == 1
    assert main(["campaign", "origins", "chechnya"]) == 0
    assert "none yet" in said(capsys)


# Organizers.


async def test_the_first_owner_gets_a_link_for_one(
    imported: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the bot, works for whoever comes first, and the list shows them afterwards."""
    assert await asyncio.to_thread(main, ["organizer", "invite"]) == 2
    assert "BOT_TOKEN" in capsys.readouterr().err
    assert await asyncio.to_thread(main, ["organizer", "list"]) == 0
    assert "none yet" in said(capsys)
    async with Simulator() as simulator:
        monkeypatch.setenv("BOT_API_URL", simulator.url)
        monkeypatch.setenv("BOT_TOKEN", simulator.token)
        assert await asyncio.to_thread(main, ["organizer", "invite"]) == 0
        house = said(capsys)
        assert "owner of every campaign" in house
        translator = ["organizer", "invite", "--campaign", "chechnya", "--role", "translator"]
        assert await asyncio.to_thread(main, translator) == 0
        campaign = said(capsys)
        assert "translator of the campaign chechnya" in campaign
        assert await asyncio.to_thread(main, ["organizer", "invite", "--campaign", "nowhere"]) == 1
        assert "no campaign nowhere" in capsys.readouterr().err
        begins = simulator.deep_link("_o")
    for text in (house, campaign):
        assert begins in text
    tokens = [text.partition(begins)[2].split()[0] for text in (house, campaign)]
    # Telegram is gone now: the link is made all the same.
    assert await asyncio.to_thread(main, ["organizer", "invite"]) == 0
    assert f"https://t.me/{NAMELESS}?start=_o" in said(capsys)

    async def join(storage: Storage) -> None:
        now = datetime.now(UTC)
        for number, token in enumerate(tokens):
            person = Person("telegram", str(number), f"Ida {number}", chat_id=str(number))
            await storage.organizers.join(token, person, "en", now)

    await asyncio.to_thread(with_storage, Path(), join)
    said(capsys)
    assert await asyncio.to_thread(main, ["organizer", "list"]) == 0
    assert said(capsys).splitlines() == [
        "   1  Ida 0  owner of every campaign",
        "   2  Ida 1  translator of chechnya",
    ]


def test_an_organizer_is_removed_by_command(
    opened: None, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All roles at once, the name with them; a number that is nobody's is one line."""

    async def join(storage: Storage) -> None:
        now = datetime.now(UTC)
        [campaign] = await storage.campaigns.all()
        ida = Person("telegram", "1", "Ida", chat_id="1")
        for where in (campaign, None):
            token = await storage.organizers.link(where, "owner", None, now)
            await storage.organizers.join(token, ida, "en", now)

    with_storage(folder, join)
    said(capsys)
    assert main(["organizer", "list"]) == 0
    assert "Ida  owner of every campaign, owner of chechnya\n" in said(capsys)
    assert main(["organizer", "remove", "1"]) == 0
    assert "no role any more" in said(capsys)
    for number in ("1", "7"):
        assert main(["organizer", "remove", number]) == 1
        assert f"no organizer {number}: see `organizer list`" in capsys.readouterr().err
    assert main(["organizer", "list"]) == 0
    assert "Ida" not in said(capsys)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "﹦1", "⁺1"])
@pytest.mark.parametrize(
    "before", ["", " ", "\u00a0", "\u3000", "\ufeff", "\u200b", "\u200f", " \u2066"]
)
def test_a_formula_is_only_text(cell: str, before: str) -> None:
    """As OWASP lists them, in all widths, also behind what is not seen."""
    unstripped = before + cell
    assert neutral(unstripped).startswith(f"'{before}")
    assert neutral(unstripped).replace("'", "") == unstripped


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("Ana;=HYPERLINK(1);", "Ana;'=HYPERLINK(1);"),
        ("Bravo !\n=1+1", "Bravo !\n'=1+1"),
        ("one\n\n- two; three", "one\n\n'- two; three"),
        ("=1; +2;＠3", "'=1;' +2;'＠3"),
    ],
)
def test_a_cell_that_is_parted_has_no_formula_either(cell: str, safe: str) -> None:
    """A French Excel parts a line at its semicolons, whatever quotation marks there are."""
    assert neutral(cell) == safe


def test_other_text_is_left_alone() -> None:
    """Also where such a sign stands inside."""
    for cell in ("", "Ana", "a=b", "'x", "a; b", "علي 🌍", "line one\nline two", "Ana-Lou; née @"):
        assert neutral(cell) == cell


def test_the_key_of_another_organisation_opens_nothing(
    opened: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says which one is needed."""
    assert main(["keys", "new", "--out", "other.key"]) == 0
    assert main(["export", "--key", "other.key"]) == 1
    assert "use the other file" in capsys.readouterr().err
    assert main(["export", "--key", "missing.key"]) == 2
    assert "missing.key cannot be read" in capsys.readouterr().err
