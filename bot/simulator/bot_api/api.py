"""The Bot API: finds the method of a call, runs it, and keeps a record of everything."""

from __future__ import annotations

import logging
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.bot_api.limits import FloodControl
from bot.simulator.bot_api.markup import check_inline_keyboard, check_markup
from bot.simulator.bot_api.params import Params
from bot.simulator.errors import ApiError, Json, bad_request, forbidden
from bot.simulator.world.entities import (
    MAX_CAPTION,
    MAX_TEXT,
    check_entities,
    clean,
    detect,
    parse_html,
    utf16_length,
)
from bot.simulator.world.updates import Updates
from bot.simulator.world.world import Chat, World

log = logging.getLogger(__name__)

KEPT_CALLS = 10_000
LEAST_STARS = 10_000
"""The balance that a bot needs to send paid broadcasts (Telegram's Bots FAQ)."""
MAX_SOURCE = 64 * 1024


@dataclass
class Call:
    """One call of the Bot API as it was made."""

    method: str
    params: Json
    at: float
    """Seconds since 1970."""
    seconds: float = 0.0
    result: Any = None
    error: ApiError | None = None

    @property
    def ok(self) -> bool:
        """Whether the call did what it was asked for."""
        return self.error is None


Handler = Callable[["BotApi", Params], Any]
"""What a method does, and what it answers; where it refuses it raises ApiError."""


@dataclass(frozen=True)
class Method:
    """A method of the Bot API and the parameters that this server knows."""

    name: str
    parameters: frozenset[str]
    run: Handler


METHODS: dict[str, Method] = {}
"""Every method by its name in lower case: the Bot API does not mind the case."""


def method(name: str, parameters: str = "") -> Callable[[Handler], Handler]:
    """Register the function below as a method that takes these parameters."""

    def register(run: Handler) -> Handler:
        METHODS[name.lower()] = Method(name, frozenset(parameters.split()), run)
        return run

    return register


@dataclass
class BotApi:
    """What every method works with."""

    world: World
    updates: Updates
    flood: FloodControl | None
    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))
    complaints: list[str] = field(default_factory=list)
    unknown_methods: list[str] = field(default_factory=list)
    webhook: Any = None
    """The sender of webhooks; set by the simulator."""
    in_flight: Counter[str] = field(default_factory=Counter)
    """Calls that are being worked on, by the chat they are for."""

    def complain(self, text: str) -> None:
        """Note something that Telegram would swallow in silence, or that is not simulated."""
        log.warning("simulator: %s", text)
        self.complaints.append(text)

    def complain_once(self, text: str) -> None:
        """Note the same only once."""
        if text not in self.complaints:
            self.complain(text)

    def perform(self, name: str, params: Params) -> Any:
        """Run one method by name, and record the call; what it answers, as JSON would have it.

        Raises:
            ApiError: The call is refused, or there is no such method (404).
        """
        found = METHODS.get(name.lower())
        call = Call(found.name if found else name, params.shown(), time.time())
        self.calls.append(call)
        started = time.monotonic()
        try:
            if found is None:
                log.warning("simulator: unknown Bot API method %s", name)
                self.unknown_methods.append(name)
                raise ApiError(404, "Not Found")
            for unknown in sorted(set(params.values) - found.parameters):
                self.complain(f"{found.name}: unknown parameter {unknown}")
            call.result = found.run(self, params)
        except ApiError as error:
            call.error = error
            raise
        finally:
            call.seconds = time.monotonic() - started
        return call.result

    # -- what many methods need

    def chat(self, params: Params, name: str = "chat_id") -> Chat:
        """The chat that a parameter names.

        Raises:
            ApiError: 400 where the bot knows none such.
        """
        wanted = params.text(name)
        if not wanted:
            raise bad_request(f"{name} is empty")
        try:
            chat = self.world.chats.get(int(wanted))
        except ValueError:
            chat = None
        if chat is None or chat.kind == "people":
            raise bad_request("chat not found")
        return chat

    def open_chat(self, params: Params) -> Chat:
        """The chat that the parameter `chat_id` names, to be written to.

        Raises:
            ApiError: 400 where the bot knows none such, 403 where it may not write there.
        """
        chat = self.chat(params)
        if chat.kind == "private":
            if chat.blocked:
                raise forbidden("bot was blocked by the user")
            if not chat.started:
                raise forbidden("bot can't initiate conversation with a user")
        elif chat.bot_status == "kicked":
            raise forbidden("bot was kicked from the supergroup chat")
        elif chat.bot_status == "left":
            raise forbidden("bot is not a member of the supergroup chat")
        return chat

    def spend(self, chat: Chat, params: Params | None = None, messages: int = 1) -> None:
        """Count messages against the flood limits.

        Raises:
            ApiError: 429 where there are too many, with `retry_after`.
        """
        if self.flood is None:
            return
        paid = params is not None and params.flag("allow_paid_broadcast")
        if paid and self.world.bot.stars < LEAST_STARS:
            self.complain_once(f"allow_paid_broadcast does nothing below {LEAST_STARS} Stars")
            paid = False
        for _ in range(messages):
            if self.flood.spend(chat.id, group=chat.is_group, paid=paid):
                self.world.bot.pay_for_message()

    def text(self, params: Params) -> Json:
        """The checked `text` and `entities` of a message.

        Raises:
            ApiError: 400 where it is empty, does not parse, or is longer than MAX_TEXT.
        """
        text, entities = self.formatted(params, "text", "entities")
        if not text:
            raise bad_request("message text is empty")
        if utf16_length(text) > MAX_TEXT:
            raise bad_request("message is too long")
        return {"text": text, **({"entities": entities} if entities else {})}

    def caption(self, params: Params) -> Json:
        """The checked `caption` and `caption_entities`, if any.

        Raises:
            ApiError: 400 where it does not parse, or is longer than MAX_CAPTION.
        """
        text, entities = self.formatted(params, "caption", "caption_entities")
        if utf16_length(text) > MAX_CAPTION:
            raise bad_request("message caption is too long")
        if not text:
            return {}
        above = (
            {"show_caption_above_media": True} if params.flag("show_caption_above_media") else {}
        )
        found = {"caption_entities": entities} if entities else {}
        return {"caption": text, **found, **above}

    def formatted(self, params: Params, text_name: str, list_name: str) -> tuple[str, list[Json]]:
        """Plain text and all its entities, from HTML or from a list of entities.

        Raises:
            ApiError: 400 where it does not parse, or has a `parse_mode` that is not simulated.
        """
        source = params.text(text_name)
        mode = params.text("parse_mode").lower()
        if len(source) > MAX_SOURCE:
            raise bad_request("text is too long")
        entities: list[Json] = []
        if mode == "html":
            source, entities = parse_html(source)
        elif mode in {"markdown", "markdownv2"}:
            self.complain(f"parse_mode {mode} is not simulated")
            raise bad_request("unsupported parse_mode")
        elif mode:
            raise bad_request("unsupported parse_mode")
        elif params.has(list_name):
            entities = check_entities(params.json(list_name), source)
        text, entities = clean(source, entities)
        return text, detect(text, entities)

    def markup(self, params: Params, *, inline_only: bool = False) -> Json:
        """The checked `reply_markup`; empty if there is none."""
        markup = params.mapping("reply_markup")
        if not markup:
            return {}
        return check_inline_keyboard(markup) if inline_only else check_markup(markup)

    def post(self, chat: Chat, content: Json, params: Params) -> Json:
        """Send a message from the bot, with its keyboard and what it replies to."""
        content = {**content, **self._replying(chat, params)}
        markup = self.markup(params)
        if markup.get("inline_keyboard"):
            content["reply_markup"] = markup
        if params.flag("protect_content"):
            content["has_protected_content"] = True
        if params.has("link_preview_options"):
            content["link_preview_options"] = params.mapping("link_preview_options")
        self.spend(chat, params)
        message = self.world.post(chat, self.world.bot.api(), content)
        if "keyboard" in markup or markup.get("force_reply"):
            chat.keyboard = {**markup, "message_id": message["message_id"]}
        elif markup.get("remove_keyboard"):
            chat.keyboard = None
        return dict(message)

    @staticmethod
    def _replying(chat: Chat, params: Params) -> Json:
        wanted = params.mapping("reply_parameters")
        if not wanted:
            return {}
        original = chat.find(Params(wanted).integer("message_id"))
        if original is not None:
            kept = {key: value for key, value in original.items() if key != "reply_to_message"}
            return {"reply_to_message": kept}
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
