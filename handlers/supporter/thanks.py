"""What a signer sees: the thanks, and later on that they are counted."""

from handlers.dialogue.messages import About, Reply, Tap, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Signature
from handlers.supporter import high_risk, updates
from handlers.supporter.signing import OfWording


async def signed(turn: Turn) -> Reply | str:
    """The thanks, and how many they are now; then whether to hear what comes of it.

    At high risk it says neither what was done nor for what. Nothing more is offered that would
    prove or repeat it, such as a receipt or updates: these are for whoever asks.
    """
    campaign = await turn.campaign()
    if campaign is None or not await turn.stores.signatures.find(campaign, turn.person):
        return "home"
    if campaign.high_risk:
        turn.about = About(campaign.handle)
        return Reply(
            "signed-high-risk",
            {"clear": high_risk.clearing(turn)},
            choices=choices("share", "mydata"),
            sweeps=True,
        )
    title = campaign.alert(turn.locale).title
    total = await turn.stores.signatures.total(campaign)
    thanks = Words("thanks", {"title": title, "total": total})
    if await updates.hears(turn, campaign):
        turn.about = About(campaign.slug)
        return Reply("signed", {"thanks": thanks}, choices=choices("share", "receipt", "mydata"))
    turn.about = updates.about(turn, campaign)
    return Reply(
        "signed-updates",
        {"thanks": thanks, "updates": updates.wording(campaign)},
        choices=choices("updates-yes", "updates-no", "receipt"),
    )


async def already(turn: Turn) -> Reply | str:
    """Told to that person alone: since when they are counted."""
    campaign = await turn.campaign()
    if campaign is None:
        return "home"
    signature = await turn.stores.signatures.find(campaign, turn.person)
    if signature is None:
        return "home"
    if campaign.high_risk:
        turn.about = About(campaign.handle)
        return Reply(
            "already-high-risk",
            {"title": high_risk.title(campaign, turn.locale), "since": signature.since},
            choices=(
                *choices("hide", "share", "updates", "mydata"),
                *choices("withdraw", placement="apart"),
            ),
            sweeps=True,
        )
    return Reply(
        "already",
        {"title": campaign.alert(turn.locale).title, "since": signature.since},
        choices=(
            *choices("share", "updates", "receipt", "mydata"),
            *choices("withdraw", placement="apart"),
        ),
    )


def again(turn: Turn, campaign: Campaign, signature: Signature) -> str:
    """Where somebody goes who confirms once more.

    On the same day that is the thanks: a confirm tapped twice must not hide its own answer. At
    high risk it always is: the thanks do not tell that it was the second time.
    """
    same_day = signature.since == turn.now.date()
    return "signed" if same_day or campaign.high_risk else "already"


async def lost(turn: Turn, tap: Tap) -> str:
    """A form was tapped whose answers are gone: it was signed since, or it lay too long."""
    campaign = await turn.campaign()
    if campaign is None:
        turn.note("conversation-expired")
        return "home"
    signature = await turn.stores.signatures.find(campaign, turn.person)
    # At high risk only whoever taps to sign is told that it is done; others learn nothing here.
    if signature is not None and (not campaign.high_risk or tap.choice == "confirm"):
        return again(turn, campaign, signature)
    if campaign.high_risk:
        turn.about = About()
        turn.note("conversation-expired-high-risk")
    else:
        turn.note("conversation-expired")
    return "home"


STEPS = (
    Step(
        "signed",
        signed,
        {
            "updates-yes": updates.agree,
            "updates-no": updates.decline,
            "share": "apps",
            "receipt": "receipt",
            "mydata": "mydata",
        },
        about=OfWording,
    ),
    Step(
        "already",
        already,
        {
            "share": "apps",
            "updates": "updates",
            "receipt": "receipt",
            "mydata": "mydata",
            "withdraw": "withdraw-sure",
            "hide": "hide",
        },
    ),
)
