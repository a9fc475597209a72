"""The simulator in a process of its own, for what is measured against it.

`python -m tests.support.simulated 20000 50000` starts it with so many people, whose chats are the
numbers from 1 on, and so many Stars; it writes its address, and then, for each line that it reads,
how many messages have arrived and how often it asked for quiet.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.simulator import Simulator
from bot.simulator.world.world import Chat, User


@dataclass(frozen=True, slots=True)
class Arrived:
    """What has arrived so far."""

    at: float
    """Seconds on the simulator's clock."""
    messages: int
    twice: int
    """Chats with more than one."""
    refused: int


class Simulated:
    """A running one."""

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        self._process = process
        self.url = url

    async def arrived(self) -> Arrived:
        """What has arrived up to now."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(b"\n")
        return Arrived(**json.loads(await self._process.stdout.readline()))


@asynccontextmanager
async def simulated(people: int, stars: int = 0) -> AsyncIterator[Simulated]:
    """Start one, and end it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.support.simulated", str(people), str(stars)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        yield Simulated(process, (await process.stdout.readline()).decode().strip())
    finally:
        process.kill()
        await process.wait()


async def _serve(people: int, stars: int) -> None:
    async with Simulator(stars=stars) as simulator:
        world = simulator.world
        for number in range(1, people + 1):
            world.users[number] = User(number, f"Person {number}")
            world.chats[number] = Chat(number, "private", members=[number], started=True)
        refused = 0
        last = time.time()
        _say(simulator.url)
        reader = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
        )
        while await reader.readline():
            refused += sum(
                each.error is not None and each.error.code == 429 and each.at > last
                for each in simulator.calls
            )
            last = time.time()
            many = [len(chat.messages) for chat in world.chats.values()]
            arrived = {"messages": sum(many), "twice": sum(each > 1 for each in many)}
            _say(json.dumps({"at": time.monotonic(), **arrived, "refused": refused}))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), int(sys.argv[2])))
