"""A line that somebody typed -> what the conversation hears."""

import asyncio
import re
from collections.abc import Mapping
from pathlib import Path

from handlers.dialogue.messages import Attachment, Command, Incoming, Picture, Tap, Text

COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:\s+(?P<rest>.*))?", re.DOTALL | re.ASCII)

PICTURES = frozenset([".jpeg", ".jpg", ".png"])
"""How the names of files end that are sent as pictures; any other is sent as a file."""

LARGEST = 20 * 1024 * 1024
"""Bytes of a file that is read: what messengers let a bot fetch (Bot API, getFile)."""


def incoming(line: str, choices: Mapping[int, Tap]) -> Incoming | None:
    """What the line says; None where there is nothing in it.

    `choices` tells what the numbers mean that were shown. A number among them is tapped, `/` leads
    a command and `@` the path of a file. A line led by a backslash is always text.
    """
    line = line.strip()
    if not line:
        return None
    if line.startswith("\\"):
        return _said(line[1:])
    if line.startswith("@"):
        return _file(Path(line[1:].strip()).expanduser())
    if command := COMMAND.fullmatch(line):
        return Command(command["name"].lower(), (command["rest"] or "").strip())
    # In the digits of any script.
    if line.isdecimal() and (tapped := choices.get(int(line[:9]))):
        return tapped
    return _said(line)


def _said(text: str) -> Text:
    return Text(text, text)


def _file(path: Path) -> Incoming:
    async def load() -> bytes | None:
        return await asyncio.to_thread(_read, path)

    return Picture(load) if path.suffix.lower() in PICTURES else Attachment(load)


def _read(path: Path) -> bytes | None:
    """The file's content; None where it is too large, or cannot be read."""
    try:
        if not path.is_file():  # a pipe or a device might never end
            return None
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
    return content if len(content) <= LARGEST else None
