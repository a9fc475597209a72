"""`python -m bot export`: the signatures of a campaign as CSV, for whoever holds the key."""

# ruff: noqa: T201 - a command talks to its user

import csv
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from bot.administration import read_private_key
from bot.settings import Settings, SettingsError
from storage.database import Database
from storage.exports import Exported, exportable
from storage.exports import export as open_signatures
from storage.organisation_key import PrivateKey

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
)

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula (OWASP, "CSV Injection")."""


async def export(settings: Settings, key: Path, slug: str | None, out: Path | None) -> int:
    """Write the signatures; 1 where some of them could not be opened."""
    private = read_private_key(key)
    database = Database(settings.database)
    try:
        there = await exportable(database)
        chosen = slug or _only(there)
        if out is None:
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(encoding="utf-8", newline="")
            return await _write(sys.stdout, database, chosen, private)
        try:
            # Names of signers: for this user only.
            descriptor = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as fault:
            raise SettingsError(f"{out} cannot be written ({fault.strerror}).") from None
        # Excel takes a file for UTF-8 only with the mark at its beginning.
        with os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="") as file:
            return await _write(file, database, chosen, private)
    finally:
        await database.close()


def _only(slugs: Sequence[str]) -> str:
    if len(slugs) == 1:
        return slugs[0]
    if not slugs:
        raise SettingsError("No campaign was ever opened: there is nothing to export.")
    raise SettingsError(f"Which campaign? Add --campaign and one of: {', '.join(slugs)}.")


async def _write(file: TextIO, database: Database, slug: str, private: PrivateKey) -> int:
    table = csv.writer(file)
    table.writerow(COLUMNS)
    damaged = 0
    async for each in open_signatures(database, slug, private):
        if isinstance(each, Exported):
            table.writerow([neutral(cell) for cell in _cells(each)])
        else:
            damaged += 1
            print(f"porte-voix: signature {each.id}: {each.reason}", file=sys.stderr)
    return 1 if damaged else 0


def _cells(each: Exported) -> tuple[str, ...]:
    return (
        each.id,
        each.name,
        each.country,
        each.email,
        each.comment,
        each.locale,
        each.signed_on.isoformat(),
        each.channel,
        each.partner,
        "yes" if each.generated else "",
    )


def neutral(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
