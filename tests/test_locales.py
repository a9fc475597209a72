"""Every locale is complete: each message, variable, mark and plural form."""

import ast
import html
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel import Locale as Cldr
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from bot.texts.texts import FALLBACK, FOLDER, Texts
from handlers.dialogue.messages import Chart, Words
from handlers.domain.countries import codes
from handlers.steps import COMMANDS, DIALOGUE
from tests.support.tours.replies import each_locale, every_reply

LOCALES = sorted(each.name for each in FOLDER.iterdir() if any(each.rglob("*.ftl")))
ROOT = FOLDER.parent
TAG = re.compile("</?[a-z]+>")

TAPPED = re.compile(r"(?<![\w<>/])/(\w{1,64})(?![\w/<>])", re.ASCII)
"""What apps make a command that can be tapped: also the month in 25\u200f/11\u200f/2026."""


class Look(Visitor):
    """What a message refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.selects: list[tuple[str, set[str], str]] = []
        self.texts: list[str] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - named by fluent.syntax
        self.variables.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 - named by fluent.syntax
        self.texts.append(node.value)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - named by fluent.syntax
        keys: set[str] = set()
        default = ""
        for variant in node.variants:
            key = variant.key
            name = key.name if isinstance(key, ftl.Identifier) else key.value
            keys.add(name)
            default = name if variant.default else default
        selector = node.selector
        on = selector.id.name if isinstance(selector, ftl.VariableReference) else ""
        self.selects.append((on, keys, default))
        self.generic_visit(node)


@cache
def messages(locale: str) -> dict[str, ftl.Message]:
    found: dict[str, ftl.Message] = {}
    for path in sorted((FOLDER / locale).rglob("*.ftl")):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{path}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


@cache
def look(message: ftl.Message) -> Look:
    seen = Look()
    seen.visit(message)
    return seen


ENGLISH = messages(FALLBACK)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_locale_has_every_message_and_no_other(locale: str) -> None:
    assert set(messages(locale)) == set(ENGLISH)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_message_says_everything_that_the_english_one_says(locale: str) -> None:
    """The same variables, attributes and wording versions, and pairs of marks that close."""
    for name, message in messages(locale).items():
        english = ENGLISH[name]
        assert look(message).variables == look(english).variables, name
        versions = {a.id.name: look_at_attribute(a) for a in message.attributes}
        assert versions == {a.id.name: look_at_attribute(a) for a in english.attributes}, name


def look_at_attribute(attribute: ftl.Attribute) -> str:
    return "".join(each.value for each in attribute.value.elements)  # type: ignore[union-attr]  # versions are plain


@pytest.mark.parametrize("locale", LOCALES)
def test_marks_are_those_a_channel_can_show_and_they_close(locale: str) -> None:
    for name, message in messages(locale).items():
        for text in _branches(message):
            open_marks: list[str] = []
            for tag in TAG.findall(text):
                assert tag.strip("</>") in {"b", "i"}, f"{name}: {tag}"
                if tag.startswith("</"):
                    assert open_marks, name
                    assert open_marks.pop() == tag.strip("</>"), name
                else:
                    open_marks.append(tag.strip("</>"))
            assert not open_marks, f"{name}: {text}"
            assert "<" not in TAG.sub("", text), name
            assert "&" not in text, name


def _branches(message: ftl.Message) -> Iterator[str]:
    """The text of a message outside of its selectors, and each of their variants by itself."""
    stack = [message.value]
    while stack:
        pattern = stack.pop()
        if pattern is None:
            continue
        text = ""
        for element in pattern.elements:
            if isinstance(element, ftl.TextElement):
                text += element.value
            elif isinstance(element.expression, ftl.SelectExpression):
                stack += [variant.value for variant in element.expression.variants]
        yield text


@pytest.mark.parametrize("locale", LOCALES)
def test_every_plural_form_of_the_language_is_there(locale: str) -> None:
    """Wherever a message turns on a number it has all of CLDR's categories for that language."""
    rule = Cldr.parse(locale, sep="-").plural_form
    needed = set(rule.tags) | {"other"}
    counted = 0
    for name, message in messages(locale).items():
        english = {
            on for on, keys, default in look(ENGLISH[name]).selects if {"one", "other"} <= keys
        }
        for on, keys, default in look(message).selects:
            if on in english and default == "other":
                assert needed <= keys, f"{name}: {needed - keys} missing"
                counted += 1
            elif keys & {"zero", "two", "few", "many"}:
                assert needed <= keys, f"{name}: {needed - keys} missing"
        assert english <= {on for on, _, _ in look(message).selects}, name
    assert counted >= 6


def within(words: Words) -> set[str]:
    """The message, and those that its arguments are."""
    ids = {words.id}
    for value in words.args.values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Words):
                ids |= within(each)
    return ids


@pytest.mark.parametrize("locale", each_locale(LOCALES))
async def test_everything_that_can_be_said_is_said_without_a_fault(
    locale: str, texts: Texts, caplog: pytest.LogCaptureFixture
) -> None:
    """The tour passes through every reply; none of them misses a message or an argument."""
    said = set()
    different = {
        repr(words): words
        for reply in await every_reply(texts, locale)
        for words in (
            reply.words,
            *reply.notes,
            *(choice.words for choice in reply.choices),
            *(reply.picture.words if isinstance(reply.picture, Chart) else ()),
        )
    }
    for words in different.values():
        text = texts.html(words, locale)
        said |= within(words)
        assert text, words.id
        assert not re.search(r"\{|\}|\$|\?\?\?", text), f"{words.id}: {text}"
        assert set(TAG.findall(text)) <= {"<b>", "</b>", "<i>", "</i>"}, words.id
        assert "<script" not in text
        tapped = set(TAPPED.findall(html.unescape(TAG.sub("", text))))
        assert tapped <= DIALOGUE.commands.keys(), f"{words.id}: {text}"
    assert not caplog.records
    nested = {
        "sample-mark",
        "picture-credit",
        "urgent-mark",
        "thanks",
        "updates-consent",
        "tell-consent",
        "share-joined",
        "card",
        "card-closed",
        "card-paused",
        "card-total",
        "likely-countries",
        "choice-continue-organizing",
    }
    spoken_elsewhere = {
        name
        for name in ENGLISH
        if name.startswith(("command-", "bot-", "link-", "consent-kept", "review-", "mydata-",
                            "privacy-", "updates-line", "pass-", "page-", "terminal-"))
    }  # fmt: skip
    assert set(ENGLISH) - said - nested - spoken_elsewhere == set()


def test_every_message_is_used() -> None:
    """No words without somebody who says them: in the code, whole or in parts, or in a template."""
    constants: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for path in [*(ROOT / "handlers").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = [
                    str(part.value) if isinstance(part, ast.Constant) else ""
                    for part in node.values
                ]
                # What has hardly a letter of its own, like f"{one}-{other}", would fit anything.
                if len("".join(parts)) >= len("ask-"):
                    patterns.append(
                        re.compile("".join(re.escape(part) or "[a-z-]+" for part in parts))
                    )
    for path in (ROOT / "bot/pages/html/templates").iterdir():
        constants |= set(re.findall(r"[\"']([a-z-]+)[\"']", path.read_text(encoding="utf-8")))
    for name in ENGLISH:
        assert (
            name in constants
            or name.removeprefix("choice-") in constants
            or name.removeprefix("command-") in COMMANDS
            or any(pattern.fullmatch(name) for pattern in patterns)
        ), f"{name} is never said"


@pytest.mark.parametrize("locale", LOCALES)
def test_menus_and_descriptions_fit(locale: str, texts: Texts) -> None:
    """The limits of the Bot API: setMyCommands, setMyDescription, setMyShortDescription."""
    for command in COMMANDS:
        assert 1 <= len(texts.plain(Words(f"command-{command}"), locale)) <= 256
    assert len(texts.plain(Words("bot-short-description"), locale)) <= 120
    assert len(texts.plain(Words("bot-description"), locale)) <= 512


@pytest.mark.parametrize("locale", LOCALES)
def test_a_buttons_label_fits_on_a_phone(locale: str, texts: Texts) -> None:
    for name, message in messages(locale).items():
        if name.startswith(("choice-", "link-")) and not look(message).variables:
            assert len(texts.plain(Words(name), locale)) <= 32, name


@pytest.mark.parametrize("locale", LOCALES)
def test_the_likely_countries_are_countries(locale: str, texts: Texts) -> None:
    likely = texts.known[locale].countries
    assert 3 <= len(likely) <= 8
    assert set(likely) <= codes()


def test_adding_a_language_is_adding_a_folder(tmp_path: Path) -> None:
    """Somebody copies a folder, names it `pt`, and the table has a row more."""
    for locale in ("ar", "en"):
        shutil.copytree(FOLDER / locale, tmp_path / locale)
    shutil.copytree(FOLDER / "en", tmp_path / "pt")
    known = Texts.load(tmp_path).known
    assert list(known) == [FALLBACK, "ar", "pt"]
    assert (known["pt"].name, known["pt"].direction) == ("Português", "ltr")
