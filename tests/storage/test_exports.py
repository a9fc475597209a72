"""What the organisation reads with its private key."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from handlers.stores import Campaign, Draft
from storage import exports, models
from storage.exports import Exported, Unreadable, export
from storage.faults import CampaignFault, KeyFault
from storage.opening import Storage
from storage.organisation_key import PrivateKey
from tests.storage.petition import PRIVATE, consent, open_petition, person


async def test_the_organisation_reads_every_signature(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many batches it takes; of this campaign and no other."""
    monkeypatch.setattr(exports, "BATCH", 2)
    other = await open_petition(storage, "other")
    await storage.signatures.sign(other, person("9"), Draft("Elsewhere"), consent())
    for number in range(5):
        draft = Draft(f"Ida {number}", "FR", f"ida{number}@example.org", "=1+1")
        await storage.signatures.sign(petition, person(str(number)), draft, consent())
    rows = [row async for row in export(storage.database, petition.slug, PRIVATE)]
    read = {row.name: row for row in rows if isinstance(row, Exported)}
    assert sorted(read) == [f"Ida {number}" for number in range(5)]
    ida = read["Ida 3"]
    assert (ida.country, ida.email, ida.comment) == ("FR", "ida3@example.org", "=1+1")
    assert (ida.locale, ida.channel, ida.partner, ida.generated) == ("fr", "telegram", "", False)
    assert ida.signed_on == datetime.now(UTC).date()


async def test_one_damaged_signature_does_not_stop_the_others(
    storage: Storage, petition: Campaign
) -> None:
    """A row was changed behind our back: it is reported, and the rest is read."""
    for number in range(3):
        await storage.signatures.sign(petition, person(str(number)), Draft("Ida"), consent())
    table = models.signatures
    async with storage.database.write() as connection:
        victim = await connection.scalar(select(table.c.id).limit(1))
        await connection.execute(
            update(table).where(table.c.id == victim).values(sealed=b"\1damaged")
        )
    rows = [row async for row in export(storage.database, petition.slug, PRIVATE)]
    assert len([row for row in rows if isinstance(row, Exported)]) == 2
    (damaged,) = [row for row in rows if isinstance(row, Unreadable)]
    assert victim is not None
    assert damaged.id == victim.hex()


async def test_the_wrong_key_or_campaign(storage: Storage, petition: Campaign) -> None:
    """One sentence instead of a thousand unreadable lines."""
    await storage.signatures.sign(petition, person("1"), Draft("Ida"), consent())
    with pytest.raises(KeyFault, match=PRIVATE.public.fingerprint[:16]):
        await anext(export(storage.database, petition.slug, PrivateKey.generate()))
    with pytest.raises(CampaignFault, match="no campaign nowhere"):
        await anext(export(storage.database, "nowhere", PRIVATE))
