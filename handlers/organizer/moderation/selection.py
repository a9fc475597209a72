"""Signatures held for review: what is held, picking out more, releasing and removing them.

Always many at a time, chosen by what is no person's alone: a country, a language, a way, days. How
many that would be is shown before anything is done: all of them exactly, a part of them in whole
tens. Below ten nothing is done to a part, nor told whether there is anybody: who knows where
somebody lives, and when they would have signed, could otherwise ask whether they did.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.dialogue.messages import (
    About,
    Choice,
    Country,
    Language,
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
from handlers.domain.moderation import Found, Selection
from handlers.organizer.access import CAMPAIGN_FORM, CampaignAccess, requires
from handlers.organizer.forms import RESUME, leave
from handlers.organizer.moderation.piles import DAY, LINKS, SOURCES, Act, SelectionForm
from handlers.organizer.navigation import back
from handlers.organizer.rounding import in_steps
from handlers.supporter import country

# Choosing.


def chosen(turn: Turn) -> Selection:
    """What was chosen up to now, among all that there are by now."""
    return replace(turn.form(SelectionForm).selection, newest=None)


def _choose(turn: Turn, selection: Selection) -> str:
    turn.form(SelectionForm).selection = selection
    return "sift"


async def lines_of(turn: Turn, access: CampaignAccess, selection: Selection) -> tuple[Words, ...]:
    """What was chosen, in words."""
    lines = [Words(f"sifted-{selection.held}" if selection.held else "sifted-new")]
    if selection.country:
        lines.append(Words("sifted-country", {"country": Country(selection.country)}))
    if selection.locale:
        lines.append(Words("sifted-language", {"language": Language(selection.locale)}))
    if selection.partner:
        links = await turn.stores.organizing.moderation.named_links(access.campaign)
        label = links.get(selection.partner, selection.partner)
        lines.append(Words("sifted-link", {"link": label}))
    elif selection.source:
        lines.append(Words("sifted-source", {"source": Words(f"came-{selection.source}")}))
    if selection.since and selection.until:
        days = {"since": selection.since, "until": selection.until}
        one = selection.since == selection.until
        lines.append(Words("sifted-day" if one else "sifted-days", days))
    return tuple(lines)


async def found_by(turn: Turn, access: CampaignAccess, selection: Selection) -> Found:
    return await turn.stores.organizing.moderation.count(access.campaign, selection)


def too_few(campaign: Campaign, selection: Selection, found: Found) -> bool:
    """Whether it is so small a part that it could point at people."""
    return selection.narrowed and found.amount < campaign.fewest


@requires("organizer", CAMPAIGN_FORM)
async def sift(turn: Turn, access: CampaignAccess) -> Reply:
    """Which signatures: what was chosen, how many they are, and what can be done with them."""
    selection = chosen(turn)
    found = await found_by(turn, access, selection)
    few = too_few(access.campaign, selection, found)
    doing = ("release", "remove") if selection.held else ("hold",)
    lines = await lines_of(turn, access, selection)
    told: dict[str, Value] = (
        {"lines": lines, "fewest": access.campaign.fewest}
        if few
        else numbers_of(access.campaign, selection, found, lines)
    )
    return Reply(
        "sift-few" if few else "sift",
        told,
        choices=(
            *(Choice(each, alone=True) for each in (doing if found.amount and not few else ())),
            *choices("sift-country", "sift-language", "sift-link", "sift-days"),
            *(choices("sift-all") if selection.narrowed else ()),
            Choice("sift-leave", alone=True),
        ),
    )


def numbers_of(
    campaign: Campaign,
    selection: Selection,
    found: Found,
    lines: tuple[Words, ...],
    counted_as: str = "sifted-counted",
) -> dict[str, Value]:
    """What was chosen, how many that is, and how many of them count already."""
    counted = campaign.rounded(found.counted) if selection.narrowed else found.counted
    return {
        "lines": lines,
        "count": selection.told(campaign, found.amount),
        "counted": (
            *([Words(counted_as, {"count": counted})] if counted else []),
            *([in_steps(campaign)] if selection.narrowed else []),
        ),
    }


@requires("organizer", CAMPAIGN_FORM)
async def widen(turn: Turn, access: CampaignAccess) -> str:
    """All of them again."""
    return _choose(turn, Selection(chosen(turn).held))


@requires("organizer", CAMPAIGN_FORM)
async def stop(turn: Turn, access: CampaignAccess) -> str:
    """Leave them as they are."""
    return leave(turn, About(access.campaign.slug), "held")


@requires("organizer", CAMPAIGN_FORM)
async def ask_country(turn: Turn, access: CampaignAccess) -> Reply:
    return _ask_country(country.likely(turn))


def _ask_country(codes: Sequence[str]) -> Reply:
    offered = (Choice(code, country.label(code)) for code in codes)
    return Reply("sift-country", choices=(*offered, back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def pick_country(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    if tap.choice not in countries.codes():
        turn.note("button-unknown")
        return None
    return _choose(turn, replace(chosen(turn), country=tap.choice))


@requires("organizer", CAMPAIGN_FORM)
async def hear_country(turn: Turn, access: CampaignAccess, text: Text) -> Reply | str:
    tags = tuple(turn.languages.known)
    if code := countries.find(text.plain, tags):
        return _choose(turn, replace(chosen(turn), country=code))
    turn.note("country-unknown", text=" ".join(text.plain.split())[:40])
    return _ask_country(countries.near(text.plain, tags) or country.likely(turn))


@requires("organizer", CAMPAIGN_FORM)
async def ask_language(turn: Turn, access: CampaignAccess) -> Reply:
    offered = (
        Choice(tag, Words("sift-language-choice", {"language": Language(tag)}))
        for tag in turn.languages.known
    )
    return Reply("sift-language", choices=(*offered, back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def pick_language(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    if tap.choice not in turn.languages.known:
        turn.note("button-unknown")
        return None
    return _choose(turn, replace(chosen(turn), locale=tap.choice))


@requires("organizer", CAMPAIGN_FORM)
async def ask_link(turn: Turn, access: CampaignAccess) -> Reply:
    """How they came: where a link was, or which of the named ones. No code has an underscore."""
    links = await turn.stores.organizing.moderation.named_links(access.campaign)
    return Reply(
        "sift-link",
        choices=(
            *(Choice(source, Words(f"came-{source}")) for source in SOURCES),
            *(
                Choice.of("o", code, Words("sift-link-choice", {"link": label}))
                for code, label in list(links.items())[:LINKS]
            ),
            back("back"),
        ),
    )


@requires("organizer", CAMPAIGN_FORM)
async def pick_link(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    if tap.name == "o":
        if tap.value in await turn.stores.organizing.moderation.named_links(access.campaign):
            return _choose(turn, replace(chosen(turn), source="origin", partner=tap.value))
    elif source := next((each for each in SOURCES if each == tap.choice), None):
        return _choose(turn, replace(chosen(turn), source=source, partner=""))
    turn.note("button-unknown")
    return None


@requires("organizer", CAMPAIGN_FORM)
async def ask_days(turn: Turn, access: CampaignAccess) -> Reply:
    return Reply("sift-days", choices=(*choices("today", "yesterday", "week"), back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def pick_days(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    today = turn.now.date()
    spans = {"today": (0, 0), "yesterday": (1, 1), "week": (6, 0)}
    if tap.choice not in spans:
        turn.note("button-unknown")
        return None
    first, last = spans[tap.choice]
    return _days(turn, today - timedelta(days=first), today - timedelta(days=last))


@requires("organizer", CAMPAIGN_FORM)
async def hear_days(turn: Turn, access: CampaignAccess, text: Text) -> str | None:
    """A day, or the first and the last one."""
    try:
        days = sorted(_day(found) for found in DAY.finditer(text.plain[:80]))
    except ValueError:
        days = []
    if not 1 <= len(days) <= 2:
        turn.note("sift-days-unclear")
        return None
    return _days(turn, days[0], days[-1])


def _day(found: re.Match[str]) -> date:
    """The day that was typed.

    Raises:
        ValueError: There is no such day, as the 31st of February.
    """
    year, month, day = (found[name] or found[f"{name}2"] for name in "ymd")
    return date(int(year), int(month), int(day))


def _days(turn: Turn, since: date, until: date) -> str:
    return _choose(turn, replace(chosen(turn), since=since, until=until))


@requires("organizer", CAMPAIGN_FORM)
async def hold(turn: Turn, access: CampaignAccess) -> str | None:
    """Hold them, once it was confirmed."""
    return None if chosen(turn).held else _ask_whether(turn, "hold")


@requires("organizer", CAMPAIGN_FORM)
async def release(turn: Turn, access: CampaignAccess) -> str | None:
    """Release them, once it was confirmed."""
    return _ask_whether(turn, "release") if chosen(turn).held else None


def _ask_whether(turn: Turn, act: Act) -> str:
    turn.form(SelectionForm).act = act
    return "sift-sure"


def form(
    name: str,
    ask: Asking,
    answered: Mapping[str, Answering | str],
    *,
    on_choice: Callable[[Turn, Tap], Awaitable[Outcome]] | None = None,
    on_text: Callable[[Turn, Text], Awaitable[Outcome]] | None = None,
) -> Step:
    return Step(
        name,
        ask,
        answered,
        on_choice=on_choice,
        on_text=on_text,
        form=SelectionForm,
        resume=RESUME,
    )


STEPS = (
    form(
        "sift",
        sift,
        {
            "hold": hold,
            "release": release,
            "remove": "sift-why",
            "sift-country": "sift-country",
            "sift-language": "sift-language",
            "sift-link": "sift-link",
            "sift-days": "sift-days",
            "sift-all": widen,
            "sift-leave": stop,
        },
    ),
    form(
        "sift-country", ask_country, {"back": "sift"}, on_choice=pick_country, on_text=hear_country
    ),
    form("sift-language", ask_language, {"back": "sift"}, on_choice=pick_language),
    form("sift-link", ask_link, {"back": "sift"}, on_choice=pick_link),
    form("sift-days", ask_days, {"back": "sift"}, on_choice=pick_days, on_text=hear_days),
)
