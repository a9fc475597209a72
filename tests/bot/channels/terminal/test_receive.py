"""A line that somebody typed -> what the conversation hears."""

from pathlib import Path

import pytest

from bot.channels.terminal import receive
from bot.channels.terminal.receive import incoming
from handlers.dialogue.messages import Attachment, Command, Incoming, Picture, Tap, Text

AGREE, OLD = Tap("consent", "chechnya", "agree"), Tap("alert", "chechnya", "sign")
CHOICES = {1: AGREE, 12: OLD}


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        ("1", AGREE),
        (" 1 ", AGREE),
        ("١", AGREE),  # in the digits of Arabic
        ("12", OLD),
        ("2", Text("2", "2")),
        ("1.", Text("1.", "1.")),
        ("²", Text("²", "²")),
        ("9" * 5000, Text("9" * 5000, "9" * 5000)),
        ("Ana", Text("Ana", "Ana")),
        ("One\nTwo <b>bold</b>", Text("One\nTwo <b>bold</b>", "One\nTwo <b>bold</b>")),
        ("", None),
        (" \t", None),
        ("/start", Command("start")),
        ("/Start chechnya", Command("start", "chechnya")),
        ("/verify a,b\nc", Command("verify", "a,b\nc")),
        ("/", Text("/", "/")),
        ("/étrange", Text("/étrange", "/étrange")),
        (r"\1", Text("1", "1")),
        (r"\/start", Text("/start", "/start")),
        (r"\@ana", Text("@ana", "@ana")),
        (r"\\", Text("\\", "\\")),
    ],
)
def test_a_line_is_heard(line: str, heard: Incoming | None) -> None:
    """Numbers that were shown are tapped, commands obeyed, all else is text."""
    assert incoming(line, CHOICES) == heard


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("stop.jpg", Picture),
        ("stop.JPEG", Picture),
        ("my picture.png", Picture),
        ("receipt.tlog-proof", Attachment),
        ("receipt", Attachment),
    ],
)
async def test_a_path_is_a_picture_or_a_file(
    name: str, kind: type[Picture] | type[Attachment], tmp_path: Path
) -> None:
    """It is read only by a step that wants it, when that asks for it."""
    heard = incoming(f"@{tmp_path / name}", {})
    assert isinstance(heard, kind)
    assert await heard.load() is None  # there is none yet
    (tmp_path / name).write_bytes(b"content")
    assert await heard.load() == b"content"


async def test_what_cannot_be_read_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, a device that never ends, a name that no file can have, and what is too large."""
    monkeypatch.setattr(receive, "LARGEST", 3)
    (tmp_path / "large").write_bytes(b"1234")
    (tmp_path / "small").write_bytes(b"123")
    for path, content in (
        (tmp_path, None),
        ("/dev/zero", None),
        ("a\0b", None),
        ("", None),
        (tmp_path / "large", None),
        (tmp_path / "small", b"123"),
    ):
        heard = incoming(f"@{path}", {})
        assert isinstance(heard, Attachment)
        assert await heard.load() == content
