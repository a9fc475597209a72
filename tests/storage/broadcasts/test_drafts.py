"""Organizers draft a broadcast, agree to it, and stop it; two of them at once do no harm."""

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest
from PIL import Image
from sqlalchemy import select

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
from storage import models
from storage.container import Storage
from tests.support.storage.mailing import NOW, again, deeds, organizer, reader
from tests.support.storage.petition import VAULT_KEY, consent, count, open_petition

LETTER = Letter("They are <b>free</b>.", (Related("More", "https://example.org/free"),))


@pytest.fixture
async def storage(migrated_database_url: str) -> AsyncIterator[Storage]:
    """Open stores that check pictures."""
    opened = await Storage.open(migrated_database_url, None, VAULT_KEY)
    yield opened
    await opened.close()


async def drafted(storage: Storage, petition: Campaign, ida: Organizer) -> Broadcast:
    """A draft with one letter."""
    draft = await storage.broadcasts.create(petition, ida, NOW)
    await storage.broadcasts.write(draft, "en", LETTER)
    return await again(storage, draft)


async def test_a_draft_is_what_was_written(storage: Storage, petition: Campaign) -> None:
    """Ida writes in two languages, takes one out, chooses whom it is for and how it is sent."""
    ida = await organizer(storage)
    draft = await storage.broadcasts.create(petition, ida, NOW)
    assert (draft.slug, draft.status, draft.author) == ("release", "draft", ida.id)
    assert (dict(draft.letters), draft.audience) == ({}, Audience())
    audience = Audience(("en", "fr"), ("FR",), signed=True, since=date(2026, 4, 1))
    for locale in ("fr", "en", "es"):
        await storage.broadcasts.write(draft, locale, LETTER)
        draft = await again(storage, draft)
    await storage.broadcasts.write(draft, "es", None)
    draft = await again(storage, draft)
    await storage.broadcasts.write(draft, "fr", Letter("Libres."))
    draft = await again(storage, draft)
    await storage.broadcasts.aim(draft, audience)
    draft = await again(storage, draft)
    await storage.broadcasts.set(draft, quiet=False, paid=True)
    draft = await again(storage, draft)
    assert draft.letters == {"en": LETTER, "fr": Letter("Libres.")}
    assert draft.audience == audience
    assert (draft.quiet, draft.paid) == (False, True)
    assert await storage.broadcasts.of(petition) == [draft]


async def test_of_two_who_write_at_once_one_is_told(storage: Storage, petition: Campaign) -> None:
    """Both look at the same draft and both save: nobody's words vanish without a word."""
    draft = await drafted(storage, petition, await organizer(storage))
    saved = await asyncio.gather(
        storage.broadcasts.write(draft, "en", Letter("one")),
        storage.broadcasts.write(draft, "en", Letter("two")),
        return_exceptions=True,
    )
    assert [type(each) for each in saved if each] == [BroadcastChanged]
    kept = (await again(storage, draft)).letters["en"].text
    assert kept == ("one" if saved[0] is None else "two")


async def test_a_draft_is_thrown_away(storage: Storage, petition: Campaign) -> None:
    ida = await organizer(storage)
    draft = await drafted(storage, petition, ida)
    await storage.broadcasts.drop(draft)
    assert await storage.broadcasts.get(draft.id) is None
    assert await count(storage, models.broadcast_letters) == 0
    with pytest.raises(BroadcastChanged):
        await storage.broadcasts.drop(draft)
    # Its number stands in the audit log and is not given again.
    assert (await storage.broadcasts.create(petition, ida, NOW)).id > draft.id


def picture(size: tuple[int, int] = (640, 360)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "orange").save(file, "PNG")
    return file.getvalue()


async def test_a_picture_is_checked_before_it_is_kept(storage: Storage, petition: Campaign) -> None:
    """Ida sends a photo; one that cannot be shown is refused, and says why."""
    draft = await drafted(storage, petition, await organizer(storage))
    for bad, fault in ((picture((640, 20)), "small"), (b"GIF89a", "kind")):
        with pytest.raises(PictureRefused) as refusal:
            await storage.broadcasts.illustrate(draft, bad)
        assert refusal.value.why == fault
    assert await count(storage, models.pictures) == 0
    await storage.broadcasts.illustrate(draft, picture())
    draft = await again(storage, draft)
    kept = await storage.campaigns.picture(draft.picture)
    assert kept is not None
    assert kept.data == picture()
    await storage.broadcasts.illustrate(draft, None)
    assert (await again(storage, draft)).picture == ""


async def test_one_organizer_alone(storage: Storage, petition: Campaign) -> None:
    """A small one needs nobody else: it is scheduled, and every step of it is written down."""
    ida = await organizer(storage)
    draft = await drafted(storage, petition, ida)
    confirmed = await storage.broadcasts.confirm(draft, ida, NOW, 12, NOW, alone=True)
    assert (confirmed.status, confirmed.due_at, confirmed.expected) == ("scheduled", NOW, 12)
    with pytest.raises(BroadcastChanged):
        await storage.broadcasts.write(confirmed, "en", Letter("Something else"))
    back = await storage.broadcasts.reject(confirmed, ida, NOW)
    assert (back.status, back.due_at, back.expected) == ("draft", None, 0)
    assert await deeds(storage) == [
        "link",
        "joined",
        "broadcast-drafted",
        "broadcast-confirmed",
        "broadcast-rejected",
    ]


async def test_a_second_organizer_has_to_agree(storage: Storage, petition: Campaign) -> None:
    """Ida drafts it and Omar confirms it: then Omar cannot agree with himself, but Ida can."""
    ida, omar = await organizer(storage, "ida"), await organizer(storage, "omar")
    draft = await drafted(storage, petition, ida)
    waiting = await storage.broadcasts.confirm(draft, omar, NOW, 5000, NOW, alone=False)
    assert (waiting.status, waiting.author) == ("waiting", omar.id)
    with pytest.raises(BroadcastChanged):
        await storage.broadcasts.approve(waiting, omar, NOW)
    agreed = await storage.broadcasts.approve(waiting, ida, NOW)
    assert (agreed.status, agreed.approver) == ("scheduled", ida.id)


async def test_nobody_agrees_to_what_they_have_not_seen(
    storage: Storage, petition: Campaign
) -> None:
    """Omar reads it; meanwhile it is taken back, changed and confirmed anew: his yes is void."""
    ida, omar = await organizer(storage, "ida"), await organizer(storage, "omar")
    draft = await drafted(storage, petition, ida)
    seen = await storage.broadcasts.confirm(draft, ida, NOW, 5000, NOW, alone=False)
    back = await storage.broadcasts.reject(seen, ida, NOW)
    await storage.broadcasts.write(back, "en", Letter("Something else"))
    changed = await again(storage, back)
    await storage.broadcasts.confirm(changed, ida, NOW, 5000, NOW, alone=False)
    with pytest.raises(BroadcastChanged):
        await storage.broadcasts.approve(seen, omar, NOW)
    assert (await again(storage, seen)).status == "waiting"


async def test_two_confirm_in_the_same_moment(storage: Storage, petition: Campaign) -> None:
    """One of them does, the other is told; it is in the log once."""
    ida, omar = await organizer(storage, "ida"), await organizer(storage, "omar")
    draft = await drafted(storage, petition, ida)
    outcomes = await asyncio.gather(
        *(storage.broadcasts.confirm(draft, each, NOW, 5, NOW, alone=True) for each in (ida, omar)),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["Broadcast", "BroadcastChanged"]
    assert (await deeds(storage)).count("broadcast-confirmed") == 1


async def test_nothing_to_say_cannot_be_confirmed(storage: Storage, petition: Campaign) -> None:
    ida = await organizer(storage)
    draft = await storage.broadcasts.create(petition, ida, NOW)
    with pytest.raises(ValueError, match="letter"):
        await storage.broadcasts.confirm(draft, ida, NOW, 5, NOW, alone=True)


async def test_stopping_is_always_possible_and_going_on_is_not(
    storage: Storage, petition: Campaign
) -> None:
    """Ida's screen is old, but pause and cancel work from it; to go on she has to look again."""
    ida = await organizer(storage)
    draft = await drafted(storage, petition, ida)
    with pytest.raises(BroadcastChanged):
        await storage.broadcasts.pause(draft, ida, NOW)
    with pytest.raises(BroadcastChanged):
        await storage.broadcasts.cancel(draft, ida, NOW)
    scheduled = await storage.broadcasts.confirm(draft, ida, NOW, 5, NOW, alone=True)
    paused = await storage.broadcasts.pause(draft, ida, NOW)
    assert paused.status == "paused"
    with pytest.raises(BroadcastChanged):
        await storage.broadcasts.resume(scheduled, ida, NOW)
    assert (await storage.broadcasts.resume(paused, ida, NOW)).status == "scheduled"
    cancelled = await storage.broadcasts.cancel(draft, ida, NOW)
    assert (cancelled.status, cancelled.ended_at) == ("cancelled", NOW)
    for call in (storage.broadcasts.resume, storage.broadcasts.pause, storage.broadcasts.cancel):
        with pytest.raises(BroadcastChanged):
            await call(cancelled, ida, NOW)


# Whom it is for.


async def readers(storage: Storage, petition: Campaign) -> None:
    """Six supporters: 1 to 3 read French, 4 and 5 English, 6 Arabic; the odd ones have signed."""
    for number in range(1, 7):
        locale = "fr" if number < 4 else "en" if number < 6 else "ar"
        country = "FR" if number % 2 else "BE"
        who = reader(number)
        await storage.supporters.subscribe(petition, who, locale, country, consent("updates"))
        if number % 2:
            await storage.signatures.sign(petition, who, Draft("Ida", country), consent())


async def reach(storage: Storage, draft: Broadcast, audience: Audience) -> dict[str, int]:
    await storage.broadcasts.aim(draft, audience)
    return dict((await storage.broadcasts.reach(await again(storage, draft))).locales)


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
    storage: Storage, petition: Campaign, audience: Audience, expected: dict[str, int]
) -> None:
    """Ida sees exactly how many there are in each language."""
    await readers(storage, petition)
    other = await open_petition(storage, "other")
    await storage.supporters.subscribe(other, reader(99), "fr", "FR", consent("updates"))
    draft = await drafted(storage, petition, await organizer(storage))
    assert await reach(storage, draft, audience) == expected


async def test_who_blocked_the_bot_is_not_counted(storage: Storage, petition: Campaign) -> None:
    await readers(storage, petition)
    async with storage.database.write() as connection:
        supporters = models.supporters
        first = await connection.scalar(select(supporters.c.id).order_by(supporters.c.id).limit(1))
        await connection.execute(
            supporters.update().where(supporters.c.id == first).values(unreachable_at=NOW)
        )
    draft = await drafted(storage, petition, await organizer(storage))
    assert (await storage.broadcasts.reach(draft)).total == 5


async def test_who_has_signed_is_forgotten_when_the_campaign_closes(
    storage: Storage, petition: Campaign
) -> None:
    await readers(storage, petition)
    draft = await drafted(storage, petition, await organizer(storage))
    await storage.campaigns.close(petition.slug)
    with pytest.raises(AudienceUnknown):
        await reach(storage, draft, Audience(signed=False))


async def test_a_letter_for_every_reader(storage: Storage, petition: Campaign) -> None:
    """Their own language, else the campaign's, else the first there is."""
    draft = await storage.broadcasts.create(petition, await organizer(storage), NOW)
    for locale in ("fr", "es"):
        await storage.broadcasts.write(draft, locale, LETTER)
        draft = await again(storage, draft)
    assert draft.read_by("fr", "en") == "fr"
    assert draft.read_by("ru", "en") == "es"
    await storage.broadcasts.write(draft, "en", LETTER)
    assert (await again(storage, draft)).read_by("ru", "en") == "en"


# The message that follows it.


async def test_a_message_that_follows_it(storage: Storage, petition: Campaign) -> None:
    """Ida watches it: the worker posts a message, and knows later which, and what it shows."""
    ida, omar = await organizer(storage, "ida"), await organizer(storage, "omar")
    draft = await drafted(storage, petition, ida)
    for each in (ida, omar):
        await storage.broadcasts.watch(draft, each)
    watching, other = await storage.broadcasts.watched(NOW)
    assert (watching.organizer.id, watching.channel, watching.chat_id) == (
        ida.id,
        "telegram",
        "ida",
    )
    assert (watching.broadcast, watching.progress) == (draft, Progress())
    assert (watching.message_id, watching.shown) == (None, None)
    await storage.broadcasts.posted(draft.id, ida.id, 2**40, b"\x01" * 32)
    watching, other = await storage.broadcasts.watched(NOW)
    assert (watching.message_id, watching.shown) == (2**40, b"\x01" * 32)
    assert other.message_id is None
    await storage.broadcasts.watch(draft, ida)
    assert (await storage.broadcasts.watched(NOW))[0].message_id is None
    await storage.broadcasts.unwatch(draft.id, ida.id)
    assert [each.organizer.id for each in await storage.broadcasts.watched(NOW)] == [omar.id]


async def test_who_has_lost_the_role_watches_no_more(storage: Storage, petition: Campaign) -> None:
    """Omar keeps a role elsewhere, and Noor leaves: neither sees how this one goes on."""
    other = await open_petition(storage, "other")
    ida, noor = await organizer(storage, "ida"), await organizer(storage, "noor")
    omar = Person("telegram", "omar", name="Omar", chat_id="omar")
    for campaign in (petition, other):
        token = await storage.organizers.link(campaign, "viewer", ida, NOW)
        await storage.organizers.join(token, omar, "en", NOW)
    viewer = await storage.organizers.find(omar)
    assert viewer is not None
    draft = await drafted(storage, petition, ida)
    for each in (viewer, noor):
        await storage.broadcasts.watch(draft, each)
    assert len(await storage.broadcasts.watched(NOW)) == 2
    await storage.organizers.remove(petition, viewer, ida, NOW)
    await storage.organizers.remove(None, noor, ida, NOW + timedelta(minutes=1))
    assert await storage.broadcasts.watched(NOW) == []
