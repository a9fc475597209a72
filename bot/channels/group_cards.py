"""The cards in groups: one in each, posted where the bot is taken in.

Who calls the channel is left to the caller: a web process posts cards, a worker edits them.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bot.channels.base import M
from handlers.dialogue.messages import Reply
from handlers.domain.campaigns import Campaign
from handlers.ports.campaigns import Campaigns
from handlers.supporter.sharing.group_cards import group_card
from storage.supporters.group_cards import GroupCards


class LiveCards:
    """The cards of one channel."""

    def __init__(
        self,
        cards: GroupCards,
        campaigns: Campaigns,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.cards = cards
        self.campaigns = campaigns
        self.now = now

    async def post(
        self,
        address: str,
        locale: str,
        render: Callable[[Reply, str], M],
        send: Callable[[M], Awaitable[str]],
    ) -> None:
        """Post the card of the most urgent open campaign, unless there is a card already.

        `send` returns the message's number; what it raises, Gone for one, leaves no card behind.
        """
        found = await self.campaigns.open()
        if not found:
            return
        message = render(await self.reply(found[0], locale), locale)
        if not await self.cards.claim(address, found[0], locale, repr(message), self.now()):
            return
        try:
            number = await send(message)
        except BaseException:
            await self.cards.forget(address)
            raise
        await self.cards.posted(address, number)

    async def forget(self, address: str) -> str | None:
        """Forget a group; the locale of its card, or None where there was none."""
        return await self.cards.forget(address)

    async def reply(self, campaign: Campaign, locale: str) -> Reply:
        """What the campaign's cards in that locale show now."""
        total = (await self.campaigns.totals(campaign)).world
        others = [each for each in await self.campaigns.open() if each.slug != campaign.slug]
        return group_card(campaign, total, others, locale)
