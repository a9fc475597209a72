"""Who may act on a broadcast, and the way to its steps."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar

from handlers.dialogue.messages import (
    About,
    Reply,
)
from handlers.dialogue.step import Turn
from handlers.domain.broadcasts import Broadcast, BroadcastChanged
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role
from handlers.organizer.access import acting
from handlers.organizer.sheet import OfBroadcast, Sheet

Outcome = TypeVar("Outcome", bound=Reply | str | None)
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class At:
    """An organizer who may act on a broadcast of a campaign."""

    organizer: Organizer
    campaign: Campaign
    broadcast: Broadcast


def at(
    least: Role, *, form: bool = False, draft: bool = False
) -> Callable[
    [Callable[Concatenate[Turn, At, P], Awaitable[Outcome]]],
    Callable[Concatenate[Turn, P], Awaitable[Outcome | Reply | str]],
]:
    """Let those alone who have that role ask or answer about a broadcast of their campaign.

    Which one it is stands in what the tapped message is about, `<slug>.<number>`, or in a `form`,
    in the answers. With `draft`, only while it is one. Where somebody else was faster they are
    told, and shown how the broadcast stands.
    """

    def decorate(
        do: Callable[Concatenate[Turn, At, P], Awaitable[Outcome]],
    ) -> Callable[Concatenate[Turn, P], Awaitable[Outcome | Reply | str]]:
        async def guarded(
            turn: Turn, /, *args: P.args, **kwargs: P.kwargs
        ) -> Outcome | Reply | str:
            found = await _find(turn, least, form=form, draft=draft)
            if not isinstance(found, At):
                return found
            try:
                return await do(turn, found, *args, **kwargs)
            except BroadcastChanged:
                turn.note("broadcast-changed")
                return to(turn, found.broadcast, leaving=form)

        return guarded

    return decorate


async def _find(turn: Turn, least: Role, *, form: bool, draft: bool) -> At | str:
    found = await acting(turn, least, form=form)
    if isinstance(found, str):
        return found
    about = turn.form(Sheet).about if form else turn.about
    broadcast = await turn.stores.organizing.broadcasts.get(OfBroadcast.of(about).broadcast)
    if broadcast is None or broadcast.slug != found.campaign.slug:
        if form:
            turn.leave()
        turn.about = About(found.campaign.slug)
        turn.note("broadcast-gone")
        return "broadcasts"
    if draft and broadcast.status != "draft":
        turn.note("broadcast-no-draft")
        return to(turn, broadcast, leaving=form)
    return At(found.organizer, found.campaign, broadcast)


def about(broadcast: Broadcast) -> About:
    """What the buttons under a broadcast are about."""
    return OfBroadcast(broadcast.slug, broadcast.id)


def to(turn: Turn, broadcast: Broadcast, step: str = "broadcast", *, leaving: bool = False) -> str:
    """To an aside about that broadcast, out of the form where somebody stands in one."""
    if leaving:
        turn.leave()
    turn.about = about(broadcast)
    return step


def stand(turn: Turn, broadcast: Broadcast, step: str, **answers: str) -> str:
    """Into a form about that broadcast. Answers of any other form are dropped."""
    turn.leave()
    turn.form(Sheet).answers |= {"organizing": broadcast.slug, "broadcast": broadcast.id, **answers}
    return step


RESUME = "choice-continue-organizing"
