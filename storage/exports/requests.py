"""Requests to decrypt signatures: made where the private key is, decided by owners in the chat.

Making and using them is in `storage.exports.claims`, which runs without the vault key.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select, update

from handlers.domain.campaigns import Campaign
from handlers.domain.exports import ExportDecided, ExportRequest, ExportState
from handlers.domain.organizers import Organizer
from handlers.ports import exports as ports
from storage import models
from storage.database import AnyRow, Database
from storage.organizers.audit_log import Audit

VALID = timedelta(days=1)
"""How long a request waits for an answer, and what was granted for being used."""

SHOWN = 10
"""The newest requests that are shown."""

table, campaigns = models.export_requests, models.campaigns

QUERY = select(table, campaigns.c.slug).join(campaigns, campaigns.c.id == table.c.campaign_id)
"""What `read` needs."""


class ExportRequests(ports.Exports):
    """The requests and what was decided about them."""

    def __init__(self, database: Database, audit_log: Audit) -> None:
        self._database = database
        self._audit = audit_log

    async def of(self, campaign: Campaign, now: datetime) -> Sequence[ExportRequest]:
        query = QUERY.where(table.c.campaign_id == campaign.id)
        async with self._database.read() as connection:
            rows = await connection.execute(query.order_by(table.c.id.desc()).limit(SHOWN))
            return [read(row, now) for row in rows]

    async def get(self, campaign: Campaign, request_id: int, now: datetime) -> ExportRequest | None:
        query = QUERY.where(table.c.campaign_id == campaign.id, table.c.id == request_id)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one_or_none()
        return read(row, now) if row else None

    async def decide(
        self,
        campaign: Campaign,
        request_id: int,
        organizer: Organizer,
        now: datetime,
        *,
        grant: bool,
    ) -> None:
        waits = and_(table.c.state == "asked", table.c.asked_at > now - VALID)
        may_be_used = and_(table.c.state == "granted", table.c.decided_at > now - VALID)
        async with self._database.write() as connection:
            decided = await connection.execute(
                update(table)
                .where(
                    table.c.campaign_id == campaign.id,
                    table.c.id == request_id,
                    waits if grant else or_(waits, may_be_used),
                )
                .values(
                    state="granted" if grant else "refused",
                    decided_by=organizer.id,
                    decided_at=now,
                )
            )
            if not decided.rowcount:
                raise ExportDecided
            action = "export-granted" if grant else "export-refused"
            await self._audit.write(connection, action, organizer, campaign, now, number=request_id)


def read(row: AnyRow, now: datetime) -> ExportRequest:
    """A row of QUERY, as it stands at that moment."""
    since = row.asked_at if row.state == "asked" else row.decided_at
    state: ExportState = row.state
    if row.state in {"asked", "granted"} and since <= now - VALID:
        state = "expired"
    return ExportRequest(
        id=row.id,
        slug=row.slug,
        country=row.country,
        locale=row.locale,
        held=row.held,
        amount=row.amount,
        state=state,
        asked_at=row.asked_at,
        decided_by=row.decided_by,
    )
