"""The campaign's broadcasts: the list of them, and how one of them stands."""

from dataclasses import replace

from handlers.dialogue.messages import (
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
from handlers.organizer.about import OfBroadcast, OfList
from handlers.organizer.access import (
    BROADCAST,
    CAMPAIGN,
    DRAFT,
    BroadcastAccess,
    CampaignAccess,
    requires,
)
from handlers.organizer.broadcasts import limits, sending
from handlers.organizer.broadcasts.drafting.picture import to_picture
from handlers.organizer.broadcasts.progress import progress_reply
from handlers.organizer.broadcasts.scheduling.readiness import schedule
from handlers.organizer.broadcasts.summary import aimed, fallback, name
from handlers.organizer.navigation import back

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


@requires("viewer", CAMPAIGN)
async def listing(turn: Turn, access: CampaignAccess) -> Reply:
    """The broadcasts, the newest first. `about` holds the campaign, and where the page begins."""
    campaign = access.campaign
    before = OfList.of(turn.about).before
    every = await turn.stores.organizing.broadcasts.of(campaign)
    found = [each for each in every if not before or each.id < before]
    shown, older = found[:PAGE], found[PAGE:]
    turn.about = OfList(campaign.slug, shown[-1].id if older else 0)
    new = choices("new-broadcast") if may(access.organizer, campaign, "organizer") else ()
    return Reply(
        "broadcasts" if every else "broadcasts-none",
        {"title": campaign.alert(turn.locale).title},
        choices=(
            *new,
            *(
                Choice.of(
                    "b",
                    each.id,
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


@requires("organizer", CAMPAIGN)
async def new(turn: Turn, access: CampaignAccess) -> str:
    """Begin another one."""
    store = turn.stores.organizing.broadcasts
    broadcast = await store.create(access.campaign, access.organizer, turn.now)
    turn.about = OfBroadcast(broadcast.slug, broadcast.id)
    return "broadcast"


@requires("viewer", CAMPAIGN)
async def pick(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """To one of them."""
    number = whole_number(tap.value)
    if tap.name != "b" or number is None:
        turn.note("button-unknown")
        return None
    turn.about = OfBroadcast(access.campaign.slug, number)
    return "broadcast"


@requires("viewer", BROADCAST)
async def broadcast(turn: Turn, access: BroadcastAccess) -> Reply:
    """One broadcast: a draft with all that it still needs, or how it stands."""
    if access.broadcast.status == "draft":
        return await draft(turn, access)
    if access.broadcast.status == "waiting":
        return await sending.waiting(turn, access)
    return await standing(turn, access)


async def standing(turn: Turn, access: BroadcastAccess) -> Reply:
    """A broadcast that was confirmed, with what the live message cannot offer."""
    reader = replace(access.organizer, locale=turn.locale)
    progress = await turn.stores.organizing.broadcasts.progress(
        access.broadcast, turn.now, quiet_hours.asleep(turn.now)
    )
    reply = progress_reply(access.broadcast, progress, reader, access.campaign, turn.now)
    moving = access.broadcast.status in ("scheduled", "preparing", "sending", "paused")
    watch = moving and may(access.organizer, access.campaign, "organizer")
    refresh = (Choice("refresh", Words("choice-broadcast-refresh")),)
    more = (*refresh, *(choices("watch") if watch else ())) if moving else ()
    look = choices("try") if access.broadcast.letters else ()
    way = back("broadcasts")
    own = (each for each in reply.choices if each != way)
    return replace(reply, choices=(*own, *more, *look, way))


async def draft(turn: Turn, access: BroadcastAccess) -> Reply:
    """All of a draft on one screen, and every part of it one tap away."""
    found = access.broadcast
    reach = await limits.reach(turn, found)
    write = may(access.organizer, access.campaign, "translator")
    decide = may(access.organizer, access.campaign, "organizer")
    paid = Choice("paid", Words("choice-paid-on" if found.paid else "choice-paid"))
    quiet = Choice("quiet", Words("choice-quiet-off" if found.quiet else "choice-quiet-on"))
    return Reply(
        "broadcast-draft",
        {
            "number": found.id,
            "letters": _letters(access, reach),
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


def _letters(access: BroadcastAccess, reach: Reach | None) -> tuple[Words, ...]:
    """Each language with its readers, the most read first: what they get, or what is missing."""
    found, campaign = access.broadcast, access.campaign
    readers = reach.locales if reach else {}
    every = dict.fromkeys([*limits.wanted(found, campaign), *readers])
    return tuple(
        _letter(access, each, readers.get(each, 0) if reach else None)
        for each in sorted(every, key=lambda each: -readers.get(each, 0))
    )


def _letter(access: BroadcastAccess, locale: str, readers: int | None) -> Words:
    found = access.broadcast
    args: dict[str, Value] = {
        "language": Language(locale),
        "readers": "?" if readers is None else readers,
    }
    if letter := found.letters.get(locale):
        if not letter.buttons:
            return Words("draft-letter", args)
        return Words("draft-letter-links", {**args, "count": len(letter.buttons)})
    if found.letters and readers:
        return fallback(found, access.campaign, locale, readers)
    return Words("draft-letter-missing", args)


@requires("organizer", DRAFT)
async def drop(turn: Turn, access: BroadcastAccess) -> Reply:
    """Ask once more before a draft is thrown away."""
    return Reply(
        "broadcast-drop",
        {"name": name(access.broadcast, turn.locale, access.campaign.default_locale)},
        choices=(*choices("drop-no"), Choice("drop-yes", alone=True)),
    )


@requires("organizer", DRAFT)
async def drop_yes(turn: Turn, access: BroadcastAccess) -> str:
    """Throw the draft away."""
    await turn.stores.organizing.broadcasts.drop(access.broadcast)
    await access.note(turn, "broadcast-dropped")
    turn.note("broadcast-dropped")
    return "broadcasts"


@requires("organizer", DRAFT)
async def quiet(turn: Turn, access: BroadcastAccess) -> None:
    """Spare people's nights, or do not."""
    wish = not access.broadcast.quiet
    await turn.stores.organizing.broadcasts.set(access.broadcast, quiet=wish)
    await access.note(turn, "broadcast-quiet" if wish else "broadcast-loud")
    turn.note("quiet-is-on" if wish else "quiet-is-off")


STEPS = (
    Step(
        "broadcasts",
        listing,
        {"new-broadcast": new, "older": "broadcasts", "desk": "desk"},
        on_choice=pick,
        about=OfList,
    ),
    Step(
        "broadcast",
        broadcast,
        {
            "letters": "letters",
            "letter-picture": to_picture,
            "audience": "audience",
            "try": "try",
            "quiet": quiet,
            "paid": "paid",
            "schedule": schedule,
            "drop": "drop",
            "refresh": "broadcast",
            "watch": sending.watch,
            "take-back": sending.take_back,
            "reject": sending.reject,
            "pause": sending.pause,
            "resume": sending.resume,
            "cancel": sending.cancel,
            "again": "again",
            "broadcasts": "broadcasts",
        },
        on_choice=sending.approve,
        about=OfBroadcast,
    ),
    Step("drop", drop, {"drop-yes": drop_yes, "drop-no": "broadcast"}, about=OfBroadcast),
)
