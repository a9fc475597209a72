"""The organizers' desk: their campaigns, and what can be done with each."""

from handlers.dialogue.messages import (
    About,
    Choice,
    Reply,
    Tap,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role, may, role_in
from handlers.organizer.access import Acting, answers, asks, whoever
from handlers.organizer.campaigns.new_campaign import found_new
from handlers.organizer.navigation import back

ROOMS: tuple[tuple[str, Role], ...] = (
    ("edit", "translator"),
    ("broadcasts", "viewer"),
    ("stats", "viewer"),
    ("held", "organizer"),
    ("exports", "owner"),
    ("team", "owner"),
    ("audit", "viewer"),
)
"""The rooms behind a campaign's desk, each a step and a choice of that name, and who may enter."""


async def organize(turn: Turn) -> Reply | str:
    """`/organize`: the campaigns that somebody organizes. Nobody else learns that it exists."""
    organizer = await whoever(turn)
    if organizer is None:
        turn.note("command-unknown")
        return turn.step or "home"
    found = [
        each
        for each in await turn.stores.organizing.campaigns.all()
        if role_in(organizer, each) is not None
    ]
    if len(found) == 1 and organizer.everywhere is None:
        turn.about = About(found[0].slug)
        return "desk"
    turn.about = About()
    return Reply(
        "organize",
        {"count": len(found)},
        choices=(
            *(
                Choice(
                    each.slug,
                    Words(f"organize-{each.status}", {"title": each.alert(turn.locale).title}),
                )
                for each in found
            ),
            *(choices("new_campaign") if may(organizer, None, "organizer") else ()),
            *_of_the_house(organizer),
        ),
    )


def _of_the_house(organizer: Organizer) -> tuple[Choice, ...]:
    """What concerns no campaign, or every one. No slug has an underscore."""
    return tuple(
        Choice(f"house_{room}", Words(f"choice-{room}"))
        for room, least in ROOMS
        if room in HOUSE and may(organizer, None, least)
    )


HOUSE = ("team", "audit")
"""The rooms that there are for the whole house as well; it is called by an empty slug."""


async def pick(turn: Turn, tap: Tap) -> str:
    organizer = await whoever(turn)
    if tap.choice == "new_campaign" and organizer and may(organizer, None, "organizer"):
        found_new(turn)
        return "found"
    room = tap.choice.removeprefix("house_")
    if room != tap.choice and room in HOUSE:
        turn.about = About()
        return room
    turn.about = About(tap.choice)
    return "desk"


@asks("viewer")
async def desk(turn: Turn, acting: Acting) -> Reply:
    """One campaign: how it stands, and the rooms behind its desk."""
    campaign = acting.campaign
    turn.about = About(campaign.slug)
    totals = await turn.stores.campaigns.totals(campaign)
    rooms = [room for room, least in ROOMS if may(acting.organizer, campaign, least)]
    return Reply(
        "desk",
        {
            "title": campaign.alert(turn.locale).title,
            "status": (Words(f"status-{campaign.status}"), *_erasing(turn, campaign)),
            "role": Words(f"role-{role_in(acting.organizer, campaign)}"),
            "total": totals.world,
            "sample": Words("sample-mark") if campaign.sample else "",
        },
        choices=(*choices(*rooms), back("organize")),
    )


def _erasing(turn: Turn, campaign: Campaign) -> tuple[Words, ...]:
    """When the signatures of a closed campaign are erased, or that they have been."""
    if campaign.erased_at is None:
        return ()
    over = campaign.erased_at < turn.now
    return (Words("desk-erased" if over else "desk-erases", {"day": campaign.erased_at.date()}),)


@answers("viewer")
async def enter(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    """Into one of the rooms; each sees for itself who may come in."""
    turn.about = About(acting.campaign.slug)
    return tap.choice if tap.choice in dict(ROOMS) else None


STEPS = (
    Step("organize", organize, on_choice=pick),
    Step("desk", desk, {"organize": "organize"}, on_choice=enter),
)
