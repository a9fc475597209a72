"""A conversation driver: a test reads like a transcript.

    talk = Talk(locale="fr")
    assert await talk.opens("chechnya") == "alert"
    assert await talk.taps("sign") == "consent-ask"

What comes back is the message id of the reply; what was said above it stands in `talk.notes`.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.texts.languages import nearest
from handlers.dialogue import run, session
from handlers.dialogue.messages import (
    Attachment,
    Command,
    Incoming,
    Picture,
    Reply,
    Tap,
    Text,
    Unreadable,
    Words,
)
from handlers.dialogue.step import Languages, Locale, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Stage
from handlers.domain.supporters import Person, Wording
from handlers.ports.stores import Stores
from handlers.steps import DIALOGUE
from tests.support.fakes.campaigns import campaign
from tests.support.fakes.kept import Kept
from tests.support.fakes.opening import open_stores


@dataclass
class Tongues:
    """A small table of locales. A wording's text is its id and its arguments."""

    version: str = "1"
    known: Mapping[str, Locale] = field(
        default_factory=lambda: {
            "en": Locale("en", "English", "ltr", "en", ("US", "GB")),
            "fr": Locale("fr", "Français", "ltr", "en", ("FR", "BE", "CH")),
            "ru": Locale("ru", "Русский", "ltr", "en", ("RU", "BY", "KZ")),
            "ar": Locale("ar", "العربية", "rtl", "en", ("EG", "MA")),
        }
    )

    def best(self, language: str) -> str:
        return nearest(language, self.known) or "en"

    def wording(self, words: Words, locale: str) -> Wording:
        text = f"{words.id} {words.args!r} {locale} {self.version}"
        return Wording(hashlib.sha256(text.encode()).hexdigest(), self.version, locale, text)


class Talk:
    """One person in one chat."""

    def __init__(
        self,
        *,
        locale: str = "en",
        name: str = "Amina K.",
        user: str = "7",
        campaigns: tuple[Campaign, ...] | None = None,
        kept: Kept | None = None,
        tongues: Languages | None = None,
    ) -> None:
        self.store = kept or Kept()
        for each in campaigns if campaigns is not None else (campaign(),):
            self.store.campaigns.setdefault(each.slug, each)
        self.tongues: Languages = tongues or Tongues()
        self.person = Person("telegram", user, name, locale, user)
        self.saved: dict[str, Any] | None = None
        self.last = Reply("")
        self.reached: list[tuple[str, Stage]] = []
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    @property
    def stores(self) -> Stores:
        return open_stores(self.store)

    async def _answers(self, incoming: Incoming) -> str:
        turn = Turn(self.person, self.stores, self.tongues, self.now, overlong=self.overlong)
        session.restore(DIALOGUE, turn, self.saved)
        self.last = await run.run(DIALOGUE, turn, incoming)
        # Through JSON, as the real session goes.
        self.saved = json.loads(json.dumps(session.saved(turn)))
        self.reached += [(campaign.slug, stage) for campaign, stage in turn.reached]
        return self.last.id

    def overlong(self, reply: Reply, locale: str) -> int:
        """By how much a reply is too long for the channel."""
        return 0

    async def says(self, text: str) -> str:
        return await self._answers(Text(text, text))

    async def shows(self, picture: bytes | None) -> str:
        """Send a picture, or with None one that cannot be fetched."""

        async def load() -> bytes | None:
            return picture

        return await self._answers(Picture(load))

    async def attaches(self, content: bytes | None) -> str:
        """Send a file, or with None one that is too large."""

        async def load() -> bytes | None:
            return content

        return await self._answers(Attachment(load))

    async def commands(self, name: str, argument: str = "") -> str:
        return await self._answers(Command(name, argument))

    async def opens(self, payload: str) -> str:
        return await self.commands("start", payload)

    async def sends(self, kind: str) -> str:
        return await self._answers(Unreadable(kind))

    async def taps(self, choice: str, on: Reply | None = None) -> str:
        """Tap a choice of the last reply, or of an older one. It has to be there."""
        shown = on or self.last
        assert choice in self.offered(shown), f"{choice} is not among {self.offered(shown)}"
        return await self.forges(shown.step, shown.about.encode(), choice)

    async def forges(self, step: str, about: str, choice: str) -> str:
        """Tap something that was never offered."""
        return await self._answers(Tap(step, about, choice))

    def offered(self, reply: Reply | None = None) -> list[str]:
        return [each.id for each in (reply or self.last).choices]

    @property
    def notes(self) -> list[str]:
        return [each.id for each in self.last.notes]

    @property
    def file(self) -> bytes:
        """The file that the last reply brought."""
        assert self.last.file is not None
        return self.last.file.content

    @property
    def about(self) -> str:
        """What the buttons of the last reply are about, as it travels in them."""
        return self.last.about.encode()

    @property
    def answers(self) -> dict[str, Any]:
        """What is kept: what is lasting, and each form under its name."""
        return dict(self.saved["answers"]) if self.saved else {}

    @property
    def form(self) -> dict[str, Any]:
        """What is kept of the forms that the person is in: their answers, and where they stand."""
        kept: dict[str, Any] = {}
        for name in self.answers.keys() & DIALOGUE.forms.keys():
            kept |= self.answers[name]
        step = self.saved["step"] if self.saved else ""
        return {"step": step, **kept} if step else kept

    async def reaches_review(self, slug: str = "chechnya") -> str:
        """The short way to the review screen."""
        await self.opens(slug)
        await self.taps("sign")
        await self.taps("agree")
        await self.says("Amina")
        return await self.says("France")

    async def signs(self, slug: str = "chechnya") -> str:
        await self.reaches_review(slug)
        return await self.taps("confirm")
