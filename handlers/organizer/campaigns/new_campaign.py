"""A new campaign, or a campaign's first texts in another language: asked one by one."""

from handlers.dialogue.messages import Choice, Language, Reply, Value, Words
from handlers.dialogue.step import Step, Turn
from handlers.domain import campaign_rules as rules
from handlers.domain.campaign_rules import LONGEST, REQUIRED, Fault
from handlers.domain.campaigns import Alert, Campaign, CampaignChanged, SlugTaken
from handlers.domain.organizers import Organizer, Role
from handlers.organizer.access import (
    CAMPAIGN_FORM,
    WHOLE_HOUSE_FORM,
    Find,
    HouseAccess,
    find_campaign,
    requires,
)
from handlers.organizer.campaigns import parsing

QUESTIONS = ("slug", "locale", *REQUIRED, "responsible", "contact", "retention-days")
"""What a new campaign cannot be without, in the order in which it is asked."""

DAYS = (30, 90, 365)
"""How long signatures may be kept after closing: what is offered to tap."""


GIVE_UP = Choice("stop", Words("choice-give-up"), alone=True)
"""Nothing of what was answered is kept."""


def found_new(turn: Turn) -> None:
    """Begin to ask for a new campaign."""
    turn.leave()
    turn.answers |= {"organizing": "", "founding": {}}


def translate(turn: Turn, slug: str, locale: str) -> None:
    """Begin to ask for that campaign's texts in a language."""
    turn.leave()
    turn.answers |= {"organizing": slug, "founding": {"locale": locale}}


async def _founding(turn: Turn, least: Role) -> HouseAccess | str:
    if "founding" not in turn.answers:
        turn.leave()
        turn.about = ""
        return "organize"
    if turn.answers.get("organizing"):
        there = await CAMPAIGN_FORM(turn, least)
        return there if isinstance(there, str) else HouseAccess(there.organizer, there.campaign)
    return await WHOLE_HOUSE_FORM(turn, "organizer")


FOUNDING: Find[HouseAccess] = _founding
"""The campaign that is translated; without one, the house, which takes an organizer of it."""


def _answers(turn: Turn) -> dict[str, str]:
    return dict(turn.answers["founding"])


def _questions(turn: Turn) -> tuple[str, ...]:
    return REQUIRED if turn.answers["organizing"] else QUESTIONS


def _asked(turn: Turn) -> str:
    """The first question without an answer, or nothing."""
    given = _answers(turn)
    return next((each for each in _questions(turn) if each not in given), "")


@requires("translator", FOUNDING)
async def ask(turn: Turn, access: HouseAccess) -> Reply | str:
    """The first question without an answer; with none left, the campaign or text is kept."""
    part, campaign = _asked(turn), access.campaign
    if not part:
        return await _finish(turn, access.organizer, campaign)
    given = _answers(turn)
    args: dict[str, Value] = {
        "question": Words(f"ask-{part}", {"most": LONGEST.get(part, rules.LONGEST_RESPONSIBLE)}),
        "language": Language(given.get("locale", turn.locale)),
        "number": 1 + _questions(turn).index(part),
        "count": len(_questions(turn)),
        "original": "",
    }
    if campaign is not None:
        own = campaign.alert(campaign.default_locale)
        args["original"] = Words(
            "write-original",
            {"language": Language(own.locale), "text": rules.texts_of(own)[part]},
        )
    message = "found" if campaign is None else "translate"
    return Reply(message, args, choices=(*_offered(turn, part), GIVE_UP))


def _offered(turn: Turn, part: str) -> tuple[Choice, ...]:
    if part == "locale":
        own = turn.locale
        tags = (own, *(tag for tag in turn.languages.known if tag != own))
        return tuple(
            Choice(tag, Words("language-listed", {"language": Language(tag)})) for tag in tags
        )
    if part == "retention-days":
        return tuple(Choice(f"d{days}", Words("choice-days", {"days": days})) for days in DAYS)
    return ()


@requires("translator", FOUNDING)
async def pick(turn: Turn, _access: HouseAccess) -> str | None:
    """One of what is offered: a language, or how many days."""
    part = _asked(turn)
    if turn.choice not in [each.id for each in _offered(turn, part)]:
        turn.note("button-old")
        return None
    return await _take(
        turn, part, turn.choice.removeprefix("d") if part != "locale" else turn.choice
    )


@requires("translator", FOUNDING)
async def hear(turn: Turn, _access: HouseAccess) -> str | None:
    return await _take(turn, _asked(turn), turn.text)


async def _take(turn: Turn, part: str, typed: str) -> str | None:
    """Keep an answer if it breaks no rule; ask again if it does."""
    value = parsing.one_line(typed)
    if part == "slug":
        value = value.lower()
    faults = await _faults(turn, part, value)
    if faults:
        parsing.complain(turn, faults)
        return None
    parsing.warn(turn, value)
    turn.answers["founding"] = {**_answers(turn), part: value}
    return None


async def _faults(turn: Turn, part: str, value: str) -> list[Fault]:
    """What is wrong with an answer."""
    given = _answers(turn)
    found: list[Fault | None]
    if part == "slug":
        taken = await find_campaign(turn, value)
        found = [rules.check_slug(value), Fault("slug-taken") if taken else None]
    elif part == "locale":
        found = [None if value in turn.languages.known else Fault("language")]
    elif part in LONGEST:
        texts = {key: given.get(key, "") for key in LONGEST} | {part: value}
        found = [*parsing.faults_of_text(part, value), rules.check_card(texts)]
    else:
        read = rules.check_characters(value) or parsing.SETTINGS[part](value)
        found = [read if isinstance(read, Fault) else None]
    return [fault for fault in found if fault]


async def _finish(turn: Turn, organizer: Organizer, campaign: Campaign | None) -> str:
    """All is answered: keep it."""
    given = _answers(turn)
    locale = given["locale"]
    text = Alert(
        locale,
        rubric=given["rubric"],
        title=given["title"],
        summary=given["summary"],
        ask=given["ask"],
        purpose=given["purpose"],
    )
    edits = turn.stores.organizing.edits
    try:
        if campaign is not None:
            await edits.write(campaign, text, "translation", organizer, turn.now)
        else:
            campaign = await edits.create(_campaign(turn, given, text), organizer, turn.now)
    except SlugTaken:
        parsing.complain(turn, [Fault("slug-taken")])
        del given["slug"]
        turn.answers["founding"] = given
        return "found"
    except CampaignChanged:
        turn.note("edit-changed")
    else:
        turn.note("edit-saved" if turn.answers["organizing"] else "campaign-made")
    turn.leave()
    turn.about = f"{campaign.slug}.{locale}" if campaign else ""
    return "texts" if campaign else "organize"


def _campaign(turn: Turn, given: dict[str, str], text: Alert) -> Campaign:
    contact = rules.read_contact(given["contact"])
    return Campaign(
        id=0,
        slug=given["slug"],
        status="draft",
        date=turn.now.date(),
        default_locale=text.locale,
        texts={text.locale: text},
        responsible=given["responsible"],
        contact=contact if isinstance(contact, str) else "",
        retention_days=int(given["retention-days"]),
    )


@requires("translator", FOUNDING)
async def stop(turn: Turn, access: HouseAccess) -> str:
    """Drop what was answered."""
    turn.leave()
    turn.about = access.slug
    turn.note("edit-stopped")
    return "edit" if access.campaign else "organize"


STEPS = (
    Step(
        "found",
        ask,
        {"stop": stop},
        picked=pick,
        heard=hear,
        about=lambda turn: str(turn.answers.get("organizing", "")),
        resume="choice-continue-organizing",
    ),
)
