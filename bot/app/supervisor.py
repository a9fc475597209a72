"""Runs a server that cannot outlive the process that asked for it.

A server started with plain ``subprocess`` lives on for ever when its parent is killed with
SIGKILL. So a small process of its own stands between the two: it holds the read end of a pipe
whose write end only the parent has, and stops the server when the pipe ends, however the parent
ended. Should this process itself be killed, the Linux kernel stops the server
(``PR_SET_PDEATHSIG``, prctl(2); it is tied to the parent *thread*, and here there is one only).

This file is run as a script, by path and without site-packages: the standard library only.
"""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import IO, Any, TypedDict

_PR_SET_PDEATHSIG = 1
_PATIENCE = 10.0
"""Seconds a server has to stop by itself before it is killed."""


class _Order(TypedDict):
    command: list[str]
    environment: dict[str, str]
    folder: str
    keep_open: list[int]
    parent: int
    remove: str | None
    stop_signal: int
    user: int | None
    group: int | None


def start(
    command: Sequence[str | Path],
    *,
    folder: Path,
    log: IO[bytes],
    environment: Mapping[str, str] | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
    user: int | None = None,
    group: int | None = None,
    keep_open: Sequence[int] = (),
    remove: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start `command` in `folder` under supervision and return its supervisor.

    The command lives until the supervisor's ``stdin`` is closed: by `stop`, or by the kernel when
    this process ends. It sees `environment` only, has a session of its own (so Ctrl-C in the
    terminal does not reach it before its clients are done), and runs as `user` and `group` where
    given. Its output and every fault go to `log`. The descriptors `keep_open` stay open as long
    as the command lives; the folder `remove` is removed after it.
    """
    order: _Order = {
        "command": [str(part) for part in command],
        "environment": dict(environment or {}),
        "folder": str(folder),
        "keep_open": list(keep_open),
        "parent": os.getpid(),
        "remove": str(remove) if remove else None,
        "stop_signal": int(stop_signal),
        "user": user,
        "group": group,
    }
    return subprocess.Popen(
        [sys.executable, "-I", "-S", __file__, json.dumps(order)],
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=log,
        cwd="/",
        pass_fds=tuple(keep_open),
        start_new_session=True,
    )


def stop(supervisor: subprocess.Popen[bytes]) -> None:
    """Stop what `start` started, and return when nothing of it is left."""
    if supervisor.stdin:
        supervisor.stdin.close()
    supervisor.wait()


def _supervise(order: _Order) -> int:
    """Run the ordered command until it ends, the parent ends, or somebody asks us to stop."""
    woken, waker = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(waker, False)
    signal.set_wakeup_fd(waker)
    asked: list[int] = []

    def ask_to_stop(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, ask_to_stop)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)

    try:
        server = _launch(order)
        while not asked and server.poll() is None and os.getppid() == order["parent"]:
            # The time-out is for a pipe kept open by a forked relative of a dead parent.
            readable, _, _ = select.select([sys.stdin, woken], [], [], 2.0)
            if sys.stdin in readable:
                break
            if woken in readable:
                os.read(woken, 512)
        return _end(server, order["stop_signal"])
    except (OSError, subprocess.SubprocessError) as fault:
        print(f"{order['command'][0]}: {fault}", file=sys.stderr, flush=True)
        return 1
    finally:
        if order["remove"]:
            shutil.rmtree(order["remove"], ignore_errors=True)


def _launch(order: _Order) -> subprocess.Popen[bytes]:
    supervisor = os.getpid()
    libc = _libc()

    def die_with_the_supervisor() -> None:
        # Runs after the change of user, which would clear the setting.
        libc.prctl(_PR_SET_PDEATHSIG, order["stop_signal"])
        if os.getppid() != supervisor:  # it died before the kernel was asked
            os.kill(os.getpid(), signal.SIGKILL)

    return subprocess.Popen(
        order["command"],
        stdin=subprocess.DEVNULL,
        cwd=order["folder"],
        env=order["environment"],
        user=order["user"],
        group=order["group"],
        extra_groups=None if order["user"] is None else [],
        pass_fds=tuple(order["keep_open"]),
        # Safe here: this process has one thread.
        preexec_fn=die_with_the_supervisor if libc else None,  # noqa: PLW1509
    )


def _libc() -> Any:
    """The C library where it knows prctl(2), else None: the pipe alone must do."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        return ctypes.CDLL(None)
    except (ImportError, OSError):
        return None


def _end(server: subprocess.Popen[bytes], stop_signal: int) -> int:
    if server.poll() is None:
        server.send_signal(stop_signal)
        try:
            server.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
    return server.wait()


if __name__ == "__main__":
    sys.exit(_supervise(json.loads(sys.argv[1])))
