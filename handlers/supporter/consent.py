"""Consent in plain words, before anything is asked or kept."""

from handlers.dialogue.messages import About, Language, Reply, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.supporters import Consent
from handlers.supporter import arrival
from handlers.supporter.alert import speaks_own_language
from handlers.supporter.signing import Agreed, OfWording, Signing, asked


def wording(campaign: Campaign, locale: str) -> Words:
    """What a signer agrees to under this campaign: who, what for, what is kept, how long."""
    high = "-high-risk" if campaign.high_risk else ""
    kept = [
        Words(f"consent-kept-{each}-required" if how == "required" else f"consent-kept-{each}")
        for each, how in asked(campaign).items()
    ]
    return Words(
        f"consent-ask{high}",
        {
            "title": campaign.alert(locale).title,
            "responsible": campaign.responsible,
            "contact": campaign.contact,
            "ask": campaign.alert(locale).ask,
            "purpose": campaign.alert(locale).purpose,
            "kept": (*kept, Words(f"consent-kept-always{high}")),
            "days": campaign.retention_days,
        },
    )


async def ask(turn: Turn) -> Reply | str:
    """Ask for the consent, and keep the SHA-256 of the wording that is shown.

    Where the campaign is not open (any more), the form is left for its card.
    """
    form = turn.form(Signing)
    campaign = await turn.stores.campaigns.get(form.campaign)
    if campaign is None or campaign.status != "open":
        return turn.cancel()
    if not speaks_own_language(turn):
        turn.note("language-unsupported", language=Language(turn.locale))
    own = campaign.alert(turn.locale).locale
    if own != turn.locale:
        turn.note("consent-other-language", language=Language(own))
    words = wording(campaign, turn.locale)
    form.asked = turn.languages.wording(words, turn.locale).hash
    check = ["check"] if campaign.high_risk else []
    return Reply(
        words.id,
        words.args,
        choices=choices("agree", "decline", *check),
        passing=campaign.high_risk,
    )


async def agree(turn: Turn) -> str:
    """Keep in the form which wording was agreed to, in which locale, and when, to the second."""
    form = turn.form(Signing)
    form.agreed = Agreed(form.asked, turn.locale, turn.now.replace(microsecond=0))
    form.asked = ""
    campaign = await turn.stores.campaigns.get(form.campaign)
    if campaign is not None:
        arrival.reach(turn, campaign, "consented")
    return "review"


async def decline(turn: Turn) -> str:
    """Nothing was kept, so there is nothing to take back."""
    turn.cancel()
    turn.note("consent-declined")
    return "alert"


async def check(turn: Turn) -> str | None:
    """Whether they have signed already: everybody may ask, and nobody is told unasked."""
    campaign = await turn.stores.campaigns.get(turn.form(Signing).campaign)
    if campaign is None or not await turn.stores.signatures.find(campaign, turn.person):
        turn.note("not-signed")
        return None
    turn.leave()
    turn.about = About(campaign.handle)
    return "already"


def given(turn: Turn, campaign: Campaign) -> Consent | None:
    """The consent given in this conversation, if its words still stand as they were shown."""
    agreed = turn.form(Signing).agreed
    if agreed is None or agreed.locale not in turn.languages.known:
        return None
    shown = turn.languages.wording(wording(campaign, agreed.locale), agreed.locale)
    return Consent("sign", shown, agreed.at) if shown.hash == agreed.wording else None


STEPS = (
    Step(
        "consent",
        ask,
        {"agree": agree, "decline": decline, "check": check},
        form=Signing,
        about=OfWording,
    ),
)
