"""The part of a worker that sends broadcasts."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.channels.registry import Registry
from bot.jobs.broadcasts.circuit_breaker import CircuitBreaker
from bot.jobs.broadcasts.delivery import ChunkDelivery, Route
from bot.process.lifecycle import pause
from handlers.domain import quiet_hours
from handlers.organizer.broadcasts.letter import letter_reply
from handlers.ports.campaigns import Campaigns
from storage.broadcasts.deliveries import Chunk, Deliveries
from storage.broadcasts.recipient_lists import RecipientLists
from storage.redis.send_budget import SendBudget

log = logging.getLogger(__name__)

LANES = 2
"""Chunks that one process begins at a time, so that no broadcast has to wait for another's end."""

IDLE = 1.0
"""Seconds between two looks for something to send."""


class Broadcaster:
    """The part of a worker that sends broadcasts. Any number of workers may run."""

    def __init__(
        self,
        lists: RecipientLists,
        deliveries: Deliveries,
        campaigns: Campaigns,
        registry: Registry,
        budgets: Mapping[str, SendBudget],
    ) -> None:
        """`budgets` has one for each channel by its name; what has none gets no broadcasts."""
        self._lists = lists
        self._deliveries = deliveries
        self._campaigns = campaigns
        self.routes = {
            name: Route(
                deliveries,
                registry[name],
                budget,
                CircuitBreaker(registry[name].reachable),
                _now,
            )
            for name, budget in budgets.items()
        }
        self._chunks: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop` is set, then finish what is under way and give back the rest."""
        lanes = (self._lane(stop) for _ in range(LANES))
        await asyncio.gather(self._prepare(stop), *lanes)
        await asyncio.gather(*self._chunks)

    async def _prepare(self, stop: asyncio.Event) -> None:
        """Make the lists of broadcasts that are due."""
        while not stop.is_set():
            more = False
            try:
                more = await self._lists.prepare(_now())
            except Exception as fault:
                log.warning("A broadcast's list has to wait", exc_info=fault)
            if not more:
                await pause(IDLE, stop)

    async def _lane(self, stop: asyncio.Event) -> None:
        """Send one chunk after the other; the next begins while the last of one are under way."""
        while not stop.is_set():
            try:
                chunk = await self._deliveries.lease(
                    list(self.routes), quiet_hours.asleep(_now()), _now()
                )
                delivery = None if chunk is None else await self._delivery(chunk, stop)
            except Exception as fault:
                log.warning("Broadcasts have to wait", exc_info=fault)
                delivery = None
            if delivery is None:
                await pause(IDLE, stop)
                continue
            task = asyncio.create_task(delivery.run())
            self._chunks.add(task)
            task.add_done_callback(self._chunks.discard)
            await delivery.begun.wait()

    async def _delivery(self, chunk: Chunk, stop: asyncio.Event) -> ChunkDelivery | None:
        campaign = await self._campaigns.get(chunk.slug)
        if campaign is None:
            log.error("A broadcast's campaign is gone")
            return None
        route = self.routes[chunk.channel]
        messages = {
            locale: route.channel.render(
                letter_reply(campaign, locale, letter, chunk.picture), locale
            )
            for locale, letter in chunk.letters.items()
        }
        return ChunkDelivery(route, chunk, messages, stop)


def _now() -> datetime:
    return datetime.now(UTC)
