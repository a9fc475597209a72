"""Letting a broadcast go: when, a last look, a second organizer, and stopping it again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from handlers import countries
from handlers.dialogue import Choice, Language, Reply, Step, Turn, Value, Words, choices
from handlers.organizer import drafting, moments, zones
from handlers.organizer.access import may
from handlers.organizer.broadcast import (
    RESUME,
    At,
    aimed,
    at,
    lasting,
    name,
    reached,
    stand,
    standing,
    to,
    unwritten,
    when,
)
from handlers.organizer.moments import EVENING, MORNING, DayOrMonth, Moment, Skipped, Unclear
from handlers.organizer.stores import Broadcast, Organizer, Reach
from handlers.organizer.team import local

FREE, PAID = 30, 1_000
"""Messages a second without Stars and with them (Bot API, `allow_paid_broadcast`)."""

STARS_EACH = 10
"""Messages for one Star beyond the free ones: 0.1 Star each (Bot API, `allow_paid_broadcast`)."""

NOW = "now"
"""Stands for the moment at which it is confirmed."""

FARTHEST = timedelta(days=366)
"""How far ahead a broadcast may be scheduled: one further off is a slip."""


def price(count: int) -> int:
    """The most Stars that so many messages cost, in whole Stars."""
    return -(-count // STARS_EACH)


# Whether it can go at all.


async def _hindrance(turn: Turn, here: At, reach: Reach | None) -> tuple[Words, str] | None:
    """What keeps a draft from being sent, and the aside where that is put right."""
    if not here.broadcast.letters:
        return Words("broadcast-unwritten"), "letters"
    if long := drafting.overlong(turn, here.broadcast, here.campaign):
        return drafting.too_long(here.broadcast, *long), "letters"
    if reach is None:
        return Words("audience-unknown"), "audience"
    if not reach.total:
        return Words("broadcast-nobody"), "audience"
    return None


@at("organizer", draft=True)
async def schedule(turn: Turn, here: At) -> str:
    """From the draft to the time at which it goes, past what is missing."""
    reach = await drafting.reach(turn, here.broadcast)
    hindrance = await _hindrance(turn, here, reach)
    if hindrance is not None or reach is None:
        words, step = hindrance or (Words("audience-unknown"), "audience")
        turn.notes.append(words)
        return to(turn, here.broadcast, step)
    if unwritten(here.broadcast, reach):
        return to(turn, here.broadcast, "gaps")
    return stand(turn, here.broadcast, "when")


@at("organizer", draft=True)
async def gaps(turn: Turn, here: At) -> Reply | str:
    """Who reads a language that nothing was written in, and what they would get instead."""
    reach = await drafting.reach(turn, here.broadcast)
    missing = unwritten(here.broadcast, reach) if reach else []
    if reach is None or not missing or not here.broadcast.letters:
        return "broadcast"
    only = Reach({each: reach.locales[each] for each in missing})
    return Reply(
        "gaps",
        {"lines": reached(here.broadcast, here.campaign, only)},
        choices=(
            *(
                Choice(f"w_{each}", Words("choice-write", {"language": Language(each)}))
                for each in missing
                if each in turn.languages.known
            ),
            *choices("gaps-fine", "broadcast"),
        ),
    )


@at("organizer", draft=True)
async def gaps_fine(turn: Turn, here: At) -> str:
    return stand(turn, here.broadcast, "when")


# Paying for speed.


@at("organizer", draft=True)
async def paid(turn: Turn, here: At) -> Reply | str:
    """What sending faster would cost, before anybody chooses it."""
    reach = await drafting.reach(turn, here.broadcast)
    if reach is None:
        turn.note("audience-unknown")
        return "audience"
    return Reply(
        "paid",
        {
            "count": reach.total,
            "stars": price(reach.total),
            "free": lasting(reach.total / FREE),
            "fast": lasting(reach.total / PAID),
        },
        choices=choices("paid-no" if here.broadcast.paid else "paid-yes", "broadcast"),
    )


@at("organizer", draft=True)
async def set_paid(turn: Turn, here: At) -> str:
    wish = turn.choice == "paid-yes"
    await turn.stores.organizing.broadcasts.set(here.broadcast, paid=wish)
    await turn.stores.organizing.audit.note(
        "broadcast-paid" if wish else "broadcast-unpaid",
        here.organizer,
        here.campaign,
        turn.now,
        number=here.broadcast.id,
    )
    turn.note("paid-is-on" if wish else "paid-is-off")
    return "broadcast"


# The time zone.


@at("organizer", form=True)
async def zone(turn: Turn, here: At) -> Reply:
    return _zones(turn, here, zones.offered(countries.likely(turn)), "zone-ask")


def _zones(turn: Turn, here: At, offered: Sequence[str], message: str) -> Reply:
    back = ["when"] if zones.asked(here.organizer) else []
    return Reply(
        message,
        choices=(
            *(zones.choice(each, turn.locale, turn.now) for each in offered),
            *(() if message == "zone-which" else (zones.choice(zones.UTC, turn.locale, turn.now),)),
            *choices(*back, "broadcast"),
        ),
    )


@at("organizer", form=True)
async def hear_zone(turn: Turn, here: At) -> Reply | str:
    found = zones.find(turn.text, tuple(turn.languages.known))
    if len(found) == 1:
        return await _settle(turn, here, found[0])
    if found:
        return _zones(turn, here, found[: zones.MOST], "zone-which")
    turn.note("zone-unknown", text=turn.text.strip()[:40])
    return "zone"


@at("organizer", form=True)
async def pick_zone(turn: Turn, here: At) -> str | None:
    found = zones.chosen(turn.choice)
    if found is None:
        turn.note("button-unknown")
        return None
    return await _settle(turn, here, found)


async def _settle(turn: Turn, here: At, chosen: str) -> str:
    await turn.stores.organizing.organizers.settle(here.organizer, zone=chosen)
    turn.note("zone-settled", zone=zones.shown(turn.now, chosen, turn.locale))
    return "when"


# The time.


@at("organizer", form=True, draft=True)
async def ask_when(turn: Turn, here: At) -> Reply | str:
    if not zones.asked(here.organizer):
        return "zone"
    return _when(turn, here)


def _when(turn: Turn, here: At, instead: datetime | None = None) -> Reply:
    """When it is to go; `instead` is the next time there is for one that there is not."""
    here_now = local(turn.now, here.organizer)
    today = here_now.date()
    usual = {
        "choice-when-evening": datetime.combine(today, EVENING),
        "choice-when-morning": datetime.combine(today + timedelta(days=1), MORNING),
    }
    offered: list[Choice] = []
    if instead is not None:
        offered.append(Choice(_tap(instead), Words("choice-when-instead", {"at": instead})))
    offered.append(Choice(NOW))
    for label, naive in usual.items():
        try:
            moment = moments.on_clock(naive, ZoneInfo(here.organizer.zone)).at
        except Skipped as skipped:
            moment = skipped.after
        if moment > turn.now:
            offered.append(Choice(_tap(moment), Words(label, {"at": moment})))
    return Reply(
        "when",
        {"now": when(turn.now, here.organizer, turn.locale), "example": _example(here_now)},
        choices=(*offered, *choices("zone", "broadcast")),
    )


def _example(here_now: datetime) -> str:
    """A time as one may write it, that would do today."""
    return f"{(here_now + timedelta(days=2)).date().isoformat()} 18:30"


def _tap(moment: datetime) -> str:
    """A choice for that moment: minutes since 1970, so that an old button says what it said."""
    return f"m_{int(moment.timestamp() // 60)}"


@at("organizer", form=True, draft=True)
async def pick_when(turn: Turn, here: At) -> str | None:
    minutes = turn.choice.removeprefix("m_")
    if minutes == turn.choice or not minutes.isdecimal() or len(minutes) > 9:
        turn.note("button-unknown")
        return None
    return _due(turn, here, datetime.fromtimestamp(int(minutes) * 60, UTC))


async def pick_now(turn: Turn) -> str:
    turn.answers["due"] = NOW
    return "last-look"


@at("organizer", form=True, draft=True)
async def hear_when(turn: Turn, here: At) -> Reply | str:
    place = ZoneInfo(here.organizer.zone)
    example = _example(local(turn.now, here.organizer))
    try:
        found: Moment = moments.moment(turn.text, turn.locale, place, turn.now)
    except Unclear:
        turn.note("when-unclear", example=example)
        return "when"
    except DayOrMonth:
        turn.note("day-or-month", example=example)
        return "when"
    except Skipped as skipped:
        turn.note("when-skipped", after=when(skipped.after, here.organizer, turn.locale))
        return _when(turn, here, skipped.after)
    if found.twice:
        turn.note("when-twice", at=when(found.at, here.organizer, turn.locale))
    return _due(turn, here, found.at)


def _due(turn: Turn, here: At, moment: datetime) -> str:
    if moment <= turn.now:
        turn.note("when-past", at=when(moment, here.organizer, turn.locale))
        return "when"
    if moment > turn.now + FARTHEST:
        turn.note("when-far", at=when(moment, here.organizer, turn.locale))
        return "when"
    turn.answers["due"] = moment.astimezone(UTC).isoformat()
    return "last-look"


# The last look.


@at("organizer", form=True, draft=True)
async def last_look(turn: Turn, here: At) -> Reply | str:
    """Everything that will happen, on one screen, before it does."""
    reach = await drafting.reach(turn, here.broadcast)
    hindrance = await _hindrance(turn, here, reach)
    if hindrance is not None or reach is None:
        words, step = hindrance or (Words("audience-unknown"), "audience")
        turn.notes.append(words)
        return to(turn, here.broadcast, step, leaving=True)
    due = str(turn.answers.get("due", ""))
    if not due:
        return "when"
    found = here.broadcast
    others = await _others(turn, here)
    alone = reach.total <= turn.stores.organizing.alone
    turn.answers["expected"] = reach.total
    confirm = Choice(
        f"y_{_seen(found, due, reach.total)}",
        Words(
            "choice-confirm-now"
            if alone and due == NOW
            else "choice-confirm-later"
            if alone
            else "choice-confirm-ask"
        ),
    )
    args: dict[str, Value] = {
        "letters": tuple(
            Words("look-letter", {"language": Language(each)}) for each in found.letters
        ),
        "picture": Words("draft-picture" if found.picture else "draft-no-picture"),
        "links": tuple(
            Words("letter-link", {"label": link.title, "url": link.url})
            for link in dict.fromkeys(
                link for each in found.letters.values() for link in each.buttons
            )
        ),
        "aim": aimed(found.audience, turn.locale),
        "reach": reached(found, here.campaign, reach),
        "total": reach.total,
        "when": Words("look-now")
        if due == NOW
        else when(datetime.fromisoformat(due), here.organizer, turn.locale),
        "quiet": Words("draft-quiet" if found.quiet else "draft-loud"),
        "speed": _speed(found, reach.total),
        "second": _second(turn, alone, others),
    }
    possible = alone or others
    return Reply(
        "last-look",
        args,
        choices=(
            *((confirm,) if possible else ()),
            *choices("when", "broadcast"),
        ),
    )


def _speed(broadcast: Broadcast, total: int) -> Words:
    if broadcast.paid:
        return Words("look-paid", {"stars": price(total), "time": lasting(total / PAID)})
    return Words("look-free", {"time": lasting(total / FREE)})


def _second(turn: Turn, alone: bool, others: Sequence[Organizer]) -> Value:
    """That somebody else has to agree, or that there is nobody who could."""
    if alone:
        return ""
    most = turn.stores.organizing.alone
    return Words("look-second" if others else "look-nobody", {"most": most})


def _seen(broadcast: Broadcast, due: str, expected: int) -> str:
    """Stands for all that a last look shows: who confirms has seen this and nothing else."""
    shown = f"{broadcast.revision} {due} {expected}"
    return sha256(shown.encode()).hexdigest()[:12]


async def _others(turn: Turn, here: At) -> list[Organizer]:
    """Those who may agree to what this organizer sends."""
    return [
        each
        for each in await turn.stores.organizing.organizers.of(here.campaign)
        if each.id != here.organizer.id and may(each, here.campaign, "organizer")
    ]


@at("organizer", form=True, draft=True)
async def confirm(turn: Turn, here: At) -> str:
    """Let it go, exactly as it was looked at."""
    due = str(turn.answers.get("due", ""))
    expected = int(turn.answers.get("expected", 0))
    if turn.choice != f"y_{_seen(here.broadcast, due, expected)}":
        turn.note("look-again")
        return "last-look"
    moment = turn.now if due == NOW else datetime.fromisoformat(due)
    if moment < turn.now:
        turn.note("when-past", at=when(moment, here.organizer, turn.locale))
        return "when"
    reach = await drafting.reach(turn, here.broadcast)
    if reach is None or await _hindrance(turn, here, reach) is not None:
        return "last-look"
    most = turn.stores.organizing.alone
    alone = expected <= most
    if alone and reach.total > most:
        turn.note("look-again")  # so many have joined meanwhile that it takes two
        return "last-look"
    others = await _others(turn, here)
    if not alone and not others:
        return "last-look"
    store = turn.stores.organizing.broadcasts
    confirmed = await store.confirm(
        here.broadcast, here.organizer, moment, expected, turn.now, alone=alone
    )
    if alone:
        await store.watch(confirmed, here.organizer)
        turn.note("broadcast-goes-now" if due == NOW else "broadcast-goes-later")
    else:
        await _tell(turn, here, others, "broadcast-waits", count=expected)
        turn.note("broadcast-asked")
    return to(turn, confirmed, leaving=True)


async def _tell(
    turn: Turn, here: At, organizers: Sequence[Organizer], kind: str, **details: str | int
) -> None:
    """Tell these organizers, each in their language."""
    for each in organizers:
        await turn.stores.organizing.notices.put(
            [each],
            kind,
            turn.now,
            slug=here.campaign.slug,
            number=here.broadcast.id,
            title=here.campaign.alert(each.locale).title,
            **details,
        )


# A second organizer.


async def waiting(turn: Turn, here: At) -> Reply:
    """A broadcast that waits for somebody to agree, with everything on it."""
    found = here.broadcast
    store = turn.stores.organizing
    author = await store.organizers.get(found.author) if found.author is not None else None
    reach = await drafting.reach(turn, found)
    decides = may(here.organizer, here.campaign, "organizer")
    own = found.author == here.organizer.id
    late = found.due_at is not None and found.due_at <= turn.now
    offered: list[Choice] = []
    if decides and not own:
        offered = [
            Choice(f"approve_{found.revision}", Words("choice-broadcast-approve")),
            Choice("reject", Words("choice-broadcast-reject")),
        ]
    elif decides:
        offered = [Choice("take-back")]
    return Reply(
        "broadcast-waiting-own" if own else "broadcast-waiting",
        {
            "who": (author.name if author else "") or Words("broadcast-somebody"),
            "name": name(found, turn.locale, here.campaign.default_locale),
            "letters": tuple(
                Words("look-letter", {"language": Language(each)}) for each in found.letters
            ),
            "aim": aimed(found.audience, turn.locale),
            "reach": reached(found, here.campaign, reach) if reach else Words("reach-unknown"),
            "total": found.expected,
            "when": Words("look-at-once")
            if late or found.due_at is None
            else when(found.due_at, here.organizer, turn.locale),
            "quiet": Words("draft-quiet" if found.quiet else "draft-loud"),
            "speed": _speed(found, found.expected),
        },
        choices=(*offered, *choices("try", "broadcasts")),
    )


@at("organizer")
async def approve(turn: Turn, here: At) -> str | None:
    """Agree to what was seen; the number in the button says which state of it that was."""
    revision = turn.choice.removeprefix("approve_")
    if revision == turn.choice or not revision.isdecimal():
        turn.note("button-unknown")
        return None
    if here.broadcast.status != "waiting" or here.broadcast.revision != int(revision):
        turn.note("broadcast-changed")
        return None
    store = turn.stores.organizing.broadcasts
    approved = await store.approve(here.broadcast, here.organizer, turn.now)
    await store.watch(approved, here.organizer)
    if author := await _author(turn, here):
        await store.watch(approved, author)
        await _tell(turn, here, [author], "broadcast-approved")
    turn.note("broadcast-approved")
    return None


@at("organizer")
async def reject(turn: Turn, here: At) -> None:
    """Say no to what somebody else wants to send: it is a draft again, and they are told."""
    if here.broadcast.status != "waiting":
        turn.note("broadcast-changed")
        return
    await turn.stores.organizing.broadcasts.reject(here.broadcast, here.organizer, turn.now)
    if author := await _author(turn, here):
        await _tell(turn, here, [author], "broadcast-rejected")
    turn.note("broadcast-rejected")


async def _author(turn: Turn, here: At) -> Organizer | None:
    """Who confirmed it, where that is somebody else who may still organize here."""
    number = here.broadcast.author
    if number is None or number == here.organizer.id:
        return None
    author = await turn.stores.organizing.organizers.get(number)
    return author if author is not None and may(author, here.campaign, "organizer") else None


@at("organizer")
async def take_back(turn: Turn, here: At) -> None:
    """Make a draft again of what has not begun to go out."""
    await turn.stores.organizing.broadcasts.reject(here.broadcast, here.organizer, turn.now)
    turn.note("broadcast-back")


# While it goes out.


@at("organizer")
async def watch(turn: Turn, here: At) -> None:
    await turn.stores.organizing.broadcasts.watch(here.broadcast, here.organizer)
    turn.note("broadcast-watched")


@at("organizer")
async def pause(turn: Turn, here: At) -> None:
    await turn.stores.organizing.broadcasts.pause(here.broadcast, here.organizer, turn.now)


@at("organizer")
async def resume(turn: Turn, here: At) -> None:
    await turn.stores.organizing.broadcasts.resume(here.broadcast, here.organizer, turn.now)


@at("organizer")
async def cancel(turn: Turn, here: At) -> None:
    """Stop it for good. The first tap pauses it, at once; only a second one cannot be undone."""
    store = turn.stores.organizing.broadcasts
    if here.broadcast.status in ("preparing", "sending"):
        await store.pause(here.broadcast, here.organizer, turn.now)
        turn.note("cancel-once-more")
        return
    await store.cancel(here.broadcast, here.organizer, turn.now)


@at("organizer")
async def again(turn: Turn, here: At) -> Reply | str:
    """What it means to send to those of whom nobody knows, before it is done."""
    progress = await turn.stores.organizing.broadcasts.progress(here.broadcast, turn.now)
    if here.broadcast.status != "done" or not progress.unknown:
        return "broadcast"
    return Reply(
        "again",
        {"count": progress.unknown},
        choices=choices("again-no", "again-yes"),
    )


@at("organizer")
async def again_yes(turn: Turn, here: At) -> str:
    store = turn.stores.organizing.broadcasts
    if here.broadcast.status != "done":
        turn.note("broadcast-changed")
        return "broadcast"
    repeated = await store.send_unknown_again(here.broadcast, here.organizer, turn.now)
    await store.watch(repeated, here.organizer)
    return "broadcast"


# What organizers are told without asking.


def _notice(kind: str) -> Callable[[Mapping[str, str | int]], Reply]:
    def say(details: Mapping[str, str | int]) -> Reply:
        args: dict[str, Value] = {"title": details["title"]}
        if "count" in details:
            args["count"] = details["count"]
        return Reply(
            f"notice-{kind}",
            args,
            choices=(Choice("refresh", Words("choice-look")),),
            step="broadcast",
            about=f"{details['slug']}.{details['number']}",
        )

    return say


NOTICES = {
    kind: _notice(kind)
    for kind in (
        "broadcast-waits",
        "broadcast-approved",
        "broadcast-rejected",
        "broadcast-grown",
        "broadcast-lost",
    )
}


STEPS = (
    Step(
        "gaps",
        gaps,
        {"gaps-fine": gaps_fine, "broadcast": "broadcast"},
        picked=drafting.pick_language,
        aside=True,
    ),
    Step(
        "paid",
        paid,
        {"paid-yes": set_paid, "paid-no": set_paid, "broadcast": "broadcast"},
        aside=True,
    ),
    Step(
        "zone",
        zone,
        {"when": "when", "broadcast": drafting.to_broadcast},
        picked=pick_zone,
        heard=hear_zone,
        about=standing,
        resume=RESUME,
    ),
    Step(
        "when",
        ask_when,
        {NOW: pick_now, "zone": "zone", "broadcast": drafting.to_broadcast},
        picked=pick_when,
        heard=hear_when,
        about=standing,
        resume=RESUME,
    ),
    Step(
        "last-look",
        last_look,
        {"when": "when", "broadcast": drafting.to_broadcast},
        picked=confirm,
        about=standing,
        resume=RESUME,
    ),
    Step("again", again, {"again-yes": again_yes, "again-no": "broadcast"}, aside=True),
)
