"""Who may do what.

Rights are looked up at every turn: a role that is taken away in the middle ends there.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import get_args

from handlers.dialogue import Answering, Asking, Reply, Turn
from handlers.organizer.stores import Organizer, Role
from handlers.stores import Campaign

ROLES: tuple[Role, ...] = get_args(Role)
"""The greatest first."""


def role_in(organizer: Organizer, campaign: Campaign | None) -> Role | None:
    """The greatest role that somebody has in a campaign; with None, in all of them."""
    here = organizer.roles.get(campaign.id) if campaign else None
    held = [each for each in (here, organizer.everywhere) if each]
    return min(held, key=ROLES.index) if held else None


def may(organizer: Organizer, campaign: Campaign | None, least: Role) -> bool:
    """Whether somebody may do in that campaign what takes at least that role."""
    role = role_in(organizer, campaign)
    return role is not None and ROLES.index(role) <= ROLES.index(least)


@dataclass(frozen=True, slots=True)
class Acting:
    """An organizer who may act in a campaign."""

    organizer: Organizer
    campaign: Campaign


Doing = Callable[[Turn, Acting], Awaitable[Reply | str | None]]


def answers(least: Role, *, form: bool = False) -> Callable[[Doing], Answering]:
    """Let an answer be given by those alone who have that role in its campaign.

    The campaign is the one that the tapped message is about (its slug, up to the first dot), or
    in a `form`, the answer `organizing`. Anybody else is told that it is not theirs, or, where
    they organize nothing at all, what is told of a button that never was one.
    """

    def decorate(do: Doing) -> Answering:
        async def guarded(turn: Turn) -> Reply | str | None:
            found = await acting(turn, least, form=form)
            return await do(turn, found) if isinstance(found, Acting) else found

        return guarded

    return decorate


def asks(
    least: Role, *, form: bool = False
) -> Callable[[Callable[[Turn, Acting], Awaitable[Reply | str]]], Asking]:
    """Let a step be asked of those alone who have that role in its campaign, as in `answers`."""

    def decorate(do: Callable[[Turn, Acting], Awaitable[Reply | str]]) -> Asking:
        async def guarded(turn: Turn) -> Reply | str:
            found = await acting(turn, least, form=form)
            return await do(turn, found) if isinstance(found, Acting) else found

        return guarded

    return decorate


async def whoever(turn: Turn) -> Organizer | None:
    """The organizer who speaks, or None for anybody else.

    What they are told later, without asking, is in the language in which they speak now.
    """
    organizers = turn.stores.organizing.organizers
    organizer = await organizers.find(turn.person)
    if organizer is not None and organizer.locale != turn.locale:
        await organizers.settle(organizer, locale=turn.locale)
        return replace(organizer, locale=turn.locale)
    return organizer


async def acting(turn: Turn, least: Role, *, form: bool = False) -> Acting | str:
    """The organizer and the campaign of this turn, or the step that says that it may not be."""
    organizer = await whoever(turn)
    if organizer is None:
        if form:
            turn.leave()
        turn.about = ""
        turn.note("button-unknown")
        return "home"
    slug = str(turn.answers.get("organizing", "")) if form else turn.about.partition(".")[0]
    campaign = await find(turn, slug)
    if campaign is None or not may(organizer, campaign, least):
        if form:
            turn.leave()
        turn.about = ""
        turn.note("organizer-not-yours")
        return "organize"
    return Acting(organizer, campaign)


async def find(turn: Turn, slug: str) -> Campaign | None:
    """The campaign of that name, also one that was never opened; None where there is none."""
    every = await turn.stores.organizing.campaigns.all()
    return next((each for each in every if each.slug == slug), None)
