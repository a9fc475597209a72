"""Organizers at their desk: conversations with the real stores, over a database of their own.

async with house() as there:
    ida = await there.organizer("Ida")
    assert await ida.commands("organize") == "organize"
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from handlers.dialogue.messages import Reply
from handlers.dialogue.step import Incoming, Languages
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role
from handlers.ports.stores import ALONE, Stores
from storage import migrations
from storage.container import Storage
from tests.support.storage.petition import VAULT_KEY, consent, open_petition
from tests.support.talk import Talk, Tongues


class OrganizerTalk(Talk):
    """A talk whose stores are the real ones."""

    def __init__(self, there: "House", **person: Any) -> None:
        super().__init__(campaigns=(), **person)
        self.there = there
        self.storage = there.storage
        self.too_long = 0

    @property
    def stores(self) -> Stores:
        return self.storage.stores

    async def _answers(self, incoming: Incoming) -> str:
        said = await super()._answers(incoming)
        self.there.watch(self.last)
        return said

    def overlong(self, reply: Reply, locale: str) -> int:
        return self.too_long

    async def organizer(self) -> Organizer:
        """Who they are to the others; they have to be one."""
        found = await self.storage.organizers.find(self.person)
        assert found is not None
        return found


@dataclass
class House:
    """Stores, and people who come to the desk."""

    storage: Storage
    tongues: Languages
    numbers: Iterator[int]
    watch: Callable[[Reply], object] = lambda _reply: None
    """Called with every reply that anybody gets."""

    async def petition(self, slug: str = "release", **changes: Any) -> Campaign:
        """An open campaign."""
        return await open_petition(self.storage, slug, **changes)

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
            await self.storage.supporters.subscribe(
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
        token = await self.storage.organizers.link(campaign, role, None, talk.now)
        await self.storage.organizers.join(token, talk.person, locale, talk.now)
        return talk


@asynccontextmanager
async def house(
    tongues: Languages | None = None,
    url: str = "",
    redis_url: str | None = None,
    alone: int = ALONE,
) -> AsyncIterator[House]:
    """A house over the migrated database at `url`, or over a SQLite file of its own.

    `alone` is the most people to whom one organizer may send without a second one.
    """
    with tempfile.TemporaryDirectory() as folder:
        if not url:
            file = Path(folder) / "house.db"
            shutil.copy(await asyncio.to_thread(_template), file)
            url = f"sqlite:///{file}"
        storage = await Storage.open(url, redis_url, VAULT_KEY, alone=alone)
        try:
            yield House(storage, tongues or Tongues(), count(1))
        finally:
            await storage.close()


@cache
def _template() -> Path:
    """A migrated SQLite file to copy; it goes with the process."""
    folder = tempfile.TemporaryDirectory()
    _kept.append(folder)
    file = Path(folder.name) / "template.db"
    asyncio.run(migrations.upgrade(f"sqlite:///{file}"))
    return file


_kept: list["tempfile.TemporaryDirectory[str]"] = []
