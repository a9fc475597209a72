"""People talk to the bot in Telegram, by long polling."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.process.errors import SettingsError
from storage.errors import RedisUnreachable

if TYPE_CHECKING:
    from tests.support.town import Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


@asynccontextmanager
async def polling(town: "Town") -> AsyncIterator[asyncio.Event]:
    """The bot polls inside this block; the event ends it before."""
    from bot.channels.telegram.polling import poll

    stop = asyncio.Event()
    task = asyncio.create_task(poll(town.parts.telegram, stop))
    try:
        yield stop
    finally:
        stop.set()
        await asyncio.wait_for(task, 10)


async def test_somebody_talks(town: "Town") -> None:
    """The webhook is taken off by itself, and then all is as by webhook."""
    async with polling(town):
        ana = town.simulator.person("Ana")
        assert (await ana.says("/start")).photo is not None
        assert "agree" in (await ana.taps("sign")).choices
        assert "fr" in (await ana.taps("language")).choices
    assert town.simulator.updates.waiting == []


async def test_what_somebody_writes_in_a_row_is_taken_in_that_row(town: "Town") -> None:
    """The order of one person's messages is kept, however many come at once."""
    ana = town.simulator.person("Ana")
    async with polling(town):
        await ana.says("/start chechnya")
        await ana.taps("sign")
        await ana.taps("agree")
    await ana.says("Ana Belén", hear=False)
    await ana.says("Spain", hear=False)
    async with polling(town):
        review = await ana.hears()
        await town.simulator.settled()
    review = ana.last
    assert "Ana Belén" in review.text
    assert "Spain" in review.text


async def test_an_update_is_confirmed_only_when_it_is_durable(
    town: "Town", monkeypatch: pytest.MonkeyPatch
) -> None:
    """While Redis is away it stays with Telegram; when it is back, it is answered."""
    ana = town.simulator.person("Ana")
    sessions = town.parts.telegram._conversation._sessions
    load, back, tried = sessions.load, asyncio.Event(), asyncio.Event()

    async def loads(*args: Any) -> Any:
        if not back.is_set():
            tried.set()
            raise RedisUnreachable("away")
        return await load(*args)

    monkeypatch.setattr(sessions, "load", loads)
    async with polling(town):
        await ana.says("/help", hear=False)
        await asyncio.wait_for(tried.wait(), 10)
    assert len(town.simulator.updates.waiting) == 1
    back.set()
    async with polling(town):
        await town.simulator.settled()
        assert "petitions you sign" in ana.last.text


async def test_a_token_that_telegram_does_not_know_is_said(town: "Town", tmp_path: Path) -> None:
    """It is not tried for ever."""
    from bot.channels.telegram.client import make_bot
    from bot.channels.telegram.polling import poll

    town.parts.telegram.bot = make_bot("1:wrong", town.simulator.url)
    try:
        with pytest.raises(SettingsError, match="BOT_TOKEN is wrong"):
            await poll(town.parts.telegram, asyncio.Event())
    finally:
        await town.parts.telegram.bot.session.close()
