"""The organizers' side of the conversation: a desk for each campaign, and the rooms behind it."""

from dataclasses import replace

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
    safety,
    scheduling,
    sending,
    settings,
    stats,
    team,
    texts,
)

HALLS = ("organize", "desk", "join")
"""Where organizers are offered another language to be spoken to in. In the rooms behind, there are
languages enough to choose among: those of the texts."""

_STEPS = (
    *desk.STEPS,
    *campaigns.STEPS,
    *texts.STEPS,
    *settings.STEPS,
    *safety.STEPS,
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

STEPS = tuple(replace(each, language=each.name in HALLS) for each in _STEPS)

COMMANDS = {"organize": "organize", "audit": "audit", "stats": "stats"}
"""Commands that organizers are told of, and nobody else."""
