"""What rows of the database say in the terms of the log's formats."""

from hashlib import sha256

from storage.database import AnyRow
from storage.transparency_log.formats.commitments import Committed
from storage.transparency_log.formats.entries import Entry


def entry_of(row: AnyRow) -> Entry:
    """The entry of a counted leaf."""
    return Entry(row.kind, row.commitment or b"", row.reason or "")


def committed_of(slug: str, row: AnyRow) -> Committed:
    """What the signature of that row commits to, under the campaign of that slug."""
    sealed = sha256(row.sealed).digest()
    return Committed(slug, row.id, sealed, row.country, row.locale, row.wording)
