"""Who may do what.

Rights are looked up at every turn: a role that is taken away in the middle ends there.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec

from handlers.dialogue.messages import (
    About,
    Reply,
    Value,
    Words,
)
from handlers.dialogue.step import Asking, Outcome, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role, may
from handlers.organizer.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Acting:
    """An organizer who may act in a campaign."""

    organizer: Organizer
    campaign: Campaign


P = ParamSpec("P")


def answers(
    least: Role, *, form: bool = False
) -> Callable[
    [Callable[Concatenate[Turn, Acting, P], Awaitable[Outcome]]],
    Callable[Concatenate[Turn, P], Awaitable[Outcome]],
]:
    """Let an answer be given by those alone who have that role in its campaign.

    The campaign is the one that the tapped message is about (its slug, up to the first dot), or
    in a `form`, the answer `organizing`. Anybody else is told that it is not theirs, or, where
    they organize nothing at all, what is told of a button that never was one.
    """

    def decorate(
        do: Callable[Concatenate[Turn, Acting, P], Awaitable[Outcome]],
    ) -> Callable[Concatenate[Turn, P], Awaitable[Outcome]]:
        async def guarded(turn: Turn, /, *args: P.args, **kwargs: P.kwargs) -> Outcome:
            found = await acting(turn, least, form=form)
            if not isinstance(found, Acting):
                return found
            return await do(turn, found, *args, **kwargs)

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
        turn.about = About()
        turn.note("button-unknown")
        return "home"
    slug = str(turn.form(Sheet).answers.get("organizing", "")) if form else turn.about.campaign
    campaign = await find(turn, slug)
    if campaign is None or not may(organizer, campaign, least):
        if form:
            turn.leave()
        turn.about = About()
        turn.note("organizer-not-yours")
        return "organize"
    return Acting(organizer, campaign)


async def find(turn: Turn, slug: str) -> Campaign | None:
    """The campaign of that name, also one that was never opened; None where there is none."""
    every = await turn.stores.organizing.campaigns.all()
    return next((each for each in every if each.slug == slug), None)


async def owner_of(turn: Turn, least: Role = "owner") -> tuple[Organizer, Campaign | None] | None:
    """The organizer, and the campaign that the message is about; None for the whole house.

    None altogether for somebody who has not got that role there.
    """
    organizer = await whoever(turn)
    slug = turn.about.campaign
    campaign = await find(turn, slug) if slug else None
    if organizer is None or (slug and campaign is None) or not may(organizer, campaign, least):
        return None
    return organizer, campaign


def refused(turn: Turn) -> str:
    turn.about = About()
    turn.note("organizer-not-yours")
    return "organize"


def where(turn: Turn, campaign: Campaign | None) -> Value:
    return campaign.alert(turn.locale).title if campaign else Words("house")


async def to_desk(turn: Turn) -> str:
    turn.about = About(turn.about.campaign)
    return "desk"
