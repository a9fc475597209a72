"""Text with formatting: what the Bot API does with HTML, entities and whitespace.

Offsets and lengths count UTF-16 code units, as in the Bot API's `MessageEntity`. The tags are
those of its "HTML style"; the words of the errors are Telegram's.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import ApiError, Json, bad_request

MAX_TEXT = 4096
MAX_CAPTION = 1024

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_ENTITY_TYPES = {*_TAGS.values(), "expandable_blockquote", "text_mention"} | {
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTE = re.compile(
    r"""\s*([^\s=>/"']+)\s*(?:=\s*("[^"]*"|'[^']*'|[a-zA-Z0-9.-]+(?=[\s>])))?""", re.DOTALL
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")
_DROPPED = re.compile("[\r\u2028-\u202e]")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)»]|(?<![\w.@])t\.me/[\w/?=&-]+)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/]))"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31}\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d_]\w*)"
)


def utf16_length(text: str) -> int:
    """The length of `text` in UTF-16 code units."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


@dataclass
class _Open:
    """A start tag whose end tag has not come yet."""

    tag: str
    type: str
    start: int
    values: Json = field(default_factory=dict)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The plain text and the entities of Telegram's HTML.

    Raises:
        ApiError: 400 where it does not parse.
    """
    plain: list[str] = []
    entities: list[Json] = []
    stack: list[_Open] = []
    offset = position = 0
    while position < len(source):
        character = source[position]
        if character == "<":
            if source[position + 1 : position + 2] == "/":
                position = _end_tag(source, position, offset, stack, entities)
            else:
                position = _start_tag(source, position, offset, stack)
            continue
        reference = _REFERENCE.match(source, position) if character == "&" else None
        if reference is not None and (decoded := _decode(reference)):
            character, position = decoded, reference.end()
        else:
            position += 1
        plain.append(character)
        offset += utf16_length(character)
    if stack:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    return "".join(plain), entities


def _decode(reference: re.Match[str]) -> str:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _unparsable(reason: str, source: str = "", position: int | None = None) -> ApiError:
    if position is not None:
        reason += f" at byte offset {len(source[:position].encode('utf-8', 'surrogatepass'))}"
    return bad_request(f"can't parse entities: {reason}")


def _start_tag(source: str, begin: int, offset: int, stack: list[_Open]) -> int:
    position = begin + 1
    while position < len(source) and source[position] != ">" and not source[position].isspace():
        position += 1
    tag = source[begin + 1 : position].lower()
    if position >= len(source):
        raise _unparsable("Unclosed start tag", source, begin)
    if tag not in _TAGS:
        raise _unparsable(f'Unsupported start tag "{tag}"', source, begin)
    attributes: dict[str, str] = {}
    while source[position : position + 1] != ">":
        if ">" not in source[position:]:
            raise _unparsable(f'Unclosed start tag "{tag}"', source, begin)
        if source[position].isspace() and source[position:].lstrip().startswith(">"):
            position = source.index(">", position)
            break
        attribute = _ATTRIBUTE.match(source, position)
        if attribute is None or attribute.end() == position:
            raise _unparsable(f'Empty attribute name in the tag "{tag}"', source, begin)
        value = (attribute.group(2) or "").strip("\"'")
        attributes[attribute.group(1).lower()] = html.unescape(value)
        position = attribute.end()
    stack.append(_opened(source, begin, offset, tag, attributes, stack))
    return position + 1


def _opened(
    source: str, begin: int, offset: int, tag: str, given: dict[str, str], stack: list[_Open]
) -> _Open:
    opened = _Open(tag, _TAGS[tag], offset)
    if tag == "span" and given.get("class") != "tg-spoiler":
        raise _unparsable('Tag "span" must have class "tg-spoiler"', source, begin)
    if tag == "a":
        opened.values["url"] = given.get("href", "")
    elif tag == "tg-emoji":
        if not given.get("emoji-id", "").isdigit():
            raise _unparsable("Invalid custom emoji identifier specified", source, begin)
        opened.values["custom_emoji_id"] = given["emoji-id"]
    elif tag == "blockquote" and "expandable" in given:
        opened.type = "expandable_blockquote"
    elif given.get("class", "").startswith("language-") and _just_inside_pre(offset, stack):
        # <pre><code class="language-…"> is one entity: the inner tag only names the language.
        stack[-1].values["language"] = given["class"].removeprefix("language-")
        opened.type = ""
    return opened


def _just_inside_pre(offset: int, stack: list[_Open]) -> bool:
    return bool(stack) and stack[-1].type == "pre" and stack[-1].start == offset


def _end_tag(source: str, begin: int, offset: int, stack: list[_Open], entities: list[Json]) -> int:
    if not stack:
        raise _unparsable("Unexpected end tag", source, begin)
    end = source.find(">", begin)
    if end < 0:
        raise _unparsable("Unclosed end tag", source, begin)
    name = source[begin + 2 : end].strip().lower()
    opened = stack.pop()
    if name and name != opened.tag:
        place = len(source[:begin].encode("utf-8", "surrogatepass"))
        raise _unparsable(
            f"Unmatched end tag at byte offset {place}, "
            f'expected "</{opened.tag}>", found "</{name}>"'
        )
    length = offset - opened.start
    useless = opened.type == "text_link" and not _is_link(opened.values["url"])
    if length and opened.type and not useless:
        entity = {"type": opened.type, "offset": opened.start, "length": length, **opened.values}
        entities.append(entity)
    return end + 1


def _is_link(url: str) -> bool:
    return re.match(r"(https?|tg|tonsite|mailto|tel):", url) is not None or "." in url


def check_entities(given: Any, text: str) -> list[Json]:
    """The bot's own list of entities: each is well formed and within the text.

    Raises:
        ApiError: 400 where one of them is not.
    """
    if not isinstance(given, list):
        raise bad_request("can't parse entities: expected an Array")
    total = utf16_length(text)
    for entity in given:
        if not isinstance(entity, dict) or entity.get("type") not in _ENTITY_TYPES:
            raise bad_request("can't parse MessageEntity: unsupported type")
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int) or offset < 0:
            raise bad_request("can't parse MessageEntity: wrong offset or length")
        if offset + length > total:
            raise bad_request(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {offset + length}"
            )
    return [dict(entity) for entity in given]


def clean(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """What is left after Telegram's cleaning: no control characters, no outer whitespace."""
    kept: list[str] = []
    moved: dict[int, int] = {}
    old = new = 0
    for character in text:
        moved[old] = new
        left = _CONTROL.sub(" ", _DROPPED.sub("", character))
        kept.append(left)
        old += utf16_length(character)
        new += utf16_length(left)
    moved[old] = new
    whole = "".join(kept)
    before = utf16_length(whole) - utf16_length(whole.lstrip())
    cleaned = whole.strip()
    length = utf16_length(cleaned)

    def place(offset: int) -> int:
        return min(max(moved.get(offset, offset) - before, 0), length)

    result: list[Json] = []
    for entity in entities:
        start, end = place(entity["offset"]), place(entity["offset"] + entity["length"])
        if end > start:
            result.append({**entity, "offset": start, "length": end - start})
    return cleaned, sorted(result, key=lambda e: (e["offset"], -e["length"]))


def detect(text: str, known: list[Json]) -> list[Json]:
    """`known` and what Telegram finds by itself: commands, mentions, links, hashtags."""
    taken = [
        (e["offset"], e["offset"] + e["length"])
        for e in known
        if e["type"] in {"code", "pre", "text_link", "text_mention"}
    ]
    found = list(known)
    for match in _FOUND.finditer(text):
        start = utf16_length(text[: match.start()])
        length = utf16_length(match.group())
        if not any(start < end and begin < start + length for begin, end in taken):
            found.append({"type": match.lastgroup, "offset": start, "length": length})
    return sorted(found, key=lambda e: (e["offset"], -e["length"]))


def to_html(text: str, entities: list[Json]) -> str:
    """`text` as Telegram's HTML again: for tests, which read it back."""
    units = text.encode("utf-16-le", "surrogatepass")
    inserts: list[tuple[int, int, int, str]] = []
    for order, entity in enumerate(entities):
        tags = _html_tags(entity)
        if tags is not None:
            start, length = entity["offset"], entity["length"]
            inserts.append((start, 1, order, tags[0]))
            inserts.append((start + length, 0, -order, tags[1]))
    parts: list[str] = []
    done = 0
    for place, _, _, tag in sorted(inserts):
        parts.append(_escaped(units[done * 2 : place * 2]))
        parts.append(tag)
        done = place
    parts.append(_escaped(units[done * 2 :]))
    return "".join(parts)


def _escaped(units: bytes) -> str:
    return html.escape(units.decode("utf-16-le", "surrogatepass"), quote=False)


def _html_tags(entity: Json) -> tuple[str, str] | None:
    plain = {
        "bold": "b",
        "italic": "i",
        "underline": "u",
        "strikethrough": "s",
        "spoiler": "tg-spoiler",
        "code": "code",
        "pre": "pre",
        "blockquote": "blockquote",
    }
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{html.escape(entity["url"])}">', "</a>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    return (f"<{plain[kind]}>", f"</{plain[kind]}>") if kind in plain else None
