"""Signing: only what the campaign asks for, a review where all can be corrected, the signature."""

from collections.abc import Awaitable, Callable, Mapping
from functools import wraps

from email_validator import EmailNotValidError, validate_email

from handlers.dialogue.messages import Choice, Country, Reply, Value, Words, choices
from handlers.dialogue.step import Answering, Step, Turn
from handlers.domain import countries
from handlers.domain.campaigns import Asked, Campaign
from handlers.domain.signatures import CampaignClosed, Draft
from handlers.domain.text import clean, has_letters
from handlers.supporter import arrival, consent, country, thanks

NAME, COMMENT = 100, 500
"""The most characters of a name and of a comment."""

Outcome = Reply | str | None


def while_open(
    answer: Callable[[Turn, Campaign], Awaitable[Reply | str]],
) -> Callable[[Turn], Awaitable[Reply | str]]:
    """Hand a step its campaign; where it was closed meanwhile, its card says so instead."""

    @wraps(answer)
    async def answered(turn: Turn) -> Reply | str:
        slug = str(turn.answers.get("campaign", ""))
        campaign = await turn.stores.campaigns.get(slug)
        if campaign is not None and campaign.status == "open":
            return await answer(turn, campaign)
        turn.leave()
        turn.about = slug
        return "home"

    return answered


def asked(campaign: Campaign) -> Mapping[str, Asked]:
    """The questions of this campaign, each named as its step is, in their order."""
    asks = campaign.asks
    every: dict[str, Asked] = {
        "name": asks.name,
        "country": asks.country,
        "email": asks.email,
        "comment": asks.comment,
    }
    return {step: how for step, how in every.items() if how != "no"}


def keep(turn: Turn) -> tuple[Choice, ...]:
    """Somebody who came back from the review may leave the answer as it was."""
    return choices("keep") if turn.step in turn.answers else ()


@while_open
async def ask_name(turn: Turn, campaign: Campaign) -> Reply | str:
    offered: list[Choice] = []
    if profile := _profile_name(turn):
        offered.append(Choice("profile", Words("choice-profile", {"name": profile})))
    if campaign.asks.name == "optional":
        offered.append(Choice("anonymous"))
    return Reply("name-ask", {"asked": campaign.asks.name}, choices=(*offered, *keep(turn)))


def _profile_name(turn: Turn) -> str:
    name = clean(turn.person.name)
    return name if has_letters(name) and len(name) <= NAME else ""


async def take_profile_name(turn: Turn) -> Outcome:
    if not (name := _profile_name(turn)):
        return None
    turn.answers["name"] = name
    return "review"


async def hear_name(turn: Turn) -> Outcome:
    name = clean(turn.text)
    if not has_letters(name):
        turn.note("name-without-letters")
    elif len(name) > NAME:
        turn.note("name-too-long", length=len(name), most=NAME)
    else:
        turn.answers["name"] = name
        return "review"
    return None


@while_open
async def leave_out(turn: Turn, campaign: Campaign) -> Reply | str:
    """Stay anonymous, or skip a question, where the campaign allows it."""
    if asked(campaign).get(turn.step) == "required":
        return turn.step
    turn.answers[turn.step] = ""
    return "review"


@while_open
async def ask_country(turn: Turn, campaign: Campaign) -> Reply | str:
    return _offer("country-ask", country.likely(turn), turn, campaign)


def _offer(message: str, codes: list[str], turn: Turn, campaign: Campaign) -> Reply:
    offered = [Choice(code, country.label(code)) for code in codes]
    skip = choices("skip") if campaign.asks.country == "optional" else ()
    return Reply(message, choices=(*offered, *skip, *keep(turn)), passing=campaign.high_risk)


async def pick_country(turn: Turn) -> Outcome:
    if turn.choice not in countries.codes():
        turn.note("button-unknown")
        return None
    turn.answers["country"] = turn.choice
    return "review"


@while_open
async def hear_country(turn: Turn, campaign: Campaign) -> Reply | str:
    locales = tuple(turn.languages.known)
    if code := countries.find(turn.text, locales):
        turn.answers["country"] = code
        return "review"
    if maybe := countries.near(turn.text, locales):
        return _offer("country-which", maybe, turn, campaign)
    turn.note("country-unknown", text=clean(turn.text)[:40])
    return "country"


@while_open
async def ask_email(turn: Turn, campaign: Campaign) -> Reply | str:
    how = campaign.asks.email
    return Reply(
        "email-ask",
        {"responsible": campaign.responsible, "asked": how},
        choices=(*(choices("skip") if how == "optional" else ()), *keep(turn)),
    )


async def hear_email(turn: Turn) -> Outcome:
    try:
        address = validate_email(clean(turn.text)[:255], check_deliverability=False)
    except EmailNotValidError:
        turn.note("email-invalid")
        return None
    turn.answers["email"] = address.normalized
    return "review"


@while_open
async def ask_comment(turn: Turn, campaign: Campaign) -> Reply | str:
    how = campaign.asks.comment
    return Reply(
        "comment-ask",
        {"responsible": campaign.responsible, "asked": how, "most": COMMENT},
        choices=(*(choices("skip") if how == "optional" else ()), *keep(turn)),
    )


async def hear_comment(turn: Turn) -> Outcome:
    comment = clean(turn.text, lines=True)
    if not comment:
        turn.note("comment-empty")
    elif len(comment) > COMMENT:
        turn.note("comment-too-long", length=len(comment), most=COMMENT)
    else:
        turn.answers["comment"] = comment
        return "review"
    return None


@while_open
async def review(turn: Turn, campaign: Campaign) -> Reply | str:
    """All answers on one screen; before that, whatever has not been answered yet."""
    if "consent" not in turn.answers:
        return "consent"
    for step in asked(campaign):
        if step not in turn.answers:
            return step
    edits = [f"edit-{step}" for step in asked(campaign)]
    return Reply(
        "review",
        {
            "title": campaign.alert(turn.locale).title,
            "lines": tuple(_line(step, str(turn.answers[step])) for step in asked(campaign)),
        },
        choices=(*choices("confirm", *edits), *choices("cancel", placement="apart")),
        passing=campaign.high_risk,
    )


def _line(step: str, answer: str) -> Words:
    if not answer:
        return Words(f"review-{step}-none")
    value: Value = Country(answer) if step == "country" else answer
    return Words(f"review-{step}", {step: value})


async def edit(turn: Turn) -> str:
    return turn.choice.removeprefix("edit-")


@while_open
async def confirm(turn: Turn, campaign: Campaign) -> Reply | str:
    """Store the signature. The answers are dropped as soon as they are sealed."""
    given = consent.given(turn, campaign)
    if given is None:
        turn.answers.pop("consent", None)
        turn.note("consent-changed")
        return "consent"
    if any(step not in turn.answers for step in asked(campaign)):
        return "review"
    draft = Draft(**{step: str(turn.answers[step]) for step in asked(campaign)})
    came = arrival.recall(turn, campaign)
    arrival.settle(turn, campaign)
    turn.leave()
    turn.about = campaign.handle
    try:
        signed = await turn.stores.signatures.sign(campaign, turn.person, draft, given, came)
    except CampaignClosed:
        return "alert"
    return "signed" if signed.new else thanks.again(turn, campaign, signed.signature)


async def cancel(turn: Turn) -> str:
    turn.about = str(turn.answers.get("campaign", ""))
    turn.leave()
    turn.note("cancelled")
    return "home"


SKIP: Mapping[str, Answering | str] = {"skip": leave_out, "keep": "review"}

STEPS = (
    Step(
        "name",
        ask_name,
        {"profile": take_profile_name, "anonymous": leave_out, "keep": "review"},
        heard=hear_name,
    ),
    Step("country", ask_country, SKIP, picked=pick_country, heard=hear_country),
    Step("email", ask_email, SKIP, heard=hear_email),
    Step("comment", ask_comment, SKIP, heard=hear_comment),
    Step(
        "review",
        review,
        {
            "confirm": confirm,
            "cancel": cancel,
            "edit-name": edit,
            "edit-country": edit,
            "edit-email": edit,
            "edit-comment": edit,
        },
    ),
)
