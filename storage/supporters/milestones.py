"""Who is to be told how many have joined through their invite: what the worker asks."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from handlers.domain.milestones import next_milestone, of_invite
from storage import models
from storage.database import AnyRow, Database
from storage.vault import Tampered, Vault

LEASE = 100
"""Milestones handed out at a time."""

table, signatures, campaigns = models.invites, models.signatures, models.campaigns


@dataclass(frozen=True, slots=True)
class Milestone:
    """Somebody to tell that so many have joined through their invite."""

    invite_id: int
    channel: str
    chat_id: str
    locale: str
    slug: str
    """The campaign's."""
    joined: int


class Milestones:
    """Hands out milestones that were reached."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def due(self, channels: Collection[str], limit: int = LEASE) -> Sequence[Milestone]:
        """Who is to be told now by one of these channels, at most `limit`.

        Each milestone is handed out once, ever; those of another channel wait for a worker that
        has it.

        Handing out is durable before anything is sent, so that a worker that dies half-way
        leaves somebody untold rather than told twice. Any number of workers may ask.
        """
        async with self._database.write() as connection:
            rows = (
                await connection.execute(
                    select(table, campaigns.c.slug, signatures.c.channel)
                    .join(campaigns, campaigns.c.id == table.c.campaign_id)
                    .join(signatures, signatures.c.id == table.c.signature_id)
                    .where(
                        table.c.chat.is_not(None),
                        table.c.joined >= table.c.tell_at,
                        signatures.c.channel.in_(channels),
                    )
                    .order_by(table.c.id)
                    .limit(limit)
                    .with_for_update(of=table, skip_locked=True)
                )
            ).all()
            if rows:
                await connection.execute(
                    update(table)
                    .where(table.c.id == bindparam("invite_id"))
                    .values(tell_at=bindparam("following")),
                    [
                        {"invite_id": row.id, "following": next_milestone(row.joined, of_invite())}
                        for row in rows
                    ],
                )
        return list(self._readable(rows))

    async def unreachable(self, milestone: Milestone) -> None:
        """Erase address and consent of somebody who blocked the bot: they are told no more."""
        async with self._database.write(erases=True) as connection:
            await connection.execute(
                update(table).where(table.c.id == milestone.invite_id).values(models.UNTOLD)
            )

    def _readable(self, rows: Sequence[AnyRow]) -> Iterator[Milestone]:
        for row in rows:
            # Somebody who changed an address behind our back does not stop the others'.
            with suppress(Tampered):
                chat_id = self._vault.decrypt_chat(row.channel, row.token.encode(), row.chat)
                yield Milestone(row.id, row.channel, chat_id, row.locale, row.slug, row.joined)
