"""Organizers make campaigns, write them, open, pause and close them, all in the chat."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from handlers.dialogue.messages import Reply, Words
from handlers.domain.campaigns import Asks, Campaign
from handlers.organizer import notices
from tests.support.desk import House, OrganizerTalk, house
from tests.support.petition import draft_campaign

ANSWERS = (
    "Clean-Rivers",
    "Rivers",
    "Clean rivers",
    "Three rivers are dirty.",
    "Clean them.",
    "to be handed to the mayor",
    "Example",
    "data@example.org",
)


async def there(house: House, slug: str = "release") -> Campaign:
    """The campaign as it is kept."""
    return next(each for each in await house.organizing.campaigns.all() if each.slug == slug)


async def made(talk: OrganizerTalk) -> str:
    """A campaign is made, question by question."""
    await talk.commands("organize")
    await talk.taps("new_campaign")
    slug, *rest = ANSWERS
    await talk.says(slug)
    await talk.taps("en")
    for answer in rest:
        await talk.says(answer)
    return await talk.taps("days_90")


def lines(reply: Reply) -> list[str]:
    """The messages of a reply's lines."""
    found = reply.args["lines"]
    assert isinstance(found, tuple)
    return [each.id for each in found]


def asked(talk: OrganizerTalk) -> str:
    """What a form asks for."""
    question = talk.last.args["question"]
    assert isinstance(question, Words)
    return question.id


def photo(width: int = 640, height: int = 400) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "navy").save(file, "JPEG")
    return file.getvalue()


async def test_a_campaign_is_made_in_the_chat_and_its_maker_owns_it() -> None:
    """Ten questions, one by one; a wrong answer is explained and asked again."""
    async with house() as house_:
        ida = await house_.organizer(role="organizer")
        await ida.commands("organize")
        assert await ida.taps("new_campaign") == "found"
        assert asked(ida) == "ask-slug"
        assert await ida.says("Rivers, clean!") == "found"
        assert ida.notes == ["rule-slug"]
        assert await made(ida) == "texts"
        assert ida.notes == ["campaign-made"]
        campaign = await there(house_, "clean-rivers")
        assert campaign.status == "draft"
        assert campaign.alert("en").title == "Clean rivers"
        assert (campaign.retention_days, campaign.contact) == (90, "data@example.org")
        assert (await ida.organizer()).roles == {campaign.id: "owner"}
        [(_, deed)] = await house_.organizing.audit.read(campaign)
        assert (deed.who, deed.action) == ("Ida", "created")
        assert await house_.person().opens("clean-rivers") == "no-campaigns"


async def test_a_name_that_is_taken_is_asked_again() -> None:
    async with house() as house_:
        await house_.petition("clean-rivers")
        ida = await house_.organizer()
        await ida.commands("organize")
        await ida.taps("new_campaign")
        assert await ida.says("clean-rivers") == "found"
        assert ida.notes == ["rule-slug-taken"]
        assert asked(ida) == "ask-slug"


async def test_a_new_campaign_can_be_left_half_way() -> None:
    async with house() as house_:
        ida = await house_.organizer()
        await ida.commands("organize")
        await ida.taps("new_campaign")
        await ida.says("rivers")
        assert await ida.commands("cancel") == "organize"
        await ida.taps("new_campaign")
        assert asked(ida) == "ask-slug"
        assert await ida.taps("stop") == "organize"
        assert ida.answers == {}
        assert await house_.organizing.campaigns.all() == []


async def test_only_an_organizer_of_all_campaigns_makes_a_new_one() -> None:
    """Not somebody who runs one campaign, nor a translator of all; nor by a forged button."""
    async with house() as house_:
        campaign = await house_.petition()
        await house_.petition("second")
        for talk in (
            await house_.organizer("Omar", "owner", campaign),
            await house_.organizer("Zoé", "translator"),
        ):
            await talk.commands("organize")
            assert "new_campaign" not in talk.offered()
            await talk.forges("organize", "", "new_campaign")
            assert not talk.form


async def test_a_text_is_changed_and_supporters_see_it() -> None:
    async with house() as house_:
        campaign = await house_.petition()
        zoe = await house_.organizer("Zoé", "translator", campaign)
        assert await zoe.commands("organize") == "desk"
        assert await zoe.taps("edit") == "edit"
        assert "settings" not in zoe.offered()
        assert "pause" not in zoe.offered()
        assert await zoe.taps("en") == "texts"
        assert await zoe.taps("title") == "write"
        assert await zoe.says("x" * 151) == "write"
        assert zoe.notes == ["rule-too-long"]
        assert await zoe.says("Set  them\nfree **now**") == "texts"
        assert zoe.notes == ["edit-saved", "rule-markup"]
        assert (await there(house_)).alert("en").title == "Set them free **now**"
        supporter = house_.person()
        await supporter.opens("release")
        assert supporter.last.args["title"] == "Set them free **now**"


async def test_what_stands_on_the_card_has_to_fit_together() -> None:
    async with house() as house_:
        await house_.petition()
        ida = await house_.organizer()
        for part, length, notes in (
            ("title", 150, ["edit-saved"]),
            ("summary", 400, ["edit-saved"]),
            ("ask", 300, ["rule-card"]),
        ):
            await ida.forges("texts", "release.en", part)
            await ida.says("x" * length)
            assert ida.notes == notes


async def test_a_translation_is_begun_with_the_original_beside_it() -> None:
    """Every required text is asked for; nothing is kept before all are there."""
    async with house() as house_:
        campaign = await house_.petition()
        zoe = await house_.organizer("Zoé", "translator", campaign)
        await zoe.forges("desk", "release", "edit")
        assert lines(zoe.last)[:2] == ["edit-default", "edit-missing"]
        assert await zoe.taps("fr") == "translate"
        for answer in ("Liberté", "Libérez-les", "Ils sont en prison.", "Libérez-les."):
            original = zoe.last.args["original"]
            assert isinstance(original, Words)
            assert await zoe.says(answer) == "translate"
        assert "fr" not in (await there(house_)).texts
        assert await zoe.says("pour le ministère") == "texts"
        assert (await there(house_)).alert("fr").title == "Libérez-les"
        await zoe.taps("edit")
        assert lines(zoe.last)[:4] == ["edit-default", "edit-less", "less-sections", "less-links"]


async def test_what_each_language_lacks_is_told() -> None:
    async with house() as house_:
        await house_.petition()
        ida = await house_.organizer()
        await ida.forges("settings", "release", "picture")
        assert await ida.shows(photo()) == "settings"
        await ida.taps("edit")
        assert lines(ida.last)[:3] == ["edit-less", "less-picture-text", "less-credit"]
        for part in ("credit", "picture-text"):
            await ida.forges("texts", "release.en", part)
            await ida.says("Somebody")
        await ida.forges("settings", "release", "edit")
        assert lines(ida.last)[0] == "edit-default"


async def test_an_optional_text_can_be_emptied_and_a_required_one_cannot() -> None:
    async with house() as house_:
        await house_.petition()
        ida = await house_.organizer()
        await ida.forges("texts", "release.en", "credit")
        assert "write-empty" not in ida.offered()
        await ida.says("A photographer")
        await ida.taps("credit")
        assert await ida.taps("write-empty") == "texts"
        assert (await there(house_)).alert("en").credit == ""
        await ida.taps("title")
        assert "write-empty" not in ida.offered()
        assert await ida.forges("write", "release", "write-empty") == "write"
        assert await ida.says(" ") == "write"
        assert ida.notes == ["rule-empty"]


async def test_sections_are_added_written_moved_and_taken_out() -> None:
    async with house() as house_:
        await house_.petition()
        ida = await house_.organizer()

        async def headings() -> list[str]:
            return [each.heading for each in (await there(house_)).alert("en").sections]

        await ida.forges("texts", "release.en", "sections")
        await ida.taps("section-add")
        assert await ida.says("Only a heading") == "write"
        assert ida.notes == ["rule-section-empty"]
        assert await ida.says("What  to do\nWrite.\n\n\n\nSign. ") == "section"
        assert (await there(house_)).alert("en").sections[1].text == "Write.\n\nSign."
        assert await ida.taps("more") == "write"
        await ida.says("Tell others.")
        assert (await there(house_)).alert("en").sections[1].text.endswith("\n\nTell others.")
        await ida.taps("body")
        await ida.says("# Only sign.")
        await ida.taps("heading")
        await ida.says("Act")
        assert (await there(house_)).alert("en").sections[1].text == "# Only sign."
        assert await headings() == ["Who", "Act"]
        assert await ida.taps("section-up") == "section"
        assert await headings() == ["Act", "Who"]
        assert await ida.taps("section-drop") == "section-drop"
        sure = ida.last
        assert await ida.taps("section-keep") == "section"
        await ida.taps("section-drop")
        assert await ida.taps(ida.offered()[0]) == "sections"
        assert await headings() == ["Who"]
        # The same button again means a section that is gone, and takes no other one out.
        assert await ida.taps(sure.choices[0].id, on=sure) == "sections"
        assert ida.notes == ["edit-changed"]
        assert await headings() == ["Who"]


async def test_links_are_added_and_taken_out() -> None:
    async with house() as house_:
        await house_.petition()
        ida = await house_.organizer()
        await ida.forges("texts", "release.en", "links")
        await ida.taps("link-add")
        await ida.says("no link")
        assert ida.notes == ["rule-link"]
        await ida.says("Elsewhere | nowhere")
        assert ida.notes == ["rule-address"]
        assert await ida.says("Elsewhere | https://example.org/else") == "links"
        assert len((await there(house_)).alert("en").links) == 2
        old = ida.last
        await ida.taps(ida.offered()[0])
        assert [each.title for each in (await there(house_)).alert("en").links] == ["Elsewhere"]
        await ida.taps(old.choices[0].id, on=old)
        assert ida.notes == ["edit-changed"]


async def test_two_organizers_at_the_same_text_lose_nothing() -> None:
    """Ida and Omar both open the title; Omar is told that it has changed, and sees it."""
    async with house() as house_:
        await house_.petition()
        ida, omar = await house_.organizer("Ida"), await house_.organizer("Omar")
        for talk in (ida, omar):
            await talk.forges("texts", "release.en", "title")
        assert await ida.says("Ida’s title") == "texts"
        assert await omar.says("Omar’s title") == "write"
        assert omar.notes == ["edit-changed"]
        assert (await there(house_)).alert("en").title == "Ida’s title"
        assert await omar.says("Omar’s title") == "texts"
        assert (await there(house_)).alert("en").title == "Omar’s title"


async def test_two_organizers_at_different_texts_do_not_hinder_each_other() -> None:
    async with house() as house_:
        await house_.petition()
        ida, omar = await house_.organizer("Ida"), await house_.organizer("Omar")
        await ida.forges("texts", "release.en", "title")
        await omar.forges("texts", "release.en", "rubric")
        assert await ida.says("A title") == "texts"
        assert await omar.says("A rubric") == "texts"
        text = (await there(house_)).alert("en")
        assert (text.title, text.rubric) == ("A title", "A rubric")


async def test_changing_what_people_consent_to_is_said_before_it_is_saved() -> None:
    """The petition is open and signed; in a draft nobody is asked."""
    async with house() as house_:
        campaign = await house_.petition()
        ida = await house_.organizer()
        for step, about, part, new in (
            ("texts", "release.en", "purpose", "to be handed to the court"),
            ("settings", "release", "responsible", "Another organisation"),
            ("settings", "release", "contact", "other@example.org"),
        ):
            await ida.forges(step, about, part)
            assert await ida.says(new) == "write-sure"
            assert await there(house_) == campaign
            assert await ida.taps("write-again") == "write"
            await ida.says(new)
            await ida.taps("write-yes")
            assert ida.notes == ["edit-saved"]
            campaign = await there(house_)
        assert campaign.alert("en").purpose == "to be handed to the court"
        assert campaign.responsible == "Another organisation"
        await house_.world.save(draft_campaign("draft"))
        await ida.forges("settings", "draft", "responsible")
        assert await ida.says("Another") == "settings"


async def test_the_settings_are_changed_one_by_one() -> None:
    async with house() as house_:
        await house_.world.save(draft_campaign())
        ida = await house_.organizer(role="organizer")
        await ida.forges("edit", "release", "settings")
        for part, wrong, rule, right in (
            ("responsible", "x" * 121, "rule-too-long", "Example e. V."),
            ("contact", "http://example.org", "rule-contact", "https://example.org/data"),
            ("retention-days", "-1", "rule-days", "30"),
            ("date", "31/02/2026", "rule-date", "2026-02-28"),
            ("milestones", "1.000", "rule-milestones-form", "1000, 5000 ٢٠٠٠٠"),
        ):
            assert await ida.taps(part) == "write"
            await ida.says(wrong)
            assert ida.notes == [rule]
            assert await ida.says(right) == "settings"
        await ida.taps("milestones")
        await ida.says("5 3")
        assert ida.notes == ["rule-milestones-order"]
        assert await ida.taps("stop") == "settings"
        await ida.taps("urgent-on")
        await ida.taps("asks")
        await ida.taps("email_optional")
        await ida.taps("email_required")
        await ida.taps("settings")
        campaign = await there(house_)
        assert campaign.responsible == "Example e. V."
        assert campaign.contact == "https://example.org/data"
        assert campaign.retention_days == 30
        assert campaign.date.isoformat() == "2026-02-28"
        assert campaign.milestones == (1000, 5000, 20000)
        assert campaign.urgent
        assert campaign.asks == Asks(email="required", comment="optional")
        await ida.taps("urgent-off")
        await ida.taps("milestones")
        await ida.taps("write-empty")
        campaign = await there(house_)
        assert (campaign.urgent, campaign.milestones) == (False, ())


async def test_a_picture_is_a_photo_that_somebody_sends() -> None:
    async with house() as house_:
        await house_.petition()
        ida = await house_.organizer()
        await ida.forges("edit", "release", "settings")
        assert await ida.taps("picture") == "picture-none"
        assert await ida.shows(None) == "picture-none"
        assert ida.notes == ["picture-lost"]
        for bad, why in ((b"nothing", "kind"), (photo(100, 90), "small")):
            await ida.shows(bad)
            assert ida.notes == [f"picture-{why}"]
        assert await ida.shows(photo()) == "settings"
        kept = (await there(house_)).picture
        assert await house_.world.picture(kept)
        assert await ida.taps("picture") == "picture"
        assert ida.last.picture == kept
        assert await ida.taps("picture-drop") == "settings"
        assert (await there(house_)).picture == ""


async def test_the_main_language_is_one_that_has_texts() -> None:
    async with house() as house_:
        await house_.petition()
        ida = await house_.organizer()
        await ida.forges("settings", "release", "main-language")
        assert ida.offered()[:2] == ["en", "settings"]
        assert await ida.forges("main", "release", "fr") == "main-language"


async def test_the_preview_is_what_a_supporter_sees_in_that_language() -> None:
    """The same card and pages; Ida, who reads French, sees the English words said in English."""
    async with house() as house_:
        await house_.petition()
        ida = await house_.organizer(locale="fr")
        await ida.forges("texts", "release.en", "preview")
        supporter = house_.person(locale="en")
        await supporter.opens("release")
        seen = supporter.last
        assert ida.last.id == seen.id
        assert ida.last.args == {**seen.args, "country": ida.last.args["country"]}
        assert ida.last.locale == "en"
        assert ida.offered()[:3] == ["sign", "share", "read"]
        assert await ida.taps("sign") == "alert"
        assert ida.notes == ["preview-button", "preview"]
        assert ida.answers == {}
        await supporter.taps("read")
        assert await ida.taps("read") == "read"
        assert ida.last.args == supporter.last.args
        assert await ida.taps("card") == "alert"
        assert await ida.taps("texts") == "texts"


async def test_a_draft_has_a_preview_though_nobody_else_sees_it() -> None:
    async with house() as house_:
        await house_.world.save(draft_campaign())
        ida = await house_.organizer()
        assert await ida.forges("texts", "release.en", "preview") == "alert"
        assert await ida.forges("preview", "release.ar", "read") == "read"


async def test_opening_takes_a_proven_key_and_says_how_to_get_one() -> None:
    async with house() as house_:
        await house_.world.save(draft_campaign())
        ida = await house_.organizer()
        await ida.forges("desk", "release", "edit")
        assert await ida.taps("opening") == "open-no-key"
        await house_.world.add_key()
        await ida.taps("edit")
        assert await ida.taps("opening") == "open-sure"
        opening = ida.last
        assert await ida.taps(ida.offered()[0]) == "edit"
        assert ida.notes == ["campaign-opened"]
        assert (await there(house_)).status == "open"
        assert await house_.person().opens("release") == "alert"
        await ida.taps(opening.choices[0].id, on=opening)
        assert [
            each.action for _, each in await house_.organizing.audit.read(await there(house_))
        ] == ["keys", "opened"]


def sealing(reply: Reply) -> Words:
    """What a reply says of the keys."""
    words = reply.args["sealing"]
    assert isinstance(words, Words)
    return words


async def test_of_several_proven_keys_one_is_chosen_in_the_chat() -> None:
    """And it stands at a glance from then on."""
    async with house() as house_:
        await house_.world.save(draft_campaign())
        mine, theirs = await house_.world.add_key(), await house_.world.add_key("a partner")
        ida = await house_.organizer()
        await ida.forges("desk", "release", "edit")
        assert ida.last.args["status"] == (Words("status-draft"),)
        await ida.taps("opening")
        assert sealing(ida.last) == Words("open-which-key")
        assert ida.offered()[:3] == [f"k{mine[:16]}", f"k{theirs[:16]}", "edit"]
        await ida.taps(f"k{theirs[:16]}")
        assert (await there(house_)).keys == (theirs,)
        assert ida.last.args["status"] == (
            Words("status-open"),
            Words("edit-key", {"keys": f"{theirs[:16]}…"}),
        )


async def test_an_owner_sees_a_second_recipient_before_opening_and_at_a_glance() -> None:
    """Both short fingerprints, and that each of the keys opens it."""
    async with house() as house_:
        draft = await house_.world.save(draft_campaign())
        keys = [await house_.world.add_key(), await house_.world.add_key("a partner")]
        await house_.world.seal_to(draft, keys, datetime(2026, 3, 1, tzinfo=UTC))
        ida = await house_.organizer()
        await ida.forges("edit", "release", "opening")
        both = f"{keys[0][:16]}… · {keys[1][:16]}…"
        assert sealing(ida.last) == Words("open-keys", {"keys": both})
        assert await ida.taps(ida.offered()[0]) == "edit"
        assert ida.notes == ["campaign-opened"]
        assert (await there(house_)).keys == tuple(keys)
        assert ida.last.args["status"] == (
            Words("status-open"),
            Words("edit-keys", {"keys": both}),
        )


async def test_nobody_opens_with_other_keys_than_they_were_shown() -> None:
    """Between the question and the tap, somebody at the server adds a key of their own."""
    async with house() as house_:
        draft = await house_.world.save(draft_campaign())
        mine = await house_.world.add_key()
        ida = await house_.organizer()
        await ida.forges("edit", "release", "opening")
        alone = ida.last
        both = [mine, await house_.world.add_key("a partner")]
        await house_.world.seal_to(draft, both, ida.now)
        assert await ida.taps(alone.choices[0].id, on=alone) == "open-sure"
        shown = ida.last
        await house_.world.seal_to(draft, both[1:], ida.now)
        assert await ida.taps(shown.choices[0].id, on=shown) == "open-sure"
        assert (await there(house_)).status == "draft"


async def test_an_owner_is_told_of_other_keys_and_pauses() -> None:
    """The message leads to the campaign, and what was done stands in the audit log."""
    async with house() as house_:
        release = await house_.petition()
        ida = await house_.organizer("Ida", "owner", release)
        keys = [*release.keys, await house_.world.add_key("a partner")]
        await house_.world.seal_to(release, keys, ida.now)
        [notice] = await house_.world.notices()
        told = notices.reply(notice.kind, notice.details)
        assert told is not None
        assert told.id == "notice-keys-changed"
        assert told.args == {
            "title": "Release them",
            "before": keys[0][:16],
            "after": f"{keys[0][:16]}, {keys[1][:16]}",
        }
        assert await ida.taps("edit", on=told) == "edit"
        await ida.taps("pause")
        assert (await there(house_)).status == "paused"
        await ida.taps("desk")
        await ida.taps("audit")
        lines = ida.last.args["lines"]
        assert isinstance(lines, tuple)
        assert "deed-keys-changed" in str(lines)


async def test_privacy_says_how_many_keys_open_what_one_writes() -> None:
    """One, and a partner's as well once there is one."""
    async with house() as house_:
        release = await house_.petition()
        supporter = house_.person()
        for keys in (release.keys, [*release.keys, await house_.world.add_key("a partner")]):
            await house_.world.seal_to(release, keys, supporter.now)
            assert await supporter.commands("privacy") == "privacy"
            assert supporter.last.args["responsible"] == (
                Words(
                    "privacy-responsible",
                    {
                        "responsible": "Example",
                        "contact": "privacy@example.org",
                        "keys": len(keys),
                    },
                ),
            )


async def test_after_closing_the_desk_says_when_everything_is_erased() -> None:
    """Ida sees the day on which the signatures go by themselves, and later that they are gone."""
    async with house() as house_:
        release = await house_.petition("release", retention_days=90)
        ida = await house_.organizer()
        await house_.close(release)
        day = (ida.now + timedelta(days=90)).date()
        await ida.commands("organize")
        await ida.taps("campaign_release")
        told = (Words("status-closed"), Words("desk-erases", {"day": day}))
        assert ida.last.args["status"] == told
        ida.now += timedelta(days=91)
        await ida.forges("desk", "release", "organize")
        await ida.taps("campaign_release")
        assert ida.last.args["status"] == (told[0], Words("desk-erased", {"day": day}))


async def test_pausing_resuming_and_closing_for_good() -> None:
    """An organizer may pause; closing takes an owner, and is asked twice."""
    async with house() as house_:
        await house_.petition()
        omar, ida = await house_.organizer("Omar", "organizer"), await house_.organizer("Ida")
        await omar.forges("desk", "release", "edit")
        assert "closing" not in omar.offered()
        await omar.taps("pause")
        assert omar.notes == ["campaign-paused"]
        supporter = house_.person()
        assert await supporter.opens("release") == "alert-paused"
        assert await omar.forges("edit", "release", "closing") == "organize"
        await omar.forges("desk", "release", "edit")
        await omar.taps("resume")
        assert await supporter.opens("release") == "alert"
        await ida.forges("desk", "release", "edit")
        assert await ida.taps("closing") == "close-sure"
        assert await ida.taps("close-yes") == "close-really"
        assert await ida.taps("edit") == "edit"
        assert (await there(house_)).status == "open"
        await ida.taps("closing")
        await ida.taps("close-yes")
        assert await ida.taps("close-for-good") == "edit"
        assert (await there(house_)).status == "closed"
        assert await supporter.opens("release") == "alert-closed"
        # A button from before, when it was open.
        assert await ida.forges("edit", "release", "pause") == "edit"
        assert ida.notes == ["edit-changed"]
        await ida.forges("desk", "release", "audit")
        found = await house_.organizing.audit.read(await there(house_))
        assert [deed.action for _, deed in found] == ["closed", "resumed", "paused"]


async def test_a_role_that_is_taken_away_in_the_middle_saves_nothing() -> None:
    async with house() as house_:
        campaign = await house_.petition()
        zoe = await house_.organizer("Zoé", "translator", campaign)
        await zoe.forges("texts", "release.en", "title")
        before = await there(house_)
        await house_.organizing.organizers.remove(campaign, await zoe.organizer(), None, zoe.now)
        await zoe.says("Mine")
        assert not zoe.form
        assert await there(house_) == before


@pytest.mark.parametrize(
    ("step", "choice"),
    [
        ("settings", "responsible"),
        ("settings", "urgent-on"),
        ("asks", "email_optional"),
        ("main", "fr"),
        ("edit", "pause"),
        ("closing", "edit"),
        ("really", "close-for-good"),
    ],
)
async def test_a_translator_comes_to_the_texts_only(step: str, choice: str) -> None:
    async with house() as house_:
        campaign = await house_.petition()
        await house_.petition("second")
        zoe = await house_.organizer("Zoé", "translator", campaign)
        before = await there(house_)
        if choice != "edit":
            await zoe.forges(step, "release", choice)
            assert zoe.notes == ["organizer-not-yours"]
            assert zoe.last.id == "desk"
        await zoe.forges("edit", "release", step)
        assert zoe.last.id in {"desk", "edit"}
        assert await there(house_) == before


async def test_the_audit_log_tells_who_changed_what_in_which_language() -> None:
    async with house() as house_:
        await house_.petition()
        ida = await house_.organizer()
        await ida.forges("texts", "release.en", "title")
        await ida.says("Another")
        await ida.forges("desk", "release", "audit")
        shown = ida.last.args["lines"]
        assert isinstance(shown, tuple)
        [day, line] = shown
        assert (day.id, line.id) == ("audit-day", "deed")
        what = line.args["what"]
        assert isinstance(what, Words)
        assert what.id == "deed-text"
        assert str(what.args["what"]) == str(Words("part-title"))
