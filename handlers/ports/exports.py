"""What steps ask of the store of export requests."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from handlers.domain.campaigns import Campaign
from handlers.domain.exports import ExportRequest
from handlers.domain.organizers import Organizer


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

        Raises:
            ExportDecided: it was decided already, was used, or has expired.
        """
        ...
