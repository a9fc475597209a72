"""Campaigns at high risk (`safety = "high"`): what is said in place of what would name them.

Somebody may look at a signer's phone. So what stays in the chat does not name the cause, and
whoever opens a link or asks for data sees the same, signed or not, until they tap to be told.
"""

from handlers.dialogue.messages import About, Reply, Value, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.supporter.signing import Signing


def title(campaign: Campaign, locale: str) -> Value:
    """The campaign's title, or at high risk a number that tells nothing."""
    if campaign.high_risk:
        return Words("unnamed", {"number": campaign.id})
    return campaign.alert(locale).title


async def hides_data(turn: Turn) -> bool:
    """Whether what is held about anybody is shown only after a tap.

    It must not depend on the person: the question itself would be the answer.
    """
    return any(each.high_risk for each in await turn.stores.campaigns.running())


def clearing(turn: Turn) -> Words:
    """How to clear the chat in the person's app."""
    return Words("clear", {"channel": turn.person.channel})


async def hide(turn: Turn) -> Reply:
    """Take out of the chat what named a cause, and leave a form that was about one."""
    campaign = await turn.stores.campaigns.get(turn.form(Signing).campaign)
    if campaign is not None and campaign.high_risk:
        turn.leave()
    turn.about = About()
    return Reply("hidden", {"clear": clearing(turn)}, choices=choices("campaigns"), sweeps=True)


STEPS = (Step("hide", hide, {"campaigns": "home"}),)
