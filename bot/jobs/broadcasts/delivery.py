"""Sending one chunk of a broadcast: permits are taken, letters sent, outcomes written down."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.channels.base import Channel, Permit
from bot.channels.errors import Busy, Gone, Later, Moved, Refused, Unreachable
from bot.jobs.broadcasts.circuit_breaker import CircuitBreaker
from storage.broadcasts.deliveries import Chunk, Deliveries, Delivery, LeaseLost, Outcome
from storage.database import OUTAGES
from storage.redis.send_budget import SAVED, SendBudget

log = logging.getLogger(__name__)

TICK, PAID_TICK = 0.2, 0.1
"""Seconds between two transactions of a chunk."""

RENEWED = 1.5
"""Seconds after which a lease is renewed, at the latest."""

HELD = 60.0
"""Seconds after which a chunk is given back: night may have fallen where its people live."""

TRIES = 100
"""How often it is tried to write down what came of a chunk."""

MOST_IN_FLIGHT = 500
"""Messages that one process has under way at most."""

RETRY = 1.0
"""Seconds between two of these tries."""


@dataclass(frozen=True, slots=True)
class Route:
    """What all chunks that one process sends by one channel share."""

    deliveries: Deliveries
    channel: Channel[Any]
    budget: SendBudget
    """The channel's."""
    breaker: CircuitBreaker
    now: Callable[[], datetime]
    in_flight: set[asyncio.Task[None]] = field(default_factory=set)
    """Messages that are under way."""


class ChunkDelivery:
    """One chunk on its way."""

    def __init__(
        self,
        route: Route,
        chunk: Chunk,
        messages: Mapping[str, Any],
        stop: asyncio.Event,
    ) -> None:
        self.begun = asyncio.Event()
        """Set when nobody is left to begin with: the next chunk may begin."""
        self._route = route
        self._chunk = chunk
        self._messages = messages
        self._stop = stop
        self._give_back_at = time.monotonic() + HELD
        self._renewed_at = time.monotonic()
        self._in_flight: set[asyncio.Task[None]] = set()
        self._outcomes: dict[int, Outcome] = {}
        self._unsent: set[int] = set()
        """Marked as `sending`, but Telegram did not take them: they go back to the list at once.
        So a kill during a flood wait leaves nobody unknown, and they are asked once more whether
        they still want it."""
        self._back = 0
        """How many of these are on the list, to be sent by us or by others."""

    async def run(self) -> None:
        """Send until the chunk is done, or has to be given back."""
        tick = PAID_TICK if self._chunk.paid else TICK
        try:
            while not self._stop.is_set() and time.monotonic() < self._give_back_at:
                if await self._step():
                    return
                await asyncio.sleep(tick)
        except LeaseLost:
            log.info("A chunk of a broadcast is no longer ours")
        except Exception as fault:
            log.warning("A chunk of a broadcast is given back", exc_info=fault)
        finally:
            self.begun.set()
        await self._give_back()

    async def _step(self) -> bool:
        """Send as many as may be sent now. True when all of the chunk is done and written down."""
        route = self._route
        paid = self._chunk.paid and not route.breaker.careful
        permits = await self._permits(paid=paid)
        known = self._outcomes or self._unsent
        if permits or known or time.monotonic() - self._renewed_at >= RENEWED:
            begun = await self._advance(permits)
            self._send(begun)
            if len(begun) < permits:
                self.begun.set()
            route.budget.give_back(permits - len(begun), paid=paid)
        under_way = self._in_flight or self._outcomes or self._unsent or self._back
        return self.begun.is_set() and not under_way

    async def _permits(self, *, paid: bool) -> int:
        """For how many messages there is a permit now."""
        route = self._route
        rate = route.budget.rates.paid if paid else route.budget.rates.free
        wanted = int(rate * SAVED)
        if self.begun.is_set():
            wanted = min(wanted, self._back + len(self._unsent))
        wanted = min(wanted, MOST_IN_FLIGHT - len(route.in_flight))
        if wanted <= 0 or not await route.breaker.closed():
            return 0
        return await route.budget.take(wanted, paid=paid)

    async def _advance(self, want: int) -> Sequence[Delivery]:
        outcomes, self._outcomes = self._outcomes, {}
        unsent, self._unsent = self._unsent, set()
        try:
            found = await self._route.deliveries.advance(
                self._chunk, outcomes, want, self._route.now(), unsent=unsent
            )
        except BaseException:
            # Written down once more when it is given back: that does no harm.
            self._outcomes = outcomes | self._outcomes
            raise
        self._renewed_at = time.monotonic()
        self._back = max(0, self._back + len(unsent) - len(found)) if len(found) == want else 0
        return found

    def _send(self, deliveries: Sequence[Delivery]) -> None:
        for delivery in deliveries:
            task = asyncio.create_task(self._deliver(delivery))
            for flying in (self._in_flight, self._route.in_flight):
                flying.add(task)
                task.add_done_callback(flying.discard)

    async def _deliver(self, delivery: Delivery) -> None:
        # Whatever happens from here on, nobody knows how far it came.
        outcome: Outcome | None = "unknown"
        try:
            outcome = await self._send_one(delivery)
        except Exception:
            log.exception("A letter failed")
            self._route.breaker.failure()
        finally:
            if outcome is None:
                self._unsent.add(delivery.id)
            else:
                self._outcomes[delivery.id] = outcome

    async def _send_one(self, delivery: Delivery) -> Outcome | None:
        """Send the letter to one person: what came of it, or None where it was not sent."""
        breaker = self._route.breaker
        permit: Permit = "paid" if self._chunk.paid else "free"
        outcome: Outcome = "sent"
        try:
            message = self._messages[delivery.locale]
            await self._route.channel.send(delivery.chat_id, message, permit)
        except Busy as wish:
            log.info("A letter has to wait: %s", wish)
            breaker.success()
            if self._chunk.paid:
                breaker.slow_down()
            return None
        except Unreachable:
            breaker.failure()
            return None
        except Later as fault:
            # It may have arrived: sending it again might be once too often.
            log.warning("Nobody knows whether a letter arrived (%s)", fault)
            breaker.failure()
            return "unknown"
        except Gone:
            outcome = "blocked"
        except Moved:
            outcome = "failed"  # no private chat does so
        except Refused as refusal:
            log.warning("A letter was refused: %s", refusal)
            outcome = "failed"
        breaker.success()
        return outcome

    async def _give_back(self) -> None:
        """Wait for what is under way, and let others have the rest."""
        while self._in_flight:
            await asyncio.wait(self._in_flight, timeout=RENEWED)
            if self._in_flight:
                await self._renew()
        for _ in range(TRIES):
            try:
                await self._route.deliveries.release(self._chunk, self._outcomes, self._route.now())
            except OUTAGES as fault:
                log.warning("What came of a chunk has to wait", exc_info=fault)
                await asyncio.sleep(RETRY)
            else:
                return
        log.error("What came of %s letters could not be written down", len(self._outcomes))

    async def _renew(self) -> None:
        try:
            await self._advance(0)
        except (LeaseLost, *OUTAGES):
            pass
