"""Reading the signatures of a campaign with the organisation's private key.

This runs where the private key is: on the organisation's own computer, against the database
or a copy of it, never on the server. Nor is the vault key needed here: whoever has both could
tell which account signed with which name.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.organizer.stores import ExportRequest
from storage import models
from storage.database import AnyRow, Database
from storage.export_requests import QUERY, VALID, read
from storage.faults import CampaignFault, ExportFault, KeyFault
from storage.opening import check
from storage.organisation_key import PrivateKey
from storage.organizers import write_down
from storage.sealing import Damaged, unseal

BATCH = 500
"""Rows read at a time: memory stays the same however many have signed."""

SLACK = 10
"""By so many, or by a tenth, an export may have grown since it was granted: people sign on."""

table, keys, campaigns = models.signatures, models.organisation_keys, models.campaigns
held, requests = models.held, models.export_requests
organizers, roles = models.organizers, models.organizer_roles


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


async def export(
    database: Database, slug: str, private: PrivateKey, narrowed: Narrowed = ALL
) -> AsyncIterator[Exported | Unreadable]:
    """Those signatures of a campaign, in no particular order.

    Those that are being added or withdrawn meanwhile may be in it or not. Raises CampaignFault
    for an unknown campaign, and KeyFault where this key opens none of its signatures.
    """
    campaign_id = await _campaign(database, slug, private)
    last = b""
    while rows := await _batch(database, campaign_id, narrowed, last):
        for row in rows:
            yield _open(row, slug, private)
        last = rows[-1].tag


async def amount(
    database: Database, slug: str, private: PrivateKey, narrowed: Narrowed = ALL
) -> int:
    """How many signatures that is. Raises as `export` does."""
    campaign_id = await _campaign(database, slug, private)
    async with database.read() as connection:
        return await _amount(connection, campaign_id, narrowed)


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


async def _amount(connection: AsyncConnection, campaign_id: int, narrowed: Narrowed) -> int:
    query = select(func.count()).select_from(_JOINED).where(*_fits(campaign_id, narrowed))
    return int(await connection.scalar(query) or 0)


async def _batch(
    database: Database, campaign_id: int, narrowed: Narrowed, after: bytes
) -> list[AnyRow]:
    # By tag, for which there is an index; unlike one long query this holds nothing up.
    query = (
        select(table, _HELD.label("held"))
        .select_from(_JOINED)
        .where(*_fits(campaign_id, narrowed), table.c.tag > after)
        .order_by(table.c.tag)
        .limit(BATCH)
    )
    async with database.read() as connection:
        return list((await connection.execute(query)).all())


_JOINED = table.outerjoin(held, held.c.signature_id == table.c.id)

# What an organizer has released is only waiting for the worker, as is what they have removed.
_HELD = held.c.id.is_not(None) & held.c.decision.is_(None)


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
        return await _owners(connection, await _id(connection, slug))


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
        details = {
            "slug": slug,
            "title": await _title(connection, campaign_id),
            "number": number,
            "amount": many,
            "country": narrowed.country,
            "locale": narrowed.locale,
            "held": int(narrowed.held),
        }
        told = [
            {"organizer_id": each, "kind": "export", "details": details, "created_at": now}
            for each in await _owners(connection, campaign_id)
        ]
        if told:
            await connection.execute(models.notices.insert(), told)
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


async def use(database: Database, number: int, now: datetime | None = None) -> None:
    """Use up a granted request, and write into the audit log that the export is made.

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
        if found.decided_by not in await _owners(connection, row.campaign_id):
            raise ExportFault(
                f"Whoever granted export request {number} is no owner of the campaign any more:"
                " ask again, without --request."
            )
        narrowed = Narrowed(found.country, found.locale, found.held)
        many = await _amount(connection, row.campaign_id, narrowed)
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


async def _owners(connection: AsyncConnection, campaign_id: int) -> Sequence[int]:
    here = exists().where(
        roles.c.organizer_id == organizers.c.id,
        roles.c.campaign_id == campaign_id,
        roles.c.role == "owner",
    )
    query = select(organizers.c.id).where(
        organizers.c.tag.is_not(None), or_(organizers.c.everywhere == "owner", here)
    )
    return list(await connection.scalars(query.order_by(organizers.c.id)))


async def _title(connection: AsyncConnection, campaign_id: int) -> str:
    """In the campaign's own language: those who are told may read different ones."""
    texts = models.campaign_texts
    content = await connection.scalar(
        select(texts.c.content)
        .join(campaigns, campaigns.c.id == texts.c.campaign_id)
        .where(campaigns.c.id == campaign_id, texts.c.locale == campaigns.c.default_locale)
    )
    return str((content or {}).get("title", ""))
