"""People as tests drive them: they write, tap, and wait for what the bot says.

Every verb waits until the bot has reacted and has gone quiet, and returns the message that the
bot sent or edited last. With `hear=False` it returns at once, with the newest message there is.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.simulator.errors import Json
from bot.simulator.people.seen import Button, Seen, SeenFile, seen, visible
from bot.simulator.traffic import Traffic
from bot.simulator.world.acts import Acts, read_deep_link
from bot.simulator.world.world import Chat, Search, User, World

PATIENCE = 60.0
"""Seconds that a person waits for the bot."""


class Screen:
    """A chat as somebody sees it."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._chat_now = chat

    @property
    def id(self) -> int:
        """The number of the chat; for a person also that of their account."""
        return self._chat_now.id

    @property
    def screen(self) -> list[Seen]:
        """All messages that can be seen, oldest first."""
        return [seen(self._world, one) for one in visible(self._chat_now)]

    @property
    def last(self) -> Seen:
        """The newest message of the bot.

        Raises:
            AssertionError: There is none.
        """
        for message in reversed(self.screen):
            if message.from_bot:
                return message
        raise AssertionError("the bot has not said anything here")

    @property
    def files(self) -> list[SeenFile]:
        """The documents that the bot sent, oldest first."""
        return [one.document for one in self.screen if one.from_bot and one.document]

    @property
    def keyboard(self) -> list[str]:
        """The labels of the reply keyboard, if one is shown."""
        rows = (self._chat_now.keyboard or {}).get("keyboard", [])
        return [_label(button) for row in rows for button in row]

    @property
    def transcript(self) -> str:
        """The chat as plain text, for messages of failing tests."""
        return "\n".join(str(message) for message in self.screen) or "(an empty chat)"


class Group(Screen):
    """A group chat."""

    def __init__(self, world: World, acts: Acts, chat: Chat) -> None:
        super().__init__(world, chat)
        self._acts = acts

    @property
    def title(self) -> str:
        """Its name."""
        return self._chat_now.title

    async def adds_bot(self, *, by: Person | None = None, admin: bool = False) -> None:
        """Somebody takes the bot into the group."""
        self._acts.add_bot(self._member(by), self._chat_now, admin=admin)

    async def removes_bot(self, *, by: Person | None = None) -> None:
        """Somebody throws the bot out."""
        self._acts.remove_bot(self._member(by), self._chat_now)

    def _member(self, person: Person | None) -> User:
        return self._world.users[person.id if person else self._chat_now.members[0]]


class Person(Screen):
    """Somebody with an account, and their chat with the bot."""

    _search: Search
    """The last inline query; set by `asks_inline`."""

    def __init__(self, world: World, acts: Acts, traffic: Traffic, user: User) -> None:
        super().__init__(world, world.chats[user.id])
        self._acts = acts
        self._traffic = traffic
        self._marks: dict[int, int] = {}
        self.opened: list[str] = []
        """Links that were followed out of the chat."""

    @property
    def user(self) -> User:
        """The account."""
        return self._world.users[self.id]

    @property
    def name(self) -> str:
        """The first name."""
        return self.user.first_name

    @property
    def language(self) -> str:
        """The language of the person's own app; may be changed."""
        return self.user.language_code

    @language.setter
    def language(self, code: str) -> None:
        self.user.language_code = code

    def allows(self) -> None:
        """Let the bot write to them, as whoever has talked to it before does."""
        self._chat_now.started = True

    @property
    def toast(self) -> str:
        """The notice that the last tap was answered with; empty if there was none."""
        text: str = self._chat_now.toasts.get(self.id, {}).get("text", "")
        return text

    @property
    def commands(self) -> list[str]:
        """The command menu that this person is shown."""
        found = self._world.commands_for(self.user, self._chat_now)
        return [command["command"] for command in found]

    # -- writing

    async def says(
        self,
        text: str,
        *,
        chat: Screen | None = None,
        reply_to: Seen | None = None,
        hear: bool = True,
    ) -> Seen:
        """Write a message, here or in a group."""
        place = self._begin(chat)
        number = reply_to.message_id if reply_to else None
        self._acts.say(self.user, place, text, number)
        return await self._heard(place, hear)

    async def sends_sticker(self, emoji: str = "👍", *, hear: bool = True) -> Seen:
        """Send a sticker."""
        place = self._begin()
        self._acts.send_sticker(self.user, place, emoji)
        return await self._heard(place, hear)

    async def sends_voice(self, seconds: int = 3, *, hear: bool = True) -> Seen:
        """Send a voice message."""
        place = self._begin()
        self._acts.send_voice(self.user, place, seconds)
        return await self._heard(place, hear)

    async def sends_photo(self, data: bytes = b"", caption: str = "", *, hear: bool = True) -> Seen:
        """Send a picture; a tiny one if none is given."""
        place = self._begin()
        file = self._world.files.add_photo(data or TINY_PNG)
        self._acts.send_photo(self.user, place, file, caption)
        return await self._heard(place, hear)

    async def sends_file(
        self, data: bytes, name: str, mime: str = "application/octet-stream", *, hear: bool = True
    ) -> Seen:
        """Send a document."""
        place = self._begin()
        file = self._world.files.add(data, name, mime, "documents")
        self._acts.send_document(self.user, place, file)
        return await self._heard(place, hear)

    async def edits(self, message: Seen | None, text: str, *, hear: bool = True) -> Seen:
        """Change an own message; without one, the newest."""
        place = self._begin()
        own = message or next(one for one in reversed(self.screen) if not one.from_bot)
        self._acts.edit(self.user, place, own.message_id, text)
        return await self._heard(place, hear)

    # -- pressing

    async def taps(
        self,
        wanted: str,
        *,
        message: Seen | None = None,
        chat: Screen | None = None,
        hear: bool = True,
    ) -> Seen:
        """Press a button: the newest whose callback data ends in `:wanted`, or by its label.

        A link to the bot is opened; any other link is noted in `opened`.

        Raises:
            AssertionError: There is no such button; the text lists those that there are.
        """
        screen = chat or self
        place = self._begin(chat)
        shown = [message] if message else list(reversed(screen.screen))
        for one in shown:
            button = _pick(one, wanted)
            if button is None:
                continue
            if _is_link(one, button):
                return await self._follow(button.target, hear)
            self._acts.tap(self.user, place, one.message_id, button.target)
            return await self._heard(place, hear)
        for label in screen.keyboard:
            if wanted.lower() in label.lower():
                return await self.says(label, chat=chat, hear=hear)
        there = [f"{b.label} ({b.target})" for one in shown for b in one.buttons]
        raise AssertionError(
            f"{self.name} finds no button {wanted!r}; there are: "
            + ("; ".join([*there, *screen.keyboard]) or "none at all")
        )

    async def opens(self, link: str, *, hear: bool = True) -> Seen:
        """Follow a deep link and press START."""
        place = self._begin()
        self._acts.open(self.user, link)
        return await self._heard(place, hear)

    async def _follow(self, link: str, hear: bool) -> Seen:
        if read_deep_link(link, self._world.bot.username):
            return await self.opens(link, hear=hear)
        self.opened.append(link)
        return self.last

    # -- the bot as a contact

    async def blocks(self) -> None:
        """Block the bot."""
        self._acts.block(self.user)

    async def unblocks(self) -> None:
        """Unblock the bot."""
        self._acts.unblock(self.user)

    async def clears(self) -> None:
        """Empty the own side of the chat."""
        self._acts.clear(self.user)

    # -- inline mode

    async def asks_inline(self, query: str = "") -> Sequence[Json]:
        """Type `@bot query` somewhere; the results, as the bot gave them."""
        self._search = self._acts.search(self.user, query)
        await self._traffic.until(
            lambda: self._search.results is not None,
            PATIENCE,
            f"the bot did not answer {self.name}'s inline query {query!r}",
        )
        return self._search.results or []

    async def picks(self, result_id: str, *, into: Screen | None = None) -> Seen:
        """Send one of the last results into a chat: a group, a friend, or the bot's own."""
        place = self._begin(into)
        if isinstance(into, Person):
            place = self._world.between(self.id, into.id)
        message = self._acts.choose(self.user, self._search, result_id, place)
        return seen(self._world, message)

    # -- waiting

    async def hears(self, *, chat: Screen | None = None) -> Seen:
        """Wait until the bot has said or changed something that was not heard yet, and is quiet."""
        return await self._heard((chat or self)._chat_now, True)

    def _begin(self, chat: Screen | None = None) -> Chat:
        place = (chat or self)._chat_now
        if isinstance(chat, Person) and chat.id != self.id:
            place = self._world.between(self.id, chat.id)
        self._marks[place.id] = place.reactions
        return place

    async def _heard(self, place: Chat, hear: bool) -> Seen:
        if not hear:
            return seen(self._world, place.messages[-1])
        before = self._marks.get(place.id, 0)
        await self._traffic.until(
            lambda: place.reactions > before and self._traffic.is_quiet(place),
            PATIENCE,
            lambda: (
                f"the bot did not react to {self.name} (or is not quiet):\n"
                f"{Screen(self._world, place).transcript}\n{self._traffic.troubles()}"
            ),
        )
        self._marks[place.id] = place.reactions
        touched = place.find(place.touched)
        if touched is not None:
            return seen(self._world, touched)
        return Screen(self._world, place).last


def _pick(message: Seen, wanted: str) -> Button | None:
    for button in message.buttons:
        if button.target == wanted or button.target.endswith(f":{wanted}"):
            return button
    for button in message.buttons:
        if wanted.lower() in button.label.lower():
            return button
    return None


def _is_link(message: Seen, button: Button) -> bool:
    rows = message.raw["reply_markup"]["inline_keyboard"]
    return any(one.get("url") == button.target for row in rows for one in row)


def _label(button: Json | str) -> str:
    return button if isinstance(button, str) else str(button["text"])


TINY_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f86f6f0f0004090201b2f6b1a30000000049454e44ae426082"
)
