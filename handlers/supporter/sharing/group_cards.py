"""What a campaign looks like in a group, in a channel, and in a chat of other people.

Every link opens the private conversation of whoever follows it: nothing tells the bot about the
group.
"""

from collections.abc import Sequence
from dataclasses import replace

from handlers.dialogue.messages import Bar, Invite, Link, Reply, Value, Words
from handlers.domain import invites
from handlers.domain.campaigns import Campaign
from handlers.domain.milestones import next_milestone, of_campaign

OTHERS = 8
"""The most other campaigns under a card."""


def card(campaign: Campaign, total: int, locale: str, payload: str) -> Reply:
    """The campaign in brief, for people of whom nothing is known; its link carries the payload."""
    alert = campaign.alert(locale)
    args: dict[str, Value] = {
        "sample": Words("sample-mark") if campaign.sample else "",
        "rubric": alert.rubric,
        "title": alert.title,
        "total": total,
    }
    link = Words("link-sign" if campaign.status == "open" else "link-see")
    links = (Link(link, Invite(payload), here=True),)
    if campaign.status != "open":
        paused = campaign.status == "paused"
        return Reply("card-paused" if paused else "card-closed", args, links=links)
    goal = next_milestone(total, of_campaign(campaign.milestones))
    more: dict[str, Value] = {
        "urgent": Words("urgent-mark") if campaign.urgent else "",
        "summary": alert.summary,
        "bar": Bar(total / goal),
        "milestone": goal,
    }
    return Reply("card", args | more, links=links)


def group_card(campaign: Campaign, total: int, others: Sequence[Campaign], locale: str) -> Reply:
    """The one card of a group: a campaign with its total, and ways to `others`."""
    reply = card(campaign, total, locale, invites.group(campaign.slug))
    more = (
        Link(each.alert(locale).title, Invite(invites.group(each.slug)), here=True)
        for each in others[:OTHERS]
    )
    return replace(reply, links=(*reply.links, *more))


def group_hello(payload: str) -> Reply:
    """What the bot says in a group, whoever asked: that petitions are signed in private."""
    return Reply("group-hello", links=(Link(Words("link-open"), Invite(payload), here=True),))
