"""The organizers' side of the conversation: a desk for each campaign, and the rooms behind it."""

from handlers.organizer import desk, stats, team

STEPS = (*desk.STEPS, *stats.STEPS, *team.STEPS)

COMMANDS = {"organize": "organize", "audit": "audit", "stats": "stats"}
"""Commands that organizers are told of, and nobody else."""
