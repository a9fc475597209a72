"""Who organizes a campaign: one-time links and roles."""

from handlers.dialogue.messages import (
    About,
    Choice,
    Invite,
    Reply,
    Tap,
    Value,
    Words,
    choices,
    whole_number,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain import invites
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import ROLES, LinkSpent, Organizer, role_in
from handlers.organizer.about import OfNumber
from handlers.organizer.access import HOUSE, HouseAccess, not_yours, requires, where
from handlers.organizer.navigation import back
from handlers.supporter.alert import OfLink

NAMED = {"role": "role", "what": "part", "reason": "removal"}
"""Details of deeds that have words of their own, and how their messages begin."""


# Joining by a link.


def _token(turn: Turn) -> str:
    return OfLink.of(turn.about).token


async def join(turn: Turn) -> Reply:
    """What a one-time link gives, and what is kept about an organizer, before it is used."""
    try:
        campaign, role = await turn.stores.organizing.organizers.peek(_token(turn), turn.now)
    except LinkSpent:
        return Reply("join-spent")
    return Reply(
        "join",
        {"where": where(campaign, turn.locale), "role": Words(f"role-{role}")},
        choices=choices("join-yes", "join-no"),
    )


async def join_yes(turn: Turn) -> Reply | str:
    """Use the link up."""
    organizers = turn.stores.organizing.organizers
    try:
        campaign, _ = await organizers.peek(_token(turn), turn.now)
        await organizers.join(_token(turn), turn.person, turn.locale, turn.now)
    except LinkSpent:
        return Reply("join-spent")
    turn.note("joined")
    turn.about = About(campaign.slug if campaign else "")
    return "desk" if campaign else "organize"


async def join_no(turn: Turn) -> str:
    """Leave the link as it was."""
    turn.note("join-declined")
    turn.about = About()
    return "home"


# The team.


@requires("owner", HOUSE)
async def team(turn: Turn, access: HouseAccess) -> Reply:
    """Who organizes this campaign, and whom else to ask."""
    campaign = access.campaign
    there = await turn.stores.organizing.organizers.of(campaign)
    return Reply(
        "team",
        {
            "where": access.where(turn.locale),
            "lines": tuple(_member(each, campaign, access.organizer) for each in there),
        },
        choices=(
            *choices("team-add"),
            *(
                Choice.of("remove", each.id, Words("choice-team-remove", {"name": _name(each)}))
                for each in there
                if _removable(each, campaign)
            ),
            back("desk" if campaign else "organize"),
        ),
    )


def _removable(organizer: Organizer, campaign: Campaign | None) -> bool:
    """Whether their role is one of this place and not of the whole house."""
    return campaign is None or campaign.id in organizer.roles


def _member(organizer: Organizer, campaign: Campaign | None, reader: Organizer) -> Words:
    return Words(
        "team-yourself" if organizer.id == reader.id else "team-member",
        {"name": _name(organizer), "role": Words(f"role-{role_in(organizer, campaign)}")},
    )


def _name(organizer: Organizer) -> Value:
    return organizer.name or Words("organizer-nameless", {"number": organizer.id})


@requires("owner", HOUSE)
async def add(turn: Turn, access: HouseAccess) -> Reply:
    """Which role the next organizer is to have."""
    return Reply(
        "team-add",
        {"where": access.where(turn.locale)},
        choices=(*(Choice(each, Words(f"choice-role-{each}")) for each in ROLES), back("back")),
    )


@requires("owner", HOUSE)
async def add_as(turn: Turn, access: HouseAccess, tap: Tap) -> Reply | str:
    """The link for the next organizer, to be sent to that person alone."""
    role = next((each for each in ROLES if each == tap.choice), None)
    if role is None:
        turn.note("button-unknown")
        return "team"
    token = await turn.stores.organizing.organizers.link(
        access.campaign, role, access.organizer, turn.now
    )
    return Reply(
        "team-link",
        {
            "where": access.where(turn.locale),
            "role": Words(f"role-{role}"),
            "link": Invite(invites.organizer(token)),
        },
        choices=(back("back"),),
    )


@requires("owner", HOUSE)
async def choose(turn: Turn, access: HouseAccess, tap: Tap) -> str | None:
    """Somebody whose role is to be taken away."""
    number = whole_number(tap.value)
    if tap.name != "remove" or number is None:
        return None
    turn.about = OfNumber(access.slug, number)
    return "team-remove"


async def _member_named(turn: Turn) -> Organizer | None:
    """The organizer whose number the message is about."""
    return await turn.stores.organizing.organizers.get(OfNumber.of(turn.about).number)


@requires("owner", HOUSE)
async def remove(turn: Turn, access: HouseAccess) -> Reply | str:
    """Ask once more before a role is taken away."""
    other = await _member_named(turn)
    if other is None:
        return not_yours(turn)
    return Reply(
        "team-remove-yourself" if other.id == access.organizer.id else "team-remove",
        {"name": _name(other), "where": access.where(turn.locale)},
        choices=(*choices("remove-no"), Choice("remove-yes", alone=True)),
    )


@requires("owner", HOUSE)
async def remove_yes(turn: Turn, access: HouseAccess) -> str:
    """Take the role away, one's own too."""
    other = await _member_named(turn)
    if other is None:
        return not_yours(turn)
    await turn.stores.organizing.organizers.remove(
        access.campaign, other, access.organizer, turn.now
    )
    turn.note("team-removed")
    return "organize" if other.id == access.organizer.id else "team"


STEPS = (
    Step("join", join, {"join-yes": join_yes, "join-no": join_no}, about=OfLink),
    Step(
        "team",
        team,
        {"team-add": "team-add", "desk": "desk", "organize": "organize"},
        on_choice=choose,
    ),
    Step("team-add", add, {"back": "team"}, on_choice=add_as),
    Step("team-remove", remove, {"remove-yes": remove_yes, "remove-no": "team"}, about=OfNumber),
)
