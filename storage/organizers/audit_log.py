"""The audit log: what organizers did, and nothing about supporters."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Deed, Organizer
from handlers.ports import organizers as ports
from storage import models
from storage.database import AnyRow, Database
from storage.vault import Tampered, Vault

NAME = "name of organizer of "
"""Keeps the ciphertexts of organizers' names apart from those of chats."""

table, audit = models.organizers, models.audit


class Audit(ports.Audit):
    """The audit log, in which names are encrypted."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def note(
        self,
        action: str,
        organizer: Organizer | None,
        campaign: Campaign | None,
        now: datetime,
        **details: str | int,
    ) -> None:
        async with self._database.write() as connection:
            await self.write(connection, action, organizer, campaign, now, **details)

    async def write(
        self,
        connection: AsyncConnection,
        action: str,
        organizer: Organizer | None,
        campaign: Campaign | None,
        now: datetime,
        **details: str | int,
    ) -> None:
        """The same, in the transaction that does it."""
        await write_down(
            connection,
            action,
            organizer.id if organizer else None,
            campaign.id if campaign else None,
            now,
            **details,
        )

    async def read(
        self, campaign: Campaign | None, *, before: int | None = None, limit: int = 20
    ) -> Sequence[tuple[int, Deed]]:
        query: Select[Any] = (
            select(
                audit.c.id,
                audit.c.at,
                audit.c.organizer_id,
                audit.c.action,
                audit.c.details,
                table.c.channel,
                table.c.tag,
                table.c.name,
                models.campaigns.c.slug,
            )
            .outerjoin(table, table.c.id == audit.c.organizer_id)
            .outerjoin(models.campaigns, models.campaigns.c.id == audit.c.campaign_id)
            .order_by(audit.c.id.desc())
            .limit(limit)
        )
        if campaign is not None:
            query = query.where(audit.c.campaign_id == campaign.id)
        if before is not None:
            query = query.where(audit.c.id < before)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [
            (
                row.id,
                Deed(
                    row.at,
                    name_of(self._vault, row),
                    row.organizer_id,
                    row.action,
                    row.details,
                    row.slug or "",
                ),
            )
            for row in rows
        ]

    async def active_days(
        self, campaign: Campaign | None, *, since: datetime, zone: tzinfo
    ) -> Mapping[date, Sequence[tuple[int, str]]]:
        query = (
            select(audit.c.at, audit.c.organizer_id, table.c.channel, table.c.tag, table.c.name)
            .join(table, table.c.id == audit.c.organizer_id)
            .where(audit.c.at >= since)
            .order_by(audit.c.at.desc())
        )
        if campaign is not None:
            query = query.where(audit.c.campaign_id == campaign.id)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        days: dict[date, dict[int, AnyRow]] = {}
        for row in rows:
            days.setdefault(row.at.astimezone(zone).date(), {})[row.organizer_id] = row
        names = {
            number: name_of(self._vault, row)
            for day in days.values()
            for number, row in day.items()
        }
        return {
            day: [(each, names[each]) for each in sorted(active)] for day, active in days.items()
        }


async def write_down(
    connection: AsyncConnection,
    action: str,
    organizer_id: int | None,
    campaign_id: int | None,
    now: datetime,
    **details: str | int,
) -> None:
    """Write a deed into the audit log; what has no vault key may do so, too."""
    await connection.execute(
        audit.insert().values(
            at=now,
            organizer_id=organizer_id,
            campaign_id=campaign_id,
            action=action,
            details=details,
        )
    )


def name_of(vault: Vault, row: AnyRow) -> str:
    """The name in a row of organizers, or empty for one who has left."""
    if row.name is not None and row.tag is not None:
        with suppress(Tampered):
            return vault.decrypt_chat(NAME + row.channel, row.tag, row.name)
    return ""
