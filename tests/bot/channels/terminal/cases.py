"""What somebody types at a terminal, and what is written there."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.channels.terminal.receive import incoming
from bot.channels.terminal.render import lines, render
from bot.texts.texts import Texts
from handlers.dialogue.messages import (
    Attachment,
    Command,
    Incoming,
    Picture,
    Reply,
    Tap,
    Text,
)
from tests.bot.channels.cases import (
    CHOICES_AND_LINKS,
    NOTES,
    ChannelUnderTest,
    Hears,
    Sends,
    Table,
)

AGREE, OLD = Tap("consent", "chechnya", "agree"), Tap("alert", "chechnya", "sign")
SHOWN = {1: AGREE, 12: OLD}
"""What the numbers tap that were shown before."""


class Typed:
    """A terminal at which that was shown."""

    async def hears(self, raw: str) -> Sequence[Incoming]:
        heard = incoming(raw, SHOWN)
        return [] if heard is None else [heard]

    async def sends(self, reply: Reply) -> str:
        shown = render(reply, "en", Texts.load(), lambda invite: f"talk --start={invite.payload}")
        return "\n".join(lines(shown))


def text(plain: str) -> Text:
    return Text(plain, plain)


HEARS = (
    Hears("a text", "Ana", text("Ana")),
    Hears("several lines", "One\nTwo <b>bold</b>", text("One\nTwo <b>bold</b>")),
    Hears("a number", "1", AGREE),
    Hears("a number between blanks", " 1 ", AGREE),
    Hears("a number in Arabic digits", "١", AGREE),
    Hears("an older number", "12", OLD),
    Hears("a number that was never shown", "2", text("2")),
    Hears("no number", "1.", text("1.")),
    Hears("a sign that is no digit", "²", text("²")),
    Hears("a number longer than any", "9" * 5000, text("9" * 5000)),
    Hears("nothing", "", None),
    Hears("blanks", " \t", None),
    Hears("a command", "/HELP", Command("help")),
    Hears("a deep link", "/start chechnya_g", Command("start", "chechnya_g")),
    Hears("a command with lines", "/verify a,b\nc", Command("verify", "a,b\nc")),
    Hears("a slash", "/", text("/")),
    Hears("no command's name", "/étrange", text("/étrange")),
    Hears("a number as text", r"\1", text("1")),
    Hears("a slash as text", r"\/start", text("/start")),
    Hears("an at sign as text", r"\@ana", text("@ana")),
    Hears("a backslash as text", r"\\", text("\\")),
    Hears("a picture", "@stop.JPEG", Picture),
    Hears("a picture with a blank", "@ my picture.png", Picture),
    Hears("a file", "@receipt.tlog-proof", Attachment),
)

SENDS = (
    Sends("words", Reply("choice-locale", {"name": "Free"}), "Free"),
    Sends("what people wrote", Reply("choice-locale", {"name": "<b>&"}), "<b>&"),
    Sends(
        "what would command a terminal",
        Reply("choice-locale", {"name": "\x1b]0;owned\x07\x9b2J\rBo"}),
        "]0;owned2JBo",
    ),
    Sends(
        "notes above",
        NOTES,
        "First\n\nThen\n\nFree",
    ),
    Sends(
        "choices and links, each in its place",
        CHOICES_AND_LINKS,
        "Sign?\n\n"
        "→ Site: https://example.org\n"
        "→ Share: talk --start=a\n"
        "→ Open: talk --start=a_g\n\n"
        "1. Yes\n2. More\n3. Home\n4. Forget\n5. Language",
    ),
    Sends(
        "a picture",
        Reply("choice-locale", {"name": "Free"}, picture="ab" * 32, picture_text="A\ncrowd"),
        "Free\n\n🖼 A crowd",
    ),
)


@asynccontextmanager
async def opened() -> AsyncIterator[ChannelUnderTest]:
    """A terminal needs no network."""
    yield Typed()


TABLE = Table(opened, HEARS, SENDS)
