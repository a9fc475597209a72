"""The organizers' desk: their campaigns, and what can be done with each."""

from handlers.dialogue.messages import About, Choice, Reply, Tap, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role, may, role_in
from handlers.organizer.access import (
    ANYWHERE,
    CAMPAIGN,
    WHOLE_HOUSE,
    CampaignAccess,
    HouseAccess,
    requires,
)
from handlers.organizer.campaigns import new_campaign
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


@requires("viewer", ANYWHERE)
async def organize(turn: Turn, organizer: Organizer) -> Reply | str:
    """`/organize`: the campaigns that somebody organizes. Nobody else learns that it exists."""
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
                Choice.of(
                    "campaign",
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
    """What concerns no campaign, or every one."""
    return tuple(
        Choice.of("house", room, Words(f"choice-{room}"))
        for room, least in ROOMS
        if room in OF_THE_HOUSE and may(organizer, None, least)
    )


OF_THE_HOUSE = ("team", "audit")
"""The rooms that there are for the whole house as well; it is called by an empty slug."""


@requires("organizer", WHOLE_HOUSE)
async def begin_campaign(turn: Turn, _access: HouseAccess) -> str:
    """To the questions of a new campaign."""
    return new_campaign.begin(turn)


async def pick(turn: Turn, tap: Tap) -> str:
    """To the desk of the campaign that was tapped, which sees for itself who may come in."""
    turn.about = About(tap.value)
    return "desk"


@requires("viewer", CAMPAIGN)
async def desk(turn: Turn, access: CampaignAccess) -> Reply:
    """One campaign: how it stands, and the rooms behind its desk."""
    campaign = access.campaign
    totals = await turn.stores.campaigns.totals(campaign)
    rooms = [room for room, least in ROOMS if may(access.organizer, campaign, least)]
    return Reply(
        "desk",
        {
            "title": campaign.alert(turn.locale).title,
            "status": (Words(f"status-{campaign.status}"), *_erasing(turn, campaign)),
            "role": Words(f"role-{role_in(access.organizer, campaign)}"),
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


@requires("viewer", CAMPAIGN)
async def enter(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """Into one of the rooms; each sees for itself who may come in."""
    return tap.choice if tap.choice in dict(ROOMS) else None


STEPS = (
    Step(
        "organize",
        organize,
        {
            "new_campaign": begin_campaign,
            **{f"house_{room}": room for room in OF_THE_HOUSE},
        },
        on_choice=pick,
    ),
    Step("desk", desk, {"organize": "organize"}, on_choice=enter),
)
