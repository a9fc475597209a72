"""The words of a campaign in one language: what stands there, its sections, its links."""

from dataclasses import replace
from functools import partial
from hashlib import sha256

from handlers.dialogue.messages import (
    About,
    Choice,
    Language,
    Link,
    Reply,
    Tap,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain import campaign_rules as rules
from handlers.domain.campaigns import Alert, CampaignChanged, Related, Section
from handlers.domain.text import length
from handlers.organizer.access import Acting, answers, asks
from handlers.organizer.campaigns import editing
from handlers.organizer.campaigns.lifecycle import lacking
from handlers.organizer.campaigns.parsing import TEXTS, Place
from handlers.organizer.navigation import back
from handlers.organizer.sheet import OfSection, OfText


def _text(turn: Turn, acting: Acting) -> Alert | None:
    """The text in the language that the message is about."""
    return acting.campaign.texts.get(OfText.of(turn.about).locale)


@asks("translator")
async def texts(turn: Turn, acting: Acting) -> Reply | str:
    """All texts of a language, each with a button that changes it."""
    text = _text(turn, acting)
    if text is None:
        turn.about = About(acting.campaign.slug)
        return "edit"
    turn.about = OfText(acting.campaign.slug, text.locale)
    return Reply(
        "texts",
        {
            "language": Language(text.locale),
            "lines": tuple(
                Words("texts-line", {"part": Words(f"part-{part}"), "text": value})
                for part, value in rules.texts_of(text).items()
                if value
            ),
            "sections": len(text.sections),
            "links": len(text.links),
            "lacks": tuple(lacking(acting.campaign, text.locale)),
        },
        choices=(
            *choices("preview"),
            *(Choice(part, Words(f"part-{part}")) for part in TEXTS),
            *choices("sections", "links"),
            back("edit"),
        ),
    )


@answers("translator")
async def change(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    """To the form for one of the texts."""
    text = _text(turn, acting)
    if text is None or tap.choice not in TEXTS:
        return None
    return editing.begin(turn, acting.campaign, Place(tap.choice, text.locale))


async def to_edit(turn: Turn) -> str:
    turn.about = About(turn.about.campaign)
    return "edit"


# Sections.


@asks("translator")
async def sections(turn: Turn, acting: Acting) -> Reply | str:
    """The headings, each a button."""
    text = _text(turn, acting)
    if text is None:
        return "edit"
    turn.about = OfText(acting.campaign.slug, text.locale)
    full = len(text.sections) >= rules.MOST_SECTIONS
    return Reply(
        "sections",
        {"language": Language(text.locale), "count": len(text.sections)},
        choices=(
            *(
                Choice(str(number), Words("section-listed", {"heading": section.heading}))
                for number, section in enumerate(text.sections)
            ),
            *choices(*([] if full else ["section-add"])),
            back("texts"),
        ),
    )


@answers("translator")
async def pick_section(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    text = _text(turn, acting)
    if text is None:
        return "edit"
    if tap.choice == "section-add":
        place = Place("heading", text.locale, len(text.sections))
        return editing.begin(turn, acting.campaign, place)
    if not tap.choice.isdecimal() or len(tap.choice) > 2:
        return None
    turn.about = OfSection(acting.campaign.slug, text.locale, int(tap.choice))
    return "section"


def _numbered(turn: Turn, acting: Acting) -> tuple[Alert, int] | None:
    """The text and the number of the section that the message is about, if it is there."""
    text, number = _text(turn, acting), OfSection.of(turn.about).section
    if text is None:
        return None
    return (text, number) if 0 <= number < len(text.sections) else None


@asks("translator")
async def section(turn: Turn, acting: Acting) -> Reply | str:
    """One section, and what can be done with it."""
    found = _numbered(turn, acting)
    if found is None:
        return "sections"
    text, number = found
    there = text.sections[number]
    return Reply(
        "section",
        {
            "heading": there.heading,
            "text": editing.cut(there.text),
            "length": length(there.text),
            "most": rules.LONGEST_SECTION,
        },
        choices=(
            *choices("heading", "body", "more", *(["section-up"] if number else [])),
            Choice("section-drop", alone=True),
            back("sections"),
        ),
    )


@answers("translator")
async def change_section(turn: Turn, acting: Acting, *, part: str) -> str | None:
    found = _numbered(turn, acting)
    if found is None:
        return "sections"
    text, number = found
    return editing.begin(turn, acting.campaign, Place(part, text.locale, number))


@answers("translator")
async def move_up(turn: Turn, acting: Acting) -> str:
    found = _numbered(turn, acting)
    if found is None or not found[1]:
        return "sections"
    text, number = found
    moved = list(text.sections)
    moved[number - 1], moved[number] = moved[number], moved[number - 1]
    if await _keep(turn, acting, replace(text, sections=tuple(moved)), "sections"):
        turn.about = OfSection(acting.campaign.slug, text.locale, number - 1)
    return "section"


@answers("translator")
async def drop_section(turn: Turn, acting: Acting) -> Reply | str:
    """Asked once more, for a section may be long."""
    found = _numbered(turn, acting)
    if found is None:
        return "sections"
    text, number = found
    return Reply(
        "section-drop",
        {"heading": text.sections[number].heading},
        choices=(
            Choice(f"drop_{_mark(text.sections[number])}", Words("choice-section-drop-yes")),
            *choices("section-keep"),
        ),
    )


@answers("translator")
async def really_drop(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    found = _numbered(turn, acting)
    if found is None:
        return "sections"
    text, number = found
    mark = tap.choice.removeprefix("drop_")
    if mark == tap.choice:
        return None
    if mark != _mark(text.sections[number]):
        turn.note("edit-changed")
        return "sections"
    rest = (*text.sections[:number], *text.sections[number + 1 :])
    await _keep(turn, acting, replace(text, sections=rest), "sections")
    return "sections"


def _mark(thing: Section | Related) -> str:
    """What a button calls something that it takes away: by a number another one might be meant."""
    return sha256(repr(thing).encode("utf-8", "surrogatepass")).hexdigest()[:8]


async def _keep(turn: Turn, acting: Acting, text: Alert, part: str) -> bool:
    try:
        await turn.stores.organizing.edits.write(
            acting.campaign, text, part, acting.organizer, turn.now
        )
    except CampaignChanged:
        turn.note("edit-changed")
        return False
    turn.note("edit-saved")
    return True


# Links.


@asks("translator")
async def links(turn: Turn, acting: Acting) -> Reply | str:
    """The links, to follow them, and a button that takes each away."""
    text = _text(turn, acting)
    if text is None:
        return "edit"
    turn.about = OfText(acting.campaign.slug, text.locale)
    full = len(text.links) >= rules.MOST_LINKS
    return Reply(
        "links",
        {"language": Language(text.locale), "count": len(text.links)},
        choices=(
            *(
                Choice(f"drop_{_mark(link)}", Words("choice-link-drop", {"title": link.title}))
                for link in text.links
            ),
            *choices(*([] if full else ["link-add"])),
            back("texts"),
        ),
        links=tuple(Link(each.title, each.url) for each in text.links),
    )


@answers("translator")
async def change_links(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    text = _text(turn, acting)
    if text is None:
        return "edit"
    if tap.choice == "link-add":
        return editing.begin(turn, acting.campaign, Place("link", text.locale))
    mark = tap.choice.removeprefix("drop_")
    if mark == tap.choice:
        return None
    rest = tuple(link for link in text.links if _mark(link) != mark)
    if rest == text.links:
        turn.note("edit-changed")
        return None
    await _keep(turn, acting, replace(text, links=rest), "links")
    return None


STEPS = (
    Step("texts", texts, {
        "preview": "preview", "sections": "sections", "links": "links", "edit": to_edit,
    }, on_choice=change, about=OfText),
    Step("sections", sections, {"texts": "texts"}, on_choice=pick_section, about=OfText),
    Step(
        "section",
        section,
        {
            "heading": partial(change_section, part="heading"),
            "body": partial(change_section, part="body"),
            "more": partial(change_section, part="more"),
            "section-up": move_up,
            "section-drop": drop_section,
            "section-keep": "section",
            "sections": "sections",
        },
        on_choice=really_drop, about=OfSection),
    Step("links", links, {"texts": "texts"}, on_choice=change_links, about=OfText),
)  # fmt: skip
