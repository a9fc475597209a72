"""Requests for an export."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ExportState = Literal["asked", "granted", "refused", "used", "expired"]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Somebody who holds the private key asks to decrypt signatures."""

    id: int
    slug: str
    country: str
    """Only from there; empty: from everywhere."""
    locale: str
    held: bool
    """Those too that are held for review."""
    amount: int
    state: ExportState
    asked_at: datetime
    decided_by: int | None = None
    """The organizer's number."""


class ExportDecided(Exception):
    """Somebody else was faster, the export was made, or the request has expired."""
