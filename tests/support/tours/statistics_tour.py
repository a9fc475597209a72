"""A tour of everything that organizers are told of numbers."""

from datetime import timedelta
from typing import get_args

from handlers.domain.invites import Source
from tests.support.fakes.campaigns import alert
from tests.support.numbers import broadcast, came, counted, every_day
from tests.support.real_desk import RealHouse
from tests.support.storage.petition import close

LOCALES = ("en", "fr", "es", "ru", "ar")

LONG_NAMES = ("VC", "CD", "BA", "GB", "AE", "ST", "GS", "FM", "PM", "TF")
"""Countries whose names are long in one language or another."""


async def visit_the_numbers(there: RealHouse, locale: str) -> None:
    """Every view of the numbers, of a petition that is new, small, large, old, and closed."""
    ida = await there.organizer("Ida", locale=locale)
    storage, today = there.storage, ida.now.date()
    texts = {
        each: alert(each, f"{'A title as long as they are. ' * 4}({each})") for each in LOCALES
    }
    for slug, world, length in (
        ("new", 0, 0), ("small", 7, 1), ("large", 12_000, 60), ("older", 9_000, 100),
        ("oldest", 1_000, 500),
    ):  # fmt: skip
        petition = await there.petition(slug, texts=texts, sample=slug == "large")
        each_day = [world // length] * length if length else []
        await counted(
            storage,
            petition,
            world,
            days=every_day(today - timedelta(days=max(length - 1, 0)), each_day),
            languages={"fr": world // 2, "en": world // 3, "es": world // 20},
            countries=dict.fromkeys(LONG_NAMES, world // 30),
            sources=dict.fromkeys(get_args(Source), world // 7),
            partners={"poster": world // 14},
        )
        if slug == "large":
            await storage.origins.add(petition, "poster", "A poster that has a long name " * 2)
            await came(storage, petition, seen=20, read=9, consented=11)
            for _ in range(6):
                await broadcast(
                    storage, petition, ida.now, size=325_000, sent=321_234, blocked=1_234,
                    unsubscribed=1_234, unknown=1_000, failed=298,
                )  # fmt: skip
    await ida.commands("stats")
    await ida.taps("campaign_new")
    for slug in ("new", "small", "large", "older", "oldest"):
        await ida.forges("stats-which", "", f"campaign_{slug}")
        for view in ("pace", "languages", "countries", "sources", "funnel", "reach", "growth"):
            await ida.taps(view)
    await close(storage, "oldest")
    await ida.taps("funnel")
    await ida.taps("desk")
    await ida.taps("organize")
