"""Keyboards under messages: what Telegram takes and what it refuses."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from bot.simulator.errors import Json, bad_request

MAX_BUTTONS = 100
MAX_CALLBACK_BYTES = 64
MAX_COPY_TEXT = 256

_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_LOOKS = {"text", "style", "icon_custom_emoji_id"}


def check_inline_keyboard(markup: Json) -> Json:
    """An inline keyboard with its empty rows gone.

    Raises:
        ApiError: 400 where Telegram would refuse it.
    """
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list):
        raise bad_request("inline keyboard expected")
    checked = [[_inline_button(button) for button in _row(row)] for row in rows]
    if sum(len(row) for row in checked) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": [row for row in checked if row]}


def check_markup(markup: Json) -> Json:
    """Any reply markup: inline keyboard, reply keyboard, its removal, or force reply.

    Raises:
        ApiError: 400 where it is none of these, or not a good one.
    """
    if "inline_keyboard" in markup:
        return check_inline_keyboard(markup)
    if "keyboard" in markup:
        rows = [[_reply_button(button) for button in _row(row)] for row in markup["keyboard"]]
        if not any(rows):
            raise bad_request("object expected as reply markup")
        return {**markup, "keyboard": [row for row in rows if row]}
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        return markup
    raise bad_request("object expected as reply markup")


def _row(row: Any) -> list[Any]:
    if not isinstance(row, list):
        raise bad_request("can't parse keyboard: expected an Array of Arrays")
    return row


def _inline_button(button: Any) -> Json:
    trouble = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{trouble}expected an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request(f"{trouble}button text must be non-empty")
    unknown = set(button) - set(_ACTIONS) - _LOOKS
    if unknown:
        raise bad_request(f"{trouble}unknown field {min(unknown)}")
    actions = [name for name in _ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request(f"{trouble}Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"{trouble}exactly one action expected, found {' and '.join(actions)}")
    if actions == ["callback_data"]:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif actions == ["url"]:
        check_button_url(button["url"])
    elif actions == ["copy_text"]:
        copied = button["copy_text"].get("text") if isinstance(button["copy_text"], dict) else ""
        if not isinstance(copied, str) or not 1 <= len(copied) <= MAX_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return dict(button)


def check_button_url(url: Any) -> None:
    """See to it that a button may open this link.

    Raises:
        ApiError: 400 where it may not.
    """
    shown = str(url)
    if not shown:
        raise bad_request("inline keyboard button URL is empty")
    try:
        parts = urlsplit(shown)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    good = parts.scheme == "tg" or (
        parts.scheme in {"http", "https", ""} and ("." in (host or parts.path))
    )
    if not good or any(character.isspace() for character in shown):
        raise bad_request(f"inline keyboard button URL '{shown}' is invalid: Wrong HTTP URL")


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
    return button
