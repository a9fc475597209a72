"""Answers to pressed buttons and to inline queries."""

from __future__ import annotations

import re
from typing import Any

from bot.simulator.bot_api.api import BotApi, method
from bot.simulator.bot_api.params import Params
from bot.simulator.errors import Json, bad_request

TAP_SECONDS = 60.0
"""How long a pressed button waits here. Telegram's own time is not documented."""
MAX_TOAST = 200
MAX_RESULTS = 50
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery", "callback_query_id text show_alert url cache_time")
def answer_callback_query(api: BotApi, params: Params) -> bool:
    """End the wait on a pressed button, with a short notice if there is a text."""
    text = params.text("text")
    if len(text) > MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = api.world.taps.get(params.text("callback_query_id"))
    if tap is None or tap.answered or api.world.clock() - tap.at > TAP_SECONDS:
        raise bad_request(_TOO_OLD)
    tap.answered = True
    if text:
        chat = api.world.chats[tap.chat_id]
        toast = {"text": text, "show_alert": params.flag("show_alert"), "at": api.world.clock()}
        chat.toasts[tap.user_id] = toast
        api.world.reacted(chat)
    return True


@method("answerInlineQuery", "inline_query_id results cache_time is_personal next_offset button")
def answer_inline_query(api: BotApi, params: Params) -> bool:
    """Offer up to fifty results to somebody who typed the bot's name."""
    results = params.array("results")
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(params.text("next_offset").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    checked = [_result(api, params, result) for result in results]
    if len({result["id"] for result in checked}) != len(checked):
        raise bad_request("RESULT_ID_DUPLICATE")
    button = params.mapping("button")
    if button and not re.fullmatch(r"[\w-]{1,64}", str(button.get("start_parameter", "-"))):
        raise bad_request("START_PARAM_INVALID")
    search = api.world.searches.get(params.text("inline_query_id"))
    if search is None or search.results is not None or _late(api, search.at):
        raise bad_request(_TOO_OLD)
    search.results, search.button = checked, button or None
    api.world.changed()
    return True


def _late(api: BotApi, since: float) -> bool:
    return api.world.clock() - since > TAP_SECONDS


def _result(api: BotApi, params: Params, result: Any) -> Json:
    """A result as it was given, with the message it stands for under "message"."""
    if not isinstance(result, dict) or not 1 <= len(str(result.get("id", "")).encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    kind = result.get("type")
    words = result.get("input_message_content")
    if kind == "article":
        if not result.get("title"):
            raise bad_request("can't parse inline query result: article title is empty")
        if not isinstance(words, dict):
            raise bad_request("MESSAGE_TEXT_EMPTY")
        message = _words(api, words)
    elif kind == "photo" and "photo_file_id" in result:
        file = api.world.files.find(str(result["photo_file_id"]))
        message = {"photo": api.world.photo_content(file), **api.caption(Params(result))}
        if isinstance(words, dict):
            message = _words(api, words)
    else:
        api.complain(f"inline results of type {kind} are not simulated")
        raise bad_request("RESULT_TYPE_INVALID")
    if markup := api.markup(Params(result), inline_only=True):
        message["reply_markup"] = markup
    return {**result, "message": message}


def _words(api: BotApi, words: Json) -> Json:
    given = {**words, "text": words.get("message_text", "")}
    message = api.text(Params(given))
    if words.get("link_preview_options"):
        message["link_preview_options"] = words["link_preview_options"]
    return message
