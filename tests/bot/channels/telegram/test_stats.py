"""Organizers look at charts in Telegram, and supporters are counted on their way."""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from handlers.domain.campaigns import FEWEST

if TYPE_CHECKING:
    from bot.simulator import Person, Seen
    from tests.support.town import Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


async def organizer(town: "Town", language: str = "en") -> "Person":
    """Somebody who came by a one-time link."""
    storage = town.parts.storage
    [campaign] = await storage.campaigns.all()
    ida = town.simulator.person("Ida", language)
    token = await storage.organizers.link(campaign, "viewer", None, datetime.now(UTC))
    await ida.says(f"/start _o{token}")
    await ida.taps("join-yes")
    return ida


def size(shown: "Seen") -> tuple[int, int]:
    assert shown.photo is not None
    with Image.open(io.BytesIO(shown.photo.data)) as image:
        return image.size


async def test_one_message_shows_every_view_in_its_place(town: "Town") -> None:
    """The picture changes and so do the words below it; nothing is sent anew."""
    ida = await organizer(town, "ar")
    first = await ida.says("/stats")
    assert size(first) == (1080, 1200)
    seen = {first.text}
    for view in ("pace", "languages", "countries", "sources", "funnel", "reach", "growth"):
        shown = await ida.taps(view)
        assert shown.message_id == first.message_id
        assert size(shown) == (1080, 1200)
        seen.add(shown.text)
    assert len(seen) == 7
    desk = await ida.taps("desk")
    assert desk.message_id > first.message_id
    assert desk.photo is None


async def test_the_funnel_counts_people_and_not_messages(town: "Town") -> None:
    """A dozen people look, some of them twice, and half of them agree."""
    storage = town.parts.storage
    for number in range(FEWEST["normal"] + 2):
        somebody = town.simulator.person(f"Person {number}")
        await somebody.says("/start chechnya")
        await somebody.says("/start chechnya")
        await somebody.taps("read")
        if number % 2:
            await somebody.taps("sign")
            await somebody.taps("agree")
    [campaign] = await storage.campaigns.all()
    statistics = storage.stores.organizing.statistics
    assert sum((await statistics.stages(campaign)).values()) == 0
    await storage.funnel.flush()
    assert await statistics.stages(campaign) == {"seen": 12, "read": 12, "consented": 6}


async def test_an_update_that_comes_twice_counts_once(town: "Town") -> None:
    """Telegram did not hear that it was taken, and delivers it again."""
    ana = town.simulator.person("Ana")
    update = {
        "update_id": town.simulator.next_update_id(),
        "message": {
            "message_id": 1,
            "date": 1_700_000_000,
            "from": {"id": ana.id, "is_bot": False, "first_name": "Ana", "language_code": "en"},
            "chat": {"id": ana.id, "type": "private", "first_name": "Ana"},
            "text": "/start chechnya",
        },
    }
    for _ in range(2):
        await town.parts.telegram.process(update)
    storage = town.parts.storage
    await storage.funnel.flush()
    [campaign] = await storage.campaigns.all()
    stages = await storage.stores.organizing.statistics.stages(campaign)
    assert stages["seen"] == 1
