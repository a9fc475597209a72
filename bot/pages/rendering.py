"""Fills the templates, which escape everything by themselves."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from babel import Locale as Cldr
from babel.core import get_global
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.pages.html.assets import load_assets
from bot.texts.texts import Texts
from handlers.dialogue.messages import Value, Words

TEMPLATES = Path(__file__).parent / "html" / "templates"

Link = Callable[[str], Awaitable[str]]
"""From a payload to the link that opens the bot with it; may raise Unavailable."""


class Renderer:
    """Templates, words, numbers and addresses, for one public address."""

    def __init__(self, texts: Texts, public_url: str) -> None:
        """`public_url` is where people reach this server, without a path."""
        self.texts = texts
        self.public_url = public_url.rstrip("/")
        self.assets = load_assets()
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["asset"] = self._asset

    def address(self, slug: str, locale: str = "") -> str:
        """The URL of a campaign's page: in the reader's language, or in that locale."""
        return f"{self.public_url}/c/{slug}" + (f"/{locale}" if locale else "")

    def plain(self, words: Words, locale: str) -> str:
        """Words without marks, not escaped."""
        return self.texts.plain(words, locale)

    def number(self, number: int, locale: str) -> str:
        """A number as its language writes it."""
        return format_decimal(number, locale=Cldr.parse(locale, sep="-"))

    def render(self, template: str, locale: str, **values: Any) -> bytes:
        """The UTF-8 bytes of a template, filled with `values` and with words in that locale."""

        def say(message: str, **args: Value) -> Markup:
            # `Texts.html` has escaped the arguments.
            return Markup(self.texts.html(Words(message, args), locale))  # noqa: S704

        def plain(message: str, **args: Value) -> str:
            return self.plain(Words(message, args), locale)

        text = self._environment.get_template(template).render(
            say=say,
            plain=plain,
            number=lambda number: self.number(number, locale),
            country=lambda code: Cldr.parse(locale, sep="-").territories.get(code, code),
            locale=self.texts.known[locale],
            og=og_locale,
            **values,
        )
        return text.encode()

    def _asset(self, name: str) -> str:
        return f"/assets/{self.assets[name].version}/{name}"


def og_locale(tag: str) -> str:
    """A locale as Open Graph wants it: with a country, `fr_FR`."""
    if "-" in tag:
        return tag.replace("-", "_")
    likely = str(get_global("likely_subtags").get(tag, tag))
    return f"{tag}_{likely.rpartition('_')[2]}" if "_" in likely else tag
