"""`python -m bot verify`: check receipts and copies of a public log with its public key alone.

It asks nobody, and knows neither settings nor a database. Whatever does not hold raises `Refused`
with its reason; what holds is a line each, for people to read.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storage.transparency_log.formats import policies, proofs, tree
from storage.transparency_log.formats.checkpoints import Checked, Checkpoint
from storage.transparency_log.formats.copies import Copy
from storage.transparency_log.formats.notes import KeyType, VerifierKey
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.refusals import Reason, Refused
from storage.transparency_log.formats.tiles import WIDTH

# The rest is imported where it is used: it loads the settings and the database, help needs none.
if TYPE_CHECKING:
    from storage.transparency_log.formats.entries import Entry
    from storage.transparency_log.formats.receipts import Verified


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be checked, and whom its reader trusts: a log's key or a policy."""

    receipt: Path | None = None
    key: Path | None = None
    policy: Path | None = None
    log: Path | None = None
    older: Path | None = None
    """A checkpoint that the copied log has to follow from."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What a copy of a log says: its entries by kind, and where an entry that is sought stands."""

    kinds: Counter[str]
    found: tuple[int, ...]


@click.command
@click.argument("receipt", type=Path, required=False, help="a file as the bot sends it")
@click.option("--key", type=Path, metavar="FILE", help="the log's public key")
@click.option(
    "--policy", type=Path, metavar="FILE", help="logs, witnesses and a quorum (C2SP tlog-policy)"
)
@click.option("--log", type=Path, metavar="FOLDER", help="a copy that `copy-log` has made")
@click.option(
    "--checkpoint",
    "older",
    type=Path,
    metavar="OLD",
    help="an older one, that the log must follow from",
)
def command(**options: Any) -> None:
    """Check a receipt or a promise, a copy of a public log, or that the one is in the other.

    It asks nobody and needs no settings: only whom you trust, from a source that you trust, by
    either --key or --policy.
    """
    wanted = Wanted(**options)
    if (wanted.key is None) == (wanted.policy is None):
        raise click.UsageError("One of --key and --policy is required, and not both.")
    for line in verify(wanted):
        print(line)


def verify(wanted: Wanted) -> Iterator[str]:
    """A line for each thing that holds, as soon as it is known.

    Raises:
        Refused: Something does not hold; the first of it ends the check.
        SettingsError: There is nothing to check, or something cannot be read.
    """
    from bot.process.errors import SettingsError
    from storage.transparency_log.formats import receipts

    if wanted.receipt is None and wanted.log is None:
        raise SettingsError("There is nothing to check: name a RECEIPT, or a copy with --log.")
    if wanted.older is not None and wanted.log is None:
        raise SettingsError(
            "--checkpoint is compared with a copy of the log: name that with --log."
        )
    policy = _policy(wanted)
    content = b"" if wanted.receipt is None else _bytes_of(wanted.receipt)
    shown = None if wanted.receipt is None else receipts.verify(content, policy)
    if shown is not None:
        yield _of_receipt(shown, content)
    if wanted.log is None:
        return
    copy = Copy(wanted.log)
    checked = policy.check(copy.checkpoint())
    state = checked.checkpoint
    copy.check(state)
    read = _read(copy, state, shown.opened.leaf if shown else None)
    yield _of_log(checked, read)
    if wanted.older is not None:
        older = Policy(policy.logs).check(_bytes_of(wanted.older)).checkpoint
        _check_same(state, older)
        copy.check_grown(state.size, older)
        yield f"It grew out of the checkpoint of {older.size} entries."
    if shown is not None:
        yield _of_both(copy, state, shown, content, read)


def _policy(wanted: Wanted) -> Policy:
    if wanted.policy is not None:
        return policies.parse(_bytes_of(wanted.policy))
    assert wanted.key is not None  # noqa: S101 - the command asks for one of the two
    try:
        text = _bytes_of(wanted.key).decode("ascii")
    except UnicodeDecodeError:
        raise Refused(Reason.KEY_FORM, f"{wanted.key} is no log's key.") from None
    return Policy.of_log(VerifierKey.parse(text.removesuffix("\n")))


def _of_receipt(shown: "Verified", content: bytes) -> str:
    from storage.transparency_log.formats.entries import signatures_in

    committed = shown.opened.committed
    whence = f"from {committed.country}" if committed.country else "without a country"
    what = f"a signature of the campaign {committed.slug}, {whence}, in {committed.locale}"
    if shown.checked is None:
        return (
            f"The promise holds: {shown.origin} has signed that {what}, will be in it. It is no"
            " proof yet: ask for that after the next checkpoint."
        )
    state = shown.checked.checkpoint
    return (
        f"The receipt holds: entry {proofs.parse(content).index} of {shown.origin} is {what}. Its"
        f" checkpoint shows {signatures_in(state)} signatures{_cosigned(shown.checked)}."
    )


def _read(copy: Copy, state: Checkpoint, sought: bytes | None) -> _Read:
    """Read every entry, and count.

    Raises:
        Refused: The checkpoint says another number of signatures.
    """
    from storage.transparency_log.formats import entries as log_entries
    from storage.transparency_log.formats.entries import signatures_in

    kinds: Counter[str] = Counter()
    found: list[int] = []
    count = 0
    for number, lines in enumerate(copy.entries(state.size)):
        entries = [log_entries.parse(line) for line in lines]
        count = log_entries.signatures(entries, count)
        kinds.update(map(_kind, entries))
        found += [
            number * WIDTH + place
            for place, line in enumerate(lines)
            if tree.leaf_hash(line) == sought
        ]
    if count != signatures_in(state):
        raise Refused(
            Reason.ENTRY,
            f"The checkpoint shows {signatures_in(state)} signatures, the entries make {count}.",
        )
    return _Read(kinds, tuple(found))


def _kind(entry: "Entry") -> str:
    return f"removed ({entry.reason})" if entry.kind == "invalidate" else entry.kind


def _of_log(checked: Checked, read: _Read) -> str:
    from storage.transparency_log.formats.entries import signatures_in

    state = checked.checkpoint
    counts = [f"{read.kinds['add']} signed", f"{read.kinds['withdraw']} withdrawn"]
    removed = sorted(kind for kind in read.kinds if kind.startswith("removed"))
    counts += [f"{read.kinds[kind]} {kind}" for kind in removed] or ["0 removed"]
    return (
        f"The log holds: {checked.checkpoint.origin} has {state.size} entries ({', '.join(counts)})"
        f" and shows {signatures_in(state)} signatures{_cosigned(checked)}."
    )


def _of_both(copy: Copy, state: Checkpoint, shown: "Verified", content: bytes, read: _Read) -> str:
    """That the receipt is of this copy, as a line to be printed.

    Raises:
        Refused: It is of another log, or its entry is not in the copy.
    """
    if shown.origin != state.origin:
        raise Refused(Reason.ORIGIN, f"The receipt is of another log than the copy: {shown.origin}")
    if shown.checked is None:
        if not read.found:
            raise Refused(
                Reason.ENTRY,
                f"What was promised is not among the {state.size} entries: the copy is older than"
                " the promise, or the promise was not kept.",
            )
        return f"The promise was kept: it is entry {read.found[0]} of the copy."
    older = shown.checked.checkpoint
    if older.size > state.size:
        raise Refused(
            Reason.SIZES,
            f"The receipt is newer than the copy of {state.size} entries: copy the log again.",
        )
    copy.check_grown(state.size, older)
    index = proofs.parse(content).index
    if index not in read.found:
        raise Refused(Reason.ENTRY, f"Entry {index} of the copy is not the receipt's.")
    return f"The receipt is in the copy: it is entry {index}."


def _check_same(state: Checkpoint, older: Checkpoint) -> None:
    if state.origin != older.origin:
        raise Refused(Reason.ORIGIN, f"The older checkpoint is of another log: {older.origin}")


def _cosigned(checked: Checked) -> str:
    names = [each.key.name for each in checked.signed if each.key.type is KeyType.COSIGNATURE]
    return f", cosigned by {', '.join(names)}" if names else ""


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        from bot.process.errors import SettingsError

        raise SettingsError(f"{path} cannot be read ({fault.strerror}).") from None
