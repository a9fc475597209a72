"""A command of `python -m bot` as a process of its own."""

import asyncio
import atexit
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from tests.support.nursery import Forked, Nursery

ROOT = Path(__file__).resolve().parents[2]

PATIENCE = 180.0
"""Seconds for a process to start or to end on a busy machine."""


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


KEPT = ("HOME", "PYTHONPYCACHEPREFIX")


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Those settings, and what finds the program and its bytecode and measures coverage."""
    kept = {k: v for k, v in os.environ.items() if k.startswith("COV") or k in KEPT}
    return {**kept, "PYTHONPATH": str(ROOT), "PATH": os.defpath, **settings}


class Command:
    """A running command. All it ever wrote is in `log`."""

    def __init__(self, process: asyncio.subprocess.Process | Forked, log: Path) -> None:
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


@cache
def _nursery() -> Nursery:
    """The one that all tests of this run share, whichever of pytest's workers they are in."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    nursery = Nursery(run, environment({}), ROOT)
    atexit.register(nursery.close)
    return nursery


@asynccontextmanager
async def command(
    *arguments: str, folder: Path, settings: Mapping[str, str], new_interpreter: bool = False
) -> AsyncIterator[Command]:
    """The command, running in `folder`; killed at the end if it still runs.

    It is forked from a process that has imported everything; with `new_interpreter`, started as
    an operator does.
    """
    log = folder / f"{arguments[0]}-{time.monotonic_ns()}.log"
    process: asyncio.subprocess.Process | Forked
    with log.open("wb") as output:
        if new_interpreter or sys.platform != "linux":
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "bot", *arguments),
                cwd=folder,
                env=environment(settings),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        else:
            process = await _nursery().fork(
                {
                    "arguments": arguments,
                    "folder": str(folder),
                    "environment": environment(settings),
                },
                output.fileno(),
            )
    try:
        yield Command(process, log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def done(
    *arguments: str, folder: Path, settings: Mapping[str, str], new_interpreter: bool = False
) -> tuple[int, str]:
    """The exit status of a command and all that it wrote."""
    async with command(
        *arguments, folder=folder, settings=settings, new_interpreter=new_interpreter
    ) as running:
        return await running.ends(), running.log
