"""What every message of the worker does before and after: it is counted, and keeps quiet."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import BaseRateLimiter

from bot.channels.telegram.background.http_request import Flood
from bot.channels.telegram.methods import is_message
from storage.redis.send_budget import SendBudget

PERMITTED = "permitted"
"""Marks a message that has a permit of the budget already: a broadcast's (`rate_limit_args`)."""

PATIENCE = 30.0
"""Seconds of quiet that a message without a permit waits for."""

Result = bool | dict[str, Any] | list[dict[str, Any]]


class Limiter(BaseRateLimiter[str]):
    """Lets python-telegram-bot share the bot's budget.

    It never repeats a call: whoever sends knows best whether it is still worth it. A quiet that
    Telegram asks for is kept in the budget, for no request may end it before its time.
    """

    def __init__(self, budget: SendBudget) -> None:
        self._budget = budget

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,
    ) -> Result:
        """Do the call, and return what it returns.

        Raises:
            Flood: it would have to wait for too long, or Telegram asked for quiet.
        """
        if rate_limit_args != PERMITTED and is_message(endpoint):
            quiet = self._budget.quiet_for
            if quiet > PATIENCE:
                raise Flood(quiet)
            await asyncio.sleep(quiet)
            self._budget.count()
        try:
            return await callback(*args, **kwargs)
        except Flood as flood:
            # What Telegram asks of a group is about that group (20 messages a minute).
            if not str(data.get("chat_id", "")).startswith("-"):
                await self._budget.quiet(flood.seconds)
            raise
