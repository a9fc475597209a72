"""The methods of the Bot API, by subject. Importing this package registers them all."""

from bot.simulator.bot_api.methods import chats, edits, messages, profile, queries, updates

__all__ = ["chats", "edits", "messages", "profile", "queries", "updates"]
