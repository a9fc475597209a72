"""Signatures held for review: what is held, picking out more, releasing and removing them.

Always many at a time, chosen by what is no person's alone: a country, a language, a way, days. How
many that would be is shown before anything is done: all of them exactly, a part of them in whole
tens. Below ten nothing is done to a part, nor told whether there is anybody: who knows where
somebody lives, and when they would have signed, could otherwise ask whether they did.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from handlers.dialogue.messages import Choice, Country, Language, Reply, Value, Words, choices
from handlers.dialogue.step import Answering, Asking, Step, Turn
from handlers.domain import countries
from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import Found, Selection
from handlers.organizer.access import CAMPAIGN_FORM, CampaignAccess, requires
from handlers.organizer.moderation.piles import DAY, LINKS, SOURCES, steps_of
from handlers.organizer.navigation import back
from handlers.supporter import country

# Choosing.


def chosen(turn: Turn) -> dict[str, Any]:
    """What was chosen up to now, as the session keeps it."""
    return dict(turn.answers.get("sift", {}))


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
    turn.answers["sift"] = chosen(turn) | changes
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
    selection = replace(selection_of(turn), newest=None)
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
            *([steps_of(campaign)] if selection.narrowed else []),
        ),
    }


@requires("organizer", CAMPAIGN_FORM)
async def widen(turn: Turn, access: CampaignAccess) -> None:
    """All of them again."""
    turn.answers["sift"] = {k: v for k, v in chosen(turn).items() if k == "held"}


@requires("organizer", CAMPAIGN_FORM)
async def leave(turn: Turn, access: CampaignAccess) -> str:
    turn.leave()
    turn.about = access.campaign.slug
    return "held"


@requires("organizer", CAMPAIGN_FORM)
async def ask_country(turn: Turn, access: CampaignAccess) -> Reply:
    return _ask_country(country.likely(turn))


def _ask_country(codes: Sequence[str]) -> Reply:
    offered = (Choice(code, country.label(code)) for code in codes)
    return Reply("sift-country", choices=(*offered, back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def pick_country(turn: Turn, access: CampaignAccess) -> str | None:
    if turn.choice not in countries.codes():
        turn.note("button-unknown")
        return None
    return _choose(turn, country=turn.choice)


@requires("organizer", CAMPAIGN_FORM)
async def hear_country(turn: Turn, access: CampaignAccess) -> Reply | str:
    tags = tuple(turn.languages.known)
    if code := countries.find(turn.text, tags):
        return _choose(turn, country=code)
    turn.note("country-unknown", text=" ".join(turn.text.split())[:40])
    return _ask_country(countries.near(turn.text, tags) or country.likely(turn))


@requires("organizer", CAMPAIGN_FORM)
async def ask_language(turn: Turn, access: CampaignAccess) -> Reply:
    offered = (
        Choice(tag, Words("sift-language-choice", {"language": Language(tag)}))
        for tag in turn.languages.known
    )
    return Reply("sift-language", choices=(*offered, back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def pick_language(turn: Turn, access: CampaignAccess) -> str | None:
    if turn.choice not in turn.languages.known:
        turn.note("button-unknown")
        return None
    return _choose(turn, locale=turn.choice)


@requires("organizer", CAMPAIGN_FORM)
async def ask_link(turn: Turn, access: CampaignAccess) -> Reply:
    """How they came: where a link was, or which of the named ones. No code has an underscore."""
    links = await turn.stores.organizing.moderation.named_links(access.campaign)
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


@requires("organizer", CAMPAIGN_FORM)
async def pick_link(turn: Turn, access: CampaignAccess) -> str | None:
    code = turn.choice.removeprefix("o_")
    if code != turn.choice:
        if code in await turn.stores.organizing.moderation.named_links(access.campaign):
            return _choose(turn, source="origin", partner=code)
    elif turn.choice in SOURCES:
        return _choose(turn, source=turn.choice, partner="")
    turn.note("button-unknown")
    return None


@requires("organizer", CAMPAIGN_FORM)
async def ask_days(turn: Turn, access: CampaignAccess) -> Reply:
    return Reply("sift-days", choices=(*choices("today", "yesterday", "week"), back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def pick_days(turn: Turn, access: CampaignAccess) -> str | None:
    today = turn.now.date()
    spans = {"today": (0, 0), "yesterday": (1, 1), "week": (6, 0)}
    if turn.choice not in spans:
        turn.note("button-unknown")
        return None
    first, last = spans[turn.choice]
    return _days(turn, today - timedelta(days=first), today - timedelta(days=last))


@requires("organizer", CAMPAIGN_FORM)
async def hear_days(turn: Turn, access: CampaignAccess) -> str | None:
    """A day, or the first and the last one."""
    try:
        days = sorted(_day(found) for found in DAY.finditer(turn.text[:80]))
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


@requires("organizer", CAMPAIGN_FORM)
async def do(turn: Turn, access: CampaignAccess) -> str | None:
    """Hold or release them, once it was confirmed."""
    holds = not selection_of(turn).held
    if (turn.choice == "hold") != holds:
        return None
    turn.answers["doing"] = turn.choice
    return "sift-sure"


def _organizing(turn: Turn) -> str:
    return str(turn.answers.get("organizing", ""))


def form(
    name: str,
    ask: Asking,
    answered: Mapping[str, Answering | str],
    *,
    picked: Answering | None = None,
    heard: Answering | None = None,
) -> Step:
    return Step(
        name,
        ask,
        answered,
        picked=picked,
        heard=heard,
        about=_organizing,
        resume="choice-continue-organizing",
    )


STEPS = (
    form(
        "sift",
        sift,
        {
            "hold": do,
            "release": do,
            "remove": "sift-why",
            "sift-country": "sift-country",
            "sift-language": "sift-language",
            "sift-link": "sift-link",
            "sift-days": "sift-days",
            "sift-all": widen,
            "sift-leave": leave,
        },
    ),
    form("sift-country", ask_country, {"back": "sift"}, picked=pick_country, heard=hear_country),
    form("sift-language", ask_language, {"back": "sift"}, picked=pick_language),
    form("sift-link", ask_link, {"back": "sift"}, picked=pick_link),
    form("sift-days", ask_days, {"back": "sift"}, picked=pick_days, heard=hear_days),
)
