"""Which Bot API methods send a message."""

MESSAGES = ("send", "edit", "copy", "forward")
"""How the methods of the Bot API begin that show something in a chat."""


def is_message(method: str) -> bool:
    """Whether Telegram's limits on messages are about that method of the Bot API."""
    return method.startswith(MESSAGES) and method != "sendChatAction"
