"""Countries as choices: which are offered to whom, and how they are labelled."""

from babel.core import get_global

from handlers.dialogue.messages import Country, Words
from handlers.dialogue.step import Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.countries import SHOWN, codes
from handlers.supporter.signing import Signing


def label(code: str) -> Words:
    """A country on a button: its flag (Unicode regional indicators) and its name."""
    flag = "".join(chr(ord(letter) - ord("A") + 0x1F1E6) for letter in code)
    return Words("choice-country", {"flag": flag, "country": Country(code)})


def _home_of(language: str) -> str:
    """The country where a language is most likely spoken (CLDR, likely subtags), or nothing."""
    subtags = get_global("likely_subtags")
    return str(subtags.get(language, "")).rpartition("_")[2]


def likely(turn: Turn) -> list[str]:
    """The countries to offer first.

    The one given before, that of the client's language tag, then those where the languages of
    the client (one that we do not speak, too) and of the conversation are spoken.
    """
    client = turn.person.language.replace("_", "-")
    region = client.split("-")[-1].upper() if "-" in client else ""
    language = client.split("-")[0].lower()
    nearest = turn.languages.known[turn.languages.best(client)]
    known = nearest.tag.split("-")[0] == language
    spoken = nearest.countries if known else (_home_of(language),)
    return list(
        dict.fromkeys(
            code
            for code in (
                turn.form(Signing).answers.get("country", ""),
                region,
                *spoken,
                *turn.languages.known[turn.locale].countries,
            )
            if code in codes()
        )
    )[:SHOWN]


async def of(turn: Turn, campaign: Campaign) -> str:
    """Where the person is: as they signed that campaign, else the likeliest; empty for nowhere.

    At high risk it is always the likeliest: another country would tell that they have signed.
    """
    if campaign.high_risk:
        return next(iter(likely(turn)), "")
    signature = await turn.stores.signatures.find(campaign, turn.person)
    if signature and signature.country:
        return signature.country
    return next(iter(likely(turn)), "")
