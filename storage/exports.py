"""Reading the signatures of a campaign with the organisation's private key.

This runs where the private key is: on the organisation's own computer, against the database
or a copy of it, never on the server. Nor is the vault key needed here: whoever has both could
tell which account signed with which name.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select

from storage import models
from storage.database import AnyRow, Database
from storage.faults import CampaignFault, KeyFault
from storage.opening import check
from storage.organisation_key import PrivateKey
from storage.sealing import Damaged, unseal

BATCH = 500
"""Rows read at a time: memory stays the same however many have signed."""

table, keys, campaigns = models.signatures, models.organisation_keys, models.campaigns


@dataclass(frozen=True, slots=True)
class Exported:
    """A signature in clear. `generated` is true for one made up for a sample campaign."""

    id: str
    name: str
    country: str
    email: str
    comment: str
    locale: str
    signed_on: date
    channel: str
    partner: str
    generated: bool


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A signature that cannot be opened, and why. It is counted all the same."""

    id: str
    reason: str


async def export(
    database: Database, slug: str, private: PrivateKey
) -> AsyncIterator[Exported | Unreadable]:
    """Every signature of a campaign, in no particular order.

    Those that are being added or withdrawn meanwhile may be in it or not. Raises CampaignFault
    for an unknown campaign, and KeyFault where this key opens none of its signatures.
    """
    campaign_id = await _campaign(database, slug, private)
    last = b""
    while rows := await _batch(database, campaign_id, last):
        for row in rows:
            yield _open(row, slug, private)
        last = rows[-1].tag


async def exportable(database: Database) -> list[str]:
    """The campaigns that were ever opened, by name. Raises DatabaseFault or SchemaFault."""
    await check(database)
    query = select(campaigns.c.slug).where(campaigns.c.status != "draft")
    async with database.read() as connection:
        return list(await connection.scalars(query.order_by(campaigns.c.slug)))


async def _campaign(database: Database, slug: str, private: PrivateKey) -> int:
    async with database.read() as connection:
        campaign = (
            await connection.execute(
                select(campaigns.c.id, keys.c.fingerprint)
                .outerjoin(keys, keys.c.id == campaigns.c.organisation_key_id)
                .where(campaigns.c.slug == slug)
            )
        ).one_or_none()
        if campaign is None:
            raise CampaignFault(f"There is no campaign {slug}.")
        fingerprint = private.public.fingerprint
        if campaign.fingerprint not in (None, fingerprint):
            mine = select(keys.c.id).where(keys.c.fingerprint == fingerprint).scalar_subquery()
            if not await connection.scalar(
                select(
                    exists().where(
                        table.c.campaign_id == campaign.id, table.c.organisation_key_id == mine
                    )
                )
            ):
                raise KeyFault(
                    f"The signatures of {slug} are sealed to key {campaign.fingerprint[:16]};"
                    f" this is key {fingerprint[:16]}: use the other file."
                )
        return int(campaign.id)


async def _batch(database: Database, campaign_id: int, after: bytes) -> list[AnyRow]:
    # By tag, for which there is an index; unlike one long query this holds nothing up.
    query = (
        select(table)
        .where(table.c.campaign_id == campaign_id, table.c.tag > after)
        .order_by(table.c.tag)
        .limit(BATCH)
    )
    async with database.read() as connection:
        return list((await connection.execute(query)).all())


def _open(row: AnyRow, slug: str, private: PrivateKey) -> Exported | Unreadable:
    try:
        draft = unseal(private, slug, row.id, row.sealed)
    except Damaged as damage:
        return Unreadable(row.id.hex(), str(damage))
    return Exported(
        id=row.id.hex(),
        name=draft.name,
        country=row.country,
        email=draft.email,
        comment=draft.comment,
        locale=row.locale,
        signed_on=row.signed_on,
        channel=row.channel,
        partner=row.partner or "",
        generated=row.generated_in is not None,
    )
