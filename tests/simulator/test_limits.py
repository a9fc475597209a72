"""Flood control, on a clock that tests turn."""

from __future__ import annotations

import pytest

from bot.simulator import Simulator
from bot.simulator.errors import ApiError
from bot.simulator.limits import FloodControl
from tests.simulator.raw import RawBot


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def flood(clock: Clock) -> FloodControl:
    """Telegram's own rates."""
    return FloodControl(clock=clock)


def send(
    flood: FloodControl, count: int, first: int = 1, *, group: bool = False, paid: bool = False
) -> int:
    """One message to each of `count` chats; the seconds to wait if one was refused."""
    try:
        for chat_id in range(first, first + count):
            flood.spend(chat_id, group=group, paid=paid)
    except ApiError as error:
        return int(error.parameters["retry_after"])
    return 0


def test_thirty_a_second_over_all_chats(flood: FloodControl, clock: Clock) -> None:
    """The thirty-first waits a second; after that it goes on."""
    assert send(flood, 30) == 0
    assert send(flood, 1, 99) == 1
    clock.now += 1
    assert send(flood, 30, 100) == 0


def test_a_paid_broadcast_has_a_thousand(flood: FloodControl) -> None:
    """With allow_paid_broadcast the total is another one."""
    assert send(flood, 1000, paid=True) == 0
    assert send(flood, 1, 9999, paid=True) == 1


def test_one_chat_takes_a_burst_and_then_one_a_second(flood: FloodControl, clock: Clock) -> None:
    """Short bursts are tolerated; what goes on is not."""
    for _ in range(20):
        assert send(flood, 1) == 0
    assert send(flood, 1) == 1
    assert send(flood, 1, 2) == 0
    clock.now += 1
    assert send(flood, 1) == 0
    assert send(flood, 1) == 1


def test_a_group_takes_twenty_a_minute(flood: FloodControl, clock: Clock) -> None:
    """The wait is as long as the oldest of the twenty still counts."""
    for _ in range(20):
        assert send(flood, 1, -5, group=True) == 0
    clock.now += 15
    assert send(flood, 1, -5, group=True) == 45
    clock.now += 45
    assert send(flood, 1, -5, group=True) == 0


async def test_the_bot_is_told_how_long_to_wait(sim: Simulator, raw: RawBot, amira: int) -> None:
    """429 with `retry_after` in its parameters, in Telegram's words."""
    answers = [await raw.call("sendMessage", chat_id=amira, text="x") for _ in range(25)]
    refused = [answer for answer in answers if not answer["ok"]]
    assert refused[0] == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


async def test_flood_control_can_be_switched_off() -> None:
    """For tests that are about something else."""
    async with Simulator(flood_control=False) as sim:
        assert sim.flood is None
