"""`python -m bot export`: the signatures of a campaign, for whoever holds the key.

Where a campaign has owners in the chat, one of them has to grant it first.
"""

import asyncio
import io
import os
import sys
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

import click

from bot.commands.common import settings_of
from bot.commands.exports.export_formats import UNFINISHED, Csv, Table, Xlsx
from bot.process.errors import SettingsError
from bot.process.key_files import read_private_key
from bot.settings import Settings
from handlers.domain import countries
from storage.database import Database
from storage.errors import ExportFault
from storage.exports import claims, reader
from storage.exports.reader import Exported, Narrowed
from storage.organisation_keys.key_pair import PrivateKey, short

Format = Literal["csv", "xlsx"]

ENDINGS: dict[str, Format] = {".csv": "csv", ".xlsx": "xlsx"}

EVERY = 2.0
"""Seconds between two looks whether a request is granted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    campaign: str | None = None
    country: str = ""
    language: str = ""
    held: bool = False
    out: Path | None = None
    format: Format | None = None
    request: int | None = None
    """The number of a request that was granted."""
    wait: bool = True
    """Whether to wait until somebody grants it."""


@click.command
@click.option(
    "--key", type=Path, required=True, metavar="FILE", help="the organisation's private key"
)
@click.option("--campaign", metavar="SLUG", help="which one (default: the only one)")
@click.option("--country", metavar="CODE", default="", help="from there only, e.g. FR")
@click.option("--language", metavar="TAG", default="", help="signed in that language only, e.g. fr")
@click.option("--held", is_flag=True, help="those too that are held for review; a column says so")
@click.option("--out", type=Path, metavar="FILE", help="where to (default: stdout)")
@click.option(
    "--format",
    type=click.Choice(["csv", "xlsx"]),
    help="default: as the file's name ends, or csv",
)
@click.option("--no-wait", is_flag=True, help="only ask the owners, and print the request's number")
@click.option("--request", type=int, metavar="N", help="one that was granted; used once")
def command(key: Path, no_wait: bool, **options: Any) -> Coroutine[Any, Any, int]:
    """Decrypt signatures into a file, where the private key is.

    Where the campaign has owners in the chat, one of them has to grant it there first: the command
    tells them and waits.
    """
    if no_wait and options["request"] is not None:
        raise click.UsageError("--no-wait is not allowed with --request.")
    return export(settings_of(), key, Wanted(wait=not no_wait, **options))


async def export(settings: Settings, key: Path, wanted: Wanted) -> int:
    """Write the signatures; 1 where some of them could not be opened.

    Raises:
        SettingsError: A file is in the way, or cannot be read or written.
        StorageFault: The database does not answer; ExportFault where the export is not granted.
    """
    private = read_private_key(key)
    file_format = _format(wanted)
    database = Database(settings.database)
    try:
        there = await reader.exportable(database)
        slug, narrowed = await _narrowed(database, wanted, there)
        many = await reader.amount(database, slug, private, narrowed)
        for closed in await reader.closed(database, slug, private, narrowed):
            _tell(
                f"Not among them: {closed.amount:,} that this key does not open, but"
                f" {' or '.join(short(each) for each in closed.keys)} does."
            )
        if wanted.out is not None and wanted.out.exists():
            raise SettingsError(f"{wanted.out} is there already: no file is overwritten.")
        if wanted.out is not None and _part(wanted.out).exists():
            raise SettingsError(
                f"{_part(wanted.out)} is what an export left that broke off: delete it first, and"
                f" any folder beside it whose name begins with {UNFINISHED}: it has names in it."
            )
        number = wanted.request
        if number is None and await claims.owners(database, slug):
            number = await claims.ask(database, slug, narrowed, many)
            _tell(f"Export request {number}: {many:,} signatures of {slug}{_in(narrowed)}.")
            _tell("An owner of the campaign has to grant it in the chat; they were sent a message.")
            if not wanted.wait:
                _tell(f"Once it is granted, give the same command with --request {number}.")
                return 0
            _tell("Waiting; Ctrl-C leaves the request as it is.")
            await _granted(database, number)
        with _opened(wanted.out, file_format) as table:
            # Once the file can be written: a request serves but once.
            if number is None:
                await claims.note(database, slug, many)
            else:
                await claims.use(database, number, private)
            return await _write(table, database, slug, private, narrowed)
    finally:
        await database.close()


def _tell(text: str) -> None:
    """Say it apart from the signatures, which may go to stdout."""
    print(text, file=sys.stderr)


def _format(wanted: Wanted) -> Format:
    """As was said, or as the file's name ends.

    Raises:
        SettingsError: Neither tells, or a spreadsheet has no file to go to.
    """
    ending = wanted.out.suffix.lower() if wanted.out else ""
    chosen = wanted.format or ENDINGS.get(ending)
    if chosen is None and ending:
        raise SettingsError(
            f"--out: {wanted.out} ends neither in .csv nor in .xlsx: add --format, or name it so."
        )
    if chosen == "xlsx" and wanted.out is None:
        raise SettingsError("--format xlsx needs --out and the name of a file.")
    return chosen or "csv"


async def _narrowed(
    database: Database, wanted: Wanted, there: Sequence[str]
) -> tuple[str, Narrowed]:
    """Which campaign, and which of its signatures.

    Raises:
        SettingsError: An option names what there is not, or other than what was granted.
        ExportFault: The request that is named is not granted.
    """
    country = wanted.country.upper()
    if country and country not in countries.codes():
        raise SettingsError(
            f"--country: {wanted.country} is no country; take a code of two letters, such as FR."
        )
    said = Narrowed(country, wanted.language, wanted.held)
    if wanted.request is None:
        return wanted.campaign or _only(there), said
    found = await claims.request(database, wanted.request)
    if found is None or found.state != "granted":
        raise ExportFault(claims.why_not(wanted.request, found))
    granted = Narrowed(found.country, found.locale, found.held)
    if wanted.campaign not in (None, found.slug) or said not in (Narrowed(), granted):
        raise SettingsError(
            f"Export request {found.id} was granted for {found.slug}{_in(granted)}, not for this:"
            " ask again, without --request."
        )
    return found.slug, granted


def _only(slugs: Sequence[str]) -> str:
    if len(slugs) == 1:
        return slugs[0]
    if not slugs:
        raise SettingsError("No campaign was ever opened: there is nothing to export.")
    raise SettingsError(f"Which campaign? Add --campaign and one of: {', '.join(slugs)}.")


def _in(narrowed: Narrowed) -> str:
    """The filters, in words."""
    said = [f"from {narrowed.country}"] if narrowed.country else []
    said += [f"signed in {narrowed.locale}"] if narrowed.locale else []
    said += ["with those held for review"] if narrowed.held else []
    return "".join(f", {each}" for each in said)


async def _granted(database: Database, number: int) -> None:
    """Come back once it is granted.

    Raises:
        ExportFault: It is refused, used or has expired.
    """
    while True:
        found = await claims.request(database, number)
        if found is None or found.state not in {"asked", "granted"}:
            raise ExportFault(claims.why_not(number, found))
        if found.state == "granted":
            return
        await asyncio.sleep(EVERY)


@contextmanager
def _opened(out: Path | None, file_format: Format) -> Iterator[Table]:
    """The table to write into.

    Half a list of names would be taken for the whole: the file of that name stays empty until all
    is written, also where the power fails, and what could not be finished is removed.

    Raises:
        SettingsError: The file cannot be written.
    """
    if out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        yield Csv(sys.stdout)
        return
    part = _part(out)
    os.close(_claim(out))
    try:
        descriptor = _claim(part)
    except BaseException:
        out.unlink()
        raise
    try:
        if file_format == "xlsx":
            with os.fdopen(descriptor, "wb") as file:
                table = Xlsx(file, out.parent)
                try:
                    yield table
                finally:
                    table.end()
                _settle(file)
        else:
            # Excel takes a file for UTF-8 only with the mark at its beginning.
            with os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="") as text:
                yield Csv(text)
                _settle(text)
        part.replace(out)
    except BaseException:
        for path in (part, out):
            path.unlink(missing_ok=True)
        raise


def _part(out: Path) -> Path:
    """What is written until it is whole."""
    return out.with_name(f".{out.name}.part")


def _claim(path: Path) -> int:
    """The descriptor of a new file for this user only: it holds names of signers.

    Raises:
        SettingsError: The file is there already, or cannot be written.
    """
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as fault:
        raise SettingsError(f"{path} cannot be written ({fault.strerror}).") from None


def _settle(file: IO[Any]) -> None:
    """See to it that all of it is on the disk."""
    file.flush()
    os.fsync(file.fileno())


async def _write(
    table: Table, database: Database, slug: str, private: PrivateKey, narrowed: Narrowed
) -> int:
    damaged = 0
    async for each in reader.export(database, slug, private, narrowed):
        if isinstance(each, Exported):
            table.row(_cells(each))
        else:
            damaged += 1
            _tell(f"porte-voix: signature {each.id}: {each.reason}")
    return 1 if damaged else 0


def _cells(each: Exported) -> tuple[str, ...]:
    return (
        each.id,
        _writable(each.name),
        each.country,
        _writable(each.email),
        _writable(each.comment),
        each.locale,
        each.signed_on.isoformat(),
        each.channel,
        each.partner,
        "yes" if each.generated else "",
        "yes" if each.held else "",
    )


def _writable(text: str) -> str:
    """The text without halves of characters, which can be sealed, but be in no file."""
    return text.encode("utf-8", "replace").decode()
