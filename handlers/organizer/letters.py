"""What a broadcast looks like to a supporter."""

from handlers import updates
from handlers.dialogue import Choice, Link, Marked, Reply
from handlers.organizer.stores import Letter
from handlers.stores import Campaign


def letter_reply(campaign: Campaign, locale: str, letter: Letter, picture: str) -> Reply:
    """The letter as somebody of that locale gets it, with the way to stop such messages.

    `picture` is the SHA-256 of one, in hex, or empty.
    """
    return Reply(
        "broadcast-letter",
        {"text": Marked(letter.text)},
        choices=(Choice(updates.STOP),),
        links=tuple(Link(each.title, each.url) for each in letter.buttons),
        picture=picture,
        picture_text=campaign.alert(locale).picture_text if picture == campaign.picture else "",
        step=updates.LETTER,
        about=campaign.slug,
    )
