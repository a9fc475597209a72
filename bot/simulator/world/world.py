"""Everything the simulated messenger knows: people, chats, messages, the bot's profile.

Plain data with a few rules. Messages are kept as the Bot API's own `Message` objects.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bot.simulator.errors import Json
from bot.simulator.world.files import Files, StoredFile

FIRST_USER_ID = 700_000_001
FIRST_GROUP_ID = -1_001_000_000_001
FIRST_HIDDEN_ID = 9_000_000_000_001
TYPING_SECONDS = 5.0


@dataclass
class User:
    """A person with an account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    note: str = ""
    """What the page says about the person; no part of the Bot API."""
    crowd: bool = False
    """One of many whom nobody plays: the page does not list them."""

    def api(self) -> Json:
        """The person as the Bot API's `User`."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                user[name] = value
        return user


@dataclass
class Bot:
    """The bot's account and profile."""

    id: int
    username: str
    first_name: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)
    sees_everything: bool = False
    """Privacy mode switched off: the bot reads every message of its groups."""
    star_tenths: int = 0
    """The balance, in tenths of a Telegram Star: what a paid message costs."""

    @property
    def stars(self) -> float:
        """The balance in Telegram Stars."""
        return self.star_tenths / 10

    def pay_for_message(self) -> None:
        """Take off what one message of a paid broadcast costs beyond the free ones: 0.1 Star."""
        self.star_tenths -= 1

    def api(self) -> Json:
        """The bot as the Bot API's `User`."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.first_name,
            "username": self.username,
        }


@dataclass
class Chat:
    """A chat: `private` with the bot, `supergroup`, or `people` (two people, no bot)."""

    id: int
    kind: str
    title: str = ""
    members: list[int] = field(default_factory=list)
    messages: list[Json] = field(default_factory=list)
    next_message_id: int = 1
    started: bool = False
    blocked: bool = False
    bot_status: str = "left"
    hidden_up_to: int = 0
    """The person has cleared the chat up to this message."""
    keyboard: Json | None = None
    """The reply keyboard, or force reply, that is shown instead of the usual one."""
    pinned: list[int] = field(default_factory=list)
    toasts: dict[int, Json] = field(default_factory=dict)
    """What the last answered tap showed to each person: `text` and `show_alert`."""
    reactions: int = 0
    """How often the bot has changed what can be seen here."""
    touched: int = 0
    """The message that the bot last sent or edited."""
    typing_until: float = 0.0

    @property
    def is_group(self) -> bool:
        """Whether it is a group with the bot's own rules for groups."""
        return self.kind == "supergroup"

    def find(self, message_id: int) -> Json | None:
        """The message with that number, unless it was deleted."""
        for message in reversed(self.messages):
            if message["message_id"] == message_id:
                return message
        return None


@dataclass
class Tap:
    """A pressed callback button that waits for answerCallbackQuery."""

    id: str
    user_id: int
    chat_id: int
    at: float
    answered: bool = False


@dataclass
class Search:
    """An inline query, and what the bot answered to it."""

    id: str
    user_id: int
    query: str
    at: float
    results: list[Json] | None = None
    button: Json | None = None


class World:
    """All people and chats around one bot."""

    def __init__(
        self,
        bot: Bot,
        *,
        folder: Path | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.bot = bot
        self.clock = clock
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files = Files(folder / "files" if folder else None)
        self.taps: dict[str, Tap] = {}
        self.searches: dict[str, Search] = {}
        self.inline_messages: dict[str, tuple[int, int]] = {}
        """Where a message sent through inline mode stands: chat and message number."""
        self.reacted_at: dict[int, float] = {}
        """When the bot last changed each chat, on the monotonic clock."""
        self.version = 0
        self._counter = 0
        self._listeners: list[Callable[[], None]] = []

    # -- being told of changes

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change; the answer is a function that stops it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def changed(self) -> None:
        """Tell everybody who listens that something is not as it was."""
        self.version += 1
        for listener in list(self._listeners):
            listener()

    def unique(self) -> int:
        """A number that was not given out before."""
        self._counter += 1
        return self._counter

    # -- people and chats

    def add_user(self, first_name: str, **more: Any) -> User:
        """A new person with an account of their own."""
        newest = next(reversed(self.users), FIRST_USER_ID - 1)
        user = User(newest + 1, first_name, **more)
        self.users[user.id] = user
        self.chats[user.id] = Chat(user.id, "private", members=[user.id])
        self.changed()
        return user

    def add_crowd(self, languages: list[str]) -> list[User]:
        """So many people, one for each language, who have all talked to the bot already."""
        first = max([FIRST_USER_ID - 1, *self.users]) + 1
        crowd = [
            User(first + number, f"Supporter {number + 1}", language_code=language, crowd=True)
            for number, language in enumerate(languages)
        ]
        for user in crowd:
            self.users[user.id] = user
            self.chats[user.id] = Chat(user.id, "private", members=[user.id], started=True)
        self.changed()
        return crowd

    def add_group(self, title: str, members: list[int]) -> Chat:
        """A new group; the bot is not in it yet."""
        groups = [chat.id for chat in self.chats.values() if chat.is_group]
        chat = Chat(min([FIRST_GROUP_ID + 1, *groups]) - 1, "supergroup", title, list(members))
        self.chats[chat.id] = chat
        self.changed()
        return chat

    def between(self, one: int, other: int) -> Chat:
        """The chat of two people, which the bot is no part of."""
        for chat in self.chats.values():
            if chat.kind == "people" and set(chat.members) == {one, other}:
                return chat
        hidden = [chat.id for chat in self.chats.values() if chat.kind == "people"]
        chat = Chat(max([FIRST_HIDDEN_ID - 1, *hidden]) + 1, "people", members=[one, other])
        self.chats[chat.id] = chat
        self.changed()
        return chat

    def chat_api(self, chat: Chat) -> Json:
        """The chat as the Bot API's `Chat`."""
        if chat.is_group:
            return {"id": chat.id, "type": chat.kind, "title": chat.title}
        user = self.users[chat.members[0]].api()
        return {
            "id": chat.id,
            "type": "private",
            **{key: user[key] for key in ("first_name", "last_name", "username") if key in user},
        }

    # -- messages

    def post(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Add a message to a chat and return it."""
        message: Json = {
            "message_id": chat.next_message_id,
            "from": sender,
            "chat": self.chat_api(chat),
            "date": int(self.clock()),
            **content,
        }
        chat.next_message_id += 1
        chat.messages.append(message)
        if sender.get("id") == self.bot.id:
            self.reacted(chat, message["message_id"])
        self.changed()
        return message

    def reacted(self, chat: Chat, message_id: int | None = None) -> None:
        """Note that the bot has changed what people see in this chat."""
        chat.reactions += 1
        self.reacted_at[chat.id] = time.monotonic()
        chat.typing_until = 0.0
        if message_id is not None:
            chat.touched = message_id
        self.changed()

    def photo_content(self, file: StoredFile) -> list[Json]:
        """The Bot API's list of `PhotoSize`; one size, the picture's own."""
        return [{**file.api(), "width": file.width, "height": file.height}]

    # -- commands and words of the profile

    def commands_for(self, user: User, chat: Chat) -> list[Json]:
        """The command menu a person sees, by the Bot API's order of scopes and languages."""
        scopes = [f"chat:{chat.id}"]
        if chat.is_group:
            scopes = [f"chat_member:{chat.id}:{user.id}", *scopes, "all_group_chats"]
        else:
            scopes.append("all_private_chats")
        language = user.language_code[:2]
        for scope in [*scopes, "default"]:
            for tongue in (language, ""):
                if commands := self.bot.commands.get(f"{scope}/{tongue}"):
                    return commands
        return []

    # -- keeping

    def dump(self) -> Json:
        """The whole world as JSON; `load` takes it back."""
        return {
            "bot": asdict(self.bot),
            "users": [asdict(user) for user in self.users.values()],
            "chats": [asdict(chat) for chat in self.chats.values()],
            "files": [asdict(file) for file in self.files.known.values()],
            "taps": [asdict(tap) for tap in list(self.taps.values())[-1000:]],
            "inline_messages": self.inline_messages,
            "counter": self._counter,
        }

    def load(self, kept: Json) -> None:
        """Become the world that was dumped; the bot's own account stays what it is now."""
        profile: dict[str, Any] = {
            "star_tenths": self.bot.star_tenths,
            **kept["bot"],
            "id": self.bot.id,
            "username": self.bot.username,
            "first_name": self.bot.first_name,
            "sees_everything": self.bot.sees_everything,
        }
        self.bot = Bot(**profile)
        self.users = {user["id"]: User(**user) for user in kept["users"]}
        self.chats = {}
        for fields in kept["chats"]:
            chat = Chat(**fields)
            chat.toasts = {int(user_id): toast for user_id, toast in chat.toasts.items()}
            self.chats[chat.id] = chat
        stored = [StoredFile(**file) for file in kept["files"]]
        self.files.known = {file.file_id: file for file in stored}
        self.taps = {tap["id"]: Tap(**tap) for tap in kept["taps"]}
        self.inline_messages = {key: (a, b) for key, (a, b) in kept["inline_messages"].items()}
        self._counter = kept["counter"]
