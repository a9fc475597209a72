"""Asking the owners for an export, and using what they granted."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import update

from handlers.domain.exports import ExportRequest
from storage.database import Database
from storage.errors import ExportFault
from storage.exports.reader import SLACK, Narrowed, amount_in, campaign_id_of, opened_by, requests
from storage.exports.requests import QUERY, VALID, read
from storage.organisation_keys.key_pair import PrivateKey
from storage.organizers.audit_log import write_down
from storage.organizers.notices import owners_of, tell_owners


async def owners(database: Database, slug: str) -> Sequence[int]:
    """The numbers of those who may grant exports of that campaign in the chat."""
    async with database.read() as connection:
        return await owners_of(connection, await campaign_id_of(connection, slug))


async def ask(
    database: Database, slug: str, narrowed: Narrowed, many: int, now: datetime | None = None
) -> int:
    """Ask the campaign's owners to let so many signatures be exported; the request's number."""
    now = now or datetime.now(UTC)
    async with database.write() as connection:
        campaign_id = await campaign_id_of(connection, slug)
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

    Raises:
        ExportFault: it is not granted (any more), whoever granted it is an owner no more, or by
            now it would be noticeably more than was granted.
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
        opened = await opened_by(connection, found.slug, private)
        many = await amount_in(connection, opened, narrowed)
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
        campaign_id = await campaign_id_of(connection, slug)
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
