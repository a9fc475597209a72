"""The numbers that organizers look at, on each kind of database."""

from datetime import UTC, datetime, timedelta

from handlers.domain.broadcasts import Progress, Reached
from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.signatures import Draft
from handlers.domain.statistics import Origin
from storage.container import Storage
from tests.support.numbers import broadcast
from tests.support.storage.petition import consent, open_petition, person

THEN = datetime(2026, 3, 4, 15, tzinfo=UTC)


async def test_nothing_has_happened_yet(storage: Storage, petition: Campaign) -> None:
    """A new campaign has numbers, too."""
    statistics = storage.stores.organizing.statistics
    assert (await statistics.figures(petition)).world == 0
    assert await statistics.origins(petition) == []
    assert await statistics.stages(petition) == {"seen": 0, "read": 0, "consented": 0}
    assert await statistics.shared(petition) == 0
    assert await statistics.reached(petition, 5) == []


async def test_signers_with_a_link_to_pass_on_are_counted(
    storage: Storage, petition: Campaign
) -> None:
    """Of three signers two share it; one of these takes the signature back. Another's is apart."""
    other = await open_petition(storage, "other")
    statistics = storage.stores.organizing.statistics
    await storage.origins.add(petition, "poster", "Poster")
    came = Arrival("origin", "poster")
    for name in ("ida", "omar", "lea"):
        await storage.signatures.sign(petition, person(name), Draft(), consent(), came)
    await storage.signatures.sign(other, person("ida"), Draft(), consent())
    for campaign, name in ((petition, "ida"), (petition, "omar"), (other, "ida")):
        assert await storage.invites.of(campaign, person(name))
    assert await statistics.shared(petition) == 2
    assert await statistics.origins(petition) == [Origin("poster", "Poster", 3)]
    await storage.signatures.withdraw(petition, person("omar"))
    assert await statistics.shared(petition) == 1
    assert await statistics.shared(other) == 1


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
