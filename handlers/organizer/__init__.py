"""The organizers' side of the conversation: a desk for each campaign, and the rooms behind it."""

from handlers.organizer import desk, exports, review, team

STEPS = (*desk.STEPS, *team.STEPS, *review.STEPS, *exports.STEPS)

COMMANDS = {"organize": "organize", "audit": "audit"}
"""Commands that organizers are told of, and nobody else."""
