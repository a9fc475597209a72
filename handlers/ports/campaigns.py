"""What steps ask of the stores of campaigns."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Protocol

from handlers.domain.campaigns import Alert, Campaign
from handlers.domain.organizers import Organizer
from handlers.domain.statistics import Totals


class AllCampaigns(Protocol):
    """The campaigns, those too that were never opened."""

    async def all(self) -> Sequence[Campaign]:
        """Every campaign, drafts too, by name; a few seconds old at most."""
        ...


class CampaignEdits(Protocol):
    """What organizers change about a campaign: each call one change, written into the audit log.

    `campaign` is always the campaign as the organizer saw it. Nothing that somebody else has
    changed meanwhile is overwritten: CampaignChanged is raised instead. `organizer` is None for
    the command line.
    """

    async def create(self, campaign: Campaign, organizer: Organizer, now: datetime) -> Campaign:
        """Keep a new draft, whose owner its maker becomes.

        Raises:
            SlugTaken: there is a campaign of that slug.
        """
        ...

    async def write(
        self,
        campaign: Campaign,
        alert: Alert,
        what: str,
        organizer: Organizer | None,
        now: datetime,
    ) -> Campaign:
        """Put a text in the place of the campaign's one in that language, or add it.

        `what` is the part that is changed: a key of `campaign_rules.LONGEST`, `sections`, `links`,
        or `translation` for all of it.

        Raises:
            CampaignChanged: the text in that language is not the one in `campaign`.
        """
        ...

    async def set(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime, **changes: Any
    ) -> Campaign:
        """Change settings: keywords are the fields of `Campaign` that hold them.

        Raises:
            CampaignChanged: one that was ever opened would be less safe.
        """
        ...

    async def illustrate(
        self, campaign: Campaign, picture: bytes | None, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        """Give it that picture, without what its file tells of its maker; or none.

        Raises:
            PictureRefused: it cannot be shown.
        """
        ...

    async def keys(self) -> Sequence[str]:
        """The fingerprints of the organisation keys that somebody has proven to hold."""
        ...

    async def open(
        self,
        campaign: Campaign,
        fingerprints: Collection[str],
        organizer: Organizer | None,
        now: datetime,
    ) -> Campaign:
        """Let people sign, sealed to those proven keys. Only a draft can be opened.

        Raises:
            CampaignChanged: it is closed, open with other keys, or nobody has proven to hold one.
        """
        ...

    async def pause(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        """Let nobody sign for now. Nobody does after this returns.

        Raises:
            CampaignChanged: it is not open.
        """
        ...

    async def resume(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        """Let people sign again.

        Raises:
            CampaignChanged: it is not open.
        """
        ...

    async def close(
        self, campaign: Campaign, organizer: Organizer | None, now: datetime
    ) -> Campaign:
        """Let nobody sign any more, for good, and destroy what leads from people to signatures.

        Raises:
            CampaignChanged: it was never open.
        """
        ...


class Campaigns(Protocol):
    """The campaigns, read through a cache."""

    async def open(self) -> Sequence[Campaign]:
        """The open campaigns, urgent ones first, then the newest."""
        ...

    async def running(self) -> Sequence[Campaign]:
        """The campaigns that are open or paused, in the order of `open`."""
        ...

    async def get(self, slug: str) -> Campaign | None:
        """The campaign of that slug or handle if it was ever opened (it may be closed), or None."""
        ...

    async def totals(self, campaign: Campaign, country: str = "") -> Totals:
        """The counted signatures; a few seconds old at most."""
        ...
