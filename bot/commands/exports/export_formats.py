"""Files of signatures: CSV and XLSX, in which no spreadsheet finds a formula."""

import csv
import re
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol, TextIO

import xlsxwriter

COLUMNS = (
    "id",
    "name",
    "country",
    "email",
    "comment",
    "language",
    "signed_on",
    "channel",
    "partner",
    "made_up",
    "held",
)

SIGNS = frozenset("=+-@")

FORMULA = SIGNS | frozenset("\t\r\n")
"""What a spreadsheet may take for the beginning of a formula (OWASP, "CSV Injection")."""

UNSEEN = frozenset({"Zs", "Cf"})
"""Unicode's categories of spaces and of what is not seen; some programs pass over them."""

BEGINNINGS = re.compile(r"^|(?<=[;\t\r\n])")
"""Where a cell may begin inside a cell, too: where a list is parted by semicolons, as in France,
Excel parts these files there, and then quotation marks keep no lines together either."""

UNFINISHED = "unfinished-workbook-"
"""How the folder's name begins in which rows wait; it stays where somebody kills the program."""

ROWS = 1_000_000
"""Rows of one sheet; Excel shows 1,048,576 ("Excel specifications and limits")."""


class Table(Protocol):
    """A file that takes rows."""

    def row(self, cells: Sequence[str]) -> None:
        """Write a row."""
        ...

    def end(self) -> None:
        """Finish the file: no row comes after this."""
        ...


class Csv:
    """Comma-separated values, each neutral to spreadsheets."""

    def __init__(self, file: TextIO) -> None:
        self._writer = csv.writer(file)
        self._writer.writerow(COLUMNS)

    def row(self, cells: Sequence[str]) -> None:
        """Write a row."""
        self._writer.writerow([neutral(cell) for cell in cells])

    def end(self) -> None:
        """Finish the file, which needs nothing."""


class Xlsx:
    """A workbook whose cells are all texts, written in constant memory; sheets where one is full.

    Rows wait in a folder of this user's, beside the file, until the workbook is put together.
    """

    def __init__(self, file: BinaryIO, folder: Path, rows: int = ROWS) -> None:
        self._waiting = tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=folder)
        self._book = xlsxwriter.Workbook(
            file, {"constant_memory": True, "tmpdir": self._waiting.name}
        )
        self._rows = rows
        self._sheet()

    def _sheet(self) -> None:
        self._at = 0
        self._current = self._book.add_worksheet()
        self._put(COLUMNS)

    def _put(self, cells: Sequence[str]) -> None:
        write: Callable[[int, int, str], int] = self._current.write_string
        for column, cell in enumerate(cells):
            write(self._at, column, cell)
        self._at += 1

    def row(self, cells: Sequence[str]) -> None:
        """Write a row."""
        if self._at > self._rows:
            self._sheet()
        self._put(cells)

    def end(self) -> None:
        """Finish the file: put the workbook together."""
        try:
            self._book.close()
        finally:
            self._waiting.cleanup()


def neutral(cell: str) -> str:
    """The cell so that no spreadsheet takes it, or a part of it, for a formula."""
    begins = [each.start() for each in BEGINNINGS.finditer(cell) if _formula(cell, each.start())]
    for begin in reversed(begins):
        cell = f"{cell[:begin]}'{cell[begin:]}"
    return cell


def _formula(cell: str, begin: int) -> bool:
    """Whether what begins there may be taken for a formula; wide and small signs are signs."""
    for sign in cell[begin:]:
        if unicodedata.category(sign) not in UNSEEN:
            # An empty line inside a cell is only that.
            return unicodedata.normalize("NFKC", sign) in (SIGNS if begin else FORMULA)
    return False
