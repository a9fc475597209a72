"""The organisation keys that the server knows: public halves, and whether they are proven."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import models
from storage.database import Database
from storage.errors import KeyFault
from storage.organisation_keys.key_pair import PublicKey, challenge, short

table, sets = models.organisation_keys, models.key_sets
campaigns, signatures = models.campaigns, models.signatures


@dataclass(frozen=True, slots=True)
class OrganisationKey:
    """A public key as the server keeps it; `proven_at` is None until somebody proved it."""

    fingerprint: str
    public: PublicKey
    proven_at: datetime | None


@dataclass(frozen=True, slots=True)
class Use:
    """What a key serves for."""

    seals: Sequence[str]
    """The campaigns, not closed, whose signatures are sealed to it from now on."""
    opens: Mapping[str, int]
    """How many signatures of each campaign it opens, where there are any."""

    @property
    def needed(self) -> bool:
        """Whether something would be lost without it."""
        return bool(self.seals or self.opens)


class OrganisationKeys:
    """Public organisation keys, and the proof that somebody holds the private half."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, public: PublicKey) -> OrganisationKey:
        """Keep a public key; one that is there already stays as it is."""
        async with self._database.write() as connection:
            await connection.execute(
                self._database.insert(table)
                .values(fingerprint=public.fingerprint, public=public.raw)
                .on_conflict_do_nothing()
            )
        return await self.get(public.fingerprint)

    async def get(self, fingerprint: str) -> OrganisationKey:
        """The key of that fingerprint.

        Raises:
            KeyFault: it is not known.
        """
        for key in await self.all():
            if key.fingerprint == fingerprint:
                return key
        raise KeyFault(f"There is no organisation key {fingerprint}: add its public file first.")

    async def all(self) -> Sequence[OrganisationKey]:
        """Every key, in the order in which they were added."""
        async with self._database.read() as connection:
            rows = await connection.execute(select(table).order_by(table.c.id))
        return [
            OrganisationKey(row.fingerprint, PublicKey.from_raw(row.public), row.proven_at)
            for row in rows
        ]

    async def uses(self) -> Mapping[str, Use]:
        """What each key serves for, by fingerprint, in the order in which they were added.

        It counts all signatures there are.
        """
        async with self._database.read() as connection:
            query = select(table.c.id, table.c.fingerprint).order_by(table.c.id)
            rows = await connection.execute(query)
            return {row.fingerprint: await _use(connection, row.id) for row in rows.all()}

    async def remove(self, fingerprint: str) -> None:
        """Forget a key that serves for nothing.

        Raises:
            KeyFault: it is not known, a campaign seals to it, or signatures are sealed to it.
        """
        async with self._database.write() as connection:
            # Locked: no campaign chooses it meanwhile.
            key_id = await connection.scalar(
                select(table.c.id).where(table.c.fingerprint == fingerprint).with_for_update()
            )
            if key_id is None:
                raise KeyFault(f"There is no organisation key {fingerprint}.")
            used = await _use(connection, key_id)
            if used.seals:
                raise KeyFault(
                    f"Key {short(fingerprint)} is in use: signatures of {', '.join(used.seals)} are"
                    " sealed to it. `campaign seal-to` chooses other keys first."
                )
            if used.opens:
                there = ", ".join(f"{slug} ({many:,})" for slug, many in used.opens.items())
                raise KeyFault(
                    f"Key {short(fingerprint)} is in use: signatures of {there} are sealed to it,"
                    " and stay so until they are erased."
                )
            await connection.execute(
                update(campaigns)
                .where(campaigns.c.organisation_key_id == key_id)
                .values(organisation_key_id=None)
            )
            await connection.execute(delete(sets).where(sets.c.organisation_key_id == key_id))
            await connection.execute(delete(table).where(table.c.id == key_id))

    async def challenge(self, fingerprint: str) -> bytes:
        """A sealed challenge for the key's holder; it takes the place of an earlier one.

        Only a hash of the answer is kept.

        Raises:
            KeyFault: the key is not known.
        """
        key = await self.get(fingerprint)
        sealed, expected = challenge(key.public)
        async with self._database.write() as connection:
            await connection.execute(
                update(table)
                .where(table.c.fingerprint == fingerprint)
                .values(challenge=sha256(expected).digest())
            )
        return sealed

    async def answer(self, fingerprint: str, answer: bytes, now: datetime | None = None) -> bool:
        """Whether `answer` (from `organisation_key.prove`) is right: if so the key is proven."""
        async with self._database.write() as connection:
            expected = await connection.scalar(
                select(table.c.challenge)
                .where(table.c.fingerprint == fingerprint)
                .with_for_update()
            )
            if expected is None or not compare_digest(expected, sha256(answer).digest()):
                return False
            await connection.execute(
                update(table)
                .where(table.c.fingerprint == fingerprint)
                .values(challenge=None, proven_at=now or datetime.now(UTC))
            )
        return True


async def _use(connection: AsyncConnection, key_id: int) -> Use:
    mine = sets.join(campaigns, campaigns.c.id == sets.c.campaign_id)
    seals = await connection.scalars(
        select(campaigns.c.slug)
        .select_from(mine)
        .where(
            sets.c.organisation_key_id == key_id,
            sets.c.number == campaigns.c.key_set,
            campaigns.c.status != "closed",
        )
        .order_by(campaigns.c.slug)
    )
    opens = await connection.execute(
        select(campaigns.c.slug, func.count().label("amount"))
        .select_from(
            mine.join(
                signatures,
                (signatures.c.campaign_id == sets.c.campaign_id)
                & (signatures.c.key_set == sets.c.number),
            )
        )
        .where(sets.c.organisation_key_id == key_id)
        .group_by(campaigns.c.slug)
        .order_by(campaigns.c.slug)
    )
    return Use(list(seals), {row.slug: row.amount for row in opens})
