"""A tour of everything that organizers are told of numbers."""

from datetime import timedelta
from typing import get_args

from handlers.domain.broadcasts import Progress
from handlers.domain.invites import Source
from tests.support.desk import House
from tests.support.fakes.campaigns import alert
from tests.support.world import Amounts, every_day

LOCALES = ("en", "fr", "es", "ru", "ar")

LONG_NAMES = ("VC", "CD", "BA", "GB", "AE", "ST", "GS", "FM", "PM", "TF")
"""Countries whose names are long in one language or another."""


async def visit_the_numbers(there: House, locale: str) -> None:
    """Every view of the numbers, of a petition that is new, small, large, old, and closed."""
    ida = await there.organizer("Ida", locale=locale)
    world, today = there.world, ida.now.date()
    texts = {
        each: alert(each, f"{'A title as long as they are. ' * 4}({each})") for each in LOCALES
    }
    for slug, total, length in (
        ("new", 0, 0), ("small", 7, 1), ("large", 12_000, 60), ("older", 9_000, 100),
        ("oldest", 1_000, 500),
    ):  # fmt: skip
        petition = await there.petition(slug, texts=texts, sample=slug == "large")
        first = today - timedelta(days=length - 1)
        amounts = Amounts(
            total,
            days=every_day(first, [total // length] * length if length else []),
            languages={"fr": total // 2, "en": total // 3, "es": total // 20},
            countries=dict.fromkeys(LONG_NAMES, total // 30),
            sources=dict.fromkeys(get_args(Source), total // 7),
            partners={"poster": total // 14},
        )
        await world.counted(petition, amounts)
        if slug == "large":
            await world.add_origin(petition, "poster", "A poster that has a long name " * 2)
            await world.came(petition, {"seen": 20, "read": 9, "consented": 11})
            in_each = Progress(
                325_000, 321_234, blocked=1_234, unsubscribed=1_234, unknown=1_000, failed=298
            )
            for _ in range(6):
                await world.past_broadcast(petition, ida.now, in_each)
    await ida.commands("stats")
    await ida.taps("campaign_new")
    for slug in ("new", "small", "large", "older", "oldest"):
        await ida.forges("stats-which", "", f"campaign_{slug}")
        for view in ("pace", "languages", "countries", "sources", "funnel", "reach", "growth"):
            await ida.taps(view)
    await there.close(await world.campaign("oldest"))
    await ida.taps("funnel")
    await ida.taps("desk")
    await ida.taps("organize")
