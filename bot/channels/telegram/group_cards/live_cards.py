"""The cards in groups and channels: posted once, edited when there is something new to show.

Who calls Telegram is left to the caller: a web process posts cards, a worker edits them.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bot.channels.errors import Gone, Later, Moved, Refused
from bot.channels.outgoing import Outgoing
from bot.channels.telegram.group_cards.cards import EDIT_EVERY, group_card
from bot.channels.telegram.render import Shown
from bot.texts.texts import Texts
from handlers.domain.campaigns import Campaign
from handlers.ports.campaigns import Campaigns
from storage.container import Storage
from storage.supporters.group_cards import GroupCards

log = logging.getLogger(__name__)

BATCH = 100
"""Cards that one process takes at a time."""

CHANNEL = "telegram"


class LiveCards:
    """Posts and edits the cards."""

    def __init__(
        self,
        cards: GroupCards,
        campaigns: Campaigns,
        texts: Texts,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._cards = cards
        self._campaigns = campaigns
        self._texts = texts
        self._now = now

    def best(self, language: str) -> str:
        """The locale for a group that somebody with that client took the bot into."""
        return self._texts.best(language)

    async def post(
        self, chat_id: str, locale: str, username: str, send: Callable[[Shown], Awaitable[int]]
    ) -> None:
        """Post the card of the most urgent open campaign, unless there is a card already.

        `send` returns the message's number; what it raises, Gone for one, leaves no card behind.
        """
        found = await self._campaigns.open()
        if not found:
            return
        shown = await self._card(found[0], locale, username)
        if not await self._cards.claim(chat_id, found[0], locale, repr(shown), self._now()):
            return
        try:
            message_id = await send(shown)
        except BaseException:
            await self._cards.forget(chat_id)
            raise
        await self._cards.posted(chat_id, message_id)

    async def forget(self, chat_id: str) -> str | None:
        """Forget a chat; the locale of its card, or None where there was none."""
        return await self._cards.forget(chat_id)

    async def refresh(self, outgoing: Outgoing) -> None:
        """Edit every card that shows something old and was not edited within the last minute.

        It ends early where Telegram asks for patience; the next time it goes on.
        """
        for slug, locale in await self._cards.kinds():
            campaign = await self._campaigns.get(slug)
            if campaign is None:
                continue
            shown = await self._card(campaign, locale, outgoing.username)
            now = self._now()
            while taken := await self._cards.take(
                campaign, locale, repr(shown), before=now - EDIT_EVERY, now=now, limit=BATCH
            ):
                for each in taken:
                    try:
                        await self._edit(each.chat_id, each.message_id, shown, outgoing)
                    except Later:
                        return

    async def _edit(self, chat_id: str, message_id: int, shown: Shown, outgoing: Outgoing) -> None:
        try:
            await outgoing.edit(chat_id, message_id, shown)
        except Gone:
            await self._cards.forget(chat_id)
        except Moved as moved:
            locale = await self._cards.forget(chat_id)
            if locale is not None:
                await self._post_again(moved.address, locale, outgoing)
        except Refused:
            log.warning("A card in a group was refused")
        else:
            await self._cards.edited(chat_id, repr(shown))

    async def _post_again(self, chat_id: str, locale: str, outgoing: Outgoing) -> None:
        try:
            await self.post(
                chat_id, locale, outgoing.username, lambda shown: outgoing.send(chat_id, shown)
            )
        except (Gone, Moved, Refused):
            log.warning("A card could not follow its group")

    async def _card(self, campaign: Campaign, locale: str, username: str) -> Shown:
        total = (await self._campaigns.totals(campaign)).world
        others = [each for each in await self._campaigns.open() if each.slug != campaign.slug]
        return group_card(campaign, total, others, locale, self._texts, username)


def live_cards(
    storage: Storage, texts: Texts, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> LiveCards:
    """The cards of this bot's groups in Telegram."""
    cards = GroupCards(storage.database, storage.vault, CHANNEL)
    return LiveCards(cards, storage.campaigns, texts, now)
