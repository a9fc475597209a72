"""Those who asked for updates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.domain.campaigns import Campaign
from handlers.domain.supporters import Consent, Person, Subscription
from handlers.ports.supporters import Supporters
from tests.support.fakes.kept import TODAY, Kept, key_of, known_as
from tests.support.fakes.organizers import is_same, leave


@dataclass
class FakeSupporters(Supporters):
    kept: Kept

    async def subscribe(
        self, campaign: Campaign, person: Person, locale: str, country: str, consent: Consent
    ) -> None:
        if not person.chat_id:
            raise ValueError("updates need a chat")
        kept, key, wording = self.kept, key_of(campaign, person), consent.wording
        kept.consents.append((consent.purpose, wording.text.partition(" ")[0], wording.locale))
        there = "" if campaign.high_risk else country
        new = Subscription(campaign, TODAY, locale, there, consent)
        kept.subscriptions.setdefault(key, new)
        await self.returned(person)
        await self.speaks(person, locale)

    async def unsubscribe(self, campaign: Campaign, person: Person) -> bool:
        return self.kept.subscriptions.pop(key_of(campaign, person), None) is not None

    async def subscriptions(self, person: Person) -> Sequence[Subscription]:
        kept = self.kept
        return [
            replace(each, campaign=kept.campaigns[slug])
            for (slug, user), each in reversed(kept.subscriptions.items())
            if user == known_as(person)
        ]

    async def speaks(self, person: Person, locale: str) -> None:
        kept, who = self.kept, known_as(person)
        for key, each in kept.subscriptions.items():
            if key[1] == who:
                kept.subscriptions[key] = replace(each, locale=locale)
        kept.told_in |= {key: locale for key in kept.told_in if key[1] == who}

    async def returned(self, person: Person) -> None:
        self.kept.unreachable.discard(known_as(person))

    async def forget(self, person: Person) -> None:
        kept, who = self.kept, known_as(person)
        kept.forgotten.append(person.user_id)
        for key in [key for key in kept.signatures if key[1] == who]:
            if kept.campaigns[key[0]].running:
                # Whoever invited them keeps the number that they were told.
                kept.erase(key, uncredit=False)
        for key in [key for key in kept.subscriptions if key[1] == who]:
            del kept.subscriptions[key]
        for member in kept.organizers.values():
            if member.person is not None and is_same(member.person, person):
                leave(kept, member)
