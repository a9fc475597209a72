"""Stopping to send while nothing arrives."""

import asyncio
import time

from bot.channels.telegram.background.broadcast_sender import Postman

TROUBLES = 5
"""So many messages in a row whose outcome nobody knows are one outage."""

LONGEST = 60.0
"""Seconds between two looks whether Telegram answers again; they double each time."""


class Weather:
    """Whether messages arrive. In an outage, nobody's letter is spent on finding out."""

    def __init__(self, postman: Postman) -> None:
        self._postman = postman
        self._troubles = 0
        self._wait = 0.0
        self._until = 0.0
        self._looking: asyncio.Task[bool] | None = None

    def good(self) -> None:
        """A message arrived, or was refused for a reason of its own."""
        self._troubles, self._wait = 0, 0.0

    def bad(self) -> None:
        """Nobody knows of a message, or Telegram could not be reached."""
        self._troubles += 1
        if self._troubles >= TROUBLES and time.monotonic() >= self._until:
            self._wait = min(self._wait * 2 or 1.0, LONGEST)
            self._until = time.monotonic() + self._wait

    async def clears(self) -> bool:
        """Whether to send now."""
        if self._troubles < TROUBLES:
            return True
        if time.monotonic() < self._until:
            return False
        if self._looking is None:
            self._looking = asyncio.create_task(self._postman.reaches())
        if not self._looking.done():
            return False
        answers, self._looking = self._looking.result(), None
        if not answers:
            self.bad()
            return False
        self._troubles = TROUBLES - 1  # one more, and it is still the same outage
        return True
