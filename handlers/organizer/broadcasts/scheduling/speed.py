"""How fast a broadcast goes out, and what that costs."""

from functools import partial

from handlers.dialogue.messages import Reply, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.broadcasts import Broadcast
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import DRAFT, BroadcastAccess, requires
from handlers.organizer.broadcasts import limits
from handlers.organizer.broadcasts.summary import lasting
from handlers.organizer.navigation import back

FREE, PAID = 30, 1_000
"""Messages a second without Stars and with them (Bot API, `allow_paid_broadcast`)."""


STARS_EACH = 10
"""Messages for one Star beyond the free ones: 0.1 Star each (Bot API, `allow_paid_broadcast`)."""


def price(count: int) -> int:
    """The most Stars that so many messages cost, in whole Stars."""
    return -(-count // STARS_EACH)


def speed(broadcast: Broadcast, total: int) -> Words:
    """What sending costs, and how long it takes."""
    if broadcast.paid:
        return Words("look-paid", {"stars": price(total), "time": lasting(total / PAID)})
    return Words("look-free", {"time": lasting(total / FREE)})


@requires("organizer", DRAFT)
async def paid(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """What sending faster would cost, before anybody chooses it."""
    reach = await limits.reach(turn, access.broadcast)
    if reach is None:
        turn.note("audience-unknown")
        return "audience"
    return Reply(
        "paid",
        {
            "count": reach.total,
            "stars": price(reach.total),
            "free": lasting(reach.total / FREE),
            "fast": lasting(reach.total / PAID),
        },
        choices=(
            *choices("paid-no" if access.broadcast.paid else "paid-yes"),
            back("broadcast"),
        ),
    )


@requires("organizer", DRAFT)
async def set_paid(turn: Turn, access: BroadcastAccess, *, wish: bool) -> str:
    """Pay for speed, or do not."""
    await turn.stores.organizing.broadcasts.set(access.broadcast, paid=wish)
    await access.note(turn, "broadcast-paid" if wish else "broadcast-unpaid")
    turn.note("paid-is-on" if wish else "paid-is-off")
    return "broadcast"


STEPS = (
    Step(
        "paid",
        paid,
        {
            "paid-yes": partial(set_paid, wish=True),
            "paid-no": partial(set_paid, wish=False),
            "broadcast": "broadcast",
        },
        about=OfBroadcast,
    ),
)
