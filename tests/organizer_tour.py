"""A tour of everything that organizers are told, for tests that look at every reply."""

from handlers.dialogue import Languages, Reply
from tests.desk import House, house


async def every_organizers_reply(languages: Languages, locale: str) -> list[Reply]:
    """Every reply at the desk at least once, as an organizer of that locale gets it."""
    seen: list[Reply] = []
    async with house(languages) as there:
        there.watch = seen.append
        for visit in VISITS:
            await visit(there, locale)
    return seen


async def visit_the_team(there: House, locale: str) -> None:
    """Desk, team, links, the audit log."""
    ida = await there.organizer("Ida", locale=locale)
    await ida.commands("organize")
    await ida.commands("audit")
    for slug in ("first", "second"):
        await there.petition(slug)
    await ida.commands("organize")
    await ida.taps("first")
    await ida.taps("audit")
    await ida.taps("desk")
    await ida.taps("team")
    for role in ("owner", "organizer", "translator", "viewer") * 2:
        await ida.taps("team-add")
        await ida.taps(role)
        await ida.taps("back")
    first = next(each for each in await there.storage.campaigns.all() if each.slug == "first")
    token = await there.storage.organizers.link(first, "viewer", None, ida.now)
    guest = there.person("Omar", locale)
    await guest.commands("organize")
    await guest.opens(f"_o{token}")
    await guest.taps("join-no")
    await guest.opens(f"_o{token}")
    await guest.taps("join-yes")
    await guest.opens(f"_o{token}")
    await guest.commands("organize")
    await guest.commands("mydata")
    await guest.forges("team", "first", "team-add")
    await ida.forges("desk", "first", "team")
    number = (await guest.organizer()).id
    await ida.taps(f"remove_{number}")
    await ida.taps("remove-no")
    await ida.taps(f"remove_{number}")
    await ida.taps("remove-yes")
    await ida.commands("organize")
    await ida.taps("house_team")
    await ida.taps("organize")
    await ida.taps("house_audit")
    await ida.taps("older")
    await ida.commands("organize")
    await ida.taps("house_team")
    await ida.taps(f"remove_{(await ida.organizer()).id}")
    await ida.taps("remove-yes")


async def visit_what_became_of_broadcasts(there: House, locale: str) -> None:
    """The audit log tells what organizers did with broadcasts, and what had to be given up."""
    campaign = await there.petition()
    ida = await there.organizer("Ida", locale=locale)
    for deed in ("drafted", "approved", "rejected", "paused", "resumed", "cancelled", "lost"):
        await there.storage.audit.note(
            f"broadcast-{deed}", await ida.organizer(), campaign, ida.now, number=1234
        )
    for size in (1, 2, 5, 12, 1_000_000):
        for deed in ("confirmed", "repeated"):
            await there.storage.audit.note(
                f"broadcast-{deed}", await ida.organizer(), campaign, ida.now, number=7, size=size
            )
    await ida.commands("organize")
    await ida.taps("house_audit")
    await ida.taps("older")


VISITS = (visit_the_team, visit_what_became_of_broadcasts)
