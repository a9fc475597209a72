"""The numbers that organizers look at, on each kind of database."""

from datetime import UTC, datetime, timedelta

from handlers.domain.broadcasts import Progress, Reached
from handlers.domain.campaigns import Campaign
from storage.container import Storage
from tests.support.numbers import broadcast
from tests.support.storage.petition import open_petition

THEN = datetime(2026, 3, 4, 15, tzinfo=UTC)


async def test_what_became_of_broadcasts_is_added_up(storage: Storage, petition: Campaign) -> None:
    """Their chunks together, the newest first; a draft without a list is none of them."""
    other = await open_petition(storage, "other")
    statistics = storage.stores.organizing.statistics
    outcomes = {"sent": 7, "blocked": 2, "unknown": 1, "failed": 3, "unsubscribed": 4}
    numbers = [
        await broadcast(storage, petition, THEN + timedelta(days=day), size=20, **outcomes)
        for day in range(3)
    ]
    await broadcast(storage, other, THEN, size=1)
    reached = await statistics.reached(petition, 2)
    assert [each.broadcast_id for each in reached] == [numbers[2], numbers[1]]
    assert reached[0] == Reached(
        numbers[2],
        THEN + timedelta(days=2),
        Progress(size=40, sent=14, blocked=4, unknown=2, failed=6, unsubscribed=8),
    )
