"""Reading the signatures of a campaign with the organisation's private key.

This runs where the private key is: on the organisation's own computer, against the database
or a copy of it, never on the server. Nor is the vault key needed here: whoever has both could
tell which account signed with which name.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import models
from storage.database import AnyRow, Database
from storage.errors import CampaignFault, KeyFault
from storage.migrations.check import check
from storage.organisation_keys.key_pair import PrivateKey, short
from storage.organisation_keys.sealing import Damaged, unseal

BATCH = 500
"""Rows read at a time: memory stays the same however many have signed."""

SLACK = 10
"""By so many, or by a tenth, an export may have grown since it was granted: people sign on."""

table, campaigns = models.signatures, models.campaigns
keys, sets = models.organisation_keys, models.key_sets
held, requests = models.held, models.export_requests


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which of a campaign's signatures to read. Empty means: from everywhere, in any language."""

    country: str = ""
    locale: str = ""
    held: bool = False
    """Those too that are held for review."""


ALL = Narrowed()


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
    held: bool = False
    """Whether it is held for review, and so perhaps not counted."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A signature that cannot be opened, and why. It is counted all the same."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Closed:
    """So many signatures that a key does not open, and the fingerprints of those that do."""

    keys: tuple[str, ...]
    amount: int


async def export(
    database: Database, slug: str, private: PrivateKey, narrowed: Narrowed = ALL
) -> AsyncIterator[Exported | Unreadable]:
    """Those of these signatures that this key opens, in no particular order.

    Those that are being added or withdrawn meanwhile may be in it or not.

    Raises:
        CampaignFault: there is no campaign of that slug.
        KeyFault: this key opens none of its signatures.
    """
    async with database.read() as connection:
        opened = await opened_by(connection, slug, private)
    last = b""
    while rows := await _batch(database, opened, narrowed, last):
        for row in rows:
            yield _open(row, slug, private)
        last = rows[-1].tag


async def amount(
    database: Database, slug: str, private: PrivateKey, narrowed: Narrowed = ALL
) -> int:
    """How many of these signatures this key opens.

    Raises:
        CampaignFault: there is no campaign of that slug.
        KeyFault: this key opens none of its signatures.
    """
    async with database.read() as connection:
        opened = await opened_by(connection, slug, private)
        return await amount_in(connection, opened, narrowed)


async def closed(
    database: Database, slug: str, private: PrivateKey, narrowed: Narrowed = ALL
) -> Sequence[Closed]:
    """Those of these signatures that this key does not open, by who can.

    Raises:
        CampaignFault: there is no campaign of that slug.
        KeyFault: this key opens none of its signatures.
    """
    async with database.read() as connection:
        opened = await opened_by(connection, slug, private)
        amounts = await connection.execute(
            select(table.c.key_set, func.count().label("amount"))
            .select_from(_JOINED)
            .where(*_fits(opened.campaign_id, narrowed), table.c.key_set.not_in(opened.sets))
            .group_by(table.c.key_set)
            .order_by(table.c.key_set)
        )
        others = await _key_sets(connection, opened.campaign_id)
    found: dict[tuple[str, ...], int] = {}
    for row in amounts:
        theirs = others.get(row.key_set, ())
        found[theirs] = found.get(theirs, 0) + row.amount
    return [Closed(*each) for each in found.items()]


async def exportable(database: Database) -> list[str]:
    """The slugs of the campaigns that were ever opened, by name.

    Raises:
        DatabaseFault: the database does not answer.
        SchemaFault: its tables are missing, or older than this program.
    """
    await check(database)
    query = select(campaigns.c.slug).where(campaigns.c.status != "draft")
    async with database.read() as connection:
        return list(await connection.scalars(query.order_by(campaigns.c.slug)))


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a key opens: those signatures of a campaign that are sealed to one of these sets."""

    campaign_id: int
    sets: Sequence[int]


async def opened_by(connection: AsyncConnection, slug: str, private: PrivateKey) -> _Opened:
    """The campaign as far as this key opens it: its number, and those of its sets of keys.

    Raises:
        CampaignFault: there is no campaign of that slug.
        KeyFault: the campaign was never sealed to this key.
    """
    campaign_id = await campaign_id_of(connection, slug)
    there = await _key_sets(connection, campaign_id)
    mine = private.public.fingerprint
    opened = [number for number, fingerprints in there.items() if mine in fingerprints]
    if there and not opened:
        others = dict.fromkeys(short(each) for number in sorted(there) for each in there[number])
        raise KeyFault(
            f"The signatures of {slug} are sealed to key {' or '.join(others)};"
            f" this is key {short(mine)}: use the other file."
        )
    return _Opened(campaign_id, opened)


async def _key_sets(connection: AsyncConnection, campaign_id: int) -> dict[int, tuple[str, ...]]:
    """The fingerprints in each of a campaign's sets of keys."""
    rows = await connection.execute(
        select(sets.c.number, keys.c.fingerprint)
        .join(keys, keys.c.id == sets.c.organisation_key_id)
        .where(sets.c.campaign_id == campaign_id)
        .order_by(keys.c.id)
    )
    found: dict[int, tuple[str, ...]] = {}
    for row in rows:
        found[row.number] = (*found.get(row.number, ()), row.fingerprint)
    return found


async def amount_in(connection: AsyncConnection, opened: _Opened, narrowed: Narrowed) -> int:
    """How many of these signatures the key that `opened` is about opens."""
    query = select(func.count()).select_from(_JOINED).where(*_opens(opened, narrowed))
    return int(await connection.scalar(query) or 0)


async def _batch(
    database: Database, opened: _Opened, narrowed: Narrowed, after: bytes
) -> list[AnyRow]:
    # By tag, for which there is an index; unlike one long query this holds nothing up.
    query = (
        select(table, _HELD.label("held"))
        .select_from(_JOINED)
        .where(*_opens(opened, narrowed), table.c.tag > after)
        .order_by(table.c.tag)
        .limit(BATCH)
    )
    async with database.read() as connection:
        return list((await connection.execute(query)).all())


_JOINED = table.outerjoin(held, held.c.signature_id == table.c.id)

# What an organizer has released is only waiting for the worker, as is what they have removed.
_HELD = held.c.id.is_not(None) & held.c.decision.is_(None)


def _opens(opened: _Opened, narrowed: Narrowed) -> list[ColumnElement[bool]]:
    return [*_fits(opened.campaign_id, narrowed), table.c.key_set.in_(opened.sets)]


def _fits(campaign_id: int, narrowed: Narrowed) -> list[ColumnElement[bool]]:
    stands = or_(held.c.id.is_(None), held.c.decision == "release")
    fits = [
        table.c.campaign_id == campaign_id,
        or_(stands, held.c.decision.is_(None)) if narrowed.held else stands,
    ]
    if narrowed.country:
        fits.append(table.c.country == narrowed.country)
    if narrowed.locale:
        fits.append(table.c.locale == narrowed.locale)
    return fits


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
        held=row.held,
    )


async def campaign_id_of(connection: AsyncConnection, slug: str) -> int:
    """The number of the campaign of that slug in the database.

    Raises:
        CampaignFault: there is no campaign of that slug.
    """
    campaign_id = await connection.scalar(select(campaigns.c.id).where(campaigns.c.slug == slug))
    if campaign_id is None:
        raise CampaignFault(f"There is no campaign {slug}.")
    return int(campaign_id)
