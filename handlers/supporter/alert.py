"""What a supporter reads: the list of campaigns, the alert's card, its pages."""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from handlers.dialogue.messages import (
    About,
    Bar,
    Choice,
    Command,
    Country,
    Language,
    Link,
    Reply,
    Tap,
    Value,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain import invites
from handlers.domain.campaigns import Alert, Campaign, Status
from handlers.domain.milestones import next_milestone, of_campaign
from handlers.domain.statistics import Totals
from handlers.supporter import arrival, high_risk
from handlers.supporter import country as countries
from handlers.supporter.signing import Signing

PAGE = 700
"""The most characters on a page: about what a phone shows without scrolling."""


CARDS: Mapping[Status, tuple[str, tuple[str, ...]]] = {
    "draft": ("alert", ("sign", "share", "read")),
    "open": ("alert", ("sign", "share", "read")),
    "paused": ("alert-paused", ("updates", "read", "campaigns")),
    "closed": ("alert-closed", ("read", "campaigns")),
}
"""The card's message and choices. A draft is seen by its organizers only, as it will be."""


@dataclass(frozen=True, slots=True)
class OfPage(About):
    """A page of the alert, counted from 1; one that there is not stands for the nearest."""

    page: int = 1


@dataclass(frozen=True, slots=True)
class OfLink(About):
    """A link that makes an organizer."""

    token: str = ""


async def home(turn: Turn) -> Reply | str:
    """The campaign that was meant, the only open one, or the list of them.

    The list names none that is at high risk, whoever reads it: they may have signed it.
    """
    if turn.about.campaign and await turn.campaign():
        return "alert"
    found = await turn.stores.campaigns.open()
    if not found:
        return Reply("no-campaigns")
    unnamed = any(each.high_risk for each in found)
    if len(found) == 1 and not unnamed:
        turn.about = About(found[0].slug)
        return "alert"
    turn.about = About()
    return Reply(
        "campaigns",
        {"count": len(found), "unnamed": Words("unnamed-mark") if unnamed else ""},
        choices=tuple(
            Choice.of("campaign", each.handle, _listed(each, turn.locale)) for each in found
        ),
    )


def _listed(campaign: Campaign, locale: str) -> Words:
    title = high_risk.title(campaign, locale)
    return Words("campaign-urgent" if campaign.urgent else "campaign-listed", {"title": title})


async def pick(turn: Turn, tap: Tap) -> str | None:
    """To the alert of the campaign that was tapped in the list.

    An unknown one is answered as any unknown button, and the list is shown again.
    """
    if not await turn.stores.campaigns.get(tap.value):
        turn.note("button-unknown")
        return None
    turn.about = About(tap.value)
    return "alert"


async def start(turn: Turn, command: Command) -> str:
    """`/start`, with what an invite link carried. Somebody in the middle of a form goes on."""
    payload = command.argument.strip()
    if token := invites.organizer_token(payload):
        turn.about = OfLink(token=token)
        return "join"
    slug = invites.slug_of(payload)
    campaign = await turn.stores.campaigns.get(slug) if slug else None
    if payload and campaign is None:
        turn.note("invite-unknown")
    if campaign is not None and campaign.running:
        arrival.remember(turn, campaign, payload)
    if turn.step and (campaign is None or campaign.handle == turn.form(Signing).campaign):
        turn.note("welcome-back")
        return turn.step
    if not speaks_own_language(turn):
        turn.note("language-unsupported", language=Language(turn.locale))
    turn.about = About(campaign.handle if campaign else "")
    return "home"


def speaks_own_language(turn: Turn) -> bool:
    """Whether this conversation is in the language of the person's client, or a chosen one."""
    client = turn.person.language.lower().replace("_", "-").split("-")[0]
    return not client or turn.locale.split("-")[0] == client or bool(turn.lasting.language)


async def card(turn: Turn) -> Reply | str:
    """The alert in brief: what happens, how many have signed, how far to the next milestone."""
    campaign = await turn.campaign()
    if campaign is None:
        turn.about = About()
        return "home"
    turn.about = About(campaign.handle)
    arrival.reach(turn, campaign, "seen")
    own = campaign.alert(turn.locale).locale
    if own != turn.locale:
        turn.note("alert-other-language", language=Language(own))
    country = await countries.of(turn, campaign)
    return shown(
        campaign, turn.locale, await turn.stores.campaigns.totals(campaign, country), country
    )


def shown(campaign: Campaign, locale: str, totals: Totals, country: str) -> Reply:
    """The card, as a reader of that locale in that country sees it."""
    alert = campaign.alert(locale)
    args: dict[str, Value] = {
        "sample": Words("sample-mark") if campaign.sample else "",
        "rubric": alert.rubric,
        "date": campaign.date,
        "title": alert.title,
        "summary": alert.summary,
        "ask": alert.ask,
        "credit": credit(alert),
        "total": totals.world,
        "share": campaign.rounded(totals.country),
        "country": Country(country),
        "urgent": Words("urgent-mark") if campaign.urgent else "",
        "milestone": (goal := next_milestone(totals.world, of_campaign(campaign.milestones))),
        "bar": Bar(totals.world / goal),
        "high_risk": Words("high-risk-mark") if campaign.high_risk else "",
    }
    message, offered = CARDS[campaign.status]
    return Reply(
        message,
        args,
        choices=choices(*offered, *(["hide"] if campaign.high_risk else [])),
        picture=campaign.picture,
        picture_text=alert.picture_text,
        passing=campaign.high_risk,
    )


def credit(alert: Alert) -> Value:
    """The picture's credit, where there is one."""
    return Words("picture-credit", {"credit": alert.credit}) if alert.credit else ""


async def read(turn: Turn) -> Reply | str:
    """One page of the alert."""
    campaign = await turn.campaign()
    if campaign is None:
        turn.about = About()
        return "home"
    arrival.reach(turn, campaign, "read")
    own = campaign.alert(turn.locale).locale
    if own != turn.locale:
        turn.note("alert-other-language", language=Language(own))
    page, reply = leaf(campaign, turn.locale, OfPage.of(turn.about).page)
    turn.about = OfPage(campaign.handle, page)
    return reply


def leaf(campaign: Campaign, locale: str, number: int) -> tuple[int, Reply]:
    """A page of the alert as a reader of that locale sees it, and which one it is.

    `number` counts from 1; one that there is not stands for the nearest.
    """
    alert = campaign.alert(locale)
    pages = paginate(alert)
    page = min(max(number, 1), len(pages))
    heading, text = pages[page - 1]
    last = page == len(pages)
    around = [each for each, there in (("next", not last), ("previous", page > 1)) if there]
    sign = ["sign"] if campaign.status in ("draft", "open") else []
    # On the last page signing takes the place of turning on.
    ways = [*sign, *around] if last else [*around, *sign]
    return page, Reply(
        "read",
        {
            "heading": heading,
            "text": text,
            "page": page,
            "pages": len(pages),
            "credit": credit(alert),
        },
        choices=choices(*ways, "card"),
        links=tuple(Link(each.title, each.url) for each in alert.links) if last else (),
        picture=campaign.picture,
        picture_text=alert.picture_text,
        passing=campaign.high_risk,
    )


def paginate(alert: Alert) -> list[tuple[str, str]]:
    """The alert's sections as pages of (heading, text), cut between paragraphs or sentences."""
    pages: list[tuple[str, str]] = []
    for section in alert.sections:
        text = ""
        for piece in _pieces(section.text):
            if text and len(text) + len(piece) > PAGE:
                pages.append((section.heading, text.strip()))
                text = ""
            text += piece
        if text.strip():
            pages.append((section.heading, text.strip()))
    return pages or [(alert.title, alert.summary)]


def _pieces(text: str) -> list[str]:
    """Paragraphs, and where one is longer than a page its sentences, its words, its letters."""
    pieces: list[str] = []
    for paragraph in re.split(r"(?<=\n)\n+", text.strip() + "\n"):
        if len(paragraph) <= PAGE:
            pieces.append(paragraph + "\n")
            continue
        for sentence in re.split(r"(?<=[.!?…؟。])\s+", paragraph.strip()):
            pieces += textwrap.wrap(
                sentence, PAGE, replace_whitespace=False, break_on_hyphens=False
            )
            pieces[-1] += " "
        pieces[-1] = pieces[-1].rstrip() + "\n\n"
    return pieces


async def turn_page(turn: Turn, *, by: int) -> str:
    """To the page that is so many further on: `by` is 1 or -1. `about` becomes that page's."""
    about = OfPage.of(turn.about)
    turn.about = OfPage(about.campaign, max(1, about.page + by))
    return "read"


async def to_signing(turn: Turn) -> str:
    """From a card or a page to the form, or to where a signer is told that they are counted.

    At high risk the way is the same for everybody: who has signed is told where they ask.
    """
    campaign = await turn.campaign()
    if campaign is None or not campaign.running:
        return "alert"
    if not campaign.high_risk and await turn.stores.signatures.find(campaign, turn.person):
        return "already"
    if campaign.status != "open":
        return "alert"
    if turn.form(Signing).campaign != campaign.handle:
        turn.leave()
        turn.form(Signing).campaign = campaign.handle
    return "review" if turn.form(Signing).agreed else "consent"


async def to_list(turn: Turn) -> str:
    turn.about = About()
    return "home"


STEPS = (
    Step("home", home, on_choice=pick),
    Step(
        "alert",
        card,
        {
            "sign": to_signing,
            "share": "apps",
            "read": "read",
            "updates": "updates-ask",
            "campaigns": to_list,
            "hide": "hide",
        },
    ),
    Step(
        "read",
        read,
        {
            "sign": to_signing,
            "next": partial(turn_page, by=1),
            "previous": partial(turn_page, by=-1),
            "card": "alert",
        },
        about=OfPage,
    ),
)
