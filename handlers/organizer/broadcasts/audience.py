"""Whom a broadcast is for, and how many that are."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from handlers.dialogue.messages import Choice, Country, Language, Reply, Tap, Text, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain import countries
from handlers.domain.broadcasts import Audience
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import BROADCAST_FORM, DRAFT, DRAFT_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts import limits
from handlers.organizer.broadcasts.navigation import to
from handlers.organizer.broadcasts.summary import aimed, reached
from handlers.organizer.broadcasts.summary import countries as in_a_row
from handlers.organizer.datetime_parsing import DayOrMonth, Unclear, day
from handlers.organizer.forms import RESUME, BroadcastForm, enter
from handlers.organizer.navigation import back
from handlers.organizer.time_zones import local
from handlers.supporter import country

OFFERED = 12
"""Chosen countries with a button each to take them out again."""

SIGNED = {"signed": True, "unsigned": False, "anyone": None}
"""The choices of who has signed."""


@requires("organizer", DRAFT)
async def audience(turn: Turn, access: BroadcastAccess) -> Reply:
    """Whom it is for, and exactly how many in each language."""
    aim = access.broadcast.audience
    readers = await limits.reach(turn, access.broadcast)
    return Reply(
        "audience",
        {
            "aim": aimed(aim, turn.locale),
            "reach": reached(access.broadcast, access.campaign, readers)
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


async def _aim(turn: Turn, access: BroadcastAccess, aim: Audience) -> bool:
    """Aim at these, unless nobody could tell who they are."""
    if aim == access.broadcast.audience:
        return True
    wished = replace(access.broadcast, audience=aim)
    if await limits.reach(turn, wished) is None:
        if await limits.narrow(turn, wished):
            turn.note("audience-narrow", least=limits.MANY)
        else:
            turn.note("audience-unknown")
        return False
    await turn.stores.organizing.broadcasts.aim(access.broadcast, aim)
    await access.note(turn, "broadcast-aimed")
    return True


@requires("organizer", DRAFT)
async def signed(turn: Turn, access: BroadcastAccess, *, wish: bool | None) -> None:
    """Aim at those who have signed, at those who have not, or with None at both."""
    await _aim(turn, access, replace(access.broadcast.audience, signed=wish))


# Languages.


@requires("organizer", DRAFT)
async def locales(turn: Turn, access: BroadcastAccess) -> Reply:
    """Every language that somebody may read, each with its switch."""
    aim = access.broadcast.audience
    readers = await limits.reach(turn, access.broadcast)
    offered = dict.fromkeys([*turn.languages.known, *aim.locales])
    return Reply(
        "aim-locales",
        {
            "aim": aimed(Audience(aim.locales), turn.locale),
            "total": readers.total if readers else 0,
        },
        choices=(
            *(
                Choice.of(
                    "l",
                    each,
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


@requires("organizer", DRAFT)
async def pick_locale(turn: Turn, access: BroadcastAccess, tap: Tap) -> None:
    aim = access.broadcast.audience
    if tap.name != "l" or tap.value not in {*turn.languages.known, *aim.locales}:
        turn.note("button-unknown")
        return
    await _aim(turn, access, replace(aim, locales=_switched(aim.locales, tap.value)))


def _switched(chosen: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(each for each in chosen if each != one) if one in chosen else (*chosen, one)


@requires("organizer", DRAFT)
async def every_language(turn: Turn, access: BroadcastAccess) -> str:
    await _aim(turn, access, replace(access.broadcast.audience, locales=()))
    return "audience"


# Countries.


@requires("organizer", DRAFT)
async def to_countries(turn: Turn, access: BroadcastAccess) -> str:
    return enter(turn, BroadcastForm(access.campaign.slug, access.broadcast.id), "aim-countries")


@requires("organizer", DRAFT_FORM)
async def lands(turn: Turn, access: BroadcastAccess) -> Reply:
    return await _lands(turn, access, ())


async def _lands(turn: Turn, access: BroadcastAccess, meant: tuple[str, ...]) -> Reply:
    """The countries chosen, and those that may have been `meant` by what was typed."""
    chosen = access.broadcast.audience.countries
    readers = await limits.reach(turn, access.broadcast)
    return Reply(
        "aim-countries" if chosen else "aim-countries-all",
        {
            **({"names": in_a_row(chosen, turn.locale)} if chosen else {}),
            "total": readers.total if readers else 0,
        },
        choices=(
            *(Choice.of("c", each, country.label(each)) for each in meant if each not in chosen),
            *(
                Choice.of("c", each, Words("choice-aim-out", {"name": Country(each)}))
                for each in chosen[-OFFERED:]
            ),
            *(choices("every-country") if chosen else ()),
            back("audience"),
        ),
    )


@requires("organizer", DRAFT_FORM)
async def pick_land(turn: Turn, access: BroadcastAccess, tap: Tap) -> None:
    if tap.name != "c" or tap.value not in countries.codes():
        turn.note("button-unknown")
        return
    aim = access.broadcast.audience
    await _aim(turn, access, replace(aim, countries=_switched(aim.countries, tap.value)))


@requires("organizer", DRAFT_FORM)
async def hear_lands(turn: Turn, access: BroadcastAccess, text: Text) -> Reply | str:
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
    aim = access.broadcast.audience
    chosen = tuple(dict.fromkeys([*aim.countries, *found]))
    if not await _aim(turn, access, replace(aim, countries=chosen)) or not meant:
        return "aim-countries"
    # It is another revision now, but what is shown of it is known.
    shown = replace(access.broadcast, audience=replace(aim, countries=chosen))
    return await _lands(turn, replace(access, broadcast=shown), tuple(dict.fromkeys(meant)))


@requires("organizer", DRAFT_FORM)
async def every_country(turn: Turn, access: BroadcastAccess) -> str:
    await _aim(turn, access, replace(access.broadcast.audience, countries=()))
    return "aim-countries"


@requires("organizer", BROADCAST_FORM)
async def to_audience(turn: Turn, access: BroadcastAccess) -> str:
    return to(turn, access.broadcast, "audience", leaving=True)


# Since when they have wished for updates.


@requires("organizer", DRAFT)
async def to_since(turn: Turn, access: BroadcastAccess) -> str:
    return enter(turn, BroadcastForm(access.campaign.slug, access.broadcast.id), "aim-since")


@requires("organizer", DRAFT_FORM)
async def since(turn: Turn, access: BroadcastAccess) -> Reply:
    chosen = access.broadcast.audience.since
    latest = await _latest(turn, access)
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


async def _latest(turn: Turn, access: BroadcastAccess) -> date | None:
    """The day on which the campaign's last broadcast went out."""
    every = await turn.stores.organizing.broadcasts.of(access.campaign)
    started = [local(each.started_at, access.organizer).date() for each in every if each.started_at]
    return max(started, default=None)


@requires("organizer", DRAFT_FORM)
async def pick_since(turn: Turn, access: BroadcastAccess, tap: Tap) -> str | None:
    """One of what is offered."""
    today = local(turn.now, access.organizer).date()
    wishes: dict[str, date | None] = {
        "since-week": today - timedelta(days=7),
        "since-month": today - timedelta(days=30),
        "since-latest": await _latest(turn, access),
        "since-ever": None,
    }
    if tap.choice not in wishes:
        turn.note("button-unknown")
        return None
    await _aim(turn, access, replace(access.broadcast.audience, since=wishes[tap.choice]))
    return to(turn, access.broadcast, "audience", leaving=True)


@requires("organizer", DRAFT_FORM)
async def hear_since(turn: Turn, access: BroadcastAccess, text: Text) -> str:
    today = local(turn.now, access.organizer).date()
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
    await _aim(turn, access, replace(access.broadcast.audience, since=found))
    return to(turn, access.broadcast, "audience", leaving=True)


STEPS = (
    Step(
        "audience",
        audience,
        {
            "aim-locales": "aim-locales",
            "aim-countries": to_countries,
            "aim-since": to_since,
            **{name: partial(signed, wish=wish) for name, wish in SIGNED.items()},
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
        form=BroadcastForm,
        about=OfBroadcast,
        resume=RESUME,
    ),
    Step(
        "aim-since",
        since,
        {"audience": to_audience},
        on_choice=pick_since,
        on_text=hear_since,
        form=BroadcastForm,
        about=OfBroadcast,
        resume=RESUME,
    ),
)
