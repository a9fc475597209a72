"""The last look at a broadcast before it is sent, and its confirmation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from handlers.dialogue.messages import Choice, Reply, Tap, Value, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain import quiet_hours
from handlers.domain.broadcasts import Broadcast
from handlers.domain.organizers import Organizer, may
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import DRAFT_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts import limits
from handlers.organizer.broadcasts.scheduling.readiness import hindrance_of
from handlers.organizer.broadcasts.scheduling.speed import speed
from handlers.organizer.broadcasts.scheduling.when import NOW, ScheduleForm
from handlers.organizer.broadcasts.summary import aimed, reached, when
from handlers.organizer.broadcasts.ways_back import to_broadcast
from handlers.organizer.campaigns import high_risk
from handlers.organizer.navigation import back

# The last look.


@requires("organizer", DRAFT_FORM)
async def last_look(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """Everything that will happen, on one screen, before it does."""
    reach = await limits.reach(turn, access.broadcast)
    hindrance = await hindrance_of(turn, access, reach)
    if hindrance is not None or reach is None:
        words, step = hindrance or (Words("audience-unknown"), "audience")
        turn.notes.append(words)
        return access.show(turn, step)
    form = turn.form(ScheduleForm)
    due = form.due
    if due is None:
        return "when"
    moment = turn.now if due == NOW else due
    found = access.broadcast
    others = await _others(turn, access)
    alone = await limits.most(turn, found) <= turn.stores.organizing.alone
    form.expected, form.alone = reach.total, alone
    confirm = Choice.of(
        "y",
        _seen(found, form),
        Words(
            "choice-confirm-now"
            if alone and due == NOW
            else "choice-confirm-later"
            if alone
            else "choice-confirm-ask"
        ),
        alone=True,
    )
    args: dict[str, Value] = {
        "picture": Words("draft-picture" if found.picture else "draft-no-picture"),
        "links": tuple(
            Words("letter-link", {"label": link.title, "url": link.url})
            for link in dict.fromkeys(
                link for each in found.letters.values() for link in each.buttons
            )
        ),
        "aim": aimed(found.audience, turn.locale),
        "reach": reached(found, access.campaign, reach),
        "total": reach.total,
        "when": Words("look-now" if alone else "look-at-once")
        if due == NOW
        else when(moment, access.organizer, turn.locale),
        "quiet": await nights(turn, found, moment),
        "speed": speed(found, reach.total),
        "second": _second(turn, alone, others),
    }
    possible = alone or others
    high_risk.warn(turn, access.campaign)
    return Reply(
        "last-look",
        args,
        choices=(
            *((confirm,) if possible else ()),
            *choices("when"),
            back("broadcast"),
        ),
    )


async def nights(turn: Turn, broadcast: Broadcast, at_that: datetime) -> tuple[Words, ...]:
    """Whether nights are spared, and how many will have night when it goes out."""
    if not broadcast.quiet:
        return (Words("draft-loud"),)
    sleeping = await _asleep(turn, broadcast, at_that)
    asleep = (Words("look-asleep", {"count": sleeping}),) if sleeping else ()
    return (Words("draft-quiet"), *asleep)


async def _asleep(turn: Turn, broadcast: Broadcast, at_that: datetime) -> int:
    """How many of those whom it is for will have night at that time; 0 if it cannot be told."""
    aim = broadcast.audience
    dark = quiet_hours.asleep(at_that)
    there = tuple(each for each in sorted(dark) if not aim.countries or each in aim.countries)
    if not there or aim.signed is not None:
        return 0
    dozing = replace(broadcast, audience=replace(aim, countries=there))
    sleeping = await limits.reach(turn, dozing)
    return sleeping.total if sleeping else 0


def _second(turn: Turn, alone: bool, others: Sequence[Organizer]) -> Value:
    """That somebody else has to agree, or that there is nobody who could."""
    if alone:
        return ""
    most = turn.stores.organizing.alone
    return Words("look-second" if others else "look-nobody", {"most": most})


def _seen(broadcast: Broadcast, form: ScheduleForm) -> str:
    """Stands for all that a last look shows: who confirms has seen this and nothing else."""
    shown = f"{broadcast.revision} {form.due} {form.expected}"
    return sha256(shown.encode()).hexdigest()[:12]


async def _others(turn: Turn, access: BroadcastAccess) -> list[Organizer]:
    """Those who may agree to what this organizer sends."""
    return [
        each
        for each in await turn.stores.organizing.organizers.of(access.campaign)
        if each.id != access.organizer.id and may(each, access.campaign, "organizer")
    ]


@requires("organizer", DRAFT_FORM)
async def confirm(turn: Turn, access: BroadcastAccess, tap: Tap) -> str:
    """Let it go, exactly as it was looked at."""
    form = turn.form(ScheduleForm)
    due, expected, alone = form.due, form.expected, form.alone
    if due is None or tap.name != "y" or tap.value != _seen(access.broadcast, form):
        turn.note("look-again")
        return "last-look"
    moment = turn.now if due == NOW else due
    if moment < turn.now:
        turn.note("when-past", at=when(moment, access.organizer, turn.locale))
        return "when"
    reach = await limits.reach(turn, access.broadcast)
    if reach is None or await hindrance_of(turn, access, reach) is not None:
        return "last-look"
    most = turn.stores.organizing.alone
    if alone and await limits.most(turn, access.broadcast) > most:
        turn.note("look-again")  # so many have joined meanwhile that it takes two
        return "last-look"
    others = await _others(turn, access)
    if not alone and not others:
        return "last-look"
    organizing = turn.stores.organizing
    confirmed = await organizing.broadcast_lifecycle.confirm(
        access.broadcast, access.organizer, moment, expected, turn.now, alone=alone
    )
    if alone:
        await organizing.broadcasts.watch(confirmed, access.organizer)
        turn.note("broadcast-goes-now" if due == NOW else "broadcast-goes-later")
    else:
        await tell(turn, access, others, "broadcast-waits", count=expected)
        turn.note("broadcast-asked")
    return access.show(turn)


async def tell(
    turn: Turn,
    access: BroadcastAccess,
    organizers: Sequence[Organizer],
    kind: str,
    **details: str | int,
) -> None:
    """Tell these organizers, each in their language."""
    for each in organizers:
        await turn.stores.organizing.notices.put(
            [each],
            kind,
            turn.now,
            slug=access.campaign.slug,
            number=access.broadcast.id,
            title=access.campaign.alert(each.locale).title,
            **details,
        )


STEPS = (
    Step(
        "last-look",
        last_look,
        {"when": "when", "broadcast": to_broadcast},
        on_choice=confirm,
        form=ScheduleForm,
        about=OfBroadcast,
    ),
)
