"""Passing it on: the link that opens this alert with whoever follows it."""

from handlers.dialogue import Invite, Link, Reply, Step, Turn, Words, choices
from handlers.stores import Campaign


def share_link(campaign: Campaign) -> Link:
    return Link(Words("link-share"), Invite(campaign.slug))


async def share(turn: Turn) -> Reply | str:
    campaign = await turn.stores.campaigns.get(turn.about)
    if campaign is None or campaign.status != "open":
        return "home"
    return Reply(
        "share",
        {"title": campaign.alert(turn.locale).title, "link": Invite(campaign.slug)},
        choices=choices("card"),
        links=(share_link(campaign),),
    )


STEPS = (Step("share", share, {"card": "alert"}, aside=True),)
