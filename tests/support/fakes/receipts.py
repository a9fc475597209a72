"""Receipts."""

from dataclasses import dataclass
from typing import get_args

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import CheckedReceipt, NotAReceipt, Receipt, Unfit
from handlers.domain.supporters import Person
from handlers.ports.signatures import Receipts
from tests.support.fakes.kept import Kept, key_of, known_as


@dataclass
class FakeReceipts(Receipts):
    """A receipt here is a line: what it is, the campaign, the user, the country, the language."""

    kept: Kept

    async def of(self, campaign: Campaign, person: Person) -> Receipt | None:
        signature = self.kept.signatures.get(key_of(campaign, person))
        if (
            signature is None
            or not self.kept.campaigns[campaign.slug].running
            or not self.kept.logged
        ):
            return None
        kind = "proof" if self.kept.checkpointed else "promise"
        parts = (kind, campaign.slug, known_as(person), signature.country, signature.locale)
        return Receipt(f"{','.join(parts)}\n".encode(), self.kept.checkpointed)

    async def check(self, content: bytes) -> CheckedReceipt:
        kind, _, rest = content.decode(errors="replace").removesuffix("\n").partition(",")
        if kind not in ("proof", "promise"):
            known: dict[str, Unfit] = {each: each for each in get_args(Unfit)}
            raise NotAReceipt(known.get(kind, "strange"))
        slug, user, country, locale = rest.split(",")
        signatures = self.kept.slugs_signed.count(slug) if kind == "proof" else None
        campaign = self.kept.campaigns[slug]
        return CheckedReceipt(campaign, country, locale, signatures, user)

    async def take_back(self, campaign: Campaign, key: str) -> bool:
        return self.kept.erase((campaign.slug, key))
