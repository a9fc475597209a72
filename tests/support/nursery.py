"""Processes of `python -m bot` that do not each import the whole product anew.

Starting Python and importing what a command needs takes seconds of processor time; forking a
process that has done so takes milliseconds. So a process of the tests' own, the nursery, imports
everything once and forks for each command. What it forks is a process like any other: it has its
own id, folder, environment and output, takes signals, can be killed, and ends with the command's
exit status. Only its interpreter is not new, so each command is started in the operator's way
somewhere, too (`new_interpreter` in `tests.support.process`).

One nursery serves all processes of a test run: the first that needs it starts it, the others
connect, and it ends with the last of them.

This file is also the nursery's program: `python -m tests.support.nursery`.
"""

import asyncio
import errno
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypedDict

SOCKET = socket.AF_UNIX, socket.SOCK_SEQPACKET

LONGEST = 2**17
"""Bytes that an order may have."""

LOOK = 0.2
"""Seconds between two looks for something to count or to send."""

NUMBER = 8
"""Bytes of a process's id or exit status on its way to the tests."""


class Order(TypedDict):
    """A command. Its input, its output and the pipe that tells its fate come along with it."""

    arguments: Sequence[str]
    folder: str
    environment: Mapping[str, str]


class Forked:
    """A process that the nursery has forked; used as one of asyncio's own."""

    def __init__(self, pid: int, told: int) -> None:
        self.pid = pid
        self._end = asyncio.create_task(_last(told))

    @property
    def returncode(self) -> int | None:
        """Its exit status, a signal's number if negative; None while it runs."""
        return self._end.result() if self._end.done() else None

    async def wait(self) -> int:
        """Wait until it has ended; its exit status."""
        return await asyncio.shield(self._end)

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once (`kill -9`)."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """The tests' end of it: the nursery of that name, started with an environment if need be."""

    def __init__(self, name: str, environment: Mapping[str, str], folder: Path) -> None:
        address = f"\0porte-voix-{name}"  # of no file: it is free again once nobody holds it
        with socket.socket(*SOCKET) as listening:
            try:
                listening.bind(address)
            except OSError as taken:
                if taken.errno != errno.EADDRINUSE:
                    raise
            else:
                listening.listen()
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "tests.support.nursery"],
                    cwd=folder,
                    env=environment,
                    stdin=listening.fileno(),
                    stdout=subprocess.DEVNULL,
                )
        self._orders = socket.socket(*SOCKET)
        while self._orders.connect_ex(address) == errno.ECONNREFUSED:
            time.sleep(0.01)  # whoever has the name does not listen yet

    def close(self) -> None:
        """End all that it has forked for us; and it, unless others use it."""
        self._orders.shutdown(socket.SHUT_WR)
        self._orders.recv(1)  # nothing comes but the end, and that when all is done
        self._orders.close()

    async def fork(self, order: Order, output: int) -> Forked:
        """A process that runs the command and writes into that descriptor."""
        told, tells = os.pipe()
        try:
            with Path(os.devnull).open() as nothing:
                content = json.dumps(order).encode()
                socket.send_fds(self._orders, [content], [nothing.fileno(), output, tells])
        finally:
            os.close(tells)
        return Forked(await _next(told), told)


async def _next(told: int) -> int:
    """The next number that the nursery tells: a process's id, and then its exit status."""
    heard = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_reader(told, heard.set)
    try:
        await heard.wait()
    finally:
        loop.remove_reader(told)
    number = os.read(told, NUMBER)
    assert number, "the nursery has ended; stderr says why"
    return int.from_bytes(number, signed=True)


async def _last(told: int) -> int:
    """The same, and it is the last."""
    try:
        return await _next(told)
    finally:
        os.close(told)


def _prepare() -> None:
    """Import all of the product, and have what every command reads first in memory."""
    import bot
    import handlers
    import storage
    from bot.jobs import counting
    from bot.jobs.broadcasts import broadcaster
    from bot.texts import texts

    gc.disable()  # nothing becomes garbage here, and looking for it takes a second
    for package in (bot, handlers, storage):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            # Alembic runs these two kinds itself; and a program is no module.
            if not module.name.startswith("storage.migrations.") and "__main__" not in module.name:
                importlib.import_module(module.name)
    # So that a test does not wait for seconds until it is looked again for something to do.
    vars(broadcaster)["IDLE"] = vars(counting)["COUNT_EVERY"] = LOOK
    # A file's syntax tree depends on its content only, and nobody changes one.
    vars(texts)["FluentResource"] = cache(vars(texts)["FluentResource"])
    texts.Texts.load()
    gc.collect()
    gc.freeze()
    gc.enable()


def _serve(listening: socket.socket) -> Order | None:
    """Fork for each order until nobody is left: None then, and in what is forked its order."""
    woken, waker = os.pipe()
    for end in (woken, waker):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(waker)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the tests, and they end us
    running: dict[int, tuple[int, socket.socket]] = {}  # where their fates are told, and for whom
    clients = [listening.accept()[0]]
    while clients:
        waited_for: list[socket.socket | int] = [listening, woken, *clients]
        ready, _, _ = select.select(waited_for, [], [])
        if woken in ready:
            os.read(woken, 512)
            for pid in list(running):
                ended, status = os.waitpid(pid, os.WNOHANG)
                if ended:
                    told, _ = running.pop(pid)
                    _tell(told, os.waitstatus_to_exitcode(status))
                    os.close(told)
        if listening in ready:
            clients.append(listening.accept()[0])
        for client in [each for each in clients if each in ready]:
            content, given, _, _ = socket.recv_fds(client, LONGEST, 3)
            if not content:
                for pid, (_, whose) in running.items():
                    if whose is client:
                        os.kill(pid, signal.SIGKILL)
                clients.remove(client)
                if clients:
                    client.close()
                else:
                    # It hears of our end by that: what coverage has measured is written then.
                    listening.close()
                    client.detach()
                continue
            pid = os.fork()
            if pid == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                signal.signal(signal.SIGINT, signal.default_int_handler)
                for each in (listening, *clients):
                    each.close()
                for number, descriptor in enumerate((given[0], given[1], given[1])):
                    os.dup2(descriptor, number)
                told_others = [told for told, _ in running.values()]
                for descriptor in (woken, waker, *given, *told_others):
                    os.close(descriptor)
                order: Order = json.loads(content)
                return order
            for descriptor in given[:2]:
                os.close(descriptor)
            running[pid] = given[2], client
            _tell(given[2], pid)
    return None


def _tell(descriptor: int, number: int) -> None:
    with suppress(BrokenPipeError):  # the test has ended already
        os.write(descriptor, number.to_bytes(NUMBER, signed=True))


def _run(order: Order) -> int:
    """Become the command; its exit status."""
    from bot.cli import main

    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    time.tzset()
    sys.path[0] = order["folder"]
    sys.argv[1:] = order["arguments"]
    return main()


if __name__ == "__main__":
    _prepare()
    orders = socket.socket(fileno=os.dup(0))
    with Path(os.devnull).open() as nothing:
        os.dup2(nothing.fileno(), 0)
    taken = _serve(orders)
    sys.exit(0 if taken is None else _run(taken))
