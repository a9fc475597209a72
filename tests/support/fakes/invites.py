"""Personal links."""

from dataclasses import dataclass, replace

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Invite
from handlers.domain.supporters import Consent, Person
from handlers.ports.supporters import Invites
from tests.support.fakes.kept import Kept, key_of, known_as


@dataclass
class FakeInvites(Invites):
    kept: Kept

    async def find(self, campaign: Campaign, person: Person) -> Invite | None:
        if not self._told(campaign):
            return None
        return self.kept.invite(key_of(campaign, person))

    async def get_or_create(self, campaign: Campaign, person: Person) -> Invite | None:
        key = key_of(campaign, person)
        if not self._told(campaign) or key not in self.kept.signatures:
            return None
        # Readable in a failing test, and different for everybody.
        token = f"{campaign.slug}-{known_as(person)}".ljust(16, "_")[:16]
        self.kept.invites.setdefault(key, Invite(token, joined=0))
        return self.kept.invite(key)

    async def tell(self, campaign: Campaign, person: Person, locale: str, consent: Consent) -> None:
        if not person.chat_id:
            raise ValueError("telling needs a chat")
        if await self.get_or_create(campaign, person) is None:
            return
        key = key_of(campaign, person)
        self.kept.invites[key] = replace(self.kept.invites[key], consent=consent)
        self.kept.told_in[key] = locale
        wording = consent.wording
        self.kept.consents.append((consent.purpose, wording.text.partition(" ")[0], wording.locale))

    async def untell(self, campaign: Campaign, person: Person) -> None:
        key = key_of(campaign, person)
        if invite := self.kept.invites.get(key):
            self.kept.invites[key] = replace(invite, consent=None)
        self.kept.told_in.pop(key, None)

    def _told(self, campaign: Campaign) -> bool:
        """Whether anybody has a link there: it would tell, at high risk, who has signed."""
        there = self.kept.campaigns[campaign.slug]
        return there.running and not there.high_risk
