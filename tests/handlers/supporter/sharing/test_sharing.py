"""Passing it on: the question, the apps, the credit, and hearing what came of it."""

import pytest

from handlers.dialogue.messages import Invite, Share, Words
from handlers.domain import invites
from handlers.domain.invites import Arrival
from handlers.supporter.sharing.apps import APPS, order
from tests.support.fakes.campaigns import campaign
from tests.support.fakes.kept import Kept
from tests.support.talk import Talk, Tongues

BOTH = (campaign("chechnya"), campaign("civilians", urgent=True))
TOKEN = "abcdefgh-_012345"


def payload(talk: Talk) -> str:
    """What the link in the last reply carries."""
    link = talk.last.args["link"]
    assert isinstance(link, Invite)
    return link.payload


def apps(talk: Talk) -> list[str]:
    return [each.url.app for each in talk.last.links if isinstance(each.url, Share)]


def joined(talk: Talk) -> object:
    words = talk.last.args["joined"]
    return words.args["count"] if isinstance(words, Words) else None


@pytest.mark.parametrize("locale", ["fr", "ar"])
async def test_one_passes_it_on_another_joins_and_the_first_sees_it(locale: str) -> None:
    """Two taps after signing the link is on its way; who joins by it is counted once."""
    kept = Kept()
    first, second = (Talk(locale=locale, kept=kept, user=user) for user in "12")
    await first.signs()
    assert await first.taps("updates-no") == "share-ask"
    assert await first.taps("share-yes") == "share-apps"
    assert joined(first) == 0
    link = payload(first)
    assert invites.read(link).source == "invite"
    await second.signs(link)
    await second.opens(link)
    assert await second.taps("sign") == "already"
    await first.opens("chechnya")
    assert await first.taps("share") == "share-apps"
    assert joined(first) == 1
    assert payload(first) == link


async def test_the_question_comes_first_and_no_is_an_answer() -> None:
    talk = Talk()
    await talk.signs()
    await talk.taps("updates-yes")
    assert talk.last.id == "share-ask"
    assert not talk.last.links
    assert await talk.taps("share-no") == "alert"
    assert talk.notes == ["share-later"]
    assert await talk.taps("share") == "share-apps"


async def test_whoever_has_not_signed_passes_on_a_link_that_credits_nobody() -> None:
    talk = Talk()
    await talk.opens("chechnya")
    assert await talk.taps("share") == "share-apps"
    assert payload(talk) == "chechnya"
    assert joined(talk) is None
    assert "tell" not in talk.offered()


async def test_every_app_gets_its_own_words_and_the_same_link() -> None:
    talk = Talk()
    await talk.signs()
    await talk.forges("share", "chechnya", "share-yes")
    assert sorted(apps(talk)) == sorted(APPS)
    for link in talk.last.links:
        assert isinstance(link.url, Share)
        assert link.url.invite == Invite(payload(talk))
        assert link.url.words.id == f"pass-{link.url.app}"


async def test_the_order_suits_the_country_that_was_signed_from() -> None:
    """Somebody in Kyiv with an English phone is offered what Kyiv uses."""
    talk = Talk(locale="en")
    await talk.opens("chechnya")
    for choice in ("sign", "agree", "profile"):
        await talk.taps(choice)
    await talk.says("Ukraine")
    await talk.taps("confirm")
    await talk.taps("updates-no")
    await talk.taps("share-yes")
    assert apps(talk)[:3] == ["telegram", "viber", "whatsapp"]
    stranger = Talk(locale="pt-BR", user="8")
    await stranger.opens("chechnya")
    await stranger.taps("share")
    assert apps(stranger)[0] == "whatsapp"


@pytest.mark.parametrize("country", ["", "BR", "DE", "FR", "PH", "RS", "UA", "IR", "QQ"])
def test_no_country_misses_an_app(country: str) -> None:
    assert sorted(app.id for app in order(country)) == sorted(APPS)


@pytest.mark.parametrize(
    ("link", "came"),
    [
        (f"chechnya_v{TOKEN}", Arrival("invite", TOKEN)),
        (f"chechnya_n{TOKEN}", Arrival("inline", TOKEN)),
        ("chechnya_n", Arrival("inline")),
        ("chechnya_oposter-1", Arrival("origin", "poster-1")),
        ("chechnya_g", Arrival("group")),
        ("chechnya_p", Arrival("page")),
        ("chechnya", Arrival()),
    ],
)
async def test_a_signature_says_where_its_link_was(link: str, came: Arrival) -> None:
    talk = Talk()
    await talk.signs(link)
    assert talk.store.arrivals == [came]
    assert not talk.form
    assert "arrivals" not in talk.answers


@pytest.mark.parametrize(
    "tail", ["vshort", f"v{TOKEN}x", "v" + "é" * 16, "o<b>", "oPOSTER", "x", "", "_", "vv", "g g"]
)
async def test_a_tampered_link_opens_the_campaign_and_credits_nobody(tail: str) -> None:
    talk = Talk(campaigns=BOTH)
    assert await talk.opens(f"chechnya_{tail}") == "alert"
    assert talk.about == "chechnya"
    await talk.signs(f"chechnya_{tail}")
    assert talk.store.arrivals == [Arrival()]


async def test_the_link_is_remembered_until_signing() -> None:
    """Through another language, a look at one's data, declining and cancelling."""
    talk = Talk(campaigns=BOTH)
    await talk.opens(f"chechnya_v{TOKEN}")
    await talk.taps("language")
    await talk.taps("ar")
    await talk.taps("sign")
    await talk.taps("decline")
    await talk.commands("cancel")
    await talk.opens("civilians_g")
    await talk.commands("help")
    await talk.signs("chechnya")
    assert talk.store.arrivals == [Arrival("invite", TOKEN)]
    assert talk.answers["arrivals"] == {"civilians": "civilians_g"}
    await talk.signs("civilians")
    assert talk.store.arrivals[1:] == [Arrival("group")]
    assert talk.answers["language"] == "ar"
    assert "arrivals" not in talk.answers


async def test_the_last_link_counts() -> None:
    talk = Talk()
    await talk.opens("chechnya_g")
    await talk.signs(f"chechnya_v{TOKEN}")
    assert talk.store.arrivals == [Arrival("invite", TOKEN)]


async def test_only_links_of_open_campaigns_are_remembered() -> None:
    """A closed one explains, and offers what is open."""
    talk = Talk(campaigns=(campaign("old", status="closed"), *BOTH))
    assert await talk.opens(f"old_v{TOKEN}") == "alert-closed"
    assert await talk.taps("campaigns") == "campaigns"
    assert await talk.opens(f"unknown_v{TOKEN}") == "campaigns"
    assert talk.notes == ["invite-unknown"]
    assert talk.saved is None
    assert await talk.forges("share", "old", "share-yes") == "alert-closed"


async def test_being_told_is_off_until_chosen_and_can_be_stopped() -> None:
    talk = Talk(locale="fr")
    await talk.signs()
    await talk.forges("share", "chechnya", "share-yes")
    assert not talk.store.told_in
    assert await talk.taps("tell") == "tell-ask"
    assert await talk.taps("tell-no") == "share-apps"
    assert talk.notes == ["tell-declined"]
    assert not talk.store.told_in
    await talk.taps("tell")
    assert await talk.taps("tell-yes") == "share-apps"
    assert talk.notes == ["tell-on"]
    assert talk.store.told_in == {("chechnya", "7"): "fr"}
    assert talk.store.consents[1:] == [("milestones", "tell-consent", "fr")]
    assert await talk.taps("untell") == "share-apps"
    assert talk.notes == ["tell-off"]
    assert not talk.store.told_in


async def test_agreeing_to_be_told_under_other_words_asks_again() -> None:
    tongues = Tongues()
    talk = Talk(tongues=tongues)
    await talk.signs()
    await talk.forges("share", "chechnya", "share-yes")
    await talk.taps("tell")
    tongues.version = "2"
    assert await talk.taps("tell-yes") == "tell-ask"
    assert talk.notes == ["consent-changed"]
    assert not talk.store.told_in


@pytest.mark.parametrize("choice", ["tell", "untell", "tell-yes", "tell-no"])
async def test_a_stranger_cannot_be_told_of_anything(choice: str) -> None:
    talk = Talk()
    step = "tell" if choice.startswith("tell-") else "apps"
    assert await talk.forges(step, "chechnya.00000000", choice)
    assert not talk.store.told_in


async def test_forgetting_forgets_how_one_came() -> None:
    talk = Talk()
    await talk.opens(f"chechnya_v{TOKEN}")
    await talk.commands("forget")
    await talk.taps("forget-yes")
    assert talk.saved is None
