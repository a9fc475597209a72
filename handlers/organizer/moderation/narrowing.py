"""Narrowing a selection down: to a country, a language, a way, or days."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from handlers.dialogue.messages import Choice, Language, Reply, Tap, Text, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain import countries
from handlers.domain.invites import Source
from handlers.organizer.access import CAMPAIGN_FORM, CampaignAccess, requires
from handlers.organizer.moderation.piles import SelectionForm
from handlers.organizer.moderation.selection import choose, chosen
from handlers.organizer.navigation import back
from handlers.supporter import country

SOURCES: tuple[Source, ...] = get_args(Source)

LINKS = 20
"""Named links that are offered."""

DAY = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>\d{4})"
)
"""A day as ISO 8601 writes it, or the day first."""


@requires("organizer", CAMPAIGN_FORM)
async def ask_country(turn: Turn, access: CampaignAccess) -> Reply:
    """Which country."""
    return _ask_country(country.likely(turn))


def _ask_country(codes: Sequence[str]) -> Reply:
    offered = (Choice(code, country.label(code)) for code in codes)
    return Reply("sift-country", choices=(*offered, back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def pick_country(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """A country that was tapped."""
    if tap.choice not in countries.codes():
        turn.note("button-unknown")
        return None
    return choose(turn, replace(chosen(turn), country=tap.choice))


@requires("organizer", CAMPAIGN_FORM)
async def hear_country(turn: Turn, access: CampaignAccess, text: Text) -> Reply | str:
    """A country that was typed."""
    tags = tuple(turn.languages.known)
    if code := countries.find(text.plain, tags):
        return choose(turn, replace(chosen(turn), country=code))
    turn.note("country-unknown", text=" ".join(text.plain.split())[:40])
    return _ask_country(countries.near(text.plain, tags) or country.likely(turn))


@requires("organizer", CAMPAIGN_FORM)
async def ask_language(turn: Turn, access: CampaignAccess) -> Reply:
    """Which language people signed in."""
    offered = (
        Choice(tag, Words("sift-language-choice", {"language": Language(tag)}))
        for tag in turn.languages.known
    )
    return Reply("sift-language", choices=(*offered, back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def pick_language(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """A language that was tapped."""
    if tap.choice not in turn.languages.known:
        turn.note("button-unknown")
        return None
    return choose(turn, replace(chosen(turn), locale=tap.choice))


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
    """Where a link was, or a named one."""
    if tap.name == "o":
        if tap.value in await turn.stores.organizing.moderation.named_links(access.campaign):
            return choose(turn, replace(chosen(turn), source="origin", partner=tap.value))
    elif source := next((each for each in SOURCES if each == tap.choice), None):
        return choose(turn, replace(chosen(turn), source=source, partner=""))
    turn.note("button-unknown")
    return None


@requires("organizer", CAMPAIGN_FORM)
async def ask_days(turn: Turn, access: CampaignAccess) -> Reply:
    """On which days they signed."""
    return Reply("sift-days", choices=(*choices("today", "yesterday", "week"), back("back")))


@requires("organizer", CAMPAIGN_FORM)
async def pick_days(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """Days that were tapped."""
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
    return choose(turn, replace(chosen(turn), since=since, until=until))


STEPS = (
    Step(
        "sift-country",
        ask_country,
        {"back": "sift"},
        on_choice=pick_country,
        on_text=hear_country,
        form=SelectionForm,
    ),
    Step(
        "sift-language", ask_language, {"back": "sift"}, on_choice=pick_language, form=SelectionForm
    ),
    Step("sift-link", ask_link, {"back": "sift"}, on_choice=pick_link, form=SelectionForm),
    Step(
        "sift-days",
        ask_days,
        {"back": "sift"},
        on_choice=pick_days,
        on_text=hear_days,
        form=SelectionForm,
    ),
)
