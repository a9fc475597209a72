"""Organizers at their desk: conversations with the real stores, over a database of their own."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from handlers.dialogue.step import Languages
from handlers.ports.stores import ALONE
from storage import migrations
from storage.container import Storage
from tests.support.desk import House
from tests.support.real import RealWorld
from tests.support.storage.petition import VAULT_KEY
from tests.support.talk import Tongues


class RealHouse(House):
    """A house over a database."""

    def __init__(self, storage: Storage, tongues: Languages) -> None:
        super().__init__(RealWorld(storage), tongues)
        self.storage = storage


@asynccontextmanager
async def house(
    tongues: Languages | None = None,
    url: str = "",
    alone: int = ALONE,
) -> AsyncIterator[RealHouse]:
    """A house over the migrated database at `url`, or over a SQLite file of its own.

    `alone` is the most people to whom one organizer may send without a second one.
    """
    with tempfile.TemporaryDirectory() as folder:
        if not url:
            file = Path(folder) / "house.db"
            shutil.copy(await asyncio.to_thread(_template), file)
            url = f"sqlite:///{file}"
        storage = await Storage.open(url, VAULT_KEY, alone=alone)
        try:
            yield RealHouse(storage, tongues or Tongues())
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
