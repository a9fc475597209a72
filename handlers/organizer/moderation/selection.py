"""Which signatures are meant: what was chosen, how many they are, and what can be done with them.

Always many at a time, chosen by what is no person's alone: a country, a language, a way, days. How
many that would be is shown before anything is done: all of them exactly, a part of them in whole
tens. Below ten nothing is done to a part, nor told whether there is anybody: who knows where
somebody lives, and when they would have signed, could otherwise ask whether they did.
"""

from dataclasses import replace

from handlers.dialogue.messages import (
    About,
    Choice,
    Country,
    Language,
    Reply,
    Value,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import Found, Selection
from handlers.organizer.access import CAMPAIGN_FORM, CampaignAccess, requires
from handlers.organizer.forms import leave
from handlers.organizer.moderation.piles import Act, SelectionForm
from handlers.organizer.rounding import in_steps


def chosen(turn: Turn) -> Selection:
    """What was chosen up to now, among all that there are by now."""
    return replace(turn.form(SelectionForm).selection, newest=None)


def choose(turn: Turn, selection: Selection) -> str:
    """Keep what was chosen in the form, and go to the step that shows it."""
    turn.form(SelectionForm).selection = selection
    return "sift"


async def lines_of(turn: Turn, access: CampaignAccess, selection: Selection) -> tuple[Words, ...]:
    """What was chosen, in words."""
    lines = [Words(f"sifted-{selection.held}" if selection.held else "sifted-new")]
    if selection.country:
        lines.append(Words("sifted-country", {"country": Country(selection.country)}))
    if selection.locale:
        lines.append(Words("sifted-language", {"language": Language(selection.locale)}))
    if selection.partner:
        links = await turn.stores.organizing.moderation.named_links(access.campaign)
        label = links.get(selection.partner, selection.partner)
        lines.append(Words("sifted-link", {"link": label}))
    elif selection.source:
        lines.append(Words("sifted-source", {"source": Words(f"came-{selection.source}")}))
    if selection.since and selection.until:
        days = {"since": selection.since, "until": selection.until}
        one = selection.since == selection.until
        lines.append(Words("sifted-day" if one else "sifted-days", days))
    return tuple(lines)


async def found_by(turn: Turn, access: CampaignAccess, selection: Selection) -> Found:
    """How many they are."""
    return await turn.stores.organizing.moderation.count(access.campaign, selection)


def too_few(campaign: Campaign, selection: Selection, found: Found) -> bool:
    """Whether it is so small a part that it could point at people."""
    return selection.narrowed and found.amount < campaign.fewest


@requires("organizer", CAMPAIGN_FORM)
async def sift(turn: Turn, access: CampaignAccess) -> Reply:
    """Which signatures: what was chosen, how many they are, and what can be done with them."""
    selection = chosen(turn)
    found = await found_by(turn, access, selection)
    few = too_few(access.campaign, selection, found)
    doing = ("release", "remove") if selection.held else ("hold",)
    lines = await lines_of(turn, access, selection)
    told: dict[str, Value] = (
        {"lines": lines, "fewest": access.campaign.fewest}
        if few
        else numbers_of(access.campaign, selection, found, lines)
    )
    return Reply(
        "sift-few" if few else "sift",
        told,
        choices=(
            *(Choice(each, alone=True) for each in (doing if found.amount and not few else ())),
            *choices("sift-country", "sift-language", "sift-link", "sift-days"),
            *(choices("sift-all") if selection.narrowed else ()),
            Choice("sift-leave", alone=True),
        ),
    )


def numbers_of(
    campaign: Campaign,
    selection: Selection,
    found: Found,
    lines: tuple[Words, ...],
    counted_as: str = "sifted-counted",
) -> dict[str, Value]:
    """What was chosen, how many that is, and how many of them count already."""
    counted = campaign.rounded(found.counted) if selection.narrowed else found.counted
    return {
        "lines": lines,
        "count": selection.told(campaign, found.amount),
        "counted": (
            *([Words(counted_as, {"count": counted})] if counted else []),
            *([in_steps(campaign)] if selection.narrowed else []),
        ),
    }


@requires("organizer", CAMPAIGN_FORM)
async def widen(turn: Turn, access: CampaignAccess) -> str:
    """All of them again."""
    return choose(turn, Selection(chosen(turn).held))


@requires("organizer", CAMPAIGN_FORM)
async def stop(turn: Turn, access: CampaignAccess) -> str:
    """Leave them as they are."""
    return leave(turn, About(access.campaign.slug), "held")


@requires("organizer", CAMPAIGN_FORM)
async def hold(turn: Turn, access: CampaignAccess) -> str | None:
    """Hold them, once it was confirmed."""
    return None if chosen(turn).held else _ask_whether(turn, "hold")


@requires("organizer", CAMPAIGN_FORM)
async def release(turn: Turn, access: CampaignAccess) -> str | None:
    """Release them, once it was confirmed."""
    return _ask_whether(turn, "release") if chosen(turn).held else None


def _ask_whether(turn: Turn, act: Act) -> str:
    turn.form(SelectionForm).act = act
    return "sift-sure"


STEPS = (
    Step(
        "sift",
        sift,
        {
            "hold": hold,
            "release": release,
            "remove": "sift-why",
            "sift-country": "sift-country",
            "sift-language": "sift-language",
            "sift-link": "sift-link",
            "sift-days": "sift-days",
            "sift-all": widen,
            "sift-leave": stop,
        },
        form=SelectionForm,
    ),
)
