"""Whom a broadcast is for: the reachable subscribers of a campaign who fit, page by page.

Whether somebody has signed is kept nowhere beside their subscription. Where it is asked, it is
worked out from the decrypted chat, and forgotten again; once a campaign is closed nobody can.
"""

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.broadcasts import Audience, AudienceUnknown
from handlers.domain.campaigns import Campaign
from storage import models
from storage.campaigns.campaigns import Campaigns, OpenCampaign
from storage.database import AnyRow, Database
from storage.vault import Tampered, Vault

PAGE = 5_000
"""Subscribers looked at together. Fewer than the parameters a statement may have: 32,766."""

supporters, subscriptions = models.supporters, models.subscriptions
signatures = models.signatures

MEMBERS = subscriptions.join(supporters, supporters.c.id == subscriptions.c.supporter_id)


def fits(campaign_id: int, audience: Audience) -> list[ColumnElement[bool]]:
    """What of `MEMBERS` the audience is, but for whether they have signed."""
    where = [subscriptions.c.campaign_id == campaign_id, supporters.c.unreachable_at.is_(None)]
    if audience.locales:
        where.append(supporters.c.locale.in_(audience.locales))
    if audience.countries:
        where.append(subscriptions.c.country.in_(audience.countries))
    if audience.since is not None:
        where.append(subscriptions.c.joined_on >= audience.since)
    return where


def page_after(campaign_id: int, after: int, limit: int) -> Select[int]:
    """The last supporter of the page of subscribers behind `after`, for as long as it is full."""
    return (
        select(subscriptions.c.supporter_id)
        .where(subscriptions.c.campaign_id == campaign_id, subscriptions.c.supporter_id > after)
        .order_by(subscriptions.c.supporter_id)
        .offset(limit - 1)
        .limit(1)
    )


class Audiences:
    """Counts and lists audiences; nobody leaves it but by their supporter's number."""

    def __init__(self, database: Database, campaigns: Campaigns, vault: Vault) -> None:
        self._database = database
        self._campaigns = campaigns
        self._vault = vault

    async def secrets(self, campaign: Campaign, audience: Audience) -> OpenCampaign | None:
        """The secrets that tell who has signed; None where the audience does not ask for it.

        Raises:
            AudienceUnknown: it does, and the campaign is neither open nor paused.
        """
        if audience.signed is None:
            return None
        opened = await self._campaigns.secrets(campaign)
        if opened is None:
            raise AudienceUnknown
        return opened

    async def count(self, campaign: Campaign, audience: Audience) -> dict[str, int]:
        """How many people that is, by the locale that each of them reads.

        Raises:
            AudienceUnknown: it depends on who has signed, and the campaign is neither open nor
                paused.
        """
        opened = await self.secrets(campaign, audience)
        if opened is None:
            query = (
                select(supporters.c.locale, func.count().label("amount"))
                .select_from(MEMBERS)
                .where(*fits(campaign.id, audience))
                .group_by(supporters.c.locale)
            )
            async with self._database.read() as connection:
                return {row.locale: row.amount for row in await connection.execute(query)}
        counts: dict[str, int] = {}
        after: int | None = 0
        while after is not None:
            async with self._database.read() as connection:
                rows, after = await self.page(connection, opened, audience, after)
            for row in rows:
                counts[row.locale] = counts.get(row.locale, 0) + 1
        return counts

    async def page(
        self, connection: AsyncConnection, opened: OpenCampaign, audience: Audience, after: int
    ) -> tuple[Sequence[AnyRow], int | None]:
        """A page of those who (have not) signed, behind the supporter `after`.

        Each with `supporter_id`, `country` and `locale`; and where to go on, or None at the end.
        """
        query = (
            select(
                subscriptions.c.supporter_id,
                subscriptions.c.country,
                supporters.c.locale,
                supporters.c.channel,
                supporters.c.tag,
                supporters.c.chat,
            )
            .select_from(MEMBERS)
            .where(*fits(opened.campaign.id, audience), subscriptions.c.supporter_id > after)
            .order_by(subscriptions.c.supporter_id)
            .limit(PAGE)
        )
        rows = (await connection.execute(query)).all()
        tags: dict[int, bytes] = {}
        for row in rows:
            # An address that was changed behind our back does not stop the others.
            with suppress(Tampered):
                # In a private chat of Telegram the chat's id is the person's (Bot API, `Chat`).
                user_id = self._vault.decrypt_chat(row.channel, row.tag, row.chat)
                tags[row.supporter_id] = opened.tag(row.channel, user_id)
        signed = set(
            await connection.scalars(
                select(signatures.c.tag).where(
                    signatures.c.campaign_id == opened.campaign.id,
                    signatures.c.tag.in_(tags.values()),
                )
            )
        )
        kept = [
            row
            for row in rows
            if row.supporter_id in tags and (tags[row.supporter_id] in signed) is audience.signed
        ]
        return kept, rows[-1].supporter_id if len(rows) == PAGE else None
