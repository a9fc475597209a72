"""Receipts: what proves to a signer that their signature is counted, and to nobody who they are.

A receipt is a C2SP tlog-proof whose `extra` opens the commitment: the salt and the lines it was
made of (`storage.commitments`). Until the next checkpoint there is no proof; what a signer gets
meanwhile is a promise, a note that the log has signed:

    porte-voix promise 1
    <the log's origin>
    <the salt and the lines, in base64>

Whoever has a receipt can show that somebody signed, from which country and in which language, and
can take that signature back. The server keeps none: it writes one whenever its owner asks.
"""

from dataclasses import dataclass
from hmac import compare_digest
from typing import Literal

from sqlalchemy import select

from handlers.stores import Campaign, Person
from storage import models
from storage.campaigns import Campaigns
from storage.commitments import SALT_BYTES, Committed
from storage.commitments import parse as parse_lines
from storage.database import Database
from storage.log import notes, proofs, tree
from storage.log.checkpoints import Checked
from storage.log.encodings import from_base64, to_base64
from storage.log.notes import VerifierKey
from storage.log.policies import Policy
from storage.log.proofs import Proof
from storage.log.refusals import Reason, Refused
from storage.log_entries import Entry
from storage.public_logs import PROMISE, PublicLogs
from storage.signatures import erase

MOST_BYTES = 16_000
"""Far more than a receipt has, with the cosignatures of many witnesses."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What opens a commitment."""

    salt: bytes
    committed: Committed

    @classmethod
    def parse(cls, extra: bytes) -> "Opened":
        """Out of the bytes in a receipt. Raises Refused."""
        try:
            return cls(extra[:SALT_BYTES], parse_lines(extra[SALT_BYTES:]))
        except ValueError:
            raise Refused(Reason.PROOF_FORM, "This is a proof, but not of a signature.") from None

    @property
    def extra(self) -> bytes:
        """The bytes that stand in a receipt."""
        return self.salt + self.committed.lines()

    @property
    def leaf(self) -> bytes:
        """The hash of the leaf that the signature has in its log."""
        return tree.leaf_hash(Entry("add", self.committed.under(self.salt)).line)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a signer gets."""

    content: bytes
    proven: bool
    """False for a promise: ask again after the next checkpoint."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A receipt that is what it says."""

    kind: Literal["promise", "proof"]
    origin: str
    opened: Opened
    checked: Checked | None = None
    """The checkpoint of a proof."""


class Receipts:
    """Writes receipts for those who have signed."""

    def __init__(self, database: Database, campaigns: Campaigns, logs: PublicLogs) -> None:
        self._database = database
        self._campaigns = campaigns
        self._logs = logs

    async def of(self, campaign: Campaign, person: Person) -> Receipt | None:
        """The person's receipt; None where they have not signed, or it cannot be told any more.

        Of a closed campaign nobody is found: then the receipt they have is all there is.
        """
        opened = await self._campaigns.secrets(campaign)
        if opened is None:
            return None
        table, leaves = models.signatures, models.leaves
        query = (
            select(table, leaves.c.number)
            .join(leaves, leaves.c.signature_id == table.c.id, isouter=True)
            .where(
                table.c.campaign_id == campaign.id,
                table.c.tag == opened.tag(person.channel, person.user_id),
            )
        )
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        opening = Opened(row.salt, Committed.of(campaign.slug, row))
        last = await self._logs.checkpoint(campaign)
        if row.number is None or last is None or row.number >= last.size:
            promise = await self._logs.promise(campaign, f"{to_base64(opening.extra)}\n")
            return None if promise is None else Receipt(promise, proven=False)
        path = await self._logs.inclusion(campaign, row.number, last.size)
        proof = Proof(row.number, tuple(path), last.content, opening.extra)
        return Receipt(proof.content, proven=True)

    async def withdraw(self, campaign: Campaign, opened: Opened) -> bool:
        """Take back and erase the signature that a receipt is of; False where it is no more.

        This works after the campaign has closed, too, when nothing else leads to a signature.
        """
        table = models.signatures
        query = select(table).where(
            table.c.campaign_id == campaign.id, table.c.id == opened.committed.signature_id
        )
        async with self._database.write(erases=True) as connection:
            row = (await connection.execute(query.with_for_update())).one_or_none()
            if row is None or not compare_digest(row.salt, opened.salt):
                return False
            await erase(connection, [row])
        return True


def verify(content: bytes, policy: Policy) -> Verified:
    """Check a receipt with nothing but the keys one trusts. Raises Refused."""
    if len(content) > MOST_BYTES:
        raise Refused(Reason.TOO_LONG, f"A receipt has at most {MOST_BYTES} bytes.")
    if content.startswith(PROMISE.encode()):
        return _verify_promise(content, policy)
    proof = proofs.parse(content)
    opened = Opened.parse(proof.extra or b"")
    checked = proof.check(opened.leaf, policy)
    return Verified("proof", checked.checkpoint.origin, opened, checked)


def _verify_promise(content: bytes, policy: Policy) -> Verified:
    note = notes.parse(content)
    lines = note.text.split("\n")
    if len(lines) != 4:
        raise Refused(Reason.PROOF_FORM, "This is no promise of a log.")
    _, origin, extra, _ = lines
    keys: list[VerifierKey] = [key for key in policy.logs if key.name == origin]
    if not keys:
        raise Refused(Reason.ORIGIN, f"This is a promise of another log: {origin}")
    notes.check_note(content, keys)
    return Verified("promise", origin, Opened.parse(from_base64(extra)))
