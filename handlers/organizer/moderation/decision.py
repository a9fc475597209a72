"""Deciding about signatures that are held."""

from dataclasses import replace
from typing import get_args

from handlers.dialogue.messages import (
    About,
    Choice,
    Reply,
    Tap,
    Words,
    choices,
)
from handlers.dialogue.step import Turn
from handlers.domain.moderation import CountChanged, Decision
from handlers.organizer.access import Acting, answers, asks
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
from handlers.organizer.sheet import Sheet


@asks("organizer", form=True)
async def why(turn: Turn, acting: Acting) -> Reply | str:
    """Each removal has a reason; the public log says it, and nothing else about them."""
    selection = replace(selection_of(turn), newest=None)
    if not selection.held:
        return "sift"
    found = await found_by(turn, acting, selection)
    if too_few(acting.campaign, selection, found):
        return "sift"
    count = selection.told(acting.campaign, found.amount)
    return Reply("sift-why", {"count": count}, choices=(*choices(*REMOVALS), back("back")))


@answers("organizer", form=True)
async def because(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    if tap.choice not in REMOVALS:
        return None
    turn.form(Sheet).answers["doing"] = tap.choice
    return "sift-sure"


@asks("organizer", form=True)
async def sure(turn: Turn, acting: Acting) -> Reply | str:
    """How many it is, what it will do, and whether that is meant."""
    selection = replace(selection_of(turn), newest=None)
    doing = str(turn.form(Sheet).answers.get("doing", ""))
    found = await found_by(turn, acting, selection)
    if too_few(acting.campaign, selection, found):
        return "sift"
    if not found.amount or not doing:
        turn.note("sift-nothing")
        return "sift"
    turn.form(Sheet).answers["sift"] = chosen(turn) | {"newest": found.newest}
    turn.form(Sheet).answers["amount"] = found.amount
    counted_as = "sifted-falls" if doing in REMOVALS else "sifted-counted"
    lines = await lines_of(turn, acting, selection)
    args = numbers_of(acting.campaign, selection, found, lines, counted_as)
    if doing in REMOVALS:
        reply = Reply("sift-remove", args | {"reason": Words(f"removal-{doing}")})
    else:
        reply = Reply(f"sift-{doing}", args)
    do, leave_it = Choice(f"sure-{_kind(doing)}", alone=True), Choice("sift-no", alone=True)
    return replace(reply, choices=(leave_it, do) if doing in REMOVALS else (do, leave_it))


def _kind(doing: str) -> str:
    return "remove" if doing in REMOVALS else doing


@answers("organizer", form=True)
async def go(turn: Turn, acting: Acting, tap: Tap) -> str:
    """Do what was confirmed; where there is more by now, ask again."""
    moderation = turn.stores.organizing.moderation
    campaign, organizer = acting.campaign, acting.organizer
    selection, doing = selection_of(turn), str(turn.form(Sheet).answers.get("doing", ""))
    if tap.choice != f"sure-{_kind(doing)}":
        return "sift-sure"
    if doing == "hold":
        amount = await moderation.hold(
            campaign, replace(selection, newest=None), organizer, turn.now
        )
    else:
        decision: Decision = next(each for each in get_args(Decision) if each == doing)
        expected = int(turn.form(Sheet).answers.get("amount", 0))
        try:
            amount = await moderation.decide(
                campaign, selection, decision, expected, organizer, turn.now
            )
        except CountChanged:
            turn.note("sift-changed")
            return "sift-sure"
    turn.note(f"sift-done-{_kind(doing)}", count=selection.told(campaign, amount))
    turn.leave()
    turn.about = About(campaign.slug)
    return "held"


STEPS = (
    form("sift-why", why, {"back": "sift"}, on_choice=because),
    form("sift-sure", sure, {"sift-no": "sift"}, on_choice=go),
)
