"""Organizers draft a broadcast, agree to it, and stop it; two of them at once do no harm."""

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from PIL import Image
from sqlalchemy import select

from handlers.domain.broadcasts import Audience, Broadcast, BroadcastChanged, Letter, Progress
from handlers.domain.campaigns import Campaign, PictureRefused, Related
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Person
from storage import models
from storage.container import Storage
from tests.support.petition import consent
from tests.support.storage.mailing import NOW, again, deeds, organizer, reader
from tests.support.storage.petition import VAULT_KEY, count, open_petition

LETTER = Letter("They are <b>free</b>.", (Related("More", "https://example.org/free"),))


@pytest.fixture
async def storage(migrated_database_url: str) -> AsyncIterator[Storage]:
    """Open stores that check pictures."""
    opened = await Storage.open(migrated_database_url, VAULT_KEY)
    yield opened
    await opened.close()


async def drafted(storage: Storage, petition: Campaign, ida: Organizer) -> Broadcast:
    """A draft with one letter."""
    draft = await storage.broadcasts.create(petition, ida, NOW)
    await storage.broadcasts.write(draft, "en", LETTER)
    return await again(storage, draft)


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


async def test_two_confirm_in_the_same_moment(storage: Storage, petition: Campaign) -> None:
    """One of them does, the other is told; it is in the log once."""
    ida, omar = await organizer(storage, "ida"), await organizer(storage, "omar")
    draft = await drafted(storage, petition, ida)
    outcomes = await asyncio.gather(
        *(
            storage.broadcast_lifecycle.confirm(draft, each, NOW, 5, NOW, alone=True)
            for each in (ida, omar)
        ),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["Broadcast", "BroadcastChanged"]
    assert (await deeds(storage)).count("broadcast-confirmed") == 1


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


# The message that follows it.


async def test_a_message_that_follows_it(storage: Storage, petition: Campaign) -> None:
    """Ida watches it: the worker posts a message, and knows later which, and what it shows."""
    ida, omar = await organizer(storage, "ida"), await organizer(storage, "omar")
    draft = await drafted(storage, petition, ida)
    for each in (ida, omar):
        await storage.broadcasts.watch(draft, each)
    watching, other = await storage.watchers.watched("telegram", NOW)
    assert (watching.organizer.id, watching.chat_id) == (ida.id, "ida")
    assert (watching.broadcast, watching.progress) == (draft, Progress())
    assert (watching.message_id, watching.shown) == (None, None)
    await storage.watchers.posted(draft.id, ida.id, "2:a", b"\x01" * 32)
    watching, other = await storage.watchers.watched("telegram", NOW)
    assert (watching.message_id, watching.shown) == ("2:a", b"\x01" * 32)
    assert other.message_id is None
    await storage.broadcasts.watch(draft, ida)
    assert (await storage.watchers.watched("telegram", NOW))[0].message_id is None
    await storage.watchers.unwatch(draft.id, ida.id)
    assert [each.organizer.id for each in await storage.watchers.watched("telegram", NOW)] == [
        omar.id
    ]


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
    assert len(await storage.watchers.watched("telegram", NOW)) == 2
    await storage.organizers.remove(petition, viewer, ida, NOW)
    await storage.organizers.remove(None, noor, ida, NOW + timedelta(minutes=1))
    assert await storage.watchers.watched("telegram", NOW) == []
