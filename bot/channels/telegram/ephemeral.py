"""Messages that name what must not be found in the chat later, and taking them down again.

Telegram lets a bot delete what was said in a private chat for 48 hours, by either side (Bot API,
deleteMessage). After that its own messages can still be changed: they are made to say nothing.
What the person sent that long ago stays.
"""

import io
import time
from collections.abc import Callable

from aiogram.methods import DeleteMessage, EditMessageMedia, EditMessageText
from aiogram.types import BufferedInputFile, InputMediaPhoto
from aiogram.types import Message as Told
from PIL import Image

from bot.channels.errors import Refused
from bot.channels.telegram.client import Caller
from bot.channels.telegram.render import RenderedMessage
from bot.channels.telegram.send import ReplySender
from handlers.domain.supporters import Person
from storage.redis.ephemeral_messages import EphemeralMessages, Kind, Message

DELETABLE = 47 * 3600
"""Seconds: an hour less than Telegram allows, for clocks that differ."""

NOTHING = "…"
"""What a message says that cannot be deleted any more."""


class EphemeralReplies:
    """Shows what passes, remembers where it stands, and takes it down."""

    def __init__(
        self,
        caller: Caller,
        display: ReplySender,
        passing: EphemeralMessages,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._caller = caller
        self._display = display
        self._passing = passing
        self._clock = clock

    async def show(
        self,
        person: Person,
        chat_id: int,
        shown: RenderedMessage,
        *,
        said: Told | None = None,
        tapped: Told | None = None,
    ) -> None:
        """Show a reply that is passing or sweeps; it answers what was `said` or `tapped`."""
        if shown.sweeps:
            # Not in the place of what was tapped: nobody knows of an edit that was given up.
            await self._display.show(chat_id, shown, None)
            await self._sweep(person, chat_id, tapped)
            return
        there = [_noted(said, theirs=True)] if said else []
        there += [_noted(tapped)] if tapped else []
        await self._passing.note(person, there)
        message = await self._display.show(chat_id, shown, tapped)
        if message is not None and (tapped is None or message.message_id != tapped.message_id):
            await self._passing.note(person, [_noted(message)])

    async def _sweep(self, person: Person, chat_id: int, tapped: Told | None) -> None:
        found = {each.id: each for each in await self._passing.of(person)}
        if tapped is not None:
            found.setdefault(str(tapped.message_id), _noted(tapped))
        for each in found.values():
            await self._take_down(chat_id, each)
        await self._passing.forget(person)

    async def _take_down(self, chat_id: int, message: Message) -> None:
        try:
            if self._clock() - message.at < DELETABLE:
                await self._caller.ask(DeleteMessage(chat_id=chat_id, message_id=int(message.id)))
            else:
                await self._empty(chat_id, message)
        except Refused:
            return  # it is gone already

    async def _empty(self, chat_id: int, message: Message) -> None:
        """Let an old message say nothing."""
        if message.kind == "text":
            await self._caller.ask(
                EditMessageText(chat_id=chat_id, message_id=int(message.id), text=NOTHING)
            )
        elif message.kind == "photo":
            media = InputMediaPhoto(media=_blank(), caption=NOTHING)
            await self._caller.ask(
                EditMessageMedia(chat_id=chat_id, message_id=int(message.id), media=media)
            )


def _noted(message: Told, *, theirs: bool = False) -> Message:
    kind: Kind = "theirs" if theirs else "photo" if message.photo else "text"
    return Message(str(message.message_id), kind, int(message.date.timestamp()))


def _blank() -> BufferedInputFile:
    """A picture of nothing: a photo can be changed, but not turned into words."""
    file = io.BytesIO()
    Image.new("RGB", (320, 180), "lightgrey").save(file, "PNG")
    return BufferedInputFile(file.getvalue(), filename="picture.png")
