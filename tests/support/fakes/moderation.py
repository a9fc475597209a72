"""Signatures that are held for review."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import (
    CountChanged,
    Decision,
    Found,
    HeldReason,
    Pile,
    Piles,
    Selection,
)
from handlers.domain.organizers import Organizer
from handlers.ports.moderation import Moderation
from tests.support.fakes.kept import Kept, Key


@dataclass
class FakeModeration(Moderation):
    kept: Kept

    async def count(self, campaign: Campaign, selection: Selection) -> Found:
        marks = [self.kept.mark(key) for key in self._chosen(campaign, selection)]
        return Found(
            amount=len(marks),
            counted=sum(each.counted for each in marks),
            newest=max((each.number for each in marks), default=0),
        )

    async def hold(
        self, campaign: Campaign, selection: Selection, organizer: Organizer, now: datetime
    ) -> int:
        if selection.held:
            return 0  # they are held already
        chosen = self._chosen(campaign, selection)
        for key in chosen:
            hold(self.kept, key, "picked")
        if chosen:
            told = selection.told(campaign, len(chosen))
            self.kept.write_down("held", organizer, campaign, now, count=told)
        return len(chosen)

    async def decide(
        self,
        campaign: Campaign,
        selection: Selection,
        decision: Decision,
        expected: int,
        organizer: Organizer,
        now: datetime,
    ) -> int:
        if not selection.held:
            raise ValueError("only what is held can be decided about")
        chosen = self._chosen(campaign, selection)
        if len(chosen) > expected:
            raise CountChanged
        for key in chosen:
            self.kept.mark(key).decision = decision
        if chosen:
            why = {} if decision == "release" else {"reason": decision}
            self.kept.write_down(
                "invalidated" if why else "released",
                organizer,
                campaign,
                now,
                count=selection.told(campaign, len(chosen)),
                **why,
            )
        return len(chosen)

    async def piles(self, campaign: Campaign) -> Piles:
        amounts: Counter[HeldReason] = Counter()
        piles: Counter[tuple[HeldReason, Key]] = Counter()
        deciding = False
        for key, each in self.kept.signatures.items():
            mark = self.kept.mark(key)
            if key[0] != campaign.slug or not mark.held:
                continue
            if mark.decision is not None:
                deciding = True
                continue
            amounts[mark.held] += 1
            piles[mark.held, (each.country, each.since.isoformat())] += 1
        largest = [
            Pile(held, country, datetime.fromisoformat(day).date(), amount)
            for (held, (country, day)), amount in piles.items()
            if amount >= campaign.fewest
        ]
        return Piles(
            {held: n if n >= campaign.fewest else 0 for held, n in amounts.items()},
            sorted(largest, key=lambda pile: (-pile.amount, pile.day, pile.country)),
            len(piles) - len(largest),
            deciding,
        )

    async def named_links(self, campaign: Campaign) -> Mapping[str, str]:
        return dict(sorted(self.kept.origins.get(campaign.slug, {}).items()))

    def _chosen(self, campaign: Campaign, selection: Selection) -> list[Key]:
        return [
            key
            for key in self.kept.signatures
            if key[0] == campaign.slug and self._fits(key, selection)
        ]

    def _fits(self, key: Key, selection: Selection) -> bool:
        mark, signature = self.kept.mark(key), self.kept.signatures[key]
        return (
            mark.held == selection.held
            and mark.decision is None
            and selection.country in ("", signature.country)
            and selection.locale in ("", signature.locale)
            and selection.source in ("", mark.source)
            and selection.partner in ("", mark.partner)
            and (selection.newest is None or mark.number <= selection.newest)
            and (selection.since is None or signature.since >= selection.since)
            and (selection.until is None or signature.since <= selection.until)
        )


def hold(kept: Kept, key: Key, reason: HeldReason) -> None:
    """Hold a signature; the one that is held last has the largest number."""
    mark = kept.mark(key)
    mark.held, mark.number = reason, 1 + max(each.number for each in kept.marks.values())
