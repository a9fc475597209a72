"""The campaign's broadcasts: the list of them, and how one of them stands."""

from dataclasses import replace

from handlers.dialogue.messages import (
    About,
    Choice,
    Language,
    Reply,
    Tap,
    Value,
    Words,
    choices,
    whole_number,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain import quiet_hours
from handlers.domain.broadcasts import Reach
from handlers.domain.organizers import may
from handlers.organizer.access import Acting, answers, asks
from handlers.organizer.broadcasts import drafting, limits, scheduling, sending
from handlers.organizer.broadcasts.access import At, at, to
from handlers.organizer.broadcasts.progress import progress_reply
from handlers.organizer.broadcasts.summary import aimed, fallback, name
from handlers.organizer.navigation import back
from handlers.organizer.sheet import OfBroadcast

PAGE = 8
"""Broadcasts on one page of the list."""

STATES = {
    "draft": "✏️",
    "waiting": "🙋",
    "scheduled": "📅",
    "preparing": "📤",
    "sending": "📤",
    "paused": "⏸",
    "done": "✅",
    "cancelled": "✖️",
}
"""The sign of each state in the list; the same in every language."""


@asks("viewer")
async def listing(turn: Turn, acting: Acting) -> Reply:
    """The broadcasts, the newest first. `about` holds the campaign, and where the page begins."""
    campaign = acting.campaign
    before = OfBroadcast.of(turn.about).broadcast or None
    every = await turn.stores.organizing.broadcasts.of(campaign)
    found = [each for each in every if before is None or each.id < before]
    shown, older = found[:PAGE], found[PAGE:]
    turn.about = OfBroadcast(campaign.slug, shown[-1].id if older else 0)
    new = choices("new-broadcast") if may(acting.organizer, campaign, "organizer") else ()
    return Reply(
        "broadcasts" if every else "broadcasts-none",
        {"title": campaign.alert(turn.locale).title},
        choices=(
            *new,
            *(
                Choice(
                    f"b_{each.id}",
                    Words(
                        "choice-broadcast-numbered" if each.letters else "choice-broadcast-listed",
                        {
                            "state": STATES[each.status],
                            "number": each.id,
                            "name": name(each, turn.locale, campaign.default_locale),
                        },
                    ),
                )
                for each in shown
            ),
            *(choices("older") if older else ()),
            back("desk"),
        ),
    )


@answers("organizer")
async def new(turn: Turn, acting: Acting) -> str:
    store = turn.stores.organizing.broadcasts
    broadcast = await store.create(acting.campaign, acting.organizer, turn.now)
    return to(turn, broadcast)


@answers("viewer")
async def pick(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    number = tap.choice.removeprefix("b_")
    if number == tap.choice or not number.isdecimal():
        turn.note("button-unknown")
        return None
    turn.about = OfBroadcast(acting.campaign.slug, whole_number(number) or 0)
    return "broadcast"


async def to_desk(turn: Turn) -> str:
    turn.about = About(turn.about.campaign)
    return "desk"


async def to_list(turn: Turn) -> str:
    turn.about = About(turn.about.campaign)
    return "broadcasts"


@at("viewer")
async def broadcast(turn: Turn, here: At) -> Reply:
    """One broadcast: a draft with all that it still needs, or how it stands."""
    to(turn, here.broadcast)
    if here.broadcast.status == "draft":
        return await draft(turn, here)
    if here.broadcast.status == "waiting":
        return await sending.waiting(turn, here)
    return await standing(turn, here)


async def standing(turn: Turn, here: At) -> Reply:
    """A broadcast that was confirmed, with what the live message cannot offer."""
    reader = replace(here.organizer, locale=turn.locale)
    progress = await turn.stores.organizing.broadcasts.progress(
        here.broadcast, turn.now, quiet_hours.asleep(turn.now)
    )
    reply = progress_reply(here.broadcast, progress, reader, here.campaign, turn.now)
    moving = here.broadcast.status in ("scheduled", "preparing", "sending", "paused")
    watch = moving and may(here.organizer, here.campaign, "organizer")
    refresh = (Choice("refresh", Words("choice-broadcast-refresh")),)
    more = (*refresh, *(choices("watch") if watch else ())) if moving else ()
    look = choices("try") if here.broadcast.letters else ()
    way = back("broadcasts")
    own = (each for each in reply.choices if each != way)
    return replace(reply, choices=(*own, *more, *look, way))


async def draft(turn: Turn, here: At) -> Reply:
    """All of a draft on one screen, and every part of it one tap away."""
    found = here.broadcast
    reach = await limits.reach(turn, found)
    write = may(here.organizer, here.campaign, "translator")
    decide = may(here.organizer, here.campaign, "organizer")
    paid = Choice("paid", Words("choice-paid-on" if found.paid else "choice-paid"))
    quiet = Choice("quiet", Words("choice-quiet-off" if found.quiet else "choice-quiet-on"))
    return Reply(
        "broadcast-draft",
        {
            "number": found.id,
            "letters": _letters(here, reach),
            "picture": Words("draft-picture" if found.picture else "draft-no-picture"),
            "aim": aimed(found.audience, turn.locale),
            "reach": "" if reach else Words("reach-unknown"),
            "total": reach.total if reach else 0,
            "quiet": Words("draft-quiet" if found.quiet else "draft-loud"),
            "paid": Words("draft-paid") if found.paid else "",
        },
        choices=(
            *(choices("letters") if write else ()),
            *(choices("letter-picture", "audience") if decide else ()),
            *(choices("try") if write and found.letters else ()),
            *((quiet, paid, Choice("schedule", alone=True), Choice("drop")) if decide else ()),
            back("broadcasts"),
        ),
        picture="",
    )


def _letters(here: At, reach: Reach | None) -> tuple[Words, ...]:
    """Each language with its readers, the most read first: what they get, or what is missing."""
    found, campaign = here.broadcast, here.campaign
    readers = reach.locales if reach else {}
    every = dict.fromkeys([*limits.wanted(found, campaign), *readers])
    return tuple(
        _letter(here, each, readers.get(each, 0) if reach else None)
        for each in sorted(every, key=lambda each: -readers.get(each, 0))
    )


def _letter(here: At, locale: str, readers: int | None) -> Words:
    found = here.broadcast
    args: dict[str, Value] = {
        "language": Language(locale),
        "readers": "?" if readers is None else readers,
    }
    if letter := found.letters.get(locale):
        if not letter.buttons:
            return Words("draft-letter", args)
        return Words("draft-letter-links", {**args, "count": len(letter.buttons)})
    if found.letters and readers:
        return fallback(found, here.campaign, locale, readers)
    return Words("draft-letter-missing", args)


@at("organizer", draft=True)
async def drop(turn: Turn, here: At) -> Reply:
    return Reply(
        "broadcast-drop",
        {"name": name(here.broadcast, turn.locale, here.campaign.default_locale)},
        choices=(*choices("drop-no"), Choice("drop-yes", alone=True)),
    )


@at("organizer", draft=True)
async def drop_yes(turn: Turn, here: At) -> str:
    await turn.stores.organizing.broadcasts.drop(here.broadcast)
    await turn.stores.organizing.audit.note(
        "broadcast-dropped", here.organizer, here.campaign, turn.now, number=here.broadcast.id
    )
    turn.note("broadcast-dropped")
    turn.about = About(here.campaign.slug)
    return "broadcasts"


@at("organizer", draft=True)
async def quiet(turn: Turn, here: At) -> None:
    """Spare people's nights, or do not."""
    wish = not here.broadcast.quiet
    await turn.stores.organizing.broadcasts.set(here.broadcast, quiet=wish)
    await turn.stores.organizing.audit.note(
        "broadcast-quiet" if wish else "broadcast-loud",
        here.organizer,
        here.campaign,
        turn.now,
        number=here.broadcast.id,
    )
    turn.note("quiet-is-on" if wish else "quiet-is-off")


STEPS = (
    Step(
        "broadcasts",
        listing,
        {"new-broadcast": new, "older": "broadcasts", "desk": to_desk},
        on_choice=pick,
        about=OfBroadcast,
    ),
    Step(
        "broadcast",
        broadcast,
        {
            "letters": "letters",
            "letter-picture": drafting.to_picture,
            "audience": "audience",
            "try": "try",
            "quiet": quiet,
            "paid": "paid",
            "schedule": scheduling.schedule,
            "drop": "drop",
            "refresh": "broadcast",
            "watch": sending.watch,
            "take-back": sending.take_back,
            "reject": sending.reject,
            "pause": sending.pause,
            "resume": sending.resume,
            "cancel": sending.cancel,
            "again": "again",
            "broadcasts": to_list,
        },
        on_choice=sending.approve,
        about=OfBroadcast,
    ),
    Step("drop", drop, {"drop-yes": drop_yes, "drop-no": "broadcast"}, about=OfBroadcast),
)
