"""The form in which one text or setting of a campaign is written, checked and kept."""

from handlers.dialogue.messages import (
    About,
    Choice,
    Language,
    Reply,
    Text,
    Value,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaign_rules import LONGEST, LONGEST_HEADING, LONGEST_SECTION, texts_of
from handlers.domain.campaigns import Alert, Campaign, CampaignChanged
from handlers.domain.organizers import may
from handlers.organizer.access import Acting, answers, asks, find
from handlers.organizer.campaigns import parsing
from handlers.organizer.campaigns.parsing import CONSENTED, OPTIONAL, SECTION, TEXTS, Place
from handlers.organizer.sheet import OfSection, OfText, Sheet

SHOWN = 700
"""Characters of what stands there that are shown; the preview has all of it."""

MOST = {**LONGEST, "heading": LONGEST_HEADING, "body": LONGEST_SECTION, "more": LONGEST_SECTION}

TRIES = 3
"""How often a change is tried again when others change the same campaign in the same moment."""


def begin(turn: Turn, campaign: Campaign, place: Place) -> str:
    """Begin to ask for that text or setting."""
    turn.leave()
    turn.form(Sheet).answers |= {
        "organizing": campaign.slug,
        "part": place.part,
        "in": place.locale,
        "number": place.number,
    }
    return "write"


def _place(turn: Turn) -> Place:
    kept = turn.form(Sheet).answers
    return Place(str(kept.get("part", "")), str(kept.get("in", "")), int(kept.get("number", 0)))


def _refused(turn: Turn, acting: Acting, place: Place) -> str | None:
    """Where to go instead, for somebody who may write texts only, or where the text is gone."""
    allowed = not place.is_setting or may(acting.organizer, acting.campaign, "organizer")
    if allowed and (place.is_setting or place.locale in acting.campaign.texts):
        return None
    turn.leave()
    turn.about = About(acting.campaign.slug)
    turn.note("edit-changed" if allowed else "organizer-not-yours")
    return "edit" if allowed else "organize"


@asks("translator", form=True)
async def ask(turn: Turn, acting: Acting) -> Reply | str:
    """What stands there, what the default language has there, and what will do."""
    place = _place(turn)
    if refused := _refused(turn, acting, place):
        return refused
    campaign = acting.campaign
    turn.form(Sheet).answers["seen"] = parsing.seen(campaign, place)
    turn.form(Sheet).answers.pop("typed", None)
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


@answers("translator", form=True)
async def hear(turn: Turn, acting: Acting, text: Text) -> str | None:
    return await _take(turn, acting, text.plain)


@answers("translator", form=True)
async def leave_empty(turn: Turn, acting: Acting) -> str | None:
    return await _take(turn, acting, "") if _place(turn).part in OPTIONAL else None


async def _take(turn: Turn, acting: Acting, typed: str) -> str | None:
    """Check what was typed; where people consent to it, ask once more before it is kept."""
    place, campaign = _place(turn), acting.campaign
    if refused := _refused(turn, acting, place):
        return refused
    if parsing.seen(campaign, place) != turn.form(Sheet).answers.get("seen"):
        turn.note("edit-changed")
        return None
    read = parsing.read(campaign, place, typed)
    if isinstance(read, list):
        parsing.complain(turn, read)
        return None
    if campaign.running and place.part in CONSENTED:
        turn.form(Sheet).answers["typed"] = typed
        return "sure"
    return await _keep(turn, acting, typed)


async def _keep(turn: Turn, acting: Acting, typed: str) -> str:
    """Keep it, unless somebody else has changed that very text or setting meanwhile.

    Whoever changes another text of the same language only makes us look again.
    """
    place, slug = _place(turn), acting.campaign.slug
    edits = turn.stores.organizing.edits
    for _ in range(TRIES):
        found = await find(turn, slug)
        if found is None or parsing.seen(found, place) != turn.form(Sheet).answers.get("seen"):
            break
        read = parsing.read(found, place, typed)
        if isinstance(read, list):
            parsing.complain(turn, read)
            return "write"
        try:
            if isinstance(read, Alert):
                what = "sections" if place.part in SECTION else place.part
                what = "links" if what == "link" else what
                await edits.write(found, read, what, acting.organizer, turn.now)
            else:
                await edits.set(found, acting.organizer, turn.now, **read)
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
    turn.leave()
    turn.about = About(slug)
    if place.is_setting:
        return "settings"
    turn.about = OfText(slug, place.locale)
    if place.part in SECTION:
        turn.about = OfSection(slug, place.locale, place.number)
        return "section"
    return "links" if place.part == "link" else "texts"


@asks("translator", form=True)
async def sure(turn: Turn, acting: Acting) -> Reply | str:
    """Before a change of what people consent to: whom it concerns."""
    place = _place(turn)
    if refused := _refused(turn, acting, place):
        return refused
    if "typed" not in turn.form(Sheet).answers:
        return "write"
    totals = await turn.stores.campaigns.totals(acting.campaign)
    return Reply(
        "write-sure",
        {
            "part": Words(f"part-{place.part}"),
            "text": parsing.one_line(str(turn.form(Sheet).answers["typed"])),
            "total": totals.world,
        },
        choices=(*choices("write-yes", "write-again"), Choice("stop", alone=True)),
    )


@answers("translator", form=True)
async def keep(turn: Turn, acting: Acting) -> str | None:
    if refused := _refused(turn, acting, _place(turn)):
        return refused
    if "typed" not in turn.form(Sheet).answers:
        return "write"
    return await _keep(turn, acting, str(turn.form(Sheet).answers["typed"]))


async def stop(turn: Turn) -> str:
    """Leave it as it was."""
    place, slug = _place(turn), str(turn.form(Sheet).answers.get("organizing", ""))
    turn.note("edit-stopped")
    return _back(turn, slug, place)


def organizing(turn: Turn) -> str:
    """What the buttons of a form belong to."""
    return str(turn.form(Sheet).answers.get("organizing", ""))


STEPS = (
    Step(
        "write",
        ask,
        {"write-empty": leave_empty, "stop": stop},
        on_text=hear,
        form=Sheet,
        resume="choice-continue-organizing",
    ),
    Step(
        "sure",
        sure,
        {"write-yes": keep, "write-again": "write", "stop": stop},
        form=Sheet,
        resume="choice-continue-organizing",
    ),
)
