"""Numbers of a campaign."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from handlers.domain.broadcasts import Reached
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures, Origin, Stage
from handlers.ports.statistics import Statistics
from tests.support.fakes.broadcasts import progress_of
from tests.support.fakes.kept import Kept


@dataclass
class FakeStatistics(Statistics):
    kept: Kept

    async def figures(self, campaign: Campaign) -> Figures:
        amounts = self._amounts(campaign)

        def by(dimension: str) -> dict[str, int]:
            return dict(sorted((key, n) for (of, key), n in amounts.items() if of == dimension))

        return Figures(
            world=self.kept.total(campaign.slug),
            countries=by("country"),
            days={date.fromisoformat(day): amount for day, amount in by("day").items()},
            languages=by("language"),
            sources=by("source"),
        )

    async def origins(self, campaign: Campaign) -> Sequence[Origin]:
        amounts = self._amounts(campaign)
        named = self.kept.origins.get(campaign.slug, {})
        return [
            Origin(code, label, amounts["partner", code]) for code, label in sorted(named.items())
        ]

    async def stages(self, campaign: Campaign) -> Mapping[Stage, int]:
        return {stage: self.kept.stages[campaign.slug, stage] for stage in get_args(Stage)}

    async def shared(self, campaign: Campaign) -> int:
        return sum(slug == campaign.slug for slug, _ in self.kept.invites)

    async def reached(self, campaign: Campaign, limit: int) -> Sequence[Reached]:
        found = [
            Reached(each.id, each.started_at, progress_of(listed))
            for each in reversed(self.kept.broadcasts.values())
            if each.slug == campaign.slug and each.started_at is not None
            if (listed := self.kept.lists.get(each.id))
        ]
        return found[:limit]

    def _amounts(self, campaign: Campaign) -> Counter[tuple[str, str]]:
        """The signatures that count, by dimension and key."""
        amounts = Counter(self.kept.earlier.get(campaign.slug, {}))
        for key, each in self.kept.signatures.items():
            mark = self.kept.mark(key)
            if key[0] == campaign.slug and mark.counts:
                amounts["day", each.since.isoformat()] += 1
                amounts["language", each.locale] += 1
                amounts["source", f"{mark.channel}:{mark.source}"] += 1
                amounts["country", each.country] += bool(each.country)
                amounts["partner", mark.partner] += bool(mark.partner)
        return +amounts
