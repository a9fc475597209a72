"""What a messenger can do, and what everything that sends unasked asks of it."""

from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from handlers.dialogue.messages import Reply

M = TypeVar("M")
"""A rendered message: frozen data of the channel's own, whose `repr` tells all that it shows."""

Permit = Literal["free", "paid"]
"""Leave of the channel's send budget, taken before a broadcast's message is sent: at the usual
rate, or at the one that is paid for."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can show and do. Lengths are in the channel's own counting."""

    text: int
    """The longest text."""
    caption: int
    """The longest text under a picture or a file."""
    label: int
    """The widest label of a choice or a link, in columns: wide letters and emoji count twice."""
    beside: tuple[tuple[int, int], ...] = ()
    """How many labels may stand in one row, and how wide each of them may be then, the most
    first. Empty where each has a row, or a number, of its own."""
    pictures: bool = False
    """Whether it shows pictures; otherwise their description is said."""
    edits: bool = False
    """Whether a message that was sent can be changed."""
    deletes: bool = False
    """Whether a message that was sent can be taken back."""
    groups: bool = False
    """Whether the bot can be taken into groups, and keeps a card there."""


class Channel(Protocol[M]):
    """A messenger: renders replies by its capabilities, and sends what nobody has just asked for.

    An address is where a person or a group is reached: a chat's id, a telephone number. The
    number of a message is the channel's own text, and means something beside its address only.
    """

    @property
    def name(self) -> str:
        """What its addresses are stored under."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can show and do."""
        ...

    def overlong(self, reply: Reply, locale: str) -> int:
        """How many characters too many a reply has in that locale; 0 where it fits."""
        ...

    def link(self, payload: str = "") -> str:
        """What opens the private conversation with the bot, with that payload."""
        ...

    def render(self, reply: Reply, locale: str) -> M:
        """What the reply looks like in that locale."""
        ...

    async def send(self, address: str, message: M, permit: Permit | None = None) -> str:
        """Send a message; its number.

        Without a permit it waits until there is room for it, and makes no sound.

        Raises:
            Gone: nobody is there (any more), or we may not write there.
            Moved: that chat has another address now.
            Refused: the channel finds something wrong with the message.
            Busy, Unreachable: it was not sent, and may be later.
            Uncertain: nobody knows whether it was sent.
        """
        ...

    async def edit(self, address: str, number: str, message: M) -> None:
        """Change a message that was sent; one that shows just this already is fine.

        Raises:
            Gone: nobody is there (any more), or there is no such message.
            Moved, Refused, Busy, Unreachable, Uncertain: as for `send`.
        """
        ...

    async def delete(self, address: str, number: str) -> None:
        """Take back a message that was sent.

        Raises:
            Gone, Moved, Refused, Busy, Unreachable, Uncertain: as for `edit`.
        """
        ...

    async def reachable(self) -> bool:
        """Whether the channel answers."""
        ...
