"""A tour of everything that organizers are told of held signatures and of exports."""

from typing import Any

from handlers.domain.moderation import Selection
from handlers.domain.signatures import Draft
from handlers.organizer import notices
from storage.exports import claims
from storage.exports.reader import Narrowed
from storage.exports.requests import VALID
from tests.support.petition import consent, person
from tests.support.real_desk import RealHouse
from tests.support.storage.petition import PRIVATE


async def visit_what_is_held(there: RealHouse, locale: str) -> None:
    """Picking out, narrowing, releasing, removing, and being too late."""
    release = await there.petition("review")
    await there.storage.origins.add(release, "poster", "Posters in May")
    ida = await there.organizer("Ida", "organizer", release, locale=locale)

    async def sign(many: int, country: str, **more: Any) -> None:
        for number in range(many):
            who = person(f"{country}{number}{sorted(more)}")
            draft = Draft("", country)
            await there.storage.signatures.sign(release, who, draft, consent(), **more)

    async def worker() -> None:
        await there.storage.moderation.run_once()
        await there.storage.sequencer.run_once()

    await sign(10, "BE")
    await ida.commands("organize")
    await ida.taps("held")
    await ida.taps("sift-new")
    await worker()
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
    await there.storage.moderation.hold(release, Selection(), await ida.organizer(), ida.now)
    await ida.taps("sure-hold")
    await ida.taps("sift-new")
    await ida.forges("sift", offered.about.encode(), "hold")
    await ida.taps("sift-leave")
    for choice in ("picked", "release", "sift-no", "sift-country"):
        await ida.taps(choice)
    await ida.says("FR")
    await ida.taps("release")
    await ida.taps("sure-release")
    await worker()
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
    await there.storage.moderation.decide(
        release, everything, "release", 99, await ida.organizer(), ida.now
    )
    await ida.taps("sure-remove")
    await worker()
    await ida.commands("organize")
    await ida.taps("held")
    await ida.taps("picked")
    await ida.taps("remove")
    await ida.taps("duplicate")
    await ida.taps("sure-remove")
    await ida.taps("desk")
    await ida.taps("audit")


async def visit_the_exports(there: RealHouse, locale: str) -> None:
    """Requests in every state, and the notice that tells of one."""
    release = await there.petition("exports")
    ida = await there.organizer("Ida", "owner", release, locale=locale)
    database, now = there.storage.database, ida.now
    await ida.commands("organize")
    await ida.taps("exports")
    narrowed = Narrowed("FR", "ar", held=True)
    await claims.ask(database, release.slug, narrowed, 1200, now)
    for _ in range(2):
        await claims.ask(database, release.slug, Narrowed(), 1, now)
    number = await claims.ask(database, release.slug, Narrowed(), 1200, now)
    for notice in await there.storage.notices.take(["telegram"]):
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
    await claims.use(database, number - 1, PRIVATE, now)
    ida.now += VALID
    await ida.forges("export", f"{release.slug}.{number - 1}", "revoke")
    await ida.taps("exports")
    await ida.forges("export", f"{release.slug}.{number - 2}", "grant")
    await ida.taps("exports")
    await ida.taps("desk")
    await ida.taps("audit")
