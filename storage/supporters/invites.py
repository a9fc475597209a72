"""Invites: personal links that credit the person who shared.

A signer sees how many joined through their own invite, and nobody else does. Who invited whom
stands in `joinings`, which is written by signing and read only to erase it: nothing here, and
no other query, lists it.

Credit leads from a signature that is there to one that is just being made. So it never leads in
a circle, nor back to oneself: whoever signs again after withdrawing has a new signature, and the
old invite went with the old one.
"""

import secrets

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Invite
from handlers.domain.milestones import next_milestone, of_invite
from handlers.domain.supporters import Consent, Person
from handlers.ports import supporters as ports
from storage import models
from storage.campaigns.campaigns import Campaigns, OpenCampaign
from storage.database import AnyRow, Database
from storage.signatures import consents
from storage.signatures.erasure import theirs
from storage.vault import Vault

TOKEN_BYTES = 12
"""Nearly 96 random bits: 16 characters of base64url (RFC 4648, section 5)."""

table, signatures, campaigns = models.invites, models.signatures, models.campaigns


class Invites(ports.Invites):
    """Personal links, and who wishes to hear how many came by theirs."""

    def __init__(
        self,
        database: Database,
        campaigns: Campaigns,
        wordings: consents.Wordings,
        vault: Vault,
    ) -> None:
        self._database = database
        self._campaigns = campaigns
        self._wordings = wordings
        self._vault = vault

    async def find(self, campaign: Campaign, person: Person) -> Invite | None:
        opened = await self._campaigns.secrets(campaign)
        if opened is None or opened.campaign.high_risk:
            return None
        query = (
            select(table.c.token, table.c.joined, table.c.consented_at, *consents.COLUMNS)
            .join(signatures, signatures.c.id == table.c.signature_id)
            .outerjoin(models.wordings, models.wordings.c.hash == table.c.wording)
            .where(*theirs(person, [opened]))
        )
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        consent = consents.read(row, "milestones") if row.consented_at else None
        return Invite(row.token, row.joined, consent)

    async def get_or_create(self, campaign: Campaign, person: Person) -> Invite | None:
        if found := await self.find(campaign, person):
            return found
        opened = await self._campaigns.secrets(campaign)
        if opened is None or opened.campaign.high_risk:
            return None
        mine = select(signatures.c.id).where(*theirs(person, [opened]))
        async with self._database.read() as connection:
            # A stranger who looks does not wait for those who write.
            if not await connection.scalar(mine):
                return None
        async with self._database.write() as connection:
            await self._make(connection, opened, person)
        return await self.find(campaign, person)

    async def tell(self, campaign: Campaign, person: Person, locale: str, consent: Consent) -> None:
        if not person.chat_id:
            raise ValueError("telling needs a chat")
        opened = await self._campaigns.secrets(campaign)
        if opened is None or opened.campaign.high_risk:
            return
        async with self._database.write() as connection:
            # With this lock `Campaigns.close` finds, and erases, the address.
            status = select(campaigns.c.status).where(campaigns.c.id == campaign.id)
            if await connection.scalar(status.with_for_update(read=True, key_share=True)) != "open":
                return
            row = await self._make(connection, opened, person)
            if row is None:
                return
            consented = await self._wordings.keep(connection, consent)
            chat = self._vault.encrypt_chat(person.channel, row.token.encode(), person.chat_id)
            await connection.execute(
                update(table)
                .where(table.c.id == row.id)
                .values(
                    chat=chat,
                    locale=locale,
                    tell_at=max(row.tell_at, next_milestone(row.joined, of_invite())),
                    **consented,
                )
            )
        self._wordings.kept(consent)

    async def untell(self, campaign: Campaign, person: Person) -> None:
        opened = await self._campaigns.secrets(campaign)
        if opened is None:
            return  # they were erased when it closed
        mine = select(signatures.c.id).where(*theirs(person, [opened]))
        async with self._database.write(erases=True) as connection:
            await connection.execute(
                update(table).where(table.c.signature_id.in_(mine)).values(models.UNTOLD)
            )

    async def _make(
        self, connection: AsyncConnection, opened: OpenCampaign, person: Person
    ) -> AnyRow | None:
        """The person's invite, locked; made where it is missing. None without a signature.

        The signature's lock comes first: nobody withdraws it meanwhile.
        """
        owner = await connection.scalar(
            select(signatures.c.id)
            .where(*theirs(person, [opened]))
            .with_for_update(read=True, key_share=True)
        )
        if owner is None:
            return None
        await connection.execute(
            self._database.insert(table)
            .values(
                campaign_id=opened.campaign.id,
                signature_id=owner,
                token=new_token(),
            )
            .on_conflict_do_nothing(index_elements=[table.c.signature_id])
        )
        mine = select(table).where(table.c.signature_id == owner)
        return (await connection.execute(mine.with_for_update(key_share=True))).one()


def new_token() -> str:
    """A token that ends with a letter or a digit.

    Many apps take a dash or an underscore at the end of a link for a part of the sentence.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    while not token[-1].isalnum():
        token = secrets.token_urlsafe(TOKEN_BYTES)
    return token
