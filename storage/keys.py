"""The organisation keys that the server knows: public halves, and whether they are proven."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest

from sqlalchemy import select, update

from storage import models
from storage.database import Database
from storage.faults import KeyFault
from storage.organisation_key import PublicKey, challenge


@dataclass(frozen=True, slots=True)
class OrganisationKey:
    """A public key as the server keeps it; `proven_at` is None until somebody proved it."""

    fingerprint: str
    public: PublicKey
    proven_at: datetime | None


class OrganisationKeys:
    """Public organisation keys, and the proof that somebody holds the private half."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, public: PublicKey) -> OrganisationKey:
        """Keep a public key; one that is there already stays as it is."""
        async with self._database.write() as connection:
            await connection.execute(
                self._database.insert(models.organisation_keys)
                .values(fingerprint=public.fingerprint, public=public.raw)
                .on_conflict_do_nothing()
            )
        return await self.get(public.fingerprint)

    async def get(self, fingerprint: str) -> OrganisationKey:
        """The key of that fingerprint. Raises KeyFault where it is not known."""
        for key in await self.all():
            if key.fingerprint == fingerprint:
                return key
        raise KeyFault(f"There is no organisation key {fingerprint}: add its public file first.")

    async def all(self) -> Sequence[OrganisationKey]:
        """Every key, in the order in which they were added."""
        table = models.organisation_keys
        async with self._database.read() as connection:
            rows = await connection.execute(select(table).order_by(table.c.id))
        return [
            OrganisationKey(row.fingerprint, PublicKey.from_raw(row.public), row.proven_at)
            for row in rows
        ]

    async def challenge(self, fingerprint: str) -> bytes:
        """A sealed challenge for the key's holder; it takes the place of an earlier one.

        Only a hash of the answer is kept. Raises KeyFault where the key is not known.
        """
        key = await self.get(fingerprint)
        sealed, expected = challenge(key.public)
        table = models.organisation_keys
        async with self._database.write() as connection:
            await connection.execute(
                update(table)
                .where(table.c.fingerprint == fingerprint)
                .values(challenge=sha256(expected).digest())
            )
        return sealed

    async def answer(self, fingerprint: str, answer: bytes, now: datetime | None = None) -> bool:
        """Whether `answer` (from `organisation_key.prove`) is right: if so the key is proven."""
        table = models.organisation_keys
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
