"""A local Telegram: a strict Bot API server with people who use it, for the demo and tests."""

from bot.simulator.bot_api.limits import Rates
from bot.simulator.people.person import Group, Person
from bot.simulator.people.seen import Button, Seen, SeenFile
from bot.simulator.simulator import TOKEN, USERNAME, Newcomer, Simulator
from bot.simulator.world.acts import Impossible

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
