"""What Telegram delivers (Bot API, Update), and what it is sent."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from handlers.dialogue.messages import (
    Attachment,
    Command,
    Picture,
    Reply,
    Tap,
    Text,
    Unreadable,
)
from tests.bot.channels.cases import (
    CHOICES_AND_LINKS,
    NOTES,
    ChannelUnderTest,
    Hears,
    Sends,
    Table,
)

ANA = {"id": 7, "is_bot": False, "first_name": "Ana", "language_code": "en"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ana"}
GROUP = {"id": -7, "type": "supergroup", "title": "Friends"}
SIZE = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}
DOCUMENT = {"file_id": "a", "file_unique_id": "b"}


def message(chat: dict[str, Any] = PRIVATE, **content: Any) -> dict[str, Any]:
    """An update with a message of Ana's."""
    said = {"message_id": 1, "date": 1_700_000_000, "from": ANA, "chat": chat, **content}
    return {"update_id": 1, "message": said}


def tap(data: str, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    """An update with a tap of Ana's on a message of ours."""
    shown = {"message_id": 1, "date": 1_700_000_000, "chat": chat, "text": "…"}
    query = {"id": "1", "from": ANA, "chat_instance": "1", "data": data, "message": shown}
    return {"update_id": 1, "callback_query": query}


def edited(**content: Any) -> dict[str, Any]:
    """An update that says that Ana has changed a message."""
    update = message(**content)
    return {"update_id": 1, "edited_message": update["message"] | {"edit_date": 1_700_000_001}}


def sent(text: str, *rows: list[dict[str, Any]]) -> dict[str, Any]:
    """A message of words with its buttons."""
    return {
        "method": "sendMessage",
        "chat_id": 7,
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    } | ({"reply_markup": {"inline_keyboard": list(rows)}} if rows else {})


HEARS = (
    Hears("a text", message(text="Ana"), Text("Ana", "Ana")),
    Hears(
        "bold words",
        message(text="We won", entities=[{"type": "bold", "offset": 3, "length": 3}]),
        Text("We won", "We <b>won</b>"),
    ),
    Hears("a command", message(text="/HELP"), Command("help")),
    Hears("a deep link", message(text="/start chechnya_g"), Command("start", "chechnya_g")),
    Hears("a command by name", message(text="/help@porte_voix_bot"), Command("help")),
    Hears("a tap", tap("review.a.b:confirm"), Tap("review", "a.b", "confirm")),
    Hears("a tap in a group", tap("review.a.b:confirm", GROUP), None),
    Hears("a forged tap", tap("rëview:confirm"), Unreadable("unknown")),
    Hears("a photo", message(photo=[SIZE], caption="Ana"), Picture),
    Hears("a picture as a file", message(document=DOCUMENT | {"mime_type": "image/png"}), Picture),
    Hears("a file", message(document=DOCUMENT | {"mime_type": "text/plain"}), Attachment),
    Hears(
        "a voice",
        message(voice={**DOCUMENT, "duration": 1}),
        Unreadable("media"),
    ),
    Hears("an edit", edited(text="Anna"), Unreadable("edited")),
    Hears("a place that moves", edited(location={"latitude": 1.0, "longitude": 1.0}), None),
    Hears("a pinned message", message(pinned_message=message()["message"]), None),
    Hears("a text in a group", message(GROUP, text="I signed"), None),
    Hears("a command in a group", message(GROUP, text="/start"), None),
    Hears("a message of a bot", message(text="hi", **{"from": ANA | {"is_bot": True}}), None),
    Hears("nonsense", {"update_id": 1, "message": {"nothing": "of use"}}, None),
)

SENDS = (
    Sends("words", Reply("choice-locale", {"name": "Free"}), sent("Free")),
    Sends(
        "what people wrote",
        Reply("choice-locale", {"name": "<b>&"}),
        sent("&lt;b&gt;&amp;"),
    ),
    Sends(
        "notes above",
        NOTES,
        sent("First\n\nThen\n\nFree"),
    ),
    Sends(
        "choices and links, each in its place",
        CHOICES_AND_LINKS,
        sent(
            "Sign?",
            [
                {"text": "Yes", "callback_data": "alert.a:sign"},
                {"text": "More", "callback_data": "alert.a:read"},
            ],
            [{"text": "Home", "callback_data": "alert.a:home"}],
            [{"text": "Site", "url": "https://example.org"}],
            [
                {
                    "text": "Share",
                    "url": "https://t.me/share/url?"
                    "url=https%3A%2F%2Ft.me%2Fporte_voix_bot%3Fstart%3Da",
                }
            ],
            [{"text": "Open", "url": "https://t.me/porte_voix_bot?start=a_g"}],
            [{"text": "Forget", "callback_data": "alert.a:forget"}],
            [{"text": "Language", "callback_data": "alert.a:language"}],
        ),
    ),
)


@asynccontextmanager
async def opened() -> AsyncIterator[ChannelUnderTest]:
    """Telegram by aiogram, which takes seconds to load."""
    from tests.support.unplugged import UnpluggedTelegram

    async with UnpluggedTelegram() as telegram:
        yield telegram


TABLE = Table(opened, HEARS, SENDS)
