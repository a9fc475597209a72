"""What steps ask of the store of held signatures."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import Decision, Found, Piles, Selection
from handlers.domain.organizers import Organizer


class Moderation(Protocol):
    """Holding signatures back, and deciding about them, never about one person's."""

    async def count(self, campaign: Campaign, selection: Selection) -> Found:
        """How many that is, exactly."""
        ...

    async def hold(
        self, campaign: Campaign, selection: Selection, organizer: Organizer, now: datetime
    ) -> int:
        """Hold them; how many that was. Those that are not counted yet are not, until released."""
        ...

    async def decide(
        self,
        campaign: Campaign,
        selection: Selection,
        decision: Decision,
        expected: int,
        organizer: Organizer,
        now: datetime,
    ) -> int:
        """Release or remove held ones; how many. The worker does it, within seconds.

        Raises:
            CountChanged: that would be more than `expected`.
            ValueError: it is a selection of what is not held.
        """
        ...

    async def piles(self, campaign: Campaign) -> Piles:
        """What is held and waits for a decision."""
        ...

    async def named_links(self, campaign: Campaign) -> Mapping[str, str]:
        """The codes of the campaign's named links, and what they are called."""
        ...
