"""The sections of a campaign's text in one language."""

from dataclasses import replace
from functools import partial

from handlers.dialogue.messages import Choice, Language, Reply, Tap, Words, choices, whole_number
from handlers.dialogue.step import Step, Turn
from handlers.domain import campaign_rules as rules
from handlers.domain.campaigns import Alert
from handlers.domain.text import length
from handlers.organizer.about import OfSection, OfText
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.campaigns import editing
from handlers.organizer.campaigns.parsing import SECTION, Place
from handlers.organizer.campaigns.texts import keep, mark_of, text_of
from handlers.organizer.navigation import back


@requires("translator", CAMPAIGN)
async def sections(turn: Turn, access: CampaignAccess) -> Reply | str:
    """The headings, each a button."""
    text = text_of(turn, access)
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
    text = text_of(turn, access)
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
    text, number = text_of(turn, access), OfSection.of(turn.about).section
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
            "length": length(there.text),
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
    """Put it before the one above."""
    found = _numbered(turn, access)
    if found is None or not found[1]:
        return "sections"
    text, number = found
    moved = list(text.sections)
    moved[number - 1], moved[number] = moved[number], moved[number - 1]
    if await keep(turn, access, replace(text, sections=tuple(moved)), "sections"):
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
            Choice.of("drop", mark_of(text.sections[number]), Words("choice-section-drop-yes")),
            *choices("section-keep"),
        ),
    )


@requires("translator", CAMPAIGN)
async def really_drop(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """Take away the one that was shown, and no other."""
    found = _numbered(turn, access)
    if found is None:
        return "sections"
    text, number = found
    if tap.name != "drop":
        return None
    if tap.value != mark_of(text.sections[number]):
        turn.note("edit-changed")
        return "sections"
    rest = (*text.sections[:number], *text.sections[number + 1 :])
    await keep(turn, access, replace(text, sections=rest), "sections")
    return "sections"


STEPS = (
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
)
