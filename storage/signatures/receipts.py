"""Receipts: what proves to a signer that their signature is counted, and to nobody who they are.

A receipt is a C2SP tlog-proof whose `extra` opens the commitment: the salt and the lines it was
made of (`storage.transparency_log.formats.commitments`). Until the next checkpoint there is no
proof; what a signer gets meanwhile is a promise, a note that the log has signed:

    porte-voix promise 1
    <the log's origin>
    <the salt and the lines, in base64>

Whoever has a receipt can show that somebody signed, from which country and in which language, and
can take that signature back. The server keeps none: it writes one whenever its owner asks.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from hmac import compare_digest

from sqlalchemy import select

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import CheckedReceipt, NotAReceipt, Receipt, Unfit
from handlers.domain.supporters import Person
from handlers.ports import signatures as ports
from storage import models
from storage.campaigns.campaigns import Campaigns
from storage.database import Database
from storage.signatures.erasure import erase
from storage.transparency_log.formats import proofs
from storage.transparency_log.formats.encodings import to_base64
from storage.transparency_log.formats.entries import signatures_in
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.proofs import Proof
from storage.transparency_log.formats.receipts import PROMISE, Opened, origin_in, verify
from storage.transparency_log.formats.refusals import Reason, Refused
from storage.transparency_log.reader import LogReader
from storage.transparency_log.rows import committed_of

ID_BYTES = 16

UNFIT: Mapping[Reason, Unfit] = {
    Reason.TOO_LONG: "long",
    Reason.ORIGIN: "elsewhere",
    Reason.UNSIGNED: "forged",
    Reason.SIGNATURE: "forged",
    Reason.ROOT: "forged",
    Reason.QUORUM: "forged",
}
"""What people are told of a refused receipt; of every other reason, that it is damaged."""


class Receipts(ports.Receipts):
    """Writes receipts for those who have signed."""

    def __init__(self, database: Database, campaigns: Campaigns, logs: LogReader) -> None:
        self._database = database
        self._campaigns = campaigns
        self._logs = logs

    async def of(self, campaign: Campaign, person: Person) -> Receipt | None:
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
        opening = Opened(row.salt, committed_of(campaign.slug, row))
        last = await self._logs.checkpoint(campaign)
        if row.number is None or last is None or row.number >= last.size:
            promise = await self._logs.promise(campaign, f"{to_base64(opening.extra)}\n")
            return None if promise is None else Receipt(promise, proven=False)
        path = await self._logs.inclusion(campaign, row.number, last.size)
        proof = Proof(row.number, tuple(path), last.content, opening.extra)
        return Receipt(proof.content, proven=True)

    async def check(self, content: bytes) -> CheckedReceipt:
        try:
            return await self._checked(content)
        except Refused as refused:
            raise NotAReceipt(_unfit(content, refused.reason)) from refused

    async def withdraw(self, campaign: Campaign, opened: Opened) -> bool:
        """Take back and erase the signature that a receipt is of; False where it is no more.

        This works after the campaign has closed, too, when nothing else leads to a signature.
        """
        return await self._withdraw(campaign, opened.committed.signature_id, opened.salt)

    async def take_back(self, campaign: Campaign, key: str) -> bool:
        try:
            raw = urlsafe_b64decode(key)
        except (binascii.Error, ValueError):
            return False
        return await self._withdraw(campaign, raw[:ID_BYTES], raw[ID_BYTES:])

    async def _checked(self, content: bytes) -> CheckedReceipt:
        slug = await self._logs.slug_of(origin_in(content))
        campaign = await self._campaigns.get(slug) if slug else None
        key = await self._logs.key(campaign) if campaign else None
        if campaign is None or key is None:
            raise Refused(Reason.ORIGIN, "This is a receipt of a log that is not kept here.")
        verified = verify(content, Policy.of_log(key))
        opened = verified.opened
        return CheckedReceipt(
            campaign,
            opened.committed.country,
            opened.committed.locale,
            signatures_in(verified.checked.checkpoint) if verified.checked else None,
            urlsafe_b64encode(opened.committed.signature_id + opened.salt).decode(),
        )

    async def _withdraw(self, campaign: Campaign, signature_id: bytes, salt: bytes) -> bool:
        table = models.signatures
        query = select(table).where(table.c.campaign_id == campaign.id, table.c.id == signature_id)
        async with self._database.write(erases=True) as connection:
            row = (await connection.execute(query.with_for_update())).one_or_none()
            if row is None or not compare_digest(row.salt, salt):
                return False
            await erase(connection, [row])
        return True


def _unfit(content: bytes, reason: Reason) -> Unfit:
    known = content.startswith((PROMISE.encode(), proofs.HEADER.encode()))
    return UNFIT.get(reason, "damaged" if known else "strange")
