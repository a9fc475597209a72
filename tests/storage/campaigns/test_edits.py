"""Organizers change campaigns, several of them at once, and lose nothing."""

import asyncio
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
from storage.container import Storage
from storage.errors import CampaignFault
from tests.support.storage.petition import VAULT_KEY, draft_campaign, person, prove_key

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)


@pytest.fixture
async def ida(storage: Storage) -> Organizer:
    """An organizer of every campaign."""
    token = await storage.organizers.link(None, "organizer", None, NOW)
    return await storage.organizers.join(token, person("1"), "fr", NOW)


async def deeds(storage: Storage, campaign: Campaign) -> list[tuple[str, dict[str, object]]]:
    """What the audit log says of a campaign, the oldest first."""
    found = await storage.audit.read(campaign)
    return [(deed.action, dict(deed.details)) for _, deed in reversed(found)]


async def test_whoever_makes_a_campaign_owns_it(storage: Storage, ida: Organizer) -> None:
    made = await storage.edits.create(draft_campaign("rivers"), ida, NOW)
    assert made.status == "draft"
    assert made == replace(draft_campaign("rivers"), id=made.id)
    again = await storage.organizers.get(ida.id)
    assert again is not None
    assert again.roles == {made.id: "owner"}
    assert await deeds(storage, made) == [("created", {})]


async def test_a_name_is_given_once(storage: Storage, ida: Organizer) -> None:
    """Of two who choose it at once, one is told; there is no half-made campaign."""
    outcomes = await asyncio.gather(
        *(storage.edits.create(draft_campaign("rivers"), ida, NOW) for _ in range(2)),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["Campaign", "SlugTaken"]
    with pytest.raises(SlugTaken):
        await storage.edits.create(draft_campaign("rivers"), ida, NOW)


async def test_two_languages_written_at_once_are_both_kept(
    storage: Storage, ida: Organizer
) -> None:
    """Each of the two saw the campaign before the other's change."""
    seen = await storage.campaigns.save(draft_campaign())
    french = replace(seen.texts["en"], locale="fr", title="Libérez-les")
    english = replace(seen.texts["en"], title="Set them free")
    await asyncio.gather(
        storage.edits.write(seen, french, "translation", ida, NOW),
        storage.edits.write(seen, english, "title", ida, NOW),
    )
    [kept] = await storage.campaigns.all()
    assert kept.texts == {"en": english, "fr": french}
    assert sorted(await deeds(storage, kept), key=str) == [
        ("text", {"what": "title", "language": "en"}),
        ("text", {"what": "translation", "language": "fr"}),
    ]


async def test_a_text_that_somebody_else_has_changed_is_not_overwritten(
    storage: Storage, ida: Organizer
) -> None:
    seen = await storage.campaigns.save(draft_campaign())
    first = replace(seen.texts["en"], title="Set them free")
    await storage.edits.write(seen, first, "title", ida, NOW)
    with pytest.raises(CampaignChanged):
        await storage.edits.write(
            seen, replace(seen.texts["en"], sections=(Section("A", "b"),)), "sections", ida, NOW
        )
    with pytest.raises(CampaignChanged):
        await storage.edits.write(
            replace(seen, texts={}), replace(seen.texts["en"], title="Mine"), "title", ida, NOW
        )
    [kept] = await storage.campaigns.all()
    assert kept.texts == {"en": first}


async def test_settings_are_changed_one_by_one(storage: Storage, ida: Organizer) -> None:
    """Two people change different ones at once; of two who change the same, one is told."""
    seen = await storage.campaigns.save(draft_campaign())
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
        await storage.edits.set(seen, ida, NOW, **{name: value})
    [kept] = await storage.campaigns.all()
    assert kept == replace(seen, **changes)  # type: ignore[arg-type]  # fields of the dataclass
    with pytest.raises(CampaignChanged):
        await storage.edits.set(seen, ida, NOW, responsible="A third")
    assert [details["what"] for _, details in await deeds(storage, kept)] == [
        name.replace("_", "-") for name in changes
    ]


def drawn(width: int = 400, height: int = 300, **save: object) -> bytes:
    """A JPEG."""
    file = BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "JPEG", **save)
    return file.getvalue()


async def test_a_picture_is_checked_and_cleaned_before_it_is_kept(
    storage: Storage, ida: Organizer
) -> None:
    """What its camera wrote into it is gone; a bad one changes nothing."""
    seen = await storage.campaigns.save(draft_campaign())
    exif = Image.Exif()
    exif[0x010F] = "A telltale camera"
    kept = await storage.edits.illustrate(seen, drawn(exif=exif), ida, NOW)
    picture = await storage.campaigns.picture(kept.picture)
    assert picture is not None
    assert picture.media_type == "image/jpeg"
    assert b"telltale" not in picture.data
    exif.get_ifd(0x8825)[1] = "N"
    for bad, why in (
        (b"no picture", "kind"),
        (drawn()[:500], "damaged"),
        (drawn(100, 100), "small"),
        (drawn(1000, 201), "shape"),
        (drawn(5001, 2000), "large"),
        (drawn(exif=exif), "place"),
        (bytes(5_000_001), "heavy"),
    ):
        with pytest.raises(PictureRefused) as refused:
            await storage.edits.illustrate(kept, bad, ida, NOW)
        assert refused.value.why == why
    bare = await storage.edits.illustrate(kept, None, ida, NOW)
    assert bare.picture == ""


async def test_a_campaigns_whole_life_is_written_down_once_a_step(
    storage: Storage, ida: Organizer
) -> None:
    """Doing a step twice, as two organizers might, does and logs it once."""
    edits = storage.edits
    draft = await storage.campaigns.save(draft_campaign())
    assert await edits.keys() == []
    with pytest.raises(CampaignFault):
        await edits.open(draft, ["0" * 64], ida, NOW)
    key = await prove_key(storage)
    assert await edits.keys() == [key]
    statuses = []
    for _ in range(2):
        statuses.append((await edits.open(draft, [key], ida, NOW)).status)
    for step in (edits.pause, edits.pause, edits.resume, edits.resume, edits.close, edits.close):
        statuses.append((await step(draft, ida, NOW)).status)
    assert statuses == ["open", "open", "paused", "paused", "open", "open", "closed", "closed"]
    assert [action for action, _ in await deeds(storage, draft)] == [
        "opened", "keys", "paused", "resumed", "closed",
    ]  # fmt: skip


async def test_another_process_sees_an_edit(
    storage: Storage, ida: Organizer, migrated_database_url: str
) -> None:
    """By the campaign's revision, within the seconds for which its list is kept."""
    seen = await storage.campaigns.save(draft_campaign())
    await storage.edits.write(
        seen, replace(seen.texts["en"], title="Set them free"), "title", ida, NOW
    )
    other = await Storage.open(migrated_database_url, None, VAULT_KEY)
    try:
        [there] = await other.campaigns.all()
        assert there.alert("en").title == "Set them free"
        await storage.edits.set(there, ida, NOW, urgent=True)
        other.campaigns.outdated()
        [there] = await other.campaigns.all()
        assert there.urgent
    finally:
        await other.close()
