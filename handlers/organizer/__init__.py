"""The organizers' side of the conversation: a desk for each campaign, and the rooms behind it."""

from handlers.organizer import campaigns, desk, editing, founding, settings, team, texts

STEPS = (
    *desk.STEPS,
    *campaigns.STEPS,
    *texts.STEPS,
    *settings.STEPS,
    *editing.STEPS,
    *founding.STEPS,
    *team.STEPS,
)

COMMANDS = {"organize": "organize", "audit": "audit"}
"""Commands that organizers are told of, and nobody else."""
