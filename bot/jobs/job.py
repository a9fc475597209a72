"""What a worker does on a clock."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is done again and again; whatever fails waits safely for the next time."""

    name: str
    every: float
    """Seconds between two times."""
    run: Callable[[], Awaitable[None]]
