"""Signing where it is dangerous: nothing names the cause afterwards, and nothing tells unasked."""

import json
from dataclasses import replace

import pytest

from bot.channels.telegram.render import render
from bot.texts.texts import Texts
from handlers.dialogue.messages import Reply, Words
from handlers.domain.broadcasts import Letter
from handlers.domain.campaign_rules import check_card, texts_of
from handlers.domain.campaigns import Alert, Asks, Campaign
from handlers.domain.invites import Arrival
from handlers.domain.statistics import Totals
from handlers.organizer.broadcasts.letter import letter_reply
from handlers.supporter.alert import shown as card
from tests.support.fakes.campaigns import campaign, high_risk
from tests.support.fakes.kept import Kept
from tests.support.talk import Talk

TEXTS = Texts.load()

CAUSE = "sparrow"
"""Stands in all that names the cause."""


def sparrow() -> Campaign:
    """A campaign at high risk whose every word gives it away."""
    text = Alert(
        locale="en",
        rubric=f"{CAUSE} rubric",
        title=f"{CAUSE} title",
        summary=f"{CAUSE} summary",
        ask=f"{CAUSE} ask",
        purpose=f"{CAUSE} purpose",
        credit=f"{CAUSE} credit",
        picture_text=f"{CAUSE} picture",
    )
    return high_risk(f"{CAUSE}-case", texts={"en": text})


class Watched(Talk):
    """A talk in the real words that keeps what Telegram would show."""

    def __init__(self, user: str = "7", kept: Kept | None = None, locale: str = "en") -> None:
        super().__init__(campaigns=(sparrow(),), tongues=TEXTS, user=user, kept=kept, locale=locale)

    def shown(self, reply: Reply | None = None) -> str:
        """The words of a reply, its buttons and what they carry, and its file."""
        there = reply or self.last
        shown = render(there, "en", TEXTS, "bot")
        file = shown.file.content.decode() if shown.file else ""
        return f"{shown.html} {shown.rows} {shown.picture} {file} {there.picture_text}"

    async def signs(self, slug: str = f"{CAUSE}-case") -> str:
        await self.opens(slug)
        await self.taps("sign")
        await self.taps("agree")
        await self.says("Taiwan")
        return await self.taps("confirm")


def ids(talk: Talk, name: str = "lines") -> list[str]:
    """The messages that the lines of the last reply are made of."""
    lines = talk.last.args[name]
    assert isinstance(lines, tuple)
    return [each.id for each in lines]


async def test_nothing_that_is_written_is_asked() -> None:
    """Only the country, for whoever likes; and the consent is one of its own."""
    talk = Talk(campaigns=(high_risk(),))
    assert await talk.opens("quiet") == "alert"
    assert talk.last.args["high_risk"] == Words("high-risk-mark")
    assert await talk.taps("sign") == "consent-ask-high-risk"
    assert ids(talk, "kept") == ["consent-kept-country", "consent-kept-always-high-risk"]
    assert await talk.taps("agree") == "country-ask"
    assert await talk.taps("skip") == "review"
    assert talk.offered() == ["confirm", "edit-country", "cancel", "language"]
    assert await talk.taps("confirm") == "signed-high-risk"
    assert talk.store.consents == [("sign", "consent-ask-high-risk", "en")]


async def test_where_signatures_are_only_counted_nothing_is_asked() -> None:
    talk = Talk(campaigns=(high_risk(asks=Asks("no", "no", "no", "no")),))
    await talk.opens("quiet")
    await talk.taps("sign")
    assert await talk.taps("agree") == "review"
    assert await talk.taps("confirm") == "signed-high-risk"
    assert talk.store.drafts[0].country == ""


async def test_what_names_the_cause_passes_and_the_thanks_sweep_it_away() -> None:
    """Every screen before the signature is to be taken down; the thanks do not say what it was."""
    talk = Watched()
    await talk.opens(f"{CAUSE}-case")
    before = [talk.last]
    for choice in ("read", "sign", "agree", "skip"):
        await talk.taps(choice)
        before.append(talk.last)
    assert all(reply.passing for reply in before)
    await talk.taps("confirm")
    assert talk.last.sweeps
    assert not talk.last.passing
    for word in ("sign", "petition", CAUSE):
        assert word not in talk.shown().replace("signed.-", "").lower()


async def test_nobody_is_offered_updates_or_asked_to_share_after_signing() -> None:
    talk = Watched()
    await talk.signs()
    assert talk.offered() == ["share", "mydata", "language"]


async def test_after_signing_nothing_names_the_cause_unless_it_is_opened_again() -> None:
    """Through everything that a signer may do: data, file, updates, sharing, withdrawing."""
    talk = Watched()
    await talk.signs()
    handle = sparrow().handle
    walk = [
        ("command", "mydata"), ("tap", "reveal"), ("tap", "file"),
        ("command", "mydata"), ("tap", "reveal"), ("tap", "hide"), ("tap", "campaigns"),
        ("command", "updates"), ("tap", f"on_{handle}"), ("tap", "updates-yes"),
        ("command", "mydata"), ("tap", "reveal"), ("tap", "file"),
        ("command", "campaigns"), ("command", "start"), ("command", "help"),
        ("command", "privacy"), ("command", "cancel"), ("say", "hello"),
        ("forge", "apps"), ("tap", "language"), ("tap", "fr"),
        ("command", "withdraw"), ("tap", "reveal"), ("tap", "withdraw-no"), ("tap", "share"),
        ("forge", "share"), ("forge", "tell"),
        ("command", "withdraw"), ("tap", "reveal"), ("tap", "withdraw-yes"), ("tap", "updates"),
        ("tap", f"off_{handle}"),
    ]  # fmt: skip
    for how, what in walk:
        if how == "command":
            await talk.commands(what)
        elif how == "tap":
            await talk.taps(what)
        elif how == "forge":
            await talk.forges("signed", handle, "share")
        else:
            await talk.says(what)
        assert CAUSE not in talk.shown(), (how, what, talk.last.id)
        assert not talk.last.passing
    assert CAUSE not in json.dumps(talk.answers)


async def test_a_letter_names_nothing_but_a_number() -> None:
    """What organizers write is theirs; what stands around it is neutral."""
    letter = Letter("They listened.")
    reply = letter_reply(sparrow(), "en", letter, "")
    shown = Watched().shown(reply)
    assert CAUSE not in shown
    assert f"Petition {sparrow().id}" in shown
    assert "They listened." in shown


async def alike(talk: Watched) -> list[tuple[str, str, str]]:
    """What somebody sees who takes a phone and looks whether its owner has signed."""
    seen: list[tuple[str, str, str]] = []

    def look() -> None:
        seen.append((talk.last.id, talk.shown(), repr(talk.last)))

    for payload in ("", f"{CAUSE}-case", sparrow().handle):
        await talk.opens(payload)
        look()
    for choice in ("read", "sign", "language", "en"):
        await talk.taps(choice)
        look()
    await talk.commands("cancel")
    for command in ("campaigns", "mydata", "withdraw", "updates", "privacy", "help", "forget"):
        await talk.commands(command)
        look()
    await talk.opens(f"{CAUSE}-case")
    for choice in ("share", "name-it"):
        await talk.taps(choice)
        look()
    return seen


async def test_a_signers_phone_looks_like_any_other() -> None:
    """Opening the link, tapping to sign, all commands: the same, signed or not."""
    kept = Kept()
    signer, stranger = Watched("1", kept), Watched("2", kept)
    await signer.signs()
    assert await alike(signer) == await alike(stranger)


async def test_what_was_signed_before_it_was_raised_is_told_as_it_was() -> None:
    """Amina signed with her name; the sealed name is still held, and her data say so."""
    talk = Talk(campaigns=(campaign(),), tongues=TEXTS)
    await talk.signs()
    talk.store.campaigns["chechnya"] = replace(campaign(), safety="high")
    await talk.commands("mydata")
    await talk.taps("reveal")
    assert ids(talk) == ["mydata-signature-week", "mydata-sealed", "mydata-log"]


async def test_the_same_words_come_when_somebody_signs_once_more() -> None:
    """A signer whom somebody makes sign before their eyes is not given away."""
    kept = Kept()
    signer, stranger = Watched("1", kept), Watched("2", kept)
    await signer.signs()
    assert await signer.signs() == await stranger.signs() == "signed-high-risk"
    assert signer.shown() == stranger.shown()
    assert len(kept.signatures) == 2


async def test_whoever_taps_to_be_told_is_told() -> None:
    """In their data, under /withdraw, and in the consent; and can take it out of the chat again."""
    talk = Watched()
    await talk.signs()
    assert await talk.commands("mydata") == "mydata-high-risk"
    assert talk.last.args["lines"] == ()
    assert await talk.taps("reveal") == "mydata"
    assert ids(talk) == ["mydata-signature-week", "mydata-log"]
    assert await talk.taps("hide") == "hidden"
    assert talk.last.sweeps
    await talk.opens(f"{CAUSE}-case")
    await talk.taps("sign")
    assert await talk.taps("check") == "already-high-risk"
    assert not talk.form


async def test_whoever_has_not_signed_is_told_so_and_may_go_on() -> None:
    talk = Watched()
    await talk.opens(f"{CAUSE}-case")
    await talk.taps("sign")
    assert await talk.taps("check") == "consent-ask-high-risk"
    assert talk.notes == ["not-signed"]
    assert await talk.taps("agree") == "country-ask"


async def test_other_petitions_are_shown_as_ever_beside_one_that_is_not_named() -> None:
    """Somebody who signed both sees the one at once and the other after a tap."""
    talk = Talk(campaigns=(campaign("civilians"), high_risk()))
    assert await talk.commands("campaigns") == "campaigns"
    assert talk.offered()[:2] == ["campaign_civilians", f"campaign_{high_risk().handle}"]
    await talk.signs("civilians")
    await talk.opens("quiet")
    for choice in ("sign", "agree", "skip", "confirm"):
        await talk.taps(choice)
    await talk.commands("mydata")
    assert ids(talk) == ["mydata-signature", "mydata-sealed", "mydata-log"]
    await talk.commands("withdraw")
    await talk.taps("reveal")
    assert set(talk.offered()) == {
        "campaign_civilians",
        f"campaign_{high_risk().handle}",
        "language",
    }


async def test_confirming_twice_does_not_hide_the_thanks() -> None:
    """The second tap finds no form any more: it gets the same thanks."""
    talk = Talk(campaigns=(high_risk(),))
    await talk.opens("quiet")
    for choice in ("sign", "agree", "skip"):
        await talk.taps(choice)
    review = talk.last
    await talk.taps("confirm")
    assert await talk.taps("confirm", on=review) == "signed-high-risk"
    # Another button of it tells nothing, and leads to where nothing is named.
    assert await talk.taps("edit-country", on=review) == "campaigns"
    assert talk.notes == ["conversation-expired-high-risk"]


async def test_the_link_to_pass_on_credits_nobody() -> None:
    """It is the same for all, signers or not, and tells neither the cause nor a person."""
    talk = Watched()
    await talk.signs()
    assert await talk.taps("share") == "share-high-risk"
    assert f"?start={sparrow().handle}" in talk.shown()
    assert talk.store.invites == {}
    friend = Watched("8", talk.store)
    assert await friend.opens(sparrow().handle) == "alert"
    await friend.taps("sign")
    for choice in ("agree", "skip", "confirm"):
        await friend.taps(choice)
    assert talk.store.arrivals == [Arrival(), Arrival()]


async def test_the_words_name_it_only_if_the_sharer_wishes() -> None:
    """Then the screen with them passes, and can be taken out."""
    talk = Watched()
    await talk.signs()
    await talk.taps("share")
    assert await talk.taps("name-it") == "share-apps"
    assert CAUSE in talk.shown()
    assert talk.last.passing
    assert await talk.taps("unname-it") == "share-high-risk"
    await talk.taps("name-it")
    assert await talk.taps("hide") == "hidden"


async def test_how_somebody_came_is_remembered_under_no_name() -> None:
    """The session holds a number, not the cause."""
    talk = Watched()
    await talk.opens(f"{CAUSE}-case_p")
    await talk.taps("sign")
    assert CAUSE not in json.dumps(talk.saved)
    for choice in ("agree", "skip", "confirm"):
        await talk.taps(choice)
    assert talk.store.arrivals == [Arrival("page")]


async def test_raising_it_asks_whoever_is_signing_to_agree_again() -> None:
    """Amina has typed her name when the campaign is raised: it is dropped, and never kept."""
    talk = Talk(campaigns=(campaign(),))
    await talk.reaches_review()
    talk.store.campaigns["chechnya"] = replace(
        talk.store.campaigns["chechnya"], safety="high", asks=Asks("no", "optional", "no", "no")
    )
    assert await talk.taps("confirm") == "consent-ask-high-risk"
    assert talk.notes == ["consent-changed"]
    await talk.taps("agree")
    assert await talk.taps("confirm") == "signed-high-risk"
    assert talk.store.drafts[0].name == ""


@pytest.mark.parametrize("locale", ["en", "fr", "ru", "ar"])
async def test_a_paused_or_closed_one_is_not_named_either(locale: str) -> None:
    """Under /updates, and in what is held."""
    talk = Watched(locale=locale)
    await talk.signs()
    await talk.commands("updates")
    await talk.taps(f"on_{sparrow().handle}")
    await talk.taps("updates-yes")
    for status in ("paused", "closed"):
        slug = sparrow().slug
        talk.store.campaigns[slug] = replace(sparrow(), status=status)
        for key, each in talk.store.subscriptions.items():
            talk.store.subscriptions[key] = replace(each, campaign=talk.store.campaigns[slug])
        for command in ("campaigns", "updates", "mydata", "privacy", "withdraw"):
            await talk.commands(command)
            assert CAUSE not in talk.shown()


async def test_a_countrys_share_is_shown_in_hundreds() -> None:
    talk = Talk(campaigns=(high_risk(),))
    for amount, shown in ((99, 0), (100, 100), (257, 200)):
        assert high_risk().rounded(amount) == shown
    assert await talk.opens("quiet") == "alert"
    assert talk.last.args["share"] == 0


@pytest.mark.parametrize("locale", TEXTS.known)
def test_the_fullest_card_keeps_its_picture(locale: str) -> None:
    """As much as a campaign may write, in its wordiest language, with the line about names."""
    full = Alert(locale, "r" * 60, "t" * 150, "s" * 280, "a" * 270, "p", credit="c" * 40)
    assert check_card(texts_of(full)) is None
    found = high_risk(texts={locale: full}, default_locale=locale, urgent=True)
    reply = card(found, locale, Totals(1_234_567, 123_456), "CF")
    assert render(replace(reply, step="alert"), locale, TEXTS, "bot").picture
