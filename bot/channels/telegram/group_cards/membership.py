"""Groups and channels: where the bot is taken in, it posts one card with the live total.

Its buttons are links, so nothing in a group shows who signed or who pressed, and no message
that people write there is read.
"""

from contextlib import suppress

from aiogram.types import (
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
)

from bot.channels.errors import Gone, Refused
from bot.channels.group_cards import LiveCards
from bot.channels.telegram.client import Caller
from bot.channels.telegram.render import RenderedMessage, render
from bot.channels.telegram.send import send_text
from bot.texts.texts import Texts
from handlers.dialogue.messages import Reply


class Groups:
    """Sees to the cards as chats come and go. A worker edits them."""

    def __init__(self, caller: Caller, cards: LiveCards, texts: Texts) -> None:
        self._caller = caller
        self._cards = cards
        self._texts = texts

    async def changed(self, event: ChatMemberUpdated, username: str) -> None:
        """The bot was taken in, given or denied the right to write, or thrown out."""
        if may_write(event):
            locale = self._texts.best(event.from_user.language_code or "")
            await self._post(event.chat.id, locale, username)
        else:
            await self._cards.forget(str(event.chat.id))

    async def moved(self, message: Message, username: str) -> None:
        """A group became a supergroup, which has another number and needs a card of its own."""
        locale = await self._cards.forget(str(message.chat.id))
        if locale is not None and message.migrate_to_chat_id is not None:
            await self._post(message.migrate_to_chat_id, locale, username)

    async def _post(self, chat_id: int, locale: str, username: str) -> None:
        async def send(shown: RenderedMessage) -> str:
            try:
                sent = await self._caller.ask(send_text(chat_id, shown, disable_notification=True))
            except Refused as refusal:
                raise Gone from refusal
            if sent is None:
                raise Gone
            return str(sent.message_id)

        def look(reply: Reply, locale: str) -> RenderedMessage:
            return render(reply, locale, self._texts, username)

        with suppress(Gone):
            await self._cards.post(str(chat_id), locale, look, send)


def may_write(event: ChatMemberUpdated) -> bool:
    """Whether the bot can post in that chat now (Bot API, ChatMember)."""
    member = event.new_chat_member
    if event.chat.type == "channel":
        return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)
    if isinstance(member, ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    return member.status in {"member", "administrator"}
