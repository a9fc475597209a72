"""Whom a broadcast is for, and how many that are."""

from dataclasses import replace
from functools import partial

from handlers.dialogue.messages import Choice, Language, Reply, Tap, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.broadcasts import Audience
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import DRAFT, BroadcastAccess, requires
from handlers.organizer.broadcasts import limits
from handlers.organizer.broadcasts.summary import aimed, reached
from handlers.organizer.forms import BroadcastForm, enter
from handlers.organizer.navigation import back

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


async def aim_at(turn: Turn, access: BroadcastAccess, aim: Audience) -> bool:
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
    await aim_at(turn, access, replace(access.broadcast.audience, signed=wish))


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
    """Take a language in, or out again."""
    aim = access.broadcast.audience
    if tap.name != "l" or tap.value not in {*turn.languages.known, *aim.locales}:
        turn.note("button-unknown")
        return
    await aim_at(turn, access, replace(aim, locales=switched(aim.locales, tap.value)))


def switched(chosen: tuple[str, ...], one: str) -> tuple[str, ...]:
    """With that one, or without it where it was chosen."""
    return tuple(each for each in chosen if each != one) if one in chosen else (*chosen, one)


@requires("organizer", DRAFT)
async def every_language(turn: Turn, access: BroadcastAccess) -> str:
    """All languages again."""
    await aim_at(turn, access, replace(access.broadcast.audience, locales=()))
    return "audience"


@requires("organizer", DRAFT)
async def to_countries(turn: Turn, access: BroadcastAccess) -> str:
    """To the form for countries."""
    return enter(turn, BroadcastForm(access.campaign.slug, access.broadcast.id), "aim-countries")


@requires("organizer", DRAFT)
async def to_since(turn: Turn, access: BroadcastAccess) -> str:
    """To the form for a day."""
    return enter(turn, BroadcastForm(access.campaign.slug, access.broadcast.id), "aim-since")


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
)
