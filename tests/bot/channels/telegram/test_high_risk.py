"""Signing where it is dangerous, in Telegram: what is left in the chat afterwards."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from handlers.domain.campaigns import Alert, Campaign, Related, Section
from tests.support.fakes.campaigns import high_risk

if TYPE_CHECKING:
    from bot.simulator import Person
    from tests.support.town import Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])

CAUSE = "sparrow"
"""Stands in all that names the cause."""

DAYS = 86_400


async def opened(town: "Town") -> Campaign:
    """An open campaign at high risk whose every word gives it away, with a picture."""
    from storage.campaigns.pictures import Picture
    from storage.container import open_with_key
    from storage.organisation_keys.key_pair import PrivateKey
    from tests.support.town import PICTURE

    picture = Picture("image/png", PICTURE)
    text = Alert(
        locale="en",
        rubric=f"{CAUSE} rubric",
        title=f"{CAUSE} title",
        summary=f"{CAUSE} summary",
        ask=f"{CAUSE} ask",
        purpose=f"{CAUSE} purpose",
        credit=f"{CAUSE} credit",
        picture_text=f"{CAUSE} picture",
        sections=(Section(f"{CAUSE} first", "One."), Section(f"{CAUSE} second", "Two.")),
        links=(Related("Read", f"https://example.org/{CAUSE}"),),
    )
    storage = town.parts.storage
    made = high_risk(f"{CAUSE}-case", texts={"en": text}, picture=picture.sha256)
    await storage.campaigns.save(made, [picture])
    await open_with_key(storage, made.slug, PrivateKey.generate())
    found = await storage.campaigns.get(made.slug)
    assert found is not None
    return found


def record(town: "Town", person: "Person") -> str:
    """All that Telegram still has of the chat: words, buttons and their data, pictures."""
    return json.dumps(town.simulator.world.chats[person.id].messages, ensure_ascii=False)


def pictures(town: "Town", person: "Person") -> int:
    return sum("photo" in each for each in town.simulator.world.chats[person.id].messages)


async def signs(person: "Person", campaign: Campaign) -> None:
    await person.says(f"/start {campaign.slug}")
    for choice in ("sign", "agree", "skip", "confirm"):
        await person.taps(choice)


@contextmanager
def long_ago(town: "Town", days: float) -> Iterator[None]:
    """What happens in here happened so many days ago."""
    world = town.simulator.world
    now = world.clock
    world.clock = lambda: time.time() - days * DAYS
    try:
        yield
    finally:
        world.clock = now


async def test_after_signing_nothing_in_the_chat_names_the_cause(town: "Town") -> None:
    """Card, pages, consent, what she typed, even the link she came by: all of it is gone."""
    campaign = await opened(town)
    ana = town.simulator.person("Ana")
    await ana.says(f"/start {campaign.slug}")
    await ana.taps("read")
    await ana.taps("next")
    await ana.taps("sign")
    await ana.says("/help")
    await ana.says(f"/start {campaign.slug}_p")
    await ana.taps("agree")
    await ana.says("Germny")
    await ana.says("France")
    assert CAUSE in record(town, ana)
    thanks = await ana.taps("confirm")
    assert CAUSE not in record(town, ana)
    assert pictures(town, ana) == 0
    assert "France" not in record(town, ana)
    assert "It is done" in thanks.text
    assert "Delete chat" in thanks.text
    # The help stays: it tells nothing.
    assert [each.text[:5] for each in ana.screen if not each.from_bot] == ["/help"]
    storage = town.parts.storage
    assert await storage.signatures.total(campaign) == 1


async def test_whatever_a_signer_does_later_names_nothing(town: "Town") -> None:
    """Data, file, updates, sharing, the menu's commands, and words that are no command."""
    campaign = await opened(town)
    ana = town.simulator.person("Ana")
    await signs(ana, campaign)
    await ana.taps("share")
    await ana.says("/mydata")
    await ana.taps("reveal")
    await ana.taps("file")
    await ana.says("/updates")
    await ana.taps(f"on-{campaign.handle}")
    await ana.taps("updates-yes")
    for said in ("/campaigns", "/start", "/privacy", "/withdraw", "/help", "/cancel", "thanks!"):
        await ana.says(said)
    assert CAUSE not in record(town, ana)
    [file] = ana.files
    assert CAUSE not in file.data.decode()
    assert json.loads(file.data)["signatures"][0]["campaign"] == campaign.handle


async def test_somebody_who_looks_again_can_take_it_out_again(town: "Town") -> None:
    """She follows her friend's link, reads, and leaves nothing behind but a reminder."""
    campaign = await opened(town)
    ana = town.simulator.person("Ana")
    await signs(ana, campaign)
    await ana.opens(f"https://t.me/{town.simulator.world.bot.username}?start={campaign.handle}")
    assert CAUSE in record(town, ana)
    await ana.taps("read")
    await ana.taps("card")
    hidden = await ana.taps("hide")
    assert "taken out" in hidden.text
    assert CAUSE not in record(town, ana)
    assert pictures(town, ana) == 0


async def test_sharing_with_the_name_is_taken_out_as_well(town: "Town") -> None:
    campaign = await opened(town)
    ana = town.simulator.person("Ana")
    await signs(ana, campaign)
    await ana.taps("share")
    await ana.taps("name-it")
    assert CAUSE in record(town, ana)
    await ana.taps("hide")
    assert CAUSE not in record(town, ana)


async def test_forgetting_takes_down_what_was_read(town: "Town") -> None:
    """Somebody who has only read, and then wants nothing to be left."""
    campaign = await opened(town)
    ana = town.simulator.person("Ana")
    await ana.says(f"/start {campaign.slug}")
    await ana.taps("sign")
    await ana.says("/forget")
    await ana.taps("forget-yes")
    assert CAUSE not in record(town, ana)


async def test_what_is_too_old_to_be_deleted_is_emptied(town: "Town") -> None:
    """She opened the link three days ago. The card says nothing now; only her own /start stays."""
    campaign = await opened(town)
    ana = town.simulator.person("Ana")
    with long_ago(town, 3):
        await ana.says(f"/start {campaign.handle}")
        await ana.taps("read")
        await ana.says("/language")
        await ana.says(f"/start {campaign.handle}")
        await ana.taps("sign")
    for choice in ("agree", "skip", "confirm"):
        await ana.taps(choice)
    assert CAUSE not in record(town, ana)
    emptied = [each.text for each in ana.screen if each.from_bot and each.text == "…"]
    assert len(emptied) == 3
    assert not town.simulator.complaints


async def test_other_chats_and_other_messages_are_left_alone(town: "Town") -> None:
    """Ben reads the same; Ana's other petition stays as it was."""
    campaign = await opened(town)
    ana, ben = town.simulator.person("Ana"), town.simulator.person("Ben")
    await ben.says(f"/start {campaign.slug}")
    await ana.says("/start chechnya")
    await signs(ana, campaign)
    assert CAUSE in record(town, ben)
    assert "chechnya in English" in record(town, ana)


async def test_what_is_remembered_for_it_tells_nothing_and_goes(town: "Town") -> None:
    """In Redis: a name that is nobody's, numbers that are encrypted; after the sweep, nothing."""
    campaign = await opened(town)
    ana = town.simulator.person("Ana")
    await ana.says(f"/start {campaign.slug}")
    redis = town.parts.storage.redis
    assert redis is not None
    [name] = [each async for each in redis.scan_iter(match="pv:*:ephemeral")]
    assert str(ana.id).encode() not in name
    for stored in await redis.lrange(name, 0, -1):
        assert b"photo" not in stored
        assert b"theirs" not in stored
    assert 0 < await redis.ttl(name) <= 7 * DAYS
    for choice in ("sign", "agree", "skip", "confirm"):
        await ana.taps(choice)
    assert not [each async for each in redis.scan_iter(match="pv:*:ephemeral")]


async def test_a_message_she_deleted_herself_stops_nothing(town: "Town") -> None:
    """One that is gone already is passed over; the others are taken down."""
    campaign = await opened(town)
    ana = town.simulator.person("Ana")
    card = await ana.says(f"/start {campaign.slug}")
    await ana.taps("sign")
    chat = town.simulator.world.chats[ana.id]
    chat.messages[:] = [each for each in chat.messages if each["message_id"] != card.message_id]
    for choice in ("agree", "skip", "confirm"):
        await ana.taps(choice)
    assert CAUSE not in record(town, ana)
