"""The links below a campaign's text in one language."""

from dataclasses import replace

from handlers.dialogue.messages import Choice, Language, Link, Reply, Tap, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain import campaign_rules as rules
from handlers.organizer.about import OfText
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.campaigns import editing
from handlers.organizer.campaigns.parsing import Place
from handlers.organizer.campaigns.texts import keep, mark_of, text_of
from handlers.organizer.navigation import back


@requires("translator", CAMPAIGN)
async def links(turn: Turn, access: CampaignAccess) -> Reply | str:
    """The links, to follow them, and a button that takes each away."""
    text = text_of(turn, access)
    if text is None:
        return "edit"
    full = len(text.links) >= rules.MOST_LINKS
    return Reply(
        "links",
        {"language": Language(text.locale), "count": len(text.links)},
        choices=(
            *(
                Choice.of("drop", mark_of(link), Words("choice-link-drop", {"title": link.title}))
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
    text = text_of(turn, access)
    if text is None:
        return "edit"
    return editing.begin(turn, access.campaign, Place("link", text.locale))


@requires("translator", CAMPAIGN)
async def drop_link(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """Take one away."""
    text = text_of(turn, access)
    if text is None:
        return "edit"
    if tap.name != "drop":
        return None
    rest = tuple(link for link in text.links if mark_of(link) != tap.value)
    if rest == text.links:
        turn.note("edit-changed")
        return None
    await keep(turn, access, replace(text, links=rest), "links")
    return None


STEPS = (
    Step(
        "links",
        links,
        {"link-add": add_link, "texts": "texts"},
        on_choice=drop_link,
        about=OfText,
    ),
)
