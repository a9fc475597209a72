"""Whether it is dangerous to be known as a signer: raised with care, and not lowered once open."""

from handlers.dialogue.messages import Choice, Reply, Words
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import FEWEST, Campaign, CampaignChanged, Safety
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.navigation import back


def line(campaign: Campaign) -> Words:
    """How safe it is, among the settings."""
    return Words(f"settings-safety-{campaign.safety}")


def offered(campaign: Campaign) -> list[str]:
    """The choice that changes it, where it can be changed."""
    if not campaign.high_risk:
        return ["safety-high"] if campaign.status != "closed" else []
    return ["safety-normal"] if campaign.status == "draft" else []


@requires("organizer", CAMPAIGN)
async def sure(turn: Turn, access: CampaignAccess) -> Reply | str:
    """Before it is raised: what becomes different, and whether that can be undone."""
    campaign = access.campaign
    if "safety-high" not in offered(campaign):
        return "settings"
    totals = await turn.stores.campaigns.totals(campaign)
    return Reply(
        "safety-sure",
        {
            "title": campaign.alert(turn.locale).title,
            "fewest": FEWEST["high"],
            "after": Words("safety-sure-draft")
            if campaign.status == "draft"
            else Words("safety-sure-open", {"total": totals.world}),
        },
        choices=(Choice("safety-yes", alone=True), back("settings")),
    )


@requires("organizer", CAMPAIGN)
async def raise_it(turn: Turn, access: CampaignAccess) -> str:
    """Raise it, where it may be."""
    if "safety-high" in offered(access.campaign):
        await _set(turn, access, "high")
    return "settings"


@requires("organizer", CAMPAIGN)
async def lower_it(turn: Turn, access: CampaignAccess) -> None:
    """Of a draft only: nobody has relied on it yet."""
    if "safety-normal" in offered(access.campaign):
        await _set(turn, access, "normal")


async def _set(turn: Turn, access: CampaignAccess, safety: Safety) -> None:
    try:
        await turn.stores.organizing.edits.set(
            access.campaign, access.organizer, turn.now, safety=safety
        )
    except CampaignChanged:
        turn.note("edit-changed")
    else:
        turn.note("safety-raised" if safety == "high" else "edit-saved")


def warn(turn: Turn, campaign: Campaign) -> None:
    """Say, above whatever is written to many, that it must not name a cause at high risk."""
    if campaign.high_risk:
        turn.note("letter-risk", title=Words("unnamed", {"number": campaign.id}))


STEPS = (Step("safety", sure, {"safety-yes": raise_it, "settings": "settings"}),)
