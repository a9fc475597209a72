"""Requests to decrypt signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from handlers.organizer.stores.people import Organizer
from handlers.stores import Campaign

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


class Exports(Protocol):
    """Requests to decrypt signatures. The decrypting is done where the private key is."""

    async def of(self, campaign: Campaign, now: datetime) -> Sequence[ExportRequest]:
        """The newest of a campaign, the newest first."""
        ...

    async def get(self, campaign: Campaign, request_id: int, now: datetime) -> ExportRequest | None:
        """The campaign's request of that number, or None."""
        ...

    async def decide(
        self,
        campaign: Campaign,
        request_id: int,
        organizer: Organizer,
        now: datetime,
        *,
        grant: bool,
    ) -> None:
        """Grant or refuse; what was granted may be refused until it is used.

        Raises ExportDecided.
        """
        ...
