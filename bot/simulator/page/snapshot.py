"""The world as the page needs it: people, one open chat, the latest calls."""

from __future__ import annotations

import time
from collections.abc import Collection

from bot.simulator.bot_api.api import Call
from bot.simulator.bot_api.methods.queries import TAP_SECONDS
from bot.simulator.errors import Json
from bot.simulator.people.seen import visible
from bot.simulator.world.world import Chat, User, World

MOST_MESSAGES = 200
MOST_CALLS = 40
_HIDDEN_CALLS = {"getUpdates", "getMe", "getWebhookInfo"}


def snapshot(world: World, calls: Collection[Call], person: int, chat_id: int) -> Json:
    """What the page shows to somebody who looks at one of their chats."""
    user = world.users.get(person) or next(iter(world.users.values()), None)
    state: Json = {
        "version": world.version,
        "bot": _bot(world, user),
        "people": [_person(world, one) for one in world.users.values() if not one.crowd],
        "calls": _calls(calls),
    }
    if user is None:
        return state
    chat = world.chats.get(chat_id)
    if chat is None or user.id not in chat.members:
        chat = world.chats[user.id]
    state["me"] = user.id
    state["chats"] = [
        {"id": one.id, "title": _title(world, one, user), "kind": one.kind}
        for one in world.chats.values()
        if user.id in one.members
    ]
    state["chat"] = _chat(world, chat, user)
    mine = [search for search in world.searches.values() if search.user_id == user.id]
    if mine:
        state["search"] = {"id": mine[-1].id, "results": mine[-1].results}
    return state


def _bot(world: World, user: User | None) -> Json:
    language = user.language_code[:2] if user else ""
    bot = world.bot

    def words(kept: dict[str, str]) -> str:
        return kept.get(language) or kept.get("") or ""

    return {
        "id": bot.id,
        "name": words(bot.names) or bot.first_name,
        "username": bot.username,
        "description": words(bot.descriptions),
        "about": words(bot.short_descriptions),
    }


def _person(world: World, user: User) -> Json:
    chat = world.chats[user.id]
    shown = visible(chat)
    last = shown[-1] if shown else {}
    return {
        "id": user.id,
        "name": user.first_name,
        "language": user.language_code,
        "note": user.note,
        "blocked": chat.blocked,
        "last": str(last.get("text") or last.get("caption") or "")[:80],
        "newest": last.get("message_id", 0),
        "reactions": chat.reactions,
    }


def _title(world: World, chat: Chat, viewer: User) -> str:
    if chat.kind == "private":
        return str(_bot(world, viewer)["name"])
    if chat.kind == "people":
        others = [world.users[one].first_name for one in chat.members if one != viewer.id]
        return others[0] if others else viewer.first_name
    return chat.title


def _chat(world: World, chat: Chat, user: User) -> Json:
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": _title(world, chat, user),
        "started": chat.started,
        "blocked": chat.blocked,
        "bot_inside": chat.kind == "private" or chat.bot_status in {"member", "administrator"},
        "members": [world.users[one].first_name for one in chat.members],
        "typing": max(0.0, chat.typing_until - world.clock()),
        "messages": visible(chat)[-MOST_MESSAGES:],
        "pinned": chat.pinned,
        "keyboard": chat.keyboard,
        "commands": world.commands_for(user, chat),
        "toast": chat.toasts.get(user.id),
        "spinning": [
            tap.id
            for tap in world.taps.values()
            if not tap.answered
            and tap.chat_id == chat.id
            and tap.user_id == user.id
            and world.clock() - tap.at < TAP_SECONDS
        ][-1:],
    }


def _calls(calls: Collection[Call]) -> list[Json]:
    shown = [call for call in calls if call.method not in _HIDDEN_CALLS]
    return [_call(call) for call in shown[-MOST_CALLS:]]


def _call(call: Call) -> Json:
    return {
        "method": call.method,
        "chat": str(call.params.get("chat_id", "")),
        "error": call.error.description if call.error else "",
        "at": time.strftime("%H:%M:%S", time.localtime(call.at)),
    }
