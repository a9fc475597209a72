"""Requests to decrypt signatures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers.domain.campaigns import Campaign
from handlers.domain.exports import ExportDecided, ExportRequest, ExportState
from handlers.domain.organizers import Organizer
from handlers.ports.exports import Exports
from tests.support.fakes.kept import Kept

VALID = timedelta(days=1)
"""How long a request waits for an answer, and what was granted for being used."""

SHOWN = 10


@dataclass
class FakeExports(Exports):
    kept: Kept

    async def of(self, campaign: Campaign, now: datetime) -> Sequence[ExportRequest]:
        found = [
            as_of(self.kept, each, now)
            for each in reversed(self.kept.requests.values())
            if each.slug == campaign.slug
        ]
        return found[:SHOWN]

    async def get(self, campaign: Campaign, request_id: int, now: datetime) -> ExportRequest | None:
        found = self.kept.requests.get(request_id)
        return as_of(self.kept, found, now) if found and found.slug == campaign.slug else None

    async def decide(
        self,
        campaign: Campaign,
        request_id: int,
        organizer: Organizer,
        now: datetime,
        *,
        grant: bool,
    ) -> None:
        found = await self.get(campaign, request_id, now)
        if found is None or found.state not in (("asked",) if grant else ("asked", "granted")):
            raise ExportDecided
        state: ExportState = "granted" if grant else "refused"
        self.kept.requests[request_id] = replace(found, state=state, decided_by=organizer.id)
        self.kept.decided_at[request_id] = now
        self.kept.write_down(f"export-{state}", organizer, campaign, now, number=request_id)


def as_of(kept: Kept, request: ExportRequest, now: datetime) -> ExportRequest:
    """A request as it stands at that moment."""
    since = kept.decided_at.get(request.id, request.asked_at)
    late = request.state in ("asked", "granted") and since <= now - VALID
    return replace(request, state="expired") if late else request
