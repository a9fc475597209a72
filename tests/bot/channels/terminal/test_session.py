"""People talk to the bot in a terminal."""

import asyncio
import os
import re
import stat
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.channels.registry import Registry
from bot.channels.terminal.session import typed_lines
from bot.jobs.notices import tell_organizers
from handlers.dialogue.messages import About, Reply, Words, choices
from handlers.domain import invites
from storage import models
from storage.errors import RedisUnreachable
from storage.exports import claims
from storage.exports.reader import Narrowed
from tests.bot.channels.terminal.conftest import TEXTS, Seat
from tests.support.storage.petition import count

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


def said(message: str, locale: str = "en") -> str:
    """What the words of that id say; they take no argument."""
    return TEXTS.plain(Words(message), locale)


def number(shown: str, choice: str, locale: str = "en") -> str:
    """The number of that choice in what is shown last."""
    label = said(f"choice-{choice}", locale)
    found = re.findall(rf"^(\d+)\. {re.escape(label)}$", shown, re.MULTILINE)
    assert found, f"{label!r} is not in:\n{shown}"
    return str(found[-1])


async def taps(seat: Seat, shown: str, *each: str) -> str:
    """What is shown once these choices are taken one after the other, each by its number."""
    for choice in each:
        shown = await seat.types(number(shown, choice))
    return shown


async def test_somebody_reads_signs_and_takes_it_back(seat: Seat) -> None:
    """From the alert to the thanks by numbers and text; then nothing of it is left."""
    shown = await seat.runs()
    assert shown.startswith(said("terminal-hello"))
    assert shown.endswith(f"{said('terminal-bye')}\n\n")
    assert "chechnya in English" in shown
    assert "🖼 People in front of an embassy" in shown
    shown = await taps(seat, shown, "read", "next")
    assert "→ Earlier: https://example.org/earlier" in shown
    await taps(seat, shown, "sign", "agree")
    shown = await seat.types("Ana Banana", "France")
    assert "Ana Banana" in shown
    shown = await taps(seat, shown, "confirm")
    assert await count(seat.storage, models.signatures) == 1
    shown = await taps(seat, await seat.types("/forget"), "forget-yes")
    assert await count(seat.storage, models.signatures) == 0


async def test_what_an_old_number_tapped_is_said_to_be_old(seat: Seat) -> None:
    """Later messages give numbers anew; one that they do not give is an old button."""
    consent = await taps(seat, await seat.runs(), "sign")
    name = await taps(seat, consent, "agree")
    country = await taps(seat, name, "anonymous")
    many = int(number(country, "language"))
    await seat.types("Malta")
    shown = await seat.types(str(many - 1))
    assert said("button-old") in shown


async def test_what_comes_unasked_is_shown_and_takes_no_number_away(seat: Seat) -> None:
    """A question stands while a letter comes: its numbers stay, the letter's count on."""
    consent = await taps(seat, await seat.runs(), "sign")
    letter = Reply(
        "cancelled", choices=choices("updates-stop"), step="letter", about=About("chechnya")
    )
    await seat.terminal.send("Ana", seat.terminal.render(letter, "en"))
    assert await seat.session.look()
    shown = seat.read()
    assert said("cancelled") in shown
    assert int(number(shown, "updates-stop")) == int(number(consent, "language")) + 1
    assert not await seat.session.look()
    assert number(await taps(seat, consent, "agree"), "anonymous")


async def test_what_came_while_nobody_looked_is_shown_at_the_next_start(seat: Seat) -> None:
    """It waits for its person, and for nobody else."""
    for address in ("Ana", "Bob"):
        shown = seat.terminal.render(Reply("cancelled"), "en")
        assert await seat.terminal.send(address, shown) == ""
    assert (await seat.runs("/help")).count(said("cancelled")) == 1
    assert len(await seat.terminal.waiting("Bob")) == 1


async def test_a_worker_tells_whoever_sits_at_a_terminal(seat: Seat) -> None:
    """An organizer there hears that something waits, and answers it by its number."""
    organizers = seat.storage.organizers
    token = await organizers.link(None, "owner", None, datetime.now(UTC))
    await taps(seat, await seat.types(f"/start {invites.organizer(token)}"), "join-yes")
    await claims.ask(seat.storage.database, "chechnya", Narrowed("FR"), 120)
    await tell_organizers(seat.storage.notices, Registry(seat.terminal))
    assert await seat.session.look()
    shown = seat.read()
    assert "120 signatures" in shown
    assert "1. " in await taps(seat, shown, "grant")


async def test_a_line_goes_on_behind_a_backslash(seat: Seat) -> None:
    """Several lines are one message, whatever they look like."""
    await taps(seat, await seat.runs(), "sign", "agree")
    assert "Ana Banana" in await seat.types("Ana\\", "Banana", "France")


async def test_a_file_is_saved_for_its_person_alone(seat: Seat) -> None:
    """Its path is said; the next one of that name takes another."""
    await seat.runs()
    for name in ("my-data.json", "my-data-2.json"):
        shown = await taps(seat, await seat.types("/mydata"), "file")
        path = seat.folder / name
        assert str(path) in shown
        assert path.read_bytes().startswith(b"{")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(seat.folder.stat().st_mode) == 0o700


async def test_a_file_that_cannot_be_saved_is_said(seat: Seat) -> None:
    """The conversation goes on."""
    await seat.runs()
    seat.folder.write_text("no folder")
    shown = await taps(seat, await seat.types("/mydata"), "file")
    assert str(seat.folder) in shown
    assert "1. " in await seat.types("/help")


async def test_a_store_that_does_not_answer_is_an_apology(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line can be typed again when it does."""
    shown = await seat.runs()

    async def gone(*_: object) -> None:
        raise RedisUnreachable("Redis does not answer.")

    with monkeypatch.context() as patch:
        patch.setattr(seat.storage.sessions, "load", gone)
        assert said("trouble") in await seat.types("/help")
    assert said("trouble") not in await taps(seat, shown, "read")


async def test_a_transcript_of_a_script_shows_what_was_typed(seat: Seat) -> None:
    """Where the terminal does not show it itself; and a prompt where it does."""
    assert "\n> /help\n\n" in await seat.runs("/help", "")
    seat.sit_down(echoes=True)
    shown = await seat.runs("/help")
    assert "> /help" not in shown
    assert shown.count("\n\n> ") == 2


async def test_lines_are_as_wide_as_the_terminal(seat: Seat) -> None:
    """Long lines are wrapped there, and left whole in a pipe."""
    whole = await seat.runs("/help")
    seat.width = 40
    narrow = await seat.runs("/help")
    assert max(map(len, whole.split("\n"))) > 100
    assert max(map(len, narrow.split("\n"))) <= 40


async def test_ctrl_c_ends_as_politely_as_the_end_of_the_lines(seat: Seat) -> None:
    """It does not wait for the line that would come next."""

    async def typed() -> AsyncIterator[str]:
        seat.stop.set()
        await asyncio.Event().wait()
        yield ""

    await seat.session.run(typed(), "", seat.stop)
    assert seat.read().endswith(f"{said('terminal-bye')}\n\n")


async def test_lines_are_read_from_a_pipe_as_they_come(backend: str) -> None:
    """Letters that come in two halves are whole again, and the last line needs no end."""
    reading, writing = os.pipe()
    try:
        content = "é\r\nno end".encode()
        os.write(writing, content[:1])
        lines = typed_lines(reading)
        os.write(writing, content[1:])
        assert await anext(lines) == "é"
        os.close(writing)
        assert [line async for line in lines] == ["no end"]
    finally:
        os.close(reading)
