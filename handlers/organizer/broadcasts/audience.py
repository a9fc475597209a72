"""Whom a broadcast is for, and how many that are."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from handlers.dialogue.messages import (
    Choice,
    Country,
    Language,
    Reply,
    Tap,
    Text,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain import countries
from handlers.domain.broadcasts import Audience
from handlers.organizer.broadcasts import limits
from handlers.organizer.broadcasts.access import RESUME, At, at, stand, to
from handlers.organizer.broadcasts.summary import aimed, reached
from handlers.organizer.broadcasts.summary import countries as in_a_row
from handlers.organizer.datetime_parsing import DayOrMonth, Unclear, day
from handlers.organizer.navigation import back
from handlers.organizer.sheet import OfBroadcast, Sheet
from handlers.organizer.time_zones import local
from handlers.supporter import country

OFFERED = 12
"""Chosen countries with a button each to take them out again."""

SIGNED = {"signed": True, "unsigned": False, "anyone": None}
"""The choices of who has signed."""


@at("organizer", draft=True)
async def audience(turn: Turn, here: At) -> Reply:
    """Whom it is for, and exactly how many in each language."""
    aim = here.broadcast.audience
    readers = await limits.reach(turn, here.broadcast)
    return Reply(
        "audience",
        {
            "aim": aimed(aim, turn.locale),
            "reach": reached(here.broadcast, here.campaign, readers)
            if readers
            else Words("reach-unknown"),
            "total": readers.total if readers else 0,
        },
        choices=(
            *choices(
                "aim-locales",
                "aim-countries",
                "aim-since",
                *(each for each, wish in SIGNED.items() if wish != aim.signed),
            ),
            back("broadcast"),
        ),
    )


async def _aim(turn: Turn, here: At, aim: Audience) -> bool:
    """Aim at these, unless nobody could tell who they are."""
    if aim == here.broadcast.audience:
        return True
    wished = replace(here.broadcast, audience=aim)
    if await limits.reach(turn, wished) is None:
        if await limits.narrow(turn, wished):
            turn.note("audience-narrow", least=limits.MANY)
        else:
            turn.note("audience-unknown")
        return False
    await turn.stores.organizing.broadcasts.aim(here.broadcast, aim)
    await turn.stores.organizing.audit.note(
        "broadcast-aimed", here.organizer, here.campaign, turn.now, number=here.broadcast.id
    )
    return True


@at("organizer", draft=True)
async def signed(turn: Turn, here: At, *, choice: str) -> None:
    await _aim(turn, here, replace(here.broadcast.audience, signed=SIGNED[choice]))


# Languages.


@at("organizer", draft=True)
async def locales(turn: Turn, here: At) -> Reply:
    """Every language that somebody may read, each with its switch."""
    aim = here.broadcast.audience
    readers = await limits.reach(turn, here.broadcast)
    offered = dict.fromkeys([*turn.languages.known, *aim.locales])
    return Reply(
        "aim-locales",
        {
            "aim": aimed(Audience(aim.locales), turn.locale),
            "total": readers.total if readers else 0,
        },
        choices=(
            *(
                Choice(
                    f"l_{each}",
                    Words(
                        "choice-aim-out" if each in aim.locales else "choice-aim-in",
                        {"name": Language(each)},
                    ),
                )
                for each in offered
            ),
            *(choices("every-language") if aim.locales else ()),
            back("audience"),
        ),
    )


@at("organizer", draft=True)
async def pick_locale(turn: Turn, here: At, tap: Tap) -> None:
    aim = here.broadcast.audience
    locale = tap.choice.removeprefix("l_")
    if locale == tap.choice or locale not in {*turn.languages.known, *aim.locales}:
        turn.note("button-unknown")
        return
    await _aim(turn, here, replace(aim, locales=_switched(aim.locales, locale)))


def _switched(chosen: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(each for each in chosen if each != one) if one in chosen else (*chosen, one)


@at("organizer", draft=True)
async def every_language(turn: Turn, here: At) -> str:
    await _aim(turn, here, replace(here.broadcast.audience, locales=()))
    return "audience"


# Countries.


@at("organizer", draft=True)
async def to_countries(turn: Turn, here: At) -> str:
    return stand(turn, here.broadcast, "aim-countries")


@at("organizer", form=True, draft=True)
async def lands(turn: Turn, here: At) -> Reply:
    return await _lands(turn, here, ())


async def _lands(turn: Turn, here: At, meant: tuple[str, ...]) -> Reply:
    """The countries chosen, and those that may have been `meant` by what was typed."""
    chosen = here.broadcast.audience.countries
    readers = await limits.reach(turn, here.broadcast)
    return Reply(
        "aim-countries" if chosen else "aim-countries-all",
        {
            **({"names": in_a_row(chosen, turn.locale)} if chosen else {}),
            "total": readers.total if readers else 0,
        },
        choices=(
            *(Choice(f"c_{each}", country.label(each)) for each in meant if each not in chosen),
            *(
                Choice(f"c_{each}", Words("choice-aim-out", {"name": Country(each)}))
                for each in chosen[-OFFERED:]
            ),
            *(choices("every-country") if chosen else ()),
            back("audience"),
        ),
    )


@at("organizer", form=True, draft=True)
async def pick_land(turn: Turn, here: At, tap: Tap) -> None:
    code = tap.choice.removeprefix("c_")
    if code == tap.choice or code not in countries.codes():
        turn.note("button-unknown")
        return
    aim = here.broadcast.audience
    await _aim(turn, here, replace(aim, countries=_switched(aim.countries, code)))


@at("organizer", form=True, draft=True)
async def hear_lands(turn: Turn, here: At, text: Text) -> Reply | str:
    """Countries as people call them, several in one message where commas part them."""
    known = tuple(turn.languages.known)
    found: list[str] = []
    meant: list[str] = []
    for named in re.split(r"[,;،؛\n]+", text.plain[:1000]):
        if not named.strip():
            continue
        if code := countries.find(named, known):
            found.append(code)
        else:
            turn.note("country-unknown", text=named.strip()[:40])
            meant += countries.near(named, known)
    aim = here.broadcast.audience
    chosen = tuple(dict.fromkeys([*aim.countries, *found]))
    if not await _aim(turn, here, replace(aim, countries=chosen)) or not meant:
        return "aim-countries"
    # It is another revision now, but what is shown of it is known.
    shown = replace(here.broadcast, audience=replace(aim, countries=chosen))
    return await _lands(turn, replace(here, broadcast=shown), tuple(dict.fromkeys(meant)))


@at("organizer", form=True, draft=True)
async def every_country(turn: Turn, here: At) -> str:
    await _aim(turn, here, replace(here.broadcast.audience, countries=()))
    return "aim-countries"


@at("organizer", form=True)
async def to_audience(turn: Turn, here: At) -> str:
    return to(turn, here.broadcast, "audience", leaving=True)


# Since when they have wished for updates.


@at("organizer", draft=True)
async def to_since(turn: Turn, here: At) -> str:
    return stand(turn, here.broadcast, "aim-since")


@at("organizer", form=True, draft=True)
async def since(turn: Turn, here: At) -> Reply:
    chosen = here.broadcast.audience.since
    latest = await _latest(turn, here)
    return Reply(
        "aim-since" if chosen is None else "aim-since-chosen",
        {"since": chosen} if chosen else {},
        choices=(
            *choices("since-week", "since-month"),
            *(
                (Choice("since-latest", Words("choice-since-latest", {"since": latest})),)
                if latest
                else ()
            ),
            *(choices("since-ever") if chosen else ()),
            back("audience"),
        ),
    )


async def _latest(turn: Turn, here: At) -> date | None:
    """The day on which the campaign's last broadcast went out."""
    every = await turn.stores.organizing.broadcasts.of(here.campaign)
    started = [local(each.started_at, here.organizer).date() for each in every if each.started_at]
    return max(started, default=None)


@at("organizer", form=True, draft=True)
async def pick_since(turn: Turn, here: At, *, choice: str) -> str:
    today = local(turn.now, here.organizer).date()
    wishes: dict[str, date | None] = {
        "since-week": today - timedelta(days=7),
        "since-month": today - timedelta(days=30),
        "since-latest": await _latest(turn, here),
        "since-ever": None,
    }
    await _aim(turn, here, replace(here.broadcast.audience, since=wishes[choice]))
    return to(turn, here.broadcast, "audience", leaving=True)


@at("organizer", form=True, draft=True)
async def hear_since(turn: Turn, here: At, text: Text) -> str:
    today = local(turn.now, here.organizer).date()
    try:
        found = day(text.plain, turn.locale, today)
    except DayOrMonth:
        turn.note("day-or-month", example=today.isoformat())
        return "aim-since"
    except Unclear:
        turn.note("day-unclear", example=today.isoformat())
        return "aim-since"
    if found > today:
        turn.note("since-ahead", since=found)
        return "aim-since"
    await _aim(turn, here, replace(here.broadcast.audience, since=found))
    return to(turn, here.broadcast, "audience", leaving=True)


STEPS = (
    Step(
        "audience",
        audience,
        {
            "aim-locales": "aim-locales",
            "aim-countries": to_countries,
            "aim-since": to_since,
            "signed": partial(signed, choice="signed"),
            "unsigned": partial(signed, choice="unsigned"),
            "anyone": partial(signed, choice="anyone"),
            "broadcast": "broadcast",
        },
        about=OfBroadcast,
    ),
    Step(
        "aim-locales",
        locales,
        {"every-language": every_language, "audience": "audience"},
        on_choice=pick_locale,
        about=OfBroadcast,
    ),
    Step(
        "aim-countries",
        lands,
        {"every-country": every_country, "audience": to_audience},
        on_choice=pick_land,
        on_text=hear_lands,
        form=Sheet,
        about=OfBroadcast,
        resume=RESUME,
    ),
    Step(
        "aim-since",
        since,
        {
            "since-week": partial(pick_since, choice="since-week"),
            "since-month": partial(pick_since, choice="since-month"),
            "since-latest": partial(pick_since, choice="since-latest"),
            "since-ever": partial(pick_since, choice="since-ever"),
            "audience": to_audience,
        },
        on_text=hear_since,
        form=Sheet,
        about=OfBroadcast,
        resume=RESUME,
    ),
)
