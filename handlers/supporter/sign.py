"""Signing: only what the campaign asks for, a review where all can be corrected, the signature."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Concatenate, ParamSpec

from email_validator import EmailNotValidError, validate_email

from handlers.dialogue.messages import (
    About,
    Choice,
    Country,
    Reply,
    Tap,
    Text,
    Value,
    Words,
    choices,
)
from handlers.dialogue.step import Answering, Asking, Outcome, Step, Turn
from handlers.domain import countries
from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import CampaignClosed, Draft
from handlers.domain.text import clean, has_letters
from handlers.supporter import arrival, consent, country, thanks
from handlers.supporter.signing import Question, Signing, asked

NAME, COMMENT = 100, 500
"""The most characters of a name and of a comment."""

P = ParamSpec("P")


def while_open(
    answer: Callable[Concatenate[Turn, Campaign, P], Awaitable[Reply | str]],
) -> Callable[Concatenate[Turn, P], Awaitable[Reply | str]]:
    """Hand a step its campaign; where it was closed meanwhile, its card says so instead."""

    async def answered(turn: Turn, /, *args: P.args, **kwargs: P.kwargs) -> Reply | str:
        campaign = await turn.stores.campaigns.get(turn.form(Signing).campaign)
        if campaign is not None and campaign.status == "open":
            return await answer(turn, campaign, *args, **kwargs)
        return turn.cancel()

    return answered


def keep(turn: Turn) -> tuple[Choice, ...]:
    """Somebody who came back from the review may leave the answer as it was."""
    return choices("keep") if turn.step in turn.form(Signing).answers else ()


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
    turn.form(Signing).answers["name"] = name
    return "review"


async def hear_name(turn: Turn, text: Text) -> Outcome:
    name = clean(text.plain)
    if not has_letters(name):
        turn.note("name-without-letters")
    elif len(name) > NAME:
        turn.note("name-too-long", length=len(name), most=NAME)
    else:
        turn.form(Signing).answers["name"] = name
        return "review"
    return None


@while_open
async def leave_out(turn: Turn, campaign: Campaign, *, question: Question) -> Reply | str:
    """Stay anonymous, or skip a question, where the campaign allows it."""
    if asked(campaign).get(question) == "required":
        return question
    turn.form(Signing).answers[question] = ""
    return "review"


@while_open
async def ask_country(turn: Turn, campaign: Campaign) -> Reply | str:
    """Ask for the country: the likely ones to tap, any other to be typed."""
    return _offer("country-ask", country.likely(turn), turn, campaign)


def _offer(message: str, codes: list[str], turn: Turn, campaign: Campaign) -> Reply:
    offered = [Choice(code, country.label(code)) for code in codes]
    skip = choices("skip") if campaign.asks.country == "optional" else ()
    return Reply(message, choices=(*offered, *skip, *keep(turn)), passing=campaign.high_risk)


async def pick_country(turn: Turn, tap: Tap) -> Outcome:
    """Take the country that was tapped (ISO 3166-1 alpha-2, and XK).

    An unknown one is answered as any unknown button, and the country is asked again.
    """
    if tap.choice not in countries.codes():
        turn.note("button-unknown")
        return None
    turn.form(Signing).answers["country"] = tap.choice
    return "review"


@while_open
async def hear_country(turn: Turn, campaign: Campaign, text: Text) -> Reply | str:
    """Take the country that was typed, in any of the known languages.

    Where it is not clear which is meant, the nearest are offered; where none is near, it is asked
    again.
    """
    locales = tuple(turn.languages.known)
    if code := countries.find(text.plain, locales):
        turn.form(Signing).answers["country"] = code
        return "review"
    if maybe := countries.near(text.plain, locales):
        return _offer("country-which", maybe, turn, campaign)
    turn.note("country-unknown", text=clean(text.plain)[:40])
    return "country"


@while_open
async def ask_email(turn: Turn, campaign: Campaign) -> Reply | str:
    how = campaign.asks.email
    return Reply(
        "email-ask",
        {"responsible": campaign.responsible, "asked": how},
        choices=(*(choices("skip") if how == "optional" else ()), *keep(turn)),
    )


async def hear_email(turn: Turn, text: Text) -> Outcome:
    try:
        address = validate_email(clean(text.plain)[:255], check_deliverability=False)
    except EmailNotValidError:
        turn.note("email-invalid")
        return None
    turn.form(Signing).answers["email"] = address.normalized
    return "review"


@while_open
async def ask_comment(turn: Turn, campaign: Campaign) -> Reply | str:
    how = campaign.asks.comment
    return Reply(
        "comment-ask",
        {"responsible": campaign.responsible, "asked": how, "most": COMMENT},
        choices=(*(choices("skip") if how == "optional" else ()), *keep(turn)),
    )


async def hear_comment(turn: Turn, text: Text) -> Outcome:
    comment = clean(text.plain, lines=True)
    if not comment:
        turn.note("comment-empty")
    elif len(comment) > COMMENT:
        turn.note("comment-too-long", length=len(comment), most=COMMENT)
    else:
        turn.form(Signing).answers["comment"] = comment
        return "review"
    return None


@while_open
async def review(turn: Turn, campaign: Campaign) -> Reply | str:
    """All answers on one screen; before that, whatever has not been answered yet."""
    form = turn.form(Signing)
    if form.agreed is None:
        return "consent"
    if missing := _unanswered(form, campaign):
        return missing[0]
    edits = [f"edit-{question}" for question in asked(campaign)]
    return Reply(
        "review",
        {
            "title": campaign.alert(turn.locale).title,
            "lines": tuple(_line(each, form.answers[each]) for each in asked(campaign)),
        },
        choices=(*choices("confirm", *edits), *choices("cancel", placement="apart")),
        passing=campaign.high_risk,
    )


def _unanswered(form: Signing, campaign: Campaign) -> list[Question]:
    """What is still to be asked; also what was left out before organizers came to require it."""
    return [
        question
        for question, how in asked(campaign).items()
        if not form.answers.get(question) and (how == "required" or question not in form.answers)
    ]


def _line(question: Question, answer: str) -> Words:
    if not answer:
        return Words(f"review-{question}-none")
    value: Value = Country(answer) if question == "country" else answer
    return Words(f"review-{question}", {question: value})


@while_open
async def confirm(turn: Turn, campaign: Campaign) -> Reply | str:
    """Store the signature. The answers are dropped as soon as they are sealed."""
    given = consent.given(turn, campaign)
    form = turn.form(Signing)
    if given is None:
        form.agreed = None
        turn.note("consent-changed")
        return "consent"
    if _unanswered(form, campaign):
        return "review"
    draft = Draft(**{each: form.answers[each] for each in asked(campaign)})
    came = arrival.recall(turn, campaign)
    arrival.settle(turn, campaign)
    turn.leave()
    turn.about = About(campaign.handle)
    try:
        signed = await turn.stores.signatures.sign(campaign, turn.person, draft, given, came)
    except CampaignClosed:
        return "alert"
    return "signed" if signed.new else thanks.again(turn, campaign, signed.signature)


async def cancel(turn: Turn) -> str:
    """Leave the form: nothing that was answered is kept."""
    turn.note("cancelled")
    return turn.cancel()


def _question(
    name: Question,
    ask: Asking,
    leave_out_by: str,
    answers: Mapping[str, Answering | str],
    on_text: Callable[[Turn, Text], Awaitable[Outcome]],
    on_choice: Callable[[Turn, Tap], Awaitable[Outcome]] | None = None,
) -> Step:
    """The step that asks it; from the review, `keep` goes back there with the answer as it was."""
    skip = partial(leave_out, question=name)
    return Step(
        name,
        ask,
        {leave_out_by: skip, "keep": "review", **answers},
        on_text=on_text,
        on_choice=on_choice,
        form=Signing,
    )


STEPS = (
    _question("name", ask_name, "anonymous", {"profile": take_profile_name}, hear_name),
    _question("country", ask_country, "skip", {}, hear_country, pick_country),
    _question("email", ask_email, "skip", {}, hear_email),
    _question("comment", ask_comment, "skip", {}, hear_comment),
    Step(
        "review",
        review,
        {
            "confirm": confirm,
            "cancel": cancel,
            "edit-name": "name",
            "edit-country": "country",
            "edit-email": "email",
            "edit-comment": "comment",
        },
        form=Signing,
    ),
)
