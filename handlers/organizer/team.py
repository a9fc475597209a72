"""Who organizes a campaign: one-time links, roles, and the audit log of what was done."""

from handlers.dialogue.messages import (
    About,
    Choice,
    Invite,
    Reply,
    Tap,
    Value,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain import invites
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import ROLES, LinkSpent, Organizer, role_in
from handlers.organizer.access import owner_of, refused, to_desk, where
from handlers.organizer.navigation import back
from handlers.organizer.sheet import Numbered
from handlers.supporter.alert import OfLink

NAMED = {"role": "role", "what": "part", "reason": "removal"}
"""Details of deeds that have words of their own, and how their messages begin."""


# Joining by a link.


async def join(turn: Turn) -> Reply:
    """What a one-time link gives, and what is kept about an organizer, before it is used."""
    try:
        campaign, role = await turn.stores.organizing.organizers.peek(
            OfLink.of(turn.about).token, turn.now
        )
    except LinkSpent:
        return Reply("join-spent")
    return Reply(
        "join",
        {"where": where(turn, campaign), "role": Words(f"role-{role}")},
        choices=choices("join-yes", "join-no"),
    )


async def join_yes(turn: Turn) -> Reply | str:
    organizers = turn.stores.organizing.organizers
    try:
        campaign, _ = await organizers.peek(OfLink.of(turn.about).token, turn.now)
        await organizers.join(OfLink.of(turn.about).token, turn.person, turn.locale, turn.now)
    except LinkSpent:
        return Reply("join-spent")
    turn.note("joined")
    turn.about = About(campaign.slug if campaign else "")
    return "desk" if campaign else "organize"


async def join_no(turn: Turn) -> str:
    turn.note("join-declined")
    turn.about = About()
    return "home"


# The team.


async def team(turn: Turn) -> Reply | str:
    """Who organizes this campaign, and whom else to ask."""
    found = await owner_of(turn)
    if found is None:
        return refused(turn)
    organizer, campaign = found
    turn.about = About(campaign.slug if campaign else "")
    there = await turn.stores.organizing.organizers.of(campaign)
    return Reply(
        "team",
        {
            "where": where(turn, campaign),
            "lines": tuple(_member(each, campaign, organizer) for each in there),
        },
        choices=(
            *choices("team-add"),
            *(
                Choice(f"remove_{each.id}", Words("choice-team-remove", {"name": _name(each)}))
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


async def add(turn: Turn) -> Reply | str:
    """Which role the next organizer is to have."""
    found = await owner_of(turn)
    if found is None:
        return refused(turn)
    return Reply(
        "team-add",
        {"where": where(turn, found[1])},
        choices=(*(Choice(each, Words(f"choice-role-{each}")) for each in ROLES), back("back")),
    )


async def add_as(turn: Turn, tap: Tap) -> Reply | str:
    """The link for the next organizer, to be sent to that person alone."""
    found = await owner_of(turn)
    if found is None:
        return refused(turn)
    if tap.choice not in ROLES:
        turn.note("button-unknown")
        return "team"
    organizer, campaign = found
    role = tap.choice
    token = await turn.stores.organizing.organizers.link(campaign, role, organizer, turn.now)
    return Reply(
        "team-link",
        {
            "where": where(turn, campaign),
            "role": Words(f"role-{role}"),
            "link": Invite(invites.organizer(token)),
        },
        choices=(back("back"),),
    )


async def choose(turn: Turn, tap: Tap) -> str | None:
    """Somebody whose role is to be taken away."""
    found = await owner_of(turn)
    if found is None:
        return refused(turn)
    number = tap.choice.removeprefix("remove_")
    if number == tap.choice or not number.isdecimal():
        return None
    turn.about = Numbered(turn.about.campaign, int(number))
    return "team-remove"


async def _chosen(turn: Turn) -> tuple[Organizer, Campaign | None, Organizer] | None:
    """Who acts, where, and the organizer whose number the message is about."""
    found = await owner_of(turn)
    if found is None:
        return None
    number = Numbered.of(turn.about).number
    other = await turn.stores.organizing.organizers.get(number)
    return (*found, other) if other is not None else None


async def remove(turn: Turn) -> Reply | str:
    found = await _chosen(turn)
    if found is None:
        return refused(turn)
    organizer, campaign, other = found
    return Reply(
        "team-remove-yourself" if other.id == organizer.id else "team-remove",
        {"name": _name(other), "where": where(turn, campaign)},
        choices=(*choices("remove-no"), Choice("remove-yes", alone=True)),
    )


async def remove_yes(turn: Turn) -> str:
    found = await _chosen(turn)
    if found is None:
        return refused(turn)
    organizer, campaign, other = found
    await turn.stores.organizing.organizers.remove(campaign, other, organizer, turn.now)
    turn.note("team-removed")
    turn.about = About(campaign.slug if campaign else "")
    return "organize" if other.id == organizer.id else "team"


async def go_back(turn: Turn) -> str:
    turn.about = About(turn.about.campaign)
    return "team"


STEPS = (
    Step("join", join, {"join-yes": join_yes, "join-no": join_no}, about=OfLink),
    Step(
        "team",
        team,
        {"team-add": "team-add", "desk": to_desk, "organize": "organize"},
        on_choice=choose,
    ),
    Step("team-add", add, {"back": go_back}, on_choice=add_as),
    Step("team-remove", remove, {"remove-yes": remove_yes, "remove-no": go_back}, about=Numbered),
)
