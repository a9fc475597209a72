"""The terminal as a channel: what nobody has asked for waits until its person looks."""

import base64
import json
import os
import re
from itertools import count
from pathlib import Path
from typing import Any

from bot.channels.base import Capabilities, Channel, Permit
from bot.channels.errors import Gone, Unreachable
from bot.channels.terminal.render import CAPABILITIES, Numbered, RenderedMessage, render
from bot.texts.texts import Texts
from handlers.dialogue.messages import File, Invite, Reply, Tap
from storage.errors import RedisUnreachable
from storage.redis.outbox import Outbox

CHANNEL = "terminal"

LONGEST_NAME = 100
"""Characters of a file's name; file systems take 255 bytes."""


class Terminal(Channel[RenderedMessage]):
    """A channel whose addresses are the names that people talk under."""

    name = CHANNEL

    def __init__(self, texts: Texts, outbox: Outbox) -> None:
        self._texts = texts
        self._outbox = outbox

    @property
    def capabilities(self) -> Capabilities:
        return CAPABILITIES

    def overlong(self, reply: Reply, locale: str) -> int:
        return max(0, len(self.render(reply, locale).text) - CAPABILITIES.text)

    def link(self, payload: str = "") -> str:
        """The command that opens the conversation with that payload."""
        return f"python -m bot talk --start={payload}" if payload else "python -m bot talk"

    def render(self, reply: Reply, locale: str) -> RenderedMessage:
        return render(reply, locale, self._texts, self._invite)

    async def send(
        self, address: str, message: RenderedMessage, permit: Permit | None = None
    ) -> str:
        """Let the message wait for its person. It has no number: nothing can change it.

        Raises:
            Unreachable: it could not be kept.
        """
        try:
            await self._outbox.put(CHANNEL, address, _packed(message))
        except RedisUnreachable as fault:
            raise Unreachable from fault
        return ""

    async def waiting(self, address: str) -> list[RenderedMessage]:
        """What was sent to that address meanwhile, the oldest first; it waits no more.

        Raises:
            RedisUnreachable: nobody knows.
        """
        return [_unpacked(each) for each in await self._outbox.take(CHANNEL, address)]

    async def edit(self, address: str, number: str, message: RenderedMessage) -> None:
        """Nothing that was printed can be changed.

        Raises:
            Gone: always.
        """
        raise Gone

    async def delete(self, address: str, number: str) -> None:
        """Nothing that was printed can be taken back.

        Raises:
            Gone: always.
        """
        raise Gone

    async def reachable(self) -> bool:
        """Whether messages can wait."""
        return True

    def _invite(self, invite: Invite) -> str:
        return self.link(invite.payload)


def _packed(shown: RenderedMessage) -> bytes:
    """The message as it waits."""
    file = shown.file
    kept: dict[str, Any] = {
        "text": shown.text,
        "choices": [
            [each.label, each.tapped.step, each.tapped.about, each.tapped.choice]
            for each in shown.choices
        ],
        "file": [file.name, base64.b64encode(file.content).decode()] if file else None,
        "direction": shown.direction,
    }
    return json.dumps(kept).encode()


def _unpacked(stored: bytes) -> RenderedMessage:
    """The message again."""
    kept = json.loads(stored)
    return RenderedMessage(
        kept["text"],
        tuple(Numbered(label, Tap(*tapped)) for label, *tapped in kept["choices"]),
        File(kept["file"][0], base64.b64decode(kept["file"][1])) if kept["file"] else None,
        kept["direction"],
    )


def save(folder: Path, file: File) -> Path:
    """Keep a file in that folder, for this user's eyes only; where it is.

    A name that is taken gets a number.

    Raises:
        OSError: it cannot be kept.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = Path(_safe(file.name))
    for number in count(1):
        path = folder / (name if number == 1 else f"{name.stem}-{number}{name.suffix}")
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        with os.fdopen(descriptor, "wb") as kept:
            kept.write(file.content)
        return path
    raise AssertionError


def _safe(name: str) -> str:
    """The name without a folder, and without anything that a shell or terminal would obey."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r"[^\w.-]", "_", last).lstrip(".-")[-LONGEST_NAME:] or "file"
