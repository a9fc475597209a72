"""Waiting longer and longer for what does not answer."""

from collections.abc import Iterator


def backoff(shortest: float, longest: float) -> Iterator[float]:
    """Seconds to wait before each next try: they double from `shortest` up to `longest`."""
    delay = shortest
    while True:
        yield delay
        delay = min(delay * 2, longest)
