"""Organizers change campaigns: what every store promises."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from PIL import Image

from handlers.domain.campaigns import (
    Asks,
    Campaign,
    CampaignChanged,
    PictureRefused,
    Section,
    SlugTaken,
)
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from tests.support.petition import draft_campaign, person
from tests.support.world import World

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)


@pytest.fixture
async def ida(world: World) -> Organizer:
    """An organizer of every campaign."""
    token = await world.organizing.organizers.link(None, "organizer", None, NOW)
    return await world.organizing.organizers.join(token, person("1"), "fr", NOW)


async def deeds(world: World, campaign: Campaign) -> list[tuple[str, dict[str, object]]]:
    """What the audit log says of a campaign, the oldest first."""
    found = await world.organizing.audit.read(campaign)
    return [(deed.action, dict(deed.details)) for _, deed in reversed(found)]


async def test_whoever_makes_a_campaign_owns_it(world: World, ida: Organizer) -> None:
    made = await world.organizing.edits.create(draft_campaign("rivers"), ida, NOW)
    assert made.status == "draft"
    assert made == replace(draft_campaign("rivers"), id=made.id)
    again = await world.organizing.organizers.get(ida.id)
    assert again is not None
    assert again.roles == {made.id: "owner"}
    assert await deeds(world, made) == [("created", {})]


async def test_a_text_that_somebody_else_has_changed_is_not_overwritten(
    world: World, ida: Organizer
) -> None:
    seen = await world.save(draft_campaign())
    first = replace(seen.texts["en"], title="Set them free")
    await world.organizing.edits.write(seen, first, "title", ida, NOW)
    with pytest.raises(CampaignChanged):
        await world.organizing.edits.write(
            seen, replace(seen.texts["en"], sections=(Section("A", "b"),)), "sections", ida, NOW
        )
    with pytest.raises(CampaignChanged):
        await world.organizing.edits.write(
            replace(seen, texts={}), replace(seen.texts["en"], title="Mine"), "title", ida, NOW
        )
    [kept] = await world.organizing.campaigns.all()
    assert kept.texts == {"en": first}


async def test_settings_are_changed_one_by_one(world: World, ida: Organizer) -> None:
    """Two people change different ones at once; of two who change the same, one is told."""
    seen = await world.save(draft_campaign())
    changes = {
        "responsible": "Another",
        "contact": "https://example.org/data",
        "retention_days": 30,
        "asks": Asks("no", "optional", "required", "no"),
        "date": date(2026, 4, 1),
        "milestones": (5, 10),
        "urgent": True,
        "default_locale": "en",
    }
    for name, value in changes.items():
        await world.organizing.edits.set(seen, ida, NOW, **{name: value})
    [kept] = await world.organizing.campaigns.all()
    assert kept == replace(seen, **changes)  # type: ignore[arg-type]  # fields of the dataclass
    with pytest.raises(CampaignChanged):
        await world.organizing.edits.set(seen, ida, NOW, responsible="A third")
    assert [details["what"] for _, details in await deeds(world, kept)] == [
        name.replace("_", "-") for name in changes
    ]


async def test_a_campaigns_whole_life_is_written_down_once_a_step(
    world: World, ida: Organizer
) -> None:
    """Doing a step twice, as two organizers might, does and logs it once."""
    edits = world.organizing.edits
    draft = await world.save(draft_campaign())
    assert await edits.keys() == []
    with pytest.raises(CampaignChanged):
        await edits.open(draft, ["0" * 64], ida, NOW)
    key = await world.add_key()
    assert await edits.keys() == [key]
    statuses = []
    for _ in range(2):
        statuses.append((await edits.open(draft, [key], ida, NOW)).status)
    for step in (edits.pause, edits.pause, edits.resume, edits.resume, edits.close, edits.close):
        statuses.append((await step(draft, ida, NOW)).status)
    assert statuses == ["open", "open", "paused", "paused", "open", "open", "closed", "closed"]
    assert [action for action, _ in await deeds(world, draft)] == [
        "opened", "keys", "paused", "resumed", "closed",
    ]  # fmt: skip


async def test_a_name_is_given_once(world: World, ida: Organizer) -> None:
    await world.organizing.edits.create(draft_campaign("rivers"), ida, NOW)
    with pytest.raises(SlugTaken):
        await world.organizing.edits.create(draft_campaign("rivers"), ida, NOW)
    assert len(await world.organizing.campaigns.all()) == 1


async def test_a_picture_is_checked_before_it_is_kept(world: World, ida: Organizer) -> None:
    """One that cannot be shown says why and changes nothing; nobody's picture is overwritten."""
    edits, seen = world.organizing.edits, await world.save(draft_campaign())
    file = BytesIO()
    Image.new("RGB", (400, 300), "teal").save(file, "JPEG")
    with pytest.raises(PictureRefused) as refused:
        await edits.illustrate(seen, b"no picture", ida, NOW)
    assert refused.value.why == "kind"
    kept = await edits.illustrate(seen, file.getvalue(), ida, NOW)
    assert await world.picture(kept.picture)
    with pytest.raises(CampaignChanged):
        await edits.illustrate(seen, file.getvalue(), ida, NOW)
    assert (await edits.illustrate(kept, None, ida, NOW)).picture == ""
    assert await deeds(world, kept) == [("setting", {"what": "picture"})] * 2


async def test_safety_is_raised_for_good(world: World, ida: Organizer) -> None:
    """A draft may be lowered again; what was ever opened may not, and loses its links."""
    edits, draft = world.organizing.edits, await world.save(draft_campaign("draft"))
    raised = await edits.set(draft, ida, NOW, safety="high")
    assert (raised.safety, raised.asks) == ("high", draft.asks.at_high_risk())
    assert (await edits.set(raised, ida, NOW, safety="normal")).safety == "normal"

    petition = await world.petition()
    await world.sign(petition, person("1"), Draft())
    assert await world.stores.invites.get_or_create(petition, person("1"))
    raised = await edits.set(petition, ida, NOW, safety="high")
    assert raised.high_risk
    assert await world.rows("invites") == 0
    with pytest.raises(CampaignChanged):
        await edits.set(raised, ida, NOW, safety="normal")
    assert (await world.campaign("release")).high_risk
    details = [details["what"] for _, details in await deeds(world, petition)]
    assert sorted(map(str, details)) == ["asks", "safety"]


async def test_only_a_draft_opens_and_with_the_keys_that_were_chosen(
    world: World, ida: Organizer
) -> None:
    edits, draft = world.organizing.edits, await world.save(draft_campaign())
    ours, theirs = await world.add_key(), await world.add_key("a partner")
    unproven = await world.add_key("nobody", proven=False)
    assert await edits.keys() == [ours, theirs]
    for wrong in ([unproven], [ours, unproven], ["0" * 64], []):
        with pytest.raises(CampaignChanged):
            await edits.open(draft, wrong, ida, NOW)
    chosen = await world.seal_to(draft, [theirs, ours], NOW)
    assert chosen.keys == (ours, theirs), "the oldest first"
    with pytest.raises(CampaignChanged):
        await edits.open(chosen, [ours], ida, NOW)
    opened = await edits.open(chosen, [ours, theirs], ida, NOW)
    assert (opened.status, opened.keys) == ("open", (ours, theirs))
    closed = await edits.close(opened, ida, NOW)
    with pytest.raises(CampaignChanged):
        await edits.open(closed, [ours, theirs], ida, NOW)
    for step in (edits.pause, edits.resume):
        with pytest.raises(CampaignChanged):
            await step(closed, ida, NOW)


async def test_what_was_never_opened_is_neither_paused_nor_closed(
    world: World, ida: Organizer
) -> None:
    draft = await world.save(draft_campaign())
    for step in (
        world.organizing.edits.pause,
        world.organizing.edits.resume,
        world.organizing.edits.close,
    ):
        with pytest.raises(CampaignChanged):
            await step(draft, ida, NOW)
    assert await deeds(world, draft) == []


async def test_owners_are_told_of_keys_that_nobody_chose_in_the_chat(world: World) -> None:
    """Whoever has stolen the server may seal to a key of their own."""
    petition = await world.petition()
    token = await world.organizing.organizers.link(petition, "owner", None, NOW)
    owner = await world.organizing.organizers.join(token, person("2"), "fr", NOW)
    theirs = await world.add_key("a partner")
    await world.seal_to(petition, [*petition.keys, theirs], NOW)
    [told] = await world.notices()
    assert (told.organizer, told.kind) == (owner, "keys")
    assert told.details == {
        "slug": "release",
        "title": "Release them",
        "before": petition.keys[0][:16],
        "after": f"{petition.keys[0][:16]}, {theirs[:16]}",
    }
    newest = (await world.organizing.audit.read(petition))[0][1]
    assert (newest.action, newest.organizer_id) == ("keys-changed", None)
