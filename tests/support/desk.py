"""Organizers at their desk: conversations with stores in memory.

async with house() as there:
    ida = await there.organizer("Ida")
    assert await ida.commands("organize") == "organize"
"""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from handlers.dialogue.messages import Incoming, Reply
from handlers.dialogue.step import Languages
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role
from handlers.ports.stores import ALONE, Organizing, Stores
from tests.support.fakes.world import FakeWorld
from tests.support.petition import consent
from tests.support.talk import Talk, Tongues
from tests.support.world import World


class OrganizerTalk(Talk):
    """A talk with the stores of a house."""

    def __init__(self, there: "House", **person: Any) -> None:
        super().__init__(campaigns=(), **person)
        self.there = there
        self.too_long = 0

    @property
    def stores(self) -> Stores:
        return self.there.stores

    async def _answers(self, incoming: Incoming) -> str:
        said = await super()._answers(incoming)
        self.there.watch(self.last)
        return said

    def overlong(self, reply: Reply, locale: str) -> int:
        return self.too_long

    async def organizer(self) -> Organizer:
        """Who they are to the others; they have to be one."""
        found = await self.there.organizing.organizers.find(self.person)
        assert found is not None
        return found


@dataclass
class House:
    """Stores, and people who come to the desk."""

    world: World
    tongues: Languages = field(default_factory=Tongues)
    watch: Callable[[Reply], object] = lambda _reply: None
    """Called with every reply that anybody gets."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def stores(self) -> Stores:
        """What a turn carries."""
        return self.world.stores

    @property
    def organizing(self) -> Organizing:
        """The stores that organizers use."""
        return self.world.organizing

    async def petition(self, slug: str = "release", **changes: Any) -> Campaign:
        """An open campaign."""
        return await self.world.petition(slug, **changes)

    async def close(self, campaign: Campaign) -> None:
        """Close it by the command line."""
        await self.organizing.edits.close(campaign, None, self.person().now)

    def person(self, name: str = "Amina", locale: str = "en") -> OrganizerTalk:
        """Somebody who organizes nothing (yet)."""
        user = str(next(self.numbers))
        return OrganizerTalk(self, name=name, user=user, locale=locale, tongues=self.tongues)

    async def readers(
        self, campaign: Campaign, locale: str, amount: int, country: str = "FR"
    ) -> None:
        """So many people who asked for updates, and read that language."""
        for _ in range(amount):
            someone = self.person(locale=locale).person
            await self.stores.supporters.subscribe(
                campaign, someone, locale, country, consent("updates", locale)
            )

    async def organizer(
        self,
        name: str = "Ida",
        role: Role = "owner",
        campaign: Campaign | None = None,
        locale: str = "en",
    ) -> OrganizerTalk:
        """Somebody with that role, in one campaign or in all, who came by a one-time link."""
        talk = self.person(name, locale)
        token = await self.organizing.organizers.link(campaign, role, None, talk.now)
        await self.organizing.organizers.join(token, talk.person, locale, talk.now)
        return talk


@asynccontextmanager
async def house(alone: int = ALONE) -> AsyncIterator[House]:
    """A house in memory.

    `alone` is the most people to whom one organizer may send without a second one.
    """
    yield House(FakeWorld(alone))
