"""Methods about the bot itself: its account, command menu, names and descriptions."""

from __future__ import annotations

import re

from bot.simulator.bot_api.api import BotApi, method
from bot.simulator.bot_api.params import Params
from bot.simulator.errors import Json, bad_request

MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


@method("getMe")
def get_me(api: BotApi, params: Params) -> Json:
    """The bot's own account."""
    return {
        **api.world.bot.api(),
        "can_join_groups": True,
        "can_read_all_group_messages": api.world.bot.sees_everything,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


@method("getMyStarBalance")
def get_my_star_balance(api: BotApi, params: Params) -> Json:
    """The bot's Telegram Stars, as a StarAmount."""
    whole, tenths = divmod(api.world.bot.star_tenths, 10)
    return {"amount": whole, "nanostar_amount": tenths * 100_000_000}


@method("logOut")
@method("close")
def close(api: BotApi, params: Params) -> bool:
    """Nothing to move away from here."""
    return True


@method("setMyCommands", "commands scope language_code")
def set_my_commands(api: BotApi, params: Params) -> bool:
    """Set the command menu of one scope and language."""
    commands = params.array("commands")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    checked: list[Json] = []
    for command in commands:
        if not isinstance(command, dict):
            raise bad_request("can't parse BotCommand: expected an Object")
        name = str(command.get("command", "")).removeprefix("/")
        description = str(command.get("description", "")).strip()
        if not _COMMAND.fullmatch(name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= MAX_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        checked.append({"command": name, "description": description})
    if len({command["command"] for command in checked}) != len(checked):
        raise bad_request("BOT_COMMAND_DUPLICATE")
    api.world.bot.commands[_place(api, params)] = checked
    api.world.changed()
    return True


@method("getMyCommands", "scope language_code")
def get_my_commands(api: BotApi, params: Params) -> list[Json]:
    """The command menu of exactly one scope and language."""
    return api.world.bot.commands.get(_place(api, params), [])


@method("deleteMyCommands", "scope language_code")
def delete_my_commands(api: BotApi, params: Params) -> bool:
    """Take away the command menu of one scope and language."""
    api.world.bot.commands.pop(_place(api, params), None)
    api.world.changed()
    return True


def _place(api: BotApi, params: Params) -> str:
    """Scope and language as the key that the world keeps commands under."""
    scope = params.mapping("scope") or {"type": "default"}
    kind = str(scope.get("type"))
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    inner = Params(scope)
    parts = [kind]
    for name in _SCOPES[kind]:
        chat_or_user = api.chat(inner).id if name == "chat_id" else inner.integer(name)
        parts.append(str(chat_or_user))
    return f"{':'.join(parts)}/{_language(params)}"


def _language(params: Params) -> str:
    language = params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


def _set_words(api: BotApi, params: Params, name: str, kept: dict[str, str], most: int) -> bool:
    text = params.text(name).strip()
    if len(text) > most:
        raise bad_request(f"{name} is too long")
    language = _language(params)
    if text:
        kept[language] = text
    else:
        kept.pop(language, None)
    api.world.changed()
    return True


def _words(params: Params, kept: dict[str, str], fallback: str = "") -> str:
    return kept.get(_language(params)) or kept.get("") or fallback


@method("setMyName", "name language_code")
def set_my_name(api: BotApi, params: Params) -> bool:
    """Set the bot's name, at most 64 characters."""
    return _set_words(api, params, "name", api.world.bot.names, 64)


@method("getMyName", "language_code")
def get_my_name(api: BotApi, params: Params) -> Json:
    """The bot's name in one language."""
    return {"name": _words(params, api.world.bot.names, api.world.bot.first_name)}


@method("setMyDescription", "description language_code")
def set_my_description(api: BotApi, params: Params) -> bool:
    """Set what an empty chat shows, at most 512 characters."""
    return _set_words(api, params, "description", api.world.bot.descriptions, 512)


@method("getMyDescription", "language_code")
def get_my_description(api: BotApi, params: Params) -> Json:
    """What an empty chat shows in one language."""
    return {"description": _words(params, api.world.bot.descriptions)}


@method("setMyShortDescription", "short_description language_code")
def set_my_short_description(api: BotApi, params: Params) -> bool:
    """Set what the profile shows, at most 120 characters."""
    return _set_words(api, params, "short_description", api.world.bot.short_descriptions, 120)


@method("getMyShortDescription", "language_code")
def get_my_short_description(api: BotApi, params: Params) -> Json:
    """What the profile shows in one language."""
    return {"short_description": _words(params, api.world.bot.short_descriptions)}


@method("setChatMenuButton", "chat_id menu_button")
def set_chat_menu_button(api: BotApi, params: Params) -> bool:
    """Set the button beside the composer, for one chat or for all."""
    button = params.mapping("menu_button") or {"type": "default"}
    if button.get("type") not in {"commands", "web_app", "default"}:
        raise bad_request("can't parse menu button: unsupported type specified")
    chat_id = str(api.chat(params).id) if params.has("chat_id") else ""
    api.world.bot.menu_buttons[chat_id] = button
    return True


@method("getChatMenuButton", "chat_id")
def get_chat_menu_button(api: BotApi, params: Params) -> Json:
    """The button beside the composer."""
    buttons = api.world.bot.menu_buttons
    return buttons.get(params.text("chat_id")) or buttons.get("") or {"type": "commands"}
