"""Numbers of a campaign."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from handlers.organizer.stores.broadcasts import Progress
from handlers.stores import Campaign, Figures, Stage


@dataclass(frozen=True, slots=True)
class Origin:
    """A named link, and how many signed who came by it."""

    code: str
    """1 to 24 of `a-z0-9-`; part of the link."""
    label: str
    """What organizers call it."""
    signed: int = 0


@dataclass(frozen=True, slots=True)
class Reached:
    """What became of a broadcast."""

    broadcast_id: int
    at: datetime
    """When it began."""
    progress: Progress


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
        """How many signers hold a personal link; none are left of a closed campaign."""
        ...

    async def reached(self, campaign: Campaign, limit: int) -> Sequence[Reached]:
        """The last broadcasts that have a list of people, the newest first."""
        ...
