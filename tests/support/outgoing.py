"""The worker's way to Telegram, for tests of what its jobs send and edit."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.channels.registry import Registry
from bot.worker import build

if TYPE_CHECKING:
    from tests.support.town import Town


@asynccontextmanager
async def outgoing(town: "Town") -> AsyncIterator[Registry]:
    """The channels that the worker sends by, in that town; its jobs are left alone."""
    parts = town.parts
    work = build(parts.settings, parts.storage, parts.texts, parts.storage.send_budget)
    await work.application.initialize()
    try:
        yield work.registry
    finally:
        await work.application.shutdown()
