"""Misbehaviour to order: what a network and a busy server do to a bot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.simulator.world.updates import Updates


@dataclass
class _Order:
    kind: str
    method: str
    times: int
    value: float = 0.0


class Mischief:
    """What will go wrong with the next calls and updates.

    Each order may name a method ("sendMessage"). Without a name it applies to every call but
    getUpdates, which would otherwise eat all orders of a polling bot.
    """

    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._orders: list[_Order] = []

    def delay(self, seconds: float, *, times: int = 1_000_000, method: str = "") -> None:
        """Answer late."""
        self._orders.append(_Order("delay", method, times, seconds))

    def flood(self, times: int = 1, *, retry_after: int = 1, method: str = "") -> None:
        """Answer 429 with that `retry_after`, in seconds."""
        self._orders.append(_Order("flood", method, times, retry_after))

    def fail(self, times: int = 1, *, code: int = 502, method: str = "") -> None:
        """Answer with a server error, and do nothing."""
        self._orders.append(_Order("fail", method, times, code))

    def drop(self, times: int = 1, *, after_work: bool = False, method: str = "") -> None:
        """Hang up without an answer: before the work, or after it was done."""
        kind = "drop after" if after_work else "drop before"
        self._orders.append(_Order(kind, method, times))

    def duplicate(self, updates: int = 1) -> None:
        """Deliver each of the next updates twice."""
        self._updates.duplicate = updates

    def reorder(self, updates: int = 1) -> None:
        """Let each of the next updates be overtaken by the one that follows it."""
        self._updates.reorder = updates

    def calm(self) -> None:
        """Behave well again."""
        self._orders.clear()
        self._updates.duplicate = 0
        self._updates.reorder = 0
        self._updates.release()

    def take(self, kinds: Iterable[str], method: str) -> tuple[str, float] | None:
        """The next order of one of these kinds for that method, now one time less."""
        name = method.lower()
        for order in self._orders:
            fits = order.method.lower() == name if order.method else name != "getupdates"
            if order.kind in kinds and fits:
                order.times -= 1
                if not order.times:
                    self._orders.remove(order)
                return order.kind, order.value
        return None
