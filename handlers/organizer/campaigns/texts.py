"""The words of a campaign in one language: what stands there, and the way to change it."""

from hashlib import sha256

from handlers.dialogue.messages import Choice, Language, Reply, Tap, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain import campaign_rules as rules
from handlers.domain.campaigns import Alert, CampaignChanged, Related, Section
from handlers.organizer.about import OfText
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.campaigns import editing
from handlers.organizer.campaigns.lifecycle import lacking
from handlers.organizer.campaigns.parsing import TEXTS, Place
from handlers.organizer.navigation import back


def text_of(turn: Turn, access: CampaignAccess) -> Alert | None:
    """The text in the language that the message is about, if there is one."""
    return access.campaign.texts.get(OfText.of(turn.about).locale)


@requires("translator", CAMPAIGN)
async def texts(turn: Turn, access: CampaignAccess) -> Reply | str:
    """All texts of a language, each with a button that changes it."""
    text = text_of(turn, access)
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
    text = text_of(turn, access)
    if text is None or tap.choice not in TEXTS:
        return None
    return editing.begin(turn, access.campaign, Place(tap.choice, text.locale))


def mark_of(thing: Section | Related) -> str:
    """What a button calls something that it takes away: by a number another one might be meant."""
    return sha256(repr(thing).encode("utf-8", "surrogatepass")).hexdigest()[:8]


async def keep(turn: Turn, access: CampaignAccess, text: Alert, part: str) -> bool:
    """Write the text; False, and told, where somebody else was faster."""
    try:
        await turn.stores.organizing.edits.write(
            access.campaign, text, part, access.organizer, turn.now
        )
    except CampaignChanged:
        turn.note("edit-changed")
        return False
    turn.note("edit-saved")
    return True


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
)
