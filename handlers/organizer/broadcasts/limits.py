"""What a broadcast may reach, and how long its letters may be."""

from dataclasses import replace

from handlers.dialogue.messages import Language, Words
from handlers.dialogue.step import Turn
from handlers.domain.broadcasts import AudienceUnknown, Broadcast, Reach
from handlers.domain.campaigns import FEWEST, Campaign
from handlers.organizer.broadcasts.letter import letter_reply

MANY = 100
"""Readers of whom, together, it may be asked who has signed."""

ANY_PICTURE = "0" * 64
"""Stands for a picture that is not kept yet, to see whether words fit under one."""


async def reach(turn: Turn, broadcast: Broadcast) -> Reach | None:
    """How many it would go to now; None where who has signed is asked and cannot be told.

    Who has signed is told of many at once, and in whole tens. Otherwise an organizer who knows
    somebody among the readers could find out about that one.
    """
    if broadcast.audience.signed is None:
        return await turn.stores.organizing.broadcasts.reach(broadcast)
    if await narrow(turn, broadcast):
        return None
    try:
        found = await turn.stores.organizing.broadcasts.reach(broadcast)
    except AudienceUnknown:
        return None
    campaign = await turn.stores.campaigns.get(broadcast.slug)
    fewest = campaign.fewest if campaign else FEWEST["normal"]
    told = {each: count // fewest * fewest for each, count in found.locales.items()}
    return Reach({each: count for each, count in told.items() if count})


async def most(turn: Turn, broadcast: Broadcast) -> int:
    """How many it would go to, or where that may not be told exactly, more than it would."""
    return (await _unasked(turn, broadcast)).total


async def narrow(turn: Turn, broadcast: Broadcast) -> bool:
    """Whether who has signed is asked of so few that it would point at some of them."""
    aim = broadcast.audience
    if aim.signed is None:
        return False
    return bool(aim.countries or aim.since) or await most(turn, broadcast) < MANY


async def _unasked(turn: Turn, broadcast: Broadcast) -> Reach:
    """How many there are, whether they have signed or not."""
    anybody = replace(broadcast, audience=replace(broadcast.audience, signed=None))
    return await turn.stores.organizing.broadcasts.reach(anybody)


def wanted(broadcast: Broadcast, campaign: Campaign) -> list[str]:
    """The languages that a broadcast is to be written in: the campaign's, its own first."""
    own = [campaign.default_locale]
    return list(dict.fromkeys([*own, *sorted(campaign.texts), *broadcast.letters]))


def overlong(turn: Turn, broadcast: Broadcast, campaign: Campaign) -> tuple[str, int] | None:
    """The first language whose letter has too many characters, and how many too many."""
    for locale, letter in broadcast.letters.items():
        reply = letter_reply(campaign, locale, letter, broadcast.picture)
        if over := turn.overlong(reply, locale):
            return locale, over
    return None


def too_long(broadcast: Broadcast, locale: str, over: int) -> Words:
    """That a letter is too long, and by how much."""
    message = "letter-too-long-pictured" if broadcast.picture else "letter-too-long"
    return Words(message, {"language": Language(locale), "count": over})
