"""Telegram, by aiogram: an update becomes a turn, its reply becomes a message or an edit.

`Telegram.process` takes an update from the webhook or from long polling. When it returns, what
the person did is durable; what it returns is one method of the Bot API that is still to be
called, so that a webhook can answer with it.
"""

import asyncio
import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

from aiogram import Bot, Dispatcher, Router
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberUpdated,
    InaccessibleMessage,
    InlineQuery,
    Message,
    Update,
    User,
)
from pydantic import ValidationError

from bot.channels.conversation import Conversation
from bot.channels.errors import Unavailable
from bot.channels.telegram.client import Caller
from bot.channels.telegram.ephemeral import EphemeralReplies
from bot.channels.telegram.group_cards.inline import Inline
from bot.channels.telegram.group_cards.membership import Groups
from bot.channels.telegram.render import NAME, RenderedMessage, marked, render, tap_of
from bot.channels.telegram.send import ReplySender, send_text
from bot.process.metrics import Metrics
from bot.texts.texts import Texts
from handlers.dialogue.messages import (
    Attachment,
    Command,
    Incoming,
    Picture,
    Reply,
    Text,
    Unreadable,
    Words,
)
from handlers.domain.supporters import Person
from handlers.supporter.sharing.group_cards import group_hello
from storage.database import OUTAGES

log = logging.getLogger(__name__)

UPDATES = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]
"""The kinds of updates that we ask Telegram for."""

AT_ONCE = 100
"""Updates that one process works on at a time; the others wait in line."""

SPINNER = 0.5
"""Seconds after which a tap is answered even though its work is not done."""

ATTEMPTS = 3
"""How often one process takes up an update that fails for a reason which will not pass."""

QUIET = 60.0
"""Seconds in which one chat gets no second apology."""

LARGEST_TEXT = 16_384
"""Bytes of a file that is fetched to be read as a text."""

REMEMBERED = 10_000
"""How many failed updates, chats and albums one process remembers."""

COMMAND = re.compile(
    r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>[A-Za-z0-9_]{1,64}))?(?:\s+(?P<rest>.*))?",
    re.DOTALL | re.ASCII,
)

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
"""What a deep link may carry (Bot API, "Deep linking")."""

MEDIA = frozenset(
    [
        "animation",
        "audio",
        "checklist",
        "contact",
        "dice",
        "document",
        "game",
        "invoice",
        "live_photo",
        "location",
        "paid_media",
        "photo",
        "poll",
        "sticker",
        "story",
        "venue",
        "video",
        "video_note",
        "voice",
    ]
)
"""What people send that is no text. Other content tells of the chat itself: a pinned message."""


class Telegram:
    """The bot in Telegram."""

    def __init__(
        self,
        bot: Bot,
        conversation: Conversation,
        display: ReplySender,
        sweeper: EphemeralReplies,
        inline: Inline,
        groups: Groups,
        caller: Caller,
        texts: Texts,
        metrics: Metrics,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.bot = bot
        self.caller = caller
        self._conversation = conversation
        self._display = display
        self._sweeper = sweeper
        self._inline = inline
        self._groups = groups
        self._texts = texts
        self._metrics = metrics
        self._clock = clock
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._attempts: OrderedDict[int, int] = OrderedDict()
        self._apologised: OrderedDict[int, float] = OrderedDict()
        self._albums: OrderedDict[str, int] = OrderedDict()
        # No filters: aiogram sends synchronous ones through a thread.
        router = Router(name=NAME)
        router.message.register(self._on_message)
        router.edited_message.register(self._on_edited)
        router.callback_query.register(self._on_tap)
        router.inline_query.register(self._on_inline)
        router.my_chat_member.register(self._on_membership)
        self._dispatcher = Dispatcher(disable_fsm=True)
        self._dispatcher.include_router(router)

    async def process(self, update: dict[str, Any] | Update) -> TelegramMethod[Any] | None:
        """Take up one update; the method that is still to be called, or None.

        Raises:
            Unavailable: the update has to be delivered again.
        """
        try:
            if not isinstance(update, Update):
                update = Update.model_validate(update, context={"bot": self.bot})
        except ValidationError:
            # The same the next time: not worth another delivery.
            self._metrics.error("update")
            log.warning("An update was not understood")
            return None
        async with self._slots:
            try:
                response = await self._dispatcher.feed_update(self.bot, update)
            except Exception as fault:
                await self._failed(update, fault)
                return None
        self._attempts.pop(update.update_id, None)
        return response if isinstance(response, TelegramMethod) else None

    # What comes in.

    async def _on_message(
        self, message: Message, event_update: Update
    ) -> TelegramMethod[Any] | None:
        if message.migrate_to_chat_id is not None:
            with _waiting():
                await self._groups.moved(message, await self._username())
            return None
        person = message.from_user
        if person is None or person.is_bot:
            return None
        if message.chat.type != "private":
            return await self._in_group(message, person)
        if message.via_bot is not None and message.via_bot.id == self.bot.id:
            return None  # a card of ours, posted by inline mode right here
        incoming = self._incoming(message)
        if incoming is None:
            return None
        self._metrics.update(_kind(incoming))
        return await self._answer(person, message, incoming, event_update.update_id)

    async def _on_edited(
        self, message: Message, event_update: Update
    ) -> TelegramMethod[Any] | None:
        person = message.from_user
        if person is None or person.is_bot or message.chat.type != "private":
            return None
        if message.text is None and message.caption is None:
            return None  # a live location moves
        self._metrics.update("edited")
        return await self._answer(person, message, Unreadable("edited"), event_update.update_id)

    async def _on_tap(
        self, query: CallbackQuery, event_update: Update
    ) -> TelegramMethod[Any] | None:
        answer = AnswerCallbackQuery(callback_query_id=query.id)
        message = query.message
        if message is None or message.chat.type != "private":
            return answer
        incoming: Incoming = tap_of(query.data or "") or Unreadable("unknown")
        self._metrics.update("tap")
        async with _Spinner(self.caller, answer) as spinner:
            shown = await self._turn(
                query.from_user, message.chat, incoming, event_update.update_id
            )
            if shown is None:
                return None
            tapped = None if isinstance(message, InaccessibleMessage) or shown.new else message
            if shown.passing or shown.sweeps:
                who = _person(query.from_user, str(message.chat.id))
                await self._sweeper.show(who, message.chat.id, shown, tapped=tapped)
                return None if spinner.answered else answer
            method = await self._display.replace(message.chat.id, shown, tapped)
            if method is not None:
                await self.caller.call(method)
        return None if spinner.answered else answer

    async def _on_inline(self, query: InlineQuery) -> TelegramMethod[Any] | None:
        self._metrics.update("inline")
        person = _person(query.from_user)
        return await self._inline.answer(query, person, await self._username())

    async def _on_membership(self, event: ChatMemberUpdated) -> None:
        """Somebody blocked the bot, which the next letter to them will find; or let it in again.

        Or a group or channel did, where its card is posted or forgotten.
        """
        if event.chat.type == "private":
            gone = event.new_chat_member.status == "kicked"
            self._metrics.update("blocked" if gone else "unblocked")
            if not gone:
                await self._conversation.returned(_person(event.from_user))
            return
        self._metrics.update("membership")
        with _waiting():
            await self._groups.changed(event, await self._username())

    async def _in_group(self, message: Message, person: User) -> TelegramMethod[Any] | None:
        """Answer a command that names this bot, and nothing else that is said in a group."""
        command = COMMAND.fullmatch(message.text or "")
        if command is None or not command["bot"]:
            return None
        username = await self._username()
        if command["bot"].lower() != username.lower():
            return None
        self._metrics.update("group")
        payload = (command["rest"] or "").strip() if command["name"] == "start" else ""
        locale = self._texts.best(person.language_code or "")
        if not PAYLOAD.fullmatch(payload):
            payload = ""
        shown = render(group_hello(payload), locale, self._texts, username)
        topic = message.message_thread_id if message.is_topic_message else None
        return send_text(message.chat.id, shown, message_thread_id=topic, disable_notification=True)

    def _incoming(self, message: Message) -> Incoming | None:
        """What a private message says; None where it says nothing to us."""
        if message.text is not None:
            command = COMMAND.fullmatch(message.text)
            if command is None:
                entities = [(e.type, e.offset, e.length) for e in message.entities or ()]
                return Text(message.text, marked(message.text, entities))
            return Command(command["name"].lower(), (command["rest"] or "").strip())
        if message.content_type not in MEDIA:
            return None
        if (album := message.media_group_id) is not None:
            # Each picture of an album is a message of its own: the first one's answer will do.
            first = self._albums.get(album, message.message_id)
            _remember(self._albums, album, first)
            if message.message_id != first:
                return None
        if file_id := _image(message):
            return Picture(lambda: self.caller.fetch(file_id))
        if (document := message.document) is not None and message.animation is None:
            return Attachment(lambda: self.caller.fetch(document.file_id, LARGEST_TEXT))
        return Unreadable("media")

    # What goes out.

    async def _answer(
        self, person: User, message: Message, incoming: Incoming, update_id: int
    ) -> TelegramMethod[Any] | None:
        chat = message.chat
        shown = await self._turn(person, chat, incoming, update_id)
        if shown is None:
            return None
        if shown.passing or shown.sweeps:
            await self._sweeper.show(_person(person, str(chat.id)), chat.id, shown, said=message)
            return None
        return await self._display.send(chat.id, shown)

    async def _turn(
        self, user: User, chat: Chat, incoming: Incoming, update_id: int
    ) -> RenderedMessage | None:
        """What to show; None where the update was answered before. What it did is durable."""
        username = await self._username()  # first: afterwards it would be too late to fail
        person = _person(user, str(chat.id))
        found = await self._conversation.answer(person, incoming, update_id)
        if found is None:
            return None
        reply, locale = found
        self._metrics.reply(reply.id)
        return render(reply, locale, self._texts, username)

    async def _username(self) -> str:
        """The bot's own name, asked for once. Raises Unavailable."""
        try:
            return (await self.bot.me()).username or ""
        except AiogramError as fault:
            raise Unavailable("Telegram does not answer") from fault

    # What goes wrong.

    async def _failed(self, update: Update, fault: Exception) -> None:
        """Tell the person once, and decide whether the update has to come again."""
        attempt = self._attempts.get(update.update_id, 0) + 1
        _remember(self._attempts, update.update_id, attempt)
        if isinstance(fault, Unavailable):
            self._metrics.error("unavailable")
            log.warning("An update has to wait: %s", fault)
        else:
            self._metrics.error("turn")
            log.error("An update failed, attempt %s", attempt, exc_info=fault)
        if attempt == 1:
            await self._apologise(update)
        if isinstance(fault, Unavailable) or attempt < ATTEMPTS:
            raise Unavailable from fault

    async def _apologise(self, update: Update) -> None:
        tap = update.callback_query
        message = tap.message if tap else update.message or update.edited_message
        person = getattr(tap or message, "from_user", None)
        if message is None or person is None or message.chat.type != "private":
            return
        chat_id = message.chat.id
        if self._clock() - self._apologised.get(chat_id, float("-inf")) < QUIET:
            return
        _remember(self._apologised, chat_id, self._clock())
        words = Words("trouble")
        locale = self._texts.best(person.language_code or "")
        if tap is not None:
            text = self._texts.plain(words, locale)[:200]
            told = AnswerCallbackQuery(callback_query_id=tap.id, text=text, show_alert=True)
            if await self.caller.call(told) is not None:
                return
        self._metrics.reply(words.id)
        shown = render(Reply(words.id), locale, self._texts, "")
        await self.caller.call(send_text(chat_id, shown))


class _Spinner:
    """Answers a tap by itself if the work takes long, so that its button stops spinning."""

    def __init__(self, caller: Caller, answer: AnswerCallbackQuery) -> None:
        self.answered = False
        self._caller = caller
        self._answer = answer

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._after_a_while())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.answered:
            await self._task
        else:
            self._task.cancel()

    async def _after_a_while(self) -> None:
        await asyncio.sleep(SPINNER)
        self.answered = True
        await self._caller.call(self._answer)


def _image(message: Message) -> str:
    """The file of the picture that a message is, or empty: a photo, or one sent as a file."""
    if message.photo:
        return message.photo[-1].file_id
    document = message.document
    if document is not None and document.mime_type in {"image/png", "image/jpeg"}:
        return document.file_id
    return ""


def _person(user: User, chat_id: str = "") -> Person:
    return Person(
        NAME,
        str(user.id),
        name=user.full_name,
        language=user.language_code or "",
        chat_id=chat_id,
    )


@contextmanager
def _waiting() -> Iterator[None]:
    """Let an update come again while a store does not answer."""
    try:
        yield
    except OUTAGES as outage:
        raise Unavailable(type(outage).__name__) from outage


def _kind(incoming: Incoming) -> str:
    return {Text: "text", Command: "command"}.get(type(incoming), "media")


def _remember(memory: "OrderedDict[Any, Any]", key: object, value: object) -> None:
    memory[key] = value
    memory.move_to_end(key)
    while len(memory) > REMEMBERED:
        memory.popitem(last=False)
