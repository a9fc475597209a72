"""Figures that move once a day, so that nobody can watch from where each signature comes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures


@dataclass(frozen=True, slots=True)
class DailySnapshot:
    """A campaign's figures as they were when somebody first asked on that day (UTC)."""

    day: date
    figures: Figures


class DailyFigures:
    """Looks at a campaign's figures once a day, whoever asks how often.

    The total moves with each signature. A country that moved with it, if only at every ten, would
    tell whoever watches both from where the last one of these ten came.
    """

    def __init__(
        self, read: Callable[[Campaign], Awaitable[Figures]], today: Callable[[], date]
    ) -> None:
        """`today` is the day in UTC."""
        self._read = read
        self._today = today
        self._snapshots: dict[int, DailySnapshot] = {}

    async def snapshot(self, campaign: Campaign) -> DailySnapshot:
        """The figures of the day, read from the store by whoever asks first."""
        day = self._today()
        snapshot = self._snapshots.get(campaign.id)
        if snapshot is None or snapshot.day < day:
            figures = await self._read(campaign)
            # Who was faster has looked for all. A clock that is put back does not look again.
            snapshot = self._snapshots.get(campaign.id)
            if snapshot is None or snapshot.day < day:
                snapshot = self._snapshots[campaign.id] = DailySnapshot(day, figures)
        return snapshot
