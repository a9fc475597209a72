"""The worker's way to Telegram, for tests of what its jobs send and edit."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.channels.telegram.background.sender import Sender
from bot.worker import build

if TYPE_CHECKING:
    from tests.support.town import Town


@asynccontextmanager
async def outgoing(town: "Town") -> AsyncIterator[Sender]:
    """What the worker sends with, in that town; its jobs are left alone."""
    parts = town.parts
    budget = parts.storage.send_budget
    application = build(parts.settings, parts.storage, parts.texts, budget).application
    await application.initialize()
    try:
        yield Sender(application.bot)
    finally:
        await application.shutdown()
