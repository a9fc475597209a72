"""The form of every channel's table of cases: what the conversation hears, and what goes out.

A channel brings its table in `tests/bot/channels/<channel>/cases.py`; `test_cases.py` plays all of
them.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from handlers.dialogue.messages import (
    About,
    Attachment,
    Choice,
    Incoming,
    Invite,
    Link,
    Picture,
    Reply,
    Words,
)


@dataclass(frozen=True, slots=True)
class Hears:
    """What comes in, as the channel delivers it, and what the conversation hears of it."""

    what: str
    raw: Any
    incoming: Incoming | type[Picture | Attachment] | None
    """The kind where a file would have to be loaded; None where nothing was said to us."""


@dataclass(frozen=True, slots=True)
class Sends:
    """A reply in English, and what goes out, as the channel takes it."""

    what: str
    reply: Reply
    raw: Any


class ChannelUnderTest(Protocol):
    """A channel without its network."""

    async def hears(self, raw: Any) -> Sequence[Incoming]:
        """What the conversation hears when that comes in."""
        ...

    async def sends(self, reply: Reply) -> Any:
        """What goes out when the conversation answers with that."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """The cases of one channel."""

    opened: Callable[[], AbstractAsyncContextManager[ChannelUnderTest]]
    """The channel, opened only when one of its cases is played: a library may take seconds."""
    hears: Sequence[Hears]
    sends: Sequence[Sends]


def word(text: str) -> Words:
    """A message that is just that text."""
    return Words("choice-locale", {"name": text})


NOTES = Reply("choice-locale", {"name": "Free"}, notes=(word("First"), word("Then")))
"""A reply above which two things are said."""

CHOICES_AND_LINKS = Reply(
    "choice-locale",
    {"name": "Sign?"},
    step="alert",
    about=About("a"),
    choices=(
        Choice("language", word("Language"), placement="last"),
        Choice("sign", word("Yes")),
        Choice("forget", word("Forget"), placement="apart"),
        Choice("read", word("More")),
        Choice("home", word("Home"), alone=True),
    ),
    links=(
        Link("Site", "https://example.org"),
        Link(word("Share"), Invite("a")),
        Link(word("Open"), Invite("a_g"), here=True),
    ),
)
"""A reply with everything that can be tapped, out of its order on the screen."""
