"""A new campaign, or a campaign's first texts in another language: asked one by one."""

from dataclasses import dataclass

from handlers.dialogue.messages import About, Choice, Language, Reply, Tap, Text, Value, Words
from handlers.dialogue.step import Step, Turn
from handlers.domain import campaign_rules as rules
from handlers.domain.campaign_rules import LONGEST, REQUIRED, Fault
from handlers.domain.campaigns import Alert, Campaign, CampaignChanged, SlugTaken
from handlers.domain.organizers import Organizer, Role
from handlers.organizer.about import OfText
from handlers.organizer.access import (
    CAMPAIGN_FORM,
    WHOLE_HOUSE_FORM,
    Find,
    HouseAccess,
    find_campaign,
    requires,
)
from handlers.organizer.campaigns import parsing
from handlers.organizer.forms import CampaignForm, enter, leave

QUESTIONS = ("slug", "locale", *REQUIRED, "responsible", "contact", "retention-days")
"""What a new campaign cannot be without, in the order in which it is asked."""

DAYS = (30, 90, 365)
"""How long signatures may be kept after closing: what is offered to tap."""


GIVE_UP = Choice("stop", Words("choice-give-up"), alone=True)
"""Nothing of what was answered is kept."""


@dataclass(slots=True)
class NewCampaignForm(CampaignForm):
    """The answers up to now, by question; with a campaign, to the questions of a translation."""

    given: dict[str, str] | None = None
    """None where nobody has begun."""

    @property
    def questions(self) -> tuple[str, ...]:
        return REQUIRED if self.campaign else QUESTIONS

    @property
    def asked(self) -> str:
        """The first question without an answer, or empty."""
        return next((each for each in self.questions if each not in (self.given or {})), "")

    @property
    def way_out(self) -> tuple[str, About] | None:
        """To the desk of the campaign that is translated, or to where organizers begin.

        None where nobody has begun.
        """
        if self.given is None:
            return None
        return "desk" if self.campaign else "organize", self.about


def begin(turn: Turn) -> str:
    """Begin to ask for a new campaign."""
    return enter(turn, NewCampaignForm(given={}), "found")


def translate(turn: Turn, slug: str, locale: str) -> str:
    """Begin to ask for that campaign's texts in a language."""
    return enter(turn, NewCampaignForm(slug, {"locale": locale}), "found")


async def _new_campaign(turn: Turn, least: Role) -> HouseAccess | str:
    form = turn.form(NewCampaignForm)
    if form.given is None:
        return leave(turn, About(), "organize")
    if form.campaign:
        there = await CAMPAIGN_FORM(turn, least)
        return there if isinstance(there, str) else HouseAccess(there.organizer, there.campaign)
    return await WHOLE_HOUSE_FORM(turn, "organizer")


NEW_CAMPAIGN: Find[HouseAccess] = _new_campaign
"""The campaign that is translated; without one, the house, which takes an organizer of it."""


def _answers(turn: Turn) -> dict[str, str]:
    return dict(turn.form(NewCampaignForm).given or {})


@requires("translator", NEW_CAMPAIGN)
async def ask(turn: Turn, access: HouseAccess) -> Reply | str:
    """The first question without an answer; with none left, the campaign or text is kept."""
    form, campaign = turn.form(NewCampaignForm), access.campaign
    part = form.asked
    if not part:
        return await _finish(turn, access.organizer, campaign)
    given = _answers(turn)
    args: dict[str, Value] = {
        "question": Words(f"ask-{part}", {"most": LONGEST.get(part, rules.LONGEST_RESPONSIBLE)}),
        "language": Language(given.get("locale", turn.locale)),
        "number": 1 + form.questions.index(part),
        "count": len(form.questions),
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
        return tuple(Choice.of("days", days, Words("choice-days", {"days": days})) for days in DAYS)
    return ()


@requires("translator", NEW_CAMPAIGN)
async def pick(turn: Turn, _access: HouseAccess, tap: Tap) -> str | None:
    """One of what is offered: a language, or how many days."""
    part = turn.form(NewCampaignForm).asked
    if tap.choice not in [each.id for each in _offered(turn, part)]:
        turn.note("button-old")
        return None
    return await _take(turn, part, tap.value or tap.choice)


@requires("translator", NEW_CAMPAIGN)
async def hear(turn: Turn, _access: HouseAccess, text: Text) -> str | None:
    """Take what was typed as the answer to the question."""
    return await _take(turn, turn.form(NewCampaignForm).asked, text.plain)


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
    turn.form(NewCampaignForm).given = {**_answers(turn), part: value}
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
        turn.form(NewCampaignForm).given = given
        return "found"
    except CampaignChanged:
        turn.note("edit-changed")
    else:
        turn.note("edit-saved" if turn.form(NewCampaignForm).campaign else "campaign-made")
    if campaign is None:
        return leave(turn, About(), "organize")
    return leave(turn, OfText(campaign.slug, locale), "texts")


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


@requires("translator", NEW_CAMPAIGN)
async def stop(turn: Turn, access: HouseAccess) -> str:
    """Drop what was answered."""
    turn.note("edit-stopped")
    return leave(turn, About(access.slug), "edit" if access.campaign else "organize")


STEPS = (
    Step(
        "found",
        ask,
        {"stop": stop},
        on_choice=pick,
        on_text=hear,
        form=NewCampaignForm,
    ),
)
