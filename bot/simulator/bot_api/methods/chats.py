"""Methods about chats, their members, and files."""

from __future__ import annotations

from bot.simulator.bot_api.api import BotApi, method
from bot.simulator.bot_api.params import Params
from bot.simulator.errors import Json, bad_request
from bot.simulator.world.acts import member
from bot.simulator.world.files import MAX_DOWNLOAD_BYTES


@method("getChat", "chat_id")
def get_chat(api: BotApi, params: Params) -> Json:
    """The fields of `ChatFullInfo` that have no default."""
    chat = api.chat(params)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    more: Json = {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }
    if chat.is_group:
        more["permissions"] = {"can_send_messages": True}
    return {**api.world.chat_api(chat), **more}


@method("getChatMember", "chat_id user_id")
def get_chat_member(api: BotApi, params: Params) -> Json:
    """Whether somebody is in a chat."""
    chat = api.chat(params)
    user_id = params.integer("user_id")
    if user_id == api.world.bot.id:
        return member(api.world.bot.api(), chat.bot_status if chat.is_group else "member")
    user = api.world.users.get(user_id)
    if user is None:
        raise bad_request("member not found" if chat.is_group else "PARTICIPANT_ID_INVALID")
    return member(user.api(), "member" if user_id in chat.members else "left")


@method("getChatMemberCount", "chat_id")
def get_chat_member_count(api: BotApi, params: Params) -> int:
    """How many are in a chat, the bot included."""
    return len(api.chat(params).members) + 1


@method("leaveChat", "chat_id")
def leave_chat(api: BotApi, params: Params) -> bool:
    """Leave a group."""
    chat = api.open_chat(params)
    if not chat.is_group:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    api.world.reacted(chat)
    return True


@method("pinChatMessage", "chat_id message_id disable_notification")
def pin_chat_message(api: BotApi, params: Params) -> bool:
    """Pin a message."""
    chat = api.open_chat(params)
    number = params.integer("message_id")
    if chat.find(number) is None:
        raise bad_request("message to pin not found")
    chat.pinned = [*(pin for pin in chat.pinned if pin != number), number]
    api.world.changed()
    return True


@method("unpinChatMessage", "chat_id message_id")
def unpin_chat_message(api: BotApi, params: Params) -> bool:
    """Unpin one message, or the newest pinned one."""
    chat = api.open_chat(params)
    number = params.integer("message_id", default=chat.pinned[-1] if chat.pinned else 0)
    chat.pinned = [pin for pin in chat.pinned if pin != number]
    api.world.changed()
    return True


@method("getFile", "file_id")
def get_file(api: BotApi, params: Params) -> Json:
    """Where a file can be downloaded (Bot API, getFile: at most 20 MB)."""
    file = api.world.files.find(params.text("file_id"))
    if file.size > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {**file.api(), "file_path": file.path}
