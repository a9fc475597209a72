"""`verify`, `copy-log` and `export`: checking that signatures count, and reading them."""

import argparse
import asyncio
from pathlib import Path
from typing import Any

from bot.commands.common import OK, add_command, go, settings_of


def add(commands: Any) -> None:
    """Add these to the commands."""
    _add_verify(
        add_command(commands, "verify", _verify, "check a receipt, or a whole copy of a public log")
    )
    copied = add_command(
        commands, "copy-log", _copy_log, "copy a public log, to be checked by `verify`"
    )
    copied.description = (
        "Copy a public log file by file, or what is new of it. What was copied before is not asked"
        " for again, so a copy that was interrupted is taken up where it stopped."
    )
    copied.add_argument("url", metavar="URL", help="as https://example.org/c/SLUG/log")
    copied.add_argument("folder", type=Path, metavar="FOLDER", help="a new one, or an older copy")
    _add_export(
        add_command(commands, "export", _export, "decrypt signatures into a CSV or XLSX file")
    )


def _add_verify(verify: Any) -> None:
    verify.description = (
        "Check a receipt or a promise, a copy of a public log, or that the one is in the other. It"
        " asks nobody and needs no settings: only whom you trust, from a source that you trust."
    )
    verify.add_argument(
        "receipt", type=Path, nargs="?", metavar="RECEIPT", help="a file as the bot sends it"
    )
    trusted = verify.add_mutually_exclusive_group(required=True)
    trusted.add_argument("--key", type=Path, metavar="FILE", help="the log's public key")
    trusted.add_argument(
        "--policy",
        type=Path,
        metavar="FILE",
        help="logs, witnesses and a quorum (C2SP tlog-policy)",
    )
    verify.add_argument(
        "--log", type=Path, metavar="FOLDER", help="a copy that `copy-log` has made"
    )
    verify.add_argument(
        "--checkpoint", type=Path, metavar="OLD", help="an older one, that the log must follow from"
    )


def _add_export(export: Any) -> None:
    export.description = (
        "Decrypt signatures into a file, where the private key is. Where the campaign has owners in"
        " the chat, one of them has to grant it there first: the command tells them and waits."
    )
    export.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="the organisation's private key"
    )
    export.add_argument("--campaign", metavar="SLUG", help="which one (default: the only one)")
    export.add_argument("--country", metavar="CODE", default="", help="from there only, e.g. FR")
    export.add_argument(
        "--language", metavar="TAG", default="", help="signed in that language only, e.g. fr"
    )
    export.add_argument(
        "--held", action="store_true", help="those too that are held for review; a column says so"
    )
    export.add_argument("--out", type=Path, metavar="FILE", help="where to (default: stdout)")
    export.add_argument(
        "--format", choices=["csv", "xlsx"], help="default: as the file's name ends, or csv"
    )
    waiting = export.add_mutually_exclusive_group()
    waiting.add_argument(
        "--no-wait", action="store_true", help="only ask the owners, and print the request's number"
    )
    waiting.add_argument("--request", type=int, metavar="N", help="one that was granted; used once")


def _verify(options: argparse.Namespace) -> int:
    from bot.verify import Wanted, verify

    wanted = Wanted(
        receipt=options.receipt,
        key=options.key,
        policy=options.policy,
        log=options.log,
        older=options.checkpoint,
    )
    for line in verify(wanted):
        print(line)
    return OK


def _copy_log(options: argparse.Namespace) -> int:
    from bot.copy_log import copy_log

    print(asyncio.run(copy_log(options.url, options.folder)))
    return OK


def _export(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot.export import Wanted, export

    wanted = Wanted(
        campaign=options.campaign,
        country=options.country,
        language=options.language,
        held=options.held,
        out=options.out,
        format=options.format,
        request=options.request,
        wait=not options.no_wait,
    )
    return go(export(settings, options.key, wanted))
