"""Misbehaviour to order."""

from __future__ import annotations

import aiohttp
import pytest

from bot.simulator import Simulator
from tests.support.raw import RawBot


async def test_errors_come_as_often_as_ordered(sim: Simulator, raw: RawBot, amira: int) -> None:
    """Two floods and one server error, and only for the method that was named."""
    sim.mischief.flood(2, retry_after=7, method="sendMessage")
    sim.mischief.fail(method="sendMessage")
    await raw.result("getMe")
    codes = [
        (await raw.call("sendMessage", chat_id=amira, text="x")).get("error_code") for _ in range(4)
    ]
    assert codes == [429, 429, 502, None]
    assert sim.calls_of("sendMessage")[0].error is not None


@pytest.mark.parametrize("after_work", [False, True])
async def test_a_dropped_answer_hides_whether_it_was_done(
    sim: Simulator, raw: RawBot, amira: int, after_work: bool
) -> None:
    """The bot cannot tell the two apart; the person can."""
    sim.mischief.drop(after_work=after_work)
    with pytest.raises(aiohttp.ClientError):
        await raw.call("sendMessage", chat_id=amira, text="x")
    said = [message for message in sim.person("Amira").screen if message.from_bot]
    assert len(said) == after_work


async def test_updates_come_twice_or_in_the_wrong_order(sim: Simulator, raw: RawBot) -> None:
    """With the numbers that they always had."""
    person = sim.person("Amira")
    sim.mischief.duplicate()
    await person.says("one", hear=False)
    sim.mischief.reorder()
    await person.says("two", hear=False)
    await person.says("three", hear=False)
    updates = await raw.updates()
    assert [u["message"]["text"] for u in updates] == ["one", "one", "three", "two"]
    first = updates[0]["update_id"]
    assert [u["update_id"] - first for u in updates] == [0, 0, 2, 1]


async def test_calm_ends_it(sim: Simulator, raw: RawBot, amira: int) -> None:
    """What was held back is let go, and calls work again."""
    sim.mischief.fail(99)
    sim.mischief.delay(60)
    sim.mischief.reorder()
    await sim.person("Amira").says("held", hear=False)
    sim.mischief.calm()
    await raw.result("sendMessage", chat_id=amira, text="x")
    assert len(await raw.updates()) == 1
