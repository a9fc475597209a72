"""Invites: personal links that credit the person who shared.

A signer sees how many joined through their own invite, and nobody else does. Who invited whom
stands in `joinings`, which is written by signing and read only to erase it: nothing here, and
no other query, lists it.

Credit leads from a signature that is there to one that is just being made. So it never leads in
a circle, nor back to oneself: whoever signs again after withdrawing has a new signature, and the
old invite went with the old one.
"""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.stores import Campaign, Invite, Person
from storage import models
from storage.campaigns import Campaigns, OpenCampaign
from storage.database import AnyRow, Database
from storage.vault import Tampered, Vault

TOKEN_BYTES = 12
"""96 random bits: 16 characters of base64url (RFC 4648, section 5)."""

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


class Invites:
    """Implements `handlers.stores.Invites`, and tells whom to tell what."""

    def __init__(self, database: Database, campaigns: Campaigns, vault: Vault) -> None:
        self._database = database
        self._campaigns = campaigns
        self._vault = vault

    async def of(self, campaign: Campaign, person: Person) -> Invite | None:
        """The person's invite, made at the first time; None for somebody who has not signed.

        None as well where the campaign is closed: nothing leads from a person to what was
        theirs there.
        """
        opened = await self._campaigns.secrets(campaign)
        if opened is None:
            return None
        tag = opened.tag(person.channel, person.user_id)
        async with self._database.read() as connection:
            mine = (signatures.c.campaign_id == campaign.id, signatures.c.tag == tag)
            query = select(table).join(signatures, signatures.c.id == table.c.signature_id)
            row = (await connection.execute(query.where(*mine))).one_or_none()
            if row is None and not await connection.scalar(select(signatures.c.id).where(*mine)):
                return None
        if row is None:
            async with self._database.write() as connection:
                row = await self._make(connection, opened, tag)
        return None if row is None else Invite(row.token, row.joined, row.chat is not None)

    async def tell(self, campaign: Campaign, person: Person, wish: bool, locale: str) -> None:
        """Whether to tell the person, in that language, when so many have joined.

        The chat's address is kept, encrypted, as long as they wish, and not after the campaign.
        What was reached before they asked they have seen. Nothing happens for somebody who has
        not signed. Raises ValueError for a wish without a chat.
        """
        if wish and not person.chat_id:
            raise ValueError("telling needs a chat")
        opened = await self._campaigns.secrets(campaign)
        if opened is None:
            return
        tag = opened.tag(person.channel, person.user_id)
        async with self._database.write(erases=not wish) as connection:
            # With this lock `Campaigns.close` finds, and erases, the address.
            status = select(campaigns.c.status).where(campaigns.c.id == campaign.id)
            if await connection.scalar(status.with_for_update(read=True, key_share=True)) != "open":
                return
            row = await self._make(connection, opened, tag)
            if row is None:
                return
            chat = self._vault.encrypt_chat(person.channel, row.token.encode(), person.chat_id)
            await connection.execute(
                update(table)
                .where(table.c.id == row.id)
                .values(
                    chat=chat if wish else None,
                    locale=locale if wish else None,
                    tell_at=max(row.tell_at, next_milestone(row.joined)),
                )
            )

    # What the worker asks.

    async def due(self, limit: int = LEASE) -> Sequence[Milestone]:
        """Who is to be told now, at most `limit`; each milestone is handed out once, ever.

        Handing out is durable before anything is sent, so that a worker that dies half-way
        leaves somebody untold rather than told twice. Any number of workers may ask.
        """
        async with self._database.write() as connection:
            rows = (
                await connection.execute(
                    select(table, campaigns.c.slug, signatures.c.channel)
                    .join(campaigns, campaigns.c.id == table.c.campaign_id)
                    .join(signatures, signatures.c.id == table.c.signature_id)
                    .where(table.c.chat.is_not(None), table.c.joined >= table.c.tell_at)
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
                        {"invite_id": row.id, "following": next_milestone(row.joined)}
                        for row in rows
                    ],
                )
        return list(self._readable(rows))

    async def unreachable(self, milestone: Milestone) -> None:
        """Erase the address of somebody who blocked the bot; they are told nothing any more."""
        async with self._database.write(erases=True) as connection:
            await connection.execute(
                update(table)
                .where(table.c.id == milestone.invite_id)
                .values(chat=None, locale=None)
            )

    def _readable(self, rows: Sequence[AnyRow]) -> Iterator[Milestone]:
        for row in rows:
            # Somebody who changed an address behind our back does not stop the others'.
            with suppress(Tampered):
                chat_id = self._vault.decrypt_chat(row.channel, row.token.encode(), row.chat)
                yield Milestone(row.id, row.channel, chat_id, row.locale, row.slug, row.joined)

    async def _make(
        self, connection: AsyncConnection, opened: OpenCampaign, tag: bytes
    ) -> AnyRow | None:
        """The invite of a tag, locked; made where it is missing. None without a signature.

        The signature's lock comes first: nobody withdraws it meanwhile.
        """
        campaign_id = opened.campaign.id
        owner = await connection.scalar(
            select(signatures.c.id)
            .where(signatures.c.campaign_id == campaign_id, signatures.c.tag == tag)
            .with_for_update(read=True, key_share=True)
        )
        if owner is None:
            return None
        await connection.execute(
            self._database.insert(table)
            .values(
                campaign_id=campaign_id,
                signature_id=owner,
                token=secrets.token_urlsafe(TOKEN_BYTES),
            )
            .on_conflict_do_nothing(index_elements=[table.c.signature_id])
        )
        mine = select(table).where(table.c.signature_id == owner)
        return (await connection.execute(mine.with_for_update(key_share=True))).one()


def milestones() -> Iterator[int]:
    """1, 5, 10, 25, 50, 100, 250, 500, 1000 and so on."""
    yield from (1, 5)
    for power in count(1):
        yield from (10**power, 10**power * 5 // 2, 10**power * 5)


def next_milestone(joined: int) -> int:
    """The first milestone that is still ahead of somebody through whom so many joined."""
    return next(each for each in milestones() if each > joined)
