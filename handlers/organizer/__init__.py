"""The organizers' side of the conversation: a desk for each campaign, and the rooms behind it."""

from handlers.organizer import (
    audience,
    broadcasts,
    campaigns,
    desk,
    drafting,
    editing,
    exports,
    founding,
    review,
    scheduling,
    sending,
    settings,
    stats,
    team,
    texts,
)

STEPS = (
    *desk.STEPS,
    *campaigns.STEPS,
    *texts.STEPS,
    *settings.STEPS,
    *editing.STEPS,
    *founding.STEPS,
    *broadcasts.STEPS,
    *drafting.STEPS,
    *audience.STEPS,
    *scheduling.STEPS,
    *sending.STEPS,
    *review.STEPS,
    *exports.STEPS,
    *stats.STEPS,
    *team.STEPS,
)

COMMANDS = {"organize": "organize", "audit": "audit", "stats": "stats"}
"""Commands that organizers are told of, and nobody else."""
