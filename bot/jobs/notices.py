"""Telling organizers that something waits for them."""

import logging

from bot.channels.errors import Gone, Later, Moved, Refused
from bot.channels.registry import Registry
from bot.jobs.job import Job
from handlers.organizer import notices
from storage.container import Storage
from storage.organizers.notices import Notices

log = logging.getLogger(__name__)

NOTICES_EVERY = 2.0
"""Seconds between two looks at what organizers are to be told."""


def job(storage: Storage, registry: Registry) -> Job:
    """The job for every channel of this process."""
    return Job("notices", NOTICES_EVERY, lambda: tell_organizers(storage.notices, registry))


async def tell_organizers(kept: Notices, registry: Registry) -> None:
    """Tell what there is to tell. What cannot be sent is not tried again: the desk shows it too."""
    while taken := await kept.take(registry.names):
        for notice in taken:
            reply = notices.reply(notice.kind, notice.details)
            if reply is None:
                continue
            channel = registry[notice.channel]
            try:
                message = channel.render(reply, notice.organizer.locale)
                await channel.send(notice.chat_id, message)
            except (Gone, Later, Moved, Refused):
                log.warning("An organizer was not told of something")
