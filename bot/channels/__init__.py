"""Messaging apps: each turns what comes in into turns, and replies into its own messages."""
