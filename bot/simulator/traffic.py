"""What went to and fro between the bot and its people: calls, updates, and waiting for them."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable

from bot.simulator.bot_api.api import BotApi, Call
from bot.simulator.bot_api.webhook import WebhookSender
from bot.simulator.errors import Json
from bot.simulator.world.world import Chat

QUIET_WEBHOOK = 0.02
QUIET_POLLING = 0.15
_TICK = 0.01


class Traffic:
    """The calls that the bot made, and the updates that it was sent or is to be sent."""

    def __init__(self, api: BotApi, webhook: WebhookSender) -> None:
        self.api = api
        self.world = api.world
        self.updates = api.updates
        self.webhook = webhook

    @property
    def calls(self) -> deque[Call]:
        """The latest calls of the Bot API, oldest first."""
        return self.api.calls

    def calls_of(self, method: str) -> list[Call]:
        """The recorded calls of one method."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    @property
    def complaints(self) -> list[str]:
        """What Telegram would have swallowed in silence, and what is not simulated."""
        return self.api.complaints

    @property
    def unknown_methods(self) -> list[str]:
        """Methods that were called and do not exist here."""
        return self.api.unknown_methods

    @property
    def unanswered_taps(self) -> int:
        """Pressed buttons that the bot never answered: people see them spin."""
        return sum(not tap.answered for tap in self.world.taps.values())

    def troubles(self) -> str:
        """What may explain that nothing happened, in a few lines."""
        lines = [f"waiting updates: {len(self.updates.waiting)}"]
        if self.webhook.last_error_message:
            lines.append(f"webhook: {self.webhook.last_error_message}")
        failed = [call for call in list(self.calls)[-20:] if call.error]
        lines += [f"{call.method}: {call.error.description}" for call in failed if call.error]
        return "\n".join([*lines, *self.complaints[-5:]])

    # -- updates

    def next_update_id(self) -> int:
        """A fresh `update_id`."""
        return self.updates.take_id()

    async def deliver(self, update: Json) -> None:
        """Queue any update as it is; it gets an `update_id` if it has none."""
        numbered = (
            update if "update_id" in update else {"update_id": self.next_update_id(), **update}
        )
        self.updates.push(numbered, _lane(numbered))

    async def settled(self) -> None:
        """Wait until the bot has taken every update.

        Raises:
            AssertionError: It has not done so within a minute.
        """
        await self.until(
            lambda: not self.updates.waiting, 60.0, lambda: f"not settled\n{self.troubles()}"
        )

    def is_quiet(self, chat: Chat) -> bool:
        """Whether the bot has taken all updates of a chat and does nothing there any more."""
        quiet = QUIET_WEBHOOK if self.webhook.url else QUIET_POLLING
        return (
            self.updates.settled(chat.id)
            and not self.api.in_flight[str(chat.id)]
            and time.monotonic() - self.world.reacted_at.get(chat.id, 0.0) >= quiet
        )

    async def until(
        self, happens: Callable[[], bool], seconds: float, otherwise: str | Callable[[], str]
    ) -> None:
        """Wait until something is so.

        Raises:
            AssertionError: It is not so after `seconds`; the text is `otherwise`.
        """
        deadline = time.monotonic() + seconds
        news = asyncio.Event()
        forget = self.world.listen(news.set)
        try:
            while not happens():
                if time.monotonic() > deadline:
                    raise AssertionError(otherwise if isinstance(otherwise, str) else otherwise())
                news.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(news.wait(), _TICK)
        finally:
            forget()


def _lane(update: Json) -> int:
    for content in update.values():
        if isinstance(content, dict):
            message = content.get("message") or content
            number = message.get("chat", {}).get("id") or content.get("from", {}).get("id")
            if isinstance(number, int):
                return number
    return 0
