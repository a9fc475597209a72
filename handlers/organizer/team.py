"""Who organizes a campaign: one-time links, roles, and the audit log of what was done."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from handlers import arrival
from handlers.dialogue import Choice, Invite, Language, Reply, Step, Turn, Value, Words, choices
from handlers.organizer import zones
from handlers.organizer.access import ROLES, may, role_in, whoever
from handlers.organizer.access import find as find_campaign
from handlers.organizer.stores import Deed, LinkSpent, Organizer, Role
from handlers.organizer.ways import back
from handlers.stores import Campaign

NAMED = {"role": "role", "what": "part", "reason": "removal"}
"""Details of deeds that have words of their own, and how their messages begin."""

IN_A_ROW = ("broadcast-aimed", "broadcast-illustrated", "broadcast-written", "text", "setting")
"""What people try out again and again until it is as they wish."""

DEEDS = 10
"""Rows of the audit log on one page."""


async def _owner(turn: Turn, least: Role = "owner") -> tuple[Organizer, Campaign | None] | None:
    """The organizer, and the campaign that the message is about; None for the whole house.

    None altogether for somebody who has not got that role there.
    """
    organizer = await whoever(turn)
    slug = turn.about.partition(".")[0]
    campaign = await find_campaign(turn, slug) if slug else None
    if organizer is None or (slug and campaign is None) or not may(organizer, campaign, least):
        return None
    return organizer, campaign


def _refused(turn: Turn) -> str:
    turn.about = ""
    turn.note("organizer-not-yours")
    return "organize"


def _where(turn: Turn, campaign: Campaign | None) -> Value:
    return campaign.alert(turn.locale).title if campaign else Words("house")


# Joining by a link.


async def join(turn: Turn) -> Reply:
    """What a one-time link gives, and what is kept about an organizer, before it is used."""
    try:
        campaign, role = await turn.stores.organizing.organizers.peek(turn.about, turn.now)
    except LinkSpent:
        return Reply("join-spent")
    return Reply(
        "join",
        {"where": _where(turn, campaign), "role": Words(f"role-{role}")},
        choices=choices("join-yes", "join-no"),
    )


async def join_yes(turn: Turn) -> Reply | str:
    organizers = turn.stores.organizing.organizers
    try:
        campaign, _ = await organizers.peek(turn.about, turn.now)
        await organizers.join(turn.about, turn.person, turn.locale, turn.now)
    except LinkSpent:
        return Reply("join-spent")
    turn.note("joined")
    turn.about = campaign.slug if campaign else ""
    return "desk" if campaign else "organize"


async def join_no(turn: Turn) -> str:
    turn.note("join-declined")
    turn.about = ""
    return "home"


# The team.


async def team(turn: Turn) -> Reply | str:
    """Who organizes this campaign, and whom else to ask."""
    found = await _owner(turn)
    if found is None:
        return _refused(turn)
    organizer, campaign = found
    turn.about = campaign.slug if campaign else ""
    there = await turn.stores.organizing.organizers.of(campaign)
    return Reply(
        "team",
        {
            "where": _where(turn, campaign),
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
    found = await _owner(turn)
    if found is None:
        return _refused(turn)
    return Reply(
        "team-add",
        {"where": _where(turn, found[1])},
        choices=(*(Choice(each, Words(f"choice-role-{each}")) for each in ROLES), back("back")),
    )


async def add_as(turn: Turn) -> Reply | str:
    """The link for the next organizer, to be sent to that person alone."""
    found = await _owner(turn)
    if found is None:
        return _refused(turn)
    if turn.choice not in ROLES:
        turn.note("button-unknown")
        return "team"
    organizer, campaign = found
    role = turn.choice
    token = await turn.stores.organizing.organizers.link(campaign, role, organizer, turn.now)
    return Reply(
        "team-link",
        {
            "where": _where(turn, campaign),
            "role": Words(f"role-{role}"),
            "link": Invite(arrival.organizer(token)),
        },
        choices=(back("back"),),
    )


async def choose(turn: Turn) -> str | None:
    """Somebody whose role is to be taken away."""
    found = await _owner(turn)
    if found is None:
        return _refused(turn)
    number = turn.choice.removeprefix("remove_")
    if number == turn.choice or not number.isdecimal():
        return None
    turn.about = f"{turn.about.partition('.')[0]}.{int(number)}"
    return "team-remove"


async def _chosen(turn: Turn) -> tuple[Organizer, Campaign | None, Organizer] | None:
    """Who acts, where, and the organizer whose number the message is about."""
    found = await _owner(turn)
    number = turn.about.partition(".")[2]
    if found is None or not number.isdecimal() or len(number) > 9:
        return None
    other = await turn.stores.organizing.organizers.get(int(number))
    return (*found, other) if other is not None else None


async def remove(turn: Turn) -> Reply | str:
    found = await _chosen(turn)
    if found is None:
        return _refused(turn)
    organizer, campaign, other = found
    return Reply(
        "team-remove-yourself" if other.id == organizer.id else "team-remove",
        {"name": _name(other), "where": _where(turn, campaign)},
        choices=(*choices("remove-no"), Choice("remove-yes", alone=True)),
    )


async def remove_yes(turn: Turn) -> str:
    found = await _chosen(turn)
    if found is None:
        return _refused(turn)
    organizer, campaign, other = found
    await turn.stores.organizing.organizers.remove(campaign, other, organizer, turn.now)
    turn.note("team-removed")
    turn.about = campaign.slug if campaign else ""
    return "organize" if other.id == organizer.id else "team"


async def go_back(turn: Turn) -> str:
    turn.about = turn.about.partition(".")[0]
    return "team"


# The audit log.


async def audit(turn: Turn) -> Reply | str:
    """What was done, the newest first. `about` holds the campaign, and where the page begins."""
    found = await _owner(turn, "viewer")
    if found is None:
        # By the command, somebody with a role in some campaigns only chooses one of them first.
        if not turn.about and await whoever(turn):
            return "organize"
        if not turn.about:
            turn.note("command-unknown")
            return turn.step or "home"
        return _refused(turn)
    organizer, campaign = found
    start = turn.about.partition(".")[2]
    before = int(start) if start.isdecimal() and len(start) < 19 else None
    deeds = await turn.stores.organizing.audit.read(campaign, before=before, limit=DEEDS + 1)
    shown, older = deeds[:DEEDS], deeds[DEEDS:]
    slug = campaign.slug if campaign else ""
    turn.about = f"{slug}.{shown[-1][0]}" if older else slug
    return Reply(
        "audit" if shown else "audit-empty",
        {
            "where": _where(turn, campaign),
            "lines": tuple(_told(shown, organizer, campaign)),
            "clock": zones.shown(turn.now, organizer.zone, turn.locale),
        },
        choices=(
            *choices(*(["older"] if older else [])),
            back("desk" if campaign else "organize"),
        ),
    )


def _told(
    deeds: Sequence[tuple[int, Deed]], reader: Organizer, campaign: Campaign | None
) -> Iterator[Words]:
    """Day by day. Of changes to a text that somebody makes in a row, the last and how many."""

    def alike(row: tuple[int, Deed]) -> tuple[object, ...]:
        number, deed = row
        own = 0 if deed.action in IN_A_ROW else number
        day = local(deed.at, reader).date()
        return day, deed.slug, deed.organizer_id, deed.action, deed.details, own

    day: date | None = None
    for _, group in groupby(deeds, key=alike):
        (_, first), *others = group
        at = local(first.at, reader)
        if at.date() != day:
            day = at.date()
            yield Words("audit-day", {"day": day})
        told = _deed(first, reader, where=campaign is None)
        yield Words("deed-times", {"deed": told, "count": 1 + len(others)}) if others else told


def _deed(deed: Deed, reader: Organizer, *, where: bool) -> Words:
    """One deed; `where` it was done too, if that was in a campaign."""
    details = {name: _detail(name, value) for name, value in deed.details.items()}
    who: Value = deed.who
    if not deed.who:
        who = (
            Words("deed-by-command")
            if deed.organizer_id is None
            else Words("organizer-nameless", {"number": deed.organizer_id})
        )
    args: dict[str, Value] = {
        "at": local(deed.at, reader),
        "who": who,
        "what": Words(f"deed-{deed.action}", details),
    }
    if not (where and deed.slug):
        return Words("deed", args)
    return Words("deed-in", {**args, "where": deed.slug})


def _detail(name: str, value: str | int) -> Value:
    """A detail as people read it: what was changed, in which language, which role."""
    if name in NAMED:
        return Words(f"{NAMED[name]}-{value}")
    return Language(str(value)) if name == "language" else value


def local(moment: datetime, organizer: Organizer) -> datetime:
    """A moment as the organizer's clock shows it."""
    return moment.astimezone(ZoneInfo(organizer.zone))


async def to_desk(turn: Turn) -> str:
    turn.about = turn.about.partition(".")[0]
    return "desk"


STEPS = (
    Step("join", join, {"join-yes": join_yes, "join-no": join_no}, aside=True),
    Step(
        "team",
        team,
        {"team-add": "team-add", "desk": to_desk, "organize": "organize"},
        picked=choose,
        aside=True,
    ),
    Step("team-add", add, {"back": go_back}, picked=add_as, aside=True),
    Step("team-remove", remove, {"remove-yes": remove_yes, "remove-no": go_back}, aside=True),
    Step("audit", audit, {"older": "audit", "desk": to_desk, "organize": "organize"}, aside=True),
)
