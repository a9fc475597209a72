"""Which channels this process can send to, by the name that their addresses are stored under."""

from collections.abc import Iterator
from typing import Any

from bot.channels.base import Channel


class Registry:
    """The channels of a process. What is stored for any other is left to processes that have it."""

    def __init__(self, *channels: Channel[Any]) -> None:
        self._channels = {each.name: each for each in channels}

    @property
    def names(self) -> tuple[str, ...]:
        """What addresses are stored under that this process can send to."""
        return tuple(self._channels)

    def __getitem__(self, name: str) -> Channel[Any]:
        """The channel of an address stored under that name.

        Raises:
            KeyError: this process does not have it; it should not have leased the address.
        """
        return self._channels[name]

    def __iter__(self) -> Iterator[Channel[Any]]:
        return iter(self._channels.values())
