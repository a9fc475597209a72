"""The words of a campaign in one language: what stands there, its sections, its links."""

from dataclasses import replace
from functools import partial
from hashlib import sha256

from handlers.dialogue.messages import (
    Choice,
    Language,
    Link,
    Reply,
    Tap,
    Words,
    choices,
    whole_number,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain import campaign_rules as rules
from handlers.domain.campaigns import Alert, CampaignChanged, Related, Section
from handlers.organizer.about import OfSection, OfText
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.campaigns import editing
from handlers.organizer.campaigns.lifecycle import lacking
from handlers.organizer.campaigns.parsing import SECTION, TEXTS, Place
from handlers.organizer.navigation import back


def _text(turn: Turn, access: CampaignAccess) -> Alert | None:
    """The text in the language that the message is about, if there is one."""
    return access.campaign.texts.get(OfText.of(turn.about).locale)


@requires("translator", CAMPAIGN)
async def texts(turn: Turn, access: CampaignAccess) -> Reply | str:
    """All texts of a language, each with a button that changes it."""
    text = _text(turn, access)
    if text is None:
        return "edit"
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
            "lacks": tuple(lacking(access.campaign, text.locale)),
        },
        choices=(
            *choices("preview"),
            *(Choice(part, Words(f"part-{part}")) for part in TEXTS),
            *choices("sections", "links"),
            back("edit"),
        ),
    )


@requires("translator", CAMPAIGN)
async def change(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """To the form for one of the texts."""
    text = _text(turn, access)
    if text is None or tap.choice not in TEXTS:
        return None
    return editing.begin(turn, access.campaign, Place(tap.choice, text.locale))


# Sections.


@requires("translator", CAMPAIGN)
async def sections(turn: Turn, access: CampaignAccess) -> Reply | str:
    """The headings, each a button."""
    text = _text(turn, access)
    if text is None:
        return "edit"
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


@requires("translator", CAMPAIGN)
async def add_section(turn: Turn, access: CampaignAccess) -> str:
    """To the form for a new one, behind the others."""
    text = _text(turn, access)
    if text is None:
        return "edit"
    place = Place("heading", text.locale, len(text.sections))
    return editing.begin(turn, access.campaign, place)


@requires("translator", CAMPAIGN)
async def pick_section(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """To one of them."""
    number = whole_number(tap.choice)
    if number is None:
        return None
    turn.about = OfSection(access.campaign.slug, OfText.of(turn.about).locale, number)
    return "section"


def _numbered(turn: Turn, access: CampaignAccess) -> tuple[Alert, int] | None:
    """The text and the number of the section that the message is about, if it is there."""
    text, number = _text(turn, access), OfSection.of(turn.about).section
    if text is None or not 0 <= number < len(text.sections):
        return None
    return text, number


@requires("translator", CAMPAIGN)
async def section(turn: Turn, access: CampaignAccess) -> Reply | str:
    """One section, and what can be done with it."""
    found = _numbered(turn, access)
    if found is None:
        return "sections"
    text, number = found
    there = text.sections[number]
    return Reply(
        "section",
        {
            "heading": there.heading,
            "text": editing.cut(there.text),
            "length": rules.length(there.text),
            "most": rules.LONGEST_SECTION,
        },
        choices=(
            *choices("heading", "body", "more", *(["section-up"] if number else [])),
            Choice("section-drop", alone=True),
            back("sections"),
        ),
    )


@requires("translator", CAMPAIGN)
async def change_section(turn: Turn, access: CampaignAccess, *, part: str) -> str | None:
    """To the form for its heading, its text, or more of it."""
    found = _numbered(turn, access)
    if found is None:
        return "sections"
    text, number = found
    return editing.begin(turn, access.campaign, Place(part, text.locale, number))


@requires("translator", CAMPAIGN)
async def move_up(turn: Turn, access: CampaignAccess) -> str:
    found = _numbered(turn, access)
    if found is None or not found[1]:
        return "sections"
    text, number = found
    moved = list(text.sections)
    moved[number - 1], moved[number] = moved[number], moved[number - 1]
    if await _keep(turn, access, replace(text, sections=tuple(moved)), "sections"):
        turn.about = OfSection(access.campaign.slug, text.locale, number - 1)
    return "section"


@requires("translator", CAMPAIGN)
async def drop_section(turn: Turn, access: CampaignAccess) -> Reply | str:
    """Asked once more, for a section may be long."""
    found = _numbered(turn, access)
    if found is None:
        return "sections"
    text, number = found
    return Reply(
        "section-drop",
        {"heading": text.sections[number].heading},
        choices=(
            Choice.of("drop", _mark(text.sections[number]), Words("choice-section-drop-yes")),
            *choices("section-keep"),
        ),
    )


@requires("translator", CAMPAIGN)
async def really_drop(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    found = _numbered(turn, access)
    if found is None:
        return "sections"
    text, number = found
    if tap.name != "drop":
        return None
    if tap.value != _mark(text.sections[number]):
        turn.note("edit-changed")
        return "sections"
    rest = (*text.sections[:number], *text.sections[number + 1 :])
    await _keep(turn, access, replace(text, sections=rest), "sections")
    return "sections"


def _mark(thing: Section | Related) -> str:
    """What a button calls something that it takes away: by a number another one might be meant."""
    return sha256(repr(thing).encode("utf-8", "surrogatepass")).hexdigest()[:8]


async def _keep(turn: Turn, access: CampaignAccess, text: Alert, part: str) -> bool:
    try:
        await turn.stores.organizing.edits.write(
            access.campaign, text, part, access.organizer, turn.now
        )
    except CampaignChanged:
        turn.note("edit-changed")
        return False
    turn.note("edit-saved")
    return True


# Links.


@requires("translator", CAMPAIGN)
async def links(turn: Turn, access: CampaignAccess) -> Reply | str:
    """The links, to follow them, and a button that takes each away."""
    text = _text(turn, access)
    if text is None:
        return "edit"
    full = len(text.links) >= rules.MOST_LINKS
    return Reply(
        "links",
        {"language": Language(text.locale), "count": len(text.links)},
        choices=(
            *(
                Choice.of("drop", _mark(link), Words("choice-link-drop", {"title": link.title}))
                for link in text.links
            ),
            *choices(*([] if full else ["link-add"])),
            back("texts"),
        ),
        links=tuple(Link(each.title, each.url) for each in text.links),
    )


@requires("translator", CAMPAIGN)
async def add_link(turn: Turn, access: CampaignAccess) -> str:
    """To the form for another one."""
    text = _text(turn, access)
    if text is None:
        return "edit"
    return editing.begin(turn, access.campaign, Place("link", text.locale))


@requires("translator", CAMPAIGN)
async def drop_link(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """Take one away."""
    text = _text(turn, access)
    if text is None:
        return "edit"
    if tap.name != "drop":
        return None
    rest = tuple(link for link in text.links if _mark(link) != tap.value)
    if rest == text.links:
        turn.note("edit-changed")
        return None
    await _keep(turn, access, replace(text, links=rest), "links")
    return None


STEPS = (
    Step(
        "texts",
        texts,
        {
            "preview": "preview",
            "sections": "sections",
            "links": "links",
            "edit": "edit",
        },
        on_choice=change,
        about=OfText,
    ),
    Step(
        "sections",
        sections,
        {"section-add": add_section, "texts": "texts"},
        on_choice=pick_section,
        about=OfText,
    ),
    Step(
        "section",
        section,
        {
            **{part: partial(change_section, part=part) for part in SECTION},
            "section-up": move_up,
            "section-drop": drop_section,
            "section-keep": "section",
            "sections": "sections",
        },
        on_choice=really_drop,
        about=OfSection,
    ),
    Step(
        "links",
        links,
        {"link-add": add_link, "texts": "texts"},
        on_choice=drop_link,
        about=OfText,
    ),
)
