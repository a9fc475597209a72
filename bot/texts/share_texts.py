"""Words to pass on, as long as each app takes them, with the link in them or beside them."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from bot.texts.texts import ISOLATES, Texts
from handlers.dialogue.messages import Share, Value, Words
from handlers.domain.text import cut, length
from handlers.supporter.sharing.apps import APPS, LONGEST, TYPEWRITER, App, address

SHORTEST = 24
"""The fewest characters of a title that still say what it is about."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is passed on. `address` opens the app with it; empty where there is no such address."""

    text: str
    address: str


def write(share: Share, locale: str, texts: Texts, link: str, most: int = LONGEST) -> Written:
    """The words in that locale with `link`, no longer than `most` UTF-16 code units.

    Where the app or `most` takes less, the title is cut; what an app takes is best effort, for
    a link alone may be too much for a text message.
    """
    app = APPS[share.app]

    def said(title: str) -> str:
        return _plain(app, share.words, locale, texts, link, {"title": title})

    def too_long(text: str) -> bool:
        return length(text) > most or not app.fits(text)

    title = str(share.words.args.get("title", ""))  # words at high risk have none
    text = said(title)
    if too_long(text):
        lengths = range(SHORTEST, max(len(title), SHORTEST))
        first_too_long = bisect_left(lengths, True, key=lambda n: too_long(said(cut(title, n))))
        text = said(cut(title, SHORTEST + max(first_too_long - 1, 0)))
    if length(text) > most:
        text = f"{cut(title, SHORTEST)}\n{link}".strip()
    subject = _plain(app, share.subject, locale, texts, link) if share.subject else ""
    return Written(text, address(app, text, link, subject))


def _plain(
    app: App,
    words: Words,
    locale: str,
    texts: Texts,
    link: str,
    instead: Mapping[str, Value] | None = None,
) -> str:
    """The words without markup, and without marks that other apps may show as boxes."""
    said = Words(words.id, {**words.args, **(instead or {})})
    text = ISOLATES.sub("", texts.plain(said, locale, lambda invite: link))
    return text.translate(TYPEWRITER) if app.plain else text
