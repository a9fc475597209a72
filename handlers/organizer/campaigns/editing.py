"""The form in which one text or setting of a campaign is written, checked and kept."""

from dataclasses import dataclass, field

from handlers.dialogue.messages import About, Choice, Language, Reply, Text, Value, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaign_rules import LONGEST, LONGEST_HEADING, LONGEST_SECTION, texts_of
from handlers.domain.campaigns import Alert, Campaign, CampaignChanged
from handlers.domain.organizers import may
from handlers.organizer.about import OfSection
from handlers.organizer.access import CAMPAIGN_FORM, CampaignAccess, find_campaign, requires
from handlers.organizer.campaigns import parsing
from handlers.organizer.campaigns.parsing import CONSENTED, OPTIONAL, SECTION, TEXTS, Place
from handlers.organizer.forms import CampaignForm, enter, leave

SHOWN = 700
"""Characters of what stands there that are shown; the preview has all of it."""

MOST = {**LONGEST, "heading": LONGEST_HEADING, "body": LONGEST_SECTION, "more": LONGEST_SECTION}

TRIES = 3
"""How often a change is tried again when others change the same campaign in the same moment."""


@dataclass(slots=True)
class EditForm(CampaignForm):
    """What is being written, and what was typed for it."""

    place: Place = field(default_factory=Place)
    seen: str = ""
    """The fingerprint of what stood there when it was asked for."""
    typed: str | None = None
    """What waits to be confirmed."""


def begin(turn: Turn, campaign: Campaign, place: Place) -> str:
    """Begin to ask for that text or setting."""
    return enter(turn, EditForm(campaign.slug, place), "write")


def _place(turn: Turn) -> Place:
    return turn.form(EditForm).place


def _refused(turn: Turn, access: CampaignAccess, place: Place) -> str | None:
    """Where to go instead, for somebody who may write texts only, or where the text is gone."""
    allowed = not place.is_setting or may(access.organizer, access.campaign, "organizer")
    if allowed and (place.is_setting or place.locale in access.campaign.texts):
        return None
    turn.note("edit-changed" if allowed else "organizer-not-yours")
    return leave(turn, About(access.campaign.slug), "edit" if allowed else "organize")


@requires("translator", CAMPAIGN_FORM)
async def ask(turn: Turn, access: CampaignAccess) -> Reply | str:
    """What stands there, what the default language has there, and what will do."""
    place = _place(turn)
    if refused := _refused(turn, access, place):
        return refused
    campaign = access.campaign
    form = turn.form(EditForm)
    form.seen, form.typed = parsing.seen(campaign, place), None
    now = parsing.current(campaign, place)
    new = place.part == "heading" and not now
    args: dict[str, Value] = {
        "question": Words(
            "ask-section" if new else f"ask-{place.part}", {"most": MOST.get(place.part, 0)}
        ),
        "language": Words("write-language", {"language": Language(place.locale)})
        if place.locale
        else "",
        "now": Words("write-now", {"text": cut(now)}) if now else "",
        "original": _original(campaign, place),
    }
    empty = ["write-empty"] if now and place.part in OPTIONAL else []
    return Reply("write", args, choices=(*choices(*empty), Choice("stop", alone=True)))


def _original(campaign: Campaign, place: Place) -> Value:
    """What the default language has there, for whoever translates."""
    own = campaign.alert(campaign.default_locale)
    if place.is_setting or place.locale == own.locale or place.part == "link":
        return ""
    text = ""
    if place.part in TEXTS:
        text = texts_of(own)[place.part]
    elif place.number < len(own.sections):
        section = own.sections[place.number]
        text = section.heading if place.part == "heading" else section.text
    if not text:
        return ""
    return Words("write-original", {"language": Language(own.locale), "text": cut(text)})


def cut(text: str) -> str:
    """As much of a text as is shown where it is edited."""
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


@requires("translator", CAMPAIGN_FORM)
async def hear(turn: Turn, access: CampaignAccess, text: Text) -> str | None:
    """Take what was typed."""
    return await _take(turn, access, text.plain)


@requires("translator", CAMPAIGN_FORM)
async def leave_empty(turn: Turn, access: CampaignAccess) -> str | None:
    """Take away what stands there, where that may be."""
    return await _take(turn, access, "") if _place(turn).part in OPTIONAL else None


async def _take(turn: Turn, access: CampaignAccess, typed: str) -> str | None:
    """Check what was typed; where people consent to it, ask once more before it is kept."""
    place, campaign = _place(turn), access.campaign
    if refused := _refused(turn, access, place):
        return refused
    if parsing.seen(campaign, place) != turn.form(EditForm).seen:
        turn.note("edit-changed")
        return None
    read = parsing.read(campaign, place, typed)
    if isinstance(read, list):
        parsing.complain(turn, read)
        return None
    if campaign.running and place.part in CONSENTED:
        turn.form(EditForm).typed = typed
        return "sure"
    return await _keep(turn, access, typed)


async def _keep(turn: Turn, access: CampaignAccess, typed: str) -> str:
    """Keep it, unless somebody else has changed that very text or setting meanwhile.

    Whoever changes another text of the same language only makes us look again.
    """
    place, slug = _place(turn), access.campaign.slug
    edits = turn.stores.organizing.edits
    for _ in range(TRIES):
        found = await find_campaign(turn, slug)
        if found is None or parsing.seen(found, place) != turn.form(EditForm).seen:
            break
        read = parsing.read(found, place, typed)
        if isinstance(read, list):
            parsing.complain(turn, read)
            return "write"
        try:
            if isinstance(read, Alert):
                what = "sections" if place.part in SECTION else place.part
                what = "links" if what == "link" else what
                await edits.write(found, read, what, access.organizer, turn.now)
            else:
                await edits.set(found, access.organizer, turn.now, **read)
        except CampaignChanged:
            continue
        turn.note("edit-saved")
        if not place.is_setting:
            parsing.warn(turn, typed)
        return _back(turn, slug, place)
    turn.note("edit-changed")
    return "write"


def _back(turn: Turn, slug: str, place: Place) -> str:
    """To the room where it was begun."""
    room = "links" if place.part == "link" else "texts"
    if place.is_setting:
        room = "settings"
    elif place.part in SECTION:
        room = "section"
    return leave(turn, OfSection(slug, place.locale, place.number), room)


@requires("translator", CAMPAIGN_FORM)
async def sure(turn: Turn, access: CampaignAccess) -> Reply | str:
    """Before a change of what people consent to: whom it concerns."""
    place = _place(turn)
    if refused := _refused(turn, access, place):
        return refused
    typed = turn.form(EditForm).typed
    if typed is None:
        return "write"
    totals = await turn.stores.campaigns.totals(access.campaign)
    return Reply(
        "write-sure",
        {
            "part": Words(f"part-{place.part}"),
            "text": parsing.one_line(typed),
            "total": totals.world,
        },
        choices=(*choices("write-yes", "write-again"), Choice("stop", alone=True)),
    )


@requires("translator", CAMPAIGN_FORM)
async def keep(turn: Turn, access: CampaignAccess) -> str | None:
    """Keep what was confirmed."""
    if refused := _refused(turn, access, _place(turn)):
        return refused
    typed = turn.form(EditForm).typed
    return "write" if typed is None else await _keep(turn, access, typed)


@requires("translator", CAMPAIGN_FORM)
async def stop(turn: Turn, access: CampaignAccess) -> str:
    """Leave it as it was."""
    turn.note("edit-stopped")
    return _back(turn, access.campaign.slug, _place(turn))


STEPS = (
    Step(
        "write",
        ask,
        {"write-empty": leave_empty, "stop": stop},
        on_text=hear,
        form=EditForm,
    ),
    Step(
        "sure",
        sure,
        {"write-yes": keep, "write-again": "write", "stop": stop},
        form=EditForm,
    ),
)
