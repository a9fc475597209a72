"""What was sent to many, in the hands of one of them."""

from handlers.dialogue.messages import Reply
from handlers.domain.broadcasts import Letter
from handlers.domain.campaigns import Related
from handlers.organizer.broadcasts.letter import letter_reply
from tests.support.fakes.campaigns import campaign
from tests.support.talk import Talk

LETTER = Letter("<b>They</b> listened.", (Related("Read on", "https://example.org/on"),))


def letter(slug: str = "chechnya") -> Reply:
    return letter_reply(campaign(slug), "en", LETTER, "")


async def test_one_tap_on_an_old_letter_stops_that_petitions_updates_and_says_so() -> None:
    """Months later, Amina scrolls up and has had enough of one of her two petitions."""
    talk = Talk(campaigns=(campaign("chechnya"), campaign("civilians")))
    for slug in ("chechnya", "civilians"):
        await talk.signs(slug)
        await talk.taps("updates-yes")
    assert await talk.taps("updates-stop", on=letter()) == "updates"
    assert talk.notes == ["updates-off"]
    assert [slug for slug, _ in talk.store.subscriptions] == ["civilians"]
    assert "on_chechnya" in talk.offered()


async def test_stopping_twice_or_in_the_middle_of_a_form_harms_nothing() -> None:
    talk = Talk(campaigns=(campaign("chechnya"), campaign("civilians")))
    await talk.signs()
    await talk.taps("updates-yes")
    await talk.reaches_review("civilians")
    for _ in range(2):
        assert await talk.taps("updates-stop", on=letter()) == "updates"
        assert talk.notes == ["updates-off"]
    assert await talk.taps("continue") == "review"


async def test_updates_of_a_closed_petition_stop_like_any_other() -> None:
    closed = campaign("chechnya", status="closed")
    talk = Talk()
    await talk.signs()
    await talk.taps("updates-yes")
    talk.store.campaigns["chechnya"] = closed
    await talk.taps("updates-stop", on=letter())
    assert talk.notes == ["updates-off"]
    assert not talk.store.subscriptions


async def test_a_letter_whose_petition_is_gone_shows_what_there_is() -> None:
    talk = Talk()
    assert await talk.taps("updates-stop", on=letter("forgotten")) == "updates"
    assert talk.notes == []


async def test_a_letter_stays_to_be_read_again() -> None:
    """What a tap on it leads to is a new message; a tap on that one replaces it."""
    talk = Talk()
    await talk.signs()
    await talk.taps("updates-yes")
    await talk.taps("updates-stop", on=letter())
    assert talk.last is not None
    assert talk.last.new
    await talk.taps("on_chechnya")
    assert not talk.last.new
