"""Writing a broadcast: a letter in each language, its buttons, its picture, and a look at it."""

import io
from collections.abc import Mapping
from datetime import timedelta

import pytest
from PIL import Image

from handlers.dialogue.messages import Language, Marked, Reply
from handlers.domain.broadcasts import Broadcast, Letter
from handlers.domain.campaigns import Campaign, Related
from handlers.supporter.updates import STOP
from tests.support.desk import House, OrganizerTalk, house
from tests.support.petition import consent, draft_campaign


async def petition(there: House) -> Campaign:
    """An open campaign in three languages, which twelve people hear about."""
    english = draft_campaign().texts["en"]
    found = await there.petition(texts={"en": english, "fr": english, "ru": english})
    for locale, amount in (("en", 3), ("fr", 4), ("ar", 5)):
        await there.readers(found, locale, amount)
    return found


async def begins(talk: OrganizerTalk, slug: str = "release") -> None:
    """From the desk to a new draft."""
    await talk.forges("desk", slug, "broadcasts")
    assert await talk.taps("new-broadcast") == "broadcast-draft"


async def writes(talk: OrganizerTalk, locale: str, text: str) -> str:
    """From the draft to a letter in that language."""
    await talk.taps("letters")
    await talk.taps(f"w_{locale}")
    return await talk.says(text)


async def the(there: House, campaign: Campaign) -> Broadcast:
    """The newest broadcast."""
    found = await there.organizing.broadcasts.of(campaign)
    return found[0]


async def deeds(there: House, campaign: Campaign) -> list[tuple[str, Mapping[str, str | int]]]:
    """What the audit log tells of the campaign's broadcasts, the oldest first."""
    every = await there.organizing.audit.read(campaign, limit=100)
    return [
        (each.action, each.details)
        for _, each in reversed(every)
        if each.action.startswith("broadcast-")
    ]


def picture(width: int = 640, height: int = 360) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "PNG")
    return file.getvalue()


def ids(reply: Reply, name: str) -> list[str]:
    """The ids of the words that an argument lists."""
    value = reply.args[name]
    assert isinstance(value, tuple)
    return [each.id for each in value]


async def test_from_the_desk_to_a_letter_in_each_language() -> None:
    """Ida goes through the campaign's languages, and sees what is missing on the way."""
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await ida.commands("organize")
        await ida.taps("campaign_release")
        assert await ida.taps("broadcasts") == "broadcasts-none"
        assert await ida.taps("new-broadcast") == "broadcast-draft"
        assert ids(ida.last, "letters") == ["draft-letter-missing"] * 4
        assert ida.last.args["total"] == 12
        assert await ida.taps("letters") == "letters"
        assert ids(ida.last, "lines") == ["letters-missing"] * 4
        assert await ida.taps("w_en") == "letter-ask"
        assert await ida.says("We <b>won</b>.") == "broadcast-letter"
        assert ida.last.args["text"] == Marked("We <b>won</b>.")
        assert ida.notes == []
        assert await ida.taps("write-next") == "letter-ask"
        assert ida.last.args["language"] == Language("fr")
        assert await ida.says("On a <b>gagné</b>.") == "broadcast-letter"
        assert await ida.taps("write-next") == "letter-ask"
        assert await ida.says("Мы победили.") == "broadcast-letter"
        assert "write-next" not in ida.offered()
        assert await ida.taps("write-done") == "broadcast-draft"
        assert ids(ida.last, "letters") == ["reach-fallback", *["draft-letter"] * 3]
        assert set((await the(there, campaign)).letters) == {"en", "fr", "ru"}


async def test_a_letter_is_looked_at_just_as_its_reader_gets_it() -> None:
    """Text, picture, link buttons, and the way to stop in the reader's own language."""
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        await writes(ida, "ar", "لقد <b>انتصرنا</b>")
        await ida.taps("write-links")
        await ida.says("المزيد | https://example.org/ar")
        assert ida.last.id == "broadcast-letter"
        assert [each.url for each in ida.last.links] == ["https://example.org/ar"]
        stop = ida.last.choices[0]
        assert (stop.id, stop.words.locale) == (STOP, "ar")
        assert await ida.taps(STOP) == "preview-stop"
        assert await ida.taps("keep") == "broadcast-letter"
        letter = (await the(there, campaign)).letters["ar"]
        assert letter.buttons == (Related("المزيد", "https://example.org/ar"),)


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("<b>never closed", "markup-open"),
        ("<b>a<i>b</b>c</i>", "markup-crossed"),
        ("<u>under</u>", "markup-unknown"),
        ("x</i>", "markup-not-open"),
        ("<b", "markup-unfinished"),
        ("   ", "letter-empty"),
        ("<b> </b>", "letter-empty"),
    ],
)
async def test_a_text_with_a_slip_is_not_taken(typed: str, note: str) -> None:
    """The question comes again with what is wrong; the old text stays."""
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        await writes(ida, "en", "The old one.")
        assert await ida.says(typed) == "letter-again"
        assert ida.notes == [note]
        assert (await the(there, campaign)).letters["en"].text == "The old one."
        assert await ida.says("The new one.") == "broadcast-letter"
        assert (await the(there, campaign)).letters["en"].text == "The new one."


async def test_a_text_that_is_too_long_for_its_channel_is_told_by_how_much() -> None:
    """Whether it is depends on the picture; the picture is refused for the same reason."""
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        ida.too_long = 7
        assert await writes(ida, "en", "Long.") == "letter-ask"
        assert ida.notes == ["letter-too-long"]
        assert ida.last.notes[0].args["count"] == 7
        ida.too_long = 0
        await ida.says("Short.")
        await ida.taps("write-done")
        await ida.taps("letter-picture")
        ida.too_long = 9
        assert await ida.shows(picture()) == "letter-picture-none"
        assert ida.notes == ["letter-too-long-pictured"]
        assert not (await the(there, campaign)).picture


async def test_a_letter_is_written_anew_or_taken_out() -> None:
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        await writes(ida, "en", "One.")
        assert await ida.taps("write-anew") == "letter-again"
        assert await ida.taps("keep") == "broadcast-letter"
        await ida.taps("write-anew")
        assert await ida.says("Two.") == "broadcast-letter"
        assert await ida.taps("write-out") == "letters"
        assert ida.notes == ["letter-removed"]
        assert not (await the(there, campaign)).letters


async def test_an_old_preview_takes_out_no_other_letter() -> None:
    """Two previews stand in the chat; the buttons of the first are out of date."""
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        await writes(ida, "en", "One.")
        old = ida.last
        await ida.taps("write-next")
        await ida.says("Un.")
        assert await ida.taps("write-out", on=old) == "letter-again"
        assert ida.notes == ["button-old"]
        assert set((await the(there, campaign)).letters) == {"en", "fr"}


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("Read more", "links-without"),
        ("Read more | example.org", "links-bad"),
        ("Read more | http://example.org", "links-bad"),
        ("| https://example.org", "links-nameless"),
        ("a | https://a.org\nb | https://b.org\nc | https://c.org", "links-too-many"),
    ],
)
async def test_a_button_that_leads_nowhere_is_not_taken(typed: str, note: str) -> None:
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        await writes(ida, "en", "Look.")
        assert await ida.taps("write-links") == "letter-links-none"
        assert await ida.says(typed) == "letter-links-none"
        assert ida.notes == [note]
        assert await ida.says("A | https://a.org\nB | https://b.org") == "broadcast-letter"
        assert await ida.taps("write-links") == "letter-links"
        assert await ida.taps("links-out") == "broadcast-letter"
        assert (await the(there, campaign)).letters["en"] == Letter("Look.")


async def test_a_picture_is_sent_replaced_and_removed() -> None:
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        assert await ida.taps("letter-picture") == "letter-picture-none"
        assert await ida.says("here it comes") == "letter-picture-none"
        assert ida.notes == ["unheard"]
        assert await ida.shows(None) == "letter-picture-none"
        assert ida.notes == ["picture-lost"]
        assert await ida.shows(b"GIF89a") == "letter-picture-none"
        assert ida.notes == ["picture-kind"]
        assert await ida.shows(picture(100, 100)) == "letter-picture-none"
        assert ida.notes == ["picture-small"]
        assert await ida.shows(picture()) == "letter-picture"
        first = (await the(there, campaign)).picture
        assert ida.last.picture == first != ""
        assert await ida.shows(picture(720, 360)) == "letter-picture"
        assert (await the(there, campaign)).picture not in ("", first)
        assert await ida.taps("picture-out") == "letter-picture-none"
        assert not (await the(there, campaign)).picture
        assert await ida.taps("broadcast") == "broadcast-draft"


async def test_it_is_sent_to_oneself_in_any_language() -> None:
    """The reply in the chat is the broadcast itself; stopping there stops nothing."""
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await there.stores.supporters.subscribe(
            campaign, ida.person, "en", "FR", consent("updates", "en")
        )
        await begins(ida)
        assert "try" not in ida.offered()
        await writes(ida, "fr", "Bonjour.")
        await ida.taps("write-next")
        await ida.says("Привет.")
        await ida.commands("cancel")
        await ida.forges("broadcast", f"release.{(await the(there, campaign)).id}", "try")
        assert ida.last.id == "try"
        assert await ida.taps("t_fr") == "broadcast-letter"
        assert ida.last.args["text"] == Marked("Bonjour.")
        assert await ida.taps(STOP) == "try"
        assert ida.notes == ["preview-stop"]
        assert await there.stores.supporters.subscriptions(ida.person)
        await ida.taps("t_ru")
        tried = [each for each in await deeds(there, campaign) if each[0] == "broadcast-tried"]
        assert [each[1]["language"] for each in tried] == ["fr", "ru"]
        assert await ida.taps("write-done") == "try"
        assert await ida.taps("broadcast") == "broadcast-draft"


async def test_a_translator_writes_and_decides_nothing() -> None:
    """The texts are theirs; the picture, the people and the sending are not."""
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        tam = await there.organizer("Tam", "translator", campaign)
        await begins(ida)
        about = ida.about
        await tam.forges("broadcasts", "release", f"b_{(await the(there, campaign)).id}")
        assert set(tam.offered()) == {"letters", "broadcasts"}
        assert await writes(tam, "fr", "Bonjour.") == "broadcast-letter"
        for choice in ("audience", "schedule", "drop", "quiet", "paid", "letter-picture"):
            await tam.forges("broadcast", about, choice)
            assert tam.notes == ["organizer-not-yours"]
        assert await tam.forges("broadcasts", "release", "new-broadcast") == "desk"
        assert len(await there.organizing.broadcasts.of(campaign)) == 1


async def test_a_role_that_is_taken_away_in_the_middle_ends_there() -> None:
    """What is typed afterwards is not taken, and the form is gone."""
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        tam = await there.organizer("Tam", "translator", campaign)
        await begins(ida)
        await tam.forges("broadcast", ida.about, "letters")
        await tam.taps("w_fr")
        await there.organizing.organizers.remove(campaign, await tam.organizer(), None, tam.now)
        await tam.says("Bonjour.")
        assert tam.notes == ["button-unknown"]
        assert not tam.form
        assert not (await the(there, campaign)).letters


async def test_a_broadcast_that_is_no_draft_any_more_is_not_written() -> None:
    """Somebody else has thrown it away, or let it go, while this one was typing."""
    async with house() as there:
        campaign = await petition(there)
        ida, omar = await there.organizer("Ida"), await there.organizer("Omar")
        await begins(ida)
        await writes(ida, "en", "Hello.")
        found = await the(there, campaign)
        await there.organizing.broadcast_lifecycle.confirm(
            found, await omar.organizer(), omar.now + timedelta(days=1), 12, omar.now, alone=True
        )
        assert await ida.says("Hello again.") == "broadcast-scheduled"
        assert ida.notes == ["broadcast-no-draft"]
        assert (await the(there, campaign)).letters["en"].text == "Hello."
        await begins(ida)
        about = ida.about
        await ida.taps("letters")
        await ida.taps("w_en")
        await omar.forges("broadcast", about, "drop")
        assert await omar.taps("drop-yes") == "broadcasts"
        assert await ida.says("Hello.") == "broadcasts"
        assert ida.notes == ["broadcast-gone"]


async def test_a_draft_is_thrown_away_after_a_question() -> None:
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        await begins(ida)
        assert await ida.taps("drop") == "broadcast-drop"
        assert await ida.taps("drop-no") == "broadcast-draft"
        await ida.taps("drop")
        assert await ida.taps("drop-yes") == "broadcasts-none"
        assert ida.notes == ["broadcast-dropped"]
        assert not await there.organizing.broadcasts.of(campaign)


async def test_the_list_goes_on_where_it_is_long() -> None:
    async with house() as there:
        campaign = await petition(there)
        ida = await there.organizer("Ida")
        for _ in range(9):
            await begins(ida)
        await ida.taps("broadcasts")
        assert ida.offered()[1] == f"b_{(await the(there, campaign)).id}"
        assert await ida.taps("older") == "broadcasts"
        assert len([each for each in ida.offered() if each.startswith("b_")]) == 1
        assert await ida.taps("desk") == "desk"


@pytest.mark.parametrize(
    ("step", "about", "choice"),
    [
        ("broadcast", "release", "schedule"),
        ("broadcast", "release.999", "schedule"),
        ("broadcast", "release.x", "schedule"),
        ("broadcast", "release.99999999999", "pause"),
        ("broadcast", "other.1", "schedule"),
        ("letters", "release.1", "w_xx"),
        ("try", "release.1", "t_xx"),
        ("aim-locales", "release.1", "l_xx"),
        ("broadcasts", "release", "b_x"),
        ("broadcast", "release.1", "approve_x"),
        ("broadcast", "release.1", "approve_1"),
        ("broadcast", "release.1", "pause"),
        ("broadcast", "release.1", "cancel"),
        ("broadcast", "release.1", "take-back"),
        ("broadcast", "release.1", "reject"),
        ("again", "release.1", "again-yes"),
        ("letter-text", "release.1.00", "write-out"),
        ("last-look", "release.1", "y_000000000000"),
    ],
)
async def test_forged_buttons_do_nothing_but_answer(step: str, about: str, choice: str) -> None:
    async with house() as there:
        campaign = await petition(there)
        await there.petition("other")
        ida = await there.organizer("Ida", "organizer", campaign)
        await begins(ida)
        before = await the(there, campaign)
        assert await ida.forges(step, about, choice)
        assert ida.notes
        assert await the(there, campaign) == before
        stranger = there.person("Omar")
        await stranger.forges(step, about, choice)
        assert await the(there, campaign) == before
