"""Made-up signatures: for a demo, and nowhere else."""

from datetime import UTC, date, datetime
from typing import get_args

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Source
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.errors import CampaignFault
from storage.exports.reader import Exported, export
from storage.supporters.samples import Listener, generate, listen
from tests.support.petition import consent, person
from tests.support.storage.petition import PRIVATE, count, counted, open_petition


async def test_a_sample_campaign_has_something_to_show(storage: Storage) -> None:
    """Several countries, languages and weeks, all counted; a second start adds nothing."""
    sample = await open_petition(storage, "sample", sample=True)
    assert await generate(storage.database, storage.campaigns, "sample", count=300) == 300
    assert await generate(storage.database, storage.campaigns, "sample", count=300) == 0
    totals = await counted(storage, sample)
    assert totals["world", ""] == 300
    assert len([key for dimension, key in totals if dimension == "country"]) > 10
    sources = {key for dimension, key in totals if dimension == "source"}
    assert sources == {f"telegram:{source}" for source in get_args(Source)}
    origins = await storage.origins.of(sample)
    assert sum(each.signed for each in origins) == totals["source", "telegram:origin"]
    assert all(each.signed for each in origins)
    statistics = storage.stores.organizing.statistics
    stages = await statistics.stages(sample)
    assert stages["seen"] > stages["read"] > stages["consented"] > 300
    assert 40 < await statistics.shared(sample) < 80
    days = sorted(date.fromisoformat(key) for dimension, key in totals if dimension == "day")
    assert (days[-1] - days[0]).days > 40
    assert days[-1] <= datetime.now(UTC).date()
    people = [row async for row in export(storage.database, "sample", PRIVATE)]
    assert all(isinstance(row, Exported) and row.generated for row in people)
    assert {row.name for row in people if isinstance(row, Exported)} >= {"Sample signer 0042"}


async def test_nothing_made_up_enters_a_real_campaign(storage: Storage, petition: Campaign) -> None:
    """Neither by the generator, nor behind its back: the database itself refuses."""
    with pytest.raises(CampaignFault, match="real campaign"):
        await generate(storage.database, storage.campaigns, petition.slug)
    sample = await open_petition(storage, "sample", sample=True)
    await storage.signatures.sign(petition, person("1"), Draft(), consent())

    async def mark(campaign: Campaign) -> None:
        async with storage.database.write() as connection:
            await connection.execute(update(models.signatures).values(generated_in=campaign.id))

    for campaign in (petition, sample):
        with pytest.raises(IntegrityError):
            await mark(campaign)
    assert await count(storage, models.signatures) == 1


async def test_a_sample_that_is_not_open(storage: Storage) -> None:
    """There is no key to seal to yet."""
    with pytest.raises(CampaignFault, match="not open"):
        await generate(storage.database, storage.campaigns, "sample")


async def test_a_made_up_crowd_listens_to_a_sample_and_to_nothing_else(
    storage: Storage, petition: Campaign
) -> None:
    """So that a demo's broadcast has somewhere to go; a second start adds nobody."""
    sample = await open_petition(storage, "sample", sample=True)
    crowd = [Listener("1", "fr", "FR"), Listener("2", "ar", "TN")]
    for _ in range(2):
        await listen(storage.database, storage.campaigns, storage.vault, "sample", crowd)
    assert await count(storage, models.subscriptions) == 2
    for user, locale in (("1", "fr"), ("2", "ar")):
        (found,) = await storage.supporters.subscriptions(person(user))
        assert (found.campaign.slug, found.locale) == (sample.slug, locale)
    with pytest.raises(CampaignFault, match="no sample"):
        await listen(storage.database, storage.campaigns, storage.vault, petition.slug, crowd)
