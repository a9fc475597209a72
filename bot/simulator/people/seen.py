"""A message as a person sees it, for tests to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.simulator.errors import Json
from bot.simulator.world.entities import to_html
from bot.simulator.world.world import Chat, World


class Button(NamedTuple):
    """A button under a message: its label, and its callback data or link."""

    label: str
    target: str

    @property
    def choice(self) -> str:
        """The last part of the callback data: `agree` for `c1:consent:agree`."""
        return self.target.rsplit(":", 1)[-1]


@dataclass(frozen=True)
class SeenFile:
    """A picture or a document in a message."""

    name: str
    mime: str
    size: int
    _read: Callable[[], bytes] = field(repr=False, compare=False)

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self._read()


@dataclass(frozen=True)
class Seen:
    """One message on somebody's screen."""

    message_id: int
    sender: str
    from_bot: bool
    text: str
    """The text or the caption, without formatting."""
    html: str
    """The same with its formatting, as Telegram's HTML."""
    photo: SeenFile | None
    document: SeenFile | None
    rows: list[list[Button]]
    edited: bool
    raw: Json = field(repr=False, compare=False)
    """The Bot API's own `Message`."""

    @property
    def buttons(self) -> list[Button]:
        """All inline buttons, row after row."""
        return [button for row in self.rows for button in row]

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons."""
        return [button.label for button in self.buttons]

    @property
    def choices(self) -> list[str]:
        """The last part of the callback data of every button that has some."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        data = [button.get("callback_data", "") for row in rows for button in row]
        return [one.rsplit(":", 1)[-1] for one in data if one]

    @property
    def links(self) -> list[str]:
        """Where links lead: those of the buttons, and those in the text."""
        inside = [entity["url"] for entity in _words(self.raw)[1] if "url" in entity]
        return [b.target for b in self.buttons if "://" in b.target] + inside

    def __str__(self) -> str:
        lines = [f"{self.sender}: {self.text or '(' + self.kind + ')'}"]
        lines += ["  " + "".join(f"[{button.label}]" for button in row) for row in self.rows]
        return "\n".join(lines)

    @property
    def kind(self) -> str:
        """What the message mainly is: text, photo, document, sticker, voice or service."""
        kinds = ("photo", "document", "sticker", "voice", "text")
        return next((kind for kind in kinds if kind in self.raw), "service")


def seen(world: World, message: Json) -> Seen:
    """`message` as it stands on a screen."""
    text, entities = _words(message)
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    sizes = message.get("photo")
    return Seen(
        message_id=message["message_id"],
        sender=message["from"]["first_name"],
        from_bot=message["from"]["id"] == world.bot.id,
        text=text,
        html=to_html(text, entities),
        photo=_file(world, sizes[-1]["file_id"]) if sizes else None,
        document=_file(world, message["document"]["file_id"]) if "document" in message else None,
        rows=[[Button(button["text"], _target(button)) for button in row] for row in rows],
        edited="edit_date" in message,
        raw=message,
    )


def _words(message: Json) -> tuple[str, list[Json]]:
    if "text" in message:
        return message["text"], message.get("entities", [])
    return message.get("caption", ""), message.get("caption_entities", [])


def visible(chat: Chat) -> list[Json]:
    """The messages that a person has not cleared away."""
    return [one for one in chat.messages if one["message_id"] > chat.hidden_up_to]


def _target(button: Json) -> str:
    for name in ("callback_data", "url", "switch_inline_query"):
        if name in button:
            return str(button[name])
    return ""


def _file(world: World, file_id: str) -> SeenFile:
    file = world.files.known[file_id]
    return SeenFile(file.name, file.mime, file.size, lambda: world.files.read(file))
