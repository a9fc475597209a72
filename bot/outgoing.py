"""What background jobs need of a channel: to send and to edit, and to hear why they cannot."""

from typing import Protocol

from bot.channels.telegram_render import Shown

MESSAGES = ("send", "edit", "copy", "forward")
"""How the methods of the Bot API begin that show something in a chat."""


def is_message(method: str) -> bool:
    """Whether Telegram's limits on messages are about that method of the Bot API."""
    return method.startswith(MESSAGES) and method != "sendChatAction"


class Gone(Exception):
    """The chat or the message is no more, or we may not write there."""


class Moved(Exception):
    """The chat has another address now."""

    def __init__(self, chat_id: str) -> None:
        super().__init__()
        self.chat_id = chat_id


class Refused(Exception):
    """The channel finds something wrong with this message."""


class Later(Exception):
    """Not now: the channel is busy, out of reach, or wants a pause."""


class Outgoing(Protocol):
    """Messages that nobody has just asked for. Both calls raise Gone, Moved, Refused or Later."""

    @property
    def username(self) -> str:
        """The bot's own name, for links."""
        ...

    async def send(self, chat_id: str, shown: Shown) -> int:
        """Send a message; its number. After Later nobody knows whether it was sent."""
        ...

    async def edit(self, chat_id: str, message_id: int, shown: Shown) -> None:
        """Change a message; one that shows just this already is fine."""
        ...
