"""A tour of everything that organizers are told of held signatures and of exports."""

from typing import Any

from handlers.domain.moderation import Selection
from handlers.domain.signatures import Draft
from handlers.organizer import notices
from tests.support.desk import House
from tests.support.fakes.exports import VALID
from tests.support.petition import person


async def visit_what_is_held(there: House, locale: str) -> None:
    """Picking out, narrowing, releasing, removing, and being too late."""
    release = await there.petition("review")
    await there.world.add_origin(release, "poster", "Posters in May")
    ida = await there.organizer("Ida", "organizer", release, locale=locale)

    async def sign(many: int, country: str, **more: Any) -> None:
        for number in range(many):
            who = person(f"{country}{number}{sorted(more)}")
            await there.world.sign(release, who, Draft("", country), **more)

    await sign(10, "BE")
    await ida.commands("organize")
    await ida.taps("held")
    await ida.taps("sift-new")
    await there.world.work()
    for choice in ("sift-language", "fr", "sift-link", "o_poster", "sift-link", "invite"):
        await ida.taps(choice)
    for source in ("direct", "inline", "origin", "group", "page"):
        await ida.taps("sift-link")
        await ida.taps(source)
    await ida.taps("sift-days")
    await ida.says("never")
    await ida.says("2026-03-01 2026-03-04")
    await ida.taps("sift-days")
    await ida.taps("today")
    await ida.taps("sift-all")
    await ida.taps("sift-country")
    await ida.says("Atlantis")
    await ida.says("BE")
    await ida.commands("help")
    await ida.taps("continue")
    await ida.taps("hold")
    await ida.taps("sure-hold")
    await sign(12, "FR")
    await sign(3, "LU")
    await sign(12, "", held="suspicious")
    await ida.taps("sift-new")
    offered = ida.last
    await ida.taps("hold")
    await there.organizing.moderation.hold(release, Selection(), await ida.organizer(), ida.now)
    await ida.taps("sure-hold")
    await ida.taps("sift-new")
    await ida.forges("sift", offered.about.encode(), "hold")
    await ida.taps("sift-leave")
    for choice in ("picked", "release", "sift-no", "sift-country"):
        await ida.taps(choice)
    await ida.says("FR")
    await ida.taps("release")
    await ida.taps("sure-release")
    await there.world.work()
    await ida.taps("suspicious")
    for reason in ("duplicate", "automated", "false-details", "legal"):
        await ida.taps("remove")
        await ida.taps(reason)
        await ida.taps("sift-no")
    await ida.taps("remove")
    await ida.taps("legal")
    assert ida.saved is not None
    ida.saved["answers"]["SelectionForm"]["amount"] = 1
    await ida.taps("sure-remove")
    everything = Selection(held="suspicious")
    await there.organizing.moderation.decide(
        release, everything, "release", 99, await ida.organizer(), ida.now
    )
    await ida.taps("sure-remove")
    await there.world.work()
    await ida.commands("organize")
    await ida.taps("held")
    await ida.taps("picked")
    await ida.taps("remove")
    await ida.taps("duplicate")
    await ida.taps("sure-remove")
    await ida.taps("desk")
    await ida.taps("audit")


async def visit_the_exports(there: House, locale: str) -> None:
    """Requests in every state, and the notice that tells of one."""
    release = await there.petition("exports")
    ida = await there.organizer("Ida", "owner", release, locale=locale)
    world, now = there.world, ida.now
    await ida.commands("organize")
    await ida.taps("exports")
    await world.ask_export(release, 1200, now, country="FR", locale="ar", held=True)
    for _ in range(2):
        await world.ask_export(release, 1, now)
    number = await world.ask_export(release, 1200, now)
    for notice in await world.notices():
        told = notices.reply(notice.kind, notice.details)
        assert told is not None
        there.watch(told)
    await ida.commands("organize")
    await ida.taps("exports")
    await ida.taps(f"n_{number}")
    asked = ida.last
    await ida.taps("grant")
    await ida.taps("revoke")
    await ida.taps("grant", asked)
    for other in (number - 1, number - 2):
        await ida.taps("exports")
        await ida.taps(f"n_{other}")
        await ida.taps("grant")
    assert await world.use_export(number - 1, now)
    ida.now += VALID
    await ida.forges("export", f"{release.slug}.{number - 1}", "revoke")
    await ida.taps("exports")
    await ida.forges("export", f"{release.slug}.{number - 2}", "grant")
    await ida.taps("exports")
    await ida.taps("desk")
    await ida.taps("audit")
