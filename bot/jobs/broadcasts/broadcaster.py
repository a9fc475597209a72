"""The part of a worker that sends broadcasts."""

import asyncio
import logging
import time
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.channels.telegram.background.broadcast_sender import Flooded, Letter, Postman, Unreachable
from bot.channels.telegram.render import render
from bot.jobs.broadcasts.circuit_breaker import Weather
from bot.process.lifecycle import pause
from bot.texts.texts import Texts
from handlers.domain import quiet_hours
from handlers.organizer.broadcasts.letter import letter_reply
from handlers.ports.campaigns import Campaigns
from storage.broadcasts.deliveries import Chunk, Deliveries, Delivery, LeaseLost, Outcome
from storage.broadcasts.recipient_lists import Lists
from storage.database import OUTAGES
from storage.redis.send_budget import SAVED, SendBudget

log = logging.getLogger(__name__)

LANES = 2
"""Chunks that one process begins at a time, so that no broadcast has to wait for another's end."""

TICK, PAID_TICK = 0.2, 0.1
"""Seconds between two transactions of a chunk."""

RENEWED = 1.5
"""Seconds after which a lease is renewed, at the latest."""

HELD = 60.0
"""Seconds after which a chunk is given back: night may have fallen where its people live."""

IDLE = 1.0
"""Seconds between two looks for something to send."""

TRIES = 100
"""How often it is tried to write down what came of a chunk, a second apart."""

FLYING = 500
"""Messages that one process has under way at most."""

CAUTION = 60.0
"""Seconds in which a paid broadcast keeps to the free rate after Telegram refused a faster one."""


class Broadcaster:
    """The part of a worker that sends broadcasts. Any number of workers may run."""

    def __init__(
        self,
        lists: Lists,
        deliveries: Deliveries,
        campaigns: Campaigns,
        budget: SendBudget,
        postman: Postman,
        texts: Texts,
    ) -> None:
        self.lists = lists
        self.deliveries = deliveries
        self.campaigns = campaigns
        self.budget = budget
        self.postman = postman
        self.texts = texts
        self.weather = Weather(postman)
        self.flying = 0
        self.careful_until = 0.0
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
                more = await self.lists.prepare(_now())
            except Exception as fault:
                log.warning("A broadcast's list has to wait", exc_info=fault)
            if not more:
                await pause(IDLE, stop)

    async def _lane(self, stop: asyncio.Event) -> None:
        """Send one chunk after the other; the next begins while the last of one are under way."""
        while not stop.is_set():
            try:
                chunk = await self.deliveries.lease(quiet_hours.asleep(_now()), _now())
                sending = None if chunk is None else await self._sending(chunk, stop)
            except Exception as fault:
                log.warning("Broadcasts have to wait", exc_info=fault)
                sending = None
            if sending is None:
                await pause(IDLE, stop)
                continue
            task = asyncio.create_task(sending.run())
            self._chunks.add(task)
            task.add_done_callback(self._chunks.discard)
            await sending.begun.wait()

    async def _sending(self, chunk: Chunk, stop: asyncio.Event) -> "Sending | None":
        campaign = await self.campaigns.get(chunk.slug)
        if campaign is None:
            log.error("A broadcast's campaign is gone")
            return None
        letters: dict[str, Letter] = {}
        for locale, letter in chunk.letters.items():
            reply = letter_reply(campaign, locale, letter, chunk.picture)
            shown = render(reply, locale, self.texts, self.postman.username)
            letters[locale] = self.postman.letter(shown, paid=chunk.paid)
        return Sending(self, chunk, letters, stop)


class Sending:
    """One chunk on its way."""

    def __init__(
        self,
        broadcaster: Broadcaster,
        chunk: Chunk,
        letters: dict[str, Letter],
        stop: asyncio.Event,
    ) -> None:
        self.begun = asyncio.Event()
        """Set when nobody is left to begin with: the next chunk may begin."""
        self._of = broadcaster
        self._chunk = chunk
        self._letters = letters
        self._stop = stop
        self._give_back_at = time.monotonic() + HELD
        self._renewed_at = time.monotonic()
        self._flying: set[asyncio.Task[None]] = set()
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
        of, paid = self._of, self._chunk.paid and time.monotonic() >= self._of.careful_until
        permits = await self._permits(paid=paid)
        known = self._outcomes or self._unsent
        if permits or known or time.monotonic() - self._renewed_at >= RENEWED:
            begun = await self._advance(permits)
            self._send(begun)
            if len(begun) < permits:
                self.begun.set()
            of.budget.give_back(permits - len(begun), paid=paid)
        under_way = self._flying or self._outcomes or self._unsent or self._back
        return self.begun.is_set() and not under_way

    async def _permits(self, *, paid: bool) -> int:
        """For how many messages there is a permit now."""
        of = self._of
        rate = of.budget.rates.paid if paid else of.budget.rates.free
        wanted = int(rate * SAVED)
        if self.begun.is_set():
            wanted = min(wanted, self._back + len(self._unsent))
        wanted = min(wanted, FLYING - of.flying)
        if wanted <= 0 or not await of.weather.clears():
            return 0
        return await of.budget.take(wanted, paid=paid)

    async def _advance(self, want: int) -> Sequence[Delivery]:
        outcomes, self._outcomes = self._outcomes, {}
        unsent, self._unsent = self._unsent, set()
        try:
            found = await self._of.deliveries.advance(
                self._chunk, outcomes, want, _now(), unsent=unsent
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
            self._flying.add(task)
            task.add_done_callback(self._flying.discard)

    async def _deliver(self, delivery: Delivery) -> None:
        of = self._of
        of.flying += 1
        # Whatever happens from here on, nobody knows how far it came.
        outcome: Outcome | None = "unknown"
        try:
            outcome = await of.postman.deliver(delivery.chat_id, self._letters[delivery.locale])
        except Flooded:
            of.weather.good()
            if self._chunk.paid:
                of.careful_until = time.monotonic() + CAUTION
            outcome = None
        except Unreachable:
            of.weather.bad()
            outcome = None
        except Exception:
            log.exception("A letter failed")
            of.weather.bad()
        else:
            if outcome == "unknown":
                of.weather.bad()
            else:
                of.weather.good()
        finally:
            of.flying -= 1
            if outcome is None:
                self._unsent.add(delivery.id)
            else:
                self._outcomes[delivery.id] = outcome

    async def _give_back(self) -> None:
        """Wait for what is under way, and let others have the rest."""
        while self._flying:
            await asyncio.wait(self._flying, timeout=RENEWED)
            if self._flying:
                await self._renew()
        for _ in range(TRIES):
            try:
                await self._of.deliveries.release(self._chunk, self._outcomes, _now())
            except OUTAGES as fault:
                log.warning("What came of a chunk has to wait", exc_info=fault)
                await asyncio.sleep(IDLE)
            else:
                return
        log.error("What came of %s letters could not be written down", len(self._outcomes))

    async def _renew(self) -> None:
        try:
            await self._advance(0)
        except (LeaseLost, *OUTAGES):
            pass


def _now() -> datetime:
    return datetime.now(UTC)
