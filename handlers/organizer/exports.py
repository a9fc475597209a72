"""Requests to decrypt signatures, which owners grant or refuse.

The decrypting itself is done where the private key is, by `python -m bot export`.
"""

from collections.abc import Callable, Mapping
from functools import partial

from handlers.dialogue.messages import (
    About,
    Choice,
    Country,
    Language,
    Reply,
    Tap,
    Value,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.exports import ExportDecided, ExportRequest
from handlers.organizer.access import Acting, answers, asks
from handlers.organizer.navigation import back
from handlers.organizer.sheet import Numbered
from handlers.organizer.time_zones import local

OPEN = ("asked", "granted")
"""The states in which something can still be decided."""


@asks("owner")
async def exports(turn: Turn, acting: Acting) -> Reply:
    """The newest requests of a campaign."""
    turn.about = About(acting.campaign.slug)
    found = await turn.stores.organizing.exports.of(acting.campaign, turn.now)
    lines = tuple(
        Words(
            "exports-line",
            {
                "number": each.id,
                "at": local(each.asked_at, acting.organizer),
                "count": each.amount,
                "state": Words(f"export-{each.state}"),
            },
        )
        for each in found
    )
    return Reply(
        "exports" if found else "exports-none",
        {"lines": lines},
        choices=(
            *(
                Choice(f"n_{each.id}", Words("exports-choice", {"number": each.id}))
                for each in found
                if each.state in OPEN
            ),
            back("desk"),
        ),
    )


@answers("owner")
async def choose(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    number = tap.choice.removeprefix("n_")
    if number == tap.choice or not _number(number):
        return None
    turn.about = Numbered(acting.campaign.slug, _number(number))
    return "export"


def _number(text: str) -> int:
    """The number of a request, or 0 for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 9 else 0


@asks("owner")
async def export(turn: Turn, acting: Acting) -> Reply | str:
    """One request: how many, which ones, and how it stands."""
    number = Numbered.of(turn.about).number
    campaign = acting.campaign
    found = await turn.stores.organizing.exports.get(campaign, number, turn.now)
    if found is None:
        return "exports"
    title = campaign.alert(turn.locale).title
    return _request(title, number, found.amount, _which(found), found.state)


def _which(found: ExportRequest) -> tuple[Words, ...]:
    return _filters(found.country, found.locale, held=found.held)


def _filters(country: str, locale: str, *, held: bool) -> tuple[Words, ...]:
    lines = [Words("export-country", {"country": Country(country)})] if country else []
    lines += [Words("export-language", {"language": Language(locale)})] if locale else []
    lines += [Words("export-held")] if held else []
    return tuple(lines)


def _request(title: str, number: int, amount: int, which: tuple[Words, ...], state: str) -> Reply:
    offered = {"asked": ("grant", "refuse"), "granted": ("revoke",)}.get(state, ())
    args: dict[str, Value] = {
        "title": title,
        "number": number,
        "count": amount,
        "which": which or Words("export-all"),
        "state": Words(f"export-told-{state}"),
    }
    return Reply("export", args, choices=(*choices(*offered), back("exports")))


def asked(details: Mapping[str, str | int]) -> Reply:
    """The notice that somebody asks, with the buttons to answer it."""
    number = int(details["number"])
    which = _filters(str(details["country"]), str(details["locale"]), held=bool(details["held"]))
    reply = _request(str(details["title"]), number, int(details["amount"]), which, "asked")
    return Reply(
        reply.id,
        reply.args,
        choices=reply.choices,
        step="export",
        about=Numbered(str(details["slug"]), number),
    )


NOTICES: dict[str, Callable[[Mapping[str, str | int]], Reply]] = {"export": asked}
"""What owners are told without having asked."""


@answers("owner")
async def decide(turn: Turn, acting: Acting, *, grant: bool) -> str:
    """Grant or refuse it; the export may be made then, once and within a day."""
    number = Numbered.of(turn.about).number
    try:
        await turn.stores.organizing.exports.decide(
            acting.campaign, number, acting.organizer, turn.now, grant=grant
        )
    except ExportDecided:
        turn.note("export-late")
    return "export"


@answers("owner")
async def go_back(turn: Turn, acting: Acting) -> str:
    turn.about = About(acting.campaign.slug)
    return "exports"


STEPS = (
    Step("exports", exports, {"desk": "desk"}, on_choice=choose),
    Step(
        "export",
        export,
        {
            "grant": partial(decide, grant=True),
            "refuse": partial(decide, grant=False),
            "revoke": partial(decide, grant=False),
            "exports": go_back,
        },
        about=Numbered,
    ),
)
