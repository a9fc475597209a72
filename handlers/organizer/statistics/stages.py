"""What came of those who were shown a campaign, and of its broadcasts."""

from handlers.dialogue.messages import Chart, Mark, Words
from handlers.dialogue.step import Turn
from handlers.domain.campaigns import Campaign
from handlers.organizer.access import CampaignAccess
from handlers.organizer.statistics.charts import View, empty, few, total
from handlers.organizer.time_zones import local

BROADCASTS = 4
"""How many of the last broadcasts are shown; their words have to fit below a picture."""


async def funnel(turn: Turn, access: CampaignAccess) -> View:
    """How many were shown the alert, read it, consented, signed, and passed it on."""
    campaign = access.campaign
    statistics = turn.stores.organizing.statistics
    figures = await statistics.figures(campaign)
    came = await statistics.stages(campaign)
    stages: list[tuple[str, int]] = [*came.items(), ("signed", figures.world)]
    if campaign.status != "closed":
        # Personal links are erased when a campaign ends.
        stages.append(("shared", await statistics.shared(campaign)))
    first = campaign.rounded(came["seen"])
    marks = tuple(
        Mark(
            Words(f"stats-stage-{stage}"),
            campaign.rounded(amount),
            _part(campaign, campaign.rounded(amount), first),
        )
        for stage, amount in stages
    )
    return View(
        Chart(
            "funnel",
            campaign.alert(turn.locale).title,
            Words("stats-funnel"),
            empty(campaign, figures),
            total(figures),
            marks if any(mark.amount for mark in marks) else (),
            Words("stats-funnel-note", {"fewest": campaign.fewest}),
        ),
        tuple(
            Words("stats-line", {"label": mark.label, "amount": mark.said or few(campaign)})
            for mark in marks
        ),
    )


def _part(campaign: Campaign, amount: int, first: int) -> Words:
    """A stage's number, and what part of those it is who were shown the alert."""
    if not amount:
        return few(campaign)
    if amount > first:
        # They were counted before the others were.
        return Words("stats-about", {"amount": amount})
    return Words("stats-part", {"amount": amount, "part": amount / first})


async def reach(turn: Turn, access: CampaignAccess) -> View:
    """What became of the last broadcasts. Their reports tell the same numbers."""
    campaign = access.campaign
    last = await turn.stores.organizing.statistics.reached(campaign, BROADCASTS)
    labels = {
        each.broadcast_id: Words(
            "stats-broadcast",
            {"number": each.broadcast_id, "day": local(each.at, access.organizer).date()},
        )
        for each in last
    }
    marks = tuple(
        Mark(
            labels[each.broadcast_id],
            each.progress.sent,
            Words("stats-of", {"sent": each.progress.sent, "size": each.progress.size}),
            each.progress.size,
        )
        for each in last
    )
    return View(
        Chart(
            "bars",
            campaign.alert(turn.locale).title,
            Words("stats-reach"),
            Words("stats-reach-nothing"),
            None,
            marks,
            Words("stats-reach-note"),
        ),
        tuple(
            Words(
                "stats-reach-line",
                {
                    "broadcast": labels[each.broadcast_id],
                    "size": each.progress.size,
                    "sent": each.progress.sent,
                    "blocked": each.progress.blocked,
                    "unsubscribed": each.progress.unsubscribed,
                    "unknown": each.progress.unknown,
                    "failed": each.progress.failed,
                },
            )
            for each in last
        ),
    )
