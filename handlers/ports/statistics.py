"""What steps ask of the store of statistics."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from handlers.domain.broadcasts import Reached
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures, Origin, Stage


class Statistics(Protocol):
    """A campaign's numbers. They are exact: steps show small ones to nobody."""

    async def figures(self, campaign: Campaign) -> Figures:
        """The signatures by country, day, language and source; seconds old at most."""
        ...

    async def origins(self, campaign: Campaign) -> Sequence[Origin]:
        """The campaign's named links, and how many signed who came by each."""
        ...

    async def stages(self, campaign: Campaign) -> Mapping[Stage, int]:
        """How many came how far."""
        ...

    async def shared(self, campaign: Campaign) -> int:
        """How many signers hold a personal link; soon after a campaign closes none are left."""
        ...

    async def reached(self, campaign: Campaign, limit: int) -> Sequence[Reached]:
        """The last broadcasts that have a list of people, the newest first."""
        ...
