"""Methods that change or delete what was sent."""

from __future__ import annotations

from bot.simulator.bot_api.api import BotApi, method
from bot.simulator.bot_api.methods.messages import media
from bot.simulator.bot_api.params import Params
from bot.simulator.errors import Json, bad_request
from bot.simulator.world.world import Chat

_PLACE = "chat_id message_id inline_message_id reply_markup "
_MEDIA = ("photo", "document")
_CAPTION = ("caption", "caption_entities", "show_caption_above_media")
_TEXT = ("text", "entities", "link_preview_options")
_DELETE_HOURS = 48


@method("editMessageText", _PLACE + "text parse_mode entities link_preview_options")
def edit_message_text(api: BotApi, params: Params) -> Json | bool:
    """Replace the text and the keyboard of a text message."""
    content = api.text(params)
    if params.has("link_preview_options"):
        content["link_preview_options"] = params.mapping("link_preview_options")
    chat, message = _editable(api, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _replace(api, params, chat, message, content, _TEXT)


@method(
    "editMessageCaption",
    _PLACE + "caption parse_mode caption_entities show_caption_above_media",
)
def edit_message_caption(api: BotApi, params: Params) -> Json | bool:
    """Replace the caption and the keyboard of a message with a picture or a file."""
    content = api.caption(params)
    chat, message = _editable(api, params)
    if not any(name in message for name in _MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return _replace(api, params, chat, message, content, _CAPTION)


@method("editMessageReplyMarkup", _PLACE)
def edit_message_reply_markup(api: BotApi, params: Params) -> Json | bool:
    """Replace only the keyboard."""
    chat, message = _editable(api, params)
    return _replace(api, params, chat, message, {}, ())


@method("editMessageMedia", _PLACE + "media")
def edit_message_media(api: BotApi, params: Params) -> Json | bool:
    """Replace the picture or file, its caption and the keyboard; text becomes media."""
    content = media(api, params, params.mapping("media"))
    chat, message = _editable(api, params)
    return _replace(api, params, chat, message, content, (*_MEDIA, *_CAPTION, *_TEXT))


@method("deleteMessage", "chat_id message_id")
def delete_message(api: BotApi, params: Params) -> bool:
    """Delete one message of the last 48 hours."""
    chat = api.chat(params)
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not _deletable(api, chat, message):
        raise bad_request("message can't be deleted")
    _delete(api, chat, message)
    return True


@method("deleteMessages", "chat_id message_ids")
def delete_messages(api: BotApi, params: Params) -> bool:
    """Delete up to a hundred messages; those that are not there are skipped."""
    chat = api.chat(params)
    numbers = params.array("message_ids")
    if not 1 <= len(numbers) <= 100:
        raise bad_request("there must be 1-100 message identifiers")
    for number in numbers:
        message = chat.find(number)
        if message is not None and _deletable(api, chat, message):
            _delete(api, chat, message)
    return True


def _editable(api: BotApi, params: Params) -> tuple[Chat, Json]:
    """The message to edit and its chat.

    Raises:
        ApiError: 400 where the bot may not edit it.
    """
    if params.has("inline_message_id"):
        place = api.world.inline_messages.get(params.text("inline_message_id"))
        chat = api.world.chats.get(place[0]) if place else None
        message = chat.find(place[1]) if chat and place else None
        if chat is None or message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return chat, message
    chat = api.open_chat(params)
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != api.world.bot.id:
        raise bad_request("message can't be edited")
    return chat, message


def _replace(
    api: BotApi, params: Params, chat: Chat, message: Json, content: Json, fields: tuple[str, ...]
) -> Json | bool:
    """Put `content` in place of `fields`, and the keyboard; refuse it if nothing changes."""
    edited = {name: value for name, value in message.items() if name not in fields}
    edited.pop("reply_markup", None)
    edited.update(content)
    markup = api.markup(params, inline_only=True)
    if markup.get("inline_keyboard"):
        edited["reply_markup"] = markup
    if edited == message:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    api.spend(chat)
    edited["edit_date"] = int(api.world.clock())
    message.clear()
    message.update(edited)
    api.world.reacted(chat, message["message_id"])
    return True if params.has("inline_message_id") else dict(message)


def _deletable(api: BotApi, chat: Chat, message: Json) -> bool:
    young = api.world.clock() - message["date"] < _DELETE_HOURS * 3600
    ours = message["from"]["id"] == api.world.bot.id
    return young and (ours or chat.kind == "private" or chat.bot_status == "administrator")


def _delete(api: BotApi, chat: Chat, message: Json) -> None:
    chat.messages.remove(message)
    api.world.reacted(chat)
