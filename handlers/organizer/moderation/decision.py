"""Deciding about signatures that are held."""

from dataclasses import replace
from typing import get_args

from handlers.dialogue.messages import Choice, Reply, Words, choices
from handlers.dialogue.step import Turn
from handlers.domain.moderation import CountChanged, Decision
from handlers.organizer.access import CAMPAIGN_FORM, CampaignAccess, requires
from handlers.organizer.moderation.piles import REMOVALS
from handlers.organizer.moderation.selection import (
    chosen,
    form,
    found_by,
    lines_of,
    numbers_of,
    selection_of,
    too_few,
)
from handlers.organizer.navigation import back


@requires("organizer", CAMPAIGN_FORM)
async def why(turn: Turn, access: CampaignAccess) -> Reply | str:
    """Each removal has a reason; the public log says it, and nothing else about them."""
    selection = replace(selection_of(turn), newest=None)
    if not selection.held:
        return "sift"
    found = await found_by(turn, access, selection)
    if too_few(access.campaign, selection, found):
        return "sift"
    count = selection.told(access.campaign, found.amount)
    return Reply("sift-why", {"count": count}, choices=(*choices(*REMOVALS), back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def because(turn: Turn, access: CampaignAccess) -> str | None:
    if turn.choice not in REMOVALS:
        return None
    turn.answers["doing"] = turn.choice
    return "sift-sure"


@requires("organizer", CAMPAIGN_FORM)
async def sure(turn: Turn, access: CampaignAccess) -> Reply | str:
    """How many it is, what it will do, and whether that is meant."""
    selection = replace(selection_of(turn), newest=None)
    doing = str(turn.answers.get("doing", ""))
    found = await found_by(turn, access, selection)
    if too_few(access.campaign, selection, found):
        return "sift"
    if not found.amount or not doing:
        turn.note("sift-nothing")
        return "sift"
    turn.answers["sift"] = chosen(turn) | {"newest": found.newest}
    turn.answers["amount"] = found.amount
    counted_as = "sifted-falls" if doing in REMOVALS else "sifted-counted"
    lines = await lines_of(turn, access, selection)
    args = numbers_of(access.campaign, selection, found, lines, counted_as)
    if doing in REMOVALS:
        reply = Reply("sift-remove", args | {"reason": Words(f"removal-{doing}")})
    else:
        reply = Reply(f"sift-{doing}", args)
    do, leave_it = Choice(f"sure-{_kind(doing)}", alone=True), Choice("sift-no", alone=True)
    return replace(reply, choices=(leave_it, do) if doing in REMOVALS else (do, leave_it))


def _kind(doing: str) -> str:
    return "remove" if doing in REMOVALS else doing


@requires("organizer", CAMPAIGN_FORM)
async def go(turn: Turn, access: CampaignAccess) -> str:
    """Do what was confirmed; where there is more by now, ask again."""
    moderation = turn.stores.organizing.moderation
    campaign, organizer = access.campaign, access.organizer
    selection, doing = selection_of(turn), str(turn.answers.get("doing", ""))
    if turn.choice != f"sure-{_kind(doing)}":
        return "sift-sure"
    if doing == "hold":
        amount = await moderation.hold(
            campaign, replace(selection, newest=None), organizer, turn.now
        )
    else:
        decision: Decision = next(each for each in get_args(Decision) if each == doing)
        expected = int(turn.answers.get("amount", 0))
        try:
            amount = await moderation.decide(
                campaign, selection, decision, expected, organizer, turn.now
            )
        except CountChanged:
            turn.note("sift-changed")
            return "sift-sure"
    turn.note(f"sift-done-{_kind(doing)}", count=selection.told(campaign, amount))
    turn.leave()
    turn.about = campaign.slug
    return "held"


STEPS = (
    form("sift-why", why, {"back": "sift"}, picked=because),
    form("sift-sure", sure, {"sift-no": "sift"}, picked=go),
)
