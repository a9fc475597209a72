"""Logs tell what happened to the program and nothing about people."""

import asyncio
import io
import logging
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest

from bot.process import logs

CANARY = "Ana Canario 700000001"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What lands on stderr; the way of logging is put back afterwards."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    for place, hook in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(place, hook, getattr(place, hook))
    root, show = logging.getLogger(), warnings.showwarning
    before = root.handlers[:], root.level, {n: logging.getLogger(n).level for n in logs.OWN}
    logs.set_up("INFO")
    yield stream
    root.handlers[:], root.level = before[0], before[1]
    for name, level in before[2].items():
        logging.getLogger(name).setLevel(level)
    warnings.showwarning = show


def test_our_own_records_are_written_in_full(written: io.StringIO) -> None:
    """We know what is in them."""
    logging.getLogger("bot.web").info("Serving on port %s", 8080)
    assert "INFO    bot.web: Serving on port 8080" in written.getvalue()


def test_an_exception_is_told_by_its_kind_and_place(written: io.StringIO) -> None:
    """Its text, and that of its causes, may hold whatever was worked on."""
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as cause:
            raise ValueError(f"no {CANARY}") from cause
    except ValueError as fault:
        logging.getLogger("bot").error("It failed", exc_info=fault)
    said = written.getvalue()
    assert "builtins.ValueError at tests/bot/process/test_logs.py:" in said
    assert "builtins.KeyError at tests/bot/process/test_logs.py:" in said
    assert CANARY not in said


def test_other_libraries_tell_their_template_only(written: io.StringIO) -> None:
    """An address with a token in it, an update, a person: all of that comes as arguments."""
    logging.getLogger("httpx").info("HTTP Request: %s", CANARY)
    logging.getLogger("aiogram.event").error("Failed to answer %s", CANARY)
    told = f"Task exception was never retrieved\nfuture: {CANARY}"
    logging.getLogger("asyncio").error(told)
    said = written.getvalue()
    assert "Failed to answer %s" in said
    assert "Task exception was never retrieved" in said
    assert "HTTP Request" not in said
    assert CANARY not in said


def test_a_warning_is_told_by_its_kind_and_place(written: io.StringIO) -> None:
    """Some libraries put a whole update into a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = logs._warn
        warnings.warn(f"unknown update {CANARY}", RuntimeWarning, stacklevel=1)
    assert "RuntimeWarning at tests/bot/process/test_logs.py:" in written.getvalue()
    assert CANARY not in written.getvalue()


def fail() -> None:
    raise ValueError(CANARY)


def test_what_nobody_catches_in_a_thread_is_told_without_its_text(written: io.StringIO) -> None:
    """Python would write it out."""
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "bot: Uncaught ValueError\n    builtins.ValueError at tests/" in written.getvalue()
    assert CANARY not in written.getvalue()


def test_what_nobody_catches_in_a_finalizer_is_told_without_its_text(written: io.StringIO) -> None:
    """Nobody could catch it."""

    class Fragile:
        def __del__(self) -> None:
            fail()

    Fragile()
    assert "bot: Uncaught ValueError" in written.getvalue()
    assert CANARY not in written.getvalue()


async def test_what_nobody_awaits_is_told_without_its_text(written: io.StringIO) -> None:
    """Asyncio logs it when the task is gone."""

    async def failing() -> None:
        fail()

    task = asyncio.create_task(failing())
    await asyncio.wait([task])
    del task
    said = written.getvalue()
    assert "asyncio: Task exception was never retrieved\n    builtins.ValueError at" in said
    assert CANARY not in said


@pytest.mark.real
def test_a_command_that_fails_by_our_fault_says_where_and_not_what() -> None:
    """Whatever LOG_LEVEL says; the exit status is a failure's."""
    program = (
        "import sys; from bot import cli\n"
        "from bot.commands.organisation_keys import keys\n"
        f"def fail(*files): raise ValueError({CANARY!r})\n"
        "keys.write_key_files = fail\n"
        "sys.exit(cli.main(['keys', 'new', '--out', 'x']))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env={"LOG_LEVEL": "DEBUG"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    where = "builtins.ValueError at <string>:3 < bot/commands/organisation_keys/keys.py:"
    assert where in ended.stderr
    assert CANARY not in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr
