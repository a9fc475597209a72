"""What people do: each act changes the world and queues the update that the bot gets of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from bot.simulator.errors import Json
from bot.simulator.world.entities import MAX_CAPTION, MAX_TEXT, detect, utf16_length
from bot.simulator.world.files import StoredFile
from bot.simulator.world.updates import Updates
from bot.simulator.world.world import Chat, Search, Tap, User, World

MOST_TAPS = 10_000
"""Older pressed buttons are forgotten; they could not be answered any more."""
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Impossible(AssertionError):
    """Something that no real client would let a person do; the text says why."""


@dataclass(frozen=True)
class DeepLink:
    """A link that opens the bot: `t.me/<bot>?start=<payload>` or `?startgroup=`."""

    payload: str
    group: bool = False


def read_deep_link(link: str, username: str) -> DeepLink | None:
    """The deep link to the bot with that username in `link`; None for any other link."""
    parts = urlsplit(link if "//" in link else f"https://{link}")
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", "")
    elif parts.scheme in {"http", "https"} and parts.hostname in {"t.me", "telegram.me"}:
        name = parts.path.strip("/")
    else:
        return None
    if name.lower() != username.lower():
        return None
    return DeepLink(query.get("startgroup") or query.get("start", ""), "startgroup" in query)


class Acts:
    """The hands of all the people in the world."""

    def __init__(self, world: World, updates: Updates) -> None:
        self._world = world
        self._updates = updates

    # -- sending

    def say(self, user: User, chat: Chat, text: str, reply_to: int | None = None) -> Json:
        """Send a text message; the Bot API's `Message`.

        Raises:
            Impossible: It is empty or longer than MAX_TEXT; or the person is not in the chat, or
                has blocked the bot.
        """
        if not text.strip():
            raise Impossible("an empty message cannot be sent")
        if utf16_length(text) > MAX_TEXT:
            raise Impossible(f"a message holds at most {MAX_TEXT} characters")
        content: Json = {"text": text}
        if entities := detect(text, []):
            content["entities"] = entities
        return self._send(user, chat, content, reply_to)

    def send_photo(self, user: User, chat: Chat, file: StoredFile, caption: str = "") -> Json:
        """Send a picture."""
        content: Json = {"photo": self._world.photo_content(file)}
        return self._send(user, chat, self._captioned(content, caption))

    def send_document(self, user: User, chat: Chat, file: StoredFile, caption: str = "") -> Json:
        """Send a file."""
        document = {**file.api(), "file_name": file.name, "mime_type": file.mime}
        return self._send(user, chat, self._captioned({"document": document}, caption))

    def send_sticker(self, user: User, chat: Chat, emoji: str = "👍") -> Json:
        """Send a sticker."""
        file = self._world.files.add(emoji.encode(), "sticker.webp", "image/webp", "stickers")
        looks = {"type": "regular", "width": 512, "height": 512, "emoji": emoji}
        sticker = {**file.api(), **looks, "is_animated": False, "is_video": False}
        return self._send(user, chat, {"sticker": sticker})

    def send_voice(self, user: User, chat: Chat, seconds: int = 3) -> Json:
        """Send a voice message; its bytes are a stand-in, not sound."""
        file = self._world.files.add(b"OggS stand-in", "voice.oga", "audio/ogg", "voice")
        voice = {**file.api(), "duration": seconds, "mime_type": file.mime}
        return self._send(user, chat, {"voice": voice})

    def edit(self, user: User, chat: Chat, message_id: int, text: str) -> Json:
        """Change the text of one's own message; the Bot API's `Message`.

        Raises:
            Impossible: There is no such text message of theirs; or the person is not in the chat,
                or has blocked the bot.
        """
        self._check_open(user, chat)
        message = chat.find(message_id)
        if message is None or message["from"]["id"] != user.id or "text" not in message:
            raise Impossible("only one's own text messages can be edited")
        message["text"] = text
        message["edit_date"] = int(self._world.clock())
        message.pop("entities", None)
        if entities := detect(text, []):
            message["entities"] = entities
        if self._bot_sees(chat, message):
            self._updates.add("edited_message", dict(message), chat.id)
        self._world.changed()
        return message

    # -- pressing

    def tap(self, user: User, chat: Chat, message_id: int, data: str) -> None:
        """Press a callback button with that data, wherever it stands under that message.

        Raises:
            Impossible: The message or its button is gone.
        """
        message = chat.find(message_id)
        if message is None:
            raise Impossible("the message with that button is gone")
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        if not any(button.get("callback_data") == data for row in rows for button in row):
            raise Impossible("the message has no such button any more")
        tap = Tap(f"{user.id}{self._world.unique():08d}", user.id, chat.id, self._world.clock())
        self._world.taps[tap.id] = tap
        if len(self._world.taps) > MOST_TAPS:
            self._world.taps.pop(next(iter(self._world.taps)))
        chat.toasts.pop(user.id, None)
        query: Json = {
            "id": tap.id,
            "from": user.api(),
            "chat_instance": str(abs(chat.id) * 7919),
            "data": data,
        }
        inline_id = next(
            (key for key, at in self._world.inline_messages.items() if at == (chat.id, message_id)),
            None,
        )
        if inline_id is not None:
            query["inline_message_id"] = inline_id
        else:
            query["message"] = dict(message)
        self._updates.add("callback_query", query, chat.id)
        self._world.changed()

    def open(self, user: User, link: str) -> Json:
        """Follow a deep link to the bot and press START; the Bot API's `Message`.

        Raises:
            Impossible: The link leads elsewhere, or its payload has a form that Telegram refuses.
        """
        deep = read_deep_link(link, self._world.bot.username)
        if deep is None:
            raise Impossible("the link does not lead to this bot")
        if deep.payload and not _PAYLOAD.fullmatch(deep.payload):
            raise Impossible("a payload is 1 to 64 characters of A-Z, a-z, 0-9, _ and -")
        chat = self._world.chats[user.id]
        if chat.blocked:
            self.unblock(user)
        return self.say(user, chat, f"/start {deep.payload}".strip())

    # -- keeping the bot out, and letting it in

    def block(self, user: User) -> None:
        """Block the bot."""
        chat = self._world.chats[user.id]
        if not chat.blocked:
            chat.blocked = True
            self._member_update(user, chat, "member", "kicked")

    def unblock(self, user: User) -> None:
        """Let the bot write again."""
        chat = self._world.chats[user.id]
        if chat.blocked:
            chat.blocked = False
            self._member_update(user, chat, "kicked", "member")

    def clear(self, user: User) -> None:
        """Empty the chat on the person's side; the bot is not told."""
        chat = self._world.chats[user.id]
        chat.hidden_up_to = chat.next_message_id - 1
        chat.keyboard = None
        self._world.changed()

    def add_bot(self, user: User, chat: Chat, *, admin: bool = False) -> None:
        """Take the bot into a group."""
        before, chat.bot_status = chat.bot_status, "administrator" if admin else "member"
        self._member_update(user, chat, before, chat.bot_status)
        bot = self._world.bot.api()
        content = {"new_chat_members": [bot], "new_chat_member": bot}
        message = self._world.post(chat, user.api(), content)
        self._updates.add("message", dict(message), chat.id)

    def remove_bot(self, user: User, chat: Chat) -> None:
        """Throw the bot out of a group."""
        before, chat.bot_status = chat.bot_status, "kicked"
        self._world.post(chat, user.api(), {"left_chat_member": self._world.bot.api()})
        self._member_update(user, chat, before, "kicked")

    # -- inline mode

    def search(self, user: User, query: str, offset: str = "") -> Search:
        """Type `@bot query` in some chat."""
        number = f"{user.id}{self._world.unique():08d}"
        search = Search(number, user.id, query, self._world.clock())
        self._world.searches[search.id] = search
        asked = {"id": search.id, "from": user.api(), "query": query, "offset": offset}
        self._updates.add("inline_query", asked, user.id)
        return search

    def choose(self, user: User, search: Search, result_id: str, chat: Chat) -> Json:
        """Pick one of the results and send it into a chat; the Bot API's `Message`.

        Raises:
            Impossible: There is no such result.
        """
        found = [result for result in search.results or [] if result["id"] == result_id]
        if not found:
            raise Impossible("there is no such result")
        result = found[0]
        content = {**result["message"], "via_bot": self._world.bot.api()}
        message = self._send(user, chat, content)
        chosen = {"result_id": result_id, "from": user.api(), "query": search.query}
        if "reply_markup" in content:
            inline_id = f"inline{self._world.unique():08d}"
            self._world.inline_messages[inline_id] = (chat.id, message["message_id"])
            chosen["inline_message_id"] = inline_id
        self._updates.add("chosen_inline_result", chosen, user.id)
        return message

    # -- within

    def _captioned(self, content: Json, caption: str) -> Json:
        if utf16_length(caption) > MAX_CAPTION:
            raise Impossible(f"a caption holds at most {MAX_CAPTION} characters")
        if caption:
            content["caption"] = caption
            if entities := detect(caption, []):
                content["caption_entities"] = entities
        return content

    def _check_open(self, user: User, chat: Chat) -> None:
        if user.id not in chat.members:
            raise Impossible(f"{user.first_name} is not in this chat")
        if chat.kind == "private" and chat.blocked:
            raise Impossible(f"{user.first_name} has blocked the bot; unblock it first")

    def _send(self, user: User, chat: Chat, content: Json, reply_to: int | None = None) -> Json:
        self._check_open(user, chat)
        chat.started = chat.started or chat.kind == "private"
        keyboard = chat.keyboard or {}
        if keyboard.get("force_reply") and reply_to is None:
            reply_to = keyboard.get("message_id")
        if keyboard.get("force_reply") or keyboard.get("one_time_keyboard"):
            chat.keyboard = None
        if reply_to is not None and (original := chat.find(reply_to)):
            content = {**content, "reply_to_message": _without_reply(original)}
        message = self._world.post(chat, user.api(), content)
        if self._bot_sees(chat, message):
            self._updates.add("message", dict(message), chat.id)
        return message

    def _bot_sees(self, chat: Chat, message: Json) -> bool:
        """Privacy mode: in a group the bot sees commands, mentions, and replies to it."""
        bot = self._world.bot
        if chat.kind == "private":
            return True
        if chat.kind == "people" or chat.bot_status not in {"member", "administrator"}:
            return False
        if bot.sees_everything or chat.bot_status == "administrator":
            return True
        replied = message.get("reply_to_message", {}).get("from", {}).get("id") == bot.id
        via_us = message.get("via_bot", {}).get("id") == bot.id
        if replied or via_us:
            return True
        text = (message.get("text") or message.get("caption") or "").lower()
        name = f"@{bot.username.lower()}"
        if re.search(re.escape(name) + r"(?!\w)", text):
            return True
        return re.match(r"/[a-z0-9_]+(?![\w@])", text) is not None

    def _member_update(self, user: User, chat: Chat, before: str, after: str) -> None:
        bot = self._world.bot.api()
        content = {
            "chat": self._world.chat_api(chat),
            "from": user.api(),
            "date": int(self._world.clock()),
            "old_chat_member": member(bot, before),
            "new_chat_member": member(bot, after),
        }
        self._updates.add("my_chat_member", content, chat.id)
        self._world.changed()


def member(user: Json, status: str) -> Json:
    """The Bot API's `ChatMember` of that status."""
    found: Json = {"user": user, "status": status}
    if status == "kicked":
        found["until_date"] = 0
    if status == "administrator":
        rights = (
            "can_be_edited is_anonymous can_manage_chat can_delete_messages "
            "can_manage_video_chats can_restrict_members can_promote_members can_change_info "
            "can_invite_users can_post_stories can_edit_stories can_delete_stories "
            "can_pin_messages can_manage_topics can_send_welcome_messages"
        )
        found.update(dict.fromkeys(rights.split(), False))
    return found


def _without_reply(message: Json) -> Json:
    return {key: value for key, value in message.items() if key != "reply_to_message"}
