"""Being told when people join through one's own link: a choice of its own, off until it is made."""

from handlers.dialogue.messages import About, Reply, Value, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.supporters import Consent
from handlers.supporter.signing import OfWording


def wording(campaign: Campaign) -> Words:
    """What somebody agrees to who wants to be told."""
    return Words("tell-consent", {"responsible": campaign.responsible, "contact": campaign.contact})


def about(turn: Turn, campaign: Campaign) -> OfWording:
    """The campaign and the wording, so that nobody agrees to words that were not shown."""
    shown = turn.languages.wording(wording(campaign), turn.locale)
    return OfWording(campaign.slug, shown.hash[:8])


async def campaign_of(turn: Turn) -> Campaign | None:
    """The running campaign that the tapped message was about, where the person has an invite."""
    campaign = await turn.campaign()
    if campaign is None or not campaign.running:
        return None
    return campaign if await turn.stores.invites.get_or_create(campaign, turn.person) else None


async def ask(turn: Turn) -> Reply | str:
    """The wording, and whether they want to be told; the button carries the wording's hash.

    Where the campaign does not run, or they have no invite: to its card, or to the list.
    """
    campaign = await campaign_of(turn)
    if campaign is None:
        return "home"
    turn.about = about(turn, campaign)
    words: dict[str, Value] = {
        "title": campaign.alert(turn.locale).title,
        "consent": wording(campaign),
    }
    return Reply("tell-ask", words, choices=choices("tell-yes", "tell-no"))


async def agree(turn: Turn) -> str:
    """Keep the consent, and go on to the apps.

    Where the wording is not any more what was shown, it is asked again.
    """
    campaign = await campaign_of(turn)
    if campaign is None:
        return "home"
    if turn.about != about(turn, campaign):
        turn.note("consent-changed")
        return "tell"
    await turn.stores.invites.tell(
        campaign,
        turn.person,
        turn.locale,
        Consent("milestones", turn.languages.wording(wording(campaign), turn.locale), turn.now),
    )
    turn.note("tell-on")
    turn.about = About(campaign.slug)
    return "apps"


async def decline(turn: Turn) -> str:
    """Say that nothing is told, and go on to the apps."""
    turn.note("tell-declined")
    return "apps"


async def stop(turn: Turn) -> str:
    """Tell no more of who joins, and go on to the apps."""
    campaign = await campaign_of(turn)
    if campaign is None:
        return "home"
    await turn.stores.invites.untell(campaign, turn.person)
    turn.note("tell-off")
    return "apps"


def reached(campaign: Campaign, locale: str, joined: int) -> Reply:
    """What is said when so many have joined; its buttons are those of the step `apps`."""
    return Reply(
        "tell-reached",
        {"title": campaign.alert(locale).title, "count": joined},
        choices=choices("share", "untell"),
        step="apps",
        about=About(campaign.slug),
    )


STEPS = (Step("tell", ask, {"tell-yes": agree, "tell-no": decline}, about=OfWording),)
