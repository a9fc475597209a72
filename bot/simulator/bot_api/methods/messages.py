"""Methods that send something into a chat."""

from __future__ import annotations

from typing import Any

from bot.simulator.bot_api.api import BotApi, method
from bot.simulator.bot_api.params import Params, Upload
from bot.simulator.errors import Json, bad_request
from bot.simulator.world.files import StoredFile
from bot.simulator.world.world import TYPING_SECONDS

_COMMON = (
    "chat_id reply_markup disable_notification protect_content reply_parameters "
    "allow_paid_broadcast "
)
_CAPTION = "caption parse_mode caption_entities show_caption_above_media "
_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


@method("sendMessage", _COMMON + "text parse_mode entities link_preview_options")
def send_message(api: BotApi, params: Params) -> Json:
    """Send text."""
    content = api.text(params)
    return api.post(api.open_chat(params), content, params)


@method("sendPhoto", _COMMON + _CAPTION + "photo has_spoiler")
def send_photo(api: BotApi, params: Params) -> Json:
    """Send a picture: an upload or a file_id."""
    content = {**photo(api, params, params.text("photo") or "photo"), **api.caption(params)}
    return api.post(api.open_chat(params), content, params)


@method("sendDocument", _COMMON + _CAPTION + "document disable_content_type_detection")
def send_document(api: BotApi, params: Params) -> Json:
    """Send a file: an upload or a file_id."""
    given = params.text("document") or "document"
    content = {**document(api, params, given), **api.caption(params)}
    return api.post(api.open_chat(params), content, params)


@method(
    "sendMediaGroup",
    "chat_id media disable_notification protect_content reply_parameters allow_paid_broadcast",
)
def send_media_group(api: BotApi, params: Params) -> list[Json]:
    """Send two to ten pictures or files as an album."""
    items = params.array("media")
    if not 2 <= len(items) <= 10:
        raise bad_request("there must be 2-10 items in a media group")
    contents = [media(api, params, item) for item in items]
    chat = api.open_chat(params)
    group = str(api.world.unique())
    return [api.post(chat, {**content, "media_group_id": group}, params) for content in contents]


@method("sendChatAction", "chat_id action")
def send_chat_action(api: BotApi, params: Params) -> bool:
    """Show "typing…" for five seconds, or until the next message."""
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = api.open_chat(params)
    chat.typing_until = api.world.clock() + TYPING_SECONDS
    api.world.changed()
    return True


@method("copyMessage", _COMMON + _CAPTION + "from_chat_id message_id")
def copy_message(api: BotApi, params: Params) -> Json:
    """Send the content of a message again, without its keyboard."""
    source = api.chat(params, "from_chat_id").find(params.integer("message_id"))
    if source is None:
        raise bad_request("message to copy not found")
    kept = ("text", "entities", "photo", "document", "sticker", "voice")
    content = {name: source[name] for name in kept if name in source}
    if params.has("caption"):
        content.update(api.caption(params))
    else:
        captions = ("caption", "caption_entities")
        content.update({name: source[name] for name in captions if name in source})
    return {"message_id": api.post(api.open_chat(params), content, params)["message_id"]}


def media(api: BotApi, params: Params, item: Any) -> Json:
    """The content of one `InputMediaPhoto` or `InputMediaDocument`.

    Raises:
        ApiError: 400 where it is neither, or its file or caption is not good.
    """
    if not isinstance(item, dict) or item.get("type") not in {"photo", "document"}:
        raise bad_request("can't parse InputMedia: type photo or document expected")
    inner = Params(item, params.uploads)
    make = photo if item["type"] == "photo" else document
    return {**make(api, params, str(item.get("media", ""))), **api.caption(inner)}


def photo(api: BotApi, params: Params, given: str) -> Json:
    """The `photo` field of a message, from an upload's name or a file_id.

    Raises:
        ApiError: 400 where there is no such file, or it is no photo.
    """
    upload = _upload(api, params, given)
    if upload is not None:
        file = api.world.files.add_photo(upload.data, upload.name)
    else:
        file = _known(api, given, "photo")
        if not file.path.startswith("photos/"):
            raise bad_request("type of file mismatch")
    return {"photo": api.world.photo_content(file)}


def document(api: BotApi, params: Params, given: str) -> Json:
    """The `document` field of a message, from an upload's name or a file_id.

    Raises:
        ApiError: 400 where there is no such file, or it is no document.
    """
    upload = _upload(api, params, given)
    if upload is not None:
        file = api.world.files.add(upload.data, upload.name, upload.mime, "documents")
    else:
        file = _known(api, given, "document")
        if not file.path.startswith("documents/"):
            raise bad_request("type of file mismatch")
    return {"document": {**file.api(), "file_name": file.name, "mime_type": file.mime}}


def _upload(api: BotApi, params: Params, given: str) -> Upload | None:
    if given.startswith(("http://", "https://")):
        api.complain("files by web address are not simulated; upload them")
        raise bad_request("failed to get HTTP URL content")
    upload = params.upload(given)
    if upload is None and given.startswith("attach://"):
        raise bad_request("invalid file identifier specified: attached file not found")
    return upload


def _known(api: BotApi, given: str, name: str) -> StoredFile:
    if given == name:
        raise bad_request(f"there is no {name} in the request")
    return api.world.files.find(given)
