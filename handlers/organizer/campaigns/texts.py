"""The words of a campaign in one language: what stands there, its sections, its links."""

from dataclasses import replace
from hashlib import sha256

from handlers.dialogue.messages import Choice, Language, Link, Reply, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain import campaign_rules as rules
from handlers.domain.campaigns import Alert, CampaignChanged, Related, Section
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.campaigns import editing
from handlers.organizer.campaigns.lifecycle import lacking
from handlers.organizer.campaigns.parsing import TEXTS, Place
from handlers.organizer.navigation import back


def _place(turn: Turn, access: CampaignAccess) -> tuple[Alert | None, str]:
    """The text in the language that the message is about, and what stands behind another dot."""
    locale, _, rest = turn.about.partition(".")[2].partition(".")
    return access.campaign.texts.get(locale), rest


@requires("translator", CAMPAIGN)
async def texts(turn: Turn, access: CampaignAccess) -> Reply | str:
    """All texts of a language, each with a button that changes it."""
    text, _ = _place(turn, access)
    if text is None:
        turn.about = access.campaign.slug
        return "edit"
    turn.about = f"{access.campaign.slug}.{text.locale}"
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
async def change(turn: Turn, access: CampaignAccess) -> str | None:
    """To the form for one of the texts."""
    text, _ = _place(turn, access)
    if text is None or turn.choice not in TEXTS:
        return None
    return editing.begin(turn, access.campaign, Place(turn.choice, text.locale))


# Sections.


@requires("translator", CAMPAIGN)
async def sections(turn: Turn, access: CampaignAccess) -> Reply | str:
    """The headings, each a button."""
    text, _ = _place(turn, access)
    if text is None:
        return "edit"
    turn.about = f"{access.campaign.slug}.{text.locale}"
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
async def pick_section(turn: Turn, access: CampaignAccess) -> str | None:
    text, _ = _place(turn, access)
    if text is None:
        return "edit"
    if turn.choice == "section-add":
        place = Place("heading", text.locale, len(text.sections))
        return editing.begin(turn, access.campaign, place)
    if not turn.choice.isdecimal() or len(turn.choice) > 2:
        return None
    turn.about = f"{access.campaign.slug}.{text.locale}.{int(turn.choice)}"
    return "section"


def _numbered(turn: Turn, access: CampaignAccess) -> tuple[Alert, int] | None:
    """The text and the number of the section that the message is about, if it is there."""
    text, number = _place(turn, access)
    if text is None or not number.isdecimal() or len(number) > 2:
        return None
    return (text, int(number)) if int(number) < len(text.sections) else None


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
async def change_section(turn: Turn, access: CampaignAccess) -> str | None:
    found = _numbered(turn, access)
    if found is None:
        return "sections"
    text, number = found
    return editing.begin(turn, access.campaign, Place(turn.choice, text.locale, number))


@requires("translator", CAMPAIGN)
async def move_up(turn: Turn, access: CampaignAccess) -> str:
    found = _numbered(turn, access)
    if found is None or not found[1]:
        return "sections"
    text, number = found
    moved = list(text.sections)
    moved[number - 1], moved[number] = moved[number], moved[number - 1]
    if await _keep(turn, access, replace(text, sections=tuple(moved)), "sections"):
        turn.about = f"{access.campaign.slug}.{text.locale}.{number - 1}"
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
            Choice(f"drop_{_mark(text.sections[number])}", Words("choice-section-drop-yes")),
            *choices("section-keep"),
        ),
    )


@requires("translator", CAMPAIGN)
async def really_drop(turn: Turn, access: CampaignAccess) -> str | None:
    found = _numbered(turn, access)
    if found is None:
        return "sections"
    text, number = found
    mark = turn.choice.removeprefix("drop_")
    if mark == turn.choice:
        return None
    if mark != _mark(text.sections[number]):
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
    text, _ = _place(turn, access)
    if text is None:
        return "edit"
    turn.about = f"{access.campaign.slug}.{text.locale}"
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


@requires("translator", CAMPAIGN)
async def change_links(turn: Turn, access: CampaignAccess) -> str | None:
    text, _ = _place(turn, access)
    if text is None:
        return "edit"
    if turn.choice == "link-add":
        return editing.begin(turn, access.campaign, Place("link", text.locale))
    mark = turn.choice.removeprefix("drop_")
    if mark == turn.choice:
        return None
    rest = tuple(link for link in text.links if _mark(link) != mark)
    if rest == text.links:
        turn.note("edit-changed")
        return None
    await _keep(turn, access, replace(text, links=rest), "links")
    return None


STEPS = (
    Step("texts", texts, {
        "preview": "preview", "sections": "sections", "links": "links", "edit": "edit",
    }, picked=change, aside=True),
    Step("sections", sections, {"texts": "texts"}, picked=pick_section, aside=True),
    Step(
        "section",
        section,
        {
            "heading": change_section,
            "body": change_section,
            "more": change_section,
            "section-up": move_up,
            "section-drop": drop_section,
            "section-keep": "section",
            "sections": "sections",
        },
        picked=really_drop,
        aside=True,
    ),
    Step("links", links, {"texts": "texts"}, picked=change_links, aside=True),
)  # fmt: skip
