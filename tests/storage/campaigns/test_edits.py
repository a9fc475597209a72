"""Organizers change campaigns, several of them at once, and lose nothing."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image

from handlers.domain.campaigns import Campaign, PictureRefused, SlugTaken
from handlers.domain.organizers import Organizer
from storage.container import Storage
from tests.support.petition import draft_campaign, person
from tests.support.storage.petition import VAULT_KEY

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


async def test_another_process_sees_an_edit(
    storage: Storage, ida: Organizer, migrated_database_url: str
) -> None:
    """By the campaign's revision, within the seconds for which its list is kept."""
    seen = await storage.campaigns.save(draft_campaign())
    await storage.edits.write(
        seen, replace(seen.texts["en"], title="Set them free"), "title", ida, NOW
    )
    other = await Storage.open(migrated_database_url, VAULT_KEY)
    try:
        [there] = await other.campaigns.all()
        assert there.alert("en").title == "Set them free"
        await storage.edits.set(there, ida, NOW, urgent=True)
        other.campaigns.outdated()
        [there] = await other.campaigns.all()
        assert there.urgent
    finally:
        await other.close()
