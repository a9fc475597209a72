"""Fluent: from (locale, words) to text.

The files below `locales/<tag>/` hold words only. What else there is to know of a language comes
from CLDR (its own name, its direction), so adding a language is adding a folder.

Messages may mark words with `<b>` and `<i>`; arguments are escaped before they are put in, so
what a person or a campaign wrote is always shown literally.
"""

import hashlib
import html
import logging
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale as Cldr
from babel import UnknownLocaleError
from babel.dates import format_skeleton
from babel.numbers import format_percent
from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.types import fluent_date

from bot.texts.languages import nearest
from handlers.dialogue.messages import Bar, Country, Invite, Language, Marked, Value, Words
from handlers.dialogue.step import Locale
from handlers.domain.supporters import Wording

log = logging.getLogger(__name__)

FALLBACK = "en"
"""The language of last resort: for clients whose language is not among ours."""

FOLDER = Path(__file__).resolve().parent.parent.parent / "locales"

resolver.MAX_PART_LENGTH = 100_000
"""Fluent puts "{???}" in the place of any argument of more than 2,500 characters, against words
that blow themselves up. Ours are no stranger's, and a broadcast may have 4,096."""

LINES_OF_A_BAR = 10

ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")
TAGS = re.compile("</?[bi]>")
UNDIRECTED = re.compile(r"^(?=(?:</?[bi]>|[^\w\u200e\u200f\n]|\d)*\u2068)", re.MULTILINE)
"""Before a line that has no letter ahead of its first isolate."""
MARKS = re.compile("&lt;(/?[bi])&gt;")
"""What is left of the marks of a `Marked` text once it is escaped."""

Linker = Callable[[Invite], str]
"""Turns an invite into a link of the channel on which the text is shown."""


class MissingWords(LookupError):
    """A locale has no such message, or the message wants an argument that was not given."""


class Texts:
    """All words of all locales; stands in for `handlers.dialogue.Languages`."""

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._bundles = bundles
        self._cldr = {tag: Cldr.parse(tag, sep="-") for tag in bundles}
        self.known: Mapping[str, Locale] = {tag: self._describe(tag) for tag in bundles}

    @classmethod
    @cache
    def load(cls, folder: Path = FOLDER) -> "Texts":
        """Read every locale's folder; English first, the others by their own names.

        A folder is read once in the life of a process: parsing all of it takes seconds.

        Raises:
            ValueError: A folder is no BCP 47 tag known to CLDR, or a file has a syntax error.
        """
        bundles: dict[str, FluentBundle] = {}
        for each in sorted(folder.iterdir(), key=lambda path: (path.name != FALLBACK, path.name)):
            if not each.is_dir() or not (files := sorted(each.rglob("*.ftl"))):
                continue
            try:
                Cldr.parse(each.name, sep="-")
            except UnknownLocaleError as fault:
                raise ValueError(f"{each}: CLDR knows no language of that name") from fault
            bundle = FluentBundle(
                [each.name],
                functions={"DATETIME": _dates(each.name)},
                use_isolating=False,  # `_isolate` does so, only where it changes something
            )
            for file in files:
                resource = FluentResource(file.read_text(encoding="utf-8"))
                for entry in resource.body:
                    if type(entry).__name__ == "Junk":
                        start = entry.span.start if entry.span else 0
                        line = file.read_text(encoding="utf-8").count("\n", 0, start) + 1
                        raise ValueError(f"{file}:{line}: this is not Fluent syntax")
                bundle.add_resource(resource)
            bundles[each.name] = bundle
        return cls(bundles)

    def _describe(self, tag: str) -> Locale:
        cldr = self._cldr[tag]
        name = cldr.get_display_name(tag.replace("-", "_")) or tag
        countries = self.plain(Words("likely-countries"), tag).split()
        return Locale(
            tag, name[:1].upper() + name[1:], cldr.text_direction, FALLBACK, tuple(countries)
        )

    def best(self, language: str) -> str:
        """The known locale nearest to a client's BCP 47 tag, else English."""
        return nearest(language, self._bundles) or FALLBACK

    def html(self, words: Words, locale: str, link: Linker = lambda invite: invite.payload) -> str:
        """The words with `<b>` and `<i>`, and everything else escaped for HTML.

        `link` turns an invite among the arguments into a link of the channel.

        Raises:
            MissingWords: Neither the locale nor English has such a message.
        """
        locale = words.locale or locale
        text = _tidy(self._format(words, locale, link))
        return _from_the_right(text) if self._cldr[locale].text_direction == "rtl" else text

    def plain(self, words: Words, locale: str, link: Linker = lambda invite: invite.payload) -> str:
        """The words without any markup, for a button's label or a file.

        Raises:
            MissingWords: Neither the locale nor English has such a message.
        """
        return html.unescape(TAGS.sub("", self.html(words, locale, link)))

    def wording(self, words: Words, locale: str) -> Wording:
        """What a person is shown when they are asked to consent.

        The hash is over the visible text in UTF-8. The version stands beside the words in the
        locale, as the message's attribute `.version`.

        Raises:
            MissingWords: There is no such message, or it has no version.
        """
        text = ISOLATES.sub("", self.plain(words, locale))
        digest = hashlib.sha256(text.encode()).hexdigest()
        bundle, message = self._find(words.id, locale)
        version = message.attributes.get("version") if message.attributes else None
        if version is None:
            raise MissingWords(f"{words.id} has no .version in {locale}")
        return Wording(digest, str(bundle.format_pattern(version)[0]), locale, text)

    def _find(self, message: str, locale: str) -> tuple[FluentBundle, Any]:
        for tag in (locale, FALLBACK):
            bundle = self._bundles.get(tag)
            if bundle is not None and bundle.has_message(message):
                return bundle, bundle.get_message(message)
        raise MissingWords(message)

    def _format(self, words: Words, locale: str, link: Linker) -> str:
        locale = words.locale or locale
        bundle, message = self._find(words.id, locale)
        args = {name: self._value(value, locale, link) for name, value in words.args.items()}
        text, errors = bundle.format_pattern(message.value, args)
        if errors:
            # Only which words and what is wrong with them: arguments may be personal.
            names = ", ".join(str(error) for error in errors if isinstance(error, LookupError))
            log.error("%s in %s: %s", words.id, locale, names or "could not be formatted")
        return str(text)

    def _value(self, value: Value, locale: str, link: Linker) -> object:
        match value:
            case Words():
                return _tidy(self._format(value, locale, link))
            case tuple():
                return "\n".join(_tidy(self._format(each, locale, link)) for each in value)
            case Country(code):
                return html.escape(self._cldr[locale].territories.get(code, code), quote=False)
            case Language(tag):
                name = self._cldr[locale].languages.get(tag.replace("-", "_"), tag)
                return html.escape(name, quote=False)
            case Invite():
                return html.escape(link(value), quote=False)
            case Bar(part):
                return self._bar(part, locale)
            case Marked(text):
                return MARKS.sub(r"<\1>", html.escape(text, quote=False))
            case str():
                return html.escape(self._isolate(value, locale), quote=False)
            case int() | float() | date():
                return value

    def _isolate(self, text: str, locale: str) -> str:
        """The text set apart where it runs against the locale's direction (UAX 9, isolates)."""
        against = {"L"} if self._cldr[locale].text_direction == "rtl" else {"R", "AL"}
        if "\n" in text or against.isdisjoint(map(unicodedata.bidirectional, text)):
            return text
        return f"\u2068{text}\u2069"

    def _bar(self, part: float, locale: str) -> str:
        """Ten blocks and the percentage; it grows in the direction of reading."""
        part = min(max(part, 0.0), 1.0)
        full = int(part * LINES_OF_A_BAR)
        blocks = "▰" * full + "▱" * (LINES_OF_A_BAR - full)
        mark = "\u200f" if self.known[locale].direction == "rtl" else ""
        return f"{mark}{blocks} {format_percent(int(part * 100) / 100, locale=self._cldr[locale])}"


def _dates(tag: str) -> Callable[[Any], Any]:
    """Fluent's DATETIME for one locale, with what CLDR's patterns leave out.

    `skeleton` takes any of CLDR's, for less than a whole date: `skeleton: "MMMd"`.
    French writes the first of a month as an ordinal: 1er juin.
    """
    cldr = Cldr.parse(tag, sep="-")

    def formatted(value: Any, **options: Any) -> str:
        if skeleton := options.get("skeleton"):
            text = format_skeleton(str(skeleton), value, locale=cldr)
        else:
            text = str(fluent_date(value, **options).format(cldr))
        return re.sub(r"(^| )1 (?=\D)", r"\g<1>1er ", text) if cldr.language == "fr" else text

    return formatted


def _from_the_right(text: str) -> str:
    """The text with a mark before each line that would not tell its own direction.

    A line that begins with an isolated argument, or with a sign and then one, has no first strong
    letter (UAX 9, P2), and would be laid out from the left.
    """
    return UNDIRECTED.sub("\u200f", text)


def _tidy(text: str) -> str:
    """Without the blanks and empty lines that an argument left empty leaves behind."""
    lines = [line.strip(" ") for line in text.split("\n")]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()
