"""The countries that a broadcast is for."""

import re
from dataclasses import replace

from handlers.dialogue.messages import Choice, Country, Reply, Tap, Text, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain import countries
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import DRAFT_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts import limits
from handlers.organizer.broadcasts.drafting.audience import aim_at, switched
from handlers.organizer.broadcasts.summary import countries as in_a_row
from handlers.organizer.broadcasts.ways_back import to_audience
from handlers.organizer.forms import BroadcastForm
from handlers.organizer.navigation import back
from handlers.supporter import country

OFFERED = 12
"""Chosen countries with a button each to take them out again."""


@requires("organizer", DRAFT_FORM)
async def ask_countries(turn: Turn, access: BroadcastAccess) -> Reply:
    """Which countries are chosen."""
    return await _ask(turn, access, ())


async def _ask(turn: Turn, access: BroadcastAccess, meant: tuple[str, ...]) -> Reply:
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
async def pick_country(turn: Turn, access: BroadcastAccess, tap: Tap) -> None:
    """Take a country in, or out again."""
    if tap.name != "c" or tap.value not in countries.codes():
        turn.note("button-unknown")
        return
    aim = access.broadcast.audience
    await aim_at(turn, access, replace(aim, countries=switched(aim.countries, tap.value)))


@requires("organizer", DRAFT_FORM)
async def hear_countries(turn: Turn, access: BroadcastAccess, text: Text) -> Reply | str:
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
    if not await aim_at(turn, access, replace(aim, countries=chosen)) or not meant:
        return "aim-countries"
    # It is another revision now, but what is shown of it is known.
    shown = replace(access.broadcast, audience=replace(aim, countries=chosen))
    return await _ask(turn, replace(access, broadcast=shown), tuple(dict.fromkeys(meant)))


@requires("organizer", DRAFT_FORM)
async def every_country(turn: Turn, access: BroadcastAccess) -> str:
    """All countries again."""
    await aim_at(turn, access, replace(access.broadcast.audience, countries=()))
    return "aim-countries"


STEPS = (
    Step(
        "aim-countries",
        ask_countries,
        {"every-country": every_country, "audience": to_audience},
        on_choice=pick_country,
        on_text=hear_countries,
        form=BroadcastForm,
        about=OfBroadcast,
    ),
)
