"""Keeps the simulated world in a folder, so that it goes on where it left off."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import threading
from pathlib import Path

from bot.simulator.world.updates import Updates
from bot.simulator.world.world import World

log = logging.getLogger(__name__)

VERSION = 1
PAUSE = 0.5
"""Seconds between a change and the file that holds it."""


class Keeper:
    """Writes `world.json` a moment after a change, whole or not at all.

    The webhook is not kept: a bot sets it at every start.
    """

    def __init__(self, world: World, updates: Updates, folder: Path) -> None:
        self._world = world
        self._updates = updates
        self._path = folder / "world.json"
        self._writing = threading.Lock()
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        world.listen(self._changed.set)
        updates.listen(self._changed.set)

    def restore(self) -> None:
        """Become what was kept, if something was, by this version."""
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return
        except ValueError:
            log.warning("simulator: what was kept cannot be read; starting anew")
            self._path.replace(self._path.with_suffix(".unreadable"))
            return
        if kept.get("version") == VERSION:
            self._world.load(kept["world"])
            self._updates.load(kept["updates"])

    def start(self) -> None:
        """Begin to watch for changes; needs a running event loop."""
        self._task = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Write the last state."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        self._write(self._dump())

    async def _watch(self) -> None:
        while True:
            await self._changed.wait()
            await asyncio.sleep(PAUSE)
            self._changed.clear()
            await asyncio.to_thread(self._write, self._dump())

    def _dump(self) -> str:
        state = {
            "version": VERSION,
            "world": self._world.dump(),
            "updates": self._updates.dump(),
        }
        return json.dumps(state, ensure_ascii=True)

    def _write(self, text: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        # A write in another thread may not have ended when the last one is asked for.
        with self._writing:
            self._replace(fresh, text)

    def _replace(self, fresh: Path, text: str) -> None:
        with fresh.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
