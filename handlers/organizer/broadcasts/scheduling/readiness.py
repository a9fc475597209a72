"""What a draft lacks before it can be sent."""

from handlers.dialogue.messages import Choice, Language, Reply, Words
from handlers.dialogue.step import Step, Turn
from handlers.domain.broadcasts import Reach
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import DRAFT, BroadcastAccess, requires
from handlers.organizer.broadcasts import limits
from handlers.organizer.broadcasts.drafting import letters
from handlers.organizer.broadcasts.scheduling.when import ScheduleForm
from handlers.organizer.broadcasts.summary import reached, unwritten
from handlers.organizer.forms import enter
from handlers.organizer.navigation import back


def _ask_when(turn: Turn, access: BroadcastAccess) -> str:
    return enter(turn, ScheduleForm(access.campaign.slug, access.broadcast.id), "when")


async def hindrance_of(
    turn: Turn, access: BroadcastAccess, reach: Reach | None
) -> tuple[Words, str] | None:
    """What keeps a draft from being sent, and the aside where that is put right."""
    if not access.broadcast.letters:
        return Words("broadcast-unwritten"), "letters"
    if long := limits.overlong(turn, access.broadcast, access.campaign):
        return limits.too_long(access.broadcast, *long), "letters"
    if reach is None:
        return Words("audience-unknown"), "audience"
    if not reach.total:
        return Words("broadcast-nobody"), "audience"
    return None


@requires("organizer", DRAFT)
async def schedule(turn: Turn, access: BroadcastAccess) -> str:
    """From the draft to the time at which it goes, past what is missing."""
    reach = await limits.reach(turn, access.broadcast)
    hindrance = await hindrance_of(turn, access, reach)
    if hindrance is not None or reach is None:
        words, step = hindrance or (Words("audience-unknown"), "audience")
        turn.notes.append(words)
        return step
    if unwritten(access.broadcast, reach):
        return "gaps"
    return _ask_when(turn, access)


@requires("organizer", DRAFT)
async def gaps(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """Who reads a language that nothing was written in, and what they would get instead."""
    reach = await limits.reach(turn, access.broadcast)
    missing = unwritten(access.broadcast, reach) if reach else []
    if reach is None or not missing or not access.broadcast.letters:
        return "broadcast"
    only = Reach({each: reach.locales[each] for each in missing})
    return Reply(
        "gaps",
        {"lines": reached(access.broadcast, access.campaign, only)},
        choices=(
            *(
                Choice.of("w", each, Words("choice-write", {"language": Language(each)}))
                for each in missing
                if each in turn.languages.known
            ),
            Choice("gaps-fine", alone=True),
            back("broadcast"),
        ),
    )


@requires("organizer", DRAFT)
async def gaps_fine(turn: Turn, access: BroadcastAccess) -> str:
    """Go on, though somebody gets another language than their own."""
    return _ask_when(turn, access)


STEPS = (
    Step(
        "gaps",
        gaps,
        {"gaps-fine": gaps_fine, "broadcast": "broadcast"},
        on_choice=letters.pick_language,
        about=OfBroadcast,
    ),
)
