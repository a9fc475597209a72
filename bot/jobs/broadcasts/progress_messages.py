"""The messages in which organizers follow a broadcast: posted once, then edited as it goes on."""

import asyncio
import logging
from datetime import datetime, timedelta
from hashlib import sha256

from bot.channels.errors import Gone, Later, Moved, Refused
from bot.channels.outgoing import Outgoing
from bot.channels.telegram.render import Shown, render
from bot.process import lifecycle
from bot.texts.texts import Texts
from handlers.domain import quiet_hours
from handlers.organizer.broadcasts.progress import progress_reply
from storage.broadcasts.drafts import Broadcasts, Watcher
from storage.campaigns.campaigns import Campaigns
from storage.redis.shared_cache import Remembered

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=3)
"""How often a message is edited at most."""

TURN = timedelta(seconds=6)
"""How long the worker that edits them may be silent until another one does."""

SETTLED = timedelta(seconds=30)
"""How long after its end a broadcast's last numbers may still move."""


class Following:
    """Keeps organizers' messages up to date."""

    def __init__(
        self, broadcasts: Broadcasts, campaigns: Campaigns, texts: Texts, remembered: Remembered
    ) -> None:
        self._broadcasts = broadcasts
        self._campaigns = campaigns
        self._texts = texts
        self._remembered = remembered

    async def refresh(self, outgoing: Outgoing, now: datetime) -> None:
        """Show how far each followed broadcast has come, where that is something new.

        Only one worker does so at a time, so that nothing is posted twice.
        """
        if not await self._remembered.claim("following", TURN):
            return
        keeping = asyncio.create_task(self._keep_turn())
        try:
            watchers = await self._broadcasts.watched(now, quiet_hours.asleep(now))
            for watcher in watchers:
                await self._show(watcher, outgoing, now)
        finally:
            await lifecycle.end(keeping)
            await self._remembered.put("following", "", EVERY)

    async def _keep_turn(self) -> None:
        """Let no other worker begin, however long Telegram takes; until cancelled."""
        task = asyncio.current_task()
        # redis-py swallows it if it comes while a connection is being made.
        while task is None or not task.cancelling():
            await asyncio.sleep(TURN.total_seconds() / 3)
            await self._remembered.put("following", "", TURN)

    async def _show(self, watcher: Watcher, outgoing: Outgoing, now: datetime) -> None:
        broadcast, organizer = watcher.broadcast, watcher.organizer
        # What was taken back is followed anew when it is confirmed again.
        back = broadcast.status == "draft"
        if back and watcher.message_id is None:
            await self._broadcasts.unwatch(broadcast.id, organizer.id)
            return
        every = await self._campaigns.all()
        campaign = next((each for each in every if each.slug == broadcast.slug), None)
        if campaign is None:
            return  # it is younger than our list of campaigns
        reply = progress_reply(broadcast, watcher.progress, organizer, campaign, now)
        shown = render(reply, organizer.locale, self._texts, outgoing.username)
        digest = sha256(repr(shown).encode()).digest()
        try:
            if digest != watcher.shown:
                number = await self._put(watcher, shown, outgoing)
                await self._broadcasts.posted(broadcast.id, organizer.id, number, digest)
        except Later:
            return
        except (Gone, Moved, Refused):
            log.warning("An organizer's message cannot follow a broadcast any more")
            await self._broadcasts.unwatch(broadcast.id, organizer.id)
            return
        settled = broadcast.ended_at is not None and now - broadcast.ended_at >= SETTLED
        if back or settled:
            await self._broadcasts.unwatch(broadcast.id, organizer.id)

    @staticmethod
    async def _put(watcher: Watcher, shown: Shown, outgoing: Outgoing) -> int:
        """Post or edit the message; its number."""
        if watcher.message_id is None:
            return await outgoing.send(watcher.chat_id, shown)
        await outgoing.edit(watcher.chat_id, watcher.message_id, shown)
        return watcher.message_id
