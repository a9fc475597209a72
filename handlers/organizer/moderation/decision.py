"""Deciding about signatures that are held."""

from dataclasses import replace

from handlers.dialogue.messages import About, Choice, Reply, Tap, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.moderation import CountChanged
from handlers.organizer.access import CAMPAIGN_FORM, CampaignAccess, requires
from handlers.organizer.forms import leave
from handlers.organizer.moderation.piles import REMOVALS, Act, SelectionForm
from handlers.organizer.moderation.selection import chosen, found_by, lines_of, numbers_of, too_few
from handlers.organizer.navigation import back


@requires("organizer", CAMPAIGN_FORM)
async def why(turn: Turn, access: CampaignAccess) -> Reply | str:
    """Each removal has a reason; the public log says it, and nothing else about them."""
    selection = chosen(turn)
    if not selection.held:
        return "sift"
    found = await found_by(turn, access, selection)
    if too_few(access.campaign, selection, found):
        return "sift"
    count = selection.told(access.campaign, found.amount)
    return Reply("sift-why", {"count": count}, choices=(*choices(*REMOVALS), back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def because(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """Take the reason that was tapped."""
    reason = next((each for each in REMOVALS if each == tap.choice), None)
    if reason is None:
        return None
    turn.form(SelectionForm).act = reason
    return "sift-sure"


@requires("organizer", CAMPAIGN_FORM)
async def sure(turn: Turn, access: CampaignAccess) -> Reply | str:
    """How many it is, what it will do, and whether that is meant."""
    form = turn.form(SelectionForm)
    selection, act = chosen(turn), form.act
    found = await found_by(turn, access, selection)
    if too_few(access.campaign, selection, found):
        return "sift"
    if not found.amount or act is None:
        turn.note("sift-nothing")
        return "sift"
    form.selection, form.amount = replace(selection, newest=found.newest), found.amount
    counted_as = "sifted-falls" if act in REMOVALS else "sifted-counted"
    lines = await lines_of(turn, access, selection)
    args = numbers_of(access.campaign, selection, found, lines, counted_as)
    if act in REMOVALS:
        reply = Reply("sift-remove", args | {"reason": Words(f"removal-{act}")})
    else:
        reply = Reply(f"sift-{act}", args)
    do, leave_it = Choice(f"sure-{_kind(act)}", alone=True), Choice("sift-no", alone=True)
    return replace(reply, choices=(leave_it, do) if act in REMOVALS else (do, leave_it))


def _kind(act: Act) -> str:
    return "remove" if act in REMOVALS else act


@requires("organizer", CAMPAIGN_FORM)
async def go(turn: Turn, access: CampaignAccess, tap: Tap) -> str:
    """Do what was confirmed; where there is more by now, ask again."""
    moderation = turn.stores.organizing.moderation
    campaign, organizer = access.campaign, access.organizer
    form = turn.form(SelectionForm)
    selection, act = form.selection, form.act
    if act is None or tap.choice != f"sure-{_kind(act)}":
        return "sift-sure"
    if act == "hold":
        amount = await moderation.hold(campaign, chosen(turn), organizer, turn.now)
    else:
        try:
            amount = await moderation.decide(
                campaign, selection, act, form.amount, organizer, turn.now
            )
        except CountChanged:
            turn.note("sift-changed")
            return "sift-sure"
    turn.note(f"sift-done-{_kind(act)}", count=selection.told(campaign, amount))
    return leave(turn, About(campaign.slug), "held")


STEPS = (
    Step("sift-why", why, {"back": "sift"}, on_choice=because, form=SelectionForm),
    Step("sift-sure", sure, {"sift-no": "sift"}, on_choice=go, form=SelectionForm),
)
