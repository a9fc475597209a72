"""A channel that writes what it sends into a book: words only, and nothing in it can be changed."""

from collections import defaultdict
from dataclasses import dataclass

from bot.channels.base import Capabilities, Permit
from bot.channels.errors import Gone
from bot.texts.texts import Texts
from handlers.dialogue.messages import Reply

TEXTS = Texts.load()


@dataclass(frozen=True, slots=True)
class Page:
    """A message in the book."""

    text: str


class Notebook:
    """Implements `bot.channels.base.Channel`."""

    def __init__(self, name: str, *, edits: bool = False) -> None:
        self.name = name
        self.capabilities = Capabilities(text=1_000, caption=0, label=80, edits=edits, groups=True)
        self.sent: defaultdict[str, list[Page]] = defaultdict(list)
        """What was sent to each address."""
        self.gone: set[str] = set()
        """Addresses that are no more."""

    def overlong(self, reply: Reply, locale: str) -> int:
        return max(0, len(TEXTS.plain(reply.words, locale)) - self.capabilities.text)

    def link(self, payload: str = "") -> str:
        return f"{self.name}:{payload}"

    def render(self, reply: Reply, locale: str) -> Page:
        return Page(TEXTS.plain(reply.words, locale))

    async def send(self, address: str, message: Page, permit: Permit | None = None) -> str:
        if address in self.gone:
            raise Gone
        self.sent[address].append(message)
        return f"{self.name} page {len(self.sent[address])}"

    async def edit(self, address: str, number: str, message: Page) -> None:
        pages = self.sent[address]
        pages[int(number.rpartition(" ")[2]) - 1] = message

    async def delete(self, address: str, number: str) -> None:
        await self.edit(address, number, Page(""))

    async def reachable(self) -> bool:
        return True
