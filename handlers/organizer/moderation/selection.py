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
from functools import partial
from typing import Any

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
from handlers.organizer.access import Acting, answers, asks
from handlers.organizer.moderation.piles import DAY, LINKS, SOURCES, steps_of
from handlers.organizer.navigation import back
from handlers.organizer.sheet import Sheet
from handlers.supporter import country

# Choosing.


def chosen(turn: Turn) -> dict[str, Any]:
    """What was chosen up to now, as the session keeps it."""
    return dict(turn.form(Sheet).answers.get("sift", {}))


def selection_of(turn: Turn) -> Selection:
    kept = chosen(turn)
    since, until = kept.get("since"), kept.get("until")
    return Selection(
        held=kept.get("held", ""),
        country=kept.get("country", ""),
        locale=kept.get("locale", ""),
        source=kept.get("source", ""),
        partner=kept.get("partner", ""),
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(until) if until else None,
        newest=kept.get("newest"),
    )


def _choose(turn: Turn, **changes: str) -> str:
    turn.form(Sheet).answers["sift"] = chosen(turn) | changes
    return "sift"


async def lines_of(turn: Turn, acting: Acting, selection: Selection) -> tuple[Words, ...]:
    """What was chosen, in words."""
    lines = [Words(f"sifted-{selection.held}" if selection.held else "sifted-new")]
    if selection.country:
        lines.append(Words("sifted-country", {"country": Country(selection.country)}))
    if selection.locale:
        lines.append(Words("sifted-language", {"language": Language(selection.locale)}))
    if selection.partner:
        links = await turn.stores.organizing.moderation.named_links(acting.campaign)
        label = links.get(selection.partner, selection.partner)
        lines.append(Words("sifted-link", {"link": label}))
    elif selection.source:
        lines.append(Words("sifted-source", {"source": Words(f"came-{selection.source}")}))
    if selection.since and selection.until:
        days = {"since": selection.since, "until": selection.until}
        one = selection.since == selection.until
        lines.append(Words("sifted-day" if one else "sifted-days", days))
    return tuple(lines)


async def found_by(turn: Turn, acting: Acting, selection: Selection) -> Found:
    return await turn.stores.organizing.moderation.count(acting.campaign, selection)


def too_few(campaign: Campaign, selection: Selection, found: Found) -> bool:
    """Whether it is so small a part that it could point at people."""
    return selection.narrowed and found.amount < campaign.fewest


@asks("organizer", form=True)
async def sift(turn: Turn, acting: Acting) -> Reply:
    """Which signatures: what was chosen, how many they are, and what can be done with them."""
    selection = replace(selection_of(turn), newest=None)
    found = await found_by(turn, acting, selection)
    few = too_few(acting.campaign, selection, found)
    doing = ("release", "remove") if selection.held else ("hold",)
    lines = await lines_of(turn, acting, selection)
    told: dict[str, Value] = (
        {"lines": lines, "fewest": acting.campaign.fewest}
        if few
        else numbers_of(acting.campaign, selection, found, lines)
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
            *([steps_of(campaign)] if selection.narrowed else []),
        ),
    }


@answers("organizer", form=True)
async def widen(turn: Turn, acting: Acting) -> None:
    """All of them again."""
    turn.form(Sheet).answers["sift"] = {k: v for k, v in chosen(turn).items() if k == "held"}


@answers("organizer", form=True)
async def leave(turn: Turn, acting: Acting) -> str:
    turn.leave()
    turn.about = About(acting.campaign.slug)
    return "held"


@asks("organizer", form=True)
async def ask_country(turn: Turn, acting: Acting) -> Reply:
    return _ask_country(country.likely(turn))


def _ask_country(codes: Sequence[str]) -> Reply:
    offered = (Choice(code, country.label(code)) for code in codes)
    return Reply("sift-country", choices=(*offered, back("back")))


@answers("organizer", form=True)
async def pick_country(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    if tap.choice not in countries.codes():
        turn.note("button-unknown")
        return None
    return _choose(turn, country=tap.choice)


@answers("organizer", form=True)
async def hear_country(turn: Turn, acting: Acting, text: Text) -> Reply | str:
    tags = tuple(turn.languages.known)
    if code := countries.find(text.plain, tags):
        return _choose(turn, country=code)
    turn.note("country-unknown", text=" ".join(text.plain.split())[:40])
    return _ask_country(countries.near(text.plain, tags) or country.likely(turn))


@asks("organizer", form=True)
async def ask_language(turn: Turn, acting: Acting) -> Reply:
    offered = (
        Choice(tag, Words("sift-language-choice", {"language": Language(tag)}))
        for tag in turn.languages.known
    )
    return Reply("sift-language", choices=(*offered, back("back")))


@answers("organizer", form=True)
async def pick_language(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    if tap.choice not in turn.languages.known:
        turn.note("button-unknown")
        return None
    return _choose(turn, locale=tap.choice)


@asks("organizer", form=True)
async def ask_link(turn: Turn, acting: Acting) -> Reply:
    """How they came: where a link was, or which of the named ones. No code has an underscore."""
    links = await turn.stores.organizing.moderation.named_links(acting.campaign)
    return Reply(
        "sift-link",
        choices=(
            *(Choice(source, Words(f"came-{source}")) for source in SOURCES),
            *(
                Choice(f"o_{code}", Words("sift-link-choice", {"link": label}))
                for code, label in list(links.items())[:LINKS]
            ),
            back("back"),
        ),
    )


@answers("organizer", form=True)
async def pick_link(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    code = tap.choice.removeprefix("o_")
    if code != tap.choice:
        if code in await turn.stores.organizing.moderation.named_links(acting.campaign):
            return _choose(turn, source="origin", partner=code)
    elif tap.choice in SOURCES:
        return _choose(turn, source=tap.choice, partner="")
    turn.note("button-unknown")
    return None


@asks("organizer", form=True)
async def ask_days(turn: Turn, acting: Acting) -> Reply:
    return Reply("sift-days", choices=(*choices("today", "yesterday", "week"), back("back")))


@answers("organizer", form=True)
async def pick_days(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    today = turn.now.date()
    spans = {"today": (0, 0), "yesterday": (1, 1), "week": (6, 0)}
    if tap.choice not in spans:
        turn.note("button-unknown")
        return None
    first, last = spans[tap.choice]
    return _days(turn, today - timedelta(days=first), today - timedelta(days=last))


@answers("organizer", form=True)
async def hear_days(turn: Turn, acting: Acting, text: Text) -> str | None:
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
    """Raises ValueError for the 31st of February."""
    year, month, day = (found[name] or found[f"{name}2"] for name in "ymd")
    return date(int(year), int(month), int(day))


def _days(turn: Turn, since: date, until: date) -> str:
    return _choose(turn, since=since.isoformat(), until=until.isoformat())


@answers("organizer", form=True)
async def do(turn: Turn, acting: Acting, *, doing: str) -> str | None:
    """Hold or release them, once it was confirmed."""
    holds = not selection_of(turn).held
    if (doing == "hold") != holds:
        return None
    turn.form(Sheet).answers["doing"] = doing
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
        form=Sheet,
        resume="choice-continue-organizing",
    )


STEPS = (
    form(
        "sift",
        sift,
        {
            "hold": partial(do, doing="hold"),
            "release": partial(do, doing="release"),
            "remove": "sift-why",
            "sift-country": "sift-country",
            "sift-language": "sift-language",
            "sift-link": "sift-link",
            "sift-days": "sift-days",
            "sift-all": widen,
            "sift-leave": leave,
        },
    ),
    form(
        "sift-country", ask_country, {"back": "sift"}, on_choice=pick_country, on_text=hear_country
    ),
    form("sift-language", ask_language, {"back": "sift"}, on_choice=pick_language),
    form("sift-link", ask_link, {"back": "sift"}, on_choice=pick_link),
    form("sift-days", ask_days, {"back": "sift"}, on_choice=pick_days, on_text=hear_days),
)
