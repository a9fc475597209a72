"""Requests to decrypt signatures, which owners grant or refuse.

The decrypting itself is done where the private key is, by `python -m bot export`.
"""

from collections.abc import Callable, Mapping
from functools import partial

from handlers.dialogue.messages import (
    Choice,
    Country,
    Language,
    Reply,
    Tap,
    Value,
    Words,
    choices,
    whole_number,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.exports import ExportDecided, ExportRequest
from handlers.organizer.about import OfNumber
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.navigation import back
from handlers.organizer.time_zones import local

OPEN = ("asked", "granted")
"""The states in which something can still be decided."""


@requires("owner", CAMPAIGN)
async def exports(turn: Turn, access: CampaignAccess) -> Reply:
    """The newest requests of a campaign."""
    found = await turn.stores.organizing.exports.of(access.campaign, turn.now)
    lines = tuple(
        Words(
            "exports-line",
            {
                "number": each.id,
                "at": local(each.asked_at, access.organizer),
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
                Choice.of("n", each.id, Words("exports-choice", {"number": each.id}))
                for each in found
                if each.state in OPEN
            ),
            back("desk"),
        ),
    )


@requires("owner", CAMPAIGN)
async def choose(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """To one of the requests."""
    number = whole_number(tap.value)
    if tap.name != "n" or not number:
        return None
    turn.about = OfNumber(access.campaign.slug, number)
    return "export"


@requires("owner", CAMPAIGN)
async def export(turn: Turn, access: CampaignAccess) -> Reply | str:
    """One request: how many, which ones, and how it stands."""
    number = OfNumber.of(turn.about).number
    campaign = access.campaign
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


def request_notice(details: Mapping[str, str | int]) -> Reply:
    """The notice that somebody asks, with the buttons to answer it."""
    number = int(details["number"])
    which = _filters(str(details["country"]), str(details["locale"]), held=bool(details["held"]))
    reply = _request(str(details["title"]), number, int(details["amount"]), which, "asked")
    return Reply(
        reply.id,
        reply.args,
        choices=reply.choices,
        step="export",
        about=OfNumber(str(details["slug"]), number),
    )


NOTICES: dict[str, Callable[[Mapping[str, str | int]], Reply]] = {"export": request_notice}
"""What owners are told without having asked."""


@requires("owner", CAMPAIGN)
async def decide(turn: Turn, access: CampaignAccess, *, grant: bool) -> str:
    """Grant or refuse it; the export may be made then, once and within a day."""
    number = OfNumber.of(turn.about).number
    try:
        await turn.stores.organizing.exports.decide(
            access.campaign, number, access.organizer, turn.now, grant=grant
        )
    except ExportDecided:
        turn.note("export-late")
    return "export"


STEPS = (
    Step("exports", exports, {"desk": "desk"}, on_choice=choose),
    Step(
        "export",
        export,
        {
            "grant": partial(decide, grant=True),
            "refuse": partial(decide, grant=False),
            "revoke": partial(decide, grant=False),
            "exports": "exports",
        },
        about=OfNumber,
    ),
)
