"""Keeping the cards in groups up to date."""

import logging
from datetime import timedelta
from functools import partial
from typing import Any

from bot.channels.base import Channel
from bot.channels.errors import Gone, Later, Moved, Refused
from bot.channels.group_cards import LiveCards
from bot.channels.registry import Registry
from bot.jobs.job import Job
from storage.container import Storage
from storage.supporters.group_cards import GroupCard, GroupCards

log = logging.getLogger(__name__)

CARDS_EVERY = 20.0
"""Seconds between two looks at the cards."""

EDIT_EVERY = timedelta(minutes=1)
"""A card is edited no more often."""

BATCH = 100
"""Cards that one process takes at a time."""


def job(storage: Storage, registry: Registry) -> Job:
    """The job for every channel that has groups and can edit."""
    cards = [
        (LiveCards(_kept(storage, channel.name), storage.campaigns), channel)
        for channel in registry
        if channel.capabilities.groups and channel.capabilities.edits
    ]

    async def run() -> None:
        for each, channel in cards:
            await refresh_cards(each, channel)

    return Job("group cards", CARDS_EVERY, run)


def _kept(storage: Storage, channel: str) -> GroupCards:
    return GroupCards(storage.database, storage.vault, channel)


async def refresh_cards(live: LiveCards, channel: Channel[Any]) -> None:
    """Edit every card that shows something old and was not edited within the last minute.

    It ends early where the channel asks for patience; the next time it goes on.
    """
    for slug, locale in await live.cards.kinds():
        campaign = await live.campaigns.get(slug)
        if campaign is None:
            continue
        message = channel.render(await live.reply(campaign, locale), locale)
        now = live.now()
        while taken := await live.cards.take(
            campaign, locale, repr(message), before=now - EDIT_EVERY, now=now, limit=BATCH
        ):
            for card in taken:
                try:
                    await _edit(live, channel, card, message)
                except Later:
                    return


async def _edit(live: LiveCards, channel: Channel[Any], card: GroupCard, message: object) -> None:
    try:
        await channel.edit(card.chat_id, card.message_id, message)
    except Gone:
        await live.forget(card.chat_id)
    except Moved as moved:
        locale = await live.forget(card.chat_id)
        if locale is not None:
            await _post_again(live, channel, moved.address, locale)
    except Refused:
        log.warning("A card in a group was refused")
    else:
        await live.cards.edited(card.chat_id, repr(message))


async def _post_again(live: LiveCards, channel: Channel[Any], address: str, locale: str) -> None:
    try:
        await live.post(address, locale, channel.render, partial(channel.send, address))
    except (Gone, Moved, Refused):
        log.warning("A card could not follow its group")
