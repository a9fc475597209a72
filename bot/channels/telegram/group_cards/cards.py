"""What a campaign looks like in a group, in a channel, and in a chat of other people.

Plain data and no library, for the processes that post such cards and those that edit them.
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.channels.telegram.links import deep_link
from bot.channels.telegram.render import Button, Shown, on_button
from bot.texts.texts import Texts
from handlers.dialogue.messages import Bar, Value, Words
from handlers.domain import invites
from handlers.domain.campaigns import Campaign
from handlers.domain.milestones import next_milestone, of_campaign

EDIT_EVERY = timedelta(minutes=1)
"""A card in a group is edited no more often."""

OTHERS = 8
"""The most other campaigns under a card."""


def card(campaign: Campaign, total: int, locale: str, texts: Texts) -> str:
    """The campaign in brief, for people of whom nothing is known, as HTML."""
    alert = campaign.alert(locale)
    args: dict[str, Value] = {
        "sample": Words("sample-mark") if campaign.sample else "",
        "rubric": alert.rubric,
        "title": alert.title,
        "total": total,
    }
    if campaign.status != "open":
        paused = campaign.status == "paused"
        return texts.html(Words("card-paused" if paused else "card-closed", args), locale)
    goal = next_milestone(total, of_campaign(campaign.milestones))
    more: dict[str, Value] = {
        "urgent": Words("urgent-mark") if campaign.urgent else "",
        "summary": alert.summary,
        "bar": Bar(total / goal),
        "milestone": goal,
    }
    return texts.html(Words("card", args | more), locale)


def sign_button(
    campaign: Campaign, payload: str, locale: str, texts: Texts, username: str
) -> Button:
    """Opens the campaign in the private chat of whoever presses it."""
    words = Words("link-sign" if campaign.status == "open" else "link-see")
    return Button(on_button(texts.plain(words, locale)), url=deep_link(username, payload))


def group_card(
    campaign: Campaign,
    total: int,
    others: Sequence[Campaign],
    locale: str,
    texts: Texts,
    username: str,
) -> Shown:
    """The one card of a group: a campaign with its total, and ways to `others`.

    Every button is a link: pressing one tells the bot nothing about the group.
    """
    rows = [
        (
            Button(
                on_button(each.alert(locale).title),
                url=deep_link(username, invites.group(each.slug)),
            ),
        )
        for each in others[:OTHERS]
    ]
    first = sign_button(campaign, invites.group(campaign.slug), locale, texts, username)
    return Shown(card(campaign, total, locale, texts), ((first,), *rows))
