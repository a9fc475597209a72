"""Whatever people do instead of the next step gets a helpful answer and loses nothing."""

from copy import deepcopy
from importlib import import_module
from pkgutil import walk_packages

import pytest

import handlers
from handlers.dialogue.messages import ABOUT, Country
from handlers.dialogue.session import VERSION
from handlers.domain.campaigns import Section
from handlers.domain.milestones import next_milestone, of_campaign
from handlers.steps import COMMANDS, DIALOGUE
from handlers.supporter.alert import PAGE, paginate
from tests.support.fakes.campaigns import alert, campaign
from tests.support.fakes.kept import Kept
from tests.support.talk import Talk

BOTH = (campaign("chechnya"), campaign("civilians", urgent=True))


async def test_several_campaigns_and_no_invite_give_a_list_urgent_first() -> None:
    talk = Talk(campaigns=BOTH)
    assert await talk.commands("start") == "campaigns"
    assert talk.offered() == ["campaign_civilians", "campaign_chechnya", "language"]
    assert await talk.taps("campaign_chechnya") == "alert"


async def test_a_petition_may_be_called_as_a_button_of_the_conversation_is() -> None:
    """Its slug is `language`: tapping it in a list opens it, and no other language is asked for."""
    talk = Talk(campaigns=(campaign("language"), campaign("continue")))
    await talk.commands("start")
    assert await talk.taps("campaign_language") == "alert"
    assert talk.about == "language"
    await talk.commands("start")
    await talk.taps("campaign_continue")
    assert talk.about == "continue"


async def test_a_typed_yes_under_a_question_of_buttons_is_not_mistaken_for_one() -> None:
    """Somebody types "yes" instead of tapping it, and must not believe that they withdrew."""
    talk = Talk()
    await talk.signs()
    assert await talk.commands("withdraw") == "withdraw-sure"
    assert await talk.says("yes") == "alert"
    assert talk.notes == ["unheard"]
    assert talk.store.slugs_signed == ["chechnya"]


async def test_the_card_shows_the_share_of_the_country_one_signed_from() -> None:
    """A Spanish phone in Spain is first taken for a Mexican one; after signing it is known."""
    kept = Kept()
    talk = Talk(locale="fr", kept=kept)
    for user in range(20):
        friend = Talk(kept=kept, user=f"friend-{user}")
        await friend.opens("chechnya")
        for word in ("sign", "agree", "anonymous"):
            await friend.taps(word)
        await friend.says("Switzerland")
        await friend.taps("confirm")
    await talk.opens("chechnya")
    assert (talk.last.args["country"], talk.last.args["share"]) == (Country("FR"), 0)
    for word in ("sign", "agree", "anonymous", "CH", "confirm"):
        await talk.taps(word)
    await talk.opens("chechnya")
    assert (talk.last.args["country"], talk.last.args["share"]) == (Country("CH"), 20)


async def test_a_single_campaign_needs_no_list() -> None:
    talk = Talk()
    assert await talk.commands("start") == "alert"


async def test_no_campaign_at_all() -> None:
    talk = Talk(campaigns=())
    assert await talk.commands("start") == "no-campaigns"
    assert await talk.says("hello?") == "no-campaigns"


@pytest.mark.parametrize("payload", ["nonsense", "../..", "<b>&", "x" * 4096, "chechnya\x00"])
async def test_an_invite_that_leads_nowhere_shows_what_is_open(payload: str) -> None:
    talk = Talk(campaigns=BOTH)
    assert await talk.opens(payload) == "campaigns"
    assert talk.notes == ["invite-unknown"]


async def test_a_closed_campaign_explains_and_offers_the_others() -> None:
    closed = campaign("old", status="closed")
    talk = Talk(campaigns=(closed, *BOTH))
    assert await talk.opens("old") == "alert-closed"
    assert "sign" not in talk.offered()
    assert await talk.forges("alert", "old", "sign") == "alert-closed"
    assert await talk.taps("campaigns") == "campaigns"


@pytest.mark.parametrize("in_a_form", [False, True])
@pytest.mark.parametrize("length", [24, 36, 37, 48])
async def test_forged_buttons_never_lead_to_buttons_that_cannot_be_sent(
    length: int, in_a_form: bool
) -> None:
    """Whatever a forged button claims to be about: the answer's own buttons fit Telegram's."""
    before = Talk(campaigns=BOTH)
    if in_a_form:
        await before.reaches_review()
    for step in DIALOGUE.steps.values():
        for choice in {"language", "continue", "nonsense", "fr", *step.answers}:
            talk = Talk(campaigns=BOTH)
            talk.saved = deepcopy(before.saved)
            await talk.forges(step.name, "x" * length, choice)
            for offered in talk.offered():
                data = f"{talk.last.step}.{talk.about}:{offered}"
                assert len(data) <= 64, (step.name, choice)
                assert ABOUT.fullmatch(talk.about)


async def test_coming_back_after_a_day_resumes_at_the_same_question() -> None:
    talk = Talk()
    await talk.opens("chechnya")
    await talk.taps("sign")
    await talk.taps("agree")
    assert await talk.commands("start") == "name-ask"
    assert talk.notes == ["welcome-back"]
    assert await talk.opens("chechnya") == "name-ask"


async def test_another_invite_in_the_middle_shows_that_alert_and_keeps_the_form() -> None:
    talk = Talk(campaigns=BOTH)
    await talk.reaches_review("chechnya")
    assert await talk.opens("civilians") == "alert"
    assert talk.about == "civilians"
    assert await talk.taps("continue") == "review"
    assert talk.form["campaign"] == "chechnya"


async def test_signing_the_other_one_instead_starts_its_own_form() -> None:
    """Consent was given under one campaign and is not carried over to another."""
    talk = Talk(campaigns=BOTH)
    await talk.reaches_review("chechnya")
    await talk.opens("civilians")
    assert await talk.taps("sign") == "consent-ask"
    assert "agreed" not in talk.form
    assert talk.form["campaign"] == "civilians"


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"start", "cancel", "verify"}))
async def test_a_command_in_the_middle_of_a_question_loses_nothing(command: str) -> None:
    talk = Talk()
    await talk.opens("chechnya")
    await talk.taps("sign")
    await talk.taps("agree")
    await talk.commands(command)
    assert "continue" in talk.offered()
    assert await talk.taps("continue") == "name-ask"
    await talk.commands(command)
    assert await talk.says("Amina") == "country-ask"


async def test_cancel_drops_the_answers() -> None:
    talk = Talk()
    await talk.reaches_review()
    assert await talk.commands("cancel") == "alert"
    assert talk.notes == ["cancelled"]
    assert not talk.form
    await talk.commands("cancel")
    assert talk.notes == ["nothing-to-cancel"]


async def test_cancel_on_the_review_screen() -> None:
    talk = Talk()
    await talk.reaches_review()
    assert await talk.taps("cancel") == "alert"
    assert not talk.form


async def test_an_unknown_command_points_to_the_help() -> None:
    talk = Talk()
    await talk.reaches_review()
    assert await talk.commands("frobnicate") == "review"
    assert talk.notes == ["command-unknown"]


@pytest.mark.parametrize("kind", ["media", "edited", "unknown"])
async def test_a_sticker_a_voice_message_or_an_edit_asks_the_question_again(kind: str) -> None:
    talk = Talk()
    await talk.reaches_review()
    assert await talk.sends(kind) == "review"
    assert talk.notes == [f"unreadable-{kind}"]


async def test_a_button_of_an_old_message_says_so_and_asks_where_we_are() -> None:
    talk = Talk()
    await talk.opens("chechnya")
    await talk.taps("sign")
    old = talk.last
    await talk.taps("agree")
    assert await talk.taps("agree", on=old) == "name-ask"
    assert talk.notes == ["button-old"]


async def test_an_old_review_of_another_campaign_confirms_nothing() -> None:
    talk = Talk(campaigns=BOTH)
    await talk.reaches_review("chechnya")
    old = talk.last
    await talk.taps("cancel")
    await talk.reaches_review("civilians")
    assert await talk.taps("confirm", on=old) == "review"
    assert talk.notes == ["button-old"]
    assert not talk.store.signatures


async def test_after_the_session_expired_a_button_leads_back_to_its_campaign() -> None:
    talk = Talk(campaigns=BOTH)
    await talk.reaches_review("chechnya")
    talk.saved = None
    assert await talk.taps("confirm") == "alert"
    assert talk.about == "chechnya"
    assert talk.notes == ["conversation-expired"]
    assert not talk.store.signatures


async def test_a_conversation_of_an_older_version_is_dropped_politely() -> None:
    talk = Talk(locale="en", campaigns=BOTH)
    talk.saved = {
        "version": VERSION - 1,
        "step": "name",
        "answers": {"Signing": {"campaign": "chechnya", "old": 1}, "language": "fr"},
    }
    assert await talk.says("Amina") == "alert"
    assert talk.about == "chechnya"
    assert talk.notes == ["conversation-renewed"]
    assert talk.answers["language"] == "fr"
    assert not talk.form


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"version": VERSION, "step": "gone", "answers": {}},
        {"version": VERSION, "step": "name", "answers": "no"},
        {"version": VERSION, "step": ["x"], "answers": {}},
        {"version": "1", "step": "", "answers": {"language": 5}},
    ],
)
async def test_a_damaged_session_is_no_obstacle(saved: dict[str, object]) -> None:
    talk = Talk()
    talk.saved = saved
    assert await talk.says("hello") == "alert"


@pytest.mark.parametrize(
    ("step", "about", "choice"),
    [
        ("", "", ""),
        ("nothing", "", "sign"),
        ("alert", "", "sign"),
        ("alert", "unknown", "sign"),
        ("alert", "unknown", "confirm"),
        ("alert", "a b", "sign"),
        ("read", "chechnya.x", "next"),
        ("read", "chechnya.999999999999", "next"),
        ("read", "chechnya.-1", "previous"),
        ("read", "", "next"),
        ("home", "", "unknown"),
        ("language", "nothing.x", "fr"),
        ("language", "review.x", "fr"),
        ("language", "", "xx"),
        ("review", "chechnya", "confirm"),
        ("consent", "chechnya.00000000", "agree"),
        ("updates", "", "on_unknown"),
        ("updates", "", "on"),
        ("updates-ask", "chechnya", "updates-yes"),
        ("signed", "chechnya.0", "updates-yes"),
        ("withdraw", "", "unknown"),
        ("start", "", "sign"),
        ("cancel", "", "x"),
    ],
)
async def test_forged_buttons_do_nothing_but_answer(step: str, about: str, choice: str) -> None:
    talk = Talk(campaigns=BOTH)
    assert await talk.forges(step, about, choice)
    assert not talk.store.signatures
    assert not talk.store.subscriptions


async def test_every_screen_offers_the_language_and_comes_back_to_itself() -> None:
    talk = Talk(campaigns=BOTH)
    await talk.opens("chechnya")
    await talk.taps("read")
    await talk.taps("next")
    page = talk.about
    assert await talk.taps("language") == "language"
    assert await talk.taps("ar") == "read"
    assert talk.about == page
    await talk.taps("sign")
    await talk.taps("language")
    assert await talk.taps("fr") == "consent-ask"
    await talk.taps("agree")
    await talk.taps("language")
    assert await talk.taps("en") == "name-ask"
    await talk.commands("help")
    await talk.taps("language")
    assert await talk.taps("fr") == "help"


async def test_the_chosen_language_outlives_the_form() -> None:
    talk = Talk(locale="en")
    await talk.commands("language")
    await talk.taps("fr")
    await talk.signs()
    assert talk.store.consents == [("sign", "consent-ask", "fr")]
    assert talk.answers["language"] == "fr"
    assert not talk.form


async def test_changing_language_after_agreeing_keeps_the_consent_as_it_was_given() -> None:
    talk = Talk(locale="fr")
    await talk.reaches_review()
    await talk.taps("language")
    assert await talk.taps("en") == "review"
    assert await talk.taps("confirm") == "signed-updates"
    assert talk.store.consents == [("sign", "consent-ask", "fr")]


async def test_updates_follow_the_language() -> None:
    talk = Talk(locale="fr")
    await talk.signs()
    await talk.taps("updates-yes")
    await talk.commands("language")
    await talk.taps("ar")
    assert [each.locale for each in talk.store.subscriptions.values()] == ["ar"]


async def test_updates_can_be_switched_on_and_off_without_signing() -> None:
    talk = Talk(campaigns=BOTH)
    assert await talk.commands("updates") == "updates"
    assert await talk.taps("on_civilians") == "updates-ask"
    assert await talk.taps("updates-yes") == "updates"
    assert talk.notes == ["updates-on"]
    assert await talk.taps("off_civilians") == "updates"
    assert not talk.store.subscriptions


async def test_two_people_do_not_see_each_other() -> None:
    kept = Kept()
    first, second = Talk(kept=kept), Talk(kept=kept, user="8")
    await first.signs()
    assert await second.commands("mydata") == "mydata-nothing"
    await second.opens("chechnya")
    assert await second.taps("sign") == "consent-ask"


def test_steps_fit_into_the_data_of_a_button() -> None:
    """Telegram's 64 bytes hold the longest step, slug, wording and choice."""
    asides = [name for name, step in DIALOGUE.steps.items() if step.aside]
    longest = max(asides, key=len)
    assert len(f"language.{longest}.{'x' * 24}.12345678:en-GB".encode()) <= 64
    for name, step in DIALOGUE.steps.items():
        for choice in step.answers:
            assert len(f"{name}.{'x' * 24}.12345678:{choice}".encode()) <= 64


def test_no_two_steps_have_one_name() -> None:
    """The second would take the place of the first, wherever they are."""
    rooms = [import_module(each.name) for each in walk_packages(handlers.__path__, "handlers.")]
    names = [
        step.name for room in rooms if room.__name__ != "handlers.steps"
        for step in getattr(room, "STEPS", ())
    ]  # fmt: skip
    assert sorted(names) == sorted(DIALOGUE.steps)


def test_milestones_go_on_for_ever() -> None:
    reached = (0, 99, 100, 250, 999, 650_000, 1_000_000)
    ahead = [next_milestone(each, of_campaign()) for each in reached]
    assert ahead == [100, 100, 250, 500, 1_000, 1_000_000, 2_500_000]
    assert next_milestone(10, of_campaign((50, 70))) == 50
    assert next_milestone(60, of_campaign((50, 70))) == 70
    assert next_milestone(80, of_campaign((50, 70))) == 100


@pytest.mark.parametrize(
    "text",
    [
        "word " * 1000,
        "x" * 3000,
        "A sentence. " * 200,
        "\n\n".join(["A paragraph."] * 200),
        "Short.",
    ],
)
def test_pages_are_never_longer_than_a_phone_and_lose_no_letter(text: str) -> None:
    from dataclasses import replace

    pages = paginate(replace(alert("en", "t"), sections=(Section("H", text),)))
    assert all(0 < len(page) <= PAGE + 2 for _, page in pages)
    assert "".join("".join(page for _, page in pages).split()) == "".join(text.split())


def test_an_endless_sentence_is_not_cut_inside_a_word() -> None:
    from dataclasses import replace

    text = "petition " * 300
    pages = paginate(replace(alert("en", "t"), sections=(Section("H", text),)))
    assert len(pages) > 1
    assert {word for _, page in pages for word in page.split()} == {"petition"}
