"""What is held for review, in piles."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from handlers.dialogue.messages import Choice, Country, Reply, Tap, Value, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import Decision, HeldReason, Piles, Selection
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.forms import CampaignForm, enter
from handlers.organizer.navigation import back
from handlers.organizer.rounding import in_steps

REASONS: tuple[HeldReason, ...] = get_args(HeldReason)

REMOVALS: tuple[Decision, ...] = tuple(each for each in get_args(Decision) if each != "release")

Act = Decision | Literal["hold"]
"""What may be done with signatures."""

PILES = 8
"""Piles that are listed."""


@dataclass(slots=True)
class SelectionForm(CampaignForm):
    """Which signatures are meant, and what is to be done with them."""

    selection: Selection = field(default_factory=Selection)
    act: Act | None = None
    """None until it is chosen."""
    amount: int = 0
    """How many there were when it was asked whether that is meant."""


@requires("organizer", CAMPAIGN)
async def held(turn: Turn, access: CampaignAccess) -> Reply:
    """What waits for a decision, without small numbers."""
    piles = await turn.stores.organizing.moderation.piles(access.campaign)
    return Reply(
        "held" if piles.amounts or piles.deciding else "held-none",
        {"lines": _piles(access.campaign, piles)},
        choices=(
            *(
                Choice(reason, Words(f"choice-held-{reason}"))
                for reason in REASONS
                if reason in piles.amounts
            ),
            *choices("sift-new"),
            back("desk"),
        ),
    )


def _piles(campaign: Campaign, piles: Piles) -> tuple[Words, ...]:
    lines = []
    for reason in REASONS:
        if reason not in piles.amounts:
            continue
        lines.append(Words(f"held-{reason}", {"count": piles.amounts[reason]}))
        lines += [
            Words(
                "held-pile",
                {
                    "country": _country(each.country),
                    "day": each.day,
                    "count": campaign.rounded(each.amount),
                },
            )
            for each in piles.largest[:PILES]
            if each.held == reason
        ]
    smaller = piles.smaller + max(0, len(piles.largest) - PILES)
    if smaller:
        lines.append(Words("held-smaller", {"count": smaller}))
    if piles.largest:
        lines.append(in_steps(campaign))
    if piles.deciding:
        lines.append(Words("held-deciding"))
    return tuple(lines)


def _country(code: str) -> Value:
    return Country(code) if code else Words("held-nowhere")


@requires("organizer", CAMPAIGN)
async def select_new(turn: Turn, access: CampaignAccess) -> str:
    """Choose among those that are not held."""
    return enter(turn, SelectionForm(access.campaign.slug), "sift")


@requires("organizer", CAMPAIGN)
async def select_held(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """Choose among those that are held for a reason."""
    held = next((each for each in REASONS if each == tap.choice), None)
    if held is None:
        return None
    return enter(turn, SelectionForm(access.campaign.slug, Selection(held)), "sift")


STEPS = (Step("held", held, {"sift-new": select_new, "desk": "desk"}, on_choice=select_held),)
