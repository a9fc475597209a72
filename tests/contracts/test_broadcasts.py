"""Organizers draft a broadcast, agree to it, and stop it: what every store promises."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from handlers.domain.broadcasts import (
    Audience,
    AudienceUnknown,
    Broadcast,
    BroadcastChanged,
    Letter,
    Progress,
)
from handlers.domain.campaigns import Campaign, PictureRefused, Related
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Person
from tests.support.petition import consent
from tests.support.world import World

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)

LETTER = Letter("They are <b>free</b>.", (Related("More", "https://example.org/free"),))

EVERYBODY = Audience()


async def organizer(world: World, user: str = "ida") -> Organizer:
    """Somebody who owns every campaign."""
    token = await world.organizing.organizers.link(None, "owner", None, NOW)
    who = Person("telegram", user, name=user.title(), chat_id=user)
    return await world.organizing.organizers.join(token, who, "en", NOW)


async def again(world: World, broadcast: Broadcast) -> Broadcast:
    """The broadcast as it is now."""
    found = await world.organizing.broadcasts.get(broadcast.id)
    assert found is not None
    return found


async def deeds(world: World) -> list[str]:
    """What the audit log says, the oldest first."""
    return [deed.action for _, deed in reversed(await world.organizing.audit.read(None))]


def reader(number: int) -> Person:
    """A supporter; in a private chat of Telegram the chat's id is the person's."""
    return Person("telegram", str(number), chat_id=str(number))


async def drafted(world: World, petition: Campaign, ida: Organizer) -> Broadcast:
    """A draft with one letter."""
    draft = await world.organizing.broadcasts.create(petition, ida, NOW)
    await world.organizing.broadcasts.write(draft, "en", LETTER)
    return await again(world, draft)


async def readers(world: World, petition: Campaign) -> None:
    """Six supporters: 1 to 3 read French, 4 and 5 English, 6 Arabic; the odd ones have signed."""
    for number in range(1, 7):
        locale = "fr" if number < 4 else "en" if number < 6 else "ar"
        country = "FR" if number % 2 else "BE"
        who = reader(number)
        await world.stores.supporters.subscribe(petition, who, locale, country, consent("updates"))
        if number % 2:
            await world.stores.signatures.sign(petition, who, Draft("Ida", country), consent())


async def reach(world: World, draft: Broadcast, audience: Audience) -> dict[str, int]:
    await world.organizing.broadcasts.aim(draft, audience)
    return dict((await world.organizing.broadcasts.reach(await again(world, draft))).locales)


async def test_a_draft_is_what_was_written(world: World, petition: Campaign) -> None:
    """Ida writes in two languages, takes one out, chooses whom it is for and how it is sent."""
    ida = await organizer(world)
    draft = await world.organizing.broadcasts.create(petition, ida, NOW)
    assert (draft.slug, draft.status, draft.author) == ("release", "draft", ida.id)
    assert (dict(draft.letters), draft.audience) == ({}, Audience())
    audience = Audience(("en", "fr"), ("FR",), signed=True, since=date(2026, 4, 1))
    for locale in ("fr", "en", "es"):
        await world.organizing.broadcasts.write(draft, locale, LETTER)
        draft = await again(world, draft)
    await world.organizing.broadcasts.write(draft, "es", None)
    draft = await again(world, draft)
    await world.organizing.broadcasts.write(draft, "fr", Letter("Libres."))
    draft = await again(world, draft)
    await world.organizing.broadcasts.aim(draft, audience)
    draft = await again(world, draft)
    await world.organizing.broadcasts.set(draft, quiet=False, paid=True)
    draft = await again(world, draft)
    assert draft.letters == {"en": LETTER, "fr": Letter("Libres.")}
    assert draft.audience == audience
    assert (draft.quiet, draft.paid) == (False, True)
    assert await world.organizing.broadcasts.of(petition) == [draft]


async def test_one_organizer_alone(world: World, petition: Campaign) -> None:
    """A small one needs nobody else: it is scheduled, and every step of it is written down."""
    ida = await organizer(world)
    draft = await drafted(world, petition, ida)
    confirmed = await world.organizing.broadcast_lifecycle.confirm(
        draft, ida, NOW, 12, NOW, alone=True
    )
    assert (confirmed.status, confirmed.due_at, confirmed.expected) == ("scheduled", NOW, 12)
    with pytest.raises(BroadcastChanged):
        await world.organizing.broadcasts.write(confirmed, "en", Letter("Something else"))
    back = await world.organizing.broadcast_lifecycle.reject(confirmed, ida, NOW)
    assert (back.status, back.due_at, back.expected) == ("draft", None, 0)
    assert await deeds(world) == [
        "link",
        "joined",
        "broadcast-drafted",
        "broadcast-confirmed",
        "broadcast-rejected",
    ]


async def test_a_second_organizer_has_to_agree(world: World, petition: Campaign) -> None:
    """Ida drafts it and Omar confirms it: then Omar cannot agree with himself, but Ida can."""
    ida, omar = await organizer(world, "ida"), await organizer(world, "omar")
    draft = await drafted(world, petition, ida)
    waiting = await world.organizing.broadcast_lifecycle.confirm(
        draft, omar, NOW, 5000, NOW, alone=False
    )
    assert (waiting.status, waiting.author) == ("waiting", omar.id)
    with pytest.raises(BroadcastChanged):
        await world.organizing.broadcast_lifecycle.approve(waiting, omar, NOW)
    agreed = await world.organizing.broadcast_lifecycle.approve(waiting, ida, NOW)
    assert (agreed.status, agreed.approver) == ("scheduled", ida.id)


async def test_nobody_agrees_to_what_they_have_not_seen(world: World, petition: Campaign) -> None:
    """Omar reads it; meanwhile it is taken back, changed and confirmed anew: his yes is void."""
    ida, omar = await organizer(world, "ida"), await organizer(world, "omar")
    draft = await drafted(world, petition, ida)
    seen = await world.organizing.broadcast_lifecycle.confirm(
        draft, ida, NOW, 5000, NOW, alone=False
    )
    back = await world.organizing.broadcast_lifecycle.reject(seen, ida, NOW)
    await world.organizing.broadcasts.write(back, "en", Letter("Something else"))
    changed = await again(world, back)
    await world.organizing.broadcast_lifecycle.confirm(changed, ida, NOW, 5000, NOW, alone=False)
    with pytest.raises(BroadcastChanged):
        await world.organizing.broadcast_lifecycle.approve(seen, omar, NOW)
    assert (await again(world, seen)).status == "waiting"


async def test_nothing_to_say_cannot_be_confirmed(world: World, petition: Campaign) -> None:
    ida = await organizer(world)
    draft = await world.organizing.broadcasts.create(petition, ida, NOW)
    with pytest.raises(ValueError, match="letter"):
        await world.organizing.broadcast_lifecycle.confirm(draft, ida, NOW, 5, NOW, alone=True)


async def test_stopping_is_always_possible_and_going_on_is_not(
    world: World, petition: Campaign
) -> None:
    """Ida's screen is old, but pause and cancel work from it; to go on she has to look again."""
    ida = await organizer(world)
    draft = await drafted(world, petition, ida)
    with pytest.raises(BroadcastChanged):
        await world.organizing.broadcast_lifecycle.pause(draft, ida, NOW)
    with pytest.raises(BroadcastChanged):
        await world.organizing.broadcast_lifecycle.cancel(draft, ida, NOW)
    scheduled = await world.organizing.broadcast_lifecycle.confirm(
        draft, ida, NOW, 5, NOW, alone=True
    )
    paused = await world.organizing.broadcast_lifecycle.pause(draft, ida, NOW)
    assert paused.status == "paused"
    with pytest.raises(BroadcastChanged):
        await world.organizing.broadcast_lifecycle.resume(scheduled, ida, NOW)
    assert (
        await world.organizing.broadcast_lifecycle.resume(paused, ida, NOW)
    ).status == "scheduled"
    cancelled = await world.organizing.broadcast_lifecycle.cancel(draft, ida, NOW)
    assert (cancelled.status, cancelled.ended_at) == ("cancelled", NOW)
    for call in (
        world.organizing.broadcast_lifecycle.resume,
        world.organizing.broadcast_lifecycle.pause,
        world.organizing.broadcast_lifecycle.cancel,
    ):
        with pytest.raises(BroadcastChanged):
            await call(cancelled, ida, NOW)


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (Audience(), {"fr": 3, "en": 2, "ar": 1}),
        (Audience(locales=("fr", "ar")), {"fr": 3, "ar": 1}),
        (Audience(countries=("FR",)), {"fr": 2, "en": 1}),
        (Audience(signed=True), {"fr": 2, "en": 1}),
        (Audience(signed=False), {"fr": 1, "en": 1, "ar": 1}),
        (Audience(countries=("BE",), signed=True), {}),
        (Audience(since=date(2026, 1, 1), locales=("en",)), {"en": 2}),
        (Audience(since=date(2999, 1, 1)), {}),
    ],
)
async def test_whom_it_would_reach(
    world: World, petition: Campaign, audience: Audience, expected: dict[str, int]
) -> None:
    """Ida sees exactly how many there are in each language."""
    await readers(world, petition)
    other = await world.petition("other")
    await world.stores.supporters.subscribe(other, reader(99), "fr", "FR", consent("updates"))
    draft = await drafted(world, petition, await organizer(world))
    assert await reach(world, draft, audience) == expected


async def test_who_has_signed_is_forgotten_when_the_campaign_closes(
    world: World, petition: Campaign
) -> None:
    await readers(world, petition)
    draft = await drafted(world, petition, await organizer(world))
    await world.organizing.edits.close(petition, None, NOW)
    with pytest.raises(AudienceUnknown):
        await reach(world, draft, Audience(signed=False))


async def test_a_letter_for_every_reader(world: World, petition: Campaign) -> None:
    """Their own language, else the campaign's, else the first there is."""
    draft = await world.organizing.broadcasts.create(petition, await organizer(world), NOW)
    for locale in ("fr", "es"):
        await world.organizing.broadcasts.write(draft, locale, LETTER)
        draft = await again(world, draft)
    assert draft.read_by("fr", "en") == "fr"
    assert draft.read_by("ru", "en") == "es"
    await world.organizing.broadcasts.write(draft, "en", LETTER)
    assert (await again(world, draft)).read_by("ru", "en") == "en"


async def sent(
    world: World, petition: Campaign, ida: Organizer, audience: Audience = EVERYBODY
) -> Broadcast:
    """A broadcast that is being sent to those readers."""
    draft = await drafted(world, petition, ida)
    await world.organizing.broadcasts.aim(draft, audience)
    draft = await again(world, draft)
    await world.organizing.broadcast_lifecycle.confirm(draft, ida, NOW, 6, NOW, alone=True)
    await world.prepare(NOW)
    return await again(world, draft)


async def test_a_draft_that_is_gone_cannot_be_changed(world: World, petition: Campaign) -> None:
    """Its number stands in the audit log and is not given again; nobody's draft is overwritten."""
    ida, broadcasts = await organizer(world), world.organizing.broadcasts
    seen = await broadcasts.create(petition, ida, NOW)
    await broadcasts.write(seen, "en", LETTER)
    for change in (
        broadcasts.write(seen, "en", None),
        broadcasts.aim(seen, Audience(("en",))),
        broadcasts.set(seen, quiet=False),
        broadcasts.illustrate(seen, None),
        broadcasts.drop(seen),
    ):
        with pytest.raises(BroadcastChanged):
            await change
    draft = await again(world, seen)
    with pytest.raises(PictureRefused):
        await broadcasts.illustrate(draft, b"GIF89a")
    await broadcasts.drop(draft)
    assert await broadcasts.get(draft.id) is None
    assert await broadcasts.of(petition) == []
    with pytest.raises(BroadcastChanged):
        await broadcasts.drop(draft)
    assert (await broadcasts.create(petition, ida, NOW)).id > draft.id


async def test_progress_says_what_became_of_everybody(world: World, petition: Campaign) -> None:
    """Before there is a list it is as many as was expected; one stops updates meanwhile."""
    await readers(world, petition)
    ida, broadcasts = await organizer(world), world.organizing.broadcasts
    draft = await drafted(world, petition, ida)
    confirmed = await world.organizing.broadcast_lifecycle.confirm(
        draft, ida, NOW, 7, NOW, alone=True
    )
    assert await broadcasts.progress(confirmed, NOW) == Progress(size=7)
    await world.prepare(NOW)
    sending = await again(world, confirmed)
    assert (sending.status, sending.started_at) == ("sending", NOW)
    assert await broadcasts.progress(sending, NOW, ["FR"]) == Progress(size=6, asleep=3)
    await world.stores.supporters.unsubscribe(petition, reader(6))
    await world.deliver(["blocked", "failed", "unknown"], NOW)
    done = await again(world, sending)
    assert (done.status, done.ended_at) == ("done", NOW)
    progress = await broadcasts.progress(done, NOW)
    assert replace(progress, rate=0.0) == Progress(
        size=6, sent=2, blocked=1, failed=1, unknown=1, unsubscribed=1
    )
    for call in (
        world.organizing.broadcast_lifecycle.pause,
        world.organizing.broadcast_lifecycle.cancel,
        world.organizing.broadcast_lifecycle.resume,
        world.organizing.broadcast_lifecycle.reject,
    ):
        with pytest.raises(BroadcastChanged):
            await call(done, ida, NOW)
    assert (await broadcasts.reach(await drafted(world, petition, ida))).total == 4, (
        "who blocked the bot is not reached"
    )


async def test_the_unknown_are_sent_to_again_once(world: World, petition: Campaign) -> None:
    await readers(world, petition)
    ida, broadcasts = await organizer(world), world.organizing.broadcasts
    sending = await sent(world, petition, ida)
    with pytest.raises(BroadcastChanged):
        await world.organizing.broadcast_lifecycle.send_unknown_again(sending, ida, NOW)
    await world.deliver(["unknown", "unknown"], NOW)
    done = await again(world, sending)
    repeated = await world.organizing.broadcast_lifecycle.send_unknown_again(done, ida, NOW)
    assert (repeated.status, repeated.ended_at) == ("sending", None)
    with pytest.raises(BroadcastChanged):
        await world.organizing.broadcast_lifecycle.send_unknown_again(done, ida, NOW)
    progress = await broadcasts.progress(repeated, NOW)
    assert (progress.sent, progress.unknown, progress.left) == (4, 0, 2)
    await world.deliver([], NOW)
    assert (await broadcasts.progress(repeated, NOW)).sent == 6
    deed = (await world.organizing.audit.read(petition))[0][1]
    assert (deed.action, deed.details) == ("broadcast-repeated", {"number": done.id, "size": 2})


async def test_what_is_paused_goes_on_where_it_was(world: World, petition: Campaign) -> None:
    await readers(world, petition)
    ida, broadcasts = await organizer(world), world.organizing.broadcasts
    sending = await sent(world, petition, ida, Audience(signed=True))
    paused = await world.organizing.broadcast_lifecycle.pause(sending, ida, NOW)
    await world.deliver([], NOW)
    assert (await broadcasts.progress(paused, NOW)).sent == 0
    assert (await world.organizing.broadcast_lifecycle.resume(paused, ida, NOW)).status == "sending"
    await world.deliver([], NOW)
    assert (await broadcasts.progress(paused, NOW)).sent == 3


async def test_who_has_lost_the_role_watches_no_more(world: World, petition: Campaign) -> None:
    ida, omar = await organizer(world, "ida"), await organizer(world, "omar")
    draft = await drafted(world, petition, ida)
    for who in (ida, omar, ida):
        await world.organizing.broadcasts.watch(draft, who)
    assert await world.watchers(NOW) == ["Ida", "Omar"]
    await world.organizing.organizers.remove(None, omar, ida, NOW)
    assert await world.watchers(NOW) == ["Ida"]
