"""Telling organizers that something waits for them."""

import logging

from bot.channels.errors import Gone, Later, Moved, Refused
from bot.channels.outgoing import Outgoing
from bot.channels.telegram.render import render
from bot.texts.texts import Texts
from handlers.organizer import notices
from storage.organizers.organizers import Organizers

log = logging.getLogger(__name__)


async def tell_organizers(organizers: Organizers, texts: Texts, outgoing: Outgoing) -> None:
    """Tell what there is to tell. What cannot be sent is not tried again: the desk shows it too."""
    while taken := await organizers.take():
        for notice in taken:
            reply = notices.reply(notice.kind, notice.details)
            if reply is None:
                continue
            locale = notice.organizer.locale
            try:
                shown = render(reply, locale, texts, outgoing.username)
                await outgoing.send(notice.chat_id, shown)
            except (Gone, Later, Moved, Refused):
                log.warning("An organizer was not told of something")
