"""Flood control, on a clock that tests turn."""

from __future__ import annotations

import pytest

from bot.simulator import Simulator
from bot.simulator.bot_api.limits import FloodControl
from bot.simulator.errors import ApiError
from tests.support.raw import RawBot


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


def test_beyond_the_free_ones_a_paid_broadcast_costs(flood: FloodControl, clock: Clock) -> None:
    """Thirty a second are free; replies have a total of their own."""
    costs = [flood.spend(chat_id, group=False, paid=True) for chat_id in range(1, 101)]
    assert costs == [False] * 30 + [True] * 70
    assert send(flood, 30, 200) == 0
    clock.now += 0.5
    costs = [flood.spend(chat_id, group=False, paid=True) for chat_id in range(301, 321)]
    assert costs == [False] * 15 + [True] * 5


async def test_a_paid_broadcast_takes_stars_from_the_balance(sim: Simulator, raw: RawBot) -> None:
    """A tenth of a Star for each message beyond the free ones, and only for those that arrive."""
    sim.stars = 10_050
    gone, *crowd = sim.many(101)
    await gone.blocks()
    for person in (gone, *crowd):
        await raw.call("sendMessage", chat_id=person.id, text="x", allow_paid_broadcast=True)
    balance = await raw.result("getMyStarBalance")
    assert balance["amount"] + balance["nanostar_amount"] / 1e9 == sim.stars
    # A hundred arrived; some of the seventy beyond the first thirty were free by then.
    assert 10_043 <= sim.stars < 10_050
    assert sum(len(person.screen) for person in crowd) == 100
    assert sim.complaints == []


async def test_without_enough_stars_a_paid_broadcast_is_like_any_other(
    sim: Simulator, raw: RawBot
) -> None:
    """The bot goes by the ordinary limit, and the simulator says why."""
    sim.stars = 9_999
    answers = [
        await raw.call("sendMessage", chat_id=each.id, text="x", allow_paid_broadcast=True)
        for each in sim.many(80)
    ]
    assert {each.get("error_code") for each in answers} == {None, 429}
    assert sim.stars == 9_999
    assert sim.complaints == ["allow_paid_broadcast does nothing below 10000 Stars"]
    sim.complaints.clear()


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


@pytest.mark.real
async def test_flood_control_can_be_switched_off() -> None:
    """For tests that are about something else."""
    async with Simulator(flood_control=False) as sim:
        assert sim.flood is None
