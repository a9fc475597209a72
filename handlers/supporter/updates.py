"""Hearing what comes of a campaign: a choice of its own, off until it is made."""

from handlers.dialogue.messages import About, Choice, Reply, Tap, Value, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.supporters import Consent
from handlers.supporter import high_risk
from handlers.supporter.signing import OfWording

LETTER, STOP = "letter", "updates-stop"
"""The step that answers for what was sent to many, and its choice to get no more of it."""


def wording(campaign: Campaign) -> Words:
    """What somebody agrees to who wants to hear what comes of a campaign."""
    return Words(
        "updates-consent-high-risk" if campaign.high_risk else "updates-consent",
        {"responsible": campaign.responsible, "contact": campaign.contact},
    )


def about(turn: Turn, campaign: Campaign) -> OfWording:
    """The campaign and the wording, so that nobody agrees to words that were not shown."""
    shown = turn.languages.wording(wording(campaign), turn.locale)
    return OfWording(campaign.handle, shown.hash[:8])


async def hears(turn: Turn, campaign: Campaign) -> bool:
    """Whether the person gets the updates of that campaign."""
    subscriptions = await turn.stores.supporters.subscriptions(turn.person)
    return any(each.campaign.slug == campaign.slug for each in subscriptions)


async def agree(turn: Turn) -> str:
    """Subscribe the person to the updates of the campaign, in their language.

    With the country of their signature, where there is one. Where the wording is not any more what
    was shown, it is asked again.
    """
    campaign = await turn.campaign()
    if campaign is None or not campaign.running:
        return "home"
    if turn.about != about(turn, campaign):
        turn.note("consent-changed")
        return "updates-ask"
    signature = await turn.stores.signatures.find(campaign, turn.person)
    await turn.stores.supporters.subscribe(
        campaign,
        turn.person,
        turn.locale,
        signature.country if signature else "",
        Consent("updates", turn.languages.wording(wording(campaign), turn.locale), turn.now),
    )
    turn.note("updates-on")
    return await _onward(turn, campaign)


async def decline(turn: Turn) -> str:
    """Say that nothing is sent, and go on. A subscription that there is stays."""
    campaign = await turn.campaign()
    if campaign is None:
        return "home"
    turn.note("updates-declined")
    return await _onward(turn, campaign)


async def _onward(turn: Turn, campaign: Campaign) -> str:
    """After the thanks comes passing it on; whoever came by `/updates` goes back there.

    At high risk everybody does: where one goes would tell who has signed.
    """
    if campaign.high_risk:
        return "updates"
    signed = await turn.stores.signatures.find(campaign, turn.person)
    turn.about = About(campaign.slug)
    return "share" if signed else "updates"


async def ask(turn: Turn) -> Reply | str:
    """The wording, and whether they want updates; the button carries the wording's hash.

    Of a campaign that does not run: to the switches.
    """
    campaign = await turn.campaign()
    if campaign is None or not campaign.running:
        return "updates"
    turn.about = about(turn, campaign)
    words: dict[str, Value] = {
        "title": high_risk.title(campaign, turn.locale),
        "updates": wording(campaign),
    }
    return Reply("updates-ask", words, choices=choices("updates-yes", "updates-no"))


async def switches(turn: Turn) -> Reply:
    """Every campaign that they hear about or could hear about, each with its switch."""
    turn.about = About()
    subscriptions = await turn.stores.supporters.subscriptions(turn.person)
    heard = {each.campaign.handle: each.campaign for each in subscriptions}
    found = {each.handle: each for each in await turn.stores.campaigns.open()} | heard
    lines: list[Words] = []
    offered: list[Choice] = []
    for handle, campaign in found.items():
        state = "on" if handle in heard else "off"
        title = {"title": high_risk.title(campaign, turn.locale)}
        lines.append(Words(f"updates-line-{state}", title))
        other = "off" if handle in heard else "on"
        offered.append(Choice.of(other, handle, Words(f"choice-updates-{other}", title)))
    if not found:
        return Reply("updates-none")
    return Reply("updates", {"lines": tuple(lines)}, choices=tuple(offered))


async def switch(turn: Turn, tap: Tap) -> str | None:
    campaign = await turn.stores.campaigns.get(tap.value)
    if campaign is None:
        turn.note("button-unknown")
        return None
    if tap.name == "on":
        turn.about = About(tap.value)
        return "updates-ask"
    await turn.stores.supporters.unsubscribe(campaign, turn.person)
    turn.note("updates-off")
    return None


async def stop(turn: Turn) -> str:
    """Stop the updates of the campaign that a letter was about, however old it is."""
    campaign = await turn.campaign()
    if campaign is not None:
        await turn.stores.supporters.unsubscribe(campaign, turn.person)
        turn.note("updates-off")
    return "updates"


async def to_switches(_turn: Turn) -> str:
    """A letter asks nothing: where it is to be asked again, all the switches are shown."""
    return "updates"


STEPS = (
    Step("updates", switches, on_choice=switch),
    Step("updates-ask", ask, {"updates-yes": agree, "updates-no": decline}, about=OfWording),
    Step(LETTER, to_switches, {STOP: stop}, stays=True),
)
