"""The conversation, knowing no messenger, no Redis and no SQL."""
