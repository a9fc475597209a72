"""Numbers of a campaign as the sequencer and the senders would have left them."""

from collections.abc import Mapping
from datetime import date, datetime

from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Stage
from storage import models
from storage.container import Storage


async def counted(
    storage: Storage,
    campaign: Campaign,
    world: int,
    *,
    days: Mapping[date, int] | None = None,
    languages: Mapping[str, int] | None = None,
    countries: Mapping[str, int] | None = None,
    sources: Mapping[str, int] | None = None,
    partners: Mapping[str, int] | None = None,
) -> None:
    """So many have signed, by each of these."""
    by_day = {day.isoformat(): amount for day, amount in (days or {}).items()}
    by_source = {f"telegram:{source}": amount for source, amount in (sources or {}).items()}
    rows = [
        {"campaign_id": campaign.id, "dimension": dimension, "key": key, "amount": amount}
        for dimension, amounts in (
            ("world", {"": world}),
            ("day", by_day),
            ("language", languages or {}),
            ("country", countries or {}),
            ("source", by_source),
            ("partner", partners or {}),
        )
        for key, amount in amounts.items()
    ]
    async with storage.database.write() as connection:
        await connection.execute(models.totals.insert(), rows)


async def came(storage: Storage, campaign: Campaign, **stages: int) -> None:
    """So many came that far."""
    known: dict[str, Stage] = {"seen": "seen", "read": "read", "consented": "consented"}
    for name, amount in stages.items():
        storage.funnel.reached(campaign, known[name], amount)
    await storage.funnel.flush()


async def broadcast(storage: Storage, campaign: Campaign, at: datetime, **outcomes: int) -> int:
    """A broadcast in two chunks, with these outcomes in each; its number."""
    async with storage.database.write() as connection:
        number = await connection.scalar(
            models.broadcasts.insert()
            .values(
                campaign_id=campaign.id,
                status="done",
                audience={},
                created_at=at,
                started_at=at,
                ended_at=at,
            )
            .returning(models.broadcasts.c.id)
        )
        await connection.execute(
            models.broadcast_chunks.insert(),
            [
                {"broadcast_id": number, "channel": "telegram", "country": country, "done": True}
                | outcomes
                for country in ("FR", "DE")
            ],
        )
    return int(number or 0)
