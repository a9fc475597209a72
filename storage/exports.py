"""Reading the signatures of a campaign with the organisation's private key.

This runs where the private key is: on the organisation's own computer, against the database
or a copy of it, never on the server. Nor is the vault key needed here: whoever has both could
tell which account signed with which name.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.organizer.stores import ExportRequest
from storage import models
from storage.audit import write_down
from storage.database import AnyRow, Database
from storage.export_requests import QUERY, VALID, read
from storage.faults import CampaignFault, ExportFault, KeyFault
from storage.opening import check
from storage.organisation_key import PrivateKey, short
from storage.organizers import owners_of, tell_owners
from storage.sealing import Damaged, unseal

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

    Those that are being added or withdrawn meanwhile may be in it or not. Raises CampaignFault
    for an unknown campaign, and KeyFault where this key opens none of its signatures.
    """
    async with database.read() as connection:
        opened = await _opened(connection, slug, private)
    last = b""
    while rows := await _batch(database, opened, narrowed, last):
        for row in rows:
            yield _open(row, slug, private)
        last = rows[-1].tag


async def amount(
    database: Database, slug: str, private: PrivateKey, narrowed: Narrowed = ALL
) -> int:
    """How many signatures that is. Raises as `export` does."""
    async with database.read() as connection:
        opened = await _opened(connection, slug, private)
        return await _amount(connection, opened, narrowed)


async def closed(
    database: Database, slug: str, private: PrivateKey, narrowed: Narrowed = ALL
) -> Sequence[Closed]:
    """Those of these signatures that this key does not open, by who can. Raises as `export`."""
    async with database.read() as connection:
        opened = await _opened(connection, slug, private)
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
    """The campaigns that were ever opened, by name. Raises DatabaseFault or SchemaFault."""
    await check(database)
    query = select(campaigns.c.slug).where(campaigns.c.status != "draft")
    async with database.read() as connection:
        return list(await connection.scalars(query.order_by(campaigns.c.slug)))


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a key opens: those signatures of a campaign that are sealed to one of these sets."""

    campaign_id: int
    sets: Sequence[int]


async def _opened(connection: AsyncConnection, slug: str, private: PrivateKey) -> _Opened:
    """Raises CampaignFault, and KeyFault where the campaign was never sealed to this key."""
    campaign_id = await _id(connection, slug)
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


async def _amount(connection: AsyncConnection, opened: _Opened, narrowed: Narrowed) -> int:
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


# Letting owners decide.


async def owners(database: Database, slug: str) -> Sequence[int]:
    """The numbers of those who may grant exports of that campaign in the chat."""
    async with database.read() as connection:
        return await owners_of(connection, await _id(connection, slug))


async def ask(
    database: Database, slug: str, narrowed: Narrowed, many: int, now: datetime | None = None
) -> int:
    """Ask the campaign's owners to let so many signatures be exported; the request's number."""
    now = now or datetime.now(UTC)
    async with database.write() as connection:
        campaign_id = await _id(connection, slug)
        made = await connection.execute(
            requests.insert()
            .values(
                campaign_id=campaign_id,
                country=narrowed.country,
                locale=narrowed.locale,
                held=narrowed.held,
                amount=many,
                state="asked",
                asked_at=now,
            )
            .returning(requests.c.id)
        )
        number: int = made.scalar_one()
        await tell_owners(
            connection,
            "export",
            campaign_id,
            now,
            number=number,
            amount=many,
            country=narrowed.country,
            locale=narrowed.locale,
            held=int(narrowed.held),
        )
        await write_down(
            connection, "export-asked", None, campaign_id, now, number=number, count=many
        )
    return number


async def request(
    database: Database, number: int, now: datetime | None = None
) -> ExportRequest | None:
    """The request of that number as it stands, or None."""
    query = QUERY.where(requests.c.id == number)
    async with database.read() as connection:
        row = (await connection.execute(query)).one_or_none()
    return read(row, now or datetime.now(UTC)) if row else None


async def use(
    database: Database, number: int, private: PrivateKey, now: datetime | None = None
) -> None:
    """Use up a granted request with that key, and write into the audit log that it is exported.

    Raises ExportFault where it is not granted (any more), where whoever granted it is an owner no
    more, or where by now it would be noticeably more than was granted.
    """
    now = now or datetime.now(UTC)
    query = QUERY.where(requests.c.id == number).with_for_update(of=requests)
    async with database.write() as connection:
        row = (await connection.execute(query)).one_or_none()
        found = read(row, now) if row else None
        if row is None or found is None or found.state != "granted":
            raise ExportFault(why_not(number, found))
        if found.decided_by not in await owners_of(connection, row.campaign_id):
            raise ExportFault(
                f"Whoever granted export request {number} is no owner of the campaign any more:"
                " ask again, without --request."
            )
        narrowed = Narrowed(found.country, found.locale, found.held)
        opened = await _opened(connection, found.slug, private)
        many = await _amount(connection, opened, narrowed)
        if many > found.amount + max(SLACK, found.amount // 10):
            raise ExportFault(
                f"There are {many:,} signatures by now, and {found.amount:,} were granted:"
                " ask again, without --request."
            )
        await connection.execute(
            update(requests).where(requests.c.id == number).values(state="used")
        )
        await write_down(connection, "exported", None, row.campaign_id, now, count=many)


async def note(database: Database, slug: str, many: int, now: datetime | None = None) -> None:
    """Write an export that nobody had to grant into the audit log."""
    async with database.write() as connection:
        campaign_id = await _id(connection, slug)
        await write_down(
            connection, "exported", None, campaign_id, now or datetime.now(UTC), count=many
        )


def why_not(number: int, found: ExportRequest | None) -> str:
    """Why a request cannot be used, in one sentence."""
    if found is None:
        return f"There is no export request {number}."
    hours = int(VALID.total_seconds() // 3600)
    return {
        "asked": f"Export request {number} is not granted yet: an owner does that in the chat,"
        " by /organize.",
        "refused": f"Export request {number} was refused.",
        "used": f"Export request {number} was used already, and serves once: ask again, without"
        " --request.",
        "expired": f"Export request {number} has expired after {hours} hours: ask again, without"
        " --request.",
    }[found.state]


async def _id(connection: AsyncConnection, slug: str) -> int:
    campaign_id = await connection.scalar(select(campaigns.c.id).where(campaigns.c.slug == slug))
    if campaign_id is None:
        raise CampaignFault(f"There is no campaign {slug}.")
    return int(campaign_id)
