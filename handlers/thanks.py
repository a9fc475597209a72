"""What a signer sees: the thanks, and later on that they are counted."""

from handlers import updates
from handlers.dialogue import Reply, Step, Turn, Words, choices
from handlers.stores import Signature


async def signed(turn: Turn) -> Reply | str:
    """The thanks, and how many they are now; then whether to hear what comes of it."""
    campaign = await updates.campaign_of(turn)
    if campaign is None or not await turn.stores.signatures.find(campaign, turn.person):
        return "home"
    title = campaign.alert(turn.locale).title
    total = await turn.stores.signatures.total(campaign)
    thanks = Words("thanks", {"title": title, "total": total})
    if await updates.hears(turn, campaign):
        turn.about = campaign.slug
        return Reply("signed", {"thanks": thanks}, choices=choices("share", "mydata"))
    turn.about = updates.about(turn, campaign)
    return Reply(
        "signed-updates",
        {"thanks": thanks, "updates": updates.wording(campaign)},
        choices=choices("updates-yes", "updates-no"),
    )


async def already(turn: Turn) -> Reply | str:
    """Told to that person alone: since when they are counted."""
    campaign = await turn.stores.campaigns.get(turn.about)
    if campaign is None:
        return "home"
    signature = await turn.stores.signatures.find(campaign, turn.person)
    if signature is None:
        return "home"
    return Reply(
        "already",
        {"title": campaign.alert(turn.locale).title, "since": signature.since},
        choices=choices("share", "updates", "mydata", "withdraw"),
    )


def again(turn: Turn, signature: Signature) -> str:
    """Where somebody goes who confirms once more.

    On the same day that is the thanks: a confirm tapped twice must not hide its own answer.
    """
    return "signed" if signature.since == turn.now.date() else "already"


async def lost(turn: Turn) -> str:
    """A form was tapped whose answers are gone: it was signed since, or it lay too long."""
    campaign = await updates.campaign_of(turn)
    signature = campaign and await turn.stores.signatures.find(campaign, turn.person)
    if isinstance(signature, Signature):
        return again(turn, signature)
    turn.note("conversation-expired")
    return "home"


STEPS = (
    Step("lost", lost, aside=True),
    Step(
        "signed",
        signed,
        {
            "updates-yes": updates.agree,
            "updates-no": updates.decline,
            "share": "apps",
            "mydata": "mydata",
        },
        aside=True,
    ),
    Step(
        "already",
        already,
        {
            "share": "apps",
            "updates": "updates",
            "mydata": "mydata",
            "withdraw": "withdraw-sure",
        },
        aside=True,
    ),
)
