"""Signatures."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.signatures import CampaignClosed, Draft, Signature, Signed
from handlers.domain.supporters import Consent, Person
from handlers.ports.signatures import Signatures
from tests.support.fakes.kept import TODAY, Kept, Mark, key_of, known_as

NOWHERE = Arrival()


@dataclass
class FakeSignatures(Signatures):
    kept: Kept

    async def sign(
        self,
        campaign: Campaign,
        person: Person,
        draft: Draft,
        consent: Consent,
        arrival: Arrival = NOWHERE,
    ) -> Signed:
        kept, key = self.kept, key_of(campaign, person)
        if kept.campaigns[campaign.slug].status != "open":
            raise CampaignClosed(campaign.slug)
        if key in kept.signatures:
            return Signed(False, kept.signatures[key])
        wording = consent.wording
        signature = Signature(TODAY, draft.country, wording.locale, consent)
        kept.signatures[key] = signature
        kept.drafts.append(Draft(country=draft.country) if campaign.high_risk else draft)
        kept.arrivals.append(arrival)
        kept.marks[key] = self._mark(campaign, person, arrival)
        kept.consents.append((consent.purpose, wording.text.partition(" ")[0], wording.locale))
        return Signed(True, signature)

    def _mark(self, campaign: Campaign, person: Person, arrival: Arrival) -> Mark:
        """Where they came from, and who is credited for it.

        A code that nobody gave out makes an invite or an origin a link like any other.
        """
        kept, mark = self.kept, Mark(person.channel, arrival.source)
        if arrival.source == "origin":
            known = arrival.code in kept.origins.get(campaign.slug, ())
            mark.source, mark.partner = ("origin", arrival.code) if known else ("direct", "")
        if arrival.source in ("invite", "inline") and arrival.code:
            mark.inviter = next(
                (
                    key
                    for key, invite in kept.invites.items()
                    if (key[0], invite.token) == (campaign.slug, arrival.code)
                ),
                None,
            )
        if arrival.source == "invite" and mark.inviter is None:
            mark.source = "direct"
        return mark

    async def total(self, campaign: Campaign) -> int:
        return self.kept.total(campaign.slug)

    async def find(self, campaign: Campaign, person: Person) -> Signature | None:
        # Once it is closed, nothing leads from a person to a signature.
        running = self.kept.campaigns[campaign.slug].running
        return self.kept.signatures.get(key_of(campaign, person)) if running else None

    async def of(self, person: Person) -> Sequence[tuple[Campaign, Signature]]:
        found = [
            (self.kept.campaigns[slug], signature)
            for (slug, user), signature in self.kept.signatures.items()
            if user == known_as(person)
        ]
        return [(campaign, signature) for campaign, signature in found if campaign.running]

    async def withdraw(self, campaign: Campaign, person: Person) -> bool:
        if not self.kept.campaigns[campaign.slug].running:
            return False
        return self.kept.erase(key_of(campaign, person))
