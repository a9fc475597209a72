"""Whoever has a log's public key can check everything at home, and needs nobody for it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path

import pytest
from aiohttp import web

from bot.cli import main
from bot.commands import copy_log as copying
from bot.commands.copy_log import NotServed, copy_log
from bot.commands.verify import Wanted, verify
from storage.transparency_log.formats.entries import Entry
from storage.transparency_log.formats.notes import SignerKey
from storage.transparency_log.formats.refusals import Reason, Refused
from tests.support.log.paper import LOG, NORTH, SOUTH, Paper, add
from tests.support.process import done

POLICY = f"""\
log {LOG.verifier.text}
witness north {NORTH.verifier.text} https://north.example
witness south {SOUTH.verifier.text}
group both all north south
quorum both
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of one's own, on which nothing of the bot is set, with the log's key."""
    monkeypatch.setattr("bot.process.logs.set_up", lambda level: None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "log.key").write_text(f"{LOG.verifier.text}\n")
    (tmp_path / "policy").write_text(POLICY)
    return tmp_path


@pytest.fixture
def paper(home: Path) -> Paper:
    """Seven signed, one withdrew, one was removed: five count."""
    made = Paper(home / "copy")
    made.grow([*map(add, range(7)), Entry("withdraw"), Entry("invalidate", reason="duplicate")])
    return made


def refusal(**wanted: Path | None) -> Reason:
    """Why something does not hold."""
    with pytest.raises(Refused) as caught:
        list(verify(Wanted(**wanted)))
    assert str(caught.value)
    return caught.value.reason


def flipped(content: bytes) -> Iterator[bytes]:
    """The content with one bit changed, for each of its bytes."""
    for at in range(len(content)):
        yield content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_somebody_checks_their_receipt(
    home: Path, paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the log's key alone: one line that says what holds, and status 0."""
    (home / "mine").write_bytes(paper.receipt(3, 3))
    assert main(["verify", "mine", "--key", "log.key"]) == 0
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "entry 3 of petition.example/c/release/log" in said
    assert "release, from FR, in fr" in said
    assert "5 signatures" in said


def test_somebody_checks_a_promise(
    home: Path, paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said to be no proof yet."""
    (home / "mine").write_bytes(paper.promise(9, country=""))
    assert main(["verify", "mine", "--key", "log.key"]) == 0
    said = capsys.readouterr().out
    assert "The promise holds" in said
    assert "without a country" in said


def test_a_whole_copy(home: Path, paper: Paper, capsys: pytest.CaptureFixture[str]) -> None:
    """Every tile and every entry, and what they add up to."""
    assert main(["verify", "--log", "copy", "--key", "log.key"]) == 0
    said = capsys.readouterr().out
    assert "9 entries (7 signed, 1 withdrawn, 1 removed (duplicate))" in said
    assert "5 signatures" in said


def test_a_large_copy_grew_out_of_an_older_checkpoint(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With full tiles and several levels; the receipt from back then is in it."""
    paper = Paper(home / "copy")
    (home / "old").write_bytes(paper.grow([*map(add, range(100))]))
    (home / "mine").write_bytes(paper.receipt(42, 42))
    paper.grow([*map(add, range(100, 600))])
    asked = ["verify", "mine", "--log", "copy", "--checkpoint", "old", "--key", "log.key"]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "600 entries" in said
    assert "It grew out of the checkpoint of 100 entries." in said
    assert "The receipt is in the copy: it is entry 42." in said


def test_a_promise_is_kept_or_not(
    home: Path, paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever was promised to be in the log can see for themselves."""
    (home / "mine").write_bytes(paper.promise(20))
    assert refusal(receipt=home / "mine", log=home / "copy", key=home / "log.key") is Reason.ENTRY
    paper.grow([add(19), add(20)])
    assert main(["verify", "mine", "--log", "copy", "--key", "log.key"]) == 0
    assert "The promise was kept: it is entry 10 of the copy." in capsys.readouterr().out


def test_what_does_not_hold_is_said_in_one_line(
    home: Path, paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its reason, on stderr, and status 1."""
    (home / "mine").write_bytes(paper.receipt(3, 3).replace(b"signatures 5", b"signatures 6"))
    assert main(["verify", "mine", "--key", "log.key"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "[signature]" in said.err


def test_every_flipped_byte_of_a_receipt_and_a_promise(home: Path, paper: Paper) -> None:
    for content in (paper.receipt(3, 3), paper.promise(3)):
        for changed in flipped(content):
            (home / "mine").write_bytes(changed)
            refusal(receipt=home / "mine", key=home / "log.key")


@pytest.mark.parametrize(
    ("file", "reasons"),
    [
        ("tile/0/000.p/9", {Reason.ROOT}),
        ("tile/entries/000.p/9", {Reason.ENTRY, Reason.BUNDLE_FORM}),
    ],
)
def test_every_flipped_byte_of_a_tile(
    home: Path, paper: Paper, file: str, reasons: set[Reason]
) -> None:
    """And of a bundle of entries."""
    content = (paper.folder / file).read_bytes()
    seen = set()
    for changed in flipped(content):
        paper.write(file, changed)
        seen.add(refusal(log=home / "copy", key=home / "log.key"))
    assert seen == reasons


def test_every_flipped_byte_of_a_checkpoint(home: Path, paper: Paper) -> None:
    """Its text, and the signature."""
    content = (paper.folder / "checkpoint").read_bytes()
    seen = set()
    for changed in flipped(content):
        paper.write("checkpoint", changed)
        seen.add(refusal(log=home / "copy", key=home / "log.key"))
    assert {Reason.SIGNATURE, Reason.ORIGIN, Reason.UNSIGNED, Reason.NOTE_FORM} <= seen


def test_a_byte_in_any_file_of_a_large_copy(home: Path) -> None:
    """In the tiles above the others, too; and a file that is missing."""
    paper = Paper(home / "copy")
    paper.grow([*map(add, range(600))])
    files = sorted(each for each in paper.folder.rglob("*") if each.is_file())
    assert paper.folder / "tile/1/000.p/2" in files
    assert len(files) == 2 + 3 + 3 + 1
    for file in files:
        if file.name == "key":
            continue  # not what is trusted
        content = file.read_bytes()
        for at in (0, len(content) // 2, len(content) - 1):
            file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            refusal(log=home / "copy", key=home / "log.key")
        file.unlink()
        assert refusal(log=home / "copy", key=home / "log.key") is Reason.MISSING
        file.write_bytes(content)
    list(verify(Wanted(log=home / "copy", key=home / "log.key")))


def test_a_checkpoint_that_counts_wrongly(home: Path) -> None:
    """The log itself has signed one signature more than its entries make."""
    Paper(home / "copy").grow([*map(add, range(3))], said=4)
    assert refusal(log=home / "copy", key=home / "log.key") is Reason.ENTRY


def test_a_log_that_was_begun_anew(home: Path, paper: Paper) -> None:
    """Its owner shows some people another past; whoever kept an old checkpoint sees it."""
    (home / "old").write_bytes((paper.folder / "checkpoint").read_bytes())
    (home / "mine").write_bytes(paper.receipt(3, 3))
    fork = Paper(home / "fork")
    fork.grow([*map(add, range(50, 70))])
    trusted = {"log": home / "fork", "key": home / "log.key"}
    assert refusal(older=home / "old", **trusted) is Reason.ROOT
    assert refusal(receipt=home / "mine", **trusted) is Reason.ROOT
    smaller = Paper(home / "smaller")
    smaller.grow([add(0)])
    trusted = {"log": home / "smaller", "key": home / "log.key"}
    assert refusal(older=home / "old", **trusted) is Reason.SIZES
    assert refusal(receipt=home / "mine", **trusted) is Reason.SIZES


def test_a_receipt_of_another_log_than_the_copy(home: Path, paper: Paper) -> None:
    """Both are trusted, and do not belong together; nor does an older checkpoint."""
    other = Paper(home / "other", SignerKey("other.example/log", bytes([7] * 32)))
    other.grow([add(0)])
    (home / "mine").write_bytes(other.receipt(0, 0))
    keys = "".join(f"log {each.verifier.text}\n" for each in (LOG, other.key))
    (home / "both").write_text(f"{keys}quorum none\n")
    trusted = {"log": home / "copy", "policy": home / "both"}
    assert refusal(receipt=home / "mine", **trusted) is Reason.ORIGIN
    assert refusal(older=home / "other/checkpoint", **trusted) is Reason.ORIGIN


def test_whoever_asks_for_witnesses(
    home: Path, paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    """One of two is too few; an older checkpoint need not have been cosigned."""
    (home / "old").write_bytes((paper.folder / "checkpoint").read_bytes())
    paper.grow([add(30)], by=[NORTH])
    assert refusal(log=home / "copy", policy=home / "policy") is Reason.QUORUM
    paper.grow([add(31)], by=[NORTH, SOUTH])
    (home / "mine").write_bytes(paper.receipt(31, 10))
    asked = ["verify", "mine", "--log", "copy", "--checkpoint", "old", "--policy", "policy"]
    assert main(asked) == 0
    assert capsys.readouterr().out.count("cosigned by north.example/w, south.example/w") == 2


@pytest.mark.parametrize(
    "asked",
    [
        ["--key", "log.key"],
        ["missing", "--key", "log.key"],
        ["log.key", "--key", "missing"],
        ["log.key", "--key", "log.key", "--checkpoint", "log.key"],
    ],
)
def test_what_was_asked_in_a_wrong_way(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, and a line that says what is missing."""
    assert main(["verify", *asked]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_key_has_to_be_named() -> None:
    """Nothing is trusted by itself, the copy's own key least of all."""
    for asked in (["mine"], ["mine", "--key", "log.key", "--policy", "policy"]):
        assert main(["verify", *asked]) == 2


def test_a_key_that_is_none(home: Path, paper: Paper) -> None:
    for text in (b"hello", b"\xff", NORTH.verifier.text.encode()):
        (home / "log.key").write_bytes(text)
        assert refusal(log=home / "copy", key=home / "log.key") in {
            Reason.KEY_FORM,
            Reason.KEY_TYPE,
        }


# Copying.


class Library:
    """Serves a folder, and remembers what was asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self.asked: list[str] = []
        self.troubles: list[int] = []
        """Statuses of the next answers."""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """The file, or what goes wrong."""
        path = request.match_info["path"]
        self.asked.append(path)
        if self.troubles:
            return web.Response(status=self.troubles.pop(0))
        if not (self.folder / path).is_file():
            raise web.HTTPNotFound
        return web.FileResponse(self.folder / path)


@pytest.fixture
async def library(home: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Library]:
    """A site where the log is served."""
    monkeypatch.setattr(copying, "PAUSE", 0.001)
    made = Library(home / "served")
    app = web.Application()
    app.router.add_get("/c/release/log/{path:.+}", made.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/c/release/log"
    yield made
    await runner.cleanup()


async def test_a_copy_is_made_and_brought_up_to_date(home: Path, library: Library) -> None:
    """A journalist copies the log, checks it, and comes back a week later."""
    paper = Paper(library.folder)
    paper.grow([*map(add, range(300))])
    assert "300 entries" in await copy_log(library.url, home / "copy")
    list(verify(Wanted(log=home / "copy", key=home / "log.key")))
    assert (home / "copy/key").read_bytes() == (home / "log.key").read_bytes()
    paper.grow([*map(add, range(300, 600))])
    library.asked.clear()
    assert "600 entries" in await copy_log(f"{library.url}/", home / "copy")
    assert "tile/0/000" not in library.asked, "what does not change is not asked for again"
    assert "tile/0/001" in library.asked
    list(verify(Wanted(log=home / "copy", key=home / "log.key")))


async def test_an_interrupted_copy_is_gone_on_with(home: Path, library: Library) -> None:
    """The train entered a tunnel: there is no checkpoint yet, and most files are there."""
    Paper(library.folder).grow([*map(add, range(600))])
    lost = library.folder / "tile/1/000.p/2"
    lost.rename(library.folder / "lost")
    with pytest.raises(NotServed, match="tile/1/000"):
        await copy_log(library.url, home / "copy")
    assert not (home / "copy/checkpoint").exists()
    (library.folder / "lost").rename(lost)
    library.asked.clear()
    await copy_log(library.url, home / "copy")
    assert sorted(library.asked) == ["checkpoint", "key", "tile/1/000.p/2"]
    list(verify(Wanted(log=home / "copy", key=home / "log.key")))


async def test_a_site_that_stumbles_is_asked_again(home: Path, library: Library) -> None:
    """And one that refuses is not."""
    Paper(library.folder).grow([add(0)])
    library.troubles = [500, 503, 429]
    await copy_log(library.url, home / "copy")
    library.troubles = [403]
    with pytest.raises(NotServed, match="403"):
        await copy_log(library.url, home / "other")
    library.troubles = [500] * 5
    with pytest.raises(NotServed, match="500"):
        await copy_log(library.url, home / "other")
    with pytest.raises(NotServed, match="cannot be had"):
        await copy_log("http://127.0.0.1:1/c/release/log", home / "other")
    with pytest.raises(NotServed, match="cannot be had"):
        await copy_log("not an address", home / "other")


async def test_a_full_tile_will_do_for_a_partial_one(home: Path, library: Library) -> None:
    """The log has dropped partial tiles since it signed (tlog-tiles, "Partial Tiles")."""
    paper = Paper(library.folder)
    content = paper.grow([*map(add, range(100))])
    paper.grow([*map(add, range(100, 256))])
    paper.write("checkpoint", content)
    for kind in ("0", "entries"):
        (library.folder / f"tile/{kind}/000.p/100").unlink()
    await copy_log(library.url, home / "copy")
    list(verify(Wanted(log=home / "copy", key=home / "log.key")))


async def test_a_damaged_or_forked_copy_is_not_kept(home: Path, library: Library) -> None:
    """The checkpoint that was there stays, and the reason is told."""
    paper = Paper(library.folder)
    paper.grow([*map(add, range(5))])
    await copy_log(library.url, home / "copy")
    kept = (home / "copy/checkpoint").read_bytes()
    fork = Paper(library.folder)
    fork.grow([*map(add, range(50, 60))])
    with pytest.raises(Refused) as caught:
        await copy_log(library.url, home / "copy")
    assert caught.value.reason is Reason.ROOT
    assert (home / "copy/checkpoint").read_bytes() == kept


async def test_a_file_without_end_is_not_taken(
    home: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site may be anybody's."""
    Paper(library.folder).grow([*map(add, range(5))])
    monkeypatch.setattr(copying, "MOST_TILE", 5 * 32 - 1)
    with pytest.raises(NotServed, match="longer than"):
        await copy_log(library.url, home / "copy")


async def test_the_command_says_what_to_do_next(
    home: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the check; where nothing is served, status 1."""
    Paper(library.folder).grow([add(0)])
    assert await asyncio.to_thread(main, ["copy-log", library.url, "copy"]) == 0
    assert "verify --log copy --key FILE" in capsys.readouterr().out
    assert await asyncio.to_thread(main, ["copy-log", f"{library.url}/x", "copy"]) == 1
    assert "There is nothing at" in capsys.readouterr().err


async def test_copying_and_checking_are_programs_of_their_own(home: Path, library: Library) -> None:
    """Started as whoever checks a log starts them, without any setting."""
    Paper(library.folder).grow([add(0)])
    program = partial(done, folder=home, settings={}, new_interpreter=True)
    status, said = await program("copy-log", library.url, "copy")
    assert status == 0, said
    status, said = await program("verify", "--log", "copy", "--key", "log.key")
    assert status == 0, said
