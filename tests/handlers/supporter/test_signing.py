"""From an invite to a counted signature, and back."""

import json
from datetime import timedelta

import pytest

from handlers.domain.campaigns import Asks
from handlers.domain.signatures import Draft
from handlers.domain.text import clean
from tests.support.fakes.campaigns import campaign
from tests.support.fakes.kept import Kept
from tests.support.talk import Talk, Tongues


async def test_a_supporter_follows_an_invite_and_signs() -> None:
    """The whole way, as most people will go it: four taps and one word."""
    talk = Talk(locale="fr")
    assert await talk.opens("chechnya") == "alert"
    assert await talk.taps("sign") == "consent-ask"
    assert await talk.taps("agree") == "name-ask"
    assert await talk.taps("profile") == "country-ask"
    assert await talk.taps("FR") == "review"
    assert await talk.taps("confirm") == "signed-updates"
    assert talk.store.drafts == [Draft(name="Amina K.", country="FR")]
    assert talk.store.consents == [("sign", "consent-ask", "fr")]


async def test_nothing_of_the_answers_is_left_after_signing() -> None:
    """Answers are dropped from the session as soon as they are sealed."""
    talk = Talk()
    await talk.signs()
    assert not talk.form


async def test_one_may_read_first_and_sign_from_the_last_page() -> None:
    talk = Talk()
    await talk.opens("chechnya")
    assert await talk.taps("read") == "read"
    assert "previous" not in talk.offered()
    assert not talk.last.links
    assert await talk.taps("next") == "read"
    assert talk.offered()[:3] == ["sign", "previous", "card"]
    assert [link.label for link in talk.last.links] == ["Earlier"]
    assert await talk.taps("sign") == "consent-ask"


async def test_declining_keeps_nothing() -> None:
    talk = Talk()
    await talk.opens("chechnya")
    await talk.taps("sign")
    assert await talk.taps("decline") == "alert"
    assert talk.notes == ["consent-declined"]
    assert not talk.form
    assert not talk.store.signatures


async def test_words_instead_of_a_button_ask_for_consent_again() -> None:
    talk = Talk(locale="fr")
    await talk.opens("chechnya")
    await talk.taps("sign")
    assert await talk.says("hello") == "consent-ask"
    assert "agreed" not in talk.form


async def test_staying_anonymous_where_the_campaign_allows_it() -> None:
    talk = Talk()
    await talk.opens("chechnya")
    await talk.taps("sign")
    await talk.taps("agree")
    await talk.taps("anonymous")
    assert await talk.says("de") == "review"
    await talk.taps("confirm")
    assert talk.store.drafts == [Draft(name="", country="DE")]


async def test_a_required_name_offers_no_anonymity_not_even_to_a_forger() -> None:
    talk = Talk(campaigns=(campaign(asks=Asks(name="required", country="no")),))
    await talk.opens("chechnya")
    await talk.taps("sign")
    await talk.taps("agree")
    assert "anonymous" not in talk.offered()
    assert await talk.forges("name", "chechnya", "anonymous") == "name-ask"
    assert await talk.says("Zoé") == "review"


async def test_a_name_that_came_to_be_required_meanwhile_is_asked_for() -> None:
    """She stayed anonymous while she might; organizers changed that before she confirmed."""
    talk = Talk(campaigns=(campaign(asks=Asks(country="no")),))
    await talk.opens("chechnya")
    for word in ("sign", "agree"):
        await talk.taps(word)
    assert await talk.taps("anonymous") == "review"
    changed = campaign(asks=Asks(name="required", country="no"))
    talk.store.campaigns[changed.slug] = changed
    await talk.taps("confirm")
    assert talk.store.drafts == []
    if talk.last.id == "consent-ask":  # what is kept has changed with it
        await talk.taps("agree")
    assert talk.last.id == "name-ask"
    assert await talk.says("Amina") == "review"
    await talk.taps("confirm")
    assert talk.store.drafts == [Draft(name="Amina")]


async def test_only_what_the_campaign_asks_for_is_asked() -> None:
    """A campaign that asks for nothing goes from consent to the review at once."""
    nothing = Asks(name="no", country="no", email="no", comment="no")
    talk = Talk(campaigns=(campaign(asks=nothing),))
    await talk.opens("chechnya")
    await talk.taps("sign")
    assert await talk.taps("agree") == "review"
    await talk.taps("confirm")
    assert talk.store.drafts == [Draft()]


async def test_a_campaign_that_asks_for_everything() -> None:
    every = Asks(name="required", country="optional", email="optional", comment="optional")
    talk = Talk(campaigns=(campaign(asks=every),))
    await talk.opens("chechnya")
    await talk.taps("sign")
    await talk.taps("agree")
    assert await talk.says("Zoé") == "country-ask"
    assert await talk.taps("skip") == "email-ask"
    assert await talk.says("not an address") == "email-ask"
    assert talk.notes == ["email-invalid"]
    assert await talk.says("Zoe@EXAMPLE.org") == "comment-ask"
    assert await talk.says("x" * 501) == "comment-ask"
    assert talk.notes == ["comment-too-long"]
    assert await talk.says("\u200b\u202e") == "comment-ask"
    assert talk.notes == ["comment-empty"]
    assert await talk.says("Because\n\n\n\nit matters") == "review"
    await talk.taps("confirm")
    assert talk.store.drafts == [
        Draft(name="Zoé", country="", email="Zoe@example.org", comment="Because\n\nit matters")
    ]


async def test_every_answer_can_be_corrected_on_the_review_screen() -> None:
    talk = Talk()
    await talk.reaches_review()
    assert await talk.taps("edit-name") == "name-ask"
    assert "keep" in talk.offered()
    assert await talk.says("Leïla") == "review"
    assert await talk.taps("edit-country") == "country-ask"
    assert await talk.taps("keep") == "review"
    await talk.taps("confirm")
    assert talk.store.drafts == [Draft(name="Leïla", country="FR")]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("x" * 4096, "name-too-long"),
        ("🙂🙂🙂", "name-without-letters"),
        ("\x00\x00", "name-without-letters"),
        ("\u200b\u200b", "name-without-letters"),
        ("   ", "name-without-letters"),
        ("12345", "name-without-letters"),
    ],
)
async def test_a_name_that_cannot_be_one_is_asked_for_again(typed: str, note: str) -> None:
    talk = Talk()
    await talk.opens("chechnya")
    await talk.taps("sign")
    await talk.taps("agree")
    assert await talk.says(typed) == "name-ask"
    assert talk.notes == [note]
    assert "answers" not in talk.form


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana \n María  ", "Ana María"),
        ("Jean\u202egniK", "JeangniK"),
        ("A\x00b", "A b"),
        ("<b>&", "<b>&"),
        ("Z" + "\u0301" * 40, "Ź\u0301\u0301\u0301"),
        ("علي\u200cرضا", "علي\u200cرضا"),
        ("Ame\u0301lie", "Amélie"),
    ],
)
def test_a_name_is_kept_as_it_is_seen(typed: str, kept: str) -> None:
    """Without what is invisible or turns the line around; joiners that a script needs stay."""
    assert clean(typed) == kept


async def test_a_profile_without_letters_is_not_offered_as_a_name() -> None:
    talk = Talk(name="🌈🌈")
    await talk.opens("chechnya")
    await talk.taps("sign")
    await talk.taps("agree")
    assert talk.offered() == ["anonymous", "language"]
    assert await talk.forges("name", "chechnya", "profile") == "name-ask"


async def test_a_country_by_its_name_in_another_language() -> None:
    talk = Talk(locale="fr")
    await talk.reaches_review()
    await talk.taps("edit-country")
    assert await talk.says("Германия") == "review"
    assert talk.form["answers"]["country"] == "DE"


async def test_a_country_with_a_slip_is_asked_back() -> None:
    talk = Talk()
    await talk.reaches_review()
    await talk.taps("edit-country")
    assert await talk.says("Germny") == "country-which"
    assert talk.offered()[0] == "DE"
    assert await talk.taps("DE") == "review"


async def test_a_country_nobody_knows() -> None:
    talk = Talk()
    await talk.reaches_review()
    await talk.taps("edit-country")
    assert await talk.says("<script>") == "country-ask"
    assert talk.notes == ["country-unknown"]
    assert await talk.forges("country", "chechnya", "ZZ") == "country-ask"
    assert talk.form["answers"]["country"] == "FR"


async def test_signing_again_says_since_when_they_are_counted() -> None:
    talk = Talk()
    await talk.signs()
    assert await talk.opens("chechnya") == "alert"
    assert await talk.taps("sign") == "already"
    assert len(talk.store.drafts) == 1


async def test_two_confirms_make_one_signature() -> None:
    talk = Talk()
    await talk.reaches_review()
    review, session = talk.last, talk.saved
    await talk.taps("confirm")
    talk.saved = session  # the second tap was under way before the first was saved
    assert await talk.taps("confirm", on=review) == "signed-updates"
    assert len(talk.store.drafts) == 1


async def test_a_confirm_tapped_twice_still_ends_with_the_thanks() -> None:
    """The second tap finds the form gone; it must not claim that nothing was signed."""
    talk = Talk()
    await talk.reaches_review()
    review = talk.last
    await talk.taps("confirm")
    assert await talk.taps("confirm", on=review) == "signed-updates"
    assert talk.notes == []


async def test_an_old_confirm_tapped_days_later_says_since_when_they_are_counted() -> None:
    talk = Talk()
    await talk.reaches_review()
    review = talk.last
    await talk.taps("confirm")
    talk.now += timedelta(days=3)
    assert await talk.taps("confirm", on=review) == "already"


async def test_a_campaign_that_closes_before_the_confirm_says_so() -> None:
    talk = Talk()
    await talk.reaches_review()
    review = talk.last
    talk.store.campaigns["chechnya"] = campaign(status="closed")
    assert await talk.taps("confirm", on=review) == "alert-closed"
    assert not talk.store.signatures
    assert not talk.form


async def test_a_wording_that_changed_meanwhile_is_agreed_to_anew() -> None:
    tongues = Tongues()
    talk = Talk(tongues=tongues)
    await talk.reaches_review()
    tongues.version = "2"
    assert await talk.taps("confirm") == "consent-ask"
    assert talk.notes == ["consent-changed"]
    assert await talk.taps("agree") == "review"
    assert await talk.taps("confirm") == "signed-updates"


async def test_agreeing_under_an_old_wording_agrees_to_nothing() -> None:
    """The button of a consent text that has changed since is out of date."""
    tongues = Tongues()
    talk = Talk(tongues=tongues)
    await talk.opens("chechnya")
    await talk.taps("sign")
    old = talk.last
    tongues.version = "2"
    await talk.says("what?")
    assert await talk.taps("agree", on=old) == "consent-ask"
    assert talk.notes == ["button-old"]
    assert "agreed" not in talk.form


async def test_consent_in_another_language_than_the_persons_says_so() -> None:
    """The campaign has no Russian text: parts of the consent are in English, and that is said."""
    talk = Talk(locale="ru")
    await talk.opens("chechnya")
    assert talk.notes == ["alert-other-language"]
    await talk.taps("sign")
    assert talk.notes == ["consent-other-language"]


async def test_a_client_whose_language_we_do_not_speak_is_told() -> None:
    talk = Talk(locale="de-AT")
    await talk.opens("chechnya")
    assert talk.notes == ["language-unsupported"]
    await talk.taps("sign")
    assert talk.notes == ["language-unsupported"]
    await talk.taps("language")
    await talk.taps("fr")
    assert talk.last.id == "consent-ask"
    assert talk.notes == []


async def test_updates_are_off_until_chosen_and_declining_stops_nothing() -> None:
    talk = Talk()
    await talk.signs()
    assert not talk.store.subscriptions
    assert await talk.taps("updates-no") == "share-ask"
    assert not talk.store.subscriptions
    assert talk.store.slugs_signed == ["chechnya"]


async def test_choosing_updates_records_the_wording_that_was_shown() -> None:
    talk = Talk(locale="ar")
    await talk.signs()
    assert await talk.taps("updates-yes") == "share-ask"
    assert talk.notes == ["updates-on"]
    assert talk.store.consents[-1] == ("updates", "updates-consent", "ar")


async def test_agreeing_to_updates_under_another_wording_asks_again() -> None:
    tongues = Tongues()
    talk = Talk(tongues=tongues)
    await talk.signs()
    tongues.version = "2"
    assert await talk.taps("updates-yes") == "updates-ask"
    assert talk.notes == ["consent-changed"]
    assert not talk.store.subscriptions
    assert await talk.taps("updates-yes") == "share-ask"


async def test_withdrawing_and_signing_again() -> None:
    talk = Talk()
    await talk.signs()
    assert await talk.commands("withdraw") == "withdraw-sure"
    assert await talk.taps("withdraw-yes") == "withdrawn"
    assert not talk.store.signatures
    assert await talk.taps("card") == "alert"
    await talk.signs()
    assert talk.store.slugs_signed == ["chechnya"]


async def test_withdrawing_one_of_several() -> None:
    kept = Kept()
    both = (campaign("chechnya"), campaign("civilians", urgent=True))
    talk = Talk(campaigns=both, kept=kept)
    await talk.signs("chechnya")
    await talk.signs("civilians")
    assert await talk.commands("withdraw") == "withdraw"
    assert await talk.taps("campaign_civilians") == "withdraw-sure"
    assert await talk.taps("withdraw-no") == "already"
    assert talk.notes == ["withdraw-kept"]
    await talk.commands("withdraw")
    await talk.taps("campaign_civilians")
    await talk.taps("withdraw-yes")
    assert talk.store.slugs_signed == ["chechnya"]


async def test_a_withdrawer_who_still_hears_updates_is_asked_about_them() -> None:
    talk = Talk()
    await talk.signs()
    await talk.taps("updates-yes")
    await talk.commands("withdraw")
    assert await talk.taps("withdraw-yes") == "withdrawn-hears"
    assert await talk.taps("updates") == "updates"
    assert await talk.taps("off_chechnya") == "updates"
    assert not talk.store.subscriptions


async def test_withdrawing_what_was_never_signed() -> None:
    talk = Talk()
    assert await talk.commands("withdraw") == "withdraw-none"
    assert await talk.forges("withdraw-sure", "chechnya", "withdraw-yes") == "withdraw-none"


async def test_forget_erases_everything_and_the_conversation_too() -> None:
    talk = Talk()
    await talk.signs()
    await talk.taps("updates-yes")
    await talk.opens("chechnya")
    assert await talk.commands("forget") == "forget"
    assert await talk.taps("forget-yes") == "forgotten"
    assert talk.store.forgotten == ["7"]
    assert not talk.store.signatures
    assert not talk.store.subscriptions
    assert talk.saved is None


async def test_thinking_better_of_forgetting() -> None:
    talk = Talk()
    await talk.signs()
    await talk.commands("forget")
    assert await talk.taps("forget-no") == "mydata"
    assert talk.store.slugs_signed == ["chechnya"]


def lines(talk: Talk) -> list[str]:
    """What `/mydata` lists."""
    listed = talk.last.args["lines"]
    assert isinstance(listed, tuple)
    return [each.id for each in listed]


async def test_mydata_as_a_file_holds_what_is_held() -> None:
    talk = Talk(locale="fr")
    await talk.signs()
    await talk.taps("updates-yes")
    await talk.taps("share-yes")
    await talk.taps("tell")
    await talk.taps("tell-yes")
    assert await talk.commands("mydata") == "mydata"
    assert lines(talk) == [
        "mydata-signature",
        "mydata-sealed",
        "mydata-log",
        "mydata-invite-told",
        "mydata-subscription",
    ]
    assert await talk.taps("file") == "mydata-file"
    assert talk.last.file is not None
    held = json.loads(talk.last.file.content)
    assert held["signatures"][0]["campaign"] == "chechnya"
    assert held["signatures"][0]["country"] == "FR"
    assert held["signatures"][0]["consent"]["language"] == "fr"
    assert "receipt" in held["signatures"][0]["public_log"]
    invite = held["signatures"][0]["invite"]
    assert (invite["joined"], invite["told"]) == (0, True)
    assert invite["consent"]["purpose"] == "milestones"
    assert invite["consent"]["wording"].startswith("tell-consent")
    assert held["updates"][0]["consent"]["purpose"] == "updates"


async def test_looking_at_mydata_makes_nothing() -> None:
    """Somebody signed and has not shared: no link is made by asking what there is."""
    talk = Talk()
    await talk.signs()
    await talk.commands("mydata")
    assert lines(talk) == ["mydata-signature", "mydata-sealed", "mydata-log"]
    await talk.taps("file")
    assert talk.last.file is not None
    assert json.loads(talk.last.file.content)["signatures"][0]["invite"] is None
    assert not talk.store.invites
    await talk.forges("share", "chechnya", "share-yes")
    await talk.commands("mydata")
    assert lines(talk)[-1] == "mydata-invite"


async def test_mydata_of_somebody_in_the_middle_of_signing() -> None:
    """What was typed but not confirmed is held too, for a while, and is shown."""
    talk = Talk()
    await talk.reaches_review()
    await talk.commands("mydata")
    await talk.taps("file")
    assert talk.last.file is not None
    form = json.loads(talk.last.file.content)["conversation"]["answers"]["Signing"]
    assert form["answers"]["name"] == "Amina"


async def test_mydata_of_a_stranger() -> None:
    talk = Talk()
    assert await talk.commands("mydata") == "mydata-nothing"


async def test_a_paused_petition_explains_itself_and_offers_to_hear_what_comes() -> None:
    """Somebody follows a link while signing is paused: they can read, and ask for updates."""
    talk = Talk(campaigns=(campaign(status="paused"),))
    assert await talk.opens("chechnya") == "alert-paused"
    assert "sign" not in talk.offered()
    assert await talk.taps("read") == "read"
    assert "sign" not in talk.offered()
    assert await talk.taps("card") == "alert-paused"
    assert await talk.taps("updates") == "updates-ask"
    assert await talk.taps("updates-yes") == "updates"
    assert [slug for slug, _ in talk.store.subscriptions] == ["chechnya"]


async def test_a_pause_in_the_middle_of_a_form_is_told_and_nothing_is_kept() -> None:
    talk = Talk()
    await talk.reaches_review()
    talk.store.campaigns["chechnya"] = campaign(status="paused")
    assert await talk.taps("confirm") == "alert-paused"
    assert not talk.store.signatures
    assert not talk.form


async def test_a_signer_keeps_every_right_while_a_petition_is_paused() -> None:
    """They see that they are counted, take it back, and are told no more of their link."""
    talk = Talk()
    await talk.signs()
    await talk.taps("updates-yes")
    await talk.taps("share-yes")
    await talk.taps("tell")
    await talk.taps("tell-yes")
    apps = talk.last
    talk.store.campaigns["chechnya"] = campaign(status="paused")
    assert await talk.taps("untell", on=apps) == "alert-paused"
    assert talk.notes == ["tell-off"]
    assert not talk.store.told_in
    assert await talk.forges("apps", "chechnya", "share") == "alert-paused"
    assert await talk.forges("alert", "chechnya", "sign") == "already"
    assert await talk.commands("mydata") == "mydata"
    assert await talk.commands("withdraw") == "withdraw-sure"
    await talk.taps("withdraw-yes")
    assert not talk.store.signatures
    assert await talk.commands("updates") == "updates"
    await talk.taps("off_chechnya")
    assert not talk.store.subscriptions


async def test_a_paused_petition_is_not_among_those_to_sign() -> None:
    talk = Talk(campaigns=(campaign(), campaign("civilians", status="paused")))
    assert await talk.commands("campaigns") == "alert"
