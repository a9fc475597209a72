"""The messages in which organizers follow a broadcast: posted once, then edited as it goes on."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from bot.channels.base import Channel
from bot.channels.errors import Gone, Later, Moved, Refused
from bot.channels.registry import Registry
from bot.jobs.job import Job
from bot.process import lifecycle
from handlers.domain import quiet_hours
from handlers.organizer.broadcasts.progress import progress_reply
from storage.broadcasts.watchers import Watcher, Watchers
from storage.campaigns.campaigns import Campaigns
from storage.container import Storage
from storage.redis.shared_cache import SharedCache

log = logging.getLogger(__name__)

FOLLOWED_EVERY = 1.0
"""Seconds between two looks at what organizers follow; each message is edited less often."""

EVERY = timedelta(seconds=3)
"""How often a message is edited at most."""

TURN = timedelta(seconds=6)
"""How long the worker that edits them may be silent until another one does."""

SETTLED = timedelta(seconds=30)
"""How long after its end a broadcast's last numbers may still move."""


def job(storage: Storage, registry: Registry, cache: SharedCache) -> Job:
    """The job for every channel of this process."""
    messages = [
        ProgressMessages(channel, storage.watchers, storage.campaigns, cache)
        for channel in registry
    ]

    async def run() -> None:
        for each in messages:
            await each.refresh(datetime.now(UTC))

    return Job("progress messages", FOLLOWED_EVERY, run)


class ProgressMessages:
    """Keeps the messages of organizers who are reached by one channel up to date."""

    def __init__(
        self,
        channel: Channel[Any],
        watchers: Watchers,
        campaigns: Campaigns,
        cache: SharedCache,
    ) -> None:
        self._channel = channel
        self._watchers = watchers
        self._campaigns = campaigns
        self._cache = cache
        self._turn = f"following:{channel.name}"

    async def refresh(self, now: datetime) -> None:
        """Show how far each followed broadcast has come, where that is something new.

        Only one worker does so at a time, so that nothing is posted twice.
        """
        if not await self._cache.claim(self._turn, TURN):
            return
        keeping = asyncio.create_task(self._keep_turn())
        try:
            watchers = await self._watchers.watched(
                self._channel.name, now, quiet_hours.asleep(now)
            )
            for watcher in watchers:
                await self._show(watcher, now)
        finally:
            await lifecycle.end(keeping)
            await self._cache.put(self._turn, "", EVERY)

    async def _keep_turn(self) -> None:
        """Let no other worker begin, however long the channel takes; until cancelled."""
        task = asyncio.current_task()
        # redis-py swallows it if it comes while a connection is being made.
        while task is None or not task.cancelling():
            await asyncio.sleep(TURN.total_seconds() / 3)
            await self._cache.put(self._turn, "", TURN)

    async def _show(self, watcher: Watcher, now: datetime) -> None:
        broadcast, organizer = watcher.broadcast, watcher.organizer
        # What was taken back is followed anew when it is confirmed again.
        back = broadcast.status == "draft"
        if back and watcher.message_id is None:
            await self._watchers.unwatch(broadcast.id, organizer.id)
            return
        every = await self._campaigns.all()
        campaign = next((each for each in every if each.slug == broadcast.slug), None)
        if campaign is None:
            return  # it is younger than our list of campaigns
        reply = progress_reply(broadcast, watcher.progress, organizer, campaign, now)
        message = self._channel.render(reply, organizer.locale)
        # What cannot be edited is told again only when it says something else.
        shown = repr(message) if self._channel.capabilities.edits else reply.id
        digest = sha256(shown.encode()).digest()
        try:
            if digest != watcher.shown:
                number = await self._put(watcher, message)
                await self._watchers.posted(broadcast.id, organizer.id, number, digest)
        except Later:
            return
        except (Gone, Moved, Refused):
            log.warning("An organizer's message cannot follow a broadcast any more")
            await self._watchers.unwatch(broadcast.id, organizer.id)
            return
        settled = broadcast.ended_at is not None and now - broadcast.ended_at >= SETTLED
        if back or settled:
            await self._watchers.unwatch(broadcast.id, organizer.id)

    async def _put(self, watcher: Watcher, message: object) -> str:
        """Post or edit the message; its number."""
        if watcher.message_id is None or not self._channel.capabilities.edits:
            return await self._channel.send(watcher.chat_id, message)
        await self._channel.edit(watcher.chat_id, watcher.message_id, message)
        return watcher.message_id
