"""The picture of a broadcast."""

from dataclasses import replace

from handlers.dialogue.messages import Picture, Reply, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import PictureRefused
from handlers.organizer.about import OfBroadcast
from handlers.organizer.access import DRAFT, DRAFT_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts.limits import ANY_PICTURE, overlong, too_long
from handlers.organizer.broadcasts.ways_back import to_broadcast
from handlers.organizer.forms import BroadcastForm, enter
from handlers.organizer.navigation import back


@requires("organizer", DRAFT)
async def to_picture(turn: Turn, access: BroadcastAccess) -> str:
    """To the form for a picture."""
    form = BroadcastForm(access.campaign.slug, access.broadcast.id)
    return enter(turn, form, "letter-picture")


@requires("organizer", DRAFT_FORM)
async def picture(_turn: Turn, access: BroadcastAccess) -> Reply:
    """The picture there is; another one is sent as a photo."""
    there = bool(access.broadcast.picture)
    return Reply(
        "letter-picture" if there else "letter-picture-none",
        choices=(*choices(*(["picture-out"] if there else [])), back("broadcast")),
        picture=access.broadcast.picture,
    )


@requires("organizer", DRAFT_FORM)
async def take_picture(turn: Turn, access: BroadcastAccess, sent: Picture) -> str:
    """Take the picture that was sent, where the letters fit under it."""
    image = await sent.load()
    if image is None:
        turn.note("picture-lost")
        return "letter-picture"
    pictured = replace(access.broadcast, picture=access.broadcast.picture or ANY_PICTURE)
    if found := overlong(turn, pictured, access.campaign):
        turn.notes.append(too_long(pictured, *found))
        return "letter-picture"
    try:
        await turn.stores.organizing.broadcasts.illustrate(access.broadcast, image)
    except PictureRefused as refusal:
        turn.note(f"picture-{refusal.why}", **refusal.facts)
        return "letter-picture"
    await access.note(turn, "broadcast-illustrated")
    turn.note("letter-picture-taken")
    return "letter-picture"


@requires("organizer", DRAFT_FORM)
async def picture_out(turn: Turn, access: BroadcastAccess) -> str:
    """Take the picture out."""
    if access.broadcast.picture:
        await turn.stores.organizing.broadcasts.illustrate(access.broadcast, None)
        await access.note(turn, "broadcast-illustrated")
    turn.note("letter-picture-removed")
    return "letter-picture"


STEPS = (
    Step(
        "letter-picture",
        picture,
        {"picture-out": picture_out, "broadcast": to_broadcast},
        on_picture=take_picture,
        form=BroadcastForm,
        about=OfBroadcast,
    ),
)
