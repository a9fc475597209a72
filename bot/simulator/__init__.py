"""A local Telegram: a strict Bot API server with people who use it, for the demo and tests."""

from bot.simulator.acts import Impossible
from bot.simulator.limits import Rates
from bot.simulator.person import Group, Person
from bot.simulator.seen import Button, Seen, SeenFile
from bot.simulator.simulator import TOKEN, USERNAME, Newcomer, Simulator

__all__ = [
    "TOKEN",
    "USERNAME",
    "Button",
    "Group",
    "Impossible",
    "Newcomer",
    "Person",
    "Rates",
    "Seen",
    "SeenFile",
    "Simulator",
]
