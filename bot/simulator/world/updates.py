"""The line of updates that waits for the bot, and who has been told what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.errors import Json

DEFAULT_KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
)
FIRST_UPDATE_ID = 100_000_001


@dataclass(eq=False)
class Waiting:
    """An update that the bot has not yet confirmed."""

    update: Json
    lane: int
    """Updates of one lane (a chat, or a person) are delivered one after the other."""
    busy: bool = False

    @property
    def id(self) -> int:
        """The update's own number."""
        number: int = self.update["update_id"]
        return number


class Updates:
    """Numbered updates in order; whoever delivers them takes them from `waiting`."""

    def __init__(self) -> None:
        self.waiting: list[Waiting] = []
        self.allowed: tuple[str, ...] = DEFAULT_KINDS
        self.next_id = FIRST_UPDATE_ID
        self.duplicate = 0
        """How many of the next updates are delivered twice."""
        self.reorder = 0
        """How many of the next updates change places with the one after them."""
        self._held: Waiting | None = None
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever the line has changed."""
        self._listeners.append(listener)

    def changed(self) -> None:
        """Tell everybody who listens that the line has changed."""
        for listener in list(self._listeners):
            listener()

    def take_id(self) -> int:
        """The next update number."""
        self.next_id += 1
        return self.next_id - 1

    def add(self, kind: str, content: Json, lane: int) -> None:
        """Queue an update of a kind, unless the bot has not asked for that kind."""
        if kind in self.allowed:
            self.push({"update_id": self.take_id(), kind: content}, lane)

    def push(self, update: Json, lane: int) -> None:
        """Queue a finished update, with whatever misbehaviour was ordered."""
        entry = Waiting(update, lane)
        if self.reorder > 0 and self._held is None:
            self.reorder -= 1
            self._held = entry
        else:
            self.waiting.append(entry)
            if self._held is not None:
                self.waiting.append(self._held)
                self._held = None
        if self.duplicate > 0:
            self.duplicate -= 1
            self.waiting.append(Waiting(update, lane))
        self.changed()

    def release(self) -> None:
        """Let an update go that still waits to be overtaken."""
        if self._held is not None:
            self.waiting.append(self._held)
            self._held = None
            self.changed()

    def allow(self, kinds: list[str] | None) -> None:
        """Take on `allowed_updates`: None keeps the setting, an empty list is the default."""
        if kinds is not None:
            self.allowed = tuple(kinds) or DEFAULT_KINDS

    def confirm_before(self, offset: int) -> None:
        """Forget updates as getUpdates does: all below `offset`, or all but the last -offset."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        else:
            self.waiting = [entry for entry in self.waiting if entry.id >= offset]
        self.changed()

    def done(self, entry: Waiting) -> None:
        """Forget one delivered update."""
        if entry in self.waiting:
            self.waiting.remove(entry)
        self.changed()

    def drop(self) -> None:
        """Forget everything that waits."""
        self.waiting.clear()
        self.changed()

    def ready(self) -> Waiting | None:
        """The first update whose lane nobody is busy with."""
        busy = {entry.lane for entry in self.waiting if entry.busy}
        for entry in self.waiting:
            if entry.lane not in busy:
                return entry
        return None

    def settled(self, lane: int) -> bool:
        """Whether nothing waits for the bot in that lane."""
        return not any(entry.lane == lane for entry in self.waiting)

    def dump(self) -> Json:
        """What is kept over a restart."""
        return {
            "waiting": [[entry.update, entry.lane] for entry in self.waiting],
            "allowed": list(self.allowed),
            "next_id": self.next_id,
        }

    def load(self, kept: Json) -> None:
        """Become the line that was dumped."""
        self.waiting = [Waiting(update, lane) for update, lane in kept["waiting"]]
        self.allowed = tuple(kept["allowed"])
        self.next_id = kept["next_id"]
