"""Who may do what: `requires`, the one guard of every organizer's step.

    @requires("organizer", DRAFT)
    async def audience(turn: Turn, access: BroadcastAccess) -> Reply: ...

Rights are looked up at every turn: a role that is taken away in the middle ends there.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Concatenate, Generic, ParamSpec, TypeVar

from handlers.dialogue.messages import About, Value, Words
from handlers.dialogue.step import Turn
from handlers.domain.broadcasts import Broadcast, BroadcastChanged
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role, may
from handlers.organizer.about import OfBroadcast
from handlers.organizer.forms import BroadcastForm, CampaignForm, current

F = TypeVar("F")
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class CampaignAccess:
    """An organizer who may act in a campaign."""

    organizer: Organizer
    campaign: Campaign


@dataclass(frozen=True, slots=True)
class BroadcastAccess:
    """An organizer who may act on a broadcast of a campaign; in a `form`, or in an aside."""

    organizer: Organizer
    campaign: Campaign
    broadcast: Broadcast
    form: bool = False

    def show(self, turn: Turn, step: str = "broadcast") -> str:
        """To an aside about the broadcast, out of the form where somebody stands in one."""
        if self.form:
            turn.leave()
        turn.about = OfBroadcast(self.campaign.slug, self.broadcast.id)
        return step

    async def note(self, turn: Turn, action: str, **details: str | int) -> None:
        """Write into the audit log what the organizer did with the broadcast."""
        await turn.stores.organizing.audit.note(
            action,
            self.organizer,
            self.campaign,
            turn.now,
            number=self.broadcast.id,
            **details,
        )


@dataclass(frozen=True, slots=True)
class HouseAccess:
    """An organizer who may act in a campaign, or where that is None, in the whole house."""

    organizer: Organizer
    campaign: Campaign | None

    @property
    def slug(self) -> str:
        """The campaign's; empty for the house."""
        return self.campaign.slug if self.campaign else ""

    def where(self, locale: str) -> Value:
        """The campaign's title in that language, or that it is the house."""
        return where(self.campaign, locale)


Find = Callable[[Turn, Role], Awaitable[F | str]]
"""Finds what a turn is about, or the step that says that it may not be had with that role."""


@dataclass(frozen=True, slots=True)
class Guarded(Generic[F, P, R]):
    """What a step asks or what an answer does, kept from everybody with less than that role.

    Calling it returns what the handler does, or the name of the step that refuses.
    """

    least: Role
    find: Find[F]
    handle: Callable[Concatenate[Turn, F, P], Awaitable[R]]

    async def __call__(self, turn: Turn, /, *args: P.args, **kwargs: P.kwargs) -> R | str:
        found = await self.find(turn, self.least)
        if isinstance(found, str):
            return found
        try:
            return await self.handle(turn, found, *args, **kwargs)
        except BroadcastChanged:
            if not isinstance(found, BroadcastAccess):
                raise
            turn.note("broadcast-changed")
            return found.show(turn)


def requires(
    least: Role, find: Find[F]
) -> Callable[[Callable[Concatenate[Turn, F, P], Awaitable[R]]], Guarded[F, P, R]]:
    """Let those alone ask or answer who have at least that role in what the turn is about.

    What that is, one of the constants below finds: `CAMPAIGN`, `DRAFT_FORM`, `HOUSE` … The handler
    gets it behind the turn, before the message that came in. An organizer without the role is
    told that it is not theirs, and somebody who organizes nothing what is told of a button that
    never was one. Where somebody else changed the broadcast meanwhile, they are told, and shown
    how it stands.
    """
    return partial(Guarded, least, find)


async def current_organizer(turn: Turn) -> Organizer | None:
    """The organizer who speaks, or None for anybody else.

    What they are told later, without asking, is in the language in which they speak now.
    """
    organizers = turn.stores.organizing.organizers
    organizer = await organizers.find(turn.person)
    if organizer is not None and organizer.locale != turn.locale:
        await organizers.settle(organizer, locale=turn.locale)
        return replace(organizer, locale=turn.locale)
    return organizer


async def find_campaign(turn: Turn, slug: str) -> Campaign | None:
    """The campaign of that name, also one that was never opened; None where there is none."""
    every = await turn.stores.organizing.campaigns.all()
    return next((each for each in every if each.slug == slug), None)


def where(campaign: Campaign | None, locale: str) -> Value:
    """A campaign's title in that language; without one, that it is the whole house."""
    return campaign.alert(locale).title if campaign else Words("house")


def not_an_organizer(turn: Turn, *, form: bool = False) -> str:
    """Refuse a button to somebody who organizes nothing, as if there were no desk."""
    if form:
        turn.leave()
    turn.about = About()
    turn.note("button-unknown")
    return "home"


def not_yours(turn: Turn, *, form: bool = False) -> str:
    """Refuse what takes a greater role, or a role in another campaign."""
    if form:
        turn.leave()
    turn.about = About()
    turn.note("organizer-not-yours")
    return "organize"


def no_such_command(turn: Turn) -> str:
    """Refuse a command to somebody who organizes nothing, as any that there is not."""
    turn.note("command-unknown")
    return turn.step or "home"


async def _anywhere(turn: Turn, _least: Role) -> Organizer | str:
    return await current_organizer(turn) or no_such_command(turn)


async def _whole_house(turn: Turn, least: Role, *, form: bool = False) -> HouseAccess | str:
    organizer = await current_organizer(turn)
    if organizer is None:
        return not_an_organizer(turn, form=form)
    return (
        HouseAccess(organizer, None) if may(organizer, None, least) else not_yours(turn, form=form)
    )


async def _house(turn: Turn, least: Role, *, command: bool = False) -> HouseAccess | str:
    slug = turn.about.campaign
    by_command = command and not turn.about.encode()
    organizer = await current_organizer(turn)
    if organizer is None:
        return no_such_command(turn) if by_command else not_an_organizer(turn)
    campaign = await find_campaign(turn, slug) if slug else None
    if (slug and campaign is None) or not may(organizer, campaign, least):
        # By the command, somebody with a role in some campaigns only chooses one of them first.
        return "organize" if by_command else not_yours(turn)
    return HouseAccess(organizer, campaign)


async def _campaign(turn: Turn, least: Role, *, form: bool = False) -> CampaignAccess | str:
    organizer = await current_organizer(turn)
    if organizer is None:
        return not_an_organizer(turn, form=form)
    about = (current(turn, CampaignForm) or CampaignForm()).about if form else turn.about
    campaign = await find_campaign(turn, about.campaign)
    if campaign is None or not may(organizer, campaign, least):
        return not_yours(turn, form=form)
    return CampaignAccess(organizer, campaign)


async def _broadcast(
    turn: Turn, least: Role, *, form: bool = False, draft: bool = False
) -> BroadcastAccess | str:
    found = await _campaign(turn, least, form=form)
    if isinstance(found, str):
        return found
    about = (current(turn, BroadcastForm) or BroadcastForm()).about if form else turn.about
    broadcast = await turn.stores.organizing.broadcasts.get(OfBroadcast.of(about).broadcast)
    if broadcast is None or broadcast.slug != found.campaign.slug:
        if form:
            turn.leave()
        turn.about = About(found.campaign.slug)
        turn.note("broadcast-gone")
        return "broadcasts"
    access = BroadcastAccess(found.organizer, found.campaign, broadcast, form)
    if draft and broadcast.status != "draft":
        turn.note("broadcast-no-draft")
        return access.show(turn)
    return access


ANYWHERE: Find[Organizer] = _anywhere
"""Whoever organizes anything; everybody else learns nothing of the command."""

WHOLE_HOUSE: Find[HouseAccess] = _whole_house
"""The whole house, whatever the button is about."""

WHOLE_HOUSE_FORM: Find[HouseAccess] = partial(_whole_house, form=True)
"""The whole house, for a form."""

HOUSE: Find[HouseAccess] = _house
"""The campaign that the button is about (its slug), or without one, all."""

HOUSE_COMMAND: Find[HouseAccess] = partial(_house, command=True)
"""The same for a step that a command opens."""

CAMPAIGN: Find[CampaignAccess] = _campaign
"""The campaign that the button is about."""

CAMPAIGN_FORM: Find[CampaignAccess] = partial(_campaign, form=True)
"""The campaign that the form is about."""

BROADCAST: Find[BroadcastAccess] = _broadcast
"""The broadcast that the button is about."""

BROADCAST_FORM: Find[BroadcastAccess] = partial(_broadcast, form=True)
"""The broadcast that the form is about."""

DRAFT: Find[BroadcastAccess] = partial(_broadcast, draft=True)
"""The broadcast that the button is about, as long as it is a draft."""

DRAFT_FORM: Find[BroadcastAccess] = partial(_broadcast, form=True, draft=True)
"""The broadcast that the form is about, as long as it is a draft."""
