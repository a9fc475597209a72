"""Logs that tell what happened to the program and nothing about people.

Signers may be in danger. What other libraries put into their messages cannot be known, and the
text of an exception may hold whatever was being worked on. So of a record of another library only
its template is written, and of an exception only its type and where it was raised: of one that
nobody caught, too, and whatever LOG_LEVEL says.
"""

import logging
import sys
import threading
import traceback
import warnings
from pathlib import Path
from types import TracebackType
from typing import TextIO

OWN = ("bot", "handlers", "storage")

HOME = Path(__file__).resolve().parent.parent.parent


class PrivateFormatter(logging.Formatter):
    """One line of what happened, and for an exception one line for each place it passed."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The record in clear if it is ours, else only its template's first line."""
        # A copy: other handlers (in tests, say) see the record as it was.
        shown = logging.makeLogRecord(record.__dict__)
        shown.exc_text = shown.stack_info = None
        if record.name.partition(".")[0] not in OWN:
            shown.msg, shown.args = str(record.msg).partition("\n")[0], ()
        return super().format(shown)

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Types and places of an exception and its causes."""
        lines: list[str] = []
        fault = ei[1]
        while fault is not None and len(lines) < 100:
            places = " < ".join(
                f"{_short(frame.filename)}:{frame.lineno}"
                for frame in reversed(traceback.extract_tb(fault.__traceback__))
            )
            lines.append(f"    {type(fault).__module__}.{type(fault).__qualname__} at {places}")
            fault = fault.__cause__ or fault.__context__
        return "\n".join(lines)


def _short(filename: str) -> str:
    path = Path(filename)
    if path.is_relative_to(HOME):
        return str(path.relative_to(HOME))
    return "/".join(path.parts[-2:])


def _warn(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Log a warning's kind and place; aiogram's about unknown updates holds the update."""
    logging.getLogger("bot").warning("%s at %s:%s", category.__name__, _short(filename), lineno)


def _uncaught(
    kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None
) -> None:
    """Log what nobody caught. Python by itself would write its text."""
    logging.getLogger("bot").critical("Uncaught %s", kind.__qualname__, exc_info=fault)


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is not SystemExit:  # a thread may end that way (threading.excepthook)
        _uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def _unraisable(args: "sys.UnraisableHookArgs") -> None:
    """Log what was raised where nobody can catch it: in a finalizer, say."""
    _uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def set_up(level: str) -> None:
    """Log to stderr: our own records from `level` on, other libraries' from WARNING on.

    What nobody catches is logged, too; asyncio logs that of its tasks by itself.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PrivateFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OWN:
        logging.getLogger(name).setLevel(level)
    warnings.showwarning = _warn
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = _unraisable
