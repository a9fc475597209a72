"""A command of `python -m bot` as a process of its own."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PATIENCE = 180.0
"""Seconds for a process to start or to end on a busy machine."""


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Those settings and nothing else, but for what finds the program and measures coverage."""
    kept = {k: v for k, v in os.environ.items() if k.startswith("COV") or k == "HOME"}
    return {**kept, "PYTHONPATH": str(ROOT), "PATH": os.defpath, **settings}


class Command:
    """A running command. All it ever wrote is in `log`."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    async def says(self, what: str) -> None:
        """Wait until it has written that."""
        deadline = time.monotonic() + PATIENCE
        while what not in self.log:
            assert self._process.returncode is None, f"it ended:\n{self.log}"
            assert time.monotonic() < deadline, f"it never said {what!r}:\n{self.log}"
            await asyncio.sleep(0.02)

    async def ends(self, with_signal: signal.Signals | None = None) -> int:
        """Its exit status, once it has ended; with a signal where one is given."""
        if with_signal is not None and self._process.returncode is None:
            self._process.send_signal(with_signal)
        async with asyncio.timeout(PATIENCE):
            return await self._process.wait()

    async def kill(self) -> None:
        """End it at once, whatever it is doing (`kill -9`)."""
        self._process.kill()
        await self._process.wait()


@asynccontextmanager
async def command(
    *arguments: str, folder: Path, settings: Mapping[str, str]
) -> AsyncIterator[Command]:
    """The command, running in `folder`; killed at the end if it still runs."""
    log = folder / f"{arguments[0]}-{time.monotonic_ns()}.log"
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", *arguments),
            cwd=folder,
            env=environment(settings),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    try:
        yield Command(process, log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def done(*arguments: str, folder: Path, settings: Mapping[str, str]) -> tuple[int, str]:
    """The exit status of a command and all that it wrote."""
    async with command(*arguments, folder=folder, settings=settings) as running:
        return await running.ends(), running.log
