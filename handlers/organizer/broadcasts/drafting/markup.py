"""What organizers write: its `<b>` and `<i>`, checked before anybody is sent them; its links."""

import re
import unicodedata
from collections.abc import Mapping

from handlers.dialogue.messages import Value, Words
from handlers.domain.campaign_rules import LONGEST_ADDRESS, check_length, is_web_address
from handlers.domain.campaigns import Related

TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^<>]*)(?P<end>>?)")

KNOWN = frozenset(["b", "i"])
"""The marks that letters may hold."""

HOW: Mapping[str, Value] = {"bold": "<b>…</b>", "italic": "<i>…</i>"}
"""How marks are typed, for those who are told."""

SHOWN = 30
"""How much of somebody's slip is quoted back."""

MOST_LINKS = 2

LABEL = 40
"""The most characters on a button: about what a phone shows of it."""


def tidy(text: str) -> str:
    """The text as it was meant: normalised (NFC), no control characters, no gaping holes."""
    kept = "".join(
        " " if c == "\t" else c
        for c in unicodedata.normalize("NFC", text)
        if unicodedata.category(c) not in {"Cc", "Cs"} or c in "\n\t"
    )
    rows = (row.rstrip() for row in kept.split("\n"))
    return re.sub("\n{3,}", "\n\n", "\n".join(rows)).strip()


def fault(text: str) -> Words | None:
    """What is wrong with the marks in a text, or None.

    What looks like a mark counts as one, typed or made by the app: a letter that shows half of
    a mark to everybody is worse than one question too many. A lone `<` is none.
    """
    opened: list[str] = []
    for found in TAG.finditer(text):
        name, whole = found["name"], found[0]
        if not found["end"]:
            if name in KNOWN:
                return Words("markup-unfinished", {"tag": f"<{found['close']}{name}", **HOW})
            continue
        if name not in KNOWN or found["rest"]:
            return Words("markup-unknown", {"tag": whole[:SHOWN], **HOW})
        if not found["close"]:
            opened.append(name)
        elif not opened:
            return Words("markup-not-open", {"tag": whole})
        elif opened[-1] != name:
            return Words("markup-crossed", {"tag": whole, "open": f"<{opened[-1]}>"})
        else:
            opened.pop()
    return Words("markup-open", {"tag": f"<{opened[-1]}>"}) if opened else None


def links(text: str) -> tuple[Related, ...] | Words:
    """The buttons that were typed, `Label | https://…` on a line each; or what is wrong."""
    rows = [row for row in tidy(text).replace("｜", "|").split("\n") if row.strip()]
    if len(rows) > MOST_LINKS:
        return Words("links-too-many", {"most": MOST_LINKS})
    found: list[Related] = []
    for row in rows:
        label, divided, url = (each.strip() for each in row.rpartition("|"))
        if not divided or not url:
            return Words("links-without", {"text": (label or url)[:SHOWN]})
        if not label:
            return Words("links-nameless", {"text": url[:SHOWN]})
        if len(label) > LABEL:
            return Words("links-label-long", {"text": label[:SHOWN], "most": LABEL})
        if check_length("address", url, LONGEST_ADDRESS) or not _opens(url):
            return Words("links-bad", {"text": url[:SHOWN]})
        found.append(Related(label, url))
    return tuple(found) if found else Words("links-without", {"text": ""})


def _opens(url: str) -> bool:
    """Whether that is an address which every messenger takes for a button."""
    return is_web_address(url) and url.lower().startswith("https:")
