"""Somebody at a terminal: lines go in, messages come out, until the lines end."""

import asyncio
import codecs
import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from bot.channels.conversation import Conversation
from bot.channels.errors import Unavailable
from bot.channels.terminal.receive import incoming
from bot.channels.terminal.render import UNPRINTABLE, RenderedMessage, lines
from bot.channels.terminal.send import Terminal, save
from bot.texts.texts import Texts
from handlers.dialogue.messages import Command, File, Incoming, Tap, Words
from handlers.domain.supporters import Person
from storage.errors import RedisUnreachable

log = logging.getLogger(__name__)

LOOK_EVERY = 0.5
"""Seconds between two looks for messages that nobody has asked for."""

PROMPT = "> "


@dataclass(frozen=True, slots=True)
class Screen:
    """Where messages are written.

    `columns` tells how wide it is just now, or None where it is no terminal. `echoes` says whether
    whoever reads it sees what is typed as well.
    """

    write: Callable[[str], None]
    columns: Callable[[], int | None] = lambda: None
    echoes: bool = False


class Session:
    """One person's conversation in one terminal.

    What the numbers on the screen tap is known here only: a later message gives them anew, and one
    that it does not give still taps what it did, which is then an old button. What comes unasked
    counts on, so that nobody stops a broadcast who was about to answer a question.
    """

    def __init__(
        self,
        conversation: Conversation,
        terminal: Terminal,
        texts: Texts,
        person: Person,
        folder: Path,
        screen: Screen,
    ) -> None:
        """`folder` is where files are saved."""
        self._conversation = conversation
        self._terminal = terminal
        self._texts = texts
        self._person = person
        self._folder = folder
        self._screen = screen
        self._write = screen.write
        self._locale = texts.best(person.language)
        self._choices: dict[int, Tap] = {}
        self._last = 0
        """The highest number of the last message, and of what came unasked since."""
        self._begun = ""
        """Lines that go on in the next one."""

    async def run(self, typed: AsyncIterator[str], payload: str, stop: asyncio.Event) -> None:
        """Begin with that payload and answer each line, until they end or `stop` is set."""
        self._say("terminal-hello")
        await self.answer(Command("start", payload))
        stopping = asyncio.create_task(stop.wait())
        reading: asyncio.Future[str | None] | None = None
        try:
            while not stop.is_set():
                if reading is None:
                    self._prompt()
                    reading = asyncio.ensure_future(anext(typed, None))
                waiting: tuple[asyncio.Future[Any], ...] = (reading, stopping)
                await asyncio.wait(waiting, timeout=LOOK_EVERY, return_when=asyncio.FIRST_COMPLETED)
                if reading.done():
                    line, reading = reading.result(), None
                    await self.hear(line or "")
                    if line is None:
                        break
                if await self.look() and reading is not None:
                    self._prompt()
        finally:
            for each in (stopping, reading):
                if each is not None:
                    each.cancel()
        if self._screen.echoes:
            self._write("\n")
        self._say("terminal-bye")

    async def hear(self, line: str) -> None:
        """Answer a line; with a backslash at its end it goes on in the next one."""
        if line:
            typed = f"{PROMPT}{line.translate(UNPRINTABLE)}\n"
            self._write("\n" if self._screen.echoes else f"{typed}\n")
        if line.endswith("\\"):
            self._begun += f"{line[:-1]}\n"
            return
        line, self._begun = self._begun + line, ""
        heard = incoming(line, self._choices)
        if heard is not None:
            await self.answer(heard)

    async def answer(self, heard: Incoming) -> None:
        """Show what the conversation answers."""
        try:
            answered = await self._conversation.answer(self._person, heard, uuid4().hex)
        except Unavailable as fault:
            log.warning("A line has to be typed again: %s", fault)
            self._say("trouble")
            return
        if answered is not None:
            reply, self._locale = answered
            self._last = 0
            self._show(self._terminal.render(reply, self._locale))

    async def look(self) -> bool:
        """Show what nobody has asked for; whether there was something."""
        with suppress(RedisUnreachable):  # it waits
            waiting = await self._terminal.waiting(self._person.chat_id)
            for each in waiting:
                self._write("\n")
                self._show(each)
            return bool(waiting)
        return False

    def _show(self, shown: RenderedMessage) -> None:
        if shown.file is not None:
            shown = replace(shown, text=f"{shown.text}\n\n{self._keep(shown.file)}", file=None)
        first = self._last + 1
        self._choices |= {n: each.tapped for n, each in enumerate(shown.choices, first)}
        self._last += len(shown.choices)
        for line in lines(shown, first, self._screen.columns()):
            self._write(f"{line}\n")
        self._write("\n")

    def _keep(self, file: File) -> str:
        """Save a file; what to say of it."""
        try:
            return self._words("terminal-file", path=str(save(self._folder, file)))
        except OSError as fault:
            log.warning("A file was not saved: %s", fault.strerror)
            return self._words("terminal-unsaved", path=str(self._folder))

    def _say(self, message: str) -> None:
        for line in lines(RenderedMessage(self._words(message)), columns=self._screen.columns()):
            self._write(f"{line}\n")
        self._write("\n")

    def _words(self, message: str, **args: str) -> str:
        return self._texts.plain(Words(message, args), self._locale)

    def _prompt(self) -> None:
        if self._screen.echoes:
            self._write(PROMPT)


async def typed_lines(descriptor: int) -> AsyncIterator[str]:
    """The lines that can be read there, in UTF-8, as they come: from a terminal, pipe or file."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    rest = ""
    while content := await _next(descriptor):
        *whole, rest = (rest + decoder.decode(content)).split("\n")
        for line in whole:
            yield line.removesuffix("\r")
    if rest:
        yield rest


async def _next(descriptor: int) -> bytes:
    """What can be read next; nothing at the end."""
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    try:
        loop.add_reader(descriptor, ready.set)
    except PermissionError:  # a file: there is no waiting for one
        return os.read(descriptor, 65_536)
    try:
        await ready.wait()
        return os.read(descriptor, 65_536)
    finally:
        loop.remove_reader(descriptor)
