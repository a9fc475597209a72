"""A tour of everything that organizers are told, for tests that look at every reply."""

import struct
import zlib
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

from PIL import Image

from handlers.dialogue.messages import Reply
from handlers.dialogue.step import Languages
from handlers.domain.campaign_rules import LONGEST
from handlers.organizer import notices
from handlers.organizer.activity import NAMES
from tests.support.desk import House
from tests.support.fakes.world import FakeWorld
from tests.support.petition import draft_campaign
from tests.support.tours.broadcasts_tour import visit_the_broadcasts
from tests.support.tours.moderation_tour import visit_the_exports, visit_what_is_held
from tests.support.tours.statistics_tour import visit_the_numbers


async def tour_the_desk(languages: Languages, locale: str) -> list[Reply]:
    """Every reply at the desk at least once, as an organizer of that locale gets it."""
    seen: list[Reply] = []
    there = House(FakeWorld(), languages, seen.append)
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
    await ida.taps("campaign_first")
    await ida.taps("audit")
    await ida.taps("desk")
    await ida.taps("team")
    for role in ("owner", "organizer", "translator", "viewer") * 2:
        await ida.taps("team-add")
        await ida.taps(role)
        await ida.taps("back")
    first = await there.world.campaign("first")
    token = await there.organizing.organizers.link(first, "viewer", None, ida.now)
    guest = there.person("Omar", locale)
    await guest.commands("organize")
    await guest.opens(f"_o{token}")
    await guest.taps("join-no")
    await guest.opens(f"_o{token}")
    await guest.taps("join-yes")
    await guest.opens(f"_o{token}")
    await guest.commands("organize")
    await guest.commands("mydata")
    await guest.commands("forget")
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


async def visit_the_activity(there: House, locale: str) -> None:
    """Who of a large team was active when, and that in another campaign nobody was."""
    ida = await there.organizer("Ida", locale=locale)
    for slug in ("busy", "idle"):
        await there.petition(slug)
    busy = await there.world.campaign("busy")
    for number in range(NAMES + 2):
        await there.organizer(f"Volunteer {number}", "viewer", busy, locale=locale)
    for slug in ("idle", "busy"):
        await ida.forges("desk", slug, "audit")
        await ida.taps("activity")
        await ida.taps("audit")


async def visit_every_status(there: House, locale: str) -> None:
    """The list and the desk of a draft, a paused and a closed campaign."""
    ida = await there.organizer("Ida", locale=locale)
    await there.world.save(draft_campaign("draft"))
    paused, closed, erased = [await there.petition(slug) for slug in ("paused", "closed", "erased")]
    edits = there.organizing.edits
    await edits.pause(paused, None, ida.now)
    await edits.close(closed, None, ida.now)
    await edits.close(erased, None, ida.now - timedelta(days=100))
    for slug in ("draft", "paused", "closed", "erased"):
        await ida.commands("organize")
        await ida.taps(f"campaign_{slug}")
    supporter = there.person("Omar", locale)
    for slug in ("paused", "closed"):
        await supporter.opens(slug)


async def visit_without_a_key(there: House, locale: str) -> None:
    """A draft that cannot be opened yet."""
    ida = await there.organizer("Ida", locale=locale)
    await there.world.save(draft_campaign("keyless"))
    await ida.forges("edit", "keyless", "opening")


async def visit_a_new_campaign(there: House, locale: str) -> None:
    """Every question of a new campaign, the texts of another language, and what may be wrong."""
    ida = await there.organizer("Ida", locale=locale)
    await there.petition("taken")
    await ida.commands("organize")
    await ida.taps("new_campaign")
    await ida.taps("stop")
    await ida.taps("new_campaign")
    for answer in ("Not a name!", "taken", "rivers", "no language"):
        await ida.says(answer)
    await ida.taps(locale)
    for answer in (
        "Rivers",
        "x\u2066y",
        "x" * 200,
        "<b>Clean</b> rivers" * 5,
        "s" * 400,
        "a" * 300,
    ):
        await ida.says(answer)
    await ida.says("Clean them.")
    for answer in ("for the mayor", "Example", "nowhere", "data@example.org", "soon"):
        await ida.says(answer)
    await ida.taps("days_30")
    await ida.taps("edit")
    await ida.taps("opening")
    await ida.taps("edit")
    other = "fr" if locale == "en" else "en"
    await ida.taps(other)
    for answer in ("Rivières", "Des rivières", "Trois rivières.", "Les nettoyer.", "pour le maire"):
        await ida.says(answer)
    await ida.taps("edit")
    await there.world.add_key()
    await ida.taps("opening")
    await ida.taps("edit")
    another = await there.world.add_key("another")
    await ida.taps("opening")
    await ida.taps("edit")
    both = await there.organizing.edits.keys()
    draft = await there.world.campaign("rivers")
    await there.world.seal_to(draft, both, ida.now)
    await there.world.seal_to(draft, [another], ida.now)
    for notice in await there.world.notices():
        told = notices.reply(notice.kind, notice.details)
        assert told is not None
        there.watch(told)
    await ida.taps("opening")
    await ida.taps("edit")
    await there.world.seal_to(draft, both, ida.now)
    await ida.taps("opening")
    await ida.taps(ida.offered()[0])
    await ida.taps("pause")
    await ida.taps("resume")
    await ida.taps("desk")
    await ida.taps("audit")


async def visit_the_texts(there: House, locale: str) -> None:
    """Every text, the sections, the links, the previews."""
    ida = await there.organizer("Ida", locale=locale)
    campaign = await there.petition("texts")
    for tag in {locale, "fr"} - {"en"}:
        text = replace(campaign.alert("en"), locale=tag)
        await there.organizing.edits.write(campaign, text, "translation", None, ida.now)
    await ida.forges("desk", "texts", "edit")
    await ida.taps(locale)
    for part in LONGEST:
        await ida.taps(part)
        await ida.says("<i>words</i> & more")
        if ida.last.id == "write-sure":
            await ida.taps("write-again")
            await ida.taps("stop")
    await ida.taps("credit")
    await ida.says(" ")
    await ida.taps("title")
    await ida.says(" ")
    await there.organizing.edits.write(
        await there.world.campaign("texts"),
        replace((await there.world.campaign("texts")).alert(locale), title="Another"),
        "title",
        None,
        ida.now,
    )
    await ida.says("Too late")
    await ida.taps("stop")
    await ida.taps("sections")
    await ida.taps("section-add")
    for typed in ("Only a heading", "\nonly text", "Heading\n" + "long " * 500):
        await ida.says(typed)
    for part, typed in (("heading", " "), ("heading", "x" * 81), ("body", "y" * 6001)):
        await ida.taps(part)
        await ida.says(typed)
        await ida.taps("stop")
    await ida.taps("section-up")
    await ida.taps("section-drop")
    await ida.taps(ida.offered()[0])
    await ida.taps("section-add")
    await ida.says("Heading\n" + "text " * 500)
    await ida.taps("more")
    await ida.taps("stop")
    await ida.taps("sections")
    await ida.taps("texts")
    await ida.taps("links")
    await ida.taps("link-add")
    title = "x" * 81
    for typed in (
        "none",
        f"{title} | https://example.org",
        "Here | there",
        f"A | https://example.org/{title * 13}",
    ):
        await ida.says(typed)
    await ida.says("Here | https://example.org")
    await ida.taps(ida.offered()[0])
    full = await there.world.campaign("texts")
    text = full.alert(locale)
    much = replace(text, sections=text.sections[:1] * 30, links=text.links[:1] * 10)
    await ida.taps("link-add")
    await there.organizing.edits.write(full, much, "links", None, ida.now)
    await ida.taps("stop")
    await ida.forges("links", f"texts.{locale}", "link-add")
    await ida.says("Here | https://example.org")
    await ida.taps("stop")
    await ida.forges("sections", f"texts.{locale}", "section-add")
    await ida.says("Heading\nText")
    await ida.taps("stop")
    await ida.forges("desk", "texts", "edit")
    for language in there.tongues.known:
        await ida.forges("texts", f"texts.{locale}", "preview")
        await ida.forges("preview", f"texts.{language}", "sign")
        await ida.taps("read")
        await ida.forges("pages", f"texts.{language}.1", "next")


async def visit_the_settings(there: House, locale: str) -> None:
    """Every setting, with what may be wrong; then the campaign is closed."""
    ida = await there.organizer("Ida", locale=locale)
    await there.petition("settings")
    await ida.forges("desk", "settings", "edit")
    await ida.taps("settings")
    for part, wrong in (
        ("responsible", "x" * 121),
        ("contact", "nowhere"),
        ("retention-days", "0"),
        ("date", "tomorrow"),
        ("milestones", "1 0"),
        ("milestones", "many"),
        ("milestones", "2 1"),
        ("milestones", " ".join(map(str, range(1, 60)))),
    ):
        await ida.taps(part)
        await ida.says(wrong)
        await ida.taps("stop")
    await ida.taps("milestones")
    await ida.taps("write-empty")
    await ida.taps("responsible")
    await ida.says("Another")
    await ida.taps("write-yes")
    await ida.taps("urgent-on")
    await ida.taps("asks")
    for asked in ("name", "country", "email", "comment"):
        for how in ("no", "optional", "required"):
            await ida.forges("asks", "settings", f"{asked}_{how}")
    await ida.taps("settings")
    await ida.taps("main-language")
    await ida.taps("settings")
    await ida.taps("picture")
    await ida.shows(None)
    await ida.shows(b"none")
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    for width, height in ((100, 100), (5001, 2000), (1000, 201)):
        await ida.shows(photo(width, height))
    await ida.shows(photo(exif=exif))
    await ida.shows(photo()[:600])
    await ida.shows(bytes(5_000_001))
    await ida.shows(png_of(60_000, 60_000))
    await ida.shows(photo())
    await ida.taps("picture")
    await ida.taps("stop")
    await ida.taps("edit")
    await ida.taps("settings")
    await ida.taps("picture")
    await ida.taps("picture-drop")
    await ida.taps("edit")
    await ida.taps("closing")
    await ida.taps("close-yes")
    await ida.taps("close-for-good")
    kept = await there.world.campaign("settings")
    await there.organizing.audit.note("imported", None, kept, ida.now)
    for part in ("default_locale", "picture", "asks"):
        await there.organizing.edits.set(kept, None, ida.now, **{part: getattr(kept, part)})
    for what in ("sections", "links", "translation"):
        await there.organizing.edits.write(kept, kept.alert("en"), what, None, ida.now)
    await ida.taps("desk")
    await ida.taps("audit")
    await ida.taps("older")
    await ida.taps("older")


async def visit_what_is_dangerous(there: House, locale: str) -> None:
    """A draft and an open campaign are raised to high risk, and somebody writes to its signers."""
    ida = await there.organizer("Ida", locale=locale)
    await there.world.save(draft_campaign("quiet-draft"))
    await there.petition("quiet")
    for slug in ("quiet-draft", "quiet"):
        await ida.forges("edit", slug, "settings")
        await ida.taps("safety-high")
        await ida.taps("safety-yes")
        await ida.taps("asks")
        await ida.taps("settings")
    await ida.forges("edit", "quiet-draft", "settings")
    await ida.taps("safety-normal")
    await ida.forges("desk", "quiet", "audit")
    await ida.forges("broadcasts", "quiet", "new-broadcast")
    await ida.taps("letters")
    await ida.taps(ida.offered()[0])
    await ida.says("They listened.")


def photo(width: int = 640, height: int = 400, **save: Any) -> bytes:
    """A JPEG."""
    file = BytesIO()
    Image.new("RGB", (width, height), "navy").save(file, "JPEG", **save)
    return file.getvalue()


def png_of(width: int, height: int) -> bytes:
    """The beginning of a PNG that claims to have so many pixels (PNG 1.2, IHDR)."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    begun = b"\x89PNG\r\n\x1a\n\0\0\0\r" + header + struct.pack(">I", zlib.crc32(header))
    return begun + struct.pack(">I", 20) + b"IDAT" + bytes(20)


async def visit_what_became_of_broadcasts(there: House, locale: str) -> None:
    """The audit log tells what organizers did with broadcasts, and what had to be given up."""
    campaign = await there.petition()
    ida = await there.organizer("Ida", locale=locale)
    for deed in (
        "drafted",
        "approved",
        "rejected",
        "paused",
        "resumed",
        "cancelled",
        "lost",
        "orphaned",
    ):
        await there.organizing.audit.note(
            f"broadcast-{deed}", await ida.organizer(), campaign, ida.now, number=1234
        )
    for size in (1, 2, 5, 12, 1_000_000):
        for deed in ("confirmed", "grown", "repeated"):
            await there.organizing.audit.note(
                f"broadcast-{deed}", await ida.organizer(), campaign, ida.now, number=7, size=size
            )
    await ida.commands("organize")
    await ida.taps("house_audit")
    await ida.taps("older")


VISITS = (
    visit_without_a_key,
    visit_the_team,
    visit_the_activity,
    visit_every_status,
    visit_a_new_campaign,
    visit_the_texts,
    visit_the_settings,
    visit_what_is_dangerous,
    visit_what_became_of_broadcasts,
    visit_the_broadcasts,
    visit_the_numbers,
    visit_what_is_held,
    visit_the_exports,
)
