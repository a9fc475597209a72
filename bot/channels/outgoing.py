"""What background jobs need of Telegram: to send and to edit, and to hear why they cannot."""

from typing import Protocol

from bot.channels.telegram.render import Shown


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
