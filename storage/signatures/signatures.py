"""The signatures: at most one for each campaign and person, sealed, and counted later.

Signing writes the signature and one row in `waiting`, which the sequencer counts and numbers
(`storage.transparency_log.sequencer`). No row is shared by two signers, so that a rush of them does
not queue.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import DIRECT, Arrival, Source
from handlers.domain.moderation import HeldReason
from handlers.domain.signatures import CampaignClosed, Draft, Signature, Signed
from handlers.domain.supporters import Consent, Person
from handlers.ports import signatures as ports
from storage import models
from storage.campaigns.campaigns import Campaigns, OpenCampaign
from storage.campaigns.counts import CHANGE
from storage.campaigns.lifecycle import status_of
from storage.database import AnyRow, Database
from storage.organisation_keys.sealing import seal
from storage.signatures import consents
from storage.signatures.erasure import SIGNATURE, erase_of, theirs
from storage.signatures.origins import Origins
from storage.transparency_log.formats.commitments import SALT_BYTES, Committed

ID_BYTES = 16


CREDITING: tuple[Source, ...] = ("invite", "inline")
"""The sources whose code is an invite's token."""

table, waiting, leaves = models.signatures, models.waiting, models.leaves
invites, joinings = models.invites, models.joinings


class Signatures(ports.Signatures):
    """Signatures, sealed before they are stored."""

    def __init__(
        self,
        database: Database,
        campaigns: Campaigns,
        wordings: consents.Wordings,
        origins: Origins,
    ) -> None:
        self._database = database
        self._campaigns = campaigns
        self._origins = origins
        self._wordings = wordings
        self._insert = (
            database.insert(table)
            .on_conflict_do_nothing(index_elements=[table.c.campaign_id, table.c.tag])
            .returning(table.c.id)
        )

    async def sign(
        self,
        campaign: Campaign,
        person: Person,
        draft: Draft,
        consent: Consent,
        arrival: Arrival = DIRECT,
        held: HeldReason | None = None,
    ) -> Signed:
        while True:
            opened = await self._campaigns.secrets(campaign)
            if opened is None or opened.campaign.status != "open":
                raise CampaignClosed(campaign.slug)
            try:
                return await self._sign(opened, person, draft, consent, arrival, held)
            except _OtherKeys:
                self._campaigns.outdated()

    async def _sign(
        self,
        opened: OpenCampaign,
        person: Person,
        draft: Draft,
        consent: Consent,
        arrival: Arrival,
        held: HeldReason | None,
    ) -> Signed:
        campaign = opened.campaign
        if campaign.high_risk:
            draft = Draft(country=draft.country)  # whatever a caller brings along
        consent = consents.coarsened(campaign, consent)
        row_id, tag = os.urandom(ID_BYTES), opened.tag(person.channel, person.user_id)
        source, partner = await self._source(campaign, arrival)
        counted: dict[str, Any] = {
            "campaign_id": campaign.id,
            "country": draft.country,
            "locale": consent.wording.locale,
            "channel": person.channel,
            "source": source,
            "partner": partner,
            "signed_on": consents.coarse_day(campaign, datetime.now(UTC).date()),
        }
        sealed = seal(opened.keys, campaign.slug, row_id, draft)
        salt = os.urandom(SALT_BYTES)
        private = {
            "id": row_id,
            "tag": tag,
            "sealed": sealed,
            "organisation_key_id": opened.organisation_key_id,
            "key_set": opened.key_set,
            "salt": salt,
        }
        known = None
        async with self._database.write() as connection:
            try:
                await _require_open(connection, opened)
            except CampaignClosed:
                # What the person is told next is to be true already.
                self._campaigns.outdated()
                raise
            row = counted | private | await self._wordings.keep(connection, consent)
            while known is None and not await connection.scalar(self._insert, row):
                # They have signed before. Should they withdraw in this very moment, insert again.
                known = await _find(connection, campaign, tag)
            if known is None:
                committed = Committed(
                    campaign.slug,
                    row_id,
                    sha256(sealed).digest(),
                    draft.country,
                    counted["locale"],
                    row["wording"],
                )
                queued: dict[str, Any] = {
                    "kind": "add",
                    "signature_id": row_id,
                    "commitment": committed.under(salt),
                }
                if arrival.source in CREDITING and arrival.code:
                    queued["invite_id"] = await _credit(connection, campaign, arrival.code, row_id)
                if held is None:
                    await connection.execute(waiting.insert(), counted | queued)
                else:
                    await connection.execute(
                        models.held.insert().values(
                            signature_id=row_id,
                            campaign_id=campaign.id,
                            reason=held,
                            held_on=counted["signed_on"],
                        )
                    )
        self._wordings.kept(consent)
        if known is not None:
            return Signed(new=False, signature=known)
        if held is None:
            self._campaigns.noticed(campaign, draft.country, +1)
        signature = Signature(counted["signed_on"], draft.country, counted["locale"], consent)
        return Signed(new=True, signature=signature)

    async def _source(self, campaign: Campaign, arrival: Arrival) -> tuple[Source, str | None]:
        """What to count a signature under: where the link was, and the origin's code.

        A code that nobody gave out makes an invite or an origin a link like any other.
        """
        if arrival.source == "origin":
            if await self._origins.known(campaign, arrival.code):
                return "origin", arrival.code
            return "direct", None
        if arrival.source == "invite":
            async with self._database.read() as connection:
                if not await connection.scalar(_invite(campaign, arrival.code)):
                    return "direct", None
        return arrival.source, None

    async def total(self, campaign: Campaign) -> int:
        # One statement, so that nobody counts twice while the sequencer works.
        totals = models.totals.c
        counted = select(func.coalesce(func.sum(totals.amount), 0)).where(
            totals.campaign_id == campaign.id, totals.dimension == "world"
        )
        uncounted = select(func.coalesce(func.sum(CHANGE), 0)).where(
            waiting.c.campaign_id == campaign.id
        )
        async with self._database.read() as connection:
            total = await connection.scalar(
                select(counted.scalar_subquery() + uncounted.scalar_subquery())
            )
        return int(total or 0)

    async def find(self, campaign: Campaign, person: Person) -> Signature | None:
        opened = await self._campaigns.secrets(campaign)
        if opened is None:
            return None
        tag = opened.tag(person.channel, person.user_id)
        async with self._database.read() as connection:
            return await _find(connection, campaign, tag)

    async def of(self, person: Person) -> Sequence[tuple[Campaign, Signature]]:
        opened = await self._campaigns.opened()
        if not opened:
            return []
        async with self._database.read() as connection:
            rows = await connection.execute(SIGNATURE.where(*theirs(person, opened)))
            found = {row.campaign_id: _signature(row) for row in rows}
        campaigns = [each.campaign for each in opened]
        return [(each, found[each.id]) for each in campaigns if each.id in found]

    async def withdraw(self, campaign: Campaign, person: Person) -> bool:
        opened = await self._campaigns.secrets(campaign)
        if opened is None:
            return False
        async with self._database.write(erases=True) as connection:
            erased = await erase_of(connection, person, [opened], uncredit=True)
        for each in erased:
            if each.counted:
                self._campaigns.noticed(campaign, each.country, -1)
        return bool(erased)


async def _credit(
    connection: AsyncConnection, campaign: Campaign, token: str, signature_id: bytes
) -> int | None:
    """Credit a signature that was just inserted to the invite of that token; the invite's id.

    Only now may the invite be locked: those who sign again wait, above, for their own
    withdrawal, which may be of this very invite.
    """
    invite_id = await connection.scalar(
        _invite(campaign, token).with_for_update(read=True, key_share=True)
    )
    if invite_id is not None:
        await connection.execute(
            joinings.insert().values(signature_id=signature_id, invite_id=invite_id)
        )
    return invite_id


def _invite(campaign: Campaign, token: str) -> Select[int]:
    columns = invites.c
    return select(columns.id).where(columns.token == token, columns.campaign_id == campaign.id)


async def _find(connection: AsyncConnection, campaign: Campaign, tag: bytes) -> Signature | None:
    query = SIGNATURE.where(table.c.campaign_id == campaign.id, table.c.tag == tag)
    row = (await connection.execute(query)).one_or_none()
    return _signature(row) if row else None


def _signature(row: AnyRow) -> Signature:
    return Signature(
        since=row.signed_on,
        country=row.country,
        locale=row.locale,
        consent=consents.read(row, "sign"),
    )


class _OtherKeys(Exception):
    """The campaign seals to other keys than it did a moment ago."""


async def _require_open(connection: AsyncConnection, opened: OpenCampaign) -> None:
    """Raise CampaignClosed unless the campaign is open, and stays so until we commit.

    Likewise _OtherKeys, where it does not seal to the keys that it did. FOR KEY SHARE: signers do
    not hinder each other nor the sequencer, which changes the same row's counter; only who pauses
    or closes it, or changes its keys, waits for us, or we for them.
    """
    campaign, columns = opened.campaign, models.campaigns.c
    query = select(columns.status, columns.paused_at, columns.key_set).where(
        columns.id == campaign.id
    )
    locked = query.with_for_update(read=True, key_share=True)
    row = (await connection.execute(locked)).one_or_none()
    if row is None or status_of(row) != "open":
        raise CampaignClosed(campaign.slug)
    if row.key_set != opened.key_set:
        raise _OtherKeys
