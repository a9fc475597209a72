"""Who organizes what.

An organizer is found by a keyed hash, like a supporter; their name and the chat's address are
encrypted. Whoever has no role left is erased but for a number, so that the audit log stays whole.
"""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, get_args

from sqlalchemy import ColumnElement, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import LinkSpent, Organizer, Role
from handlers.domain.supporters import Person
from handlers.ports import organizers as ports
from storage import models
from storage.database import AnyRow, Database
from storage.organizers.audit_log import NAME, Audit, name_of
from storage.vault import Tampered, Vault

TOKEN_BYTES = 16
"""128 random bits: 22 characters of base64url (RFC 4648, section 5)."""

VALID = timedelta(days=1)
"""How long a link for organizers waits for its person."""

ROLES: tuple[Role, ...] = get_args(Role)
"""The greatest first."""

KIND = "organizer of "
"""Keeps the hashes and ciphertexts of organizers apart from those of supporters."""

LEFT: dict[str, Any] = {"tag": None, "chat": None, "name": None, "everywhere": None}
"""The columns of an organizer who has left."""

table, roles, links = models.organizers, models.organizer_roles, models.organizer_links
notices = models.notices


class Organizers(ports.Organizers):
    """Who organizes what, and the links that let somebody in."""

    def __init__(
        self,
        database: Database,
        campaign_of: Callable[[int], Awaitable[Campaign | None]],
        vault: Vault,
        audit_log: Audit,
    ) -> None:
        """`campaign_of` finds a campaign by its number."""
        self._database = database
        self._campaign_of = campaign_of
        self._vault = vault
        self._audit = audit_log

    async def find(self, person: Person) -> Organizer | None:
        async with self._database.read() as connection:
            return await self._one(connection, *self._is(person))

    async def get(self, organizer_id: int) -> Organizer | None:
        async with self._database.read() as connection:
            return await self._one(connection, table.c.id == organizer_id)

    async def of(self, campaign: Campaign | None) -> Sequence[Organizer]:
        query = select(table).where(table.c.tag.is_not(None)).order_by(table.c.id)
        if campaign is None:
            query = query.where(table.c.everywhere.is_not(None))
        else:
            here = exists().where(
                roles.c.organizer_id == table.c.id, roles.c.campaign_id == campaign.id
            )
            query = query.where(table.c.everywhere.is_not(None) | here)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
            return [await self._organizer(connection, row) for row in rows]

    async def link(
        self, campaign: Campaign | None, role: Role, maker: Organizer | None, now: datetime
    ) -> str:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        async with self._database.write() as connection:
            await connection.execute(delete(links).where(links.c.expires_at <= now))
            await connection.execute(
                links.insert().values(
                    digest=_digest(token),
                    campaign_id=campaign.id if campaign else None,
                    role=role,
                    made_by=maker.id if maker else None,
                    expires_at=now + VALID,
                )
            )
            await self._audit.write(connection, "link", maker, campaign, now, role=role)
        return token

    async def peek(self, token: str, now: datetime) -> tuple[Campaign | None, Role]:
        async with self._database.read() as connection:
            row = (await connection.execute(select(links).where(*_valid(token, now)))).one_or_none()
        if row is None:
            raise LinkSpent
        return await self._campaign(row.campaign_id), row.role

    async def join(self, token: str, person: Person, locale: str, now: datetime) -> Organizer:
        if not person.chat_id:
            raise ValueError("organizers need a chat")
        tag = self._tag(person)
        known = {
            "chat": self._vault.encrypt_chat(KIND + person.channel, tag, person.chat_id),
            "name": self._vault.encrypt_chat(NAME + person.channel, tag, person.name),
        }
        async with self._database.write() as connection:
            spent = await connection.execute(
                delete(links).where(*_valid(token, now)).returning(links)
            )
            link = spent.one_or_none()
            if link is None:
                raise LinkSpent
            organizer_id = await connection.scalar(
                self._database.insert(table)
                .values(
                    channel=person.channel,
                    tag=tag,
                    locale=locale,
                    zone="UTC",
                    joined_on=now.date(),
                    **known,
                )
                .on_conflict_do_update(index_elements=[table.c.channel, table.c.tag], set_=known)
                .returning(table.c.id)
            )
            before = await self._one(connection, table.c.id == organizer_id)
            assert before is not None  # noqa: S101 - it was written just now
            await self._give(connection, before, link.campaign_id, link.role)
            joined = await self._one(connection, table.c.id == organizer_id)
            assert joined is not None  # noqa: S101 - likewise
            campaign = await self._campaign(link.campaign_id)
            await self._audit.write(connection, "joined", joined, campaign, now, role=link.role)
        return joined

    async def _give(
        self,
        connection: AsyncConnection,
        organizer: Organizer,
        campaign_id: int | None,
        role: Role,
    ) -> None:
        if campaign_id is None:
            await connection.execute(
                update(table)
                .where(table.c.id == organizer.id)
                .values(everywhere=_greater(organizer.everywhere, role))
            )
            return
        await connection.execute(
            self._database.insert(roles)
            .values(organizer_id=organizer.id, campaign_id=campaign_id, role=role)
            .on_conflict_do_update(
                index_elements=[roles.c.organizer_id, roles.c.campaign_id],
                set_={"role": _greater(organizer.roles.get(campaign_id), role)},
            )
        )

    async def own(
        self, connection: AsyncConnection, organizer: Organizer, campaign_id: int
    ) -> None:
        """Make somebody the owner of a campaign that they have just made."""
        await self._give(connection, organizer, campaign_id, "owner")

    async def remove(
        self, campaign: Campaign | None, organizer: Organizer, by: Organizer | None, now: datetime
    ) -> bool:
        async with self._database.write(erases=True) as connection:
            # Whoever takes away two roles at once sees, the second time, that none is left.
            here = await connection.scalar(
                select(table.c.id).where(table.c.id == organizer.id).with_for_update()
            )
            before = await self._one(connection, table.c.id == here) if here else None
            if before is None:
                return False
            if campaign is None:
                if before.everywhere is None:
                    return False
                await connection.execute(
                    update(table).where(table.c.id == organizer.id).values(everywhere=None)
                )
            else:
                gone = await connection.execute(
                    delete(roles).where(
                        roles.c.organizer_id == organizer.id, roles.c.campaign_id == campaign.id
                    )
                )
                if not gone.rowcount:
                    return False
            # Whoever may not add others any more cannot have done so a moment before, either:
            # nobody comes back by a link that they made for themselves.
            await connection.execute(delete(links).where(links.c.made_by == organizer.id))
            await self._audit.write(connection, "removed", by, campaign, now, number=organizer.id)
            after = await self._one(connection, table.c.id == organizer.id)
            if after is not None and not after.roles and after.everywhere is None:
                await self._leave(connection, organizer.id)
        return True

    async def forget(self, connection: AsyncConnection, person: Person) -> None:
        """Erase everything about a person as an organizer, but for a number."""
        organizer_id = await connection.scalar(
            select(table.c.id).where(*self._is(person)).with_for_update()
        )
        if organizer_id is not None:
            await connection.execute(delete(roles).where(roles.c.organizer_id == organizer_id))
            await self._leave(connection, organizer_id)

    async def _leave(self, connection: AsyncConnection, organizer_id: int) -> None:
        await connection.execute(delete(links).where(links.c.made_by == organizer_id))
        await connection.execute(delete(notices).where(notices.c.organizer_id == organizer_id))
        await connection.execute(
            delete(models.watchers).where(models.watchers.c.organizer_id == organizer_id)
        )
        await connection.execute(update(table).where(table.c.id == organizer_id).values(LEFT))

    async def settle(self, organizer: Organizer, *, locale: str = "", zone: str = "") -> None:
        values = {key: value for key, value in (("locale", locale), ("zone", zone)) if value}
        if values:
            async with self._database.write() as connection:
                await connection.execute(
                    update(table).where(table.c.id == organizer.id).values(values)
                )

    async def reached(
        self, connection: AsyncConnection, organizer_id: int
    ) -> tuple[Organizer, str, str] | None:
        """An organizer with their channel and chat; None for one who has left."""
        query = select(table).where(table.c.id == organizer_id, table.c.tag.is_not(None))
        row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        with suppress(Tampered):
            chat_id = self._vault.decrypt_chat(KIND + row.channel, row.tag, row.chat)
            return await self._organizer(connection, row), row.channel, chat_id
        return None

    async def _one(
        self, connection: AsyncConnection, *where: ColumnElement[bool]
    ) -> Organizer | None:
        row = (await connection.execute(select(table).where(*where))).one_or_none()
        return None if row is None else await self._organizer(connection, row)

    async def _organizer(self, connection: AsyncConnection, row: AnyRow) -> Organizer:
        held = await connection.execute(
            select(roles.c.campaign_id, roles.c.role).where(roles.c.organizer_id == row.id)
        )
        return Organizer(
            id=row.id,
            name=name_of(self._vault, row),
            locale=row.locale,
            zone=row.zone,
            everywhere=row.everywhere,
            roles={each.campaign_id: each.role for each in held},
        )

    async def _campaign(self, campaign_id: int | None) -> Campaign | None:
        if campaign_id is None:
            return None
        found = await self._campaign_of(campaign_id)
        if found is None:
            raise LinkSpent  # it went with its campaign
        return found

    def _tag(self, person: Person) -> bytes:
        return self._vault.supporter_tag(KIND + person.channel, person.user_id)

    def _is(self, person: Person) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        return table.c.channel == person.channel, table.c.tag == self._tag(person)


def _greater(one: Role | None, other: Role) -> Role:
    return other if one is None else min(one, other, key=ROLES.index)


def _digest(token: str) -> bytes:
    return sha256(token.encode("utf-8", "surrogatepass")).digest()


def _valid(token: str, now: datetime) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return links.c.digest == _digest(token), links.c.expires_at > now
