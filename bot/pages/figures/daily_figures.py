"""Figures that move once a day, so that nobody can watch from where each signature comes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Figures


@dataclass(frozen=True, slots=True)
class Look:
    """A campaign's figures as they were when somebody first asked on that day (UTC)."""

    day: date
    figures: Figures


class Daily:
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
        self._looks: dict[int, Look] = {}

    async def look(self, campaign: Campaign) -> Look:
        """The figures of the day."""
        day = self._today()
        look = self._looks.get(campaign.id)
        if look is None or look.day < day:
            figures = await self._read(campaign)
            # Who was faster has looked for all. A clock that is put back does not look again.
            look = self._looks.get(campaign.id)
            if look is None or look.day < day:
                look = self._looks[campaign.id] = Look(day, figures)
        return look
