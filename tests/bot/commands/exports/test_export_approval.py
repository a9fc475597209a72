"""Exports that an owner has to grant in the chat, as the one who has the key types them."""

import asyncio
import csv
import re
import stat
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sqlalchemy import update

from bot.cli import main
from bot.commands.exports import export as exporting
from bot.commands.exports.export import Wanted, export
from bot.commands.exports.export_formats import COLUMNS, UNFINISHED, Xlsx
from bot.process.errors import SettingsError
from bot.settings import Settings
from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import Selection
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.errors import CampaignFault, ExportFault, KeyFault
from storage.exports.reader import Exported
from storage.organisation_keys.key_pair import PrivateKey
from tests.support.petition import consent, person
from tests.support.storage.petition import PRIVATE, VAULT_KEY, count, open_petition

FORMULAS = ('=HYPERLINK("http://evil")', "+1", "-1+2", "@SUM(A1)", "\t=1", "{=1}", "http://evil")


@dataclass
class Computer:
    """Where the private key is, and the database that it reaches."""

    folder: Path
    storage: Storage
    campaign: Campaign
    settings: Settings

    async def sign(self, *names: str, country: str = "FR", locale: str = "fr") -> None:
        """These people sign."""
        for name in names:
            draft = Draft(name, country, comment=name)
            await self.storage.signatures.sign(
                self.campaign, person(name), draft, consent(locale=locale)
            )

    async def owner(self) -> Organizer:
        """Somebody who may grant exports in the chat."""
        now = datetime.now(UTC)
        token = await self.storage.organizers.link(None, "owner", None, now)
        return await self.storage.organizers.join(token, person("ida"), "en", now)

    async def types(self, name: str = "signers.csv", **wanted: object) -> int:
        """The command with those options; its status."""
        return await export(
            self.settings,
            self.folder / "key",
            Wanted(out=self.folder / name, **wanted),  # type: ignore[arg-type]  # the options' own
        )

    async def decides(self, owner: Organizer, *, grant: bool) -> None:
        """Wait for a request, and answer it in the chat."""
        async with asyncio.timeout(30):
            while not (found := await self.requests()):
                await asyncio.sleep(0.01)
        await self.storage.exports.decide(
            self.campaign, found[0], owner, datetime.now(UTC), grant=grant
        )

    async def requests(self) -> list[int]:
        """The numbers of those that wait, the newest first."""
        found = await self.storage.exports.of(self.campaign, datetime.now(UTC))
        return [each.id for each in found if each.state == "asked"]

    async def actions(self) -> list[str]:
        """What the audit log says about exports, the newest first."""
        deeds = [deed.action for _, deed in await self.storage.audit.read(self.campaign)]
        return [each for each in deeds if each.startswith("export")]

    def rows(self, name: str = "signers.csv") -> list[dict[str, str]]:
        """The rows of a CSV file."""
        with (self.folder / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture
async def computer(
    migrated_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> "Computer":
    """An organisation's computer; three people have signed."""
    monkeypatch.setattr(exporting, "EVERY", 0.01)
    (tmp_path / "key").touch(mode=0o600)
    (tmp_path / "key").write_text(PRIVATE.file_text())
    storage = await Storage.open(migrated_database_url, VAULT_KEY)
    made = Computer(
        tmp_path,
        storage,
        await open_petition(storage, "release"),
        Settings(_env_file=None, database_url=migrated_database_url, data_dir=tmp_path / "data"),
    )
    await made.sign("Ana", "Ben")
    await made.sign("Cai", country="BE", locale="en")
    return made


@pytest.fixture(autouse=True)
async def end(computer: Computer) -> AsyncIterator[None]:
    """Close the stores afterwards."""
    yield
    await computer.storage.close()


async def test_without_owners_it_goes_on_at_once_and_is_written_down(computer: Computer) -> None:
    """Nobody could grant it; the audit log has it all the same, with its number."""
    assert await computer.types() == 0
    assert {row["name"] for row in computer.rows()} == {"Ana", "Ben", "Cai"}
    [(_, deed)] = await computer.storage.audit.read(computer.campaign)
    assert (deed.action, deed.organizer_id, deed.details) == ("exported", None, {"count": 3})
    assert await count(computer.storage, models.export_requests) == 0


async def test_it_waits_until_an_owner_grants_it(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    """The owners are told how many and which; what is read then is just that."""
    ida = await computer.owner()
    status, _ = await asyncio.gather(
        computer.types(country="fr", language="fr"), computer.decides(ida, grant=True)
    )
    assert status == 0
    assert {row["name"] for row in computer.rows()} == {"Ana", "Ben"}
    said = capsys.readouterr()
    assert "2 signatures of release, from FR, signed in fr" in said.err
    assert said.out == ""
    [notice] = await computer.storage.notices.take(["telegram"])
    assert (notice.kind, notice.chat_id) == ("export", "chat-ida")
    told = (notice.details["amount"], notice.details["country"], notice.details["locale"])
    assert told == (2, "FR", "fr")
    assert await computer.actions() == ["exported", "export-granted", "export-asked"]


async def test_an_owner_refuses(computer: Computer) -> None:
    """One clear line, and no file."""
    ida = await computer.owner()
    refused, _ = await asyncio.gather(
        computer.types(), computer.decides(ida, grant=False), return_exceptions=True
    )
    assert isinstance(refused, ExportFault)
    assert str(refused) == "Export request 1 was refused."
    assert not (computer.folder / "signers.csv").exists()


async def test_somebody_asks_today_and_exports_tomorrow(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --no-wait, and the number afterwards; the filters are those that were granted."""
    ida = await computer.owner()
    assert await computer.types(wait=False, country="BE") == 0
    assert not (computer.folder / "signers.csv").exists()
    assert "--request 1" in capsys.readouterr().err
    with pytest.raises(ExportFault, match="not granted yet"):
        await computer.types(request=1)
    await computer.decides(ida, grant=True)
    with pytest.raises(SettingsError, match="granted for release, from BE, not for this"):
        await computer.types(request=1, country="FR")
    assert await computer.types(request=1) == 0
    assert [row["name"] for row in computer.rows()] == ["Cai"]
    with pytest.raises(ExportFault, match="serves once"):
        await computer.types("again.csv", request=1)
    with pytest.raises(ExportFault, match="no export request 7"):
        await computer.types("again.csv", request=7)
    assert not (computer.folder / "again.csv").exists()


async def test_a_request_grows_old(computer: Computer) -> None:
    """After a day it is of no use, granted or not; whoever waits is told."""
    ida = await computer.owner()
    await computer.types(wait=False)
    await computer.decides(ida, grant=True)
    table, yesterday = models.export_requests, datetime.now(UTC) - timedelta(days=1)
    async with computer.storage.database.write() as connection:
        await connection.execute(update(table).values(decided_at=yesterday))
    with pytest.raises(ExportFault, match="has expired after 24 hours"):
        await computer.types(request=1)

    async def a_day_passes() -> None:
        async with asyncio.timeout(30):
            while not await computer.requests():
                await asyncio.sleep(0.01)
        async with computer.storage.database.write() as connection:
            await connection.execute(update(table).values(asked_at=yesterday))

    expired, _ = await asyncio.gather(computer.types(), a_day_passes(), return_exceptions=True)
    assert isinstance(expired, ExportFault)


async def test_nobody_is_asked_for_what_could_not_be_done(computer: Computer) -> None:
    """The wrong key, a file that is there, a campaign that is not: said before owners are told."""
    await computer.owner()
    (computer.folder / "there.csv").write_text("mine")
    with pytest.raises(SettingsError, match="no file is overwritten"):
        await computer.types("there.csv")
    with pytest.raises(CampaignFault, match="no campaign nowhere"):
        await computer.types(campaign="nowhere")
    (computer.folder / "key").write_text(PrivateKey.generate().file_text())
    with pytest.raises(KeyFault, match="use the other file"):
        await computer.types()
    assert await count(computer.storage, models.export_requests) == 0
    assert (computer.folder / "there.csv").read_text() == "mine"


async def test_a_file_that_cannot_be_written_uses_nothing_up(computer: Computer) -> None:
    """The granted request serves for the next try."""
    ida = await computer.owner()
    await computer.types(wait=False)
    await computer.decides(ida, grant=True)
    with pytest.raises(SettingsError, match="cannot be written"):
        await computer.types("nowhere/signers.csv", request=1)
    assert await computer.types(request=1) == 0


async def test_what_is_held_is_marked_where_it_is_asked_for(computer: Computer) -> None:
    """Otherwise it is not there."""
    ida = await computer.storage.organizers.join(
        await computer.storage.organizers.link(
            computer.campaign, "organizer", None, datetime.now(UTC)
        ),
        person("omar"),
        "en",
        datetime.now(UTC),
    )
    belgium = Selection(country="BE")
    await computer.storage.moderation.hold(computer.campaign, belgium, ida, datetime.now(UTC))
    assert await computer.types() == 0, "an organizer who is no owner grants nothing"
    assert {row["name"] for row in computer.rows()} == {"Ana", "Ben"}
    assert await computer.types("all.csv", held=True) == 0
    marked = {row["name"]: row["held"] for row in computer.rows("all.csv")}
    assert marked == {"Ana": "", "Ben": "", "Cai": "yes"}


@pytest.mark.parametrize("wanted", [{}, {"format": "xlsx"}])
async def test_a_workbook_has_texts_and_no_formulas(
    computer: Computer, wanted: dict[str, object]
) -> None:
    """Whatever people wrote is in its cells as they wrote it, for this user only."""
    await computer.sign(*FORMULAS)
    name = "signers" if wanted else "signers.xlsx"
    assert await computer.types(name, **wanted) == 0
    path = computer.folder / name
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    table = read_sheet(path)
    assert tuple(table[0]) == COLUMNS
    names = {row[1] for row in table[1:]}
    assert names == {"Ana", "Ben", "Cai", *FORMULAS}
    with zipfile.ZipFile(path) as book:
        for part in book.namelist():
            content = book.read(part)
            for formula in (b"<f>", b"<f ", b"<hyperlink"):
                assert formula not in content
    left = {each.name for each in computer.folder.iterdir()}
    assert left == {"key", name}, "no rows are left lying about"


def read_sheet(path: Path, sheet: int = 1) -> list[list[str]]:
    """The texts in a sheet, row by row; a cell that is no text fails."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as book:
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml"))
    rows = []
    for row in root.iter(f"{space}row"):
        cells = list(row)
        assert {cell.get("t") for cell in cells} == {"inlineStr"}
        rows.append(["".join(cell.itertext()) for cell in cells])
    return [[undo(cell) for cell in row] for row in rows]


def undo(text: str) -> str:
    """What XlsxWriter writes for characters that XML does not have."""
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def test_a_full_sheet_is_followed_by_another(tmp_path: Path) -> None:
    """Each begins with the names of the columns."""
    path = tmp_path / "many.xlsx"
    with path.open("wb") as file:
        table = Xlsx(file, tmp_path, rows=3)
        for number in range(7):
            table.row([str(number)] * len(COLUMNS))
        table.end()
    sheets = [read_sheet(path, sheet) for sheet in (1, 2, 3)]
    assert [[row[0] for row in rows] for rows in sheets] == [
        ["id", "0", "1", "2"],
        ["id", "3", "4", "5"],
        ["id", "6"],
    ]


@pytest.mark.parametrize(
    ("options", "helps"),
    [
        (["--out", "signers.ods"], "neither in .csv nor in .xlsx"),
        (["--format", "xlsx"], "needs --out"),
        (["--country", "France"], "--country: France is no country"),
    ],
)
@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_wrong_option_is_one_line(
    computer: Computer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    helps: str,
) -> None:
    """Before anything is read."""
    monkeypatch.setenv("DATABASE_URL", computer.settings.database)
    monkeypatch.setattr("bot.process.logs.set_up", lambda level: None)
    monkeypatch.chdir(computer.folder)
    assert main(["export", "--key", "key", *options]) == 2
    error = capsys.readouterr().err
    assert helps in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("backend", ["sqlite"])
def test_waiting_and_using_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    """A granted one is there already."""
    assert main(["export", "--key", "key", "--no-wait", "--request", "1"]) == 2
    assert "not allowed with" in capsys.readouterr().err


async def test_a_damaged_signature_in_a_workbook(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 1 and its number; the others are there."""
    table = models.signatures
    async with computer.storage.database.write() as connection:
        await connection.execute(
            update(table).where(table.c.country == "BE").values(sealed=b"\1damaged")
        )
    assert await computer.types("signers.xlsx") == 1
    assert {row[1] for row in read_sheet(computer.folder / "signers.xlsx")[1:]} == {"Ana", "Ben"}
    assert "porte-voix: signature" in capsys.readouterr().err


async def test_an_export_that_is_broken_off_leaves_no_file(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a list of names would be taken for the whole."""

    class Full(Exception):
        """No space left."""

    def fail(*_: object) -> None:
        raise Full

    for name, writer in (("a.csv", "Csv"), ("a.xlsx", "Xlsx")):
        monkeypatch.setattr(getattr(exporting, writer), "row", fail)
        with pytest.raises(Full):
            await computer.types(name)
    assert {each.name for each in computer.folder.iterdir()} == {"key"}


@pytest.mark.parametrize("name", ["signers.csv", "signers.xlsx"])
async def test_a_file_is_there_as_a_whole_or_empty(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Should the power fail in the middle, nobody takes half of the signers for all of them."""
    seen = []
    path, part = computer.folder / name, computer.folder / f".{name}.part"
    cells = exporting._cells

    def look(each: Exported) -> tuple[str, ...]:
        modes = {stat.S_IMODE(each.stat().st_mode) for each in (path, part)}
        others = {entry.name for entry in computer.folder.iterdir()} - {"key", name, part.name}
        assert all(other.startswith(UNFINISHED) for other in others)
        seen.append((path.read_bytes(), modes))
        return cells(each)

    monkeypatch.setattr(exporting, "_cells", look)
    assert await computer.types(name) == 0
    assert seen == [(b"", {0o600})] * 3
    assert path.stat().st_size > 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {each.name for each in computer.folder.iterdir()} == {"key", name}


async def test_what_a_broken_export_left_behind_is_not_written_over(computer: Computer) -> None:
    """Somebody has to look at it first; the name that was asked for is not taken up."""
    (computer.folder / ".signers.csv.part").write_text("half")
    await computer.owner()
    with pytest.raises(SettingsError, match=r"\.signers\.csv\.part is what an export left"):
        await computer.types()
    assert await computer.requests() == [], "no owner is asked for what cannot be done"
    assert {each.name for each in computer.folder.iterdir()} == {"key", ".signers.csv.part"}


@pytest.mark.parametrize("name", ["signers.csv", "signers.xlsx"])
async def test_names_in_all_scripts_and_half_a_character(computer: Computer, name: str) -> None:
    """Arabic, Hebrew with its marks, a family of four; one that is broken stops no other."""
    whole = ("عائشة بنت علي", "שָׁלוֹם (ש)", "👨‍👩‍👧‍👦 Zoé", "Д\u200f-X")
    await computer.sign(*whole)
    await computer.sign("Bro\ud83dken")
    assert await computer.types(name) == 0
    if name.endswith("csv"):
        names = {row["name"] for row in computer.rows()}
    else:
        names = {row[1] for row in read_sheet(computer.folder / name)[1:]}
    assert names == {"Ana", "Ben", "Cai", "Bro?ken", *whole}
