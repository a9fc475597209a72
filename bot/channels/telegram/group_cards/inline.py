"""Inline mode: `@bot` in any chat offers the open campaigns as cards to post there.

The card carries the person's own invite if they have signed. What is typed behind the bot's name
only narrows the list; it is kept nowhere.
"""

from collections.abc import Sequence

from aiogram.enums import ParseMode
from aiogram.methods import AnswerInlineQuery
from aiogram.types import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from bot.channels.conversation import Conversation
from bot.channels.errors import Unavailable
from bot.channels.telegram.group_cards.cards import card, sign_button
from bot.channels.telegram.keyboard import keyboard
from bot.channels.telegram.render import CAPABILITIES, Shown, length
from bot.channels.telegram.uploads import Pictures
from bot.texts.texts import Texts
from handlers.dialogue.messages import Words
from handlers.domain import invites
from handlers.domain.campaigns import Campaign
from handlers.domain.supporters import Person
from handlers.ports.stores import Stores
from storage.database import OUTAGES

RESULTS = 50
"""The most results of one answer (Bot API, answerInlineQuery)."""

FRESH = 10
"""Seconds for which Telegram may repeat an answer to the same person."""

Result = InlineQueryResultArticle | InlineQueryResultCachedPhoto


class Inline:
    """Answers inline queries."""

    def __init__(
        self, conversation: Conversation, stores: Stores, pictures: Pictures, texts: Texts
    ) -> None:
        self._conversation = conversation
        self._stores = stores
        self._pictures = pictures
        self._texts = texts

    async def answer(
        self, query: InlineQuery, person: Person, username: str
    ) -> AnswerInlineQuery | None:
        """The open campaigns, those that are meant first; None while a store does not answer.

        A late answer is worth nothing, so the query is not taken up again.
        """
        try:
            locale = await self._conversation.locale(person)
            found = wanted(await self._stores.campaigns.open(), query.query, locale)
            results = [
                await self._result(campaign, person, locale, username)
                for campaign in found[:RESULTS]
            ]
        except (*OUTAGES, Unavailable):
            return None
        return AnswerInlineQuery(
            inline_query_id=query.id, results=[*results], cache_time=FRESH, is_personal=True
        )

    async def _result(
        self, campaign: Campaign, person: Person, locale: str, username: str
    ) -> Result:
        totals = await self._stores.campaigns.totals(campaign)
        own = await self._stores.invites.find(campaign, person)
        payload = invites.inline(campaign.slug, own.token if own else "")
        button = sign_button(campaign, payload, locale, self._texts, username)
        text = card(campaign, totals.world, locale, self._texts)
        markup = keyboard(Shown(text, ((button,),)))
        title = campaign.alert(locale).title
        total = self._texts.plain(Words("card-total", {"total": totals.world}), locale)
        picture = await self._pictures.uploaded(campaign.picture) if campaign.picture else None
        if picture is not None and length(text) <= CAPABILITIES.caption:
            return InlineQueryResultCachedPhoto(
                id=campaign.slug,
                photo_file_id=picture.file_id,
                title=title,
                description=total,
                caption=text,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
            )
        return InlineQueryResultArticle(
            id=campaign.slug,
            title=title,
            description=total,
            input_message_content=InputTextMessageContent(
                message_text=text,
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
            reply_markup=markup,
        )


def wanted(campaigns: Sequence[Campaign], typed: str, locale: str) -> list[Campaign]:
    """The campaigns whose title holds what was typed, or all where none does."""
    words = typed.casefold().split()
    meant = [
        each
        for each in campaigns
        if all(word in each.alert(locale).title.casefold() for word in words)
    ]
    return meant or list(campaigns)
