"""What pages, pictures and figures of a campaign are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.pages import growth_curve
from bot.pages.figures.daily_figures import DailyFigures
from bot.pages.pictures.scaling import Photo, Pictures
from handlers.dialogue.step import Locale
from handlers.domain.campaigns import Alert, Campaign
from handlers.domain.milestones import next_milestone, of_campaign
from handlers.domain.statistics import largest
from storage.campaigns.campaigns import Campaigns


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page is made from."""

    campaign: Campaign
    locale: str
    total: int
    curve: growth_curve.Curve | None = None
    places: Sequence[tuple[str, int]] = ()
    elsewhere: int = 0
    photo: Photo | None = None
    mark: tuple[int, int] | None = None
    """How wide and high the organisation's own mark is, where it has one; in pixels."""
    others: Sequence[Campaign] = ()
    """Campaigns to sign instead, where this one is paused or closed."""
    country: str = ""
    """Where the reader probably is; it decides which apps come first."""

    @property
    def alert(self) -> Alert:
        """The campaign's words in the locale."""
        return self.campaign.alert(self.locale)

    @property
    def is_open(self) -> bool:
        """Whether one can sign now."""
        return self.campaign.status == "open"

    @property
    def why_not(self) -> str:
        """The id of the message that says why one cannot."""
        return "page-paused" if self.campaign.status == "paused" else "page-closed"

    @property
    def goal(self) -> int:
        """The next milestone, in signatures."""
        return next_milestone(self.total, of_campaign(self.campaign.milestones))


class FactsReader:
    """Collects the facts of a campaign from what is stored."""

    def __init__(
        self,
        campaigns: Campaigns,
        daily: DailyFigures,
        pictures: Pictures,
        known: Mapping[str, Locale],
    ) -> None:
        """`known` are our locales by their tags."""
        self._campaigns = campaigns
        self._daily = daily
        self._pictures = pictures
        self._known = known

    async def total(self, campaign: Campaign, locale: str) -> Facts:
        """The facts with no more than the live total."""
        return Facts(campaign, locale, (await self._campaigns.totals(campaign)).world)

    async def page(self, campaign: Campaign, locale: str, country: str) -> Facts:
        """All that the campaign's page shows; parts of the total are those of the day.

        `country` is where the reader probably is (ISO 3166-1 alpha-2), or empty.
        """
        total = (await self._campaigns.totals(campaign)).world
        snapshot = await self._daily.snapshot(campaign)
        drawn = snapshot.figures
        is_open = campaign.status == "open"
        shown, elsewhere = largest(drawn.world, drawn.countries, growth_curve.ROWS, campaign.fewest)
        return Facts(
            campaign,
            locale,
            total,
            curve=growth_curve.curve(
                drawn.days,
                growth_curve.last_day(drawn.days, snapshot.day, running=campaign.running),
                mirrored=self._known[locale].direction == "rtl",
            ),
            places=shown,
            elsewhere=elsewhere,
            photo=await self._pictures.photo(campaign.picture),
            mark=await self._pictures.mark(campaign.mark),
            others=() if is_open else await self._campaigns.open(),
            country=country,
        )
