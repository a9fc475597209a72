"""What is edited in the chat and what stands in a folder are the same thing."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.campaign_files import folder as campaign_files
from bot.texts.texts import Texts
from handlers.domain.campaigns import Campaign
from tests.handlers.organizer.campaigns.test_campaigns import made, photo, there
from tests.support.desk import House, house

KNOWN = Texts.load().known


async def comes_back(house_: House, slug: str, folder: Path) -> Campaign:
    """Write the campaign into a folder, read it, take it in again: it is as it was."""
    before = await there(house_, slug)
    picture = await house_.world.picture(before.picture) if before.picture else None
    campaign_files.write(folder, before, picture)
    reading = campaign_files.read(folder, KNOWN)
    assert [str(fault) for fault in reading.faults if fault.severity == "error"] == []
    assert reading.campaign is not None
    assert replace(reading.campaign, id=before.id) == before
    assert (
        await house_.world.save(reading.campaign, [each.data for each in reading.pictures])
        == before
    )
    return before


async def test_a_campaign_made_in_the_chat_comes_back_from_a_folder(tmp_path: Path) -> None:
    """Made, translated, illustrated, every setting changed; then exported and imported."""
    async with house() as house_:
        ida = await house_.organizer()
        await made(ida)
        await ida.taps("edit")
        await ida.taps("fr")
        for answer in ("Rivières", "Des rivières", "Trois rivières.", "Les nettoyer.", "au maire"):
            await ida.says(answer)
        for part in ("credit", "picture-text"):
            await ida.taps(part)
            await ida.says(f"Une {part}")
        await ida.taps("links")
        await ida.taps("link-add")
        await ida.says("Avant | après | https://example.org/avant?a=1&b=2")
        await ida.taps("texts")
        await ida.taps("sections")
        await ida.taps("section-add")
        await ida.says("Où\nAu nord.\n\n# Pas un titre\n#\u00a0ni ceci\n---\ntitle: non")
        await ida.forges("edit", "clean-rivers", "settings")
        for part, value in (
            ("responsible", 'Une "organisation" \\ d’ici'),
            ("contact", "https://example.org/données"),
            ("retention-days", "365"),
            ("date", "2026-04-01"),
            ("milestones", "10 200"),
        ):
            await ida.taps(part)
            assert await ida.says(value) == "settings", ida.notes
        await ida.taps("urgent-on")
        await ida.taps("picture")
        await ida.shows(photo())
        await ida.taps("main-language")
        await ida.taps("fr")
        await ida.taps("asks")
        await ida.taps("comment_optional")
        kept = await comes_back(house_, "clean-rivers", tmp_path / "out")
        assert set(kept.texts) == {"en", "fr"}
        assert kept.default_locale == "fr"


TYPED = (
    "  # Not a heading",
    "#",
    "#\u00a0",
    "title: not a header",
    "---",
    "a\tb  c",
    "line\nand line",
    "one\n\n\n\ntwo",
    "\u00a0framed by no-break spaces\u00a0",
    "العربية and left to right \u200e",
    "👩‍👧 family",
    "a | b | c",
    '"quoted" \\ \\n',
    "# heading\ntext\n# heading",
    "<b>bold</b> **stars**",
)
"""What people might type, and files might take for something else."""


@pytest.mark.parametrize("typed", TYPED)
async def test_whatever_is_typed_comes_back_as_it_is_shown(tmp_path: Path, typed: str) -> None:
    """In a title, in a heading, and in a section's text."""
    async with house() as house_:
        ida = await house_.organizer()
        await made(ida)
        await ida.taps("title")
        assert await ida.says(typed) == "texts", ida.notes
        await ida.forges("sections", "clean-rivers.en", "section-add")
        assert await ida.says(f"Heading\n{typed}\nmore") == "section", ida.notes
        await ida.taps("heading")
        assert await ida.says(typed) == "section", ida.notes
        await ida.taps("body")
        assert await ida.says(f"{typed}\n") == "section", ida.notes
        await comes_back(house_, "clean-rivers", tmp_path / "out")


@pytest.mark.parametrize("typed", ["\u202eturned round", "zero\u200bwidth", "\x07bell", "\ufffd"])
async def test_what_nobody_sees_is_refused_as_in_a_file(typed: str) -> None:
    async with house() as house_:
        ida = await house_.organizer()
        await made(ida)
        await ida.taps("title")
        assert await ida.says(f"a {typed}") == "write"
        assert ida.notes == ["rule-hidden"]
        await ida.forges("sections", "clean-rivers.en", "section-add")
        assert await ida.says(f"Heading\nText {typed}") == "write"
        assert ida.notes == ["rule-hidden"]
