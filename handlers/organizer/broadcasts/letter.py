"""What a broadcast looks like to a supporter."""

from handlers.dialogue.messages import About, Choice, Link, Marked, Reply
from handlers.domain.broadcasts import Letter
from handlers.domain.campaigns import Campaign
from handlers.supporter import high_risk, updates


def letter_reply(campaign: Campaign, locale: str, letter: Letter, picture: str) -> Reply:
    """The letter as somebody of that locale gets it, with the way to stop such messages.

    `picture` is the SHA-256 of one, in hex, or empty.
    """
    text = Marked(letter.text)
    title = high_risk.title(campaign, locale)
    return Reply(
        "broadcast-letter-unnamed" if campaign.high_risk else "broadcast-letter",
        {"title": title, "text": text} if campaign.high_risk else {"text": text},
        choices=(Choice(updates.STOP, placement="apart"),),
        links=tuple(Link(each.title, each.url) for each in letter.buttons),
        picture=picture,
        picture_text=campaign.alert(locale).picture_text if picture == campaign.picture else "",
        step=updates.LETTER,
        about=About(campaign.handle),
    )
